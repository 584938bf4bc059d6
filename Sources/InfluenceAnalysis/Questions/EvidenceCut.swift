/// The smallest sets of affirmations without which no chain between two entities is left.
///
/// Denials are never cut. What is cut has no weight on any link; who speaks for whom, and which dates
/// links have, stays as it is read from the whole graph.
public struct EvidenceCut: Sendable, Equatable {
  /// What is taken away as one.
  public enum Unit: String, Sendable, CaseIterable {
    /// One affirmation.
    case statement
    /// All affirmations in one source.
    case source
    /// All affirmations of one voice.
    case origin
  }

  /// What is taken away as one.
  public let unit: Unit
  /// No chain of at least this probability is left.
  public let threshold: Double
  /// The probability of the best chain while nothing is taken away; 0 if there is none.
  public let best: Double
  /// How many units a smallest set has; 0 if no chain is as probable as the threshold, `nil` if no
  /// set of up to six units is enough.
  public let size: Int?
  /// Up to 20 of the smallest sets, in the order of ids: ids of statements or sources, or keys of
  /// voices.
  public let sets: [[String]]
  /// How many smallest sets there are.
  public let count: Int
  /// Whether every chain and every set was looked at; otherwise smaller sets may exist.
  public let isExact: Bool
}

extension Tracer {
  /// The smallest sets of affirmations without which every chain is improbable.
  ///
  /// Sets are searched by size: while some chain is left, one of the affirmations that bear on its
  /// links must go, so each is tried. The problem is NP-hard; it is solved up to six units.
  ///
  /// - Parameters:
  ///   - from: The id of the entity that may have influenced.
  ///   - to: The id of the entity that may have been influenced.
  ///   - unit: What is taken away as one.
  ///   - threshold: Chains must fall below this probability, more than 0; half that of the best
  ///     chain unless given.
  /// - Returns: The sets.
  /// - Complexity: O(b^k) for k units and b affirmations on a chain, each set looked at once, up to
  ///   200,000 sets.
  public func cut(
    from: String, to: String, unit: EvidenceCut.Unit = .statement, threshold: Double? = nil
  ) -> EvidenceCut {
    let map = map(from: from, to: to)
    let best = solver.solve(map, skippingCarriers: false).chains.map(\.probability).max() ?? 0
    let threshold = threshold ?? best / 2
    precondition(best == 0 || threshold > 0, "a cut needs a threshold above zero")
    var found = solver.fitting(map)
    if !found.isComplete { found = solver.fitting(map, weakestAtLeast: threshold) }
    var search = CutSearch(
      chains: StruckChains(tracer: self, chains: found.drafts.map(\.hops)), unit: unit,
      threshold: threshold)
    for size in 0...CutSearch.greatestSize {
      let sets = search.sets(of: size)
      if !sets.isEmpty || search.isExhausted {
        return EvidenceCut(
          unit: unit, threshold: threshold, best: best, size: sets.isEmpty ? nil : size,
          sets: Array(sets.prefix(20)), count: sets.count,
          isExact: found.isComplete && !search.isExhausted)
      }
    }
    return EvidenceCut(
      unit: unit, threshold: threshold, best: best, size: nil, sets: [], count: 0,
      isExact: found.isComplete)
  }
}

/// Looks for all smallest sets of units that break every chain.
private struct CutSearch {
  static let greatestSize = 6
  static let mostStates = 200_000

  private var chains: StruckChains
  private let threshold: Double
  /// The ids of the units, sorted.
  private let units: [String]
  /// By unit, the affirmations in it.
  private let members: [[Int]]
  /// By chain, the units that bear on it.
  private let bearing: [[Int]]
  private var seen: Set<[Int]> = []
  private var found: Set<[Int]> = []
  /// Whether there was more to look at than allowed.
  private(set) var isExhausted = false

  init(chains: StruckChains, unit: EvidenceCut.Unit, threshold: Double) {
    self.chains = chains
    self.threshold = threshold
    let names = chains.affirmations.map { chains.name(of: $0, by: unit) }
    let units = Set(names).sorted()
    self.units = units
    members = units.map { unit in names.indices.filter { names[$0] == unit } }
    bearing = chains.bearing.map { own in
      units.indices.filter { unit in own.contains { names[$0] == units[unit] } }
    }
  }

  /// All sets of a size that leave no chain, if no smaller one does, in the order of ids.
  mutating func sets(of size: Int) -> [[String]] {
    seen = []
    found = []
    extend([], size: size)
    return found.map { set in set.map { units[$0] } }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private mutating func extend(_ taken: [Int], size: Int) {
    guard !isExhausted, seen.insert(taken).inserted else { return }
    guard seen.count <= Self.mostStates else {
      isExhausted = true
      return
    }
    guard let chain = survivor(of: taken) else {
      found.insert(taken)
      return
    }
    guard taken.count < size else { return }
    for unit in bearing[chain] where !taken.contains(unit) {
      extend((taken + [unit]).sorted(), size: size)
    }
  }

  /// The chain that is left and has the fewest units on it, the first of several.
  private mutating func survivor(of taken: [Int]) -> Int? {
    let struck = Set(taken.flatMap { members[$0] })
    let order = bearing.indices.sorted {
      (bearing[$0].count, $0) < (bearing[$1].count, $1)
    }
    return order.first { chains.probability(of: $0, without: struck) > threshold - 1e-9 }
  }
}
