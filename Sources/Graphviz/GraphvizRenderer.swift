import CGraphviz
public import DOT

/// A way to find places for nodes.
public enum GraphvizEngine: String, Sendable, Hashable, CaseIterable {
  /// Layers along the direction of the edges.
  case dot
  /// Springs between all pairs, for graphs of some hundred nodes.
  case neato
  /// Forces between neighbours; draws clusters.
  case fdp
  /// Forces on several scales, for large graphs.
  case sfdp
  /// Circles around a root.
  case twopi
  /// Nodes on circles, one for each dense part.
  case circo
  /// The places that the text gives for every node and edge; it finds none, and is none of ``allCases``.
  case nop = "nop2"

  /// The ways that find places.
  public static let allCases: [GraphvizEngine] = [.dot, .neato, .fdp, .sfdp, .twopi, .circo]
}

/// What a drawing is written as.
public enum GraphvizFormat: String, Sendable, Hashable, CaseIterable {
  /// A vector picture for the web; well-formed XML whatever the names are.
  case svg
  /// A picture of pixels; needs the cairo plugin.
  case png
  /// A page; needs the cairo plugin.
  case pdf
  /// Places of nodes and edges, one a line.
  case plain
  /// The graph with places and drawing operations, as JSON.
  case json
  /// The graph with places and drawing operations, as DOT.
  case xdot
}

/// A drawing and what was said about it.
public struct Rendering: Sendable, Hashable {
  /// The bytes of the file.
  public let data: [UInt8]

  /// Warnings, and errors that left something out of the picture.
  public let messages: [GraphvizMessage]

  /// The bytes as text, for the formats that are text.
  public var text: String { String(decoding: data, as: UTF8.self) }

  /// Makes a drawing.
  ///
  /// - Parameters:
  ///   - data: The bytes of the file.
  ///   - messages: What was said about it.
  public init(data: [UInt8], messages: [GraphvizMessage]) {
    self.data = data
    self.messages = messages
  }
}

/// Draws graphs in process through Graphviz's library.
///
/// One drawing is made at a time; callers wait for each other. Attributes that read files are left out, with
/// a message. The layouts that begin with random places get a fixed seed, so that the same text makes the same
/// picture with the same version of Graphviz; only ``GraphvizEngine/fdp`` also goes by the addresses of nodes, and repeats
/// itself in ``IsolatedRenderer`` alone. Nothing but the bounds of ``GraphvizLimits`` guards against a
/// text that is made to take long: draw texts of strangers in a process of their own.
public struct GraphvizRenderer: Sendable {
  /// The name of an attribute of a graph that is ours alone: the width, the height and the margin of a page in points,
  /// with commas between them. Formats with pages and pixels are drawn into its middle.
  public static let frame = "throughline_page"

  /// How places are found.
  public var engine: GraphvizEngine

  /// Bounds on text and picture.
  public var limits: GraphvizLimits

  /// Makes a renderer.
  ///
  /// - Parameters:
  ///   - engine: How places are found.
  ///   - limits: Bounds on text and picture.
  public init(engine: GraphvizEngine = .dot, limits: GraphvizLimits = GraphvizLimits()) {
    self.engine = engine
    self.limits = limits
  }

  /// Draws a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - format: What to write.
  /// - Returns: The drawing and what was said about it.
  /// - Throws: An error that says what is missing or too large.
  public func render(
    _ graph: DOTGraph, as format: GraphvizFormat
  ) throws(GraphvizError) -> Rendering {
    try render(DOTWriter().write(graph), as: format)
  }

  /// Draws the first graph of a DOT text.
  ///
  /// - Parameters:
  ///   - text: The text; nothing in it is trusted.
  ///   - format: What to write.
  /// - Returns: The drawing and what was said about it.
  /// - Throws: An error with the line of a mistake, or with what is missing or too large.
  public func render(
    _ text: String, as format: GraphvizFormat
  ) throws(GraphvizError) -> Rendering {
    try withLayout(of: text) { (layout, messages) throws(GraphvizError) in
      if format == .png { unsafe try checkPixels(of: layout.graph.pointer) }
      var data = try Self.draw(layout, format)
      if format == .svg { SVGRepair.repair(&data) }
      if format != .png && format != .pdf { DOTNameMark.remove(fromWritten: &data) }
      return Rendering(data: data, messages: messages + GraphvizLibrary.takeMessages())
    }
  }

  /// Lays out the first graph of a text and hands it on.
  func withLayout<Result: Sendable>(
    of text: String,
    _ body: (borrowing LayoutHandle, [GraphvizMessage]) throws(GraphvizError) -> Result
  ) throws(GraphvizError) -> Result {
    let source = try DOTSource(text, limits: limits)
    var messages = source.messages
    if source.parts.count > 1 {
      messages.append(
        GraphvizMessage(
          .warning, "The text holds \(source.parts.count) graphs; only the first is drawn."))
    }
    return try GraphvizLibrary.exclusively { (state) throws(GraphvizError) in
      let context = unsafe state.context()
      let graph = try GraphHandle(parsing: source.parts[0])
      messages += graph.messages
      messages += unsafe UntrustedAttributes.removeFiles(from: graph.pointer)
      unsafe UntrustedAttributes.escapeAddresses(in: graph.pointer)
      unsafe seed(graph.pointer)
      // Whatever was drawn before in this process, the picture is the same.
      tl_restart_random()
      let layout = unsafe try LayoutHandle(graph, by: engine, in: context)
      unsafe frame(layout.graph.pointer)
      messages += GraphvizLibrary.takeMessages()
      return try body(layout, messages)
    }
  }

  /// Puts the drawing into the middle of a page, made smaller if it must be, where the graph has the attribute ``frame``.
  private func frame(_ graph: GraphPointer) {
    func number(_ name: String) -> [Double] {
      let attribute = unsafe tl_attribute(graph, ObjectKind.graph.rawValue, name)
      let text = unsafe attribute.map { unsafe GraphObjects.value(of: graph, $0) } ?? ""
      return text.split(separator: ",").compactMap { Double($0) }
    }
    let page = number(Self.frame)
    guard page.count == 3, page.allSatisfy({ $0 >= 0 && $0 < 100_000 }) else { return }
    let box = unsafe tl_bounds(graph)
    let (width, height) = (box.UR.x - box.LL.x, box.UR.y - box.LL.y)
    let pad = 2 * 72 * (number("pad").first ?? 4.0 / 72)
    let scale = min(
      1, (page[0] - 2 * page[2]) / (width + pad), (page[1] - 2 * page[2]) / (height + pad))
    guard scale > 0 else { return }
    unsafe tl_set_default(
      graph, ObjectKind.graph.rawValue, "viewport", "\(page[0]),\(page[1]),\(scale)")
    unsafe tl_set_default(graph, ObjectKind.graph.rawValue, "margin", "0")
  }

  /// Sets the seed of the layouts that begin with random places, unless the text sets one.
  private func seed(_ graph: GraphPointer) {
    guard [.neato, .fdp, .sfdp].contains(engine) else { return }
    let start = unsafe tl_attribute(graph, ObjectKind.graph.rawValue, "start")
    let isSet = unsafe start.map { unsafe !GraphObjects.value(of: graph, $0).isEmpty } ?? false
    if !isSet { unsafe tl_set_default(graph, ObjectKind.graph.rawValue, "start", "1") }
  }

  private static func draw(
    _ layout: borrowing LayoutHandle, _ format: GraphvizFormat
  ) throws(GraphvizError) -> [UInt8] {
    var data: UnsafeMutablePointer<CChar>?
    var length = 0
    // The gd plugin also writes PNG, with poorer text.
    let name = format == .png ? "png:cairo" : format.rawValue
    let status = unsafe tl_render(
      layout.context, layout.graph.pointer, name, &data, &length)
    defer { if let data = unsafe data { unsafe gvFreeRenderData(data) } }
    guard status == 0, let data = unsafe data else {
      throw .rendering(format, GraphvizLibrary.takeMessages())
    }
    return unsafe Array(UnsafeRawBufferPointer(start: data, count: length))
  }
}
