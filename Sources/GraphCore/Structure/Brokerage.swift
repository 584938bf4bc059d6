/// How often each node stands between two others that have no tie of their own, and in which role.
public struct Brokerage: Sendable, Equatable {
  /// What the groups of three nodes make of the one in the middle.
  public enum Role: Int, Sendable, Hashable, CaseIterable {
    /// All three are of one group.
    case coordinator
    /// The outer two are of one group, the middle one of another; also called consultant.
    case itinerant
    /// The middle one passes on from its own group to another.
    case representative
    /// The middle one passes on from another group into its own.
    case gatekeeper
    /// All three are of different groups.
    case liaison
    /// Any of these.
    case total

    /// What the measure is called.
    var measure: String {
      switch self {
      case .coordinator: "brokerage-coordinator"
      case .itinerant: "brokerage-itinerant"
      case .representative: "brokerage-representative"
      case .gatekeeper: "brokerage-gatekeeper"
      case .liaison: "brokerage-liaison"
      case .total: "brokerage"
      }
    }
  }

  /// What chance would give a role.
  struct Expectation: Sendable, Equatable {
    let mean: Double
    let variance: Double
  }

  /// By role, the count of each node.
  let counts: [[Int]]
  /// By node, its group, from 0.
  let groups: [Int]
  /// By group and role, what chance would give a node of the group.
  let expectations: [[Expectation]]

  /// How often each node has a role.
  ///
  /// - Parameter role: A role, or any.
  /// - Returns: Raw counts of ordered pairs, from 0 to (n - 1)(n - 2).
  public func counts(of role: Role) -> NodeValues<Int> {
    NodeValues(measure: role.measure, values: counts[role.rawValue])
  }

  /// How often chance would give each node a role.
  ///
  /// - Parameter role: A role, or any.
  /// - Returns: Expected counts, 0 or more.
  public func expected(_ role: Role) -> NodeValues<Double> {
    NodeValues(
      measure: role.measure + "-expected",
      values: groups.map { expectations[$0][role.rawValue].mean })
  }

  /// How far each node's count lies from what chance would give, in standard deviations.
  ///
  /// - Parameter role: A role, or any.
  /// - Returns: z-scores; beyond 2 or so the role is hardly chance. Nil where chance has no spread,
  ///   as when a group is too small for the role or the graph is empty or complete.
  public func zScores(of role: Role) -> NodeValues<Double?> {
    let values = groups.indices.map { node -> Double? in
      let chance = expectations[groups[node]][role.rawValue]
      guard chance.variance > 0 else { return nil }
      return (Double(counts[role.rawValue][node]) - chance.mean) / chance.variance.squareRoot()
    }
    return NodeValues(measure: role.measure + "-z", values: values)
  }
}

extension Graph {
  /// The brokerage roles of each node between groups.
  ///
  /// Node b brokers between a and c if edges lead from a to b and from b to c but none from a to c;
  /// the groups of the three name the role [Gould1989]. Chance, for the z-scores, is what sna takes:
  /// the groups as they are, and every edge there with the probability of the density, apart from
  /// all others. Loops are left out, parallel edges are one; an undirected edge leads both ways, so
  /// each pair counts in both orders.
  ///
  /// - Parameter groups: By node index, any number that names its group.
  /// - Returns: Counts, expected counts and z-scores by role.
  /// - Throws: `GraphError.wrongCount` if there is not one group for each node.
  /// - Complexity: O(sum over edges of the out-degree of their heads) time, O(n + m) space.
  public func brokerage(of groups: [Int]) throws(GraphError) -> Brokerage {
    guard groups.count == nodeCount else {
      throw .wrongCount(of: "groups", expected: nodeCount, actual: groups.count)
    }
    var numbers: [Int: Int] = [:]
    let groups = groups.map { name -> Int in
      let number = numbers[name] ?? numbers.count
      numbers[name] = number
      return number
    }
    let simple = simplified()
    let rows = simple.outgoing
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: nodeCount), count: Brokerage.Role.allCases.count)
    // By node, the last node that is it or has an edge to it.
    var mark = [Int](repeating: -1, count: nodeCount)
    for first in nodes {
      mark[first] = first
      for entry in rows.row(first) { mark[Int(rows.targets[entry])] = first }
      for entry in rows.row(first) {
        let broker = Int(rows.targets[entry])
        for next in rows.row(broker) {
          let last = Int(rows.targets[next])
          if mark[last] == first { continue }
          let role = Brokerage.Role(groups[first], groups[broker], groups[last])
          counts[role.rawValue][broker] += 1
          counts[Brokerage.Role.total.rawValue][broker] += 1
        }
      }
    }
    var sizes = [Double](repeating: 0, count: numbers.count)
    for group in groups { sizes[group] += 1 }
    let arcs = Double(simple.edgeCount * (isDirected ? 1 : 2))
    let n = Double(nodeCount)
    let density = n > 1 ? arcs / (n * (n - 1)) : 0
    let expectations = sizes.indices.map { group in
      Brokerage.Role.allCases.map { $0.expectation(for: group, sizes: sizes, density: density) }
    }
    return Brokerage(counts: counts, groups: groups, expectations: expectations)
  }
}

extension Brokerage.Role {
  /// The role of the second of three nodes in a row, by their groups.
  fileprivate init(_ first: Int, _ broker: Int, _ last: Int) {
    if first == broker {
      self = last == broker ? .coordinator : .representative
    } else if last == broker {
      self = .gatekeeper
    } else {
      self = first == last ? .itinerant : .liaison
    }
  }

  /// Mean and variance of the role's count where every edge is there with the same probability.
  ///
  /// A pair of outer nodes is brokered with probability d^2 (1 - d). Two pairs that share the first
  /// or the last node share an edge to or from the broker, and then vary together by
  /// d^3 (1 - d)^3; other pairs are independent.
  fileprivate func expectation(
    for group: Int, sizes: [Double], density d: Double
  ) -> Brokerage.Expectation {
    let all = sizes.reduce(0, +)
    let own = sizes[group] - 1
    let others = all - sizes[group]
    let foreign = sizes.indices.filter { $0 != group }.map { sizes[$0] }
    // The ordered pairs of outer nodes, and the ordered pairs of those that share an end.
    let pairs: Double
    let shared: Double
    switch self {
    case .coordinator:
      pairs = own * (own - 1)
      shared = 2 * own * (own - 1) * (own - 2)
    case .itinerant:
      pairs = foreign.reduce(0) { $0 + $1 * ($1 - 1) }
      shared = 2 * foreign.reduce(0) { $0 + $1 * ($1 - 1) * ($1 - 2) }
    case .representative, .gatekeeper:
      pairs = own * others
      shared = own * others * (others - 1) + others * own * (own - 1)
    case .liaison:
      pairs = foreign.reduce(0) { $0 + $1 * (others - $1) }
      shared = 2 * foreign.reduce(0) { $0 + $1 * (others - $1) * (others - $1 - 1) }
    case .total:
      pairs = (all - 1) * (all - 2)
      shared = 2 * pairs * (all - 3)
    }
    let chance = d * d * (1 - d)
    let joint = chance * d * (1 - d) * (1 - d)
    return Brokerage.Expectation(
      mean: pairs * chance, variance: pairs * chance * (1 - chance) + shared * joint)
  }
}
