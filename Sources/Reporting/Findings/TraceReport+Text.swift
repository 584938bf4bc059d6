internal import Evidence
internal import InfluenceAnalysis

extension TraceReport {
  /// The report as text for a terminal.
  ///
  /// Nothing from data can steer the terminal: control characters are shown as escapes.
  ///
  /// - Parameter style: How it looks.
  /// - Returns: The text, ending in a line end.
  public func text(_ style: TerminalStyle = TerminalStyle()) -> String {
    let names = [trace.from, trace.to].map { VisibleText.line(context.title(of: $0)) }
    var lines = [style.bold(names.joined(separator: " -> "))]
    if trace.chains.isEmpty {
      lines.append("No chain leads from the one to the other.")
    } else {
      lines.append(connectionWords)
    }
    lines.append(style.quiet(VisibleText.line(choices)))
    for (index, chain) in trace.chains.enumerated() {
      lines.append("")
      lines += ChainText(chain: chain, context: context, style: style).lines(number: index + 1)
    }
    if let check { lines += context.passages(check).flatMap { $0.lines(style) } }
    if !trace.impossible.isEmpty {
      lines += ["", style.bold("Ruled out by the dates")]
      for chain in trace.impossible {
        let path = chain.nodes.map(context.evidence.name).joined(separator: " -> ")
        lines.append("  " + VisibleText.line(path))
      }
    }
    if !trace.refusals.isEmpty {
      lines += ["", style.bold("Said of the two, and no chain")]
      for refusal in trace.refusals { lines += context.lines(refusal, style) }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension FindingContext {
  /// Something that makes no chain, and why, as lines of text.
  func lines(_ refusal: Refusal, _ style: TerminalStyle) -> [String] {
    let head = VisibleText.wrapped(
      "\(refusal.reason.rawValue): \(VisibleText.line(refusal.sentence))",
      columns: style.columns - 4)
    return head.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
      + statements(refusal.statements).map {
        "      " + style.quiet(VisibleText.line(line($0)))
      }
  }
}

/// One chain as lines of text.
struct ChainText {
  let chain: Chain
  let context: FindingContext
  let style: TerminalStyle

  private static let barCells = 10

  func lines(number: Int) -> [String] {
    let indent = "   "
    var lines = [style.bold("\(number). \(TraceReport.summary(chain))")]
    for remark in TraceReport.remarks(chain) { lines.append(indent + remark) }
    let arcs = chain.hops.flatMap(\.arcs)
    let widths = [
      arcs.map { VisibleText.width(of: relation($0)) }.max() ?? 0,
      arcs.map { $0.degree.rawValue.count }.max() ?? 0,
      arcs.map { probability($0).count }.max() ?? 0,
    ]
    for (index, hop) in chain.hops.enumerated() {
      lines.append(indent + node(hop.tail, isFirst: index == 0))
      for arc in hop.arcs {
        var row = [
          VisibleText.padded(relation(arc), to: widths[0]),
          VisibleText.padded(arc.degree.rawValue, to: widths[1]),
          VisibleText.padded(probability(arc), to: widths[2]),
        ].joined(separator: "  ")
        if style.drawsBoxes {
          let bar = TerminalMarks.bar(arc.probability, cells: Self.barCells)
          row += "  " + VisibleText.padded(bar, to: Self.barCells)
        }
        if let when = context.whenWords(arc) { row += "  " + VisibleText.line(when) }
        while row.last == " " { row.removeLast() }
        if index == chain.weakest, chain.hops.count > 1 {
          row += "  " + style.warning("<- weakest link")
        }
        let rail = indent + rail(of: arc)
        lines.append(rail + row)
        for statement in context.statements(arc.statements) {
          lines.append(rail + "  " + style.quiet(VisibleText.line(context.line(statement))))
        }
        if context.explains {
          for line in context.arithmetic(of: arc.link) {
            lines.append(rail + "    " + style.quiet(VisibleText.line(line)))
          }
        }
      }
    }
    if let last = chain.nodes.last { lines.append(indent + node(last, isFirst: false)) }
    return lines
  }

  /// The name of a node; drawn, with the beginning of the chain or the end of an arrow before it.
  private func node(_ id: String, isFirst: Bool) -> String {
    let name = style.bold(VisibleText.line(context.title(of: id)))
    guard style.drawsBoxes else { return name }
    return (isFirst ? "\u{25CF} " : "\u{25BC} ") + name
  }

  /// What stands at the left of the lines of an arc: broken where it is disputed.
  private func rail(of arc: Arc) -> String {
    guard style.drawsBoxes else { return "  | " }
    return arc.status == .disputed || arc.status == .denied ? "\u{254E}   " : "\u{2502}   "
  }

  private func relation(_ arc: Arc) -> String { VisibleText.line(context.relation(arc)) }

  private func probability(_ arc: Arc) -> String {
    let disputed = arc.status == .disputed ? ", disputed" : ""
    return "\(Phrase.likelihood(arc.probability)) \(Phrase.percent(arc.probability))\(disputed)"
  }
}
