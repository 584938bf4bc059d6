internal import Evidence
public import InfluenceAnalysis

/// Everything that an entity may have influenced, or that may have influenced it, ranked.
public struct ReachReport: Sendable {
  /// Which way the influence is followed.
  public enum Direction: Sendable, Hashable {
    /// To what the entity may have influenced.
    case influenced
    /// To what may have influenced the entity.
    case influencers
  }

  /// The id of the entity.
  public let entity: String
  /// Which way the influence is followed.
  public let direction: Direction
  /// The entities at the other ends, ranked.
  public let reached: [Reached]
  /// What there is instead, where nothing was reached.
  public let refusals: [Refusal]
  /// How the influence is shared among those of each kind, if that was asked for.
  public let credits: [Credit]
  /// What it is written with.
  public let context: FindingContext

  /// Makes a report of a list.
  ///
  /// - Parameters:
  ///   - entity: The id of the entity.
  ///   - direction: Which way the influence is followed.
  ///   - reached: The entities at the other ends, ranked.
  ///   - refusals: What there is instead, where nothing was reached.
  ///   - credits: How the influence is shared among those of each kind.
  ///   - context: What it is written with.
  public init(
    of entity: String, _ direction: Direction, reached: [Reached], refusals: [Refusal] = [],
    credits: [Credit] = [], context: FindingContext
  ) {
    self.entity = entity
    self.direction = direction
    self.reached = reached
    self.refusals = refusals
    self.credits = credits
    self.context = context
  }

  var title: String {
    let name = context.evidence.name(of: entity)
    return direction == .influenced
      ? "What \(name) may have influenced" : "What may have influenced \(name)"
  }

  var nothing: String {
    direction == .influenced
      ? "No chain of influence leads away from it." : "No chain of influence leads to it."
  }

  /// How the influence is shared, a passage for each kind.
  private var creditPassages: [Passage] {
    credits.filter { $0.total > 0 }.map { credit in
      let kind = credit.shares.first.flatMap { context.evidence.entity($0.player)?.kind } ?? ""
      return Passage(
        title: "Credit among those of the kind \(kind)",
        entries: credit.shares.filter { $0.credit > 0 }.map { share in
          Passage.Entry(
            head:
              "\(context.evidence.name(of: share.player)): \(Phrase.percent(share.credit)) of the "
              + "\(Phrase.percent(credit.total)) that any of them reaches it; alone it does with "
              + "\(Phrase.percent(share.reach))")
        })
    }
  }

  private func value(_ credit: Credit) -> JSONValue {
    .object([
      "kind": .string(
        credit.shares.first.flatMap { context.evidence.entity($0.player)?.kind } ?? ""),
      "total": .number(credit.total), "low": .number(credit.low), "high": .number(credit.high),
      "method": .string(credit.method.description),
      "shares": .array(
        credit.shares.map { share in
          .object([
            "id": .string(share.player), "credit": .number(share.credit),
            "reach": .number(share.reach),
          ])
        }),
    ])
  }

  func path(_ chain: Chain) -> String {
    chain.nodes.map(context.evidence.name).joined(separator: " -> ")
  }
}

extension ReachReport {
  /// The list as text for a terminal; control characters from data are shown as escapes.
  ///
  /// - Parameter style: How it looks.
  /// - Returns: The text, ending in a line end.
  public func text(_ style: TerminalStyle = TerminalStyle()) -> String {
    var lines = [style.bold(VisibleText.line(title))]
    let choices =
      "projection \(context.projection), policy \(context.policy), seed \(context.seed)"
    lines.append(style.quiet(VisibleText.line(choices)))
    if reached.isEmpty { lines.append(nothing) }
    let names = reached.map { VisibleText.line(context.title(of: $0.entity)) }
    let width = min(48, names.map(VisibleText.width).max() ?? 0)
    for (index, item) in reached.enumerated() {
      let percent = VisibleText.leftPadded(Phrase.percent(item.connection.probability), to: 9)
      let words = Phrase.likelihood(item.connection.probability)
      lines.append(
        VisibleText.leftPadded("\(index + 1)", to: 3) + ". "
          + style.bold(VisibleText.padded(names[index], to: width)) + percent + "  " + words + ", "
          + TraceReport.degreeWords(of: item.best))
      let through = VisibleText.wrapped(
        VisibleText.line(path(item.best)), columns: style.columns - 7)
      lines += through.map { "       " + style.quiet($0) }
    }
    lines += creditPassages.flatMap { $0.lines(style) }
    if !refusals.isEmpty {
      lines += ["", style.bold("Said of it, and no chain")]
      for refusal in refusals { lines += context.lines(refusal, style) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The list as JSON: `from` or `to`, the choices, `reached` with the best chain of each, and what
  /// there is instead of chains.
  ///
  /// - Parameter pretty: Whether it is spread over lines.
  /// - Returns: The text, ending in a line end.
  public func json(pretty: Bool = true) -> String {
    let end = direction == .influenced ? "from" : "to"
    let value = JSONValue.object([
      .init(end, context.named(entity)), .init("policy", .string(context.policy)),
      .init("projection", .string(context.projection)),
      .init("seed", .string64(context.seed)),
      .init(
        "reached",
        .array(
          reached.map { item in
            .object([
              "id": .string(item.entity), "name": .string(context.evidence.name(of: item.entity)),
              "kind": .string(context.evidence.entity(item.entity)?.kind ?? ""),
              "connection": context.value(item.connection), "best": context.value(item.best),
            ])
          })),
      .init("refusals", .array(refusals.map(context.value))),
      .init("credits", .array(credits.map(value))),
    ])
    return value.text(pretty: pretty) + "\n"
  }

  /// The list as a page, for Markdown or HTML.
  ///
  /// - Returns: The page.
  public func page() -> Page {
    let rows: [[[Inline]]] = reached.map { item in
      [
        [.name(context.title(of: item.entity))],
        [.text(Phrase.percent(item.connection.probability))],
        [.text(Phrase.likelihood(item.connection.probability))],
        [.text(TraceReport.degreeWords(of: item.best))], [.name(path(item.best))],
      ]
    }
    var blocks: [Block] = [.heading(1, id: "title", [.name(title)])]
    if rows.isEmpty {
      blocks.append(.paragraph([.text(nothing)]))
    } else {
      blocks.append(
        .table(
          Table(
            columns: [
              .init("Entity"), .init("Connection", .trailing), .init("In words"), .init("Degree"),
              .init("Best chain"),
            ], rows: rows)))
    }
    blocks += creditPassages.flatMap(\.blocks)
    if !refusals.isEmpty {
      blocks.append(.heading(2, id: "refusals", ["Said of it, and no chain"]))
      blocks.append(
        .list(refusals.map { context.blocks($0, linksStatements: false) }, isOrdered: false))
    }
    return Page(title: title, blocks: blocks)
  }

  /// The list as CommonMark with a pipe table.
  ///
  /// - Returns: The text, ending in a line end.
  public func markdown() -> String { page().markdown() }
}
