internal import Evidence
public import InfluenceAnalysis

/// What is said of attacks, ready to be shown: who claimed them, what the evidence comes to, and what
/// that rests on, three things apart.
public struct AttributionReport: Sendable {
  /// One attack.
  public struct Finding: Sendable, Equatable {
    /// Claims, verdict, and what it rests on.
    public let attribution: Attribution
    /// The second look, never merged with the verdict.
    public let hypotheses: HypothesisMatrix
    /// How far the verdict hangs on the numbers of the policy.
    public let sensitivity: VerdictSensitivity
  }

  /// The attacks, by date, then by id.
  public private(set) var findings: [Finding]
  /// The ids of entries that stand for several attacks and were left out, sorted.
  public private(set) var leftOut: [String]
  /// What it is written with.
  public let context: FindingContext
  /// By how much the numbers of the policy were moved to see whether a verdict hangs on them.
  public static let spread = 0.15

  /// Attributes attacks.
  ///
  /// - Parameters:
  ///   - attributor: The evidence, weighed.
  ///   - attacks: The ids of the attacks; `nil` for all.
  ///   - includesCollectives: Whether all means also entries that stand for several attacks.
  ///   - draws: How often the numbers of the policy are moved to see whether a verdict hangs on
  ///     them.
  public init(
    _ attributor: Attributor, attacks: [String]? = nil, includesCollectives: Bool = false,
    draws: Int = 200
  ) {
    context = FindingContext(attributor.table, projection: "influence", seed: attributor.seed)
    let all = (attacks ?? attributor.attacks).compactMap { attributor.attribution(of: $0) }
    let shown = all.filter { attacks != nil || includesCollectives || !$0.isCollective }
      .sorted { left, right in
        let (a, b) = (left.date?.first?.daysSinceEpoch, right.date?.first?.daysSinceEpoch)
        return (a ?? .max, left.attack) < (b ?? .max, right.attack)
      }
    let moved = attributor.sensitivity(
      draws: draws, spread: Self.spread, seed: attributor.seed, attacks: shown.map(\.attack))
    findings = zip(shown, moved).compactMap { attribution, sensitivity in
      attributor.hypotheses(on: attribution.attack).map {
        Finding(attribution: attribution, hypotheses: $0, sensitivity: sensitivity)
      }
    }
    leftOut =
      attacks == nil && !includesCollectives
      ? all.filter(\.isCollective).map(\.attack).sorted() : []
  }

  /// The same without entries that stand for several attacks.
  var ofSingleAttacks: AttributionReport {
    var report = self
    report.findings = findings.filter { !$0.attribution.isCollective }
    report.leftOut =
      (leftOut + findings.filter(\.attribution.isCollective).map(\.attribution.attack)).sorted()
    return report
  }

  var title: String {
    findings.count == 1
      ? context.title(of: findings[0].attribution.attack)
      : "What the sources say of who was behind it"
  }

  /// The choices in a line.
  var choices: String { "policy \(context.policy), seed \(context.seed)" }

  /// What was left out, in a sentence.
  var leftOutWords: String? {
    guard !leftOut.isEmpty else { return nil }
    return "Left out are \(leftOut.count) entries that stand for several attacks; --all lists them."
  }
}

extension AttributionReport {
  /// The report as text for a terminal: a table, and for a single attack all that it rests on.
  ///
  /// - Parameter style: How it looks.
  /// - Returns: The text, ending in a line end.
  public func text(_ style: TerminalStyle = TerminalStyle()) -> String {
    guard findings.count != 1 else { return text(of: findings[0], style) }
    if findings.isEmpty { return "There is no attack in this graph.\n" }
    var lines = [style.bold(title), style.quiet(VisibleText.line(choices)), ""]
    let table = TextTable(
      columns: Self.columns.map { TextTable.Column(title: $0, least: 14) },
      rows: findings.map { row(of: $0.attribution) })
    lines += table.lines(style)
    lines.append("")
    let notes =
      [
        "A verdict says what the statements of this graph come to, and nothing of what they leave "
          + "out. A claim of responsibility never adds to it. Name one attack to see what its verdict "
          + "rests on."
      ] + [sensitiveWords, leftOutWords].compactMap { $0 }
    lines += notes.flatMap { Passage.wrapped($0, style) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Which verdicts hang on the numbers of the policy, in a sentence.
  private var sensitiveWords: String? {
    let sensitive = findings.filter(\.sensitivity.isSensitive).map {
      "\(context.evidence.name(of: $0.attribution.attack)) (\($0.sensitivity.changed) of "
        + "\($0.sensitivity.draws) draws)"
    }
    guard !sensitive.isEmpty else { return nil }
    return "Verdict sensitive to policy, with every grade moved by up to 15 %: "
      + sensitive.joined(separator: "; ") + "."
  }

  private static let columns = ["Attack", "Verdict", "Chances", "Principal", "Claimed by"]

  /// The cells of an attack in the table.
  private func row(of attribution: Attribution) -> [String] {
    let chances = Rung.allCases.filter { attribution.degrees[$0] > 0 }.map {
      "\($0.rawValue) \(Phrase.percent(attribution.degrees[$0]))"
    }
    let claimants = Self.unique(attribution.claims.map { context.evidence.name(of: $0.by) })
    return [
      context.title(of: attribution.attack), verdictWords(attribution),
      chances.joined(separator: ", "), attribution.principal?.name ?? "",
      claimants.joined(separator: ", "),
    ].map { $0.isEmpty ? "-" : VisibleText.line($0) }
  }

  private func verdictWords(_ attribution: Attribution) -> String {
    attribution.verdict.rawValue + (attribution.isTentative ? ", tentative" : "")
      + (attribution.isDisputed ? ", disputed" : "")
  }

  static func unique(_ names: [String]) -> [String] {
    names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func text(of finding: Finding, _ style: TerminalStyle) -> String {
    let told = AttributionSentences(finding: finding, context: context)
    var lines = [
      style.bold(VisibleText.line(context.title(of: finding.attribution.attack))),
      style.quiet(VisibleText.line(choices)), "",
    ]
    lines += Passage.wrapped(told.verdict, style)
    for passage in told.passages { lines += passage.lines(style) }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension AttributionReport {
  /// The report as a page, for Markdown or HTML.
  ///
  /// - Returns: The page.
  public func page() -> Page {
    var blocks: [Block] = [
      .heading(1, id: "title", [.name(title)]), .paragraph([.text("Reckoned with \(choices).")]),
    ]
    if findings.count == 1 {
      let told = AttributionSentences(finding: findings[0], context: context)
      blocks.append(.paragraph([.name(told.verdict)]))
      blocks += told.passages.flatMap(\.blocks)
    } else {
      blocks.append(
        .table(
          Table(
            columns: Self.columns.map { .init($0) },
            rows: findings.map { row(of: $0.attribution).map { [.name($0)] } })))
      let notes =
        [
          "A verdict says what the statements of this graph come to, and nothing of what they leave "
            + "out. A claim of responsibility never adds to it."
        ]
        + [sensitiveWords, leftOutWords].compactMap { $0 }
      blocks += notes.map { .paragraph([.name($0)]) }
    }
    return Page(title: title, blocks: blocks)
  }

  /// The report as CommonMark.
  ///
  /// - Returns: The text, ending in a line end.
  public func markdown() -> String { page().markdown() }
}
