/// Keeps the best chains of those that it is shown: first those that sources speak of, then those
/// through a group.
struct ChainRanking: Sendable {
  private let factory: ChainFactory
  private let count: Int
  private var direct: [Chain] = []
  private var crossing: [Chain] = []

  init(factory: ChainFactory, count: Int) {
    self.factory = factory
    self.count = max(count, 0)
  }

  /// The best chains, the most probable first, those through a group last.
  var chains: [Chain] { Array((direct + crossing).prefix(count)) }

  /// A chain whose weakest hop is not more probable than this changes nothing.
  var threshold: Double { direct.count < count ? 0 : direct.last?.probability ?? 1 }

  /// Takes a chain in if it belongs among the best. Its joint probability is not worked out if even
  /// its weakest hop is less probable than enough others.
  mutating func insert(_ draft: ChainFactory.Draft) {
    let kept = draft.crossesGroup ? crossing : direct
    if kept.count >= count, draft.bound < (kept.last?.probability ?? 1) - 1e-9 { return }
    let chain = factory.chain(draft)
    let ranked = Array((kept + [chain]).sorted(by: Chain.ranksBefore).prefix(count))
    if draft.crossesGroup { crossing = ranked } else { direct = ranked }
  }
}
