internal import Evidence
internal import GraphCore
internal import InfluenceAnalysis

/// Figures and tables on a network, ready to be shown in any format.
///
/// One value for all verbs that ask about structure: what they find are figures with a word on each,
/// and tables. Each section has a key, by which it stands in JSON and in comma-separated values.
public struct NetworkFindings: Sendable {
  /// A value of a figure or a table.
  enum Cell: Sendable, Equatable {
    /// Words of ours.
    case words(String)
    /// A name or other text from data.
    case name(String)
    /// Names from data.
    case names([String])
    /// A number; nil where it is undefined.
    case number(Double?)
    /// A whole number.
    case integer(Int)
    /// Whether something is so.
    case flag(Bool)

    /// A whole number; undefined for nil.
    static func count(_ count: Int?) -> Cell { count.map { .integer($0) } ?? .number(nil) }
  }

  /// One figure.
  struct Figure: Sendable {
    /// The key in JSON.
    let key: String
    /// The name to print.
    let label: String
    let value: Cell
    /// What it says, in a few words; empty where the name says it.
    let says: String

    init(_ key: String, _ label: String, _ value: Cell, _ says: String = "") {
      self.key = key
      self.label = label
      self.value = value
      self.says = says
    }
  }

  /// Rows under titles.
  struct Rows: Sendable {
    /// A column: its key in JSON and its title.
    struct Column: Sendable {
      let key: String
      let title: String
      var isNumber = false
      /// Whether it is left to JSON and comma-separated values.
      var isData = false

      init(_ key: String, _ title: String, isNumber: Bool = false, isData: Bool = false) {
        self.key = key
        self.title = title
        self.isNumber = isNumber
        self.isData = isData
      }
    }

    let columns: [Column]
    let rows: [[Cell]]
    /// The rows that people are shown; all if nil. JSON and comma-separated values have all.
    var shown: [Int]?

    init(_ columns: [Column], _ rows: [[Cell]], shown: [Int]? = nil) {
      self.columns = columns
      self.rows = rows
      self.shown = shown
    }

    /// The columns that people are shown.
    var visibleColumns: [Column] { columns.filter { !$0.isData } }

    /// The rows that people are shown, without the columns that they are not.
    var visible: [[Cell]] {
      let places = columns.indices.filter { !columns[$0].isData }
      return (shown.map { $0.map { rows[$0] } } ?? rows).map { row in places.map { row[$0] } }
    }
  }

  /// What a section holds.
  enum Content: Sendable {
    case figures([Figure])
    case rows(Rows)
  }

  /// Figures or a table under a title.
  struct Section: Sendable {
    let key: String
    let title: String
    /// What the reader should know of it, a paragraph each.
    var notes: [String] = []
    let content: Content
    /// Numbers to draw in one line on a terminal, and what they are.
    var shape: (words: String, values: [Double])?
    /// Whether it is left to JSON and comma-separated values, since people see it elsewhere.
    var isData = false
  }

  /// A curve that other programs can plot: columns of a section of rows.
  struct Plot: Sendable {
    let section: String
    let title: String
    let x: String
    /// The columns of the lines, with a name for each.
    let lines: [(key: String, name: String)]
    let xTitle: String
    let yTitle: String
    /// How the values are drawn.
    var kind = PlotKind.steps
  }

  /// What was asked, as a title.
  let title: String
  let network: StudiedNetwork
  let seed: UInt64
  /// What the reader should know of all of it, a paragraph each.
  let notes: [String]
  var sections: [Section]
  var plots: [Plot] = []
  /// The section whose rows are the comma-separated values; all in long form if nil.
  var data: String?
  /// How it falls apart, to be drawn.
  var tree: Dendrogram?

  /// The title of the one section that the comma-separated values hold, and how many others there are;
  /// nil if they hold all.
  public var leftOutOfCSV: (title: String, others: Int)? {
    guard let data, let section = section(data), case .rows = section.content, sections.count > 1
    else { return nil }
    return (section.title, sections.count - 1)
  }

  /// Whether there is anything that other programs could plot.
  public var hasPlot: Bool { !plots.isEmpty }

  func section(_ key: String) -> Section? { sections.first { $0.key == key } }
}

extension NetworkFindings.Cell {
  /// As people read it.
  var text: String {
    switch self {
    case .words(let text): text
    case .name(let name): VisibleText.line(name)
    case .names(let names):
      names.isEmpty ? "-" : names.map(VisibleText.line).joined(separator: ", ")
    case .number(let number): CentralityReport.text(number)
    case .integer(let count): "\(count)"
    case .flag(let flag): flag ? "yes" : "no"
    }
  }

  var json: JSONValue {
    switch self {
    case .words(let text), .name(let text): .string(text)
    case .names(let names): .array(names.map(JSONValue.string))
    case .number(let number): .optional(number)
    case .integer(let count): .integer(count)
    case .flag(let flag): .bool(flag)
    }
  }

  var csv: CSVText.Cell {
    switch self {
    case .words(let text), .name(let text): .text(text)
    case .names(let names): .text(names.joined(separator: "; "))
    case .number(let number): .number(number)
    case .integer(let count): .integer(count)
    case .flag(let flag): .text(flag ? "true" : "false")
    }
  }

  var inline: [Inline] {
    switch self {
    case .name(let name): [.name(name)]
    case .names(let names) where !names.isEmpty:
      names.enumerated().flatMap { place, name -> [Inline] in
        place == 0 ? [.name(name)] : [", ", .name(name)]
      }
    default: [.text(text)]
    }
  }
}
