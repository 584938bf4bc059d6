/// What can be wrong with the data given to a graph or to one of its algorithms.
public enum GraphError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What an algorithm asks of a number on an edge.
  public enum NumberNeeded: String, Sendable, Equatable {
    /// Neither NaN nor infinite.
    case finite = "finite"
    /// Zero or more, and 1e140 at most, so that sums and their squares are finite.
    case notNegative = "zero or more, and 1e140 at most"
    /// More than zero: 1e-140 to 1e140, so that the same holds for reciprocals.
    case positive = "more than zero, from 1e-140 to 1e140"
  }

  /// The number of nodes is negative or above 2,147,483,647.
  case nodeCount(Int)
  /// There are more edges than 1,073,741,823.
  case tooManyEdges(Int)
  /// An end of an edge is not a node of the graph.
  case endpointOutOfRange(edge: Int, node: Int, nodeCount: Int)
  /// The weight of an edge is not what the algorithm needs.
  case unusableWeight(edge: Int, weight: Double, needed: NumberNeeded)
  /// The length given for an edge is not what the algorithm needs.
  case unusableLength(edge: Int, length: Double, needed: NumberNeeded)
  /// A list that must have one entry for each node or edge has another number of entries.
  case wrongCount(of: String, expected: Int, actual: Int)
  /// An option is outside its range.
  case optionOutOfRange(name: String, value: Double, range: String)
  /// No graph without loops and parallel edges has the degrees that were given.
  case degreesNotGraphical
  /// There is a cycle where none may be; its nodes in the order of its edges, the first once.
  case cycle(nodes: [Int])
  /// An edge joins two nodes of a side that must have no edge within.
  case edgeWithinSide(edge: Int)
  /// The task for which the work was done has been cancelled.
  case cancelled

  /// What is wrong, where, and how to mend it.
  public var description: String {
    switch self {
    case .nodeCount(let count):
      "a graph cannot have \(count) nodes; give 0 to 2147483647"
    case .tooManyEdges(let count):
      "a graph cannot have \(count) edges; 1073741823 is the most"
    case .endpointOutOfRange(let edge, let node, let nodeCount):
      nodeCount == 0
        ? "edge \(edge) ends at node \(node), but the graph has no nodes; add the nodes first"
        : "edge \(edge) ends at node \(node), but the nodes are 0 to \(nodeCount - 1)"
    case .unusableWeight(let edge, let weight, let needed):
      "the weight of edge \(edge) is \(weight); it must be \(needed.rawValue)"
    case .unusableLength(let edge, let length, let needed):
      "the length of edge \(edge) is \(length); it must be \(needed.rawValue)"
    case .wrongCount(let what, let expected, let actual):
      "\(actual) \(what) were given where \(expected) are needed"
    case .optionOutOfRange(let name, let value, let range):
      "\(name) is \(value); it must be \(range)"
    case .degreesNotGraphical:
      "no graph has these degrees without loops or parallel edges; "
        + "change the degrees, or allow loops and parallel edges"
    case .cycle(let nodes):
      "the nodes \((nodes + nodes.prefix(1)).map(String.init).joined(separator: " -> ")) "
        + "form a cycle; take away one of its edges"
    case .edgeWithinSide(let edge):
      "edge \(edge) joins two nodes of the same side; name one side of a bipartite graph"
    case .cancelled:
      "the work was cancelled before its result was complete"
    }
  }
}
