internal import DOT
internal import Evidence
internal import InfluenceAnalysis

/// The words at lines.
extension Drawing {
  /// A layered layout puts words close to their line: the blanks keep them apart.
  func spaced(_ words: [String]) -> [String] {
    let blanks = hasNotes ? direction == .down ? "  " : "" : "   "
    return words.map { blanks + $0 + blanks }
  }

  /// Springs and rings put words upon their line, which would strike them through: they stand on a piece of paper.
  func onPaper(_ words: [String]) -> DOTValue {
    .html(
      HTMLLabel(
        HTMLTable(
          [
            .border(0), .cellBorder(0), .cellPadding(0), .cellSpacing(0),
            .background(theme.paper.hex),
          ],
          rows: words.map { HTMLRow([HTMLCell(text: $0)]) })))
  }

  /// The words at a line, each line of them short; in a crowded picture only what stands out has words.
  func label(of line: Diagram.Line) -> [String] {
    guard options.hasLineLabels, line.emphasis != .faded else { return [] }
    // Around a middle there is room for words only at the lines that reach it.
    if !isLayered, let center = diagram.center, ![line.tail, line.head].contains(center) {
      return []
    }
    if let words = line.words {
      // Around a middle all lines are close, and so are their words.
      let hides = diagram.center != nil && !isLayered && isCrowded
      return hides ? [] : words.map(VisibleText.line)
    }
    guard !line.label.isEmpty else { return [] }
    // Where there are many lines, there is no room for words at each: tooltips have them.
    let hasRoom = hasColumns && line.standing.isInfluence && line.degree != .carries
    if isCrowded, line.emphasis != .strong, !hasRoom { return [] }
    let language = diagram.words
    var words = LabelWrap.balanced(VisibleText.line(line.label), width: 22)
    switch line.standing {
    case .disputed: words.insert(language.plain("line.disputed"), at: 0)
    case .denied: words.insert(language.plain("line.denied"), at: 0)
    case .claimedOnly where line.relation != "claimed":
      words.insert(language.plain("line.claimed-only"), at: 0)
    case .influence, .claimedOnly, .lead, .tie: break
    }
    guard line.standing.isInfluence || line.standing == .lead, let probability = line.probability
    else { return words }
    switch options.probabilities {
    case .number: words.append(language.percentText(probability))
    case .word: words.append(language.likelihoodText(probability))
    case .none: break
    }
    return words
  }
}
