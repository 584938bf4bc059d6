internal import Evidence
internal import InfluenceAnalysis

extension FindingContext {
  /// A chain as blocks of a page: what it comes to, then its links with their citations.
  ///
  /// - Parameters:
  ///   - chain: The chain.
  ///   - linksStatements: Whether statements are links into an appendix of the page.
  /// - Returns: The blocks.
  func blocks(_ chain: Chain, linksStatements: Bool) -> [Block] {
    let path = chain.nodes.map { Inline.name(title(of: $0)) }
    var heading: [Inline] = []
    for (index, name) in path.enumerated() {
      if index > 0 { heading.append(" → ") }
      heading.append(.strong([name]))
    }
    let remarks = TraceReport.remarks(chain).joined(separator: "; ")
    var rows: [[Block]] = []
    for (index, hop) in chain.hops.enumerated() {
      for arc in hop.arcs {
        rows.append(
          blocks(
            arc, isWeakest: index == chain.weakest && chain.hops.count > 1,
            linksStatements: linksStatements))
      }
    }
    return [
      .paragraph(heading),
      .paragraph([.text("\(TraceReport.summary(chain)); \(remarks).")]),
      .list(rows, isOrdered: true),
    ]
  }

  private func blocks(_ arc: Arc, isWeakest: Bool, linksStatements: Bool) -> [Block] {
    var line: [Inline] = [
      .name(evidence.name(of: arc.tail)), .text(" "),
      .emphasis([
        .text(evidence.vocabulary.verb(of: arc.relation, isReversed: arc.isReversed))
      ]),
      .text(" "), .name(evidence.name(of: arc.head)),
      .text(": \(Phrase.likelihood(arc.probability)) (\(Phrase.percent(arc.probability)))"),
    ]
    if arc.status == .disputed { line.append(", disputed") }
    if let when = whenWords(arc) { line.append(.text(", \(when)")) }
    if isWeakest { line += [", ", .strong(["the weakest link"])] }
    return [
      .paragraph(line),
      .lines(statements(arc.statements).map { cited($0, isLinked: linksStatements) }),
    ]
  }

  /// A statement on a line of a page.
  ///
  /// - Parameters:
  ///   - statement: The statement.
  ///   - isLinked: Whether its id is a link into the appendix.
  /// - Returns: The line.
  func cited(_ statement: Statement, isLinked: Bool) -> [Inline] {
    let hedges = hedges(of: statement)
    var line: [Inline] = [
      isLinked
        ? .reference([.name(statement.id)], to: Anchor.statement(statement.id))
        : .code(statement.id),
      .text(" "), .name(attribution(of: statement)),
    ]
    if !hedges.isEmpty { line.append(.text(" (\(hedges.joined(separator: ", ")))")) }
    if let quote = statement.citation.quote {
      line += [.text(" \u{201C}"), .name(quote.text), .text("\u{201D}")]
    }
    return line
  }

  /// Something that makes no chain, and why.
  func blocks(_ refusal: Refusal, linksStatements: Bool) -> [Block] {
    [
      .paragraph([.strong([.text(refusal.reason.rawValue)]), ": ", .name(refusal.sentence)]),
      .lines(statements(refusal.statements).map { cited($0, isLinked: linksStatements) }),
    ]
  }
}

extension TraceReport {
  /// The report as a page, for Markdown or HTML.
  ///
  /// - Returns: The page.
  public func page() -> Page {
    let title = [trace.from, trace.to].map(context.title).joined(separator: " → ")
    var blocks: [Block] = [
      .heading(1, id: "title", [.name(title)]),
      .paragraph([
        .text(trace.chains.isEmpty ? "No chain leads from the one to the other." : connectionWords)
      ]),
      .paragraph([.text("Reckoned with \(choices).")]),
    ]
    if !trace.chains.isEmpty {
      blocks.append(.heading(2, id: "chains", ["Chains"]))
      blocks.append(
        .list(
          trace.chains.map { context.blocks($0, linksStatements: false) }, isOrdered: true))
    }
    if let check { blocks += context.passages(check).flatMap(\.blocks) }
    if !trace.impossible.isEmpty {
      blocks.append(.heading(2, id: "impossible", ["Ruled out by the dates"]))
      blocks.append(
        .lines(
          trace.impossible.map { chain in
            [.name(chain.nodes.map(context.evidence.name).joined(separator: " → "))]
          }))
    }
    if !trace.refusals.isEmpty {
      blocks.append(.heading(2, id: "refusals", ["Said of the two, and no chain"]))
      blocks.append(
        .list(
          trace.refusals.map { context.blocks($0, linksStatements: false) }, isOrdered: false))
    }
    return Page(title: title, blocks: blocks)
  }

  /// The report as CommonMark.
  ///
  /// - Returns: The text, ending in a line end.
  public func markdown() -> String { page().markdown() }
}
