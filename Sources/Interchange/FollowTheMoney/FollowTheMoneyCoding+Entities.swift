import Evidence

extension FollowTheMoneyCoding {
  /// Adds the entities that have a source or stand in a statement, and their values.
  mutating func addEntities() {
    var isLinked = Bitmap()
    for link in links {
      isLinked[link.subject] = true
      isLinked[link.object] = true
    }
    var names = NameIds(used: [])
    for (index, entry) in network.nodes.enumerated() {
      guard let kind = kinds[index] else {
        // Those that are only referred to are told of with the links to them.
        if let schema = schemata[index], !isDocument(index) { leftOut.add(.kind, schema) }
        continue
      }
      let provenance = provenance(ofNode: index)
      guard isLinked[index] || !provenance.isEmpty else {
        leftOut.add(.entitySource, schemata[index] ?? kind)
        continue
      }
      let id = names.take(String(entry.label.prefix(80)))
      ids[index] = id
      let position = entities.count
      entities.append(entity(index, entry, id: id, kind: kind, provenance))
      if provenance.isEmpty {
        let properties = FollowTheMoneyWords.attributes.map(\.property)
        for property in properties + ["incorporationDate", "dissolutionDate"] {
          leftOut.add(.valueSource, property, count: node(index)[property].count)
        }
      } else {
        addValues(index, position, provenance)
      }
    }
    countProperties()
  }

  private func entity(
    _ index: Int, _ entry: PlainNetwork.Node, id: String, kind: String,
    _ provenance: FollowTheMoneyProvenance
  ) -> Entity {
    let row = node(index)
    var seen: Set<String> = [entry.label]
    let aliases = FollowTheMoneyWords.names.flatMap { row[$0] }
      .filter { seen.insert($0).inserted }
    var note = "FollowTheMoney: \(schemata[index] ?? kind), id \(entry.id)"
    if !provenance.datasets.isEmpty {
      note += ", of " + provenance.datasets.joined(separator: ", ")
    }
    return Entity(
      id: id, kind: kind, name: entry.label.isEmpty ? id : entry.label, aliases: aliases,
      founded: provenance.isEmpty ? nil : FollowTheMoneyTime.date(row["incorporationDate"]),
      dissolved: provenance.isEmpty ? nil : FollowTheMoneyTime.date(row["dissolutionDate"]),
      note: note)
  }

  /// Adds a statement for each value of an entity that the vocabulary has an attribute for.
  private mutating func addValues(
    _ index: Int, _ position: Int, _ provenance: FollowTheMoneyProvenance
  ) {
    let row = node(index)
    let isEvent = vocabulary.isKind(entities[position].kind, a: "event")
    if isEvent { addTime(row, index, position, provenance) }
    for property in ["incorporationDate", "dissolutionDate"]
    where FollowTheMoneyTime.date(row[property]) == nil {
      leftOut.add(.property, property, count: row[property].count)
    }
    let isPerson = vocabulary.isKind(entities[position].kind, a: "person")
    for (property, name) in FollowTheMoneyWords.attributes {
      let values = row[property]
      guard !values.isEmpty else { continue }
      switch vocabulary.attribute(name)?.value {
      case nil: leftOut.add(.property, property, count: values.count)
      case .date?:
        guard property == "date" ? isEvent : isPerson else {
          leftOut.add(.property, property, count: values.count)
          continue
        }
        // Of several values of which one is the finer one, only that is said.
        let agreed = FollowTheMoneyTime.date(values)
        let dates = agreed.map { [$0] } ?? values.compactMap { FollowTheMoneyTime.date($0) }
        if agreed == nil {
          leftOut.add(.property, property, count: values.count - dates.count)
        }
        if dates.count == 1, name == "born" { entities[position].born = dates[0] }
        if dates.count == 1, name == "died" { entities[position].died = dates[0] }
        for date in dates { addValue(name, date.text, property, index, position, provenance) }
      case .text?:
        for value in values { addValue(name, value, property, index, position, provenance) }
      case .number?, .yesNo?: leftOut.add(.property, property, count: values.count)
      }
    }
  }

  /// Dates an event: by its date, else from its start to its end.
  private mutating func addTime(
    _ row: FollowTheMoneyRow, _ index: Int, _ position: Int,
    _ provenance: FollowTheMoneyProvenance
  ) {
    let ends = ["startDate", "endDate"]
    let time = FollowTheMoneyTime.time(start: row[ends[0]], end: row[ends[1]], date: [])
    if row["date"].isEmpty, let time {
      entities[position].date = time
      addValue(
        "date", time.text, ends.joined(separator: " and "), index, position, provenance)
    } else {
      entities[position].date = FollowTheMoneyTime.date(row["date"])
      for end in ends { leftOut.add(.property, end, count: row[end].count) }
    }
  }

  private mutating func addValue(
    _ attribute: String, _ value: String, _ property: String, _ index: Int, _ position: Int,
    _ provenance: FollowTheMoneyProvenance
  ) {
    guard let source = sources.id(ofValue: provenance) else { return }
    add(
      Statement(
        id: "", subject: .one(entities[position].id),
        predicate: .attribute(attribute, value: value), citation: Citation(source: source)),
      note: "FollowTheMoney: \(property) of \(network.nodes[index].id)")
  }

  /// Counts the properties of entities that have no place in the graph.
  private mutating func countProperties() {
    var taken = FollowTheMoneyWords.others.union(FollowTheMoneyWords.names)
    taken.formUnion(FollowTheMoneyWords.attributes.map(\.property))
    for column in network.nodeAttributes.columns where !taken.contains(column.name) {
      let isTime = column.name == "startDate" || column.name == "endDate"
      for (index, entry) in network.nodes.enumerated() where ids[index] != nil {
        if isTime, kinds[index] == "event" { continue }
        let values = node(index)[column.name]
        // What an entity is called by is its name.
        if values != [entry.label] { leftOut.add(.property, column.name, count: values.count) }
      }
    }
  }
}
