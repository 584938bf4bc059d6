import GraphCore
import TestSupport
import Testing

@Suite struct AcyclicTests {
  @Test func agreesWithThePowersOfTheMatrix() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, seed: 81)
    {
      #expect(graph.isAcyclic() == GraphTable(graph).walksDieOut())
    }
  }
}
