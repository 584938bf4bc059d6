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
    #expect(found.pairs == 1_122 && found.observations == 561)
    // 1 - (1 - R^2) 560 / 558 and (R^2 / 2) / ((1 - R^2) / 558).
    #expect(abs((found.adjustedRSquared ?? 0) - 0.08751028743633138) < 1e-12)
    #expect(abs((found.fStatistic ?? 0) - 27.852774496855588) < 1e-9)
    #expect(found.tests[0].shareAsExtreme == 1.0 / 201)
    #expect(found.tests[1].shareAsExtreme > 0.2)
  }

  /// Weights on weights over the 20 pairs of five nodes: NumPy 2.4.6 (`lstsq`).
  @Test func weightsAreExplainedByWeights() throws {
    let graphs = ValuedNetworks.all
    let found = try #require(
      try graphs[0].matrixRegression(
        on: [graphs[1], graphs[2]],
        Graph.PermutationOptions(permutations: 20, seed: 2, usesWeights: true)))
    #expect(abs(found.intercept - 0.49516487345907534) < 1e-12)
    #expect(
      largestDifference(found.coefficients, [0.45367426057411686, -0.1594720564533693]) < 1e-12)
    #expect(abs(found.rSquared - 0.20196617321801902) < 1e-12)
    #expect(found.observations == 20)
    #expect(abs((found.adjustedRSquared ?? 0) - 0.10807984065543297) < 1e-12)
    #expect(abs((found.fStatistic ?? 0) - 2.151177575110684) < 1e-12)
  }

  /// Coefficients over their standard errors, from the normal equations.
  private func statistics(_ target: [Double], _ columns: [[Double]]) -> [Double] {
    func product(_ left: [Double], _ right: [Double]) -> Double {
      zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let matrix = columns.map { left in columns.map { product(left, $0) } }
    let coefficients = LinearAlgebra.solve(matrix, columns.map { product($0, target) })
    var error = 0.0
    for row in target.indices {
      var rest = target[row]
      for (column, coefficient) in zip(columns, coefficients) { rest -= coefficient * column[row] }
      error += rest * rest
    }
    let variance = error / Double(target.count - columns.count)
    return columns.indices.map { place in
      let unit = columns.indices.map { $0 == place ? 1.0 : 0.0 }
      return coefficients[place]
        / (variance * LinearAlgebra.solve(matrix, unit)[place]).squareRoot()
    }
  }

  /// The same shufflings, each put through the normal equations by the steps of the paper.
  @Test func everyShufflingIsAsInThePaper() throws {
    var generator = SeededGenerator(seed: 1_114)
    let graphs = try (0..<3).map { _ in
      try Graph.erdosRenyi(nodeCount: 8, probability: 0.5, isDirected: true, using: &generator)
    }
    let options = Graph.PermutationOptions(permutations: 150, seed: 6)
    let found = try #require(
      try graphs[0].matrixRegression(on: [graphs[1], graphs[2]], options))
    let pairs = (0..<8).flatMap { tail in (0..<8).filter { $0 != tail }.map { [tail, $0] } }
    let columns = graphs.map { graph in
      let table = GraphTable(graph)
      return pairs.map { table.leads($0[0], $0[1]) ? 1.0 : 0.0 }
    }
    let ones = pairs.map { _ in 1.0 }
    let names = try graphs[0].shuffled(options) { $0 }
    for place in [1, 2] {
      let (own, other) = (columns[place], columns[3 - place])
      // What the other leaves unexplained, from means and one slope.
      let means = [own, other].map { $0.reduce(0, +) / Double(pairs.count) }
      let joint = zip(own, other).reduce(0) { $0 + ($1.0 - means[0]) * ($1.1 - means[1]) }
      let spread = other.reduce(0) { $0 + ($1 - means[1]) * ($1 - means[1]) }
      let residuals = zip(own, other).map {
        $0 - means[0] - joint / spread * ($1 - means[1])
      }
      let drawn = names.map { names -> Double in
        let moved = pairs.map { pair in
          residuals[pairs.firstIndex(of: [names[pair[0]], names[pair[1]]]) ?? 0]
        }
        return statistics(columns[0], [moved, ones, other])[0]
      }
      let observed = statistics(columns[0], [own, ones, other])[0]
      let test = found.tests[place - 1]
      #expect(abs(test.observed - observed) < 1e-9)
      #expect(test.shareAtLeast == Double(drawn.count { $0 >= observed - 1e-9 } + 1) / 151)
      #expect(test.shareAtMost == Double(drawn.count { $0 <= observed + 1e-9 } + 1) / 151)
      let large = drawn.count { abs($0) >= abs(observed) - 1e-9 }
      #expect(test.shareAsExtreme == Double(large + 1) / 151)
    }
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
      #expect(abs(regression.tests[0].shareAtLeast - correlation.shareAtLeast) < 0.08)
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
      small += found.tests.count { $0.shareAsExtreme <= 0.05 }
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
