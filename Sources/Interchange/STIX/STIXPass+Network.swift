import Evidence

extension STIXPass {
  /// Names that mean something else in a network.
  private static let taken: Set<String> = [
    "label", "kind", "id", "weight", "start", "end", "parent", "color", "opinions", "notes",
  ]

  /// The column for a key of nodes.
  mutating func nodeColumn(_ key: Int) throws(Fault) -> Int {
    if nodeColumns[key] >= 0 { return nodeColumns[key] }
    let word = keys.word(key)
    let column = builder.nodes.column(Self.taken.contains(word) ? "stix_" + word : word)
    try check(column)
    nodeColumns[key] = column
    return column
  }

  /// The column for a key of edges.
  mutating func edgeColumn(_ key: Int) throws(Fault) -> Int {
    if edgeColumns[key] >= 0 { return edgeColumns[key] }
    let word =
      switch STIXKeys.Known(rawValue: key) {
      case .startTime, .firstSeen: "start"
      case .stopTime, .lastSeen: "end"
      default:
        Self.taken.contains(keys.word(key)) ? "stix_" + keys.word(key) : keys.word(key)
      }
    let column = builder.edges.column(word)
    try check(column)
    edgeColumns[key] = column
    return column
  }

  private func check(_ column: Int) throws(Fault) {
    guard column >= file.options.mostAttributes else { return }
    throw Fault(
      offset: object.offset,
      message: "there are more than \(file.options.mostAttributes) different properties",
      mend: "is the file damaged? else leave some out")
  }

  /// Remembers what an opinion or note says of relationships, which may come later in the file.
  mutating func takeJudgement(isOpinion: Bool) throws(Fault) {
    let edges = try file.texts(of: object.member(.objectRefs)).filter {
      $0.hasPrefix("relationship--") || $0.hasPrefix("sighting--")
    }
    guard !edges.isEmpty else { return }
    let keys: [STIXKeys.Known] =
      isOpinion
      ? [.id, .opinion, .explanation, .createdBy] : [.id, .abstract, .content, .createdBy]
    let members = keys.compactMap { key in
      object.member(key)?.text.map {
        JSONValue.Member(key.word, .string(file.string($0)))
      }
    }
    judgements.append(
      STIXJudgement(isOpinion: isOpinion, edges: edges, text: .object(members)))
  }

  /// Remembers the native form of an object of ours.
  mutating func takePart(_ id: UnsafeBufferPointer<UInt8>) throws(Fault) {
    if let member = object.member(.extensions),
      let part = try STIXPart(file, extensions: member.range)
    {
      parts.append(part)
    } else if !id.elementsEqual(STIXName.maker.utf8) {
      foreign.append(String(decoding: id, as: UTF8.self))
    }
  }

  /// The network of all that was read.
  mutating func network() throws(Fault) -> PlainNetwork {
    try addJudgements()
    var strange = 0
    while nodePlaces.count < builder.nodeCount { nodePlaces.append(Version()) }
    for node in 0..<builder.nodeCount where nodePlaces[node].offset < 0 {
      strange += 1
      let type = builder.name(of: node).dropLast(38)
      builder.set("kind", .text(String(type)), ofNode: node)
    }
    if strange > 0 {
      builder.remarks.append(
        Plural.text(
          strange, "end of relationships is no object", "ends of relationships are no objects")
          + " of the file; of such a node only the kind is "
          + "known")
    }
    if markingCount > 0 {
      builder.remarks.append(
        Plural.text(markingCount, "object that only describes", "objects that only describe")
          + " markings, extensions or translations " + (markingCount == 1 ? "is" : "are")
          + " left out")
    }
    if !given.isEmpty {
      builder.remarks.append(
        Plural.text(
          given.count, "object is an older version of another, which counts alone",
          "objects are older versions of others, which count alone"))
    }
    return try builder.network()
  }

  private mutating func addJudgements() throws(Fault) {
    for isOpinion in [true, false] {
      var lists: [Int: [JSONValue]] = [:]
      for judgement in judgements where judgement.isOpinion == isOpinion {
        for var edge in judgement.edges {
          let number = Int(edge.withUTF8 { edgeIDs.number(of: $0, place: 0) })
          guard number < edgePlaces.count, edgePlaces[number].row >= 0 else { continue }
          lists[edgePlaces[number].row, default: []].append(judgement.text)
        }
      }
      guard !lists.isEmpty else { continue }
      let column = builder.edges.column(isOpinion ? "opinions" : "notes")
      for (row, list) in lists.sorted(by: { $0.key < $1.key }) {
        builder.edges.set(.json(JSONValue.array(list).text()), column: column, row: row)
      }
    }
  }
}

/// What an opinion or note says of relationships.
struct STIXJudgement {
  /// Whether it is an opinion, not a note.
  var isOpinion: Bool
  /// The identifiers of the relationships.
  var edges: [String]
  /// What it says.
  var text: JSONValue
}
