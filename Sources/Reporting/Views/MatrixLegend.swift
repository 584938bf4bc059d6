/// What the marks of a matrix mean: those that occur, and no others.
struct MatrixLegend {
  let picture: MatrixPicture

  private var theme: Theme { picture.options.theme }

  /// Writes the legend.
  func write(on sheet: inout Sheet) {
    guard !picture.plan.cells.isEmpty else { return }
    var samples: [Sheet.Sample] = []
    if let scale { samples.append(scale) }
    let used = Set(
      picture.plan.cells.flatMap { cell in
        cell.value == nil ? cell.standings : cell.standings.filter { $0 == .disputed }
      })
    for standing in Standing.allCases where used.contains(standing) {
      guard let label = Self.label(standing) else { continue }
      samples.append(
        Sheet.Sample(width: 16, label: label) { start in
          MatrixDrawing.draw(
            standing == .disputed ? 0.3 : nil, share: 0.3, [standing], content: .ties,
            at: Canvas.Point(start.x, start.y - 8), size: 16, theme)
            + [
              .box(
                Canvas.Point(start.x, start.y - 8), width: 16, height: 16, radius: 0, fill: nil,
                Canvas.Stroke(theme.rule, width: 0.8))
            ]
        })
    }
    if picture.options.order == .community, picture.plan.runs().count > 1 {
      samples.append(
        Sheet.Sample(width: 16, label: "community") { start in
          [
            .box(
              Canvas.Point(start.x, start.y - 8), width: 16, height: 16, radius: 0, fill: nil,
              Canvas.Stroke(theme.ink, width: 1.4))
          ]
        })
    }
    sheet.writeLegend(samples)
  }

  private static func label(_ standing: Standing) -> String? {
    switch standing {
    case .disputed: "disputed: affirmed and denied"
    case .lead: "lead or disputed tie, no influence"
    case .claimedOnly: "claimed only, no influence"
    case .denied: "denied or no evidence found"
    case .influence, .tie: nil
    }
  }

  /// The scale of the fills, from the least to the most.
  private var scale: Sheet.Sample? {
    let plan = picture.plan
    let label: String
    switch picture.content {
    case .probabilities: label = "probability of any link, whatever the part, 0 to 100 %"
    case .weights:
      let hasNegative = plan.cells.contains { ($0.value ?? 0) < 0 }
      label =
        "weight, 0 to \(MatrixDrawing.text(plan.largest))" + (hasNegative ? ", either sign" : "")
    case .counts: label = "ties, 0 to \(MatrixDrawing.text(plan.largest))"
    case .ties: return nil
    }
    guard plan.cells.contains(where: { $0.value != nil }) else { return nil }
    let steps = 10
    return Sheet.Sample(width: Double(steps) * 10, label: label) { start in
      (0..<steps).map { index in
        .box(
          Canvas.Point(start.x + Double(index) * 10, start.y - 6), width: 10, height: 12, radius: 0,
          fill: ColourScale.cividis.fill((Double(index) + 0.5) / Double(steps), on: theme),
          Canvas.Stroke(theme.rule, width: 0.4))
      }
    }
  }
}
