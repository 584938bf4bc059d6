internal import GraphCore

extension GraphTable {
  /// By tail and head, the chance of the disparity filter, by a sum in place of the closed form.
  ///
  /// The filter's integral of (k - 1)(1 - x)^(k - 2) from 0 to the share is taken by the binomial series,
  /// term by term, on the matrix of summed weights without its diagonal.
  public func disparity(isDirected: Bool) -> [[Double]] {
    var weights = matrix(weighted: true)
    for node in 0..<nodeCount { weights[node][node] = 0 }
    func chance(_ share: Double, _ degree: Int) -> Double {
      guard degree > 1 else { return 1 }
      // The integral of (1 - x)^(k - 2) is the sum of C(k - 2, j) (-1)^j p^(j + 1) / (j + 1).
      var sum = 0.0
      var binomial = 1.0
      var power = share
      for j in 0...(degree - 2) {
        sum += binomial * power / Double(j + 1)
        binomial *= -Double(degree - 2 - j) / Double(j + 1)
        power *= share
      }
      return 1 - Double(degree - 1) * sum
    }
    func end(_ values: [Double], _ weight: Double) -> Double {
      chance(weight / values.reduce(0, +), values.count { $0 > 0 })
    }
    return (0..<nodeCount).map { tail in
      (0..<nodeCount).map { head in
        let weight = weights[tail][head]
        guard weight > 0 else { return 1 }
        let entering = isDirected ? weights.map { $0[head] } : weights[head]
        return min(end(weights[tail], weight), end(entering, weight))
      }
    }
  }
}
