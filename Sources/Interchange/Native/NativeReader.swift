public import Evidence

/// What a graph file was found to hold.
public struct Reading: Sendable {
  /// The forms of the native format.
  public enum Form: Sendable, Equatable {
    /// One mapping a statement.
    case long
    /// One line a statement, under source and paragraph.
    case short
  }

  /// The graph, or `nil` if the file is not well-formed.
  public var graph: InfluenceGraph?
  /// What is wrong or doubtful, by place in the file.
  public var findings: [Finding]
  /// The form of the statements.
  public var form: Form
  /// The corpus folder that the file names, if it names one.
  public var corpus: String?
  /// Where the parts of the graph stand.
  public var locations: [Place: Location]

  /// Adds findings of a later check, each at its place in the file.
  ///
  /// - Parameters:
  ///   - others: The findings, with the parts of the graph that they are about.
  ///   - file: The path to name where the place is not known.
  public mutating func add(_ others: [Finding], file: String) {
    for var finding in others {
      finding.location =
        locations[finding.place] ?? locations[Place(finding.place.item)]
        ?? Location(file: file, line: 1, column: 1)
      findings.append(finding)
    }
    findings = findings.stablySorted(by: { $0.location })
  }

  /// The findings that are errors.
  public var errors: [Finding] { findings.filter { $0.severity == .error } }
  /// The findings that are warnings.
  public var warnings: [Finding] { findings.filter { $0.severity == .warning } }
}

/// Reads the native format, in YAML or JSON, in its long or short form.
public struct NativeReader {
  /// Finds the corpus file of a source: its text and the path to name in messages.
  public typealias CorpusLookup = (_ id: String) -> CorpusFile

  /// What a corpus lookup found.
  public enum CorpusFile {
    /// The text and its path.
    case found(text: String, path: String)
    /// There is no such file at the path.
    case missing(path: String)
  }

  let vocabulary: Vocabulary
  var log: ReadingLog
  var corpusFindings: [Finding] = []

  /// Prepares the reading of a file.
  ///
  /// - Parameters:
  ///   - file: The path to name in messages.
  ///   - vocabulary: The words that the graph may use.
  public init(file: String, vocabulary: Vocabulary = .standard) {
    self.vocabulary = vocabulary
    log = ReadingLog(file: file)
  }

  /// Reads and checks a graph.
  ///
  /// - Parameters:
  ///   - text: The text of the file.
  ///   - corpus: Finds the corpus files; it is given the folder that the file names, if any.
  /// - Returns: The graph with everything that was found.
  public func read(
    _ text: String, corpus: (_ folder: String?) -> CorpusLookup
  ) -> Reading {
    do throws(DocumentTree.Failure) {
      return read(try DocumentTree.parse(text), corpus: corpus)
    } catch {
      var log = log
      log.error("malformed", error.message, mend: error.mend, at: error.mark)
      return Reading(graph: nil, findings: log.findings, form: .long, locations: [:])
    }
  }

  /// Reads and checks a graph whose text was parsed already.
  ///
  /// - Parameters:
  ///   - tree: The tree of the document.
  ///   - corpus: Finds the corpus files.
  /// - Returns: The graph with everything that was found.
  func read(_ tree: DocumentTree, corpus: (String?) -> CorpusLookup) -> Reading {
    var reader = self
    return reader.assemble(tree, corpus: corpus)
  }

  private mutating func assemble(
    _ tree: DocumentTree, corpus: (String?) -> CorpusLookup
  ) -> Reading {
    guard
      let fields = FieldReader(
        tree, what: "the document", item: .document, known: Keys.document, log: &log)
    else {
      return Reading(graph: nil, findings: log.findings, form: .long, locations: [:])
    }
    checkVersion(fields)
    let folder = fields.text("corpus", log: &log)
    let depth = fields.value("depth", expected: "influence or full", log: &log) {
      InfluenceGraph.Depth(rawValue: $0)
    }
    let sources = readSources(fields, corpus: corpus(folder))
    let asserters = readAsserters(fields)
    let entities = readEntities(fields)
    let names = NameReader(entities: entities, asserters: asserters)
    let (statements, form) = readStatements(fields, names: names)
    let graph = InfluenceGraph(
      title: fields.required("title", log: &log), about: fields.text("about", log: &log),
      depth: depth, sources: sources, asserters: asserters, entities: entities,
      statements: statements, vocabulary: vocabulary
    ).locatingQuotes()
    var findings = log.findings + corpusFindings
    // A part that was read in pieces only would be found wanting again for what is missing.
    let broken = Set(
      log.findings.filter { ["missing-key", "wrong-shape", "conflicting-keys"].contains($0.rule) }
        .map(\.place.item)
    ).subtracting([.document])
    for var finding in GraphValidator.findings(in: graph)
    where !broken.contains(finding.place.item) {
      finding.location = locate(finding.place)
      findings.append(finding)
    }
    return Reading(
      graph: graph, findings: findings.stablySorted(by: { $0.location }), form: form,
      corpus: folder, locations: log.locations)
  }

  private mutating func checkVersion(_ fields: FieldReader) {
    let version = fields.required("throughline", log: &log)
    if !version.isEmpty, version != "1" {
      log.error(
        "unknown-version", "the file has format version '\(version)'; this tool reads version 1",
        mend: "use a newer throughline, or write 'throughline: 1'",
        at: fields.tree("throughline")?.mark ?? fields.mark)
    }
  }

  private func locate(_ place: Place) -> Location? {
    log.locations[place] ?? log.locations[Place(place.item)]
      ?? Location(file: log.file, line: 1, column: 1)
  }
}

extension NativeReader {
  private mutating func items(_ fields: FieldReader, _ key: String) -> [DocumentTree] {
    switch fields.tree(key) {
    case nil: return []
    case .sequence(let items, _): return items
    case .scalar("", _): return []
    case .some(let tree):
      log.error(
        "wrong-shape", "'\(key)' is \(tree.kind)", mend: "write a list, one '- ' an entry",
        at: tree.mark)
      return []
    }
  }

  private mutating func readSources(
    _ fields: FieldReader, corpus: CorpusLookup
  ) -> [Source] {
    items(fields, "sources").enumerated().compactMap { index, tree in
      if case .scalar(let id, let mark) = tree {
        log.locations[Place(.source(index))] = log.location(mark)
        return corpusSource(id, at: mark, place: Place(.source(index)), corpus: corpus)
      }
      guard
        let source = FieldReader(
          tree, what: "the source", item: .source(index), known: Keys.source, log: &log)
      else { return Source(id: "") }
      return Self.source(from: source, home: .inline, log: &log)
    }
  }

  private mutating func corpusSource(
    _ id: String, at mark: DocumentTree.Mark, place: Place, corpus: CorpusLookup
  ) -> Source {
    switch corpus(id) {
    case .missing(let path):
      log.error(
        "missing-source", "the source '\(id)' has no file \(path)",
        mend: "add the file, correct the id, or write the source's data here as a mapping",
        at: mark, place: place)
      return Source(id: id, home: .corpus)
    case .found(let text, let path):
      let (source, findings) = CorpusReader.read(text, id: id, path: path)
      corpusFindings += findings
      return source
    }
  }

  /// A source from its keys, in a graph file or in the front matter of a corpus file.
  static func source(from fields: FieldReader, home: Source.Home, log: inout ReadingLog) -> Source {
    Source(
      id: fields.required("id", log: &log), title: fields.required("title", log: &log),
      publisher: fields.text("publisher", log: &log), author: fields.text("author", log: &log),
      published: fields.date("published", log: &log),
      accessed: fields.date("accessed", log: &log), language: fields.text("language", log: &log),
      url: fields.text("url", log: &log),
      reliability: fields.value("reliability", expected: "a letter from A to F", log: &log) {
        Reliability(rawValue: $0)
      },
      why: fields.text("why", log: &log), origin: fields.text("origin", log: &log),
      content: fields.value("content", expected: "digest or full-text", log: &log) {
        Source.Content(rawValue: $0)
      }, note: fields.text("note", log: &log), home: home)
  }

  private mutating func readAsserters(_ fields: FieldReader) -> [DeclaredAsserter] {
    items(fields, "asserters").enumerated().compactMap { index, tree in
      guard
        let asserter = FieldReader(
          tree, what: "the asserter", item: .asserter(index), known: Keys.asserter, log: &log)
      else { return nil }
      return DeclaredAsserter(
        id: asserter.required("id", log: &log), name: asserter.text("name", log: &log),
        aliases: asserter.list("aliases", log: &log),
        reliability: asserter.value("reliability", expected: "a letter from A to F", log: &log) {
          Reliability(rawValue: $0)
        }, interestIn: asserter.list("interest-in", log: &log))
    }
  }

  private mutating func readEntities(_ fields: FieldReader) -> [Entity] {
    items(fields, "entities").enumerated().map { index, tree in
      guard
        let entity = FieldReader(
          tree, what: "the entity", item: .entity(index), known: Keys.entity, log: &log)
      else { return Entity(id: "", kind: "") }
      return Entity(
        id: entity.required("id", log: &log), kind: entity.required("kind", log: &log),
        name: entity.text("name", log: &log), aliases: entity.list("aliases", log: &log),
        sourceAliases: sourceAliases(entity), collective: collective(entity),
        born: entity.date("born", log: &log), died: entity.date("died", log: &log),
        date: entity.date("date", log: &log), founded: entity.date("founded", log: &log),
        dissolved: entity.date("dissolved", log: &log), note: entity.text("note", log: &log))
    }
  }

  private mutating func sourceAliases(_ entity: FieldReader) -> [Entity.SourceAlias] {
    guard let tree = entity.tree("aliases-in") else { return [] }
    guard case .mapping(let entries, let mark) = tree else {
      log.error(
        "wrong-shape", "'aliases-in' is \(tree.kind)",
        mend: "write '{source-id: [alias, ...]}'", at: tree.mark)
      return []
    }
    let inner = FieldReader(entries: entries, mark: mark, what: "aliases-in", item: entity.item)
    return entries.flatMap { entry in
      inner.list(entry.key, log: &log).map { Entity.SourceAlias(source: entry.key, name: $0) }
    }
  }

  private mutating func collective(_ entity: FieldReader) -> Entity.Collective? {
    guard let tree = entity.tree("collective") else { return nil }
    if case .scalar(let word, _) = tree, word == "yes" || word == "true" {
      return Entity.Collective()
    }
    let place = log.locations[Place(entity.item)]
    defer { log.locations[Place(entity.item)] = place }
    guard
      let fields = FieldReader(
        tree, what: "the collective", item: entity.item, known: Keys.collective, log: &log)
    else { return nil }
    return Entity.Collective(
      members: fields.list("members", log: &log),
      size: fields.value("size", expected: "a number: 5, ~200, >20 or 50..60", log: &log) {
        Quantity($0)
      })
  }
}

extension Array where Element == Finding {
  /// The findings by location, those without one last, otherwise in their order.
  func stablySorted(by key: (Finding) -> Location?) -> [Finding] {
    enumerated().sorted { left, right in
      switch (key(left.element), key(right.element)) {
      case (let a?, let b?) where a != b: a < b
      case (nil, _?): false
      case (_?, nil): true
      default: left.offset < right.offset
      }
    }.map(\.element)
  }
}
