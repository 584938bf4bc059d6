extension Tracer {
  /// A hop that a search may take, with what decides where it may.
  package struct Passage: Sendable {
    /// The hop, with only the arcs that their own dates allow.
    package let hop: Hop
    /// Its probability where a collective at one of its ends stands for a member: only what is said of all
    /// members counts. `nil` if nothing is.
    package let probabilityForAll: Double?
    /// Whether it leads into a group through its leader or spokesman, so that chains that go on from there are
    /// listed last.
    package let entersGroup: Bool
  }

  /// The hops of the network by tail and head, without those that their own dates rule out.
  ///
  /// Whether several of them can have followed each other is another question, which ``chains(from:to:)`` answers.
  package var passages: [Passage] {
    network.hops.compactMap { hop in
      let (order, arcs) = timeline.order(of: [hop])
      guard order != .impossible, let fitting = arcs.first, !fitting.isEmpty else { return nil }
      let all = fitting.filter(speaksOfAll)
      let own = fitting.count == hop.arcs.count ? hop : network.hop(of: fitting)
      return Passage(
        hop: own,
        probabilityForAll: all.isEmpty
          ? nil : all.count == own.arcs.count ? own.probability : network.hop(of: all).probability,
        entersGroup: own.entersGroup)
    }
  }
}
