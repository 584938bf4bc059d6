import CGraphviz
public import DOT

/// A point, in points (1/72 inch) from the lower left corner, upwards.
public struct LayoutPoint: Sendable, Hashable {
  /// To the right.
  public var x: Double
  /// Upwards.
  public var y: Double

  /// Makes a point.
  ///
  /// - Parameters:
  ///   - x: To the right.
  ///   - y: Upwards.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  init(_ point: pointf) {
    self.init(x: point.x, y: point.y)
  }
}

/// Where a layout has put the nodes and edges of a graph.
public struct GraphvizLayout: Sendable, Hashable {
  /// Where a node lies.
  public struct Node: Sendable, Hashable {
    /// The node's name.
    public let name: String
    /// The node's middle.
    public let center: LayoutPoint
    /// The node's width, in points.
    public let width: Double
    /// The node's height, in points.
    public let height: Double
  }

  /// A piece of an edge: cubic Bézier curves that share their ends, 3k + 1 points.
  public struct Spline: Sendable, Hashable {
    /// The tip of the arrow at the tail, if there is one.
    public let start: LayoutPoint?
    /// The ends and control points of the curves.
    public let points: [LayoutPoint]
    /// The tip of the arrow at the head, if there is one.
    public let end: LayoutPoint?
  }

  /// Where an edge runs.
  public struct Edge: Sendable, Hashable {
    /// The name of the node that the edge leaves.
    public let tail: String
    /// The name of the node that the edge enters.
    public let head: String
    /// The edge's `key`, if it has one.
    public let key: String?
    /// The edge's pieces; there is none for `style=invis`.
    public let splines: [Spline]
    /// The middle of the edge's label, if it has one.
    public let labelCenter: LayoutPoint?
  }

  /// The lower left corner of the box around everything.
  public let lowerLeft: LayoutPoint
  /// The upper right corner of the box around everything.
  public let upperRight: LayoutPoint
  /// The nodes in the order in which the text first names them.
  public let nodes: [Node]
  /// The edges in the order in which the text names them.
  public let edges: [Edge]
  /// Warnings, and errors that left something out.
  public let messages: [GraphvizMessage]
}

extension GraphvizRenderer {
  /// Finds places for the nodes and edges of a graph.
  ///
  /// - Parameter graph: The graph.
  /// - Returns: The places.
  /// - Throws: An error that says what is missing or too large.
  public func layout(_ graph: DOTGraph) throws(GraphvizError) -> GraphvizLayout {
    try layout(DOTWriter().write(graph))
  }

  /// Finds places for the nodes and edges of the first graph of a DOT text.
  ///
  /// - Parameter text: The text; nothing in it is trusted.
  /// - Returns: The places.
  /// - Throws: An error with the line of a mistake, or with what is missing or too large.
  public func layout(_ text: String) throws(GraphvizError) -> GraphvizLayout {
    try withLayout(of: text) { (layout, messages) throws(GraphvizError) in
      let graph = unsafe layout.graph.pointer
      let bounds = unsafe tl_bounds(graph)
      return GraphvizLayout(
        lowerLeft: LayoutPoint(bounds.LL), upperRight: LayoutPoint(bounds.UR),
        nodes: unsafe GraphObjects.nodes(of: graph).map { unsafe Self.place(node: $0) },
        edges: unsafe GraphObjects.edges(of: graph).map { unsafe Self.place(edge: $0) },
        messages: messages)
    }
  }

  private static func place(node: NodePointer) -> GraphvizLayout.Node {
    unsafe GraphvizLayout.Node(
      name: GraphObjects.name(of: node) ?? "", center: LayoutPoint(tl_node_center(node)),
      width: tl_node_width(node) * 72, height: tl_node_height(node) * 72)
  }

  private static func place(edge: EdgePointer) -> GraphvizLayout.Edge {
    let splines = unsafe (0..<tl_spline_count(edge)).map { spline in
      unsafe GraphvizLayout.Spline(
        start: tl_spline_has_start(edge, spline) != 0
          ? LayoutPoint(tl_spline_start(edge, spline)) : nil,
        points: (0..<tl_spline_length(edge, spline)).map {
          unsafe LayoutPoint(tl_spline_point(edge, spline, $0))
        },
        end: tl_spline_has_end(edge, spline) != 0 ? LayoutPoint(tl_spline_end(edge, spline)) : nil)
    }
    return unsafe GraphvizLayout.Edge(
      tail: GraphObjects.name(of: tl_tail(edge)) ?? "",
      head: GraphObjects.name(of: tl_head(edge)) ?? "", key: GraphObjects.name(of: edge),
      splines: splines,
      labelCenter: tl_has_edge_label(edge) != 0 ? LayoutPoint(tl_edge_label_center(edge)) : nil)
  }
}
