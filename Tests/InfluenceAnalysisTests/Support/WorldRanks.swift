import Evidence

/// The places of nodes by out-degree in every world, by definition.
struct WorldRanks {
  /// A value with the weight of the worlds that have it.
  typealias Weighted = (value: Double, weight: Double)

  /// By node, its place in each world: better ones, then half of those level with it.
  private(set) var places: [[Weighted]]
  /// By node, its degree in each world.
  private(set) var degrees: [[Weighted]]
  /// By node, by number of first places, the chance to be among them when ties are broken by lot.
  private(set) var among: [[Double]]
  /// By pair, the chance that the one is strictly better.
  private(set) var ahead: [[Double]]

  /// Ranks the ends of the arcs of some evidence.
  init(_ evidence: RandomEvidence, nodes: [Int]) {
    let twin = BruteForce(evidence)
    let arcs = twin.arcs
    var places = nodes.map { _ in [Weighted]() }
    var degrees = places
    var among = nodes.map { _ in [Double](repeating: 0, count: nodes.count + 1) }
    var ahead = nodes.map { _ in [Double](repeating: 0, count: nodes.count) }
    twin.forEachWorld { weight, present in
      let own = nodes.map { node in
        arcs.indices.filter { arcs[$0].tail == node && present[$0] }.count
      }
      for one in nodes.indices {
        let better = own.filter { $0 > own[one] }.count
        let level = own.filter { $0 == own[one] }.count
        places[one].append((Double(better) + Double(level + 1) / 2, weight))
        degrees[one].append((Double(own[one]), weight))
        for top in 1...nodes.count where top > better {
          among[one][top] += weight * min(1, Double(top - better) / Double(level))
        }
        for other in nodes.indices where own[one] > own[other] { ahead[one][other] += weight }
      }
    }
    self.places = places
    self.degrees = degrees
    self.among = among
    self.ahead = ahead
  }

  /// The least value that has a share of the weight at or below it.
  static func quantile(_ values: [Weighted], _ share: Double) -> Double? {
    Set(values.map(\.value)).sorted().first { bound in
      values.filter { $0.value <= bound }.reduce(0) { $0 + $1.weight } >= share - 1e-9
    }
  }
}
