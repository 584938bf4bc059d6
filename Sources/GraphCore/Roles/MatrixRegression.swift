/// How the ties of one graph follow from those of others of the same nodes.
public struct MatrixRegression: Sendable, Equatable {
  /// The coefficient of nothing but 1.
  public let intercept: Double
  /// By graph, the coefficient of its ties.
  public let coefficients: [Double]
  /// By graph, the t statistic of its coefficient, against shuffled ones.
  public let tests: [PermutationTest]
  /// The share of the variance that is explained, from 0 to 1.
  public let rSquared: Double
  /// The number of ordered pairs that were compared.
  public let pairs: Int
  /// The number of pairs that can differ: the ordered ones, or half of them where no graph has a
  /// direction, so that both pairs of two nodes are one.
  public let observations: Int

  /// What is explained, less what as many predictors explain by chance: 1 - (1 - R^2)(N - 1)/(N - k - 1),
  /// with N the observations and k the predictors; nil unless N is above k + 1.
  public var adjustedRSquared: Double? {
    let left = observations - coefficients.count - 1
    guard left > 0 else { return nil }
    return 1 - (1 - rSquared) * Double(observations - 1) / Double(left)
  }

  /// The F statistic of all predictors together: what is explained for each of them over what is not for
  /// each observation left, (R^2 / k) / ((1 - R^2) / (N - k - 1)); nil unless N is above k + 1.
  ///
  /// The pairs of a node hang together, so F tables give no probability for it.
  public var fStatistic: Double? {
    let left = observations - coefficients.count - 1
    guard left > 0, rSquared < 1 else { return nil }
    return rSquared / Double(coefficients.count) / ((1 - rSquared) / Double(left))
  }
}

extension Graph {
  /// MRQAP: a regression of the ties of this graph on those of others of the same nodes, with tests
  /// that respect that the ties of a node belong together.
  ///
  /// Coefficients are those of least squares over all ordered pairs of different nodes. For the test of
  /// each, what the other graphs leave unexplained of its ties is shuffled by node and put in its place,
  /// and the t statistic is compared: double semi-partialing [Dekker2007]. Loops are left out; an
  /// undirected edge leads both ways.
  ///
  /// - Parameters:
  ///   - predictors: Graphs of the same nodes, at least one.
  ///   - options: Permutations, seed, weights, execution; the same shufflings serve each test.
  /// - Returns: Coefficients and tests; nil if the predictors determine each other, as when one has the
  ///   same tie everywhere, if they leave nothing unexplained, or if there are too few pairs.
  /// - Throws: `GraphError` if the graphs do not have as many nodes, an option is out of range, or the
  ///   task has been cancelled.
  /// - Complexity: O(p k^3 n^2) time for k predictors and p permutations, O(k n^2) space.
  public func matrixRegression(
    on predictors: [Graph], _ options: PermutationOptions = PermutationOptions()
  ) throws(GraphError) -> MatrixRegression? {
    precondition(!predictors.isEmpty, "a regression needs something to explain by")
    for graph in predictors { try requireSameNodes(graph) }
    let given = TieMatrix(self, usesWeights: options.usesWeights).offDiagonal
    let columns = predictors.map {
      TieMatrix($0, usesWeights: options.usesWeights).offDiagonal
    }
    let ones = [Double](repeating: 1, count: given.count)
    guard let fit = LeastSquares(of: given, on: [ones] + columns), fit.hasError else { return nil }
    var tests: [PermutationTest] = []
    for place in columns.indices {
      let rest = Array(columns[..<place] + columns[(place + 1)...])
      guard let partial = LeastSquares(of: columns[place], on: [ones] + rest) else { return nil }
      let residuals = TieMatrix(count: nodeCount, offDiagonal: partial.residuals)
      let share = options.execution.part(place, of: columns.count)
      var own = options
      own.execution = share
      let drawn = try shuffled(own) { names -> Double in
        LeastSquares(of: given, on: [residuals.renamed(names), ones] + rest)?.statistics[0] ?? 0
      }
      tests.append(PermutationTest(observed: fit.statistics[place + 1], drawn: drawn))
    }
    return MatrixRegression(
      intercept: fit.coefficients[0], coefficients: Array(fit.coefficients.dropFirst()),
      tests: tests, rSquared: fit.rSquared, pairs: given.count,
      observations: ([self] + predictors).allSatisfy { !$0.isDirected }
        ? given.count / 2 : given.count)
  }
}

extension TieMatrix {
  /// A matrix from the values of all ordered pairs of different nodes, row by row.
  init(count: Int, offDiagonal: [Double]) {
    self.init(
      count: count,
      values: (0..<(count * count)).map { place in
        let (tail, head) = (place / count, place % count)
        if tail == head { return 0 }
        return offDiagonal[tail * (count - 1) + (head < tail ? head : head - 1)]
      })
  }
}

/// Coefficients that make the sum of squared errors smallest, found by turning the columns at right
/// angles to each other one after the other.
struct LeastSquares {
  let coefficients: [Double]
  /// By column, the coefficient over its standard error.
  let statistics: [Double]
  let residuals: [Double]
  let rSquared: Double
  /// Whether anything is left unexplained.
  let hasError: Bool

  /// Nil if the columns determine each other or there are no more numbers than columns.
  init?(of target: [Double], on columns: [[Double]]) {
    let (count, width) = (target.count, columns.count)
    guard count > width else { return nil }
    // Q R, by Gram and Schmidt twice over, which is as good as any way.
    var directions: [[Double]] = []
    var triangle = [[Double]](repeating: [Double](repeating: 0, count: width), count: width)
    for (place, column) in columns.enumerated() {
      var rest = column
      let size = column.reduce(0) { $0 + $1 * $1 }.squareRoot()
      for _ in 0..<2 {
        for (earlier, direction) in directions.enumerated() {
          let part = zip(direction, rest).reduce(0) { $0 + $1.0 * $1.1 }
          triangle[earlier][place] += part
          for index in rest.indices { rest[index] -= part * direction[index] }
        }
      }
      let left = rest.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard left > 1e-10 * size else { return nil }
      triangle[place][place] = left
      directions.append(rest.map { $0 / left })
    }
    var residuals = target
    var parts = [Double](repeating: 0, count: width)
    for _ in 0..<2 {
      for (place, direction) in directions.enumerated() {
        let part = zip(direction, residuals).reduce(0) { $0 + $1.0 * $1.1 }
        parts[place] += part
        for index in residuals.indices { residuals[index] -= part * direction[index] }
      }
    }
    // The inverse of R, column by column, gives coefficients and their errors.
    var inverse = [[Double]](repeating: [Double](repeating: 0, count: width), count: width)
    for column in 0..<width {
      for row in (0...column).reversed() {
        var sum = row == column ? 1.0 : 0.0
        for between in (row + 1)..<max(column + 1, row + 1) {
          sum -= triangle[row][between] * inverse[between][column]
        }
        inverse[row][column] = sum / triangle[row][row]
      }
    }
    let coefficients = inverse.map { row in zip(row, parts).reduce(0) { $0 + $1.0 * $1.1 } }
    let error = residuals.reduce(0) { $0 + $1 * $1 }
    let mean = target.reduce(0, +) / Double(count)
    let spread = target.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let variance = error / Double(count - width)
    self.coefficients = coefficients
    self.residuals = residuals
    rSquared = spread > 0 ? 1 - error / spread : 0
    hasError = error > 1e-20 * target.reduce(0) { $0 + $1 * $1 }
    statistics = zip(coefficients, inverse).map { coefficient, row in
      let own = row.reduce(0) { $0 + $1 * $1 }
      return coefficient / (variance * own).squareRoot()
    }
  }
}
