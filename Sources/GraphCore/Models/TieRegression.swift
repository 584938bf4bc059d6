/// The logistic regression of ties on what each would change: exact if ties are independent, and the
/// pseudo-likelihood otherwise.
struct TieRegression {
  private(set) var coefficients: [Double]
  private(set) var logLikelihood: Double? = 0.0
  private(set) var converged = false
  /// By term, the sum of its changes over the ties that are expected.
  private(set) var expected: [Double]
  private var information: [[Double]]

  /// Newton's method over all pairs of nodes.
  ///
  /// - Parameters:
  ///   - table: The graph and its terms.
  ///   - termCount: How many terms there are.
  ///   - execution: Who is told how far it is; it runs on one thread.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(n^2 p^2) for each step, of which there are some ten.
  init(
    _ table: TieTable, termCount: Int, execution: Execution = Execution()
  ) throws(GraphError) {
    coefficients = [Double](repeating: 0, count: termCount)
    expected = coefficients
    information = coefficients.map { [zero = coefficients] _ in zero }
    // Without finite coefficients they would grow on: the slope vanishes, the steps do not.
    var done = 0.0
    for _ in 0..<60 {
      // Nobody knows how many steps there will be; each is told as a sixth of what is left.
      let next = done + (1 - done) / 6
      let slope = try sumUp(table, execution.part(done...next))
      done = next
      guard let step = SymmetricSystem(information)?.solved(slope) else { return }
      let size = step.reduce(0) { max($0, abs($1)) }
      let share = size > 4 ? 4 / size : 1
      let largest = coefficients.reduce(0) { max($0, abs($1)) }
      if size <= 1e-10 * max(largest, 1e-6) {
        converged = true
        return
      }
      coefficients = zip(coefficients, step).map { $0 + share * $1 }
    }
  }

  /// Sums over all pairs with the coefficients as they are, and gives the slope of the likelihood.
  private mutating func sumUp(
    _ table: TieTable, _ execution: Execution
  ) throws(GraphError) -> [Double] {
    let terms = coefficients.indices
    var slope = [Double](repeating: 0, count: coefficients.count)
    var change = slope
    var sums = slope
    var squares = information.map { $0.map { _ in 0.0 } }
    var likelihood = 0.0
    for tail in 0..<table.nodeCount {
      if tail % 64 == 0 {
        try Execution.checkCancellation()
        execution.progress?(Double(tail) / Double(table.nodeCount))
      }
      for head in (table.isDirected ? 0 : tail + 1)..<max(table.nodeCount, tail + 1)
      where head != tail {
        table.changes(tail, head, into: &change)
        var odds = 0.0
        for term in terms { odds += coefficients[term] * change[term] }
        // The smaller of both chances, so that neither loses its digits.
        let power = (-abs(odds)).naturalExponential
        let rare = power / (1 + power)
        let chance = odds < 0 ? rare : 1 - rare
        let isThere = table.has(tail, head)
        likelihood -= Double.naturalLogarithm(onePlus: power)
        if isThere != (odds > 0) { likelihood -= abs(odds) }
        let weight = rare * (1 - rare)
        for first in terms where change[first] != 0 {
          slope[first] += ((isThere ? 1 : 0) - chance) * change[first]
          sums[first] += chance * change[first]
          for second in terms { squares[first][second] += weight * change[first] * change[second] }
        }
      }
    }
    information = squares
    expected = sums
    logLikelihood = likelihood
    return slope
  }

  /// By term, the standard error of its coefficient.
  var standardErrors: [Double?] {
    SymmetricSystem(information)?.diagonalOfInverse.map { $0.squareRoot() }
      ?? coefficients.map { _ in nil }
  }

  /// By term, how far its expectation lies from a number, in standard deviations.
  func deviations(from observed: [Double]) -> [Double] {
    observed.indices.map { term in
      let gap = abs(expected[term] - observed[term])
      let spread = information[term][term].squareRoot()
      return gap <= 1e-9 * spread ? 0 : gap / spread
    }
  }
}

/// A symmetric, positive system of a few equations, as Cholesky's factor.
struct SymmetricSystem {
  private var factor: [[Double]]

  /// - Parameter matrix: Symmetric. Nil comes back if it is not clearly positive definite.
  init?(_ matrix: [[Double]]) {
    factor = matrix
    for row in matrix.indices {
      for column in 0...row {
        var sum = matrix[row][column]
        for index in 0..<column { sum -= factor[row][index] * factor[column][index] }
        if row == column {
          guard sum > 1e-12 * matrix[row][row], sum.isFinite, matrix[row][row] > 1e-12 else {
            return nil
          }
          factor[row][row] = sum.squareRoot()
        } else {
          factor[row][column] = sum / factor[column][column]
        }
      }
    }
  }

  /// The solution for a right side.
  func solved(_ right: [Double]) -> [Double] {
    var values = right
    for row in values.indices {
      for column in 0..<row { values[row] -= factor[row][column] * values[column] }
      values[row] /= factor[row][row]
    }
    for row in values.indices.reversed() {
      for column in (row + 1)..<max(values.count, row + 1) {
        values[row] -= factor[column][row] * values[column]
      }
      values[row] /= factor[row][row]
    }
    return values
  }

  /// The diagonal of the inverse.
  var diagonalOfInverse: [Double] {
    factor.indices.map { index in
      solved(factor.indices.map { $0 == index ? 1 : 0 })[index]
    }
  }
}
