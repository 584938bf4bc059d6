import Evidence

/// One walk through a STIX file.
struct STIXPass {
  /// The file.
  let file: STIXBytes
  /// Where the objects begin that are older versions of others: those given, and those that were
  /// found.
  var older: Set<Int>
  /// The native forms that objects of ours carry.
  var parts: [STIXPart] = []
  /// The ids of the objects that carry none, other than our own identity.
  var foreign: [String] = []

  /// Where the objects begin that are passed over.
  let given: Set<Int>
  /// What objects must have.
  let checks: STIXChecks
  private var cursor: JSONCursor
  /// The keys as numbers.
  var keys = STIXKeys()
  /// The object that was read last.
  var object = STIXObject()
  /// For each key, in which object it was last met.
  private var lastMet: [Int] = []
  private var objectCount = 0
  /// The identifiers of relationships and sightings.
  var edgeIDs = LabelNumbering()
  /// By number of an edge's identifier: where its object is, and its row.
  var edgePlaces: [(version: Version, row: Int)] = []
  /// By node: where its object is; before the file if there is none.
  var nodePlaces: [Version] = []
  /// How many objects only describe markings, extensions or translations.
  var markingCount = 0
  /// What opinions and notes say of relationships.
  var judgements: [STIXJudgement] = []
  /// The columns of attributes by key, of nodes; -1 where there is none yet.
  var nodeColumns: [Int] = []
  /// The columns of attributes by key, of edges.
  var edgeColumns: [Int] = []
  /// Collects the network.
  var builder: NetworkBuilder

  /// A version of an object: where it begins, and where it tells when it was modified.
  struct Version {
    /// The first byte; -1 if there is no object.
    var offset = -1
    /// Where its time stands, without quotation marks; empty if there is none.
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
