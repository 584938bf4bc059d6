internal import Evidence
internal import InfluenceAnalysis

/// One attack of an attribution picture: what stands in each of its columns.
struct AttributionRow {
  /// A thing in a column, of some height, drawn from its upper left corner.
  struct Block {
    let height: Double
    let draw: (Canvas.Point) -> [Canvas.Element]
  }

  private typealias Column = AttributionPicture.Column

  private let id: String
  private let tooltip: String
  private let columns: [[Block]]
  private let theme: Theme

  private static let padding = 8.0

  /// The height of the row.
  var height: Double {
    (columns.map { $0.reduce(0) { $0 + $1.height } }.max() ?? 0) + 2 * Self.padding
  }

  /// - Parameters:
  ///   - finding: What is said of the attack.
  ///   - context: What it is written with.
  ///   - theme: The ground that it is drawn on.
  init(finding: AttributionReport.Finding, context: FindingContext, theme: Theme) {
    let attribution = finding.attribution
    let told = AttributionSentences(finding: finding, context: context)
    let date = context.evidence.entity(attribution.attack)?.date.map { context.text(of: $0) }
    let builder = AttributionBlocks(finding: finding, told: told, context: context, theme: theme)
    id = attribution.attack
    tooltip = told.verdict
    self.theme = theme
    columns = Column.allCases.map { column in
      switch column {
      case .date: [builder.words(date ?? context.words.plain("date.none"), column, theme.quietInk)]
      case .attack:
        [builder.words(context.evidence.name(of: attribution.attack), column, theme.ink)]
          + builder.perpetrators()
      case .said: builder.claims() + builder.interested() + builder.denials()
      case .directed, .enabled, .inspired, .claimedOnly, .noKnownLink: builder.lane(column)
      }
    }
  }

  /// The row from its upper edge.
  func draw(at top: Double) -> Canvas.Element {
    var elements: [Canvas.Element] = []
    for (column, blocks) in zip(Column.allCases, columns) {
      var y = top + Self.padding
      for block in blocks {
        elements += block.draw(Canvas.Point(column.left, y))
        y += block.height
      }
    }
    return .group(id: "attack-\(id)", tooltip: tooltip, elements)
  }
}
