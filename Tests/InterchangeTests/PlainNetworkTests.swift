import DOT
import GraphCore
import Testing

@testable import Interchange

@Suite struct PlainNetworkTests {
  @Test func aDocumentIsMadeOnDemandAndReadBack() throws {
    let network = try Text.network("1 2 0.5\n2 3 1e20\n9\n", direction: .undirected)
    let dot = network.dot
    #expect(dot.nodes.map(\.name) == ["1", "2", "3", "9"])
    #expect(dot.edges.map { $0.attributes["weight"]?.plainText } == ["0.5", "1e+20"])
    let again = try PlainNetwork(dot)
    #expect(again.lines == network.lines)
    #expect(again.ids == network.ids)
    #expect(again.dot == dot)
  }

  @Test func nodesOfSubgraphsAndOfEdgesAloneAreNodes() throws {
    let dot = DOTGraph(
      isDirected: true, nodes: [DOTNode("a")],
      subgraphs: [
        DOTSubgraph(
          name: "cluster", nodes: [DOTNode("b", ["label": .text("B")])], subgraphs: [],
          edges: [DOTEdge(from: "b", to: "a", ["weight": .text("nan")])])
      ], edges: [DOTEdge(from: "c", to: "a")])
    let network = try PlainNetwork(dot)
    #expect(network.ids == ["a", "b", "c"])
    #expect(network.nodes[1] == PlainNetwork.Node(id: "b", label: "B"))
    // No finite weight anywhere: the network has none.
    #expect(network.lines == ["c>a", "b>a"])
  }

  @Test(
    arguments: [
      (0.5, "0.5"), (3, "3"), (-2, "-2"), (1e15, "1000000000000000"), (1e16, "1e+16"),
      (999_999_999_999_999, "999999999999999"),
      (0.1 + 0.2, "0.30000000000000004"),
    ] as [(Double, String)])
  func numbersAreWrittenShortAndExact(number: Double, text: String) {
    #expect(NetworkNumber.text(number) == text)
    #expect(Double(text) == number)
  }
}
