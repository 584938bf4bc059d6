internal import Evidence
internal import InfluenceAnalysis

/// The marks of an attribution picture, each drawn from the middle of its left edge but the bar, which is drawn from
/// its upper left corner.
enum AttributionMark {
  typealias Draw = (Canvas.Point) -> [Canvas.Element]

  /// The width of a bar that is full.
  static let barWidth = 74.0
  private static let barHeight = 11.0

  /// The colour of a part, as in a network.
  static func colour(_ rung: Rung, _ theme: Theme) -> Colour {
    let degree: Degree =
      switch rung {
      case .directed: .directs
      case .enabled: .enables
      case .inspired: .inspires
      }
    return theme.line(LineMark.mark(of: degree, .influence).colour)
  }

  /// A verdict's bar: filled as far as its chance; pale and dashed if tentative, framed twice if disputed.
  static func bar(
    _ rung: Rung, chance: Double, isTentative: Bool, isDisputed: Bool, _ theme: Theme
  ) -> Draw {
    let colour = colour(rung, theme)
    let fill = isTentative ? colour.mixed(with: theme.paper, share: 0.55) : colour
    return { start in
      func box(
        _ outset: Double, _ width: Double, _ fill: Colour?, _ stroke: Canvas.Stroke?
      ) -> Canvas.Element {
        .box(
          Canvas.Point(start.x - outset, start.y + 1 - outset), width: width + 2 * outset,
          height: barHeight + 2 * outset, radius: 0, fill: fill, stroke)
      }
      var elements = [
        box(0, barWidth, theme.paper, nil), box(0, barWidth * min(max(chance, 0), 1), fill, nil),
        box(
          0, barWidth, nil,
          Canvas.Stroke(colour, width: 1.1, style: isTentative ? .dashed : .solid)),
      ]
      if isDisputed { elements.append(box(2.6, barWidth, nil, Canvas.Stroke(colour, width: 1.1))) }
      return elements
    }
  }

  /// What may be besides.
  static func dot(_ rung: Rung, _ theme: Theme) -> Draw {
    let colour = colour(rung, theme)
    let stroke = Canvas.Stroke(colour, width: 1.1)
    return { [.circle(Canvas.Point($0.x + 3, $0.y), radius: 2.6, fill: nil, stroke)] }
  }

  /// The verdicts without a part: an open ring for claimed only, a dash for no known link.
  static func none(_ verdict: Verdict, _ theme: Theme) -> Draw {
    { start in
      verdict == .claimedOnly
        ? [
          .circle(
            Canvas.Point(start.x + 6, start.y), radius: 5, fill: theme.paper,
            Canvas.Stroke(claim(theme), width: 1.8))
        ]
        : [
          .line(
            [Canvas.Point(start.x, start.y), Canvas.Point(start.x + 12, start.y)],
            Canvas.Stroke(theme.quietInk, width: 2), hasArrowhead: false)
        ]
    }
  }

  /// A lane.legend.claim.
  static func flag(_ theme: Theme) -> Draw {
    let colour = claim(theme)
    return { start in
      [
        .box(
          Canvas.Point(start.x + 2, start.y - 5), width: 8, height: 5.5, radius: 0, fill: colour,
          nil),
        .line(
          [Canvas.Point(start.x + 2, start.y - 5), Canvas.Point(start.x + 2, start.y + 5)],
          Canvas.Stroke(colour, width: 1.4), hasArrowhead: false),
      ]
    }
  }

  /// A denial.
  static func cross(_ theme: Theme) -> Draw {
    { start in
      [(-1.0), 1].map { slope in
        .line(
          [
            Canvas.Point(start.x + 2, start.y - 3.5 * slope),
            Canvas.Point(start.x + 9, start.y + 3.5 * slope),
          ], Canvas.Stroke(theme.ink, width: 1.4), hasArrowhead: false)
      }
    }
  }

  private static func claim(_ theme: Theme) -> Colour {
    theme.line(LineMark.mark(of: .none, .claimedOnly).colour)
  }
}

/// What the marks of an attribution picture mean: those that occur, and no others.
struct AttributionLegend {
  let findings: [AttributionReport.Finding]
  let theme: Theme
  let context: FindingContext

  private var words: Words { context.words }

  /// Writes the legend.
  func write(on sheet: inout Sheet) {
    let all = findings.map(\.attribution)
    let rungs = all.filter { $0.verdict.rung != nil }
    func bar(_ label: String, isTentative: Bool, isDisputed: Bool) -> Sheet.Sample {
      let draw = AttributionMark.bar(
        .inspired, chance: 0.68, isTentative: isTentative, isDisputed: isDisputed, theme)
      return Sheet.Sample(width: AttributionMark.barWidth, label: words.plain(label)) { start in
        draw(Canvas.Point(start.x, start.y - 6.5))
      }
    }
    func mark(_ label: String, _ draw: @escaping AttributionMark.Draw) -> Sheet.Sample {
      Sheet.Sample(width: 13, label: words.plain(label), draw: draw)
    }
    var samples: [Sheet.Sample] = []
    if !rungs.isEmpty {
      samples.append(
        bar("lane.legend.verdict", isTentative: false, isDisputed: false))
    }
    if rungs.contains(where: \.isTentative) {
      samples.append(bar("flag.tentative", isTentative: true, isDisputed: false))
    }
    if rungs.contains(where: \.isDisputed) {
      samples.append(bar("flag.disputed", isTentative: false, isDisputed: true))
    }
    if all.contains(where: { $0.candidates.count > ($0.principal == nil ? 0 : 1) }) {
      samples.append(
        mark("lane.legend.lesser", AttributionMark.dot(.inspired, theme)))
    }
    for verdict in [Verdict.claimedOnly, .noKnownLink]
    where all.contains(where: { $0.verdict == verdict }) {
      samples.append(
        mark("verdict." + Words.key(verdict.rawValue), AttributionMark.none(verdict, theme)))
    }
    if all.contains(where: { !$0.claims.isEmpty || !context.interestedStatements(on: $0).isEmpty })
    {
      samples.append(mark("lane.legend.claim", AttributionMark.flag(theme)))
    }
    if all.contains(where: { !$0.statementsAgainst.isEmpty }) {
      samples.append(mark("lane.legend.denial", AttributionMark.cross(theme)))
    }
    sheet.writeLegend(samples)
  }
}
