internal import Evidence
public import InfluenceAnalysis

/// What cannot all be right in some evidence, each side with who says so, ready to be shown.
public struct ContradictionReport: Sendable {
  /// The contradictions, links first, then values, then noted errors.
  public let contradictions: [Contradiction]
  /// What it is written with.
  public let context: FindingContext

  /// Finds and reports the contradictions of some evidence.
  ///
  /// - Parameter table: The links of the evidence.
  public init(_ table: LinkTable) {
    contradictions = table.contradictions()
    context = FindingContext(table, projection: "", seed: 0)
  }

  private static let title = "What the sources contradict"
  private static let nothing =
    "There are no contradictions: no link has weight on both sides, no values exclude each other, "
    + "and no error of a source is noted."

  private static let sections: [(kind: Contradiction.Kind, title: String)] = [
    (.link, "Links with weight on both sides"), (.attribute, "Values that exclude each other"),
    (.sic, "Noted errors of a source"),
  ]

  private func count(_ kind: Contradiction.Kind) -> Int {
    contradictions.count { $0.kind == kind }
  }

  private var summary: String {
    "\(Plural.text(count(.link), "link", "links")), "
      + "\(Plural.text(count(.attribute), "value", "values")), "
      + "\(Plural.text(count(.sic), "noted error", "noted errors")); policy \(context.policy)"
  }
}

extension ContradictionReport {
  /// The contradictions as text for a terminal; control characters from data are shown as escapes.
  ///
  /// - Parameter style: How it looks.
  /// - Returns: The text, ending in a line end.
  public func text(_ style: TerminalStyle = TerminalStyle()) -> String {
    guard !contradictions.isEmpty else { return Self.nothing + "\n" }
    var lines = [style.bold(Self.title), style.quiet(VisibleText.line(summary))]
    var number = 0
    for (kind, title) in Self.sections where count(kind) > 0 {
      lines += ["", style.bold(title)]
      for contradiction in contradictions where contradiction.kind == kind {
        number += 1
        lines += [""] + self.lines(contradiction, number: number, style)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(
    _ contradiction: Contradiction, number: Int, _ style: TerminalStyle
  ) -> [String] {
    let told = ContradictionSentences(contradiction: contradiction, context: context)
    let indent = String(repeating: " ", count: "\(number). ".count)
    func wrapped(_ text: String, first: String, rest: String) -> [String] {
      Passage.wrapped(text, first: first, rest: rest, style)
    }
    var lines = wrapped(told.matter, first: "\(number). ", rest: indent).map(style.bold)
    if let outcome = told.outcome { lines += wrapped(outcome, first: indent, rest: indent) }
    for side in told.sides {
      lines += wrapped(
        side.lines.isEmpty ? side.heading : side.heading + ":", first: indent, rest: indent)
      for line in side.lines {
        lines += wrapped(line.sentence, first: indent + "- ", rest: indent + "  ")
      }
    }
    return lines
  }

  /// The contradictions as JSON: the policy, how many there are of each kind, and each with its sides.
  ///
  /// - Parameter pretty: Whether it is spread over lines.
  /// - Returns: The text, ending in a line end.
  public func json(pretty: Bool = true) -> String {
    JSONValue.object([
      "policy": .string(context.policy), "links": .integer(count(.link)),
      "attributes": .integer(count(.attribute)), "errors": .integer(count(.sic)),
      "contradictions": .array(contradictions.map(value)),
    ]).text(pretty: pretty) + "\n"
  }

  private func value(_ contradiction: Contradiction) -> JSONValue {
    let told = ContradictionSentences(contradiction: contradiction, context: context)
    let pooled =
      contradiction.kind == .link ? contradiction.link.flatMap { context.table[$0] } : nil
    return .object([
      "kind": .string(contradiction.kind.rawValue), "matter": .string(told.matter),
      "subject": .string(contradiction.subject), "predicate": .string(contradiction.predicate),
      "object": .optional(contradiction.object),
      "status": .optional(pooled?.pooled.status.rawValue),
      "phrase": .optional(pooled?.phrase), "probability": .optional(pooled?.pooled.probability),
      "refuted": .optional(pooled?.pooled.refuted), "unknown": .optional(pooled?.pooled.unknown),
      "positions": .array(
        contradiction.positions.map { position in
          .object([
            "says": .string(position.says),
            "statements": .array(context.statements(position.statements).map(context.told)),
          ])
        }),
      "unweighed": .array(context.statements(contradiction.unweighed).map(context.told)),
    ])
  }

  /// The contradictions as a page, for Markdown or HTML.
  ///
  /// - Returns: The page.
  public func page() -> Page {
    var blocks: [Block] = [.heading(1, id: "title", [.text(Self.title)])]
    if contradictions.isEmpty {
      blocks.append(.paragraph([.text(Self.nothing)]))
    } else {
      blocks.append(.paragraph([.name(summary)]))
    }
    for (kind, title) in Self.sections where count(kind) > 0 {
      blocks.append(.heading(2, id: "contradictions-\(kind.rawValue)", [.text(title)]))
      for contradiction in contradictions where contradiction.kind == kind {
        blocks += context.blocks(contradiction, linksStatements: false)
      }
    }
    return Page(title: Self.title, blocks: blocks)
  }

  /// The contradictions as CommonMark.
  ///
  /// - Returns: The text, ending in a line end.
  public func markdown() -> String { page().markdown() }
}

extension FindingContext {
  /// A statement as JSON, with what it says in words and how firmly it is put.
  func told(_ statement: Statement) -> JSONValue {
    guard case .object(let members) = value(statement) else { return .null }
    return .object(
      members + [
        .init("modality", .string(statement.modality.rawValue)),
        .init("sentence", .string(sentence(statement))),
      ])
  }
}
