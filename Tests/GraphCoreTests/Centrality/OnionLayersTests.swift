import GraphCore
import TestSupport
import Testing

@Suite struct OnionLayersTests {
  @Test func agreesWithTheRoundsOfTheDefinition() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 120, nodes: 1...20, seed: 721)
    {
      let expected = GraphTable(graph).onionLayers(isDirected: graph.isDirected)
      #expect(graph.onionLayers().values == expected)
    }
  }

  @Test func aPathIsPeeledFromItsEnds() {
    let path = GraphFamilies.make(5, [(0, 1), (1, 2), (2, 3), (3, 4)], isDirected: false)
    #expect(path.onionLayers().values == [1, 2, 3, 2, 1])
  }

  @Test func higherCoresAreInLaterLayers() {
    for graph in GraphFamilies.random(count: 40, nodes: 10...30, seed: 722) {
      let cores = graph.coreNumbers().values
      let layers = graph.onionLayers().values
      for node in graph.nodes {
        for other in graph.nodes where cores[node] < cores[other] {
          #expect(layers[node] < layers[other])
        }
      }
    }
  }
}
