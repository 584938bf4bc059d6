import TestSupport
import Testing

@testable import GraphCore

@Suite struct ScoreSensitivityTests {
  private static let degrees: @Sendable (Graph) throws(GraphError) -> [Double] = {
    graph throws(GraphError) in graph.degree(isNormalized: false).values
  }

  /// By place, the middle of the ranks that a number can have.
  private func ranks(_ numbers: [Double]) -> [Double] {
    numbers.map { own in
      Double(numbers.filter { $0 < own }.count)
        + Double(numbers.filter { $0 == own }.count + 1) / 2
    }
  }

  private func spearman(_ first: [Double], _ second: [Double]) -> Double? {
    let pairs = zip(ranks(first), ranks(second)).map { ($0, $1) }
    let middle = Double(first.count + 1) / 2
    let joint = pairs.reduce(0) { $0 + ($1.0 - middle) * ($1.1 - middle) }
    let spreads = (
      pairs.reduce(0) { $0 + ($1.0 - middle) * ($1.0 - middle) },
      pairs.reduce(0) { $0 + ($1.1 - middle) * ($1.1 - middle) }
    )
    return spreads.0 > 0 && spreads.1 > 0 ? joint / (spreads.0 * spreads.1).squareRoot() : nil
  }

  /// The chance of each to be among the first if ties are broken by lot.
  private func chances(_ numbers: [Double], _ top: Int) -> [Double] {
    numbers.map { own in
      let left = Double(top - numbers.filter { $0 > own }.count)
      return min(1, max(0, left / Double(numbers.filter { $0 == own }.count)))
    }
  }

  /// The same errors, each put through the definitions.
  @Test func everyErrorIsComparedAsTheDefinitionsSay() throws {
    for graph in GraphFamilies.random(count: 10, nodes: 6...14, seed: 1_301)
    where graph.edgeCount > 1 {
      let options = Graph.SensitivityOptions(shares: [0.1, 0.4], samples: 7, top: 3, seed: 4)
      let found = try graph.sensitivity(options, of: Self.degrees)
      let truth = graph.degree(isNormalized: false).values
      var seeds = SeededGenerator(seed: 4)
      var place = 0
      for kind in Graph.DataError.allCases {
        for share in options.shares {
          var (sum, count, overlap) = (0.0, 0, 0.0)
          for _ in 0..<7 {
            var generator = SeededGenerator(seed: seeds.next())
            var scores = [[Double]](repeating: [], count: graph.nodeCount)
            let n = Double(graph.nodeCount)
            switch kind {
            case .perturbation(let perturbation):
              let drawn = try graph.perturbed(perturbation, share: share, using: &generator)
              let degrees = drawn.graph.degree(isNormalized: false).values
              for (node, origin) in drawn.kept.enumerated() { scores[origin] = [degrees[node]] }
            case .falseMerges:
              let pairs = max(1, Int((share * (n / 2).rounded(.down)).rounded()))
              let drawn = try graph.falselyMerged(pairs, using: &generator)
              let degrees = drawn.graph.degree(isNormalized: false).values
              for (node, origins) in drawn.origins.enumerated() {
                for origin in origins { scores[origin].append(degrees[node]) }
              }
            case .falseSplits:
              let drawn = try graph.falselySplit(
                max(1, Int((share * n).rounded())), using: &generator)
              let degrees = drawn.graph.degree(isNormalized: false).values
              for (node, origins) in drawn.origins.enumerated() {
                for origin in origins { scores[origin].append(degrees[node]) }
              }
            }
            let seen = graph.nodes.filter { !scores[$0].isEmpty }
            let (before, after) = (seen.map { truth[$0] }, seen.map { scores[$0].max() ?? -1 })
            if let value = spearman(before, after) {
              sum += value
              count += 1
            }
            let seats = min(3, seen.count)
            overlap +=
              zip(chances(before, seats), chances(after, seats)).reduce(0) { $0 + min($1.0, $1.1) }
              / Double(seats)
          }
          let point = found.points[place]
          place += 1
          #expect(point.kind == kind && point.share == share && point.sampleCount == 7)
          let mean: Double? = count > 0 ? sum / Double(count) : nil
          #expect(largestDifference([point.rankCorrelation], [mean]) < 1e-12)
          #expect(abs(point.definedIn - Double(count) / 7) < 1e-12)
          #expect(abs(point.overlap - overlap / 7) < 1e-12)
        }
      }
      #expect(place == found.points.count)
    }
  }

  /// A star that lacks any one of its four edges: spearmanr of SciPy 1.17.1 of 4 1 1 1 1 and 3 0 1 1 1.
  @Test func aStarThatLacksAnEdge() throws {
    let star = try Graph.star(nodeCount: 5)
    let found = try star.sensitivity(
      .init(
        kinds: [.perturbation(.removeEdges)], shares: [0.25], samples: 20, top: 1), of: Self.degrees
    )
    #expect(abs((found.points[0].rankCorrelation ?? 0) - 0.7905694150420948) < 1e-12)
    #expect(found.points[0].overlap == 1 && found.points[0].definedIn == 1)
  }

  @Test func twoTakenForOneLoseTheirTie() throws {
    let pair = try Graph.path(nodeCount: 2, isDirected: false)
    let found = try pair.sensitivity(
      .init(kinds: [.falseMerges], shares: [0.5], samples: 4), of: Self.degrees)
    #expect(found.points[0].rankCorrelation == nil && found.points[0].definedIn == 0)
    #expect(found.points[0].overlap == 1)
  }

  @Test func scoresThatDifferByRoundingTie() {
    let third = 0.1 + 0.2
    #expect(ScoreComparison([0.3, third, 1], [1, 1, 2], top: 1).rankCorrelation == 1)
    #expect(
      ScoreComparison.seats(of: [3, 2, 2, 2, 1], top: 3).elementsEqual(
        [1, 2, 2, 2, 0].map {
          $0 == 2 ? 2.0 / 3 : Double($0)
        }))
  }

  @Test func oneThreadAndManyAgreeAndMeasuresSeeTheSameErrors() throws {
    let graph = NamedNetwork.karateClub.graph
    let one = try graph.sensitivity(
      .init(samples: 6, seed: 3, execution: .init(threads: 1)), of: Self.degrees)
    let many = try graph.sensitivity(
      .init(samples: 6, seed: 3, execution: .init(threads: 4)), of: Self.degrees)
    #expect(one == many)
    let double = try graph.sensitivity(.init(samples: 6, seed: 3)) { graph throws(GraphError) in
      graph.degree(isNormalized: false).values.map { 2 * $0 }
    }
    #expect(one == double)
  }

  @Test func whatCannotBeIsRefused() {
    let graph = NamedNetwork.karateClub.graph
    for options in [
      Graph.SensitivityOptions(shares: [0]), .init(shares: [1.5]), .init(samples: 0), .init(top: 0),
    ] {
      #expect(throws: GraphError.self) { try graph.sensitivity(options, of: Self.degrees) }
    }
    #expect(throws: GraphError.wrongCount(of: "node scores", expected: 34, actual: 1)) {
      try graph.sensitivity { _ throws(GraphError) in [1] }
    }
  }
}
