internal import Evidence
public import InfluenceAnalysis

/// How the probability of one link came about, ready to be shown.
///
/// The statements and the sums in words are in `ExplainPassages`.
public struct ExplainReport: Sendable {
  /// The explanation.
  public let explanation: LinkExplanation
  /// The cases over which the sides are averaged, one without voices that share a doubt.
  public let doubts: [CommonDoubt]
  /// What it is written with.
  public let context: FindingContext

  /// Explains a link, or gives `nil` if no statement speaks of it.
  ///
  /// - Parameters:
  ///   - key: Its key; the ends of a symmetric relation in either order.
  ///   - table: The links of the evidence.
  public init?(of key: LinkKey, in table: LinkTable) {
    guard let explanation = table.explanation(of: key), let link = table[key] else { return nil }
    self.explanation = explanation
    doubts = link.doubts
    context = FindingContext(table, projection: "", seed: 0)
  }

  private var title: String { context.sentence(explanation.key) }
  private var choices: String { "link '\(explanation.key)', policy \(context.policy)" }
}

extension ExplainReport {
  /// The explanation as text for a terminal; control characters from data are shown as escapes.
  ///
  /// - Parameter style: How it looks.
  /// - Returns: The text, ending in a line end.
  public func text(_ style: TerminalStyle = TerminalStyle()) -> String {
    let passages = ExplainPassages(report: self)
    return
      ([style.bold(VisibleText.line(title))] + Passage.wrapped(passages.outcome, style)
      + [style.quiet(VisibleText.line(choices))] + passages.all.flatMap { $0.lines(style) })
      .joined(separator: "\n") + "\n"
  }

  /// The explanation as JSON, its keys those of the command's contract.
  ///
  /// `origins` holds the voices that count. What the probability would be with every reliability and
  /// credibility 15 % lower and higher stands among the `notes`.
  ///
  /// - Parameter pretty: Whether it is spread over lines.
  /// - Returns: The text, ending in a line end.
  public func json(pretty: Bool = true) -> String {
    let pooled = explanation.pooled
    let value = JSONValue.object([
      "link": context.value(explanation.key), "support": .number(pooled.support),
      "opposition": .number(pooled.opposition), "probability": .number(pooled.probability),
      "refuted": .number(pooled.refuted), "unknown": .number(pooled.unknown),
      "echo": .number(pooled.echo), "status": .string(pooled.status.rawValue),
      "phrase": .string(explanation.phrase), "policy": .string(context.policy),
      "origins": .array(explanation.counting.compactMap(value)),
      "notes": .array(
        (explanation.notes + [ExplainPassages(report: self).sensitivity]).map(JSONValue.string)),
    ])
    return value.text(pretty: pretty) + "\n"
  }

  private func value(_ origin: OriginExplanation) -> JSONValue? {
    guard let counts = origin.counts else { return nil }
    let paragraphs = context.evidence.statement(counts.statement)?.citation.paragraphs
    return .object([
      "id": .string(origin.id), "stance": .string(counts.stance.rawValue),
      "trust": .optional(counts.trust), "statement": .string(counts.statement),
      "grade": .optional(counts.grade), "source": .string(counts.source),
      "paragraph": paragraphs.map { .integer($0.first) } ?? .null,
    ])
  }

  /// The explanation as a page, for Markdown or HTML.
  ///
  /// - Returns: The page.
  public func page() -> Page {
    let passages = ExplainPassages(report: self)
    let opening: [Block] = [
      .heading(1, id: "title", [.name(title)]), .paragraph([.text(passages.outcome)]),
      .paragraph([.name(choices)]),
    ]
    return Page(title: title, blocks: opening + passages.all.flatMap(\.blocks))
  }

  /// The explanation as CommonMark.
  ///
  /// - Returns: The text, ending in a line end.
  public func markdown() -> String { page().markdown() }
}
