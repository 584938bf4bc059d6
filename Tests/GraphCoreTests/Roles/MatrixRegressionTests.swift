import TestSupport
import Testing

@testable import GraphCore

@Suite struct MatrixRegressionTests {
  private func graph(_ count: Int, _ isTied: (Int, Int) -> Bool) -> Graph {
    let pairs = (0..<count).flatMap { tail in
      (0..<tail).filter { isTied(tail, $0) }.map { (tail, $0) }
    }
    return GraphFamilies.make(count, pairs, isDirected: false)
  }

  /// The karate club on being of one club and on having neighboring numbers: NumPy 2 (`lstsq`).
  @Test func agreesWithNumPy() throws {
    let clubs = try #require(NamedNetwork.karateClub.groups)
    let predictors = [
      graph(34) { clubs[$0] == clubs[$1] }, graph(34) { abs($0 - $1) == 1 },
    ]
    let found = try #require(
      try NamedNetwork.karateClub.graph.matrixRegression(
        on: predictors, Graph.PermutationOptions(permutations: 200, seed: 2)))
    #expect(abs(found.intercept - 0.03730346) < 1e-8)
    #expect(largestDifference(found.coefficients, [0.20687006, 0.0243668]) < 1e-8)
    #expect(
      largestDifference(found.tests.map(\.observed), [10.40569432, 0.57704877]) < 1e-7)
    #expect(abs(found.rSquared - 0.09076917926691586) < 1e-12)
    #expect(found.pairs == 1_122)
    #expect(found.tests[0].twoSided == 1.0 / 201)
    #expect(found.tests[1].twoSided > 0.2)
  }

  /// With one predictor, the regression tests what the correlation does.
  @Test func onePredictorIsACorrelation() throws {
    var generator = SeededGenerator(seed: 1_111)
    for _ in 0..<10 {
      let pair = try (0..<2).map { _ in
        try Graph.erdosRenyi(
          nodeCount: 9, probability: 0.4, isDirected: true, using: &generator)
      }
      let regression = try #require(try pair[0].matrixRegression(on: [pair[1]]))
      let correlation = try #require(try pair[0].qapCorrelation(with: pair[1]))
      #expect(abs(regression.rSquared - correlation.observed * correlation.observed) < 1e-12)
      // t and r rise together, and shufflings of one matrix are as good as of the other.
      #expect(abs(regression.tests[0].atLeast - correlation.atLeast) < 0.08)
    }
  }

  /// Where one is chance, its share is spread evenly: rarely small.
  @Test func chanceIsRarelyAFinding() throws {
    var generator = SeededGenerator(seed: 1_112)
    var small = 0
    for seed in 0..<40 {
      let drawn = try (0..<3).map { _ in
        try Graph.erdosRenyi(
          nodeCount: 10, probability: 0.4, isDirected: true, using: &generator)
      }
      let found = try #require(
        try drawn[0].matrixRegression(
          on: [drawn[1], drawn[2]],
          Graph.PermutationOptions(permutations: 99, seed: UInt64(seed))))
      small += found.tests.count { $0.twoSided <= 0.05 }
    }
    // Of 80 tests 4 are expected; 14 or more have a chance below one in ten thousand.
    #expect(small < 14)
  }

  @Test func whatDeterminesEachOtherHasNoCoefficients() throws {
    let karate = NamedNetwork.karateClub.graph
    #expect(try karate.matrixRegression(on: [karate]) == nil)
    let ring = try Graph.cycle(nodeCount: 34, isDirected: false)
    #expect(try karate.matrixRegression(on: [ring, ring]) == nil)
    #expect(
      try karate.matrixRegression(on: [Graph.complete(nodeCount: 34, isDirected: true)]) == nil)
    #expect(throws: GraphError.self) {
      try karate.matrixRegression(on: [Graph.cycle(nodeCount: 5, isDirected: false)])
    }
  }

  /// Errors stand at right angles to all columns.
  @Test func leastSquaresLeaveNothingThatColumnsExplain() throws {
    var generator = SeededGenerator(seed: 1_113)
    let columns = (0..<4).map { _ in (0..<20).map { _ in generator.nextUnit() } }
    let target = (0..<20).map { _ in generator.nextUnit() }
    let fit = try #require(LeastSquares(of: target, on: columns))
    for column in columns {
      let product = zip(column, fit.residuals).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs(product) < 1e-12)
    }
    let rebuilt = target.indices.map { row in
      zip(columns, fit.coefficients).reduce(0) { $0 + $1.0[row] * $1.1 } + fit.residuals[row]
    }
    #expect(largestDifference(rebuilt, target) < 1e-12)
  }
}
