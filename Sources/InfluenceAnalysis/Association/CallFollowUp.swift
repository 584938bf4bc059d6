import Evidence

/// What came after a call for attacks: an order of days, and no more than that.
public struct CallFollowUp: Sendable, Equatable {
  /// An attack after a call.
  public struct Follower: Sendable, Equatable {
    /// The id of the attack.
    public let attack: String
    /// How many days after the call, at the least and at the most; below 1 where the attack may have
    /// come first.
    public let lag: ClosedRange<Int>
    /// Whether it falls into the window on every reading of the dates.
    public let isCertain: Bool
  }

  /// The call.
  public let call: DatedEvent
  /// The ids of the statements that say what it calls for, in the order of the graph.
  public let statements: [String]
  /// The length of the window: days 1 to this one after the call.
  public let window: Int
  /// The attacks that fall, or may fall, into the window: by least lag, then by id.
  public let followers: [Follower]
  /// The ids of attacks on the very day of the call, on every reading of the dates, sorted.
  public let onTheDay: [String]

  /// The calls of a graph and what followed each.
  ///
  /// A call is a dated message of which an uninterested statement says, with weight, that it called for
  /// attacks (`called-for`). Attacks are dated and single. An attack that falls into the windows of two
  /// calls is listed with both.
  ///
  /// - Parameters:
  ///   - table: The links.
  ///   - window: How many days after the call, at least 1.
  /// - Returns: One for each call, in the order of their days.
  /// - Complexity: O(c a) for c calls and a attacks.
  public static func all(in table: LinkTable, window: Int) -> [CallFollowUp] {
    precondition(window >= 1, "a window has at least one day")
    let graph = table.graph
    let events = Chronology(graph, slack: table.policy.slack).events
    let attacks = events.filter {
      graph.vocabulary.isKind($0.kind, a: "attack") && !$0.isCollective
    }
    return events.compactMap { event -> CallFollowUp? in
      guard graph.vocabulary.isKind(event.kind, a: "publication") else { return nil }
      let links = table.links(touching: event.id).filter {
        $0.key.relation == "called-for" && $0.key.subject == event.id && $0.isAffirmed
          && $0.pooled.probability > 0 && $0.pooled.status != .claimedOnly
      }
      guard !links.isEmpty else { return nil }
      let said = Set(links.flatMap(\.statements))
      let followers = attacks.compactMap { follower($0, of: event, window: window) }
      return CallFollowUp(
        call: event, statements: graph.statements.map(\.id).filter { said.contains($0) },
        window: window,
        followers: followers.sorted {
          ($0.lag.lowerBound, $0.attack) < ($1.lag.lowerBound, $1.attack)
        },
        onTheDay: attacks.filter { $0.isExact && event.isExact && $0.span == event.span }.map(\.id)
          .sorted())
    }
  }

  private static func follower(
    _ attack: DatedEvent, of call: DatedEvent, window: Int
  ) -> Follower? {
    guard let callFirst = call.span.first, let callLast = call.span.last,
      let first = attack.span.first, let last = attack.span.last
    else { return nil }
    let (least, most) = (callLast.days(to: first), callFirst.days(to: last))
    guard most >= 1, least <= window else { return nil }
    return Follower(
      attack: attack.id, lag: least...most, isCertain: least >= 1 && most <= window)
  }
}
