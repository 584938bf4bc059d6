import CGraphviz
public import DOT

/// Reads DOT texts through Graphviz's own parser.
///
/// A node or edge carries the attributes in which it differs from the defaults of the whole graph; those of
/// a subgraph are spread over the nodes and edges named in it. Attributes come in the order in which the text
/// first names them for their kind of object, the `label` of nodes before all. A node stands in the innermost subgraphs that name it, and at the
/// top if there is none; an edge likewise, but once. The name of an edge is its attribute `key`. Images in HTML
/// labels are left out.
///
/// What `DOTWriter` writes reads back equal as long as the nodes stand so, no node or edge repeats a
/// default or sets an attribute without one to the empty text, and attributes keep to one order.
public struct DOTReader: Sendable {
  /// Bounds on the text.
  public var limits: GraphvizLimits

  /// Makes a reader.
  ///
  /// - Parameter limits: Bounds on the text.
  public init(limits: GraphvizLimits = GraphvizLimits()) {
    self.limits = limits
  }

  /// The graphs of a text and what was said about them.
  public struct Document: Sendable, Hashable {
    /// The graphs in their order; there is at least one.
    public let graphs: [DOTGraph]

    /// Warnings.
    public let messages: [GraphvizMessage]
  }

  /// Reads all graphs of a text.
  ///
  /// - Complexity: O(*d* · (*n* + *m*)) and the cost of parsing, for *n* nodes and *m* edges named in
  ///   subgraphs *d* deep.
  ///
  /// - Parameter text: The text.
  /// - Returns: The graphs.
  /// - Throws: An error with the line of the mistake.
  public func read(_ text: String) throws(GraphvizError) -> Document {
    let source = try DOTSource(text, limits: limits, marksHTML: true)
    return try GraphvizLibrary.exclusively { (_) throws(GraphvizError) in
      var graphs: [DOTGraph] = []
      var messages = source.messages
      for part in source.parts {
        let handle = try GraphHandle(parsing: part)
        messages += handle.messages
        var builder = unsafe DOTGraphBuilder(handle.pointer)
        graphs.append(try unsafe builder.graph(handle.pointer))
      }
      return Document(graphs: graphs, messages: messages)
    }
  }
}
