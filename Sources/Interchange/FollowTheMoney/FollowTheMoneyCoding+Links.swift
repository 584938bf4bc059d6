import Evidence
import GraphCore

extension FollowTheMoneyCoding {
  /// Finds the links that have a word, and counts the others.
  mutating func readLinks() {
    let model = FollowTheMoneyModel.standard
    var told: Set<[String]> = []
    for (index, ends) in network.edges.enumerated() {
      let row = edge(index)
      guard let schema = row["kind"].first else {
        leftOut.add(.word, "without a kind")
        continue
      }
      if schema == "proof" { continue }
      var (subject, object) = (ends.tail, ends.head)
      let isEntity = model[schema]?.link != nil
      // The way back of a link without direction bears no id.
      if isEntity, row["id"].isEmpty, told.contains(["\(object)", schema, "\(subject)"]) {
        continue
      }
      if isEntity { told.insert(["\(subject)", schema, "\(object)"]) }
      let reference = isEntity ? nil : FollowTheMoneyWords.references[schema]
      if reference?.isReversed == true { swap(&subject, &object) }
      guard let name = isEntity ? FollowTheMoneyWords.links[schema] : reference?.relation,
        let relation = vocabulary.relation(name)
      else {
        leftOut.add(.word, schema)
        continue
      }
      guard let from = kinds[subject], let to = kinds[object] else {
        leftOut.add(.end, schema)
        continue
      }
      guard vocabulary.allows(relation, subject: from, object: to) else {
        leftOut.add(.word, schema)
        continue
      }
      let provenance =
        isEntity
        ? row.provenance(proofs: row["proof"], dataset: dataset) : provenance(ofNode: ends.tail)
      guard !provenance.isEmpty else {
        leftOut.add(.linkSource, schema)
        continue
      }
      links.append(
        Link(
          edge: index, schema: schema, relation: name, subject: subject, object: object,
          isEntity: isEntity))
    }
  }

  /// Adds a statement for each source that a link names.
  mutating func addStatements(_ link: Link) {
    guard let subject = ids[link.subject], let object = ids[link.object] else { return }
    var statement = Statement(
      id: "", subject: .one(subject),
      predicate: .relation(link.relation, object: .one(object)), citation: Citation(source: ""))
    let note: String
    let provenance: FollowTheMoneyProvenance
    if link.isEntity {
      let row = edge(link.edge)
      provenance = row.provenance(proofs: row["proof"], dataset: dataset)
      statement.when = FollowTheMoneyTime.time(
        start: row["start"], end: row["end"], date: row["date"]
      ).map { .date($0) }
      statement.role = Self.list(row["role"])
      note = self.note(link, row, provenance, hasTime: statement.when != nil)
    } else {
      let tail = network.edges[link.edge].tail
      provenance = self.provenance(ofNode: tail)
      note = "FollowTheMoney: \(link.schema) of \(network.nodes[tail].id)"
    }
    for source in sources.ids(of: provenance) {
      statement.citation.source = source
      add(statement, note: note)
    }
  }

  /// Everything of a link that has no place of its own in a statement.
  private func note(
    _ link: Link, _ row: FollowTheMoneyRow, _ provenance: FollowTheMoneyProvenance, hasTime: Bool
  ) -> String {
    var told: Set = ["id", "kind", "role", "datasets", "dataset", "sourceUrl", "retrievedAt"]
    if hasTime {
      told.formUnion(row["start"] + row["end"] == [] ? ["date"] : ["start", "end"])
    }
    // A publisher is the voice only if it is the one; and a document is the source only if no other is.
    if provenance.urls.isEmpty || provenance.publishers.count == 1 { told.insert("publisher") }
    if provenance.urls.isEmpty, provenance.publishers.count == 1 { told.insert("publisherUrl") }
    if provenance.urls.isEmpty, provenance.publishers.isEmpty { told.insert("proof") }
    var parts = ["FollowTheMoney: \(link.schema)"]
    if let id = row["id"].first { parts[0] += ", id \(id)" }
    for column in network.edgeAttributes.columns where !told.contains(column.name) {
      if let values = Self.list(row[column.name]) { parts.append("\(column.name): \(values)") }
    }
    return parts.joined(separator: "; ")
  }
}
