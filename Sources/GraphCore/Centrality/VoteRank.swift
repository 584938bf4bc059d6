/// Nodes elected one after another, each far from those before.
public struct VoteRank: Sendable, Equatable {
  /// The elected nodes in the order of their election.
  public let elected: [Int]
  /// By node, the votes with which it was elected; 0 for nodes that were not.
  public let votes: NodeValues<Double>
}

extension Graph {
  /// Elects spreaders, each from a part of the graph that those before do not cover.
  ///
  /// Every node has a voting ability of 1 and gives it to each of its neighbours, in a directed
  /// graph to those whose edges lead to it. The node with most votes is elected and votes no more;
  /// the ability of those that its edges lead to falls by one over the average degree (in a
  /// directed graph the average out-degree), at lowest to 0. This is repeated until no votes are
  /// left [Zhang2016]. Parallel edges count each; loops are left out. Votes are counted in whole
  /// numbers, so equal votes are equal; of several nodes with most votes the smallest is elected.
  ///
  /// - Parameter count: The most nodes to elect; nil for no limit.
  /// - Returns: The elected nodes and their votes, which never rise from one to the next.
  /// - Complexity: O(n log n + d m) time for an average degree d, since an ability can fall d times;
  ///   O(n) space.
  public func voteRank(_ count: Int? = nil) -> VoteRank {
    let loops = nodes.reduce(0) { sum, node in
      sum + outgoing.row(node).reduce(0) { $0 + (outgoing.targets[$1] == node ? 1 : 0) }
    }
    // An ability of 1 is `unit`, and a fall by one over the average degree is n of these.
    let unit = (edgeCount - loops) * (isDirected ? 1 : 2)
    var ability = [Int](repeating: unit, count: nodeCount)
    var votes = nodes.map { node in
      outgoing.row(node).reduce(0) { $0 + (Int(outgoing.targets[$1]) == node ? 0 : unit) }
    }
    // Votes only fall, so a node may wait with too many; it is put back when it comes to the top.
    var heap = NodeHeap(nodeCount: nodeCount)
    for node in nodes where votes[node] > 0 { heap.push(node, key: -Double(votes[node])) }
    var elected: [Int] = []
    var shares = [Double](repeating: 0, count: nodeCount)
    func weaken(_ node: Int, to value: Int) {
      let loss = ability[node] - value
      ability[node] = value
      guard loss > 0 else { return }
      for entry in incoming.row(node) where Int(incoming.targets[entry]) != node {
        votes[Int(incoming.targets[entry])] -= loss
      }
    }
    while elected.count < count ?? nodeCount, let key = heap.smallestKey, let node = heap.pop() {
      if -Double(votes[node]) != key {
        if votes[node] > 0 { heap.push(node, key: -Double(votes[node])) }
        continue
      }
      elected.append(node)
      shares[node] = Double(votes[node]) / Double(unit)
      weaken(node, to: 0)
      for entry in outgoing.row(node) where Int(outgoing.targets[entry]) != node {
        let target = Int(outgoing.targets[entry])
        weaken(target, to: max(0, ability[target] - nodeCount))
      }
    }
    return VoteRank(elected: elected, votes: NodeValues(measure: "votes", values: shares))
  }
}
