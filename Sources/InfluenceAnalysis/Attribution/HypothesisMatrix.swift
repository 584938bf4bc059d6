import Evidence

/// What may have been behind an attack.
public enum Hypothesis: String, Sendable, Codable, CaseIterable {
  /// A group or ideologue directed it.
  case directed
  /// A group or ideologue enabled it.
  case enabled
  /// A group or ideologue inspired it.
  case inspired
  /// None had anything to do with it.
  case unrelated
}

/// Evidence against hypotheses: what speaks against each, rather than for it [Heuer1999].
///
/// It is a second look, to be read beside a verdict and never merged with it. It asks which hypothesis
/// has the least against it, without regard to chains, principals or voices that repeat each other
/// across rungs, and so it can rank another one first.
public struct HypothesisMatrix: Sendable, Equatable {
  /// What an item of evidence says.
  public enum Content: String, Sendable, Codable, CaseIterable {
    /// It says that somebody directed the attack or those who carried it out.
    case directed
    /// It says that somebody enabled them.
    case enabled
    /// It says that somebody inspired them.
    case inspired
    /// It says that somebody was in touch with them.
    case contact
    /// Somebody takes credit, or tells of his own part.
    case claim
  }

  /// One statement, and what it speaks against.
  public struct Item: Sendable, Equatable {
    /// The id of the statement.
    public let statement: String
    /// The name of the voice.
    public let origin: String
    /// Whether it says so or denies it.
    public let side: Side
    /// What it says or denies.
    public let content: Content
    /// The trust of the statement, 0 to 1.
    public let weight: Double

    /// How badly the item fits a hypothesis: 0 fits, 1 fits ill, 2 excludes it.
    ///
    /// - Parameter hypothesis: The hypothesis.
    /// - Returns: 0, 1 or 2.
    public func inconsistency(with hypothesis: Hypothesis) -> Int {
      let row =
        switch (side, content) {
        case (.affirms, .directed): [0, 1, 1, 2]
        case (.affirms, .enabled): [0, 0, 1, 2]
        case (.affirms, .inspired), (.affirms, .contact): [0, 0, 0, 1]
        case (.denies, .directed): [2, 0, 0, 0]
        case (.denies, .enabled): [1, 2, 0, 0]
        case (.denies, .inspired): [1, 1, 2, 0]
        case (.denies, .contact): [1, 1, 0, 0]
        case (_, .claim): [0, 0, 0, 0]
        }
      return row[Hypothesis.allCases.firstIndex(of: hypothesis) ?? 0]
    }

    /// How much the item tells the hypotheses apart: its weight times the range of its
    /// inconsistencies, 0 to 2. A claim has none.
    public var diagnosticity: Double {
      let values = Hypothesis.allCases.map(inconsistency)
      return weight * Double((values.max() ?? 0) - (values.min() ?? 0))
    }
  }

  /// The id of the attack.
  public let attack: String
  /// The items, in the order of the graph: of each voice, side and content the strongest.
  public let items: [Item]
  /// The smallest sets of items without which other hypotheses rank first, each in the order of the
  /// graph; at most ``listLimit`` of them. None if no set of up to ``sizeLimit`` items does it.
  public let smallestFlips: [[String]]
  /// The largest set that was tried; fewer than ``sizeLimit`` where there are many items.
  public let triedSize: Int

  /// Sets of more items are not tried.
  public static let sizeLimit = 4
  /// So many smallest sets are listed.
  public static let listLimit = 20
  /// So many sets are tried.
  private static let trialLimit = 300_000

  /// How much speaks against a hypothesis.
  ///
  /// - Parameter hypothesis: The hypothesis.
  /// - Returns: The sum of inconsistency times weight over the items.
  public func inconsistency(with hypothesis: Hypothesis) -> Double {
    Self.total(items, hypothesis)
  }

  /// The hypotheses with the least against them; several if they tie.
  public var first: [Hypothesis] { Self.first(items) }

  /// Makes the matrix of some items.
  ///
  /// - Parameters:
  ///   - attack: The id of the attack.
  ///   - items: The items.
  init(attack: String, items: [Item]) {
    self.attack = attack
    self.items = items
    (smallestFlips, triedSize) = Self.flips(items)
  }

  private static func total(_ items: [Item], _ hypothesis: Hypothesis) -> Double {
    items.reduce(0) { $0 + Double($1.inconsistency(with: hypothesis)) * $1.weight }
  }

  private static func first(_ items: [Item]) -> [Hypothesis] {
    let totals = Hypothesis.allCases.map { total(items, $0) }
    let least = totals.min() ?? 0
    return zip(Hypothesis.allCases, totals).filter { $0.1 <= least + 1e-9 }.map(\.0)
  }

  /// The smallest sets that change who is first, found by trying all sets, the small ones first.
  private static func flips(_ items: [Item]) -> (sets: [[String]], triedSize: Int) {
    let wanted = first(items)
    // What weighs on no hypothesis can be left out of every smallest set.
    let heavy = items.filter { $0.diagnosticity > 0 }
    var trials = 0
    for size in stride(from: 1, through: min(sizeLimit, heavy.count), by: 1) {
      trials += combinations(heavy.count, size)
      if trials > trialLimit { return ([], size - 1) }
      var found: [[String]] = []
      func choose(_ start: Int, _ left: Int, _ taken: Set<String>) {
        guard left > 0 else {
          if first(items.filter { !taken.contains($0.statement) }) != wanted {
            found.append(items.map(\.statement).filter { taken.contains($0) })
          }
          return
        }
        for place in stride(from: start, through: heavy.count - left, by: 1) {
          choose(place + 1, left - 1, taken.union([heavy[place].statement]))
        }
      }
      choose(0, size, [])
      if !found.isEmpty { return (Array(found.prefix(listLimit)), size) }
    }
    return ([], min(sizeLimit, heavy.count))
  }

  private static func combinations(_ count: Int, _ size: Int) -> Int {
    (0..<size).reduce(1) { $0 * (count - $1) / ($1 + 1) }
  }
}

extension Attributor {
  /// The hypotheses on an attack, and what speaks against each.
  ///
  /// The items are the statements with weight on links that could join a group, an ideologue, a message
  /// or a group's leader or spokesman to the attack or its perpetrators. Interested statements count as
  /// claims.
  ///
  /// - Parameter attack: The id of the attack.
  /// - Returns: The matrix, or `nil` if there is no such attack.
  /// - Complexity: Up to 300,000 sets of items are tried.
  public func hypotheses(on attack: String) -> HypothesisMatrix? {
    guard isKind(attack, "attack") else { return nil }
    let view = AttackView(attack, in: self)
    var best: [ItemKey: HypothesisMatrix.Item] = [:]
    for (link, _) in links(onto: view) {
      for statement in link.statements.compactMap({ table.graph.statement($0) }) {
        guard let item = item(statement, on: link, of: view) else { continue }
        let key = ItemKey(
          origin: table.weight(of: statement.id)?.origin ?? "", side: item.side,
          content: item.content)
        if let known = best[key], known.weight >= item.weight { continue }
        best[key] = item
      }
    }
    let order = Dictionary(
      table.graph.statements.enumerated().map { ($1.id, $0) }
    ) { first, _ in first }
    return HypothesisMatrix(
      attack: attack,
      items: best.values.sorted {
        order[$0.statement, default: 0] < order[$1.statement, default: 0]
      })
  }

  private struct ItemKey: Hashable {
    var origin: String
    var side: Side
    var content: HypothesisMatrix.Content
  }

  private func item(
    _ statement: Statement, on link: Link, of view: AttackView
  ) -> HypothesisMatrix.Item? {
    guard let weight = table.weight(of: statement.id), weight.trust > 0,
      let content = content(of: link, isDenied: weight.side == .denies, view),
      mayBeMeant(statement, view)
    else { return nil }
    return HypothesisMatrix.Item(
      statement: statement.id, origin: weight.originName, side: weight.side,
      content: weight.isInterested ? .claim : content, weight: weight.trust)
  }

  private func content(
    of link: Link, isDenied: Bool, _ view: AttackView
  ) -> HypothesisMatrix.Content? {
    let key = link.key
    let ends = Set(view.ends)
    let others = [key.subject, key.object].filter { !ends.contains($0) }
    guard others.contains(where: mayStandBehind),
      let relation = table.graph.vocabulary.relation(key.relation)
    else { return nil }
    if key.relation == "claimed" { return .claim }
    if relation.influence != .none || key.relation == "perpetrated",
      let rung = Rung(link.degree)
    {
      return HypothesisMatrix.Content(.rung(rung))
    }
    if table.graph.vocabulary.isContact(key.relation) { return .contact }
    return isDenied
      ? table.graph.vocabulary.denied(by: key.relation).map(HypothesisMatrix.Content.init) : nil
  }

  /// Whether an entity can be a principal, or speak for one, or is a message.
  private func mayStandBehind(_ id: String) -> Bool {
    isKind(id, "group") || isKind(id, "ideologue") || isKind(id, "publication")
      || isKind(id, "outlet")
      || network.stepsInto[id, default: []].contains {
        $0.rung == nil && isKind($0.arc.tail, "group")
      }
  }
}

extension HypothesisMatrix.Content {
  fileprivate init(_ involvement: Involvement) {
    switch involvement {
    case .rung(.directed): self = .directed
    case .rung(.enabled): self = .enabled
    case .rung(.inspired): self = .inspired
    case .contact: self = .contact
    }
  }
}
