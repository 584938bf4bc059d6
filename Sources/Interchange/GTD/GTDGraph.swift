import Evidence

/// The evidence that rows of the GTD hold.
struct GTDGraph {
  /// The id of the database as a source.
  static let source = "gtd"
  /// Bad rows that were left out.
  var skipped = SkippedRecords()
  /// By statement, the number of its row: that of its line where no cell holds a line break.
  private(set) var statementOffsets: [Int] = []

  private var entities: [Entity] = []
  private var names: [String: String] = [:]
  private var ids: Set<String> = []
  private var statements: [Statement] = []
  private var related: [(from: String, to: String, row: Int)] = []

  /// Adds the statements of a row.
  ///
  /// - Throws: ``Fault`` if it has no id of its own or no year.
  mutating func add(_ row: GTDRow, number: Int, offset: Int) throws(Fault) {
    guard let event = row.event, event.allSatisfy({ $0.isNumber }) else {
      throw Fault(
        offset: offset,
        message: "the row has no event id, but '\(Fault.cut(row["eventid"] ?? ""))'",
        mend: "give the number of the event")
    }
    guard let date = row.date, let when = try? EDTF(date) else {
      throw Fault(
        offset: offset, message: "event \(event) has no date that exists", mend: "correct iyear")
    }
    let attack = "gtd-" + event
    guard ids.insert(attack).inserted else {
      throw Fault(
        offset: offset, message: "event \(event) stands twice in the table", mend: "keep one row")
    }
    let place = place(row, number)
    let method = row["attacktype1_txt"] ?? "Attack"
    let name = ([method, place?.name].compactMap { $0 }.joined(separator: " in ")) + " (\(date))"
    entities.append(Entity(id: attack, kind: "attack", name: name, date: when))
    if let place { say(attack, "located-in", place.id, row: number) }
    perpetrators(row, attack, number)
    values(row, attack, number)
    for other in (row["related"] ?? "").split(whereSeparator: { ",; ".contains($0) })
    where other.allSatisfy(\.isNumber) && other != event {
      related.append((attack, "gtd-" + other, number))
    }
  }

  /// The whole as a graph of evidence.
  func graph(vocabulary: Vocabulary) -> InfluenceGraph {
    var whole = self
    var seen: Set<Set<String>> = []
    for (from, to, row) in related where ids.contains(to) && seen.insert([from, to]).inserted {
      whole.say(from, "linked-to", to, row: row, note: "the coders name them as related")
    }
    return InfluenceGraph(
      title: "Global Terrorism Database",
      about: "Read from a table of the GTD; the paragraph of a statement is the row of the table.",
      sources: [
        Source(
          id: Self.source, title: "Global Terrorism Database",
          publisher: "National Consortium for the Study of Terrorism and Responses to Terrorism",
          note: "Paragraph n is row n of the table that was read.")
      ], entities: whole.entities, statements: whole.statements, vocabulary: vocabulary)
  }
}

extension GTDGraph {
  /// Names of the codebook that describe people instead of naming an organisation.
  private static let descriptions = [
    "extremists", "militants", "gunmen", "separatists", "rebels", "activists", "tribesmen",
    "guerrillas", "students", "assailants", "insurgents", "fundamentalists", "sympathizers",
    "dissidents", "protesters", "muslims", "nationalists", "radicals", "settlers",
  ]

  private mutating func perpetrators(_ row: GTDRow, _ attack: String, _ number: Int) {
    let suffixes = [
      ("", "guncertain1", "claimed", "claimmode_txt"),
      ("2", "guncertain2", "claim2", "claimmode2_txt"),
      ("3", "guncertain3", "claim3", "claimmode3_txt"),
    ]
    for (suffix, doubt, claim, mode) in suffixes {
      guard let name = row["gname" + suffix] else { continue }
      let lower = name.lowercased()
      // An individual without a group has no name in the table.
      guard lower != "individual", !lower.hasPrefix("unaffiliated individual") else { continue }
      let isDescription = Self.descriptions.contains { lower.hasSuffix($0) }
      let group = entity(name, kind: "group", isCollective: isDescription)
      let subgroup = row["gsubname" + suffix].map { "sub-group: \($0)" }
      say(
        group, "perpetrated", attack, row: number,
        modality: row.isYes(doubt) ? .suspected : .asserted,
        note: [row.isYes(doubt) ? "the coders doubt it" : nil, subgroup].joined)
      if row.isYes(claim) {
        say(
          group, "claimed", attack, row: number,
          note: [
            row[mode].map { "claimed by: \($0)" },
            row.isYes("compclaim") ? "others claim it too" : nil,
          ].joined)
      }
    }
  }

  private mutating func values(_ row: GTDRow, _ attack: String, _ number: Int) {
    for (column, attribute) in [
      ("nkill", "deaths"), ("nwound", "injured"), ("nperps", "attackers"),
    ] {
      guard let value = row.number(column), value >= 0 else { continue }
      say(attack, attribute, value: String(value), row: number)
    }
    for (columns, attribute) in [
      (["attacktype1_txt", "attacktype2_txt", "attacktype3_txt"], "method"),
      (["weaptype1_txt", "weaptype2_txt", "weaptype3_txt", "weaptype4_txt"], "weapon"),
      (["targtype1_txt", "targtype2_txt", "targtype3_txt"], "target"),
      (["target1", "target2", "target3"], "target"), (["motive"], "motive"),
      (["summary"], "description"),
    ] {
      for column in columns {
        guard let value = row[column] else { continue }
        say(attack, attribute, value: value, row: number)
      }
    }
    if let suicide = row.number("suicide"), suicide == 0 || suicide == 1 {
      say(attack, "suicide", value: suicide == 1 ? "yes" : "no", row: number)
    }
    if row.number("success") == 0 { say(attack, "status", value: "not successful", row: number) }
    if row.isYes("doubtterr") {
      say(attack, "status", value: "doubtful whether it is terrorism", row: number)
    }
    let cited = ["scite1", "scite2", "scite3"].compactMap { row[$0] }
    if !cited.isEmpty {
      say(
        attack, "description", value: "The coders cite: " + cited.joined(separator: "; "),
        row: number)
    }
  }

  private mutating func place(_ row: GTDRow, _ number: Int) -> (id: String, name: String)? {
    let country = row["country_txt"].map { (entity($0, kind: "place"), $0) }
    guard let city = row["city"] else { return country }
    let name = [city, country?.1].compactMap { $0 }.joined(separator: ", ")
    let isNew = names["place:" + name] == nil
    let id = entity(name, kind: "place")
    if isNew, let country { say(id, "located-in", country.0, row: number) }
    return (id, name)
  }

  /// The id of an entity of a name, which is made if it is new.
  private mutating func entity(_ name: String, kind: String, isCollective: Bool = false) -> String {
    let key = kind + ":" + name
    if let id = names[key] { return id }
    let words = FoldedName(name).words.joined(separator: "-")
    let stem = words.isEmpty ? kind : words
    var id = stem
    var count = 2
    while !ids.insert(id).inserted {
      id = "\(stem)-\(count)"
      count += 1
    }
    names[key] = id
    entities.append(
      Entity(
        id: id, kind: kind, name: name, collective: isCollective ? Entity.Collective() : nil))
    return id
  }

  private mutating func say(
    _ subject: String, _ relation: String, _ object: String, row: Int,
    modality: Modality = .asserted, note: String? = nil
  ) {
    say(
      subject, .relation(relation, object: .one(object)), row: row, modality: modality, note: note)
  }

  private mutating func say(_ subject: String, _ attribute: String, value: String, row: Int) {
    say(subject, .attribute(attribute, value: value), row: row, modality: .asserted, note: nil)
  }

  private mutating func say(
    _ subject: String, _ predicate: Predicate, row: Int, modality: Modality, note: String?
  ) {
    var statement = Statement(
      id: "s\(statements.count + 1)", subject: .one(subject), predicate: predicate,
      modality: modality,
      citation: Citation(source: Self.source, paragraphs: ParagraphSet(row)))
    statement.note = note
    statements.append(statement)
    statementOffsets.append(row)
  }
}

extension [String?] {
  /// The texts that are there, in one line; `nil` if there are none.
  fileprivate var joined: String? {
    let texts = compactMap { $0 }
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }
}
