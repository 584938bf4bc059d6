public import Evidence
public import InfluenceAnalysis

/// Dated events in order, what followed each call, and whether that is more than chance: ready to be
/// shown.
public struct TimelineReport: Sendable {
  /// The dated events in order.
  public let chronology: Chronology
  /// The calls and what followed each.
  public let calls: [CallFollowUp]
  /// The test of association; `nil` if there is no call or no attack with a date.
  public let association: AssociationResult?
  /// The first and the last day of the span of the test.
  public let span: ClosedRange<Day>?
  /// The lengths of the windows in days.
  public let windows: [Int]
  /// What it is written with.
  public let context: FindingContext

  /// Puts the events of some evidence in order.
  ///
  /// - Parameters:
  ///   - table: The links of the evidence.
  ///   - windows: The lengths of all windows that were tried, in days; at least one, each at least 1.
  ///     What followed a call is listed by the longest.
  ///   - span: The days in which calls and attacks were looked for; from the first to the last dated
  ///     call or attack unless given.
  ///   - isComplete: Whether the list of attacks is declared complete for the span.
  ///   - isSearched: Whether the window was chosen after a look at the data.
  public init(
    _ table: LinkTable, windows: [Int], span: ClosedRange<Day>? = nil, isComplete: Bool = false,
    isSearched: Bool = false
  ) {
    let graph = table.graph
    chronology = Chronology(graph, slack: table.policy.slack)
    calls = CallFollowUp.all(in: table, window: windows.max() ?? 1)
    self.windows = windows
    context = FindingContext(table, projection: "influence", seed: 0)
    let attacks = chronology.events.filter {
      graph.vocabulary.isKind($0.kind, a: "attack") && !$0.isCollective
    }
    let dates = (calls.map(\.call) + attacks).map(\.span)
    let days = dates.flatMap { bounds in
      bounds.first == nil || bounds.last == nil
        ? [] : [bounds.first, bounds.last].compactMap { $0 }
    }
    let calledOn = calls.map(\.call.span)
    let searched =
      span
      ?? (calls.isEmpty || attacks.isEmpty
        ? nil : days.min().flatMap { first in days.max().map { first...$0 } })
    self.span = searched
    association = searched.map { span in
      AssociationTest(
        calls: calledOn, attacks: attacks.map(\.span), windows: windows, span: span,
        isComplete: isComplete, isSearched: isSearched
      ).run()
    }
  }

  static let title = "What happened when"

  /// The date of an event: as it was given, or as far as it is known; nothing if it is not.
  func date(of event: DatedEvent) -> String {
    context.evidence.entity(event.id)?.date?.text ?? AttributionSentences.text(event.span) ?? ""
  }

  /// The date of an event as a reader says it.
  func dateWords(of event: DatedEvent) -> String { DateWords.text(date(of: event)) }

  /// The calls with what followed each.
  var callPassage: Passage {
    Passage(
      title: "Calls, and what followed within \(Plural.text(windows.max() ?? 1, "day", "days"))",
      entries: calls.map { call in
        let messages = call.followers.map { follower in
          "\(context.evidence.name(of: follower.attack)), "
            + context.words.lag(follower.lag).plain
            + (follower.isCertain ? "" : " (its date leaves that open)")
        }
        let sameDay = call.onTheDay.map {
          "\(context.evidence.name(of: $0)), the same day: it does not count"
        }
        return Passage.Entry(
          head: "\(dateWords(of: call.call)): \(context.evidence.name(of: call.call.id))"
            + (messages.isEmpty && sameDay.isEmpty ? "; nothing dated followed." : ""),
          details: messages + sameDay)
      })
  }

  /// The test of association, with what speaks against it.
  var associationPassage: Passage? {
    guard let association, let span else { return nil }
    var entries = association.counts.map { count in
      let range =
        count.range.lowerBound == count.range.upperBound
        ? "" : " (\(count.range.lowerBound) to \(count.range.upperBound) as the dates leave open)"
      return Passage.Entry(
        head:
          "\(count.observed) of \(Plural.text(association.attacks, "attack", "attacks"))\(range) "
          + "came within \(Plural.text(count.window, "day", "days")) of one of "
          + "\(Plural.text(association.calls, "call", "calls")), where "
          + "\(AttributionSentences.number(count.expected)) would by shifts of the calls alone; the "
          + "windows cover \(Phrase.percent(count.covered)) of the "
          + "\(Plural.text(association.days, "day", "days")) from \(DateWords.text(span.lowerBound)) to "
          + "\(DateWords.text(span.upperBound)).")
    }
    if let p = association.p {
      let bounds = association.pRange.map {
        $0.lowerBound == $0.upperBound
          ? "" : ", from \(Self.pText($0.lowerBound)) to \(Self.pText($0.upperBound)) by the dates"
      }
      entries.append(
        Passage.Entry(
          head: "p = \(Self.pText(p))\(bounds ?? "") by all circular shifts of the calls."))
    } else {
      entries.append(
        Passage.Entry(
          head: "No p-value is given, since:",
          details: association.refusals.map { $0.sentence + "." }
        ))
    }
    entries.append(
      Passage.Entry(
        head: "To bear in mind:", details: association.caveats.map { $0.sentence + "." })
    )
    return Passage(title: "Do attacks follow calls?", entries: entries)
  }

  /// A p-value with three decimals, never 0.
  static func pText(_ p: Double) -> String {
    let rounded = (p * 1_000).rounded() / 1_000
    return rounded < 0.001 ? "under 0.001" : JSONValue.number(rounded).text()
  }

  private var undatedWords: String? {
    let undated = chronology.undated
    guard !undated.isEmpty else { return nil }
    let names = undated.prefix(12).map(context.evidence.name)
    let more = undated.count > names.count ? "; and \(undated.count - names.count) more" : ""
    return "Without a date: \(names.joined(separator: "; "))\(more)."
  }
}

extension TimelineReport {
  /// The events, calls and the test as text for a terminal.
  ///
  /// - Parameter style: How it looks.
  /// - Returns: The text, ending in a line end.
  public func text(_ style: TerminalStyle = TerminalStyle()) -> String {
    var lines = [style.bold(Self.title), style.quiet(VisibleText.line("policy \(context.policy)"))]
    if chronology.events.isEmpty { lines.append("Nothing in this graph has a date.") }
    let dates = chronology.events.map { VisibleText.line(dateWords(of: $0)) }
    let width = min(34, dates.map(VisibleText.width).max() ?? 0)
    let kinds = chronology.events.map { VisibleText.line($0.kind) }
    let kindWidth = kinds.map(VisibleText.width).max() ?? 0
    let isCall = Set(calls.map(\.call.id))
    for (index, event) in chronology.events.enumerated() {
      let mark = isCall.contains(event.id) ? " (a call)" : event.isCollective ? " (several)" : ""
      lines.append(
        "  " + VisibleText.padded(dates[index], to: width) + "  "
          + style.quiet(VisibleText.padded(kinds[index], to: kindWidth)) + "  "
          + VisibleText.line(context.evidence.name(of: event.id)) + mark)
    }
    if let undatedWords { lines += [""] + Passage.wrapped(undatedWords, style) }
    if !calls.isEmpty { lines += callPassage.lines(style) }
    if let associationPassage { lines += associationPassage.lines(style) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The events as JSON.
  ///
  /// - Parameter pretty: Whether it is spread over lines.
  /// - Returns: The text, ending in a line end.
  public func json(pretty: Bool = true) -> String { value.text(pretty: pretty) + "\n" }

  /// The events as a JSON value.
  var value: JSONValue {
    let isCall = Set(calls.map(\.call.id))
    return .object([
      "policy": .string(context.policy),
      "events": .array(
        chronology.events.map { event in
          .object([
            "id": .string(event.id), "name": .string(context.evidence.name(of: event.id)),
            "kind": .string(event.kind), "date": .string(date(of: event)),
            "first": .optional(event.span.first?.description),
            "last": .optional(event.span.last?.description),
            "collective": .bool(event.isCollective), "call": .bool(isCall.contains(event.id)),
          ])
        }),
      "undated": .array(chronology.undated.map(JSONValue.string)),
      "calls": .array(calls.map(value)), "association": association.map(value) ?? .null,
    ])
  }

  private func value(_ call: CallFollowUp) -> JSONValue {
    .object([
      "id": .string(call.call.id), "window": .integer(call.window),
      "followers": .array(
        call.followers.map { follower in
          .object([
            "attack": .string(follower.attack),
            "lag": .array([.integer(follower.lag.lowerBound), .integer(follower.lag.upperBound)]),
            "certain": .bool(follower.isCertain),
          ])
        }),
      "onTheDay": .array(call.onTheDay.map(JSONValue.string)),
      "statements": .array(context.statements(call.statements).map(context.value)),
    ])
  }

  private func value(_ result: AssociationResult) -> JSONValue {
    .object([
      "first": .optional(span?.lowerBound.description),
      "last": .optional(span?.upperBound.description), "days": .integer(result.days),
      "calls": .integer(result.calls), "attacks": .integer(result.attacks),
      "leftOut": .integer(result.leftOut),
      "counts": .array(
        result.counts.map { count in
          .object([
            "window": .integer(count.window), "observed": .integer(count.observed),
            "range": .array([.integer(count.range.lowerBound), .integer(count.range.upperBound)]),
            "expected": .number(count.expected), "covered": .number(count.covered),
            "onTheDay": .integer(count.onTheDay),
          ])
        }),
      "p": .optional(result.p),
      "pRange": result.pRange.map { .array([.number($0.lowerBound), .number($0.upperBound)]) }
        ?? .null,
      "attainable": .number(result.attainable),
      "refusals": .array(
        result.refusals.map {
          .object(["reason": .string($0.rawValue), "sentence": .string($0.sentence)])
        }),
      "caveats": .array(result.caveats.map { .string($0.sentence) }),
    ])
  }

  /// The events as a page, for Markdown or HTML.
  ///
  /// - Returns: The page.
  public func page() -> Page {
    var blocks: [Block] = [
      .heading(1, id: "title", [.text(Self.title)]),
      .paragraph([.name("Policy \(context.policy).")]),
      .table(
        Table(
          columns: [.init("Date"), .init("Kind"), .init("What")],
          rows: chronology.events.map { event in
            [
              [.text(dateWords(of: event))], [.name(event.kind)],
              [.name(context.evidence.name(of: event.id))],
            ]
          })),
    ]
    if let undatedWords { blocks.append(.paragraph([.name(undatedWords)])) }
    if !calls.isEmpty { blocks += callPassage.blocks }
    if let associationPassage { blocks += associationPassage.blocks }
    return Page(title: Self.title, blocks: blocks)
  }

  /// The events as CommonMark.
  ///
  /// - Returns: The text, ending in a line end.
  public func markdown() -> String { page().markdown() }
}
