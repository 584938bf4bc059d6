import GraphCore
import Testing

@Suite struct GraphErrorTests {
  @Test(arguments: [
    (GraphError.nodeCount(-1), "a graph cannot have -1 nodes; give 0 to 2147483647"),
    (
      .tooManyEdges(2_000_000_000),
      "a graph cannot have 2000000000 edges; 1073741823 is the most"
    ),
    (
      .endpointOutOfRange(edge: 3, node: 7, nodeCount: 5),
      "edge 3 ends at node 7, but the nodes are 0 to 4"
    ),
    (
      .endpointOutOfRange(edge: 0, node: 0, nodeCount: 0),
      "edge 0 ends at node 0, but the graph has no nodes; add the nodes first"
    ),
    (
      .unusableWeight(edge: 2, weight: -1, needed: .notNegative),
      "the weight of edge 2 is -1.0; it must be zero or more, and 1e140 at most"
    ),
    (
      .unusableLength(edge: 2, length: 0, needed: .positive),
      "the length of edge 2 is 0.0; it must be more than zero, from 1e-140 to 1e140"
    ),
    (
      .wrongCount(of: "edge lengths", expected: 3, actual: 2),
      "2 edge lengths were given where 3 are needed"
    ),
    (
      .optionOutOfRange(name: "damping", value: 1.5, range: "0 or more and below 1"),
      "damping is 1.5; it must be 0 or more and below 1"
    ),
    (
      .degreesNotGraphical,
      "no graph has these degrees without loops or parallel edges; "
        + "change the degrees, or allow loops and parallel edges"
    ),
    (
      .cycle(nodes: [1, 4, 2]),
      "the nodes 1 -> 4 -> 2 -> 1 form a cycle; take away one of its edges"
    ),
    (
      .edgeWithinSide(edge: 3),
      "edge 3 joins two nodes of the same side; name one side of a bipartite graph"
    ),
  ])
  func messageSaysWhatAndHowToMend(error: GraphError, message: String) {
    #expect(error.description == message)
  }
}
