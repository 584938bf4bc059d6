/// How central a group of nodes is as one.
public struct GroupScore: Sendable, Equatable {
  /// The name of the measure, such as `group-closeness`.
  public let measure: String
  /// The nodes of the group, ascending.
  public let group: [Int]
  /// The score; nil where nobody is outside the group or the group is empty.
  public let value: Double?
  /// What the raw score was divided by.
  public let normalization: Normalization
}

extension Graph {
  /// The degree of a group: how many nodes outside it have an edge with a member.
  ///
  /// Each node outside counts once [Everett1999].
  ///
  /// - Parameters:
  ///   - group: The members; the order means nothing, and naming one twice changes nothing.
  ///   - kind: Whether edges from the group, to it, or both count.
  ///   - isNormalized: Whether to divide by the number of nodes outside.
  /// - Returns: A raw count, or a share from 0 to 1.
  /// - Complexity: O(n) and the rows of the members.
  public func groupDegree(
    of group: [Int], _ kind: DegreeKind = .total, isNormalized: Bool = true
  ) -> GroupScore {
    let isMember = membership(group)
    var isFound = isMember
    var count = 0
    for direction in kind.directions {
      let rows = adjacency(direction)
      for node in nodes where isMember[node] {
        for entry in rows.row(node) where !isFound[Int(rows.targets[entry])] {
          isFound[Int(rows.targets[entry])] = true
          count += 1
        }
      }
    }
    let measure = isDirected ? "group-" + kind.measurePrefix + "degree" : "group-degree"
    return groupScore(
      measure, isMember, Double(count), rule: "n - c", isNormalized ? outside(isMember) : nil)
  }

  /// The closeness of a group: how near those outside it are to their nearest member.
  ///
  /// Let r of the n - c nodes outside have a path, and d be the sum of their distances to the
  /// nearest member: r / d [Everett1999], times r / (n - c) as in `closeness(_:weighsByReach:)`.
  /// Distances are those to the group unless set, as in NetworkX.
  ///
  /// - Parameters:
  ///   - group: The members; the order means nothing, and naming one twice changes nothing.
  ///   - options: Direction and lengths.
  /// - Returns: A number from 0, at most 1 by hops.
  /// - Throws: `GraphError` if a length is not more than zero or there is not one for each edge.
  /// - Complexity: O(c (n + m)) time by hops and O(c (m + n) log n) by lengths, O(n) space.
  public func groupCloseness(
    of group: [Int], _ options: DistanceOptions = DistanceOptions()
  ) throws(GraphError) -> GroupScore {
    let isMember = membership(group)
    let lengths = try resolve(options.lengths, needed: .positive)
    var nearest = [Double](repeating: .infinity, count: nodeCount)
    for member in nodes where isMember[member] {
      let tree = try shortestPaths(
        from: member, lengths: lengths.map { .values($0) } ?? .hops, direction: options.direction)
      for node in tree.reached {
        nearest[node] = min(nearest[node], tree.distance(to: node) ?? .infinity)
      }
    }
    let found = nodes.filter { !isMember[$0] && nearest[$0].isFinite }
    let sum = found.reduce(0) { $0 + nearest[$1] }
    let reached = Double(found.count)
    let value = sum > 0 ? reached / sum * (reached / outside(isMember)) : 0
    return groupScore(
      "group-closeness", isMember, value, rule: "r^2 / ((n - c) sum of distances)", nil)
  }

  /// The betweenness of a group: how many shortest paths between others run through it.
  ///
  /// For each pair of nodes outside, the share of its shortest paths that pass at least one member
  /// [Everett1999]: all paths are counted, and those that avoid the group. Pairs are ordered in a
  /// directed graph; parallel edges are routes of their own, and lengths that differ by less than
  /// one part in 10^12 are equal, as in `betweenness(_:)`.
  ///
  /// - Parameters:
  ///   - group: The members; the order means nothing, and naming one twice changes nothing.
  ///   - lengths: What the length of an edge is; every length must be more than zero.
  ///   - isNormalized: Whether to divide by the number of pairs outside.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: A raw sum, or a share from 0 to 1.
  /// - Throws: `GraphError` if a length is not more than zero or there is not one for each edge.
  /// - Complexity: O(n m) time by hops and O(n (m + n) log n) by lengths; O(n) space for each of at
  ///   most 64 chunks.
  public func groupBetweenness(
    of group: [Int], lengths: EdgeLengths = .hops, isNormalized: Bool = true,
    execution: Execution = Execution()
  ) throws(GraphError) -> GroupScore {
    let isMember = membership(group)
    let lengths = try resolve(lengths, needed: .positive)
    let roots = nodes.filter { !isMember[$0] }
    let work = ChunkedWork(count: roots.count, execution: execution)
    let sum = try work.joined(into: 0.0) { chunk in
      var search = GroupPathSearch(graph: self, lengths: lengths, isMember: isMember)
      return chunk.reduce(0.0) { $0 + search.shareThroughGroup(from: roots[$1]) }
    } join: {
      $0 += $1
    }
    let others = outside(isMember)
    let pairs = others * (others - 1) / (isDirected ? 1 : 2)
    return groupScore(
      "group-betweenness", isMember, isDirected ? sum : sum / 2,
      rule: isDirected ? "(n - c) (n - c - 1)" : "(n - c) (n - c - 1) / 2",
      isNormalized ? pairs : nil)
  }

  /// By node, whether it is in a group.
  func membership(_ group: [Int]) -> [Bool] {
    var isMember = [Bool](repeating: false, count: nodeCount)
    for node in group {
      requireNode(node)
      isMember[node] = true
    }
    return isMember
  }

  /// The number of nodes that are not members.
  private func outside(_ isMember: [Bool]) -> Double {
    Double(isMember.reduce(0) { $0 + ($1 ? 0 : 1) })
  }

  /// A score, divided by a denominator if one is given; nil where there is no group or nobody else.
  private func groupScore(
    _ measure: String, _ isMember: [Bool], _ value: Double, rule: String, _ denominator: Double?
  ) -> GroupScore {
    let group = nodes.filter { isMember[$0] }
    let isDefined = !group.isEmpty && group.count < nodeCount
    let divides = denominator.map { $0 > 0 } ?? false
    let normalization: Normalization =
      if let denominator, divides {
        Normalization(rule: rule, denominator: denominator)
      } else if measure == "group-closeness" {
        Normalization(rule: rule, denominator: nil)
      } else {
        .raw
      }
    return GroupScore(
      measure: measure, group: group,
      value: isDefined ? value / (normalization.denominator ?? 1) : nil,
      normalization: normalization)
  }
}

extension Graph.DegreeKind {
  /// The directions in which edges of the kind are walked from a node.
  fileprivate var directions: [Graph.Direction] {
    switch self {
    case .total: [.outward, .inward]
    case .incoming: [.inward]
    case .outgoing: [.outward]
    }
  }
}

/// Counts shortest paths from one node after another, and those among them that avoid a group.
private struct GroupPathSearch {
  private let graph: Graph
  private let lengths: [Double]?
  private let isMember: [Bool]
  private var hops: [Int32]
  private var order: [Int32] = []
  private var search: DistanceSearch?
  private var places: [Int32]
  private var allCounts: [Double]
  private var freeCounts: [Double]

  init(graph: Graph, lengths: [Double]?, isMember: [Bool]) {
    self.graph = graph
    self.lengths = lengths
    self.isMember = isMember
    hops = [Int32](repeating: -1, count: graph.nodeCount)
    search = lengths.map { DistanceSearch(graph: graph, direction: .outward, lengths: $0) }
    places = [Int32](repeating: -1, count: graph.nodeCount)
    allCounts = [Double](repeating: 0, count: graph.nodeCount)
    freeCounts = allCounts
  }

  /// The sum, over all other nodes outside the group, of the share of paths through it.
  mutating func shareThroughGroup(from root: Int) -> Double {
    for node in order {
      allCounts[Int(node)] = 0
      freeCounts[Int(node)] = 0
    }
    allCounts[root] = 1
    freeCounts[root] = 1
    let rows = graph.outgoing
    if let lengths {
      search?.run(from: root)
      guard let search else { return 0 }
      order = search.settled
      for (place, node) in order.enumerated() { places[Int(node)] = Int32(place) }
      let edges = rows.edges
      for node in order.lazy.map({ Int($0) }) {
        for entry in rows.row(node) {
          let target = Int(rows.targets[entry])
          let reach = search.distances[node] + lengths[Int(edges[entry])]
          if places[node] < places[target], PathLength.isAtMost(reach, search.distances[target]) {
            pass(from: node, to: target)
          }
        }
      }
    } else {
      graph.countHops(from: root, over: rows, into: &hops, queue: &order)
      for node in order.lazy.map({ Int($0) }) {
        for entry in rows.row(node) where hops[Int(rows.targets[entry])] == hops[node] + 1 {
          pass(from: node, to: Int(rows.targets[entry]))
        }
      }
    }
    var sum = 0.0
    for node in order.lazy.map({ Int($0) }) where node != root && !isMember[node] {
      sum += 1 - freeCounts[node] / allCounts[node]
    }
    return sum
  }

  /// Hands the paths to a node on along an edge; members keep those that avoid them.
  @inline(__always)
  private mutating func pass(from node: Int, to target: Int) {
    allCounts[target] += allCounts[node]
    if !isMember[target] { freeCounts[target] += freeCounts[node] }
  }
}
