import Evidence

extension RDFExport {
  /// A statement: what it says, who says it, where, and how firmly.
  func statement(_ statement: Statement) -> RDFNode {
    let bearing = bearings.bearing(of: statement)
    var node = RDFNode(
      RDFIdentity.statement(statement), [RDFIdentity.word("Statement"), .word(.prov, "Entity")])
    node.add(
      .word(.rdfs, "label"), text: StatementSentence(graph: graph).text(statement, bearing))
    if bearing == .claim { node.types.append(RDFIdentity.word("Claim")) }
    add(statement.predicate, of: statement, bearing, to: &node)
    node.add(RDFIdentity.word("bearing"), .name(RDFIdentity.word(Self.word(bearing))))
    node.add(RDFIdentity.word("stance"), .name(RDFIdentity.word(Self.word(statement.stance))))
    if statement.soFar { node.add(RDFIdentity.word("soFar"), .flag(true)) }
    node.add(RDFIdentity.word("modality"), .name(RDFIdentity.word(statement.modality.rawValue)))
    node.add(.word(.prov, "wasAttributedTo"), speaker(statement))
    if !statement.via.isEmpty {
      node.add(
        RDFIdentity.word("via"), .list(statement.via.map { .name(name(of: $0)) }))
    }
    node.add(RDFIdentity.word("credibility"), statement.credibility.map { .integer($0.rawValue) })
    node.add(RDFIdentity.word("confirmedBy"), text: statement.confirmedBy)
    node.add(RDFIdentity.word("interested"), statement.isInterested.map(RDFValue.flag))
    node.add(RDFIdentity.word("when"), statement.when.map(value))
    node.add(RDFIdentity.word("said"), statement.said.map(RDFIdentity.date))
    node.add(
      RDFIdentity.word("through"),
      statement.through.map { graph.entity($0) == nil ? .text($0) : .name(Self.entity($0)) })
    node.add(RDFIdentity.word("judges"), statement.about.map(judged))
    node.add(RDFIdentity.word("share"), text: statement.share?.description)
    node.add(RDFIdentity.word("of"), text: statement.of)
    node.add(RDFIdentity.word("role"), text: statement.role)
    node.add(RDFIdentity.word("words"), text: statement.words)
    node.add(RDFIdentity.word("sic"), text: statement.sic)
    node.add(.word(.rdfs, "comment"), text: statement.note)
    let source = RDFValue.name(Self.source(statement.citation.source))
    node.add(.word(.prov, "hadPrimarySource"), source)
    if statement.citation.quote != nil { node.add(.word(.prov, "wasQuotedFrom"), source) }
    node.add(RDFIdentity.word("paragraph"), text: statement.citation.paragraphs?.description)
    return node
  }

  private func add(
    _ predicate: Predicate, of statement: Statement, _ bearing: StatementBearing,
    to node: inout RDFNode
  ) {
    let subject = values(statement.subject)
    node.add(RDFIdentity.word(subject.count == 1 ? "subject" : "possibleSubject"), subject)
    switch predicate {
    case .relation(let name, let object):
      let objects = values(object)
      let relation = RDFValue.name(RDFIdentity.name("relation", name))
      node.add(RDFIdentity.word("relation"), relation)
      node.add(RDFIdentity.word(objects.count == 1 ? "object" : "possibleObject"), objects)
      if bearing == .link {
        node.types.append(.word(.rdf, "Statement"))
        node.add(.word(.rdf, "subject"), subject)
        node.add(.word(.rdf, "predicate"), relation)
        node.add(.word(.rdf, "object"), objects)
      }
    case .attribute(let name, let value):
      node.add(RDFIdentity.word("attribute"), .name(RDFIdentity.name("attribute", name)))
      node.add(RDFIdentity.word("value"), text: value)
    }
  }

  private func values(_ term: Term) -> [RDFValue] { term.ids.map { .name(Self.entity($0)) } }

  private static func word(_ stance: Stance) -> String {
    switch stance {
    case .affirms: "affirms"
    case .denies: "denies"
    case .findsNoEvidence: "findsNoEvidence"
    case .leavesOpen: "leavesOpen"
    }
  }

  private static func word(_ bearing: StatementBearing) -> String {
    switch bearing {
    case .link, .claim, .denial, .supposed, .judgement, .alternatives: bearing.rawValue
    case .noEvidence: "noEvidence"
    case .leftOpen: "leftOpen"
    // `tl:value` is the property.
    case .value: "valueOnly"
    }
  }

  /// Where no voice is named the document speaks, for which its publisher answers.
  private func speaker(_ statement: Statement) -> RDFValue? {
    if let asserter = statement.asserter { return .name(name(of: asserter)) }
    return graph.source(statement.citation.source)?.publisher.map { .name(Self.publisher($0)) }
  }

  private func judged(_ id: String) -> RDFValue {
    graph.statement(id).map { .name(RDFIdentity.statement($0)) } ?? .text(id)
  }

  private func value(_ when: When) -> RDFValue {
    switch when {
    case .date(let date): return RDFIdentity.date(date)
    case .relative(let relative):
      var node = RDFNode(nil, [RDFIdentity.word("RelativeTime")])
      node.add(RDFIdentity.word(relative.side.rawValue), .name(Self.entity(relative.anchor)))
      node.add(RDFIdentity.word("distance"), text: relative.distance?.text)
      return .node(node)
    }
  }

  /// The quoted words as an annotation of the source, if any are quoted. Places count Unicode code
  /// points from 0 within the paragraph, the end not included.
  func annotation(_ statement: Statement) -> RDFNode? {
    guard let quote = statement.citation.quote else { return nil }
    var words = RDFNode(nil, [.word(.oa, "TextQuoteSelector")])
    words.add(.word(.oa, "exact"), text: exact(statement.citation) ?? quote.text)
    var selectors = [RDFValue.node(words)]
    if let range = quote.range {
      var position = RDFNode(nil, [.word(.oa, "TextPositionSelector")])
      position.add(.word(.oa, "start"), .integer(range.lowerBound))
      position.add(.word(.oa, "end"), .integer(range.upperBound))
      selectors.append(.node(position))
    }
    var target = RDFNode(nil, [.word(.oa, "SpecificResource")])
    target.add(.word(.oa, "hasSource"), .name(Self.source(statement.citation.source)))
    if let paragraphs = statement.citation.paragraphs {
      var fragment = RDFNode(nil, [.word(.oa, "FragmentSelector")])
      fragment.add(.word(.rdf, "value"), text: "paragraph=\(paragraphs)")
      fragment.add(.word(.oa, "refinedBy"), selectors)
      target.add(.word(.oa, "hasSelector"), .node(fragment))
    } else {
      target.add(.word(.oa, "hasSelector"), selectors)
    }
    var node = RDFNode(
      RDFIdentity.name("annotation", statement.citation.source, statement.id),
      [.word(.oa, "Annotation")])
    node.add(.word(.oa, "motivatedBy"), .name(.word(.oa, "describing")))
    node.add(.word(.oa, "hasBody"), .name(RDFIdentity.statement(statement)))
    node.add(.word(.oa, "hasTarget"), .node(target))
    return node
  }

  /// The quoted words as the source has them, where its text is at hand: a quote may leave out the
  /// middle.
  private func exact(_ citation: Citation) -> String? {
    guard let range = citation.quote?.range, let paragraphs = citation.paragraphs,
      let source = graph.source(citation.source),
      source.paragraphs.indices.contains(paragraphs.first - 1)
    else { return nil }
    let scalars = Array(source.paragraphs[paragraphs.first - 1].unicodeScalars)
    guard scalars.indices.contains(range.lowerBound), range.upperBound <= scalars.count else {
      return nil
    }
    var words = String.UnicodeScalarView()
    words.append(contentsOf: scalars[range])
    return String(words)
  }
}
