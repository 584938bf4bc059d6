internal import DOT
internal import Evidence

/// What a legend explains: the marks that occur in a diagram, and no others.
struct Legend {
  /// An explained fill of a node.
  struct Swatch: Equatable {
    let label: String
    let mark: KindMark
    let fill: Colour
    let isCollective: Bool
  }

  let swatches: [Swatch]
  let samples: [LineMark]
  /// Words on what has no mark of its own.
  let notes: [String]

  /// - Parameter drawing: The diagram and how it is drawn.
  init(_ drawing: Drawing) {
    swatches = Self.swatches(drawing)
    samples = Self.samples(drawing.diagram)
    notes = Self.notes(drawing)
  }

  var isEmpty: Bool { swatches.isEmpty && samples.isEmpty }

  private static func swatches(_ drawing: Drawing) -> [Swatch] {
    let nodes = drawing.diagram.nodes
    let byKind = drawing.options.colouring == .kind
    var swatches = Set(nodes.map(\.kind)).filter { !$0.isEmpty }.sorted(by: KindMark.order)
      .map { kind in
        let mark = KindMark.mark(of: kind, in: drawing.vocabulary)
        return Swatch(
          label: kind, mark: mark, fill: byKind ? mark.fill : .white, isCollective: false)
      }
    if nodes.contains(where: \.isCollective) {
      swatches.append(
        Swatch(label: "several together", mark: .plain, fill: .white, isCollective: true))
    }
    let patch = KindMark("", shape: "box", fill: .white)
    switch drawing.options.colouring {
    case .kind: break
    case .scores(let scores):
      for (label, share) in [("lowest", 0.0), ("middle", 0.5), ("highest", 1)] {
        swatches.append(
          Swatch(
            label: "\(label) \(scores.name)", mark: patch, fill: Palette.score(share),
            isCollective: false))
      }
    case .groups(let groups):
      let ids = Set(nodes.map(\.id))
      swatches += Set(groups.values.filter { ids.contains($0.key) }.values).sorted().map {
        Swatch(
          label: groups.title(of: $0), mark: patch, fill: Palette.group($0),
          isCollective: false)
      }
    }
    return swatches
  }

  private static func samples(_ diagram: Diagram) -> [LineMark] {
    Standing.allCases.flatMap { standing -> [LineMark] in
      let lines = diagram.lines.filter { $0.standing == standing }
      guard let first = lines.first else { return [] }
      if standing == .tie, !lines.contains(where: \.isDirected) {
        return [LineMark.mark(of: first.degree, standing).withoutDirection]
      }
      guard standing == .influence else { return [.mark(of: first.degree, standing)] }
      return Degree.allCases.filter { degree in lines.contains { $0.degree == degree } }
        .map { .mark(of: $0, standing) }
    }
  }

  private static func notes(_ drawing: Drawing) -> [String] {
    let lines = drawing.diagram.lines
    var notes: [String] = []
    if lines.contains(where: { $0.standing.isInfluence && $0.probability != nil }) {
      notes.append("the wider and darker a line, the more probable")
    }
    if lines.contains(where: { !$0.standing.isInfluence && $0.standing != .tie }) {
      notes.append("broken lines are no influence")
    }
    if let sizes = drawing.options.sizes { notes.append("the larger, the higher \(sizes.name)") }
    return notes
  }
}

extension Drawing {
  /// Words around a large picture are larger, since it will be looked at from further away.
  private var captionScale: Double {
    // On a page the words around a crowded picture are as small as the names in it, and no smaller.
    isCrowded || detail.isReduced ? (detail.isReduced ? 2 : 1.2) : 1
  }

  /// How many letters of a size fit above or below the picture without making it wider.
  private func columns(_ size: Double, from least: Int, to most: Int) -> Int {
    let letters = estimate.width / (size * captionScale * 0.56)
    return Int(min(Double(most), max(Double(least), letters)))
  }

  /// What stands above the picture: title, legend and source line. In the frame of a layered layout lines
  /// would run through words; the label of the whole picture keeps clear of everything.
  var caption: HTMLLabel {
    Self.label(headingRows + legendRows + row(diagram.sourceLine, 10, theme.quietInk))
  }

  /// About the height of the caption in points.
  var captionHeight: Double {
    let legend = options.hasLegend ? Legend(self) : nil
    let samples = (legend?.samples.count ?? 0) + 2
    let rows = headingRows.count + (legend.map { _ in samples / 3 + 3 } ?? 0) + 2
    return Double(rows) * 18 * captionScale
  }

  private static func label(_ rows: [HTMLRow]) -> HTMLLabel {
    HTMLLabel(
      HTMLTable(
        [.border(0), .cellBorder(0), .cellPadding(1), .cellSpacing(0)],
        rows: rows.isEmpty ? [HTMLRow([HTMLCell(text: " ")])] : rows))
  }

  private var headingRows: [HTMLRow] {
    row(diagram.title, 18, theme.ink, isBold: true) + row(subtitle, 11, theme.quietInk)
  }

  /// The subtitle, with what the picture leaves out.
  private var subtitle: String {
    [diagram.subtitle, detail.sentence ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
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
    rows += Self.grid(legend.samples.map(sample), columns: columns(10, from: 84, to: 168) / 42)
    if !legend.notes.isEmpty {
      rows += row(legend.notes.joined(separator: "; "), 10, theme.quietInk)
    }
    return rows
  }

  /// Puts items, each of some cells, into rows.
  private static func grid(_ items: [[HTMLCell]], columns: Int) -> [HTMLRow] {
    guard !items.isEmpty else { return [] }
    let rows = stride(from: 0, to: items.count, by: columns).map { start in
      HTMLRow(items[start..<min(start + columns, items.count)].flatMap { $0 })
    }
    let table = HTMLTable([.border(0), .cellBorder(0), .cellSpacing(3)], rows: rows)
    return [HTMLRow([HTMLCell([.align(.left)], table: table)])]
  }

  /// A kind in its own colours, with its shape in words where a table cannot draw it.
  private func swatch(_ swatch: Legend.Swatch) -> HTMLCell {
    let isRound = swatch.mark.shape == "ellipse" || swatch.mark.isRounded
    let shape =
      ["ellipse", "box"].contains(swatch.mark.shape)
      ? (swatch.mark.outlines > 1 ? " (double outline)" : "")
      : " (\(Self.words(swatch.mark.shape)))"
    var styles = isRound ? ["ROUNDED"] : []
    if swatch.isCollective { styles.append("DASHED") }
    let fill = theme.fill(swatch.fill)
    var attributes: [HTMLAttribute] = [
      .background(fill.hex), .border(1), .cellPadding(4), .color(theme.outline(of: fill).hex),
    ]
    if !styles.isEmpty { attributes.append(.style(styles.joined(separator: ","))) }
    return HTMLCell(attributes, [text(swatch.label + shape, 10, fill.text)])
  }

  private static func words(_ shape: String) -> String {
    switch shape {
    case "component": "box with lugs"
    case "box3d": "solid box"
    case "note": "folded corner"
    default: shape
    }
  }

  /// A line drawn in characters, and what it means.
  private func sample(_ mark: LineMark) -> [HTMLCell] {
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
    let line = mark.isDouble ? stroke : stroke + arrowhead
    return [
      HTMLCell([.align(.left)], [.bold([text(line, 11, theme.line(mark.colour))])]),
      HTMLCell([.align(.left), .cellPadding(2)], [text(mark.meaning + "  ", 10, theme.ink)]),
    ]
  }
}
