extension NetworkFindings {
  /// Whether there is anything to draw.
  public var hasPicture: Bool { hasPlot || tree != nil }

  /// The curves, bars and trees as one picture.
  ///
  /// - Parameter theme: The ground that it is drawn on.
  /// - Returns: The sheet; one with words alone if there is nothing to draw, see ``hasPicture``.
  public func canvas(theme: Theme = .light) -> Canvas {
    var sheet = Sheet(theme: theme, width: 760)
    let heading = "\(title): \(VisibleText.line(network.title))"
    let subtitle = VisibleText.line("\(network.summary); seed \(seed)")
    sheet.writeHeading(heading, subtitle)
    sheet.top += 8
    if !hasPicture { sheet.write("Nothing to draw.", Sheet.body, theme.ink) }
    for plot in plots { drawing(plot)?.draw(on: &sheet) }
    tree?.draw(on: &sheet)
    for note in notes { sheet.write(note, Sheet.note) }
    return sheet.canvas(title: heading, summary: ([subtitle] + notes).joined(separator: " "))
  }

  private func drawing(_ plot: Plot) -> PlotDrawing? {
    guard let section = section(plot.section), case .rows(let rows) = section.content,
      let x = rows.columns.firstIndex(where: { $0.key == plot.x })
    else { return nil }
    return PlotDrawing(
      title: plot.title,
      lines: plot.lines.compactMap { line in
        guard let y = rows.columns.firstIndex(where: { $0.key == line.key }) else { return nil }
        return PlotDrawing.Line(
          name: line.name,
          points: rows.rows.compactMap { row in
            row[x].value.flatMap { x in row[y].value.map { Canvas.Point(x, $0) } }
          })
      }, xTitle: plot.xTitle, yTitle: plot.yTitle, kind: plot.kind)
  }
}

extension NetworkFindings.Cell {
  /// The number of a cell that holds one.
  var value: Double? {
    switch self {
    case .number(let number): number
    case .integer(let count): Double(count)
    case .words, .name, .names, .flag: nil
    }
  }
}
