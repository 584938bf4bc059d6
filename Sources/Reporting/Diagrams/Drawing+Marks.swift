internal import DOT
internal import Evidence
internal import InfluenceAnalysis

/// What of a drawing is neither kind nor degree: colours of lines, groups in one node, changes, columns, and
/// notes beside lines.
extension Drawing {
  /// The mark of a line, in the colour that the options ask for.
  func mark(of line: Diagram.Line) -> LineMark {
    var mark = LineMark.mark(of: line.degree, line.standing)
    if let change = line.change {
      mark = mark.coloured(Palette.change(change))
      return change == .removed ? mark.dashed : mark
    }
    switch options.lineColouring {
    case .degree: return mark
    case .probability, .date:
      guard let scale = lineScale, let value = lineValue(line) else {
        return mark.coloured(theme.quietInk)
      }
      // The dark half of cividis is grey, as lines without a date are.
      return mark.coloured(ColourScale.viridis.line(scale.share(of: value), on: theme))
    case .status:
      return mark.coloured(line.status.map(Self.line) ?? theme.quietInk)
    }
  }

  /// The number that the colour of a line shows.
  private func lineValue(_ line: Diagram.Line) -> Double? {
    switch options.lineColouring {
    case .degree, .status: nil
    case .probability: line.standing.isInfluence ? line.probability : nil
    case .date: line.year
    }
  }

  /// The scale of the colours of lines, if they are on one.
  var lineScale: DiagramOptions.Scale? {
    switch options.lineColouring {
    case .degree, .status: return nil
    case .probability: return DiagramOptions.Scale([0, 1], unit: .probability)
    case .date:
      let years = diagram.lines.compactMap(\.year)
      return years.isEmpty ? nil : DiagramOptions.Scale(years, unit: .year)
    }
  }

  /// Whether some line has no place on the scale.
  var hasLinesOffScale: Bool {
    lineScale != nil && diagram.lines.contains { lineValue($0) == nil }
  }

  /// The colour of a line by its status, which its dashes and its arrowhead tell too.
  static func line(_ status: LinkStatus) -> Colour {
    switch status {
    case .supported: Palette.blue
    case .weak: Palette.quietInk
    case .disputed: Colour(0xB34700)
    case .claimedOnly: Colour(0x8A3A6B)
    case .denied, .raised: Palette.black
    }
  }
}

extension LineMark {
  /// The mark in another colour.
  func coloured(_ colour: Colour) -> LineMark {
    LineMark(
      style: style, arrowhead: arrowhead, colour: colour, isDouble: isDouble, width: width,
      sense: sense)
  }

  /// The mark with dashes.
  var dashed: LineMark {
    LineMark(
      style: "dashed", arrowhead: arrowhead, colour: colour, isDouble: isDouble, width: width,
      sense: sense)
  }
}

extension Drawing {
  /// The label of a node that stands for a group: its name, what it is made of as a bar in the colours of the
  /// kinds, and how many.
  func gather(_ node: Diagram.Node, in attributes: inout DOTAttributes) {
    guard node.isGathered else { return }
    attributes["shape"] = "box"
    attributes["style"] = "filled,rounded"
    attributes["margin"] = "0.1,0.08"
    let fill = theme.fill(theme.paper.mixed(with: theme.ink, share: 0.04))
    attributes["fillcolor"] = .text(fill.hex)
    attributes["color"] = .text(theme.quietInk.hex)
    attributes["penwidth"] = "1.4"
    attributes["label"] = .html(HTMLLabel(table(of: node)))
  }

  private func table(of node: Diagram.Node) -> HTMLTable {
    func row(_ text: String, _ size: Double, isBold: Bool) -> HTMLRow {
      let part = HTMLText.font(color: theme.ink.hex, pointSize: size, [.text(text)])
      return HTMLRow([HTMLCell([], isBold ? [.bold([part])] : [part])])
    }
    let total = Double(max(1, node.parts.reduce(0) { $0 + $1.count }))
    let size = 12 + (options.sizes.map { 5 * $0.share(of: node.id).squareRoot() } ?? 0)
    // Another encoding has the colours: then the kinds are told by the words alone.
    let parts = options.colouring == .kind ? node.parts : []
    let cells = parts.map { part in
      let colour = theme.fill(KindMark.mark(of: part.kind, in: vocabulary).fill)
      let words = HTMLText.font(color: colour.text.hex, pointSize: 10, [.text("\(part.count)")])
      return HTMLCell(
        [
          .background(colour.hex), .cellPadding(2),
          .width(max(15, Int(150 * Double(part.count) / total))),
        ], [words])
    }
    let bar = HTMLTable(
      [.border(0), .cellBorder(0), .cellSpacing(0)], rows: [HTMLRow(cells)])
    let names = LabelWrap.lines(VisibleText.line(node.name), width: 26)
    return HTMLTable(
      [.border(0), .cellBorder(0), .cellPadding(2), .cellSpacing(0)],
      rows: names.prefix(6).map { row($0.isEmpty ? " " : $0, size.rounded(), isBold: true) }
        + (cells.isEmpty ? [] : [HTMLRow([HTMLCell(table: bar)])])
        + (node.detail.map { [row(VisibleText.line($0), 10, isBold: false)] } ?? []))
  }

  /// What is new, gone or not the same has a sign before its name, and an outline of its own.
  func signal(_ change: Change?, in attributes: inout DOTAttributes) {
    guard let change else { return }
    let colour = theme.line(Palette.change(change))
    attributes["color"] = .text(colour.hex)
    attributes["penwidth"] = "2.6"
    if change == .removed { attributes["style"] = "filled,dashed" }
  }
}

extension Drawing {
  /// Whether the layers of the picture have a meaning of their own.
  var hasColumns: Bool { isLayered && diagram.nodes.contains { $0.column != nil } }

  /// The notes beside lines, in the column of the node that the line leaves.
  private func notes(in column: Int) -> [DOTNode] {
    let tails = Set(diagram.nodes.filter { $0.column == column }.map(\.id))
    return diagram.lines.filter { tails.contains($0.tail) }.compactMap(noteNode)
  }

  private func noteName(_ line: Diagram.Line) -> String { "note \(line.pictureID)" }

  private func noteNode(_ line: Diagram.Line) -> DOTNode? {
    guard let note = line.note else { return nil }
    let colour = theme.line(mark(of: line).colour)
    func row(_ text: String, _ size: Double, _ colour: Colour, isBold: Bool) -> HTMLRow {
      let part = HTMLText.font(color: colour.hex, pointSize: size, [.text(text)])
      return HTMLRow([HTMLCell([.align(.left)], isBold ? [.bold([part])] : [part])])
    }
    let heading = wrapped("\(note.mark)  \(note.heading)", 23)
    let lines = note.lines.flatMap { wrapped($0, 26) }
    let rows =
      heading.map { row($0, 10, colour, isBold: true) }
      + lines.map { row($0, 10, theme.ink, isBold: false) }
    return DOTNode(
      noteName(line),
      [
        "id": .text(options.idPrefix + VisibleText.line("note-\(line.pictureID)")),
        "shape": "box", "style": .text(note.isStrong ? "filled,bold" : "filled"),
        "fillcolor": .text(theme.paper.mixed(with: theme.ink, share: 0.03).hex),
        "color": .text(note.isStrong ? colour.hex : theme.rule.hex),
        "penwidth": .number(note.isStrong ? 2.2 : 0.8), "margin": "0.06,0.04",
        "tooltip": Self.tooltip(line.tooltip),
        "label": .html(
          HTMLLabel(
            HTMLTable(
              [.border(0), .cellBorder(0), .cellPadding(0), .cellSpacing(1)], rows: rows))),
      ])
  }

  /// A text on lines: a percent sign stays with its number, and no word is longer than a line.
  private func wrapped(_ text: String, _ columns: Int) -> [String] {
    VisibleText.wrapped(VisibleText.line(text), columns: columns)
      .flatMap { LabelWrap.lines($0, width: columns) }
  }

  /// One layer for each column, with the notes below what they belong to; downwards notes have layers of their own.
  var columns: [DOTSubgraph] {
    guard hasColumns else { return [] }
    let isDown = direction == .down
    let layers = columnNumbers.map { column in
      let members = diagram.nodes.filter { $0.column == column }.map { DOTNode($0.id) }
      return DOTSubgraph(
        name: "column \(column)", attributes: ["rank": "same"],
        nodes: members + (isDown ? [] : notes(in: column)))
    }
    guard isDown, hasNotes else { return layers }
    return layers + [DOTSubgraph(name: "notes", nodes: diagram.lines.compactMap(noteNode))]
  }

  /// How many layers there are.
  var columnCount: Int { columnNumbers.count }

  private var columnNumbers: [Int] { Set(diagram.nodes.compactMap(\.column)).sorted() }

  /// Lines that nobody sees: they keep the columns in order, and each note below the node of its line; where
  /// there are no columns they put nodes without a line in rows instead of one long one.
  var columnOrder: [DOTEdge] {
    guard hasColumns else { return rowsOfIsolates }
    let hidden: DOTAttributes = ["style": "invis"]
    let firsts = columnNumbers.compactMap { column in
      diagram.nodes.first { $0.column == column }?.id
    }
    let order = zip(firsts, firsts.dropFirst()).map { left, right in
      DOTEdge(from: left, to: right, ["style": "invis", "weight": "0"])
    }
    // Downwards each note stands between the layers of the ends of its line, where the words of the line are.
    if direction == .down {
      return order
        + diagram.lines.filter { $0.note != nil }.flatMap { line in
          [(line.tail, noteName(line)), (noteName(line), line.head)].map {
            DOTEdge(from: $0.0, to: $0.1, ["style": "invis", "weight": "0"])
          }
        }
    }
    var below: [DOTEdge] = []
    for node in diagram.nodes {
      var last = node.id
      for line in diagram.lines where line.tail == node.id && line.note != nil {
        // On one layer the tail of a line comes first from below.
        below.append(DOTEdge(from: noteName(line), to: last, hidden))
        last = noteName(line)
      }
    }
    return order + below
  }

  private var rowsOfIsolates: [DOTEdge] {
    guard isLayered, options.clustering == .none, plan?.pairs.isEmpty ?? true else { return [] }
    let joined = Set(diagram.lines.flatMap { [$0.tail, $0.head] })
    let isolates = diagram.nodes.map(\.id).filter { !joined.contains($0) }
    guard isolates.count > 4 else { return [] }
    let width = isolates.count <= 9 ? 3 : isolates.count <= 24 ? 4 : 6
    return zip(isolates, isolates.dropFirst(width)).map {
      DOTEdge(from: $0, to: $1, ["style": "invis"])
    }
  }

  /// A line counts in the layers only if it leads from one column to the next.
  func place(_ line: Diagram.Line, in attributes: inout DOTAttributes) {
    guard hasColumns else { return }
    let columns = [line.tail, line.head].map { id in
      diagram.nodes.first { $0.id == id }?.column
    }
    guard let tail = columns[0], let head = columns[1] else { return }
    if head <= tail { attributes["constraint"] = "false" }
    if line.note != nil { attributes["weight"] = "8" }
    if line.note != nil, head > tail, direction == .down { attributes["minlen"] = "2" }
    // Within the first or the last layer a line bends outwards, where it crosses no words.
    if head == tail, direction == .right, !hasNotes, columnCount > 1 {
      let side = head == columnNumbers.last ? "e" : head == columnNumbers.first ? "w" : nil
      for end in ["tailport", "headport"] { attributes[end] = side.map { .text($0) } }
    }
    // Graphviz 2.43 frees memory twice for the label of a line within a layer; a label beside it is safe.
    if head == tail, let label = attributes["label"] {
      attributes["label"] = nil
      attributes["xlabel"] = label
    }
  }
}
