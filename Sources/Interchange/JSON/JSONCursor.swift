/// Reads JSON from left to right [Bray2017], token by token or value by value, and never holds more of
/// the document than it is asked for. Whatever is no JSON is a located fault.
///
/// A reader that wants the elements of a long list one at a time walks the document:
///
///     try cursor.beginObject()
///     while let key = try cursor.nextKey() {
///       guard cursor.equals(key, "objects") else { try cursor.skipValue(); continue }
///       try cursor.beginArray()
///       while try cursor.nextElement() { use(try cursor.value()) }
///     }
///     try cursor.finish()
///
/// After `nextKey` and `nextElement` the value that they announce must be taken, by `value`, `skipValue`,
/// `beginObject`, `beginArray`, `text`, `number` or `scalar`. A copy of a cursor is a place to come back
/// to. It is used inside one `withUnsafeBufferPointer`.
struct JSONCursor {
  /// The deepest nesting that any option allows; a tree of values frees itself by recursion.
  static let deepest = 1000

  /// The whole text.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the part to read ends.
  let end: Int
  /// The next byte.
  var at: Int
  /// Whether `NaN`, `Infinity` and `-Infinity`, which are no JSON but written by Python, count as `null`.
  var takesNotFinite = false
  /// How many of them were met.
  private(set) var notFiniteCount = 0
  /// A text may have so many bytes, and so may a value that is taken as a whole.
  let mostTextBytes: Int

  private let mostDepth: Int
  private var open: [Container] = []
  /// The keys of the open objects, the inner ones last, as long as there are few in an object.
  private var keys: [JSONText] = []
  /// The keys of open objects with many of them.
  private var keySets: [Set<String>] = []

  /// An object or list that is being read.
  private struct Container {
    let offset: Int
    let isObject: Bool
    var isBegun = false
    /// Where its keys begin among those of all.
    let firstKey: Int
    var hasSet = false
  }

  /// Starts to read.
  ///
  /// - Parameters:
  ///   - bytes: The whole text.
  ///   - start: Where to begin; a byte order mark at the very beginning is passed over.
  ///   - end: Where to end; `nil` for the end of the text.
  ///   - options: The limits.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0, to end: Int? = nil,
    options: NetworkOptions
  ) {
    self.bytes = bytes
    self.end = end ?? bytes.count
    at = start
    mostDepth = min(options.mostDepth, Self.deepest)
    mostTextBytes = options.mostTextBytes
    if start == 0, self.end >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { at = 3 }
  }

  /// How many objects and lists are open.
  var depth: Int { open.count }

  /// The next byte that is no white space, or 0 at the end.
  @inline(__always)
  mutating func peek() -> UInt8 {
    while at < end {
      let byte = bytes[at]
      guard byte <= 0x20 else { return byte }
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      at &+= 1
    }
    return 0
  }

  /// Whether only white space is left.
  var atEnd: Bool {
    mutating get {
      _ = peek()
      return at >= end
    }
  }

  /// Makes sure that only white space is left.
  mutating func finish() throws(Fault) {
    if !atEnd { throw somethingAfter() }
  }

  /// Begins to read an object.
  mutating func beginObject() throws(Fault) {
    guard peek() == UInt8(ascii: "{") else { throw unexpected("an object") }
    try begin(isObject: true)
  }

  /// Begins to read a list.
  mutating func beginArray() throws(Fault) {
    guard peek() == UInt8(ascii: "[") else { throw unexpected("a list") }
    try begin(isObject: false)
  }

  private mutating func begin(isObject: Bool) throws(Fault) {
    guard open.count < mostDepth else {
      throw Fault(
        offset: at, message: "lists and objects lie more than \(mostDepth) deep in each other",
        mend: "is the file damaged? else raise the limit with --most-depth")
    }
    open.append(Container(offset: at, isObject: isObject, firstKey: keys.count))
    at &+= 1
  }

  /// The next key of the object that is being read, with the cursor at its value; `nil` after the last
  /// one, when the object is done.
  ///
  /// - Parameter isChecked: Whether a key that came before is a fault; a caller that finds out by itself
  ///   saves the time.
  /// - Returns: Where the key stands.
  /// - Throws: ``Fault`` for what is no JSON.
  mutating func nextKey(isChecked: Bool = true) throws(Fault) -> JSONText? {
    guard let last = open.last, last.isObject else {
      preconditionFailure("a key is asked for within an object")
    }
    var byte = peek()
    if byte == UInt8(ascii: "}") {
      at &+= 1
      keys.removeSubrange(last.firstKey...)
      if last.hasSet { keySets.removeLast() }
      open.removeLast()
      return nil
    }
    if last.isBegun {
      guard byte == UInt8(ascii: ",") else { throw missingComma(in: last.offset, isObject: true) }
      let comma = at
      at &+= 1
      byte = peek()
      if byte == UInt8(ascii: "}") { throw trailingComma(comma, before: "}") }
    } else {
      open[open.count - 1].isBegun = true
    }
    guard byte == UInt8(ascii: "\"") else { throw noKey(in: last.offset) }
    let key = try text()
    if isChecked { try check(key, last) }
    guard peek() == UInt8(ascii: ":") else {
      throw at >= end
        ? breaksOff(in: last.offset, isObject: true)
        : Fault(
          offset: at, message: "there is no colon after the key \(Fault.quoted(bytes[key.range]))",
          mend: "write \"key\": value")
    }
    at &+= 1
    return key
  }

  /// Goes to the next element of the list that is being read.
  ///
  /// - Returns: Whether there is one; if not, the list is done.
  mutating func nextElement() throws(Fault) -> Bool {
    guard let last = open.last, !last.isObject else {
      preconditionFailure("an element is asked for within a list")
    }
    let byte = peek()
    if byte == UInt8(ascii: "]") {
      at &+= 1
      open.removeLast()
      return false
    }
    guard last.isBegun else {
      open[open.count - 1].isBegun = true
      return true
    }
    guard byte == UInt8(ascii: ",") else { throw missingComma(in: last.offset, isObject: false) }
    let comma = at
    at &+= 1
    if peek() == UInt8(ascii: "]") { throw trailingComma(comma, before: "]") }
    return true
  }

  /// Refuses a key that the object has already.
  private mutating func check(_ key: JSONText, _ container: Container) throws(Fault) {
    var isNew = true
    if container.hasSet {
      isNew = keySets[keySets.count - 1].insert(string(key)).inserted
    } else {
      for other in keys[container.firstKey...] where isNew { isNew = !same(key, other) }
      keys.append(key)
      if keys.count - container.firstKey > 16 {
        keySets.append(Set(keys[container.firstKey...].map { string($0) }))
        keys.removeSubrange(container.firstKey...)
        open[open.count - 1].hasSet = true
      }
    }
    if !isNew { throw Self.duplicate(string(key), at: key.offset) }
  }

  /// Whether two texts say the same.
  @inline(__always)
  func same(_ left: JSONText, _ right: JSONText) -> Bool {
    guard left.isPlain, right.isPlain else { return string(left) == string(right) }
    let count = left.end &- left.start
    guard count == right.end &- right.start else { return false }
    var index = 0
    while index < count {
      guard bytes[left.start &+ index] == bytes[right.start &+ index] else { return false }
      index &+= 1
    }
    return true
  }

  /// Takes a word that stands for a number that is not finite, if there is one.
  mutating func takeNotFinite() -> Bool {
    for word in ["NaN", "Infinity", "-Infinity"] where startsWith(word) {
      at += word.utf8.count
      notFiniteCount += 1
      return true
    }
    return false
  }

  /// Whether the next bytes are those of a word.
  func startsWith(_ word: String) -> Bool {
    at <= end && bytes[at..<end].starts(with: word.utf8)
  }

  /// What is being read, for messages: where it begins, and whether it is an object.
  var innermost: (offset: Int, isObject: Bool)? { open.last.map { ($0.offset, $0.isObject) } }
}
