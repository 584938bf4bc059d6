import TestSupport
import Testing

@testable import GraphCore

@Suite struct EdgeCapacitiesTests {
  @Test func eachWayToGiveThem() throws {
    let plain = GraphFamilies.make(2, [(0, 1)], isDirected: true)
    let weighted = GraphFamilies.make(2, [Graph.Edge(0, 1, weight: 2.5)], isDirected: true)
    #expect(try weighted.resolve(EdgeCapacities.unit) == [1])
    #expect(try weighted.resolve(EdgeCapacities.weights) == [2.5])
    #expect(try plain.resolve(EdgeCapacities.weights) == [1])
    #expect(try plain.resolve(EdgeCapacities.values([0])) == [0])
  }

  @Test func whatIsNoCapacityIsRefused() throws {
    let plain = GraphFamilies.make(2, [(0, 1)], isDirected: true)
    let weighted = GraphFamilies.make(2, [Graph.Edge(0, 1, weight: -1)], isDirected: true)
    #expect(throws: GraphError.wrongCount(of: "capacities", expected: 1, actual: 2)) {
      try plain.maximumFlow(from: 0, to: 1, capacities: .values([1, 1]))
    }
    #expect(throws: GraphError.unusableWeight(edge: 0, weight: -1, needed: .notNegative)) {
      try weighted.maximumFlow(from: 0, to: 1, capacities: .weights)
    }
    for value in [-1, .infinity] {
      #expect(throws: GraphError.self) {
        try plain.minimumCut(from: 0, to: 1, capacities: .values([value]))
      }
    }
  }
}
