internal import DOT
internal import Evidence
internal import InfluenceAnalysis

/// What a legend explains: the marks that occur in a diagram, and no others.
struct Legend {
  /// An explained fill of a node.
  struct Swatch: Equatable {
    let label: String
    let mark: KindMark
    let fill: Colour
    let isCollective: Bool

    /// The fill as drawn: white is that of a mark whose fill says nothing.
    func fill(on theme: Theme) -> Colour { fill == .white ? theme.paper : theme.fill(fill) }
  }

  /// An explained scale of colours.
  struct ColourKey: Equatable {
    /// What it is a scale of.
    let title: String
    /// The colours from the low end to the high one, as drawn.
    let colours: [Colour]
    /// The numbers at the ends and in the middle, or one.
    let marks: [String]
  }

  /// An explained colour of lines, with the sign that goes before their words.
  struct LineKey: Equatable {
    let sign: String
    let colour: Colour
    let meaning: String
  }

  let swatches: [Swatch]
  let scales: [ColourKey]
  let samples: [LineMark]
  let lineKeys: [LineKey]
  /// Words on what has no mark of its own.
  let notes: [String]

  /// - Parameter drawing: The diagram and how it is drawn.
  init(_ drawing: Drawing) {
    swatches = Self.swatches(drawing)
    scales = Self.scales(drawing)
    samples = Self.samples(drawing)
    lineKeys = Self.lineKeys(drawing)
    notes = Self.notes(drawing)
  }

  var isEmpty: Bool { swatches.isEmpty && samples.isEmpty && scales.isEmpty }

  private static func swatches(_ drawing: Drawing) -> [Swatch] {
    let nodes = drawing.diagram.nodes
    let byKind = drawing.options.colouring == .kind
    let parts = Set(byKind ? nodes.flatMap(\.parts).map(\.kind) : [])
    var swatches = Set(nodes.map(\.kind)).union(parts).filter { !$0.isEmpty }.sorted(
      by: KindMark.order
    )
    .map { kind in
      let mark = KindMark.mark(of: kind, in: drawing.vocabulary)
      return Swatch(
        label: drawing.diagram.words.optional("kind." + kind)?.plain ?? kind, mark: mark,
        fill: byKind ? mark.fill : .white, isCollective: false)
    }
    if nodes.contains(where: \.isCollective) {
      swatches.append(
        Swatch(
          label: drawing.diagram.words.plain("legend.several"), mark: .plain, fill: .white,
          isCollective: true))
    }
    return swatches + patches(drawing)
  }

  /// The colours of groups, and the grey of what has no place.
  private static func patches(_ drawing: Drawing) -> [Swatch] {
    func patch(_ label: String, _ fill: Colour) -> Swatch {
      Swatch(
        label: label, mark: KindMark("", shape: "box", fill: .white), fill: fill,
        isCollective: false
      )
    }
    func none(of name: String) -> Swatch {
      patch(words.plain("legend.no", ["what": .text(name)]), Palette.grey)
    }
    let words = drawing.diagram.words
    let nodes = drawing.diagram.nodes.filter { !$0.isGathered }
    guard !nodes.isEmpty else { return [] }
    switch drawing.options.colouring {
    case .kind: return []
    case .scores(let scores):
      return nodes.contains { scores.values[$0.id] == nil }
        ? [none(of: scores.name)] : []
    case .groups(let groups):
      let present = Set(nodes.compactMap { groups.values[$0.id] }).sorted()
      let isApart = groups.colours == .apart
      let own = isApart ? present.filter { $0 < Palette.groupCount } : present
      var patches = own.map { patch(groups.title(of: $0), groups.fill(of: $0, on: drawing.theme)) }
      let others = present.count - own.count
      if others > 0 {
        patches.append(patch(words.plain("list.more", ["n": .count(others)]), Palette.grey))
      }
      if nodes.contains(where: { groups.values[$0.id] == nil }) {
        patches.append(none(of: groups.name))
      }
      return patches
    }
  }

  private static func scales(_ drawing: Drawing) -> [ColourKey] {
    let theme = drawing.theme
    let shares = (0..<12).map { Double($0) / 11 }
    var keys: [ColourKey] = []
    if case .scores(let scores) = drawing.options.colouring,
      drawing.diagram.nodes.contains(where: { scores.values[$0.id] != nil })
    {
      let scale = scores.scale
      let shown = scale.marks.count > 1 ? shares : [0.5]
      keys.append(
        ColourKey(
          title: scores.name,
          colours: shown.map { theme.fill(scale.colours.fill($0, on: theme)) }, marks: scale.marks))
    }
    if let scale = drawing.lineScale {
      let shown = scale.marks.count > 1 ? shares : [0.5]
      keys.append(
        ColourKey(
          title: drawing.diagram.words.plain(
            "legend.lines", ["what": .inline(drawing.lineColouringName)]),
          colours: shown.map { ColourScale.viridis.line($0, on: theme) }, marks: scale.marks))
    }
    return keys
  }

  private static func lineKeys(_ drawing: Drawing) -> [LineKey] {
    let (lines, words) = (drawing.diagram.lines, drawing.diagram.words)
    let changes = Set(lines.compactMap(\.change) + drawing.diagram.nodes.compactMap(\.change))
    var keys = Change.allCases.filter(changes.contains).map { change in
      LineKey(
        sign: change.sign, colour: Palette.change(change),
        meaning: words.plain("change." + change.rawValue))
    }
    if drawing.options.lineColouring == .status {
      keys += Diagram.statusOrder.filter { status in lines.contains { $0.status == status } }
        .map {
          LineKey(
            sign: "", colour: Drawing.line($0),
            meaning: words.plain("link-status." + Words.key($0.rawValue)))
        }
    }
    return keys
  }

  /// The marks of the lines; where their colour says something else it is left out here.
  private static func samples(_ drawing: Drawing) -> [LineMark] {
    let samples = samples(of: drawing.diagram)
    let isPlain =
      drawing.options.lineColouring == .degree
      && !drawing.diagram.lines.contains { $0.change != nil }
    return isPlain ? samples : samples.map { $0.coloured(drawing.theme.quietInk) }
  }

  private static func samples(of diagram: Diagram) -> [LineMark] {
    Standing.allCases.flatMap { standing -> [LineMark] in
      let lines = diagram.lines.filter { $0.standing == standing }
      guard let first = lines.first else { return [] }
      if standing == .tie, !lines.contains(where: \.isDirected) {
        return [LineMark.mark(of: first.degree, standing).withoutDirection]
      }
      guard standing == .influence else { return [.mark(of: first.degree, standing)] }
      return Degree.allCases.compactMap { degree in
        let own = lines.filter { $0.degree == degree }
        guard !own.isEmpty else { return nil }
        let mark = LineMark.mark(of: degree, standing)
        return own.contains(where: \.isDirected) ? mark : mark.withoutDirection
      }
    }
  }

  private static func notes(_ drawing: Drawing) -> [String] {
    let (lines, words) = (drawing.diagram.lines, drawing.diagram.words)
    var notes: [[Inline]] = []
    if lines.contains(where: { $0.standing.isInfluence && $0.probability != nil }) {
      notes.append(words("legend.width.probability"))
    }
    if lines.contains(where: { $0.weight != nil }) { notes.append(words("legend.width.weight")) }
    if lines.contains(where: { !$0.standing.isInfluence && $0.standing != .tie }) {
      notes.append(words("legend.broken"))
    }
    if lines.contains(where: { $0.change != nil }) {
      notes.append(words("legend.gone"))
      if lines.contains(where: { $0.emphasis == .faded }) {
        notes.append(words("legend.unchanged"))
      }
    }
    if drawing.hasLinesOffScale {
      notes.append(words("legend.grey", ["what": .inline(drawing.lineColouringName)]))
    }
    if let sizes = drawing.options.sizes {
      notes.append(words("legend.size", ["what": .text(sizes.name)]))
    }
    return notes.map(\.plain)
  }
}

extension Drawing {
  /// What the colours of the lines show, in words.
  fileprivate var lineColouringName: [Inline] {
    diagram.words("colouring." + options.lineColouring.rawValue)
  }
}

extension Drawing {
  /// Words around a large picture are larger, since it will be looked at from further away.
  private var captionScale: Double {
    // On a page the words around a crowded picture are as small as the names in it, and no smaller.
    if detail.isReduced { return 2 }
    return isCrowded && !hasColumns && diagram.center == nil ? 1.2 : 1
  }

  /// How many letters of a size fit above or below the picture without making it wider.
  private func columns(_ size: Double, from least: Int, to most: Int) -> Int {
    let letters = estimate.width / (size * captionScale * 0.56)
    return Int(min(Double(most), max(Double(least), letters)))
  }

  /// What stands above the picture: title, legend and source line. In the frame of a layered layout lines
  /// would run through words; the label of the whole picture keeps clear of everything.
  var caption: DOTValue {
    hasColumns
      ? Self.label(legendRows + noteRows + sourceRow)
      : Self.label(headingRows + legendRows + noteRows + sourceRow)
  }

  /// The title alone, above a picture whose columns no line leaves.
  var heading: DOTValue { Self.label(headingRows) }

  private var sourceRow: [HTMLRow] { row(diagram.sourceLine, 10, theme.quietInk) }

  /// About the height of the caption in points.
  var captionHeight: Double {
    let legend = options.hasLegend ? Legend(self) : nil
    let samples = (legend?.samples.count ?? 0) + 2
    let rows =
      headingRows.count + noteRows.count + (legend.map { _ in samples / 3 + 3 } ?? 0) + 2
    return Double(rows) * 18 * captionScale
  }

  /// Rows as a label; without rows it takes no room.
  private static func label(_ rows: [HTMLRow]) -> DOTValue {
    rows.isEmpty
      ? ""
      : .html(
        HTMLLabel(
          HTMLTable([.border(0), .cellBorder(0), .cellPadding(1), .cellSpacing(0)], rows: rows)))
  }

  private var headingRows: [HTMLRow] {
    row(diagram.title, 18, theme.ink, isBold: true) + row(subtitle, 11, theme.quietInk)
  }

  /// The subtitle, with what the picture leaves out.
  private var subtitle: String {
    [diagram.subtitle, detail.sentence(in: diagram.words) ?? ""].filter { !$0.isEmpty }.joined(
      separator: "; ")
  }

  private func row(
    _ text: String, _ size: Double, _ colour: Colour, isBold: Bool = false
  ) -> [HTMLRow] {
    LabelWrap.lines(
      VisibleText.line(text), width: columns(size, from: isBold ? 30 : 70, to: isBold ? 90 : 150)
    ).filter { !$0.isEmpty }.map {
      let part = self.text($0, size, colour)
      return HTMLRow([HTMLCell([.align(.left)], isBold ? [.bold([part])] : [part])])
    }
  }

  private func text(_ text: String, _ size: Double, _ colour: Colour) -> HTMLText {
    .font(color: colour.hex, pointSize: (size * captionScale).rounded(), [.text(text)])
  }

  private var legendRows: [HTMLRow] {
    guard options.hasLegend else { return [] }
    let legend = Legend(self)
    guard !legend.isEmpty else { return [] }
    var rows = [HTMLRow([HTMLCell([.height(8)], text: " ")])]
    rows += Self.grid(
      legend.swatches.map { [swatch($0)] }, columns: columns(10, from: 72, to: 192) / 24)
    rows += legend.scales.map(scale)
    rows += flow(legend.samples.map(sample))
    rows += flow(legend.lineKeys.map(lineKey))
    if !legend.notes.isEmpty {
      rows += row(legend.notes.joined(separator: "; "), 10, theme.quietInk)
    }
    return rows
  }

  /// What else a reader must know, a paragraph each.
  private var noteRows: [HTMLRow] {
    diagram.notes.flatMap { row($0, 10, theme.ink) }
  }

  /// A scale as a row of patches above its numbers.
  private func scale(_ key: Legend.ColourKey) -> HTMLRow {
    let patches = key.colours.map { colour in
      HTMLCell([.background(colour.hex), .width(18), .height(12)], text: " ")
    }
    let count = key.colours.count
    let alignments: [DOTValue.Alignment] = [.left, .center, .right]
    let numbers =
      key.marks.count == 1
      ? [HTMLCell([.align(.left)], [text(key.marks[0], 10, theme.ink)])]
      : zip(key.marks, alignments).map { mark, alignment in
        HTMLCell([.columnSpan(count / 3), .align(alignment)], [text(mark, 10, theme.ink)])
      }
    let title = HTMLCell(
      [.rowSpan(2), .align(.left), .cellPadding(3)],
      [text(VisibleText.line(key.title) + "  ", 10, theme.ink)])
    let table = HTMLTable(
      [.border(0), .cellBorder(0), .cellSpacing(0), .cellPadding(0)],
      rows: [HTMLRow([title] + patches), HTMLRow(numbers)])
    return HTMLRow([HTMLCell([.align(.left)], table: table)])
  }

  /// A line in characters with what it means: both parts, and how many characters they take.
  private typealias Sample = (stroke: HTMLText, words: HTMLText, width: Int)

  private func lineKey(_ key: Legend.LineKey) -> Sample {
    sampled(
      (key.sign.isEmpty ? "" : key.sign + " ") + "\u{2500}\u{2500}\u{2500}", key.colour, key.meaning
    )
  }

  private func sampled(_ stroke: String, _ colour: Colour, _ meaning: String) -> Sample {
    (
      .bold([text(stroke + "  ", 11, theme.line(colour))]),
      text(meaning + "        ", 10, theme.ink),
      stroke.count + meaning.count + 6
    )
  }

  /// Samples one after the other, in rows as long as a line of text.
  private func flow(_ samples: [Sample]) -> [HTMLRow] {
    let most = columns(10, from: 84, to: 125)
    var rows: [(parts: [HTMLText], width: Int)] = []
    for sample in samples {
      if let last = rows.last, last.width + sample.width <= most {
        rows[rows.count - 1].parts += [sample.stroke, sample.words]
        rows[rows.count - 1].width += sample.width
      } else {
        rows.append(([sample.stroke, sample.words], sample.width))
      }
    }
    return rows.map { HTMLRow([HTMLCell([.align(.left), .cellPadding(2)], $0.parts)]) }
  }

  /// Puts items, each of some cells, into rows.
  private static func grid(_ items: [[HTMLCell]], columns: Int) -> [HTMLRow] {
    guard !items.isEmpty else { return [] }
    let rows = stride(from: 0, to: items.count, by: columns).map { start in
      let cells = items[start..<min(start + columns, items.count)].flatMap { $0 }
      // A table is as wide as its cell: empty cells keep a few items from being stretched over all of it.
      return HTMLRow(
        cells + (cells.count..<max(columns, cells.count)).map { _ in HTMLCell(text: " ") })
    }
    let table = HTMLTable([.border(0), .cellBorder(0), .cellSpacing(3)], rows: rows)
    return [HTMLRow([HTMLCell([.align(.left)], table: table)])]
  }

  /// A kind in its own colours, with its shape in words where a table cannot draw it.
  private func swatch(_ swatch: Legend.Swatch) -> HTMLCell {
    let isRound = swatch.mark.shape == "ellipse" || swatch.mark.isRounded
    let shape =
      ["ellipse", "box"].contains(swatch.mark.shape)
      ? (swatch.mark.outlines > 1 ? "double" : nil) : swatch.mark.shape
    let label =
      shape.flatMap { diagram.words.optional("shape." + $0) }.map { shape in
        diagram.words.plain(
          "legend.shape", ["label": .text(swatch.label), "shape": .inline(shape)])
      } ?? swatch.label
    var styles = isRound ? ["ROUNDED"] : []
    if swatch.isCollective { styles.append("DASHED") }
    let fill = swatch.fill(on: theme)
    var attributes: [HTMLAttribute] = [
      .background(fill.hex), .border(1), .cellPadding(4), .color(theme.outline(of: fill).hex),
    ]
    if !styles.isEmpty { attributes.append(.style(styles.joined(separator: ","))) }
    return HTMLCell(attributes, [text(label, 10, fill.text)])
  }

  /// A line drawn in characters, and what it means.
  private func sample(_ mark: LineMark) -> Sample {
    let stroke =
      switch (mark.isDouble, mark.style) {
      case (true, _): "\u{2550}\u{2550}\u{2550}"
      case (_, "dashed"): "\u{2500} \u{2500} "
      case (_, "dotted"): "\u{00B7} \u{00B7} \u{00B7} "
      default: "\u{2500}\u{2500}\u{2500}"
      }
    let arrowhead =
      switch mark.arrowhead {
      case "normalnormal": "\u{25B6}\u{25B6}"
      case "diamond": "\u{25C6}"
      case "vee": "\u{27A4}"
      case "dot": "\u{25CF}"
      case "onormal": "\u{25B7}"
      case "tee": "\u{2524}"
      case "lvee": "\u{203A}"
      case "none": ""
      default: "\u{25B6}"
      }
    return sampled(
      mark.isDouble ? stroke : stroke + arrowhead, mark.colour, mark.meaning(in: diagram.words))
  }
}
