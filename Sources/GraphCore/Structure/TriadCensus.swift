/// How many pairs of nodes are joined in which way.
public struct DyadCensus: Sendable, Equatable {
  /// Pairs joined in both directions.
  public let mutual: Int
  /// Pairs joined in one direction.
  public let asymmetric: Int
  /// Pairs that are not joined.
  public let null: Int
}

/// The sixteen ways in which three nodes can be joined.
///
/// The name counts mutual, asymmetric and null pairs; the letter tells apart what has the same
/// numbers: D for down, U for up, T for transitive, C for cyclic [Davis1972].
public enum Triad: String, Sendable, Hashable, CaseIterable {
  /// No tie.
  case empty = "003"
  /// One tie, unanswered.
  case single = "012"
  /// One tie, answered.
  case mutual = "102"
  /// One node sends to both others.
  case outStar = "021D"
  /// One node receives from both others.
  case inStar = "021U"
  /// One node passes on.
  case chain = "021C"
  /// An answered tie, and a third node that sends to one of the two.
  case mutualIn = "111D"
  /// An answered tie, and a third node that receives from one of the two.
  case mutualOut = "111U"
  /// A way of two ties, and a tie that shortens it.
  case transitive = "030T"
  /// Three ties in a ring.
  case cyclic = "030C"
  /// Two answered ties.
  case mutualPair = "201"
  /// An answered tie between two that receive from the third.
  case mutualDown = "120D"
  /// An answered tie between two that send to the third.
  case mutualUp = "120U"
  /// An answered tie between two, and a way through the third from one to the other.
  case mutualChain = "120C"
  /// Two answered ties and an unanswered one.
  case nearlyComplete = "210"
  /// Three answered ties.
  case complete = "300"
}

/// How many sets of three nodes are joined in which way.
public struct TriadCensus: Sendable, Equatable {
  /// By kind, in the order of `Triad.allCases`, the number of sets of three nodes.
  public let counts: [Int]

  /// How many there are of a kind.
  ///
  /// - Parameter triad: A kind.
  /// - Returns: The number of sets of three nodes.
  public subscript(triad: Triad) -> Int { counts[triad.place] }
}

extension Graph {
  /// The dyad census: how many pairs of nodes are joined in both directions, in one, in none.
  ///
  /// Loops are left out and parallel edges are one; an undirected edge leads both ways.
  /// [Holland1970]
  ///
  /// - Returns: Counts that add up to n (n - 1) / 2.
  /// - Complexity: O(n + m) time and space.
  public func dyadCensus() -> DyadCensus {
    let simple = simplified()
    let pairs = nodeCount * (nodeCount - 1) / 2
    let joined = simple.asUndirected().simplified().edgeCount
    let mutual = isDirected ? simple.edgeCount - joined : joined
    return DyadCensus(mutual: mutual, asymmetric: joined - mutual, null: pairs - joined)
  }

  /// The triad census: how many sets of three nodes are joined in each of the sixteen ways.
  ///
  /// [Holland1970], counted from the edges: sets with at least two joined pairs one by one, those
  /// with one pair by subtraction, the rest as what is left [Batagelj2001]. Loops are left out and
  /// parallel edges are one; an undirected edge leads both ways.
  ///
  /// - Parameter execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: Counts that add up to n (n - 1) (n - 2) / 6.
  /// - Throws: `GraphError` if there are more than 3,000,000 nodes, whose triads are more than can be
  ///   counted, or the task has been cancelled.
  /// - Complexity: O(m k) time, k being the largest degree; O(n + m) space.
  public func triadCensus(
    execution: Execution = Execution()
  ) throws(GraphError) -> TriadCensus {
    guard nodeCount <= 3_000_000 else {
      throw .optionOutOfRange(
        name: "the number of nodes", value: Double(nodeCount), range: "at most 3000000")
    }
    let ties = TieRows(simplified())
    let work = ChunkedWork(count: nodeCount, execution: execution, smallestChunk: 256)
    var counts = try work.joined(into: [Int](repeating: 0, count: 16)) { chunk in
      var counts = [Int](repeating: 0, count: 16)
      for node in chunk { ties.addTriads(of: node, to: &counts) }
      return counts
    } join: { whole, part in
      for kind in whole.indices { whole[kind] += part[kind] }
    }
    let all = nodeCount < 3 ? 0 : nodeCount * (nodeCount - 1) * (nodeCount - 2) / 6
    counts[Triad.empty.place] = all - counts.reduce(0, +)
    return TriadCensus(counts: counts)
  }
}

extension Triad {
  /// Its place among all kinds.
  fileprivate var place: Int { Self.places[self] ?? 0 }

  private static let places = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

  /// By the ties of nodes a, b, c, as a-b + 4 (a-c) + 16 (b-c), the place of the kind.
  fileprivate static let placesByTies = (0..<64).map { of(ties: $0).place }

  /// The kind by the ties of three nodes; each is 1 for a tie onward, 2 for one back, or their sum.
  private static func of(ties: Int) -> Triad {
    let pairs = [(0, 1, ties & 3), (0, 2, ties >> 2 & 3), (1, 2, ties >> 4)]
    // By node, the unanswered ties from it and to it, and the answered ones.
    var (sent, received, answered) = ([0, 0, 0], [0, 0, 0], [0, 0, 0])
    for (near, far, tie) in pairs {
      switch tie {
      case 1:
        sent[near] += 1
        received[far] += 1
      case 2:
        sent[far] += 1
        received[near] += 1
      case 3:
        answered[near] += 1
        answered[far] += 1
      default: break
      }
    }
    switch (answered.reduce(0, +) / 2, sent.reduce(0, +)) {
    case (0, 0): return .empty
    case (0, 1): return .single
    case (1, 0): return .mutual
    case (0, 2): return sent.contains(2) ? .outStar : received.contains(2) ? .inStar : .chain
    case (1, 1): return zip(answered, received).contains { $0 == (1, 1) } ? .mutualIn : .mutualOut
    case (0, 3): return sent.contains(2) ? .transitive : .cyclic
    case (2, 0): return .mutualPair
    case (1, 2):
      return sent.contains(2) ? .mutualDown : received.contains(2) ? .mutualUp : .mutualChain
    case (2, 1): return .nearlyComplete
    default: return .complete
    }
  }
}

/// For each node its neighbors in either direction, each once, and in which way they are joined.
private struct TieRows: Sendable {
  private var offsets = [0]
  private var targets: [Int32] = []
  /// 1 for an edge to the neighbor, 2 for one from it, 3 for both.
  private var ties: [UInt8] = []
  private let kinds = Triad.placesByTies

  init(_ graph: Graph) {
    let (out, into) = (graph.outgoing, graph.incoming)
    for node in graph.nodes {
      var (onward, back) = (out.row(node), into.row(node))
      while !onward.isEmpty || !back.isEmpty {
        let target = min(
          onward.isEmpty ? Int32.max : out.targets[onward.lowerBound],
          back.isEmpty ? Int32.max : into.targets[back.lowerBound])
        var tie: UInt8 = 0
        if let first = onward.first, out.targets[first] == target {
          tie |= 1
          onward.removeFirst()
        }
        if let first = back.first, into.targets[first] == target {
          tie |= 2
          back.removeFirst()
        }
        targets.append(target)
        ties.append(tie)
      }
      offsets.append(targets.count)
    }
  }

  /// Counts the sets of three whose first joined pair begins at a node.
  func addTriads(of node: Int, to counts: inout [Int]) {
    let count = offsets.count - 1
    let row = offsets[node]..<offsets[node + 1]
    for entry in row where Int(targets[entry]) > node {
      let other = Int(targets[entry])
      let tie = Int(ties[entry])
      var (own, far) = (row, offsets[other]..<offsets[other + 1])
      var around = 0
      while true {
        let ownTarget = own.first.map { Int(targets[$0]) } ?? count
        let farTarget = far.first.map { Int(targets[$0]) } ?? count
        let third = min(ownTarget, farTarget)
        if third == count { break }
        var (ownTie, farTie) = (0, 0)
        if ownTarget == third { ownTie = Int(ties[own.removeFirst()]) }
        if farTarget == third { farTie = Int(ties[far.removeFirst()]) }
        if third == node || third == other { continue }
        around += 1
        // Each set is counted at the pair that comes first of those that are joined.
        if other < third || (node < third && ownTie == 0) {
          counts[kinds[tie + 4 * ownTie + 16 * farTie]] += 1
        }
      }
      // Nodes joined to neither of the two make the triad of the pair alone.
      counts[kinds[tie]] += count - around - 2
    }
  }
}
