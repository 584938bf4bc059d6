public import Evidence

/// Something that happened or came out on a day.
public struct DatedEvent: Sendable, Equatable {
  /// The id of the entity.
  public let id: String
  /// Its kind.
  public let kind: String
  /// The first and the last day that it can have been.
  public let span: DayBounds
  /// Whether it stands for several.
  public let isCollective: Bool

  /// Whether only one day is possible.
  public var isExact: Bool { span.first != nil && span.first == span.last }
}

/// The attacks, events and messages of a graph in the order of their days.
public struct Chronology: Sendable, Equatable {
  /// The dated ones: by first day, then by last day, then by id. One whose first day is unbounded comes
  /// first, one whose last day is unbounded after those that end.
  public let events: [DatedEvent]
  /// The ids of attacks, events and messages without a date, sorted.
  public let undated: [String]

  /// Puts the attacks, events and publications of a graph in order.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - slack: By how many days a date marked `~`, `?` or `%` is widened on either side.
  /// - Complexity: O(n log n) for n entities.
  public init(_ graph: InfluenceGraph, slack: Int = 0) {
    var events: [DatedEvent] = []
    var undated: [String] = []
    for entity in graph.entities {
      let isThing = ["attack", "event", "publication"].contains {
        graph.vocabulary.isKind(entity.kind, a: $0)
      }
      guard isThing else { continue }
      if let date = entity.date {
        events.append(
          DatedEvent(
            id: entity.id, kind: entity.kind, span: date.extent(slack: slack).bounds,
            isCollective: entity.collective != nil))
      } else {
        undated.append(entity.id)
      }
    }
    self.events = events.sorted { left, right in
      func key(_ event: DatedEvent) -> (Int, Int) {
        (
          event.span.first?.daysSinceEpoch ?? .min, event.span.last?.daysSinceEpoch ?? .max
        )
      }
      let (a, b) = (key(left), key(right))
      return a == b ? left.id < right.id : a < b
    }
    self.undated = undated.sorted()
  }
}
