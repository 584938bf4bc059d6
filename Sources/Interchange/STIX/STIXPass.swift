import Evidence

/// One walk through a STIX file.
struct STIXPass {
  /// The file.
  let file: STIXBytes
  /// Where the objects begin that are older versions of others: those given, and those that were found.
  private(set) var older: Set<Int>
  /// The native forms that objects of ours carry.
  private(set) var parts: [STIXPart] = []
  /// How many objects carry none, other than those that we write beside.
  private(set) var foreignCount = 0

  private let given: Set<Int>
  private let checks: STIXChecks
  private var cursor: JSONCursor
  private var keys = STIXKeys()
  private var object = STIXObject()
  /// For each key, in which object it was last met.
  private var lastMet: [Int] = []
  private var objectCount = 0
  private var edgeIDs = LabelNumbering()
  /// By number of an edge's identifier: where its object is, and its row.
  private var edgePlaces: [(version: Version, row: Int)] = []
  /// By node: where its object is; before the file if there is none.
  private var nodePlaces: [Version] = []
  private var markingCount = 0
  private var judgements: [STIXJudgement] = []
  /// The columns of attributes by key, of nodes and of edges.
  private var nodeColumns: [Int] = []
  private var edgeColumns: [Int] = []
  private var builder: NetworkBuilder

  /// A version of an object: where it begins, and where it tells when it was modified.
  private struct Version {
    var offset = -1
    var modified = 0..<0
  }

  /// Starts at the beginning; `older` are the objects to pass over.
  init(_ bytes: UnsafeBufferPointer<UInt8>, options: NetworkOptions, older: Set<Int>) {
    file = STIXBytes(bytes: bytes, options: options)
    checks = STIXChecks(file: file)
    cursor = JSONCursor(bytes, options: options)
    builder = NetworkBuilder(options: options)
    builder.isDirected = true
    self.older = older
    given = older
  }

  /// Walks through the whole file.
  mutating func read() throws(Fault) {
    guard !cursor.atEnd else {
      throw Fault(
        offset: 0, message: "the file is empty", mend: "is it whole? a bundle begins with {")
    }
    while !cursor.atEnd {
      guard cursor.peek() == UInt8(ascii: "[") else {
        try readObject(mayHold: true)
        continue
      }
      try cursor.beginArray()
      while try cursor.nextElement() { try readObject(mayHold: true) }
    }
  }

  /// Reads an object, or a bundle with all that it holds if that may be.
  private mutating func readObject(mayHold: Bool) throws(Fault) {
    let first = cursor.peek()
    let offset = cursor.at
    guard first == UInt8(ascii: "{") else {
      try cursor.skipValue()
      return try builder.skip(
        Fault(
          offset: offset, message: "\(Fault.quoted(file.slice(offset..<cursor.at))) is no object",
          mend: "a file of STIX holds objects in braces"))
    }
    objectCount += 1
    let number = objectCount
    var whole = object
    whole.offset = offset
    whole.members.removeAll(keepingCapacity: true)
    var isBundle = false
    try cursor.beginObject()
    while let key = try cursor.nextKey(isChecked: false) {
      let keyNumber = self.number(of: key)
      guard lastMet[keyNumber] != number else {
        throw JSONCursor.duplicate(keys.word(keyNumber), at: key.offset)
      }
      lastMet[keyNumber] = number
      let byte = cursor.peek()
      if mayHold, keyNumber == STIXKeys.Known.objects.rawValue, byte == UInt8(ascii: "[") {
        isBundle = true
        try cursor.beginArray()
        while try cursor.nextElement() { try readObject(mayHold: false) }
        continue
      }
      let start = cursor.at
      var text: JSONText?
      if byte == UInt8(ascii: "\"") { text = try cursor.text() } else { try cursor.skipValue() }
      whole.members.append(.init(key: keyNumber, range: start..<cursor.at, text: text))
    }
    object = whole
    do throws(Fault) {
      let isEmptyBundle =
        mayHold
        && object.member(.type)?.text.map { file.slice($0.range).elementsEqual("bundle".utf8) }
          == true
      if isBundle || isEmptyBundle { try takeBundle() } else { try take() }
    } catch {
      try builder.skip(error)
    }
  }

  private mutating func number(of key: JSONText) -> Int {
    let number: Int
    if key.isPlain {
      number = keys.number(of: file.slice(key.range))
    } else {
      var word = file.string(key)
      number = word.withUTF8 { keys.number(of: $0) }
    }
    while lastMet.count <= number {
      lastMet.append(0)
      nodeColumns.append(-1)
      edgeColumns.append(-1)
    }
    return number
  }

  /// Keeps what is said of the bundle itself: that of the first, if there are several.
  private mutating func takeBundle() throws(Fault) {
    guard builder.attributes.isEmpty else { return }
    for member in object.members where member.key != STIXKeys.Known.type.rawValue {
      if let value = try file.value(member) {
        builder.attributes.append(NamedAttribute(keys.word(member.key), value))
      }
    }
  }
}

extension STIXPass {
  /// Takes the object that was read.
  private mutating func take() throws(Fault) {
    guard !given.contains(object.offset) else { return }
    let (type, id) = try checks.head(object)
    func isType(_ word: StaticString) -> Bool {
      type.count == word.utf8CodeUnitCount
        && type.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: type.count))
    }
    if isType("marking-definition") || isType("extension-definition")
      || isType("language-content")
    {
      markingCount += 1
      return
    }
    if isType("relationship") {
      try takeRelationship(id)
    } else if isType("sighting") {
      try takeSighting(id)
    } else {
      try takeNode(type, id)
      if isType("opinion") || isType("note") {
        try takeJudgement(isOpinion: isType("opinion"))
      }
    }
    try takePart(id)
  }

  /// The version of the object that was read.
  private var version: Version {
    Version(offset: object.offset, modified: object.member(.modified)?.text?.range ?? 0..<0)
  }

  /// Whether the object is newer than the one that was met under its identifier before; the older one
  /// is remembered.
  private mutating func isNewest(_ version: Version, than other: Version) -> Bool {
    guard other.offset >= 0 else { return true }
    let isNewer =
      !version.modified.isEmpty && !other.modified.isEmpty
      && STIXTime.isEarlier(file.slice(other.modified), file.slice(version.modified))
    older.insert(isNewer ? other.offset : version.offset)
    return isNewer
  }

  private mutating func node(_ id: UnsafeBufferPointer<UInt8>) -> Int {
    let node = builder.node(id, offset: object.offset)
    while nodePlaces.count <= node { nodePlaces.append(Version()) }
    return node
  }

  private mutating func takeNode(
    _ type: UnsafeBufferPointer<UInt8>, _ id: UnsafeBufferPointer<UInt8>
  ) throws(Fault) {
    let node = node(id)
    let version = version
    guard isNewest(version, than: nodePlaces[node]) else { return }
    nodePlaces[node] = version
    builder.nodes.set(text: type, column: builder.nodes.column("kind"), row: node)
    var labelKey = -1
    for key in STIXKeys.labels {
      guard let member = object.member(key), let text = member.text else { continue }
      labelKey = member.key
      builder.setLabel(file.string(text), of: node)
      break
    }
    for member in object.members where member.key != labelKey {
      if member.key == STIXKeys.Known.type.rawValue || member.key == STIXKeys.Known.id.rawValue {
        continue
      }
      let column = try nodeColumn(member.key)
      if let text = member.text, text.isPlain {
        builder.nodes.set(text: file.slice(text.range), column: column, row: node)
      } else if let value = try file.value(member) {
        builder.nodes.set(value, column: column, row: node)
      }
    }
  }

  private mutating func takeRelationship(_ id: UnsafeBufferPointer<UInt8>) throws(Fault) {
    let type = try checks.relationshipType(of: object)
    let source = try checks.identifier(.sourceRef, of: object, isEnd: true)
    let target = try checks.identifier(.targetRef, of: object, isEnd: true)
    try checks.checkSpan(of: object)
    guard beginEdge(id) else { return }
    let edge = builder.addEdge(node(source), node(target))
    try finishEdge(edge, id: String(decoding: id, as: UTF8.self), kind: type)
    edgePlaces[edgePlaces.count - 1].row = edge
  }

  private mutating func takeSighting(_ id: UnsafeBufferPointer<UInt8>) throws(Fault) {
    let target = try checks.identifier(.sightingOf, of: object, isEnd: true)
    let places = try file.texts(of: object.member(.whereSighted))
    let offset = object.member(.whereSighted)?.range.lowerBound ?? object.offset
    for place in places {
      try Array(place.utf8).withUnsafeBufferPointer { place throws(Fault) in
        try checks.check(place, at: offset, isEnd: true)
      }
    }
    guard beginEdge(id) else { return }
    // Where nobody is said to have seen it, the sighting itself stands for whoever did.
    let ends = places.isEmpty ? [String(decoding: id, as: UTF8.self)] : places
    for (index, var end) in ends.enumerated() {
      let tail = end.withUTF8 { node($0) }
      let edge = builder.addEdge(tail, node(target))
      let name = String(decoding: id, as: UTF8.self) + (index == 0 ? "" : "#\(index + 1)")
      try Array("sighting".utf8).withUnsafeBufferPointer { kind throws(Fault) in
        try finishEdge(edge, id: name, kind: kind)
      }
      if index == 0 { edgePlaces[edgePlaces.count - 1].row = edge }
    }
  }

  /// Whether the object is the newest of its identifier; an older one is passed over for good later.
  private mutating func beginEdge(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
    let number = Int(edgeIDs.number(of: id, place: object.offset))
    guard number < edgePlaces.count else {
      edgePlaces.append((version, -1))
      return true
    }
    let version = version
    if isNewest(version, than: edgePlaces[number].version) { edgePlaces[number].version = version }
    // What was taken already cannot be taken back: the file is read again without it.
    return false
  }

  private mutating func finishEdge(
    _ edge: Int, id: String, kind: UnsafeBufferPointer<UInt8>
  ) throws(Fault) {
    builder.edges.set(.text(id), column: builder.edges.column("id"), row: edge)
    builder.edges.set(text: kind, column: builder.edges.column("kind"), row: edge)
    for member in object.members {
      switch STIXKeys.Known(rawValue: member.key) {
      case .type, .id, .sourceRef, .targetRef, .relationshipType, .sightingOf, .whereSighted:
        continue
      default: break
      }
      let column = try edgeColumn(member.key)
      if let text = member.text, text.isPlain {
        builder.edges.set(text: file.slice(text.range), column: column, row: edge)
      } else if let value = try file.value(member) {
        builder.edges.set(value, column: column, row: edge)
      }
    }
  }
}

extension STIXPass {
  /// Names that mean something else in a network.
  private static let taken: Set<String> = [
    "label", "kind", "id", "weight", "start", "end", "parent", "color", "opinions", "notes",
  ]

  private mutating func nodeColumn(_ key: Int) throws(Fault) -> Int {
    if nodeColumns[key] >= 0 { return nodeColumns[key] }
    let word = keys.word(key)
    let column = builder.nodes.column(Self.taken.contains(word) ? "stix_" + word : word)
    try check(column)
    nodeColumns[key] = column
    return column
  }

  private mutating func edgeColumn(_ key: Int) throws(Fault) -> Int {
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
  private mutating func takeJudgement(isOpinion: Bool) throws(Fault) {
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
  private mutating func takePart(_ id: UnsafeBufferPointer<UInt8>) throws(Fault) {
    if let member = object.member(.extensions),
      let part = try STIXPart(file, extensions: member.range)
    {
      parts.append(part)
    } else if !id.elementsEqual(STIXName.maker.utf8) {
      foreignCount += 1
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
        "\(strange) ends of relationships are no objects of the file; of these nodes only the kind is "
          + "known")
    }
    if markingCount > 0 {
      builder.remarks.append(
        "\(markingCount) objects that only describe markings, extensions or translations are left out"
      )
    }
    if !given.isEmpty {
      builder.remarks.append(
        "\(given.count) objects are older versions of others, which count alone")
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
