/// Slow twin of the motif counts: all sets of three and four nodes.
extension GraphTable {
  /// How many sets of nodes have each number of edges at each of their nodes, by those numbers in
  /// order, as 1113 for a star. Sets that do not hang together are counted too.
  public func motifs() -> [String: Int] {
    var counts: [String: Int] = [:]
    for set in sets(of: 3) + sets(of: 4) {
      let degrees = set.map { node in set.count { isJoined(node, $0) } }
      counts[degrees.sorted().map(String.init).joined(), default: 0] += 1
    }
    return counts
  }
}
