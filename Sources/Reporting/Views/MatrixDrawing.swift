internal import InfluenceAnalysis

/// Draws the rows, columns and cells of a matrix.
struct MatrixDrawing {
  let picture: MatrixPicture

  private var plan: MatrixPlan { picture.plan }
  private var theme: Theme { picture.options.theme }
  private var count: Int { plan.rows.count }

  /// The side of a cell.
  var cell: Double { min(34, max(10, (800 / Double(max(count, 1))).rounded(.down))) }

  private var names: Lettering { Lettering(size: min(10.5, max(8, cell - 4))) }
  private var numbers: Lettering { Lettering(size: min(9, max(7, cell - 5))) }

  /// The room for a number of rows or a count.
  private static let numberRoom = 26.0
  private static let mostNameRoom = 260.0
  private static let groupRoom = 104.0

  private var nameRoom: Double {
    let widest = plan.rows.map { names.width(of: VisibleText.line($0.name)) * 1.03 }.max() ?? 0
    return min(Self.mostNameRoom, max(60, widest.rounded(.up) + 4))
  }

  /// The left edge of the cells.
  private var left: Double { Sheet.margin + nameRoom + Self.numberRoom }
  private var side: Double { cell * Double(count) }

  /// The width of the sheet.
  var width: Double {
    let groups = showsGroups ? Self.groupRoom : 0
    return max(680, left + side + 2 * Self.numberRoom + 8 + groups + Sheet.margin)
  }

  private var showsGroups: Bool {
    picture.options.order == .community && plan.runs().count > 1
  }

  /// Draws the matrix below what is on a sheet.
  func draw(on sheet: inout Sheet) {
    let top = sheet.top + (isDirected ? 46 : 22)
    sheet.elements += axes(at: sheet.top, top)
    sheet.elements += grid(top)
    sheet.elements += plan.cells.map { draw($0, top) }
    if showsGroups { sheet.elements += frames(top) }
    for (index, row) in plan.rows.enumerated() { sheet.elements.append(head(index, row, top)) }
    sheet.elements += columnNumbers(top)
    sheet.top = top + side + (isDirected ? 44 : 26)
  }

  private var isDirected: Bool { !picture.isSymmetric }

  private func axes(at start: Double, _ top: Double) -> [Canvas.Element] {
    func label(
      _ text: String, _ x: Double, _ y: Double, _ anchor: Canvas.Anchor
    ) -> Canvas.Element {
      .label(
        Canvas.Label(
          text, at: Canvas.Point(x, y), anchor: anchor, size: Sheet.head.size, isBold: true,
          colour: theme.ink))
    }
    let isInfluence = picture.speaksOfInfluence
    let counts: Canvas.Element = .label(
      Canvas.Label(
        isDirected ? (isInfluence ? "gives" : "out") : "ties",
        at: Canvas.Point(left + side + 1.5 * Self.numberRoom + 4, top - 6), anchor: .middle,
        size: Sheet.small.size, colour: theme.quietInk))
    guard isDirected else { return [counts] }
    return [
      label(
        isInfluence ? "Influence from \u{2193}" : "From \u{2193}", left - Self.numberRoom, top - 26,
        .end),
      label("to (number of the row) \u{2192}", left, top - 26, .start), counts,
    ]
  }

  private func grid(_ top: Double) -> [Canvas.Element] {
    let stroke = Canvas.Stroke(theme.grid, width: 0.6)
    var elements: [Canvas.Element] = []
    for index in 0...count {
      let offset = Double(index) * cell
      elements.append(
        .line(
          [Canvas.Point(left, top + offset), Canvas.Point(left + side, top + offset)], stroke,
          hasArrowhead: false))
      elements.append(
        .line(
          [Canvas.Point(left + offset, top), Canvas.Point(left + offset, top + side)], stroke,
          hasArrowhead: false))
    }
    elements += (0..<count).map { index in
      .box(
        Canvas.Point(left + Double(index) * cell, top + Double(index) * cell), width: cell,
        height: cell, radius: 0, fill: theme.grid.mixed(with: theme.paper, share: 0.3), nil)
    }
    return elements
  }

  /// The name and the numbers of a row.
  private func head(_ index: Int, _ row: MatrixPlan.Row, _ top: Double) -> Canvas.Element {
    let middle = top + (Double(index) + 0.5) * cell
    func label(
      _ text: String, _ x: Double, _ letters: Lettering, _ colour: Colour, _ anchor: Canvas.Anchor
    ) -> Canvas.Element {
      .label(
        Canvas.Label(
          text, at: Canvas.Point(x, middle + letters.size * 0.35), anchor: anchor,
          size: letters.size, colour: colour))
    }
    let name = names.lines(of: row.name, width: nameRoom, limit: 1).first ?? row.id
    let number = "\(index + 1)"
    var elements = [
      label(name, left - Self.numberRoom, names, theme.ink, .end),
      label(number, left - 5, numbers, theme.quietInk, .end),
      label(number, left + side + 5, numbers, theme.quietInk, .start),
    ]
    if isDirected || row.gives > 0 {
      elements.append(
        label(
          "\(row.gives)", left + side + 1.5 * Self.numberRoom + 4, numbers, theme.ink, .middle))
    }
    return .group(id: "row-\(row.id)", tooltip: row.tooltip, elements)
  }

  private func columnNumbers(_ top: Double) -> [Canvas.Element] {
    // Numbers of three digits stand closer than the columns of a large matrix.
    let widest = numbers.width(of: "\(count)") + 3
    let step = widest <= cell ? 1 : 5
    var elements: [Canvas.Element] = []
    for (index, row) in plan.rows.enumerated() {
      let x = left + (Double(index) + 0.5) * cell
      func label(_ text: String, _ y: Double, _ colour: Colour) -> Canvas.Element {
        .label(
          Canvas.Label(
            text, at: Canvas.Point(x, y), anchor: .middle, size: numbers.size, colour: colour))
      }
      if step == 1 || (index + 1).isMultiple(of: step) || index == 0 {
        elements.append(label("\(index + 1)", top - 6, theme.quietInk))
        elements.append(label("\(index + 1)", top + side + 13, theme.quietInk))
      }
      if isDirected, step == 1 { elements.append(label("\(row.gets)", top + side + 31, theme.ink)) }
    }
    if isDirected, step == 1 {
      elements.append(
        .label(
          Canvas.Label(
            picture.speaksOfInfluence ? "is influenced by" : "in",
            at: Canvas.Point(left - 8, top + side + 31), anchor: .end,
            size: Sheet.small.size, colour: theme.quietInk)))
    }
    return elements
  }

  /// The frames of communities along the diagonal, with thin lines across the matrix.
  private func frames(_ top: Double) -> [Canvas.Element] {
    plan.runs().flatMap { run -> [Canvas.Element] in
      let start = Double(run.range.lowerBound) * cell
      let length = Double(run.range.count) * cell
      let name = run.group.map(picture.groups.title) ?? "no influence"
      let middle = top + start + length / 2
      let x = left + side + 2 * Self.numberRoom + 12
      var elements: [Canvas.Element] = [
        .line(
          [Canvas.Point(x, top + start + 2), Canvas.Point(x, top + start + length - 2)],
          Canvas.Stroke(theme.quietInk, width: 1.4), hasArrowhead: false),
        .label(
          Canvas.Label(
            name, at: Canvas.Point(x + 6, middle + 3), size: Sheet.small.size,
            colour: theme.quietInk)),
      ]
      if run.group != nil {
        elements.append(
          .box(
            Canvas.Point(left + start, top + start), width: length, height: length, radius: 0,
            fill: nil, Canvas.Stroke(theme.ink, width: 1.4)))
      }
      return elements
    }
  }
}

extension MatrixDrawing {
  private func draw(_ cell: MatrixPlan.Cell, _ top: Double) -> Canvas.Element {
    let corner = Canvas.Point(
      left + Double(cell.column) * self.cell, top + Double(cell.row) * self.cell)
    let names = "\(plan.rows[cell.row].id)-\(plan.rows[cell.column].id)"
    return .group(
      id: "cell-\(names)", tooltip: cell.tooltip,
      Self.draw(
        cell.value, share: share(cell.value), cell.standings, content: picture.content,
        at: corner, size: self.cell, theme))
  }

  /// A value as a share of the whole scale: probabilities of 1, weights of the largest that is shown.
  private func share(_ value: Double?) -> Double {
    guard let value else { return 0 }
    if picture.content == .probabilities { return value }
    return plan.largest > 0 ? abs(value) / plan.largest : 0
  }

  /// A cell: its fill, its number where there is room, and its signs.
  static func draw(
    _ value: Double?, share: Double, _ standings: [Standing], content: MatrixPicture.Content,
    at corner: Canvas.Point, size: Double, _ theme: Theme
  ) -> [Canvas.Element] {
    var elements: [Canvas.Element] = []
    let middle = Canvas.Point(corner.x + size / 2, corner.y + size / 2)
    let fill = value == nil ? theme.paper : ColourScale.cividis.fill(share, on: theme)
    elements.append(
      .box(
        Canvas.Point(corner.x + 0.5, corner.y + 0.5), width: size - 1, height: size - 1, radius: 0,
        fill: fill, value == nil ? nil : Canvas.Stroke(theme.outline(of: fill), width: 0.5)))
    if standings.contains(.disputed) {
      let inset = max(1.8, size * 0.1)
      elements.append(
        .box(
          Canvas.Point(corner.x + inset, corner.y + inset), width: size - 2 * inset,
          height: size - 2 * inset, radius: 0, fill: nil, Canvas.Stroke(fill.text, width: 1.1)))
    }
    if let value, size < 19, value < 0 {
      // Without its number, a negative weight has the sign alone.
      elements.append(
        .line(
          [
            Canvas.Point(middle.x - size / 4, middle.y),
            Canvas.Point(middle.x + size / 4, middle.y),
          ],
          Canvas.Stroke(fill.text, width: 1.4), hasArrowhead: false))
    }
    if let value, size >= 19, content != .ties {
      let letters = Lettering(size: min(10, size * 0.36))
      elements.append(
        .label(
          Canvas.Label(
            content == .probabilities ? percent(value) : text(value),
            at: Canvas.Point(middle.x, middle.y + letters.size * 0.35), anchor: .middle,
            size: letters.size, colour: fill.text)))
    }
    guard value == nil else { return elements }
    let half = min(size * 0.24, 6)
    // One sign is enough for a cell: what speaks against influence counts before what claims it.
    if standings.contains(.denied) {
      let stroke = Canvas.Stroke(theme.ink, width: 1.2)
      elements += [(-1.0, 1.0), (1, 1)].map { across, down in
        .line(
          [
            Canvas.Point(middle.x - across * half, middle.y - down * half),
            Canvas.Point(middle.x + across * half, middle.y + down * half),
          ], stroke, hasArrowhead: false)
      }
    } else if standings.contains(.claimedOnly) {
      elements.append(
        .circle(middle, radius: half, fill: nil, Canvas.Stroke(theme.ink, width: 1.2)))
    } else if standings.contains(.lead) {
      elements.append(.circle(middle, radius: max(1.5, half / 2.5), fill: theme.ink, nil))
    }
    return elements
  }

  /// A probability in a cell: a whole percentage that is never 0 or 100.
  static func percent(_ probability: Double) -> String {
    let rounded = Int((min(max(probability, 0), 1) * 100).rounded())
    if probability < 0.01 || rounded < 1 { return "<1" }
    return probability > 0.99 || rounded > 99 ? ">99" : "\(rounded)"
  }

  /// A weight to a hundredth, and whole from a hundred on; one that would be neither stays as it is.
  static func text(_ weight: Double) -> String {
    let size = abs(weight)
    guard weight == 0 || (size >= 0.01 && size < 1e6) else { return "\(weight)" }
    return Canvas.text(size < 100 ? weight : weight.rounded())
  }
}
