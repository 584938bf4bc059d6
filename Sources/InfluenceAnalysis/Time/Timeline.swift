import Evidence

/// Reads from the evidence what bears on the order of links in time.
struct Timeline: Sendable {
  private struct ArcName: Hashable, Sendable {
    var link: LinkKey
    var isReversed: Bool
  }

  private let table: LinkTable
  private var links: [ArcName: TimedLink] = [:]

  private var graph: InfluenceGraph { table.graph }
  private var policy: Policy { table.policy }

  init(_ network: InfluenceNetwork) {
    self.init(network.table, arcs: network.arcs)
  }

  init(_ table: LinkTable, arcs: [Arc]) {
    self.table = table
    // An entity is at the end of many arcs.
    var ends: [String: TimedLink.End] = [:]
    for id in arcs.flatMap({ [$0.tail, $0.head] }) where ends[id] == nil { ends[id] = end(id) }
    for arc in arcs {
      guard let tail = ends[arc.tail], let head = ends[arc.head] else { continue }
      links[ArcName(link: arc.link, isReversed: arc.isReversed)] = read(arc, tail, head)
    }
  }

  /// The arc as far as time is concerned.
  func timed(_ arc: Arc) -> TimedLink? {
    links[ArcName(link: arc.link, isReversed: arc.isReversed)]
  }

  /// Whether an arc may be in force on a day.
  func mayBeInForce(_ arc: Arc, on day: Day) -> Bool {
    inForce(arc, on: day) != .notInForce
  }

  /// Whether an arc is in force on a day.
  func inForce(_ arc: Arc, on day: Day) -> InForce {
    timed(arc)?.inForce(on: day, lead: policy.lead) ?? .notInForce
  }

  /// Reads an arc.
  ///
  /// Its date is that of the statement of largest trust among those that affirm it and have one. It
  /// was reported by the earliest source that affirms it.
  private func read(_ arc: Arc, _ tail: TimedLink.End, _ head: TimedLink.End) -> TimedLink? {
    guard let relation = graph.vocabulary.relation(arc.relation) else { return nil }
    let affirming = arc.statements.compactMap { graph.statement($0) }.filter {
      $0.stance == .affirms && (table.weight(of: $0.id)?.trust ?? 0) > 0
    }
    let dated = affirming.compactMap { statement in
      statement.when.flatMap(extent).map {
        (extent: $0, trust: table.weight(of: statement.id)?.trust ?? 0)
      }
    }
    let best = dated.dropFirst().reduce(dated.first) { best, next in
      best.map { next.trust > $0.trust ? next : $0 }
    }
    let reported = affirming.compactMap {
      graph.source($0.citation.source)?.published?.extent(slack: policy.slack).bounds.last
    }
    var isInterval = false
    if case .span = best?.extent { isInterval = true }
    return TimedLink(
      tail: tail, head: head, time: relation.time, contact: relation.contact,
      alive: relation.alive, when: best?.extent, isInterval: isInterval, reported: reported.min())
  }

  /// The order of a chain of hops, and what of each hop can have had its part in it.
  ///
  /// A hop of several arcs is as good as the best of them; arcs that fit with none of the others are
  /// left out. Where there are more than 64 ways to choose, only the most probable arcs are tried.
  func order(of hops: [Hop]) -> (order: TimeOrder, hops: [[Arc]]) {
    let ways = hops.reduce(1) { $0 > 64 ? $0 : $0 * $1.arcs.count }
    let choices = hops.map { hop in
      ways <= 64
        ? hop.arcs
        : hop.arcs.max { ($1.probability, $0.link) < ($0.probability, $1.link) }.map { [$0] } ?? []
    }
    var best = TimeOrder.impossible
    var used = hops.map { _ in Set<LinkKey>() }
    forEachChoice(choices, from: 0, taken: []) { arcs in
      let order = TimeSystem(arcs.compactMap(timed), lead: policy.lead).order
      if order != .impossible {
        for (place, arc) in arcs.enumerated() { used[place].insert(arc.link) }
      }
      best = min(best, order)
    }
    if best == .impossible || ways > 64 { return (best, hops.map(\.arcs)) }
    return (best, zip(hops, used).map { hop, links in hop.arcs.filter { links.contains($0.link) } })
  }

  private func forEachChoice(
    _ choices: [[Arc]], from place: Int, taken: [Arc], _ body: ([Arc]) -> Void
  ) {
    guard place < choices.count else { return body(taken) }
    for arc in choices[place] {
      forEachChoice(choices, from: place + 1, taken: taken + [arc], body)
    }
  }

  private func end(_ id: String) -> TimedLink.End {
    guard let entity = graph.entity(id) else { return TimedLink.End(id: id) }
    func bounds(_ date: EDTF?) -> DayBounds? { date?.extent(slack: policy.slack).bounds }
    func isKind(_ kind: String) -> Bool { graph.vocabulary.isKind(entity.kind, a: kind) }
    let isAttack = isKind("attack")
    let isThing = isAttack || isKind("event") || isKind("publication")
    return TimedLink.End(
      id: id, isThing: isThing, isAttack: isAttack, date: isThing ? bounds(entity.date) : nil,
      born: bounds(entity.born), died: bounds(entity.died))
  }

  /// The days of a fact; those of a relative time follow from the date of its anchor.
  private func extent(_ when: When) -> EDTF.Extent? {
    switch when {
    case .date(let date): return date.extent(slack: policy.slack)
    case .relative(let relative):
      guard let anchor = graph.entity(relative.anchor)?.date?.extent(slack: policy.slack).bounds
      else { return nil }
      let least = relative.distance?.least ?? 0
      let most = relative.distance?.most
      switch relative.side {
      case .before:
        return .day(
          DayBounds(
            first: most.flatMap { most in anchor.first?.adding(days: -most) },
            last: anchor.last?.adding(days: -least)))
      case .after:
        return .day(
          DayBounds(
            first: anchor.first?.adding(days: least),
            last: most.flatMap { most in anchor.last?.adding(days: most) }))
      }
    }
  }
}
