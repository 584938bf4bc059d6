extension Graph {
  /// The secrecy of a covert network: how little of it is exposed when one member is found.
  ///
  /// If each member is as likely to be found as any other and gives away those it is joined to, the
  /// expected share that stays hidden, 1 - (n + 2 m) / n^2 [Lindelauf2009]. Direction is ignored,
  /// loops are left out and parallel edges are one.
  ///
  /// - Returns: A number from 0, where all are joined, to 1 - 1/n; nil without nodes.
  /// - Complexity: O(n + m) time and space.
  public func secrecy() -> Double? {
    guard nodeCount > 0 else { return nil }
    let n = Double(nodeCount)
    return 1 - (n + 2 * Double(asUndirected().simplified().edgeCount)) / (n * n)
  }
}
