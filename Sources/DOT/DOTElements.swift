/// A node.
public struct DOTNode: Sendable, Hashable {
  /// The node's name, by which edges refer to it; it is shown when the node has no `label`.
  public var name: String

  /// The attributes set on the node.
  public var attributes: DOTAttributes

  /// Makes a node.
  ///
  /// - Parameters:
  ///   - name: The node's name.
  ///   - attributes: The attributes set on the node.
  public init(_ name: String, _ attributes: DOTAttributes = [:]) {
    self.name = name
    self.attributes = attributes
  }
}

/// An edge; in an undirected graph tail and head only say which end was named first.
public struct DOTEdge: Sendable, Hashable {
  /// The name of the node that the edge leaves.
  public var tail: String

  /// Where at the tail the edge begins.
  public var tailPort: DOTPort?

  /// The name of the node that the edge enters.
  public var head: String

  /// Where at the head the edge ends.
  public var headPort: DOTPort?

  /// The attributes set on the edge.
  public var attributes: DOTAttributes

  /// Makes an edge.
  ///
  /// - Parameters:
  ///   - tail: The name of the node that the edge leaves.
  ///   - tailPort: Where at the tail the edge begins.
  ///   - head: The name of the node that the edge enters.
  ///   - headPort: Where at the head the edge ends.
  ///   - attributes: The attributes set on the edge.
  public init(
    from tail: String, tailPort: DOTPort? = nil, to head: String, headPort: DOTPort? = nil,
    _ attributes: DOTAttributes = [:]
  ) {
    self.tail = tail
    self.tailPort = tailPort
    self.head = head
    self.headPort = headPort
    self.attributes = attributes
  }
}

/// A place at a node where an edge begins or ends: a named port, a compass point, or a point of a port.
public enum DOTPort: Sendable, Hashable {
  /// A cell of an HTML-like label or a field of a record. Graphviz reads a colon in the name as the
  /// beginning of a compass point, and a port that is named like a compass point reads back as that point.
  case named(String)

  /// A side or corner of the node.
  case compass(DOTCompass)

  /// A side or corner of a port.
  case namedCompass(String, DOTCompass)
}

/// The points of the compass around a node or port.
public enum DOTCompass: String, Sendable, Hashable, CaseIterable {
  /// The top.
  case north = "n"
  /// The top right corner.
  case northEast = "ne"
  /// The right side.
  case east = "e"
  /// The bottom right corner.
  case southEast = "se"
  /// The bottom.
  case south = "s"
  /// The bottom left corner.
  case southWest = "sw"
  /// The left side.
  case west = "w"
  /// The top left corner.
  case northWest = "nw"
  /// The middle.
  case center = "c"
  /// The side that Graphviz finds best.
  case any = "_"
}
