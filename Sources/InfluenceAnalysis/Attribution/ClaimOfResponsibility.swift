public import Evidence

/// A claim of responsibility: who took credit for an attack, how, and how long after.
///
/// It is what was said, and weighs nothing for what happened.
public struct ClaimOfResponsibility: Sendable, Equatable {
  /// What a claim says of the attack or its perpetrators.
  public enum Content: String, Sendable, Codable, CaseIterable {
    /// It takes credit for the attack.
    case tookCredit = "took credit"
    /// It calls a perpetrator its own: a soldier, a fighter.
    case calledItsOwn = "called its own"
  }

  /// The id of the one who claims.
  public let by: String
  /// The id of the outlet or message through which; `nil` if none is named.
  public let outlet: String?
  /// When; `nil` if nothing says so.
  public let date: DayBounds?
  /// How many days after the attack, at the least and at the most; `nil` if either is undated.
  public let lag: ClosedRange<Int>?
  /// What it says, in the order of ``Content``.
  public let contents: [Content]
  /// The words that it uses for the perpetrator ("soldier of the caliphate"), in the order of the graph.
  public let titles: [String]
  /// The probability that the claim was made, of its best link.
  public let probability: Double
  /// The ids of the statements, in the order of the graph.
  public let statements: [String]

  /// How many days after the attack it came; `nil` if the dates leave that open.
  public var lagDays: Int? { lag.flatMap { $0.lowerBound == $0.upperBound ? $0.lowerBound : nil } }
}

extension ClaimOfResponsibility {
  /// The claims of an attack and of its perpetrators.
  ///
  /// A claim of a person who carried out another attack too counts for an attack unless it was
  /// certainly made before.
  ///
  /// - Parameters:
  ///   - table: The links.
  ///   - attacks: The ids of the attack and of the collectives it belongs to.
  ///   - perpetrators: The ids of those who carried it out.
  ///   - date: When it happened.
  /// - Returns: One claim for each claimant and outlet, by date, then by id.
  static func claims(
    in table: LinkTable, of attacks: [String], perpetrators: [String], date: DayBounds?
  ) -> [ClaimOfResponsibility] {
    struct Group: Hashable {
      var by: String
      var outlet: String?
    }
    struct Line {
      var statement: Statement
      var probability: Double
      var content: Content
    }
    var lines: [Group: [Line]] = [:]
    for (ids, content) in [(attacks, Content.tookCredit), (perpetrators, .calledItsOwn)] {
      for id in ids {
        for link in table.links(touching: id)
        where link.key.relation == "claimed" && link.key.object == id
          && link.pooled.probability > 0
        {
          for statement in link.statements.compactMap({ table.graph.statement($0) })
          where statement.stance == .affirms && statement.canPool {
            if let last = day(of: statement, in: table)?.last, let first = date?.first,
              last < first
            {
              continue
            }
            let group = Group(by: link.key.subject, outlet: statement.through)
            lines[group, default: []].append(
              Line(
                statement: statement, probability: link.pooled.probability, content: content))
          }
        }
      }
    }
    let order = Dictionary(
      table.graph.statements.enumerated().map { ($1.id, $0) }
    ) { first, _ in first }
    return lines.map { group, lines in
      let lines = lines.sorted {
        order[$0.statement.id, default: 0] < order[$1.statement.id, default: 0]
      }
      // The narrowest date that one of the statements gives.
      let dates = lines.compactMap { day(of: $0.statement, in: table) }
      let best = dates.min { width($0) < width($1) }
      return ClaimOfResponsibility(
        by: group.by, outlet: group.outlet, date: best, lag: lag(from: date, to: best),
        contents: Content.allCases.filter { content in
          lines.contains { $0.content == content }
        },
        titles: lines.compactMap(\.statement.role).reduce(into: []) {
          if !$0.contains($1) { $0.append($1) }
        },
        probability: lines.map(\.probability).max() ?? 0, statements: lines.map(\.statement.id))
    }
    .sorted { left, right in
      let (a, b) = (left.date?.first?.daysSinceEpoch, right.date?.first?.daysSinceEpoch)
      return (a ?? .max, left.by, left.outlet ?? "") < (b ?? .max, right.by, right.outlet ?? "")
    }
  }

  private static func day(of statement: Statement, in table: LinkTable) -> DayBounds? {
    if case .date(let date) = statement.when {
      return date.extent(slack: table.policy.slack).bounds
    }
    return statement.said?.bounds
  }

  private static func width(_ bounds: DayBounds) -> Int {
    guard let first = bounds.first, let last = bounds.last else { return .max }
    return first.days(to: last)
  }

  private static func lag(from attack: DayBounds?, to claim: DayBounds?) -> ClosedRange<Int>? {
    guard let start = attack?.first, let end = attack?.last, let first = claim?.first,
      let last = claim?.last
    else { return nil }
    // A claim comes after its attack, so days before it are no reading of the dates.
    let least = max(0, end.days(to: first))
    return least...max(least, start.days(to: last))
  }
}
