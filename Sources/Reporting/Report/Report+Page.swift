internal import Evidence
public import Graphviz
internal import InfluenceAnalysis

extension Report {
  /// The report as one self-contained HTML file with its pictures in it.
  ///
  /// - Parameters:
  ///   - template: The words, the frame and the style.
  ///   - isInteractive: Whether the network can be searched and followed, as on a screen; a still picture, for
  ///     paper, shows less of a large one.
  ///   - backend: Where Graphviz draws.
  /// - Returns: The text, ending in a line end.
  /// - Throws: An error of the drawing.
  public func html(
    _ template: ReportTemplate = .standard, isInteractive: Bool = true,
    by backend: GraphvizBackend = .inProcess()
  ) throws(GraphvizError) -> String {
    let pictures = try ReportPictures(
      self, template.words, isInteractive: isInteractive, by: backend)
    var page = page(template, pictures: pictures)
    page.opensFolds = !isInteractive
    return page.html()
  }

  /// The report as CommonMark with the tables of GitHub, its pictures in words.
  ///
  /// - Parameter template: The words.
  /// - Returns: The text, ending in a line end.
  public func markdown(_ template: ReportTemplate = .standard) -> String {
    page(template, pictures: ReportPictures()).markdown()
  }

  /// The report as a page.
  ///
  /// - Parameters:
  ///   - template: The words, the frame and the style.
  ///   - pictures: The pictures; without them figures are told in words.
  /// - Returns: The page.
  func page(_ template: ReportTemplate, pictures: ReportPictures) -> Page {
    ReportPage(self, template, pictures: pictures).page
  }
}

/// Puts the findings of a report on a page, a section for each question.
struct ReportPage {
  let report: Report
  let template: ReportTemplate
  let pictures: ReportPictures
  let prose: Prose

  var words: Words { template.words }
  var network: InfluenceNetwork { report.network }
  var evidence: InfluenceGraph { report.evidence }
  var context: FindingContext { prose.context }

  init(_ report: Report, _ template: ReportTemplate, pictures: ReportPictures) {
    self.report = report
    self.template = template
    self.pictures = pictures
    prose = Prose(template.words, context: report.context.with(template.words))
  }

  var page: Page {
    let title = evidence.title.isEmpty ? words.plain("report.untitled") : evidence.title
    let edition = report.edition
    let made: KeyValuePairs<String, Words.Value> = [
      "version": .text(edition.version), "date": .inline(prose.date(edition.date)),
    ]
    var blocks: [Block] = [
      .heading(1, id: "title", [.name(title)]),
      .paragraph(words("report.byline", made)),
    ]
    if let about = evidence.about { blocks.append(.paragraph([.name(about)])) }
    blocks += summary + networkBlocks + attackBlocks + verdictBlocks + measureBlocks
    blocks += brokerBlocks + communityBlocks + callBlocks + contradictionBlocks + sourceBlocks
    blocks += methodBlocks
    let statements = folded(statementBlocks(citedIn: CitedPlaces(blocks)))
    var page = Page(
      title: title, blocks: blocks + statements, footer: words("report.footer", made),
      template: template)
    page.styles = [pictures.themes.sheet].filter { !$0.isEmpty }
    if let figure = pictures.interactive {
      page.styles.append(figure.style)
      // What stands between the tags is what the policy names, to the letter.
      let script = "\n//<![CDATA[\n\(figure.script)\n//]]>\n"
      page.scripts = [PageScript(text: script)]
    }
    return page
  }

  /// The entries of the statements, which are in the order of the sources, folded source by source.
  private func folded(_ blocks: [Block]) -> [Block] {
    let start = blocks.count - evidence.statements.count
    var folds: [(source: String, places: Range<Int>)] = []
    for (place, statement) in evidence.statements.enumerated() {
      let source = statement.citation.source
      if folds.last?.source == source {
        folds[folds.count - 1].places = folds[folds.count - 1].places.lowerBound..<place + 1
      } else {
        folds.append((source, place..<place + 1))
      }
    }
    return Array(blocks[..<start])
      + folds.map { source, places in
        let entry = evidence.source(source)
        return .folded(
          title: words(
            "statements.fold",
            [
              "n": .count(places.count),
              "first": .name(
                prose.label(evidence.statements[places.lowerBound].id)),
              "last": .name(prose.label(evidence.statements[places.upperBound - 1].id)),
              "source": .name(entry.flatMap { $0.title.isEmpty ? nil : $0.title } ?? source),
              "publisher": .name(entry?.publisher ?? ""),
            ]), Array(blocks[start...][(start + places.lowerBound)..<(start + places.upperBound)]))
      }
  }

  /// A heading of a section.
  func section(_ id: String, _ key: String) -> Block { .heading(2, id: id, words(key)) }

  /// The columns of a table by the keys of their titles; those of numbers are marked by `#` before the key.
  func columns(_ keys: String...) -> [Table.Column] {
    keys.map { Table.Column(key: $0, words) }
  }
}

extension Table.Column {
  /// A column by the key of its title; that of a column of numbers begins with `#`.
  init(key: String, _ words: Words) {
    let isNumber = key.first == "#"
    self.init(
      words.plain("column." + (isNumber ? String(key.dropFirst()) : key)),
      isNumber ? .trailing : .leading)
  }
}

/// In which sections of a page each place is referred to by a note.
struct CitedPlaces {
  /// A section.
  struct Place: Equatable {
    var id: String
    var title: [Inline]
  }

  private(set) var places: [String: [Place]] = [:]
  private var current = Place(id: "title", title: [])

  init(_ blocks: [Block]) {
    for block in blocks { visit(block) }
  }

  private mutating func visit(_ block: Block) {
    switch block {
    case .heading(let level, let id, let title):
      if level <= 3 { current = Place(id: id, title: title) }
      visit(title)
    case .paragraph(let parts), .answer(let parts): visit(parts)
    case .list(let items, _): for item in items { for block in item { visit(block) } }
    case .table(let table):
      visit(table.caption)
      for row in table.rows { for cell in row { visit(cell) } }
    case .figure(let figure): visit(figure.caption)
    case .anchored(_, let blocks): for block in blocks { visit(block) }
    case .folded(let title, let blocks):
      visit(title)
      for block in blocks { visit(block) }
    }
  }

  private mutating func visit(_ parts: [Inline]) {
    for part in parts {
      switch part {
      case .note(_, let id):
        if places[id]?.last != current { places[id, default: []].append(current) }
      case .strong(let parts), .emphasis(let parts), .reference(let parts, _): visit(parts)
      case .text, .name, .unbroken, .code, .link: break
      }
    }
  }
}
