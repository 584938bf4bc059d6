import Evidence

/// A statement as it bears on one link.
struct Bearing: Sendable {
  /// What it weighs.
  var weight: StatementWeight
  /// Whether it bears on the link through another one.
  var isImplied: Bool
  /// When it was said: its own date, else that of its source.
  var said: DayBounds?
}

/// Lets each voice count once on each side, and on one side only.
enum Origins {
  /// The verdicts of the voices on one link.
  ///
  /// A voice counts with its largest trust. On both sides it counts for the later if all its
  /// statements are dated and one side is later as a whole, since it took something back; otherwise
  /// it contradicts itself and counts for neither.
  ///
  /// - Parameter bearings: The statements that bear on the link, in the order of the graph.
  /// - Returns: Verdicts with weight, affirming ones first, each side by key of the voice.
  static func verdicts(of bearings: [Bearing]) -> [OriginVerdict] {
    let byOrigin = Dictionary(grouping: bearings) { $0.weight.origin }
    var result: [OriginVerdict] = []
    for origin in byOrigin.keys.sorted() {
      let own = byOrigin[origin, default: []].filter { $0.weight.trust > 0 }
      let affirming = own.filter { $0.weight.side == .affirms }
      let denying = own.filter { $0.weight.side == .denies }
      let counting: [Bearing]
      if affirming.isEmpty || denying.isEmpty {
        counting = own
      } else if isLater(affirming, than: denying) {
        counting = affirming
      } else if isLater(denying, than: affirming) {
        counting = denying
      } else {
        continue
      }
      if let best = strongest(counting) { result.append(verdict(best)) }
    }
    return result.sorted { ($0.side, $0.id) < ($1.side, $1.id) }
  }

  /// Whether some statement of one side was certainly said after all of the other.
  private static func isLater(_ one: [Bearing], than other: [Bearing]) -> Bool {
    let last = other.map { $0.said?.last }
    guard !last.contains(nil), let end = last.compactMap({ $0 }).max(),
      !one.contains(where: { $0.said?.first == nil })
    else { return false }
    return one.contains { $0.said?.first.map { $0 > end } ?? false }
  }

  /// The statement of largest trust; of several one without interest, then one on the link itself,
  /// then the first.
  private static func strongest(_ bearings: [Bearing]) -> Bearing? {
    func precedes(_ left: Bearing, _ right: Bearing) -> Bool {
      if left.weight.trust != right.weight.trust { return left.weight.trust > right.weight.trust }
      if left.weight.isInterested != right.weight.isInterested { return right.weight.isInterested }
      return !left.isImplied && right.isImplied
    }
    return bearings.dropFirst().reduce(bearings.first) { best, next in
      best.map { precedes(next, $0) ? next : $0 }
    }
  }

  private static func verdict(_ bearing: Bearing) -> OriginVerdict {
    let weight = bearing.weight
    return OriginVerdict(
      id: weight.origin, name: weight.originName, side: weight.side, trust: weight.trust,
      rho: weight.rho, kappa: weight.kappa, isWeak: weight.isWeak, statement: weight.statement,
      isInterested: weight.isInterested, grade: weight.grade, isImplied: bearing.isImplied)
  }
}
