import TestSupport
import Testing

@testable import GraphCore

@Suite struct DiameterTests {
  @Test func agreesWithTheTableOfDistances() throws {
    for (weighted, graphs) in [
      (
        false,
        GraphFamilies.small + GraphFamilies.ladder
          + GraphFamilies.random(count: 200, nodes: 1...12, seed: 491)
      ), (true, GraphFamilies.random(count: 200, nodes: 1...12, seed: 492, isWeighted: true)),
    ] {
      let lengths: EdgeLengths = weighted ? .weights : .hops
      for graph in graphs {
        let farthest = GraphTable(graph).distances(weighted: weighted).map { $0.max() ?? 0 }
        let isDefined = graph.nodeCount > 0 && farthest.allSatisfy(\.isFinite)
        let diameter = isDefined ? farthest.max() : nil
        let radius = isDefined ? farthest.min() : nil
        #expect(try graph.diameter(lengths: lengths) == diameter)
        #expect(try graph.radius(lengths: lengths) == radius)
        let options = Graph.DistanceOptions(direction: .outward, lengths: lengths)
        #expect(
          try graph.center(options)
            == (isDefined ? graph.nodes.filter { farthest[$0] == radius } : []))
        #expect(
          try graph.periphery(options)
            == (isDefined ? graph.nodes.filter { farthest[$0] == diameter } : []))
      }
    }
  }

  @Test func aTreeTakesFewSearches() throws {
    // A balanced binary tree of 2^12 - 1 nodes: from leaf to leaf it is 22, from the root 11.
    let count = (1 << 12) - 1
    let tree = GraphFamilies.make(count, (1..<count).map { (($0 - 1) / 2, $0) }, isDirected: false)
    let found = try #require(try tree.eccentricityExtremes(lengths: .hops, seeks: .diameter))
    #expect(found.diameter == 22)
    #expect(found.searched <= 20)
    let central = try #require(try tree.eccentricityExtremes(lengths: .hops, seeks: .radius))
    #expect(central.radius == 11)
    #expect(central.searched <= 20)
  }

  @Test func aPathHasItsCentreInTheMiddle() throws {
    let path = GraphFamilies.make(5, [(0, 1), (1, 2), (2, 3), (3, 4)], isDirected: false)
    #expect(try path.center() == [2])
    #expect(try path.periphery() == [0, 4])
    #expect(try path.diameter(lengths: .values([1, 1, 1, 10])) == 13)
  }
}
