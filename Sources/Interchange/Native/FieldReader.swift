import Evidence

/// Collects what is found while a native file is read, with the places of its parts.
struct ReadingLog {
  let file: String
  var findings: [Finding] = []
  var locations: [Place: Location] = [:]

  /// A mark of the tree as a location of the file.
  func location(_ mark: DocumentTree.Mark, offset: Int = 0) -> Location {
    Location(file: file, line: mark.line, column: mark.column(at: offset))
  }

  /// Notes an error.
  mutating func error(
    _ rule: String, _ message: String, mend: String, at mark: DocumentTree.Mark, offset: Int = 0,
    place: Place = .document
  ) {
    findings.append(
      Finding(
        .error, rule: rule, message: message, mend: mend, place: place,
        location: location(mark, offset: offset)))
  }
}

/// Reads the keys of one mapping, and tells which ones nobody asked for.
struct FieldReader {
  let entries: [DocumentTree.Entry]
  let mark: DocumentTree.Mark
  let what: String
  let item: Place.Item

  /// Opens a mapping.
  ///
  /// - Returns: `nil`, with an error in the log, if the node is no mapping.
  init?(
    _ tree: DocumentTree, what: String, item: Place.Item, known: [String], log: inout ReadingLog
  ) {
    guard case .mapping(let entries, let mark) = tree else {
      log.error(
        "wrong-shape", "\(what) is \(tree.kind)",
        mend: "write its keys: \(known.prefix(4).joined(separator: ", ")) ...",
        at: tree.mark, place: Place(item))
      return nil
    }
    self.entries = entries
    self.mark = mark
    self.what = what
    self.item = item
    log.locations[Place(item)] = log.location(mark)
    for entry in entries {
      log.locations[Place(item, entry.key)] = log.location(entry.value.mark)
      if !known.contains(entry.key) {
        let mend =
          NearMiss.nearest(to: entry.key, among: known).map { "write '\($0)'" }
          ?? "remove it, or use one of \(known.joined(separator: ", "))"
        log.error(
          "unknown-key", "\(what) has the unknown key '\(entry.key)'", mend: mend, at: entry.mark,
          place: Place(item, entry.key))
      }
    }
  }

  /// Opens a mapping whose keys are free.
  init(entries: [DocumentTree.Entry], mark: DocumentTree.Mark, what: String, item: Place.Item) {
    self.entries = entries
    self.mark = mark
    self.what = what
    self.item = item
  }

  /// The value of a key.
  func tree(_ key: String) -> DocumentTree? {
    entries.first { $0.key == key }?.value
  }

  /// Where a key stands; where the mapping begins if it has no such key.
  func keyMark(_ key: String) -> DocumentTree.Mark {
    entries.first { $0.key == key }?.mark ?? mark
  }

  /// The text of a key; an empty plain value counts as absent.
  func text(_ key: String, log: inout ReadingLog) -> String? {
    guard let tree = tree(key) else { return nil }
    guard case .scalar(let text, let mark) = tree else {
      wrongShape(key, tree, wanted: "a single value", log: &log)
      return nil
    }
    return text.isEmpty && mark.style == .plain ? nil : text
  }

  /// The text of a key that must be there.
  func required(_ key: String, log: inout ReadingLog) -> String {
    if let text = text(key, log: &log) { return text }
    if tree(key) == nil || tree(key)?.kind == "a single value" {
      log.error(
        "missing-key", "\(what) has no \(key)", mend: "add '\(key): ...'", at: mark,
        place: Place(item, key))
    }
    return ""
  }

  /// The texts of a list; a single value counts as a list of one.
  func list(_ key: String, log: inout ReadingLog) -> [String] {
    switch tree(key) {
    case nil: return []
    case .scalar(let text, let mark): return text.isEmpty && mark.style == .plain ? [] : [text]
    case .sequence(let items, _):
      return items.compactMap { item in
        guard case .scalar(let text, _) = item else {
          wrongShape(key, item, wanted: "a list of single values", log: &log)
          return nil
        }
        return text
      }
    case .some(let tree):
      wrongShape(key, tree, wanted: "a list", log: &log)
      return []
    }
  }

  /// A value that is parsed from text.
  func value<T>(
    _ key: String, expected: String, log: inout ReadingLog, parse: (String) -> T?
  ) -> T? {
    guard let text = text(key, log: &log) else { return nil }
    if let value = parse(text) { return value }
    log.error(
      "wrong-value", "'\(text)' is no \(key) of \(what)", mend: "write \(expected)",
      at: tree(key)?.mark ?? mark, place: Place(item, key))
    return nil
  }

  /// A date.
  func date(_ key: String, log: inout ReadingLog) -> EDTF? {
    guard let text = text(key, log: &log) else { return nil }
    return Self.date(text, at: tree(key)?.mark ?? mark, place: Place(item, key), log: &log)
  }

  /// Parses a date and reports what is wrong with it.
  static func date(
    _ text: String, at mark: DocumentTree.Mark, offset: Int = 0, place: Place,
    log: inout ReadingLog
  ) -> EDTF? {
    do throws(EDTFError) {
      return try EDTF(text)
    } catch {
      log.error(
        "unreadable-date", "'\(text)' is no EDTF date: \(error.what)", mend: error.mend, at: mark,
        offset: offset + error.column - 1, place: place)
      return nil
    }
  }

  /// A truth value: yes/no or true/false.
  func flag(_ key: String, log: inout ReadingLog) -> Bool? {
    value(key, expected: "yes or no", log: &log) { text in
      switch text {
      case "yes", "true": true
      case "no", "false": false
      default: nil
      }
    }
  }

  private func wrongShape(
    _ key: String, _ tree: DocumentTree, wanted: String, log: inout ReadingLog
  ) {
    log.error(
      "wrong-shape", "'\(key)' of \(what) is \(tree.kind)", mend: "write \(wanted)", at: tree.mark,
      place: Place(item, key))
  }
}
