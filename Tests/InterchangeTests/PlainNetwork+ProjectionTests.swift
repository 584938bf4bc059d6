import GraphCore
import Testing

@testable import Interchange

@Suite struct PlainNetworkProjectionTests {
  /// Two who were at a meeting alone count 1, three 1/2 each [Newman2001a]; by hand.
  private let meetings = """
    graph { a [side=who, age=30]; b [side=who]; c [side=who, label=Carla, age=50]
    x [side=what]; y [side=what]; a -- x; b -- x; c -- x; c -- y; b -- y }
    """

  @Test(arguments: [
    (Graph.ProjectionWeight.collaboration, [0.5, 0.5, 1.5]), (.shared, [1, 1, 2]),
    (.jaccard, [0.5, 0.5, 1]),
  ])
  func whoSharesNeighbors(weight: Graph.ProjectionWeight, weights: [Double]) throws {
    let found = try #require(
      try Text.network(meetings, .dot).projection(onto: "side", value: "who", weight: weight))
    #expect(found.nodes.map(\.id) == ["a", "b", "c"])
    #expect(found.nodes.map(\.label) == ["a", "b", "Carla"])
    #expect(found.edges.map { [$0.tail, $0.head] } == [[0, 1], [0, 2], [1, 2]])
    #expect(found.edges.map(\.weight) == weights)
    #expect(
      found.nodeAttributes["age"].map { [$0[0]?.text, $0[1]?.text, $0[2]?.text] }
        == ["30", nil, "50"])
    #expect(!found.isDirected)
  }

  @Test func whatIsNoSideIsRefused() throws {
    #expect(
      try Text.network(meetings, .dot).projection(onto: "side", value: "when", weight: .shared)
        == nil)
    #expect(
      try Text.network(meetings, .dot).projection(onto: "role", value: "who", weight: .shared)
        == nil)
    let joined = try Text.network("graph { a [side=who]; b [side=who]; a -- b }", .dot)
    #expect(throws: GraphError.edgeWithinSide(edge: 0)) {
      try joined.projection(onto: "side", value: "who", weight: .shared)
    }
  }
}
