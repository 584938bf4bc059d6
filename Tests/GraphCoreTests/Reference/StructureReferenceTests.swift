import Foundation
import GraphCore
import TestSupport
import Testing

/// What NetworkX 3.6.1 finds of a network when direction is ignored; igraph 1.0.0 agrees.
struct KnownStructure: Sendable, CustomTestStringConvertible {
  let name: String
  let articulationPoints: [Int]
  let bridgeCount: Int
  let blockCount: Int
  let assortativity: Double

  var testDescription: String { name }

  static let all = [
    KnownStructure(
      name: "davis_women", articulationPoints: [], bridgeCount: 0, blockCount: 1,
      assortativity: -0.336997937144),
    KnownStructure(
      name: "florentine_marriage16", articulationPoints: [1, 6, 8, 13], bridgeCount: 5,
      blockCount: 6, assortativity: -0.374837872892),
    KnownStructure(
      name: "ise_typed_nov13",
      articulationPoints: [
        4, 14, 20, 33, 43, 52, 59, 60, 93, 97, 117, 118, 121, 125, 126, 127, 139,
      ], bridgeCount: 28, blockCount: 31, assortativity: -0.210826572274),
    KnownStructure(
      name: "karate34", articulationPoints: [0], bridgeCount: 1, blockCount: 3,
      assortativity: -0.475613097685),
    KnownStructure(
      name: "kite10", articulationPoints: [7, 8], bridgeCount: 2, blockCount: 3,
      assortativity: 0.152542372881),
    KnownStructure(
      name: "lesmis77", articulationPoints: [1, 10, 25, 28, 46, 48, 51, 57], bridgeCount: 18,
      blockCount: 21, assortativity: -0.165225134422),
  ]
}

@Suite struct StructureReferenceTests {
  private func load(_ name: String) throws -> Graph {
    let url = try #require(
      Bundle.module.url(
        forResource: name, withExtension: "json", subdirectory: "Fixtures/networks"))
    return try ReferenceNetwork.load(url).graph
  }

  @Test(arguments: KnownStructure.all)
  func agreesWithNetworkXAndIgraph(known: KnownStructure) throws {
    let graph = try load(known.name).asUndirected().simplified()
    #expect(graph.articulationPoints() == known.articulationPoints)
    #expect(graph.bridges().count == known.bridgeCount)
    #expect(graph.biconnectedComponents().count == known.blockCount)
    #expect(
      largestDifference([graph.degreeAssortativity()], [known.assortativity]) < 1e-11)
  }

  @Test func directedAssortativityAgreesWithNetworkX() throws {
    let graph = try load("ise_typed_nov13")
    let expected: [(Graph.DegreeKind, Graph.DegreeKind, Double)] = [
      (.outgoing, .incoming, -0.21022011355), (.incoming, .incoming, -0.14987554533),
      (.outgoing, .outgoing, -0.0878628110018), (.incoming, .outgoing, -0.128060159998),
    ]
    for (tail, head, value) in expected {
      #expect(
        largestDifference([graph.degreeAssortativity(from: tail, to: head)], [value]) < 1e-11)
    }
    #expect(graph.condensation().graph.nodeCount == 143)
  }
}
