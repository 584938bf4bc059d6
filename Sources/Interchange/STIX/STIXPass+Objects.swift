extension STIXPass {
  /// Takes the object that was read.
  mutating func take() throws(Fault) {
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

  /// Whether the object is newer than the one that was met under its identifier before; the older
  /// one is remembered.
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

  /// Whether the object is the newest of its identifier; an older one is passed over for good
  /// later.
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
