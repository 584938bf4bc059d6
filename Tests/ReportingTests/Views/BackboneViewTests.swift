import Evidence
import GraphCore
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct BackboneViewTests {
  /// The hub's three ties of 8, 1 and 1: by the formula the first has the chance 0.04, the others 0.81.
  private func star(_ weights: [Double?]) throws -> PlainSubject {
    PlainSubject(
      title: "Star",
      graph: try Graph(
        nodeCount: 4, edges: weights.enumerated().map { Graph.Edge(0, $0 + 1, weight: $1) },
        isDirected: false),
      nodes: ["hub", "strong", "weak", "faint"].map { MeasureTable.Node(id: $0, name: $0) })
  }

  @Test func whatStandsOutIsKeptAndTheRestCounted() throws {
    let subject = try star([8, 1, 1])
    let diagram = try BackboneView(subject.graph, alpha: 0.05).diagram(of: subject)
    #expect(diagram.nodes.map(\.id) == ["hub", "strong"])
    #expect(diagram.lines.map(\.weight) == [1])
    #expect(diagram.title == "Star: backbone")
    #expect(
      diagram.subtitle.hasSuffix(
        "2 nodes of 4, 1 edge of 3; backbone at alpha 0.05, 80 % of the weight"))
    #expect(
      diagram.notes[0].hasSuffix("Left out: 2 lines and 2 nodes without a line that is kept."))
    #expect(diagram.lines[0].tooltip.hasSuffix("weight 8, chance 0.04"))
  }

  @Test func weightsThatAreEqualOrMissingAreRefused() throws {
    #expect(throws: ViewError.noWeights(isUnweighted: true)) {
      try BackboneView(star([nil, nil, nil]).graph, alpha: 0.05)
    }
    #expect(throws: ViewError.noWeights(isUnweighted: false)) {
      try BackboneView(star([2, 2, 2]).graph, alpha: 0.05)
    }
    let error = #expect(throws: ViewError.self) {
      try BackboneView(star([8, 1, 1]).graph, alpha: 0.03)
    }
    #expect(
      error?.description
        == "no edge stands out at alpha 0.03; the least chance of any is 0.04: give a larger --alpha"
    )
  }

  /// A group that is sure to have inspired one attack and hardly three others; the probabilities of the links
  /// are the weights, so that the first has the chance (1 - p / s)^3.
  @Test func evidenceIsWeighedByProbabilityAndClaimsStayApart() throws {
    let graph = try Sample.graph().changed {
      $0 = [
        Sample.statement("t1", "group", "inspired", "attack", credibility: .confirmed),
        Sample.statement("t2", "group", "inspired", "doer", credibility: .doubtful),
        Sample.statement("t3", "group", "inspired", "preacher", credibility: .doubtful),
        Sample.statement("t4", "group", "inspired", "other", credibility: .doubtful),
        Sample.statement("t5", "group", "claimed", "attack"),
        Sample.statement("t6", "group", "directed", "other", stance: .denies),
      ]
    }
    let network = try InfluenceNetwork(LinkTable(graph))
    let weights = network.hops.map(\.probability)
    let sum = weights.reduce(0, +)
    let share = 1 - (try #require(weights.max())) / sum
    let alpha = share * share * share + 1e-9
    let diagram = try BackboneView(network.graph, alpha: alpha).diagram(of: network)
    #expect(diagram.nodes.map(\.id) == ["attack", "group"])
    #expect(diagram.lines.map(\.relation) == ["claimed", "inspired"])
    #expect(diagram.subtitle.contains("1 of 4 arcs, 2 of 5 entities"))
    #expect(
      diagram.subtitle.hasSuffix(
        "\(Int(((1 - share) * 100).rounded())) % of the summed probability"))
    #expect(diagram.sourceLine == "Sources: Paper, 14 June 2016 (B)")
  }
}
