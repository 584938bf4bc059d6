import CGraphviz

/// Owns a graph of libcgraph.
@safe struct GraphHandle: ~Copyable {
  let pointer: UnsafeMutablePointer<Agraph_t>

  /// What was said while parsing.
  let messages: [GraphvizMessage]

  /// Parses one part of a text.
  ///
  /// A failed parse leaves text in the buffer of the parser, and a later text would begin with it. So a text
  /// that always fails goes first, after which the buffer is empty, and what is said about it is dropped.
  init(parsing part: DOTSource.Part) throws(GraphvizError) {
    if let stray = unsafe tl_read("}") { unsafe agclose(stray) }
    _ = GraphvizLibrary.takeMessages()
    // Without a default of its own, libcgraph cannot tell `label=""` from no label.
    unsafe tl_set_default(nil, AGNODE, "label", "\\N")
    let parsed = unsafe tl_read(part.text)
    let messages = GraphvizLibrary.takeMessages()
    guard let pointer = unsafe parsed else { throw .syntax(messages) }
    if messages.contains(where: { $0.severity == .error }) {
      // What was read before the error is not the graph that was meant.
      unsafe agclose(pointer)
      throw .syntax(messages)
    }
    unsafe self.pointer = pointer
    self.messages = messages
  }

  deinit {
    unsafe agclose(pointer)
  }
}

/// Owns a graph with its layout; the context that made the layout must outlive it.
@safe struct LayoutHandle: ~Copyable {
  let graph: GraphHandle
  let context: OpaquePointer

  /// Lays out a graph.
  init(
    _ graph: consuming GraphHandle, by engine: GraphvizEngine, in context: OpaquePointer
  ) throws(GraphvizError) {
    guard unsafe gvLayout(context, graph.pointer, engine.rawValue) == 0 else {
      throw .layout(engine, GraphvizLibrary.takeMessages())
    }
    self.graph = graph
    unsafe self.context = context
  }

  deinit {
    unsafe gvFreeLayout(context, graph.pointer)
  }
}
