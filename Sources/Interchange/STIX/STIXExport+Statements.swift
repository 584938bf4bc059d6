import Evidence

extension STIXExport {
  /// The object of a statement: a relationship, an opinion or a note.
  func statement(_ position: Int) -> JSONValue {
    let statement = graph.statements[position]
    let source = graph.source(statement.citation.source)
    let id = statementIds[position]
    var members = begin(
      String(id.prefix { $0 != "-" }), id,
      created: STIXTime.start(source.flatMap(Self.day)) ?? created)
    members.append(
      .init("created_by_ref", .string(source?.publisher.map(STIXName.publisher) ?? STIXName.maker)))
    switch shapes[position] {
    case .relationship: members += relationship(statement, position)
    case .opinion(let judged):
      members += [
        .init("opinion", .string(STIXMapping.opinion(statement.stance))),
        .init("explanation", .string(sentence.text(statement, bearings[position]))),
        .init("authors", .array([.string(sentence.voice(statement))])),
        Self.references("object_refs", judged),
      ]
    case .note:
      let ends = statement.ends.compactMap { entityIds[$0] }
      members += [
        .init("abstract", .string(abstract(statement, bearings[position]))),
        .init("content", .string(sentence.text(statement, bearings[position]))),
        .init("authors", .array([.string(sentence.voice(statement))])),
        Self.references("object_refs", ends.isEmpty ? [STIXName.maker] : ends),
      ]
    }
    if let confidence = STIXMapping.confidence(statement) {
      members.append(.init("confidence", .integer(confidence)))
    }
    var labels = STIXMapping.labels(source?.reliability, statement.credibility)
    if statement.stance != .affirms { labels.append("stance:" + statement.stance.rawValue) }
    if bearings[position] != .link { labels.append("bearing:" + bearings[position].rawValue) }
    if statement.modality != .asserted { labels.append("modality:" + statement.modality.rawValue) }
    members += Self.labels(labels)
    if let source {
      members.append(
        .init(
          "external_references", .array([Self.reference(source, citation: statement.citation)])))
    }
    members.append(
      Self.native(
        "statement", position, NativeWriter.json(.mapping(NativeFields.statement(statement)))))
    return .object(members)
  }

  private func relationship(_ statement: Statement, _ position: Int) -> [JSONValue.Member] {
    guard let relation = statement.relation,
      let tail = statement.subject.id.flatMap({ entityIds[$0] }),
      let head = statement.object?.id.flatMap({ entityIds[$0] })
    else { return [] }
    var members: [JSONValue.Member] = [
      .init("relationship_type", .string(STIXMapping.relationshipType(relation))),
      .init("source_ref", .string(tail)), .init("target_ref", .string(head)),
      .init("description", .string(sentence.text(statement, bearings[position]))),
    ]
    if case .date(let date) = statement.when {
      // The widest time that the date allows: an end that is open or unknown has no time.
      let (start, end) = (date.first, date.last)
      if let time = STIXTime.start(start) { members.append(.init("start_time", .string(time))) }
      if let time = STIXTime.end(end) { members.append(.init("stop_time", .string(time))) }
    }
    return members
  }

  /// What kind of note it is, in a few words.
  private func abstract(_ statement: Statement, _ bearing: StatementBearing) -> String {
    switch statement.predicate {
    case .attribute(let name, _): return name
    case .relation(let name, _):
      let sort =
        switch bearing {
        case .claim: "claimed only"
        case .alternatives where statement.stance == .affirms && statement.modality.pools:
          "one of several"
        case .judgement where statement.stance == .affirms && statement.modality.pools: "judgement"
        default:
          statement.stance == .affirms
            ? statement.modality.rawValue : statement.stance.rawValue
        }
      return "\(name) (\(sort))"
    }
  }
}
