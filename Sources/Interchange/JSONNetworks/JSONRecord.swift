/// The members of one object after another, as those of the nodes of a file, whose keys are nearly always
/// the same ones in the same order.
///
/// Each different key has a slot. Which slot comes after which is remembered, so that most keys are told
/// by one comparison of bytes.
struct JSONRecord {
  /// What a value is.
  enum Kind: UInt8 {
    /// A text.
    case text
    /// A number.
    case number
    /// A truth value.
    case yes, no
    /// Null.
    case null
    /// A number that is not finite, as Python writes it.
    case notFinite
    /// A list or an object.
    case nested
  }

  /// A member.
  struct Field {
    /// The slot of its key.
    let slot: Int
    /// What the value is.
    let kind: Kind
    /// Whether nothing in a text is escaped; whether a number is written as a whole one.
    let isPlain: Bool
    /// The first byte of the value; of a text, of what stands within the quotation marks.
    let start: Int
    /// Where that ends.
    let end: Int

    /// The value as a text.
    var text: JSONText { JSONText(start: start, end: end, isPlain: isPlain) }
    /// The value as a number.
    var digits: JSONDigits { JSONDigits(range: start..<end, isWhole: isPlain) }
    /// Where the value stands, for messages.
    var offset: Int { kind == .text ? start - 1 : start }
  }

  /// The members of the object in hand.
  private(set) var fields: [Field] = []
  /// By slot, what the member means.
  private(set) var roles: [JSONRole] = []

  /// By slot, the key.
  private var keys: [String] = []
  /// By slot, the column of the attribute, or -1 as long as none was needed.
  private var columns: [Int] = []
  /// By slot, where the key once stood without an escape.
  private var spellings: [JSONText?] = []
  /// By slot, the number of the last object that had it.
  private var met: [Int] = []
  /// By slot plus one, the slot that came after it last; 0 stands for the beginning.
  private var followers = [-1]
  private var slots: [String: Int] = [:]
  private var number = 0
  private var previous = 0
  private let role: @Sendable (String) -> JSONRole
  private let what: String

  /// Prepares to read.
  ///
  /// - Parameters:
  ///   - what: What the objects are, for messages.
  ///   - role: What a member of a key means.
  init(_ what: String, role: @escaping @Sendable (String) -> JSONRole) {
    self.what = what
    self.role = role
  }

  /// The first member of a meaning.
  @inline(__always)
  func first(_ role: JSONRole) -> Field? {
    for field in fields where roles[field.slot] == role { return field }
    return nil
  }

  /// The key of a member.
  func key(of field: Field) -> String { keys[field.slot] }

  /// Whether the object in hand has a member of a key.
  func has(_ key: String) -> Bool { slots[key].map { met[$0] == number } ?? false }

  /// Reads a whole object.
  mutating func read(_ cursor: inout JSONCursor, _ options: NetworkOptions) throws(Fault) {
    begin()
    try cursor.beginObject()
    while let key = try cursor.nextKey(isChecked: false) { try take(key, &cursor, options) }
  }

  /// Begins with a new object.
  mutating func begin() {
    fields.removeAll(keepingCapacity: true)
    number += 1
    previous = 0
  }

  /// Takes a member whose key was read.
  mutating func take(
    _ key: JSONText, _ cursor: inout JSONCursor, _ options: NetworkOptions
  ) throws(Fault) {
    let slot = try slot(of: key, cursor, options)
    guard met[slot] != number else { throw JSONCursor.duplicate(keys[slot], at: key.offset) }
    met[slot] = number
    let byte = cursor.peek()
    let start = cursor.at
    switch byte {
    case UInt8(ascii: "\""):
      let text = try cursor.text()
      append(slot, .text, text.isPlain, text.start, text.end)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = try cursor.number()
      append(slot, .number, digits.isWhole, start, cursor.at)
    case UInt8(ascii: "-") where !cursor.startsWith("-I"):
      let digits = try cursor.number()
      append(slot, .number, digits.isWhole, start, cursor.at)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      try cursor.skipValue()
      append(slot, .nested, false, start, cursor.at)
    default:
      let before = cursor.notFiniteCount
      switch try cursor.word() {
      case true?: append(slot, .yes, false, start, cursor.at)
      case false?: append(slot, .no, false, start, cursor.at)
      case nil:
        let kind: Kind = cursor.notFiniteCount == before ? .null : .notFinite
        append(slot, kind, false, start, cursor.at)
      }
    }
  }

  @inline(__always)
  private mutating func append(_ slot: Int, _ kind: Kind, _ isPlain: Bool, _ start: Int, _ end: Int)
  {
    fields.append(Field(slot: slot, kind: kind, isPlain: isPlain, start: start, end: end))
  }

  @inline(__always)
  private mutating func slot(
    of key: JSONText, _ cursor: JSONCursor, _ options: NetworkOptions
  ) throws(Fault) -> Int {
    let guess = followers[previous]
    if guess >= 0, key.isPlain, let spelling = spellings[guess], cursor.same(key, spelling) {
      previous = guess &+ 1
      return guess
    }
    let slot = try lookUp(key, cursor, options)
    followers[previous] = slot
    previous = slot + 1
    return slot
  }

  private mutating func lookUp(
    _ key: JSONText, _ cursor: JSONCursor, _ options: NetworkOptions
  ) throws(Fault) -> Int {
    let name = cursor.string(key)
    if let slot = slots[name] {
      if spellings[slot] == nil, key.isPlain { spellings[slot] = key }
      return slot
    }
    guard keys.count < options.mostAttributes else {
      throw Fault(
        offset: key.offset,
        message: "\(what) have more than \(options.mostAttributes) different attributes",
        mend: "are values taken for keys? else raise the limit with --most-attributes")
    }
    let slot = keys.count
    slots[name] = slot
    keys.append(name)
    roles.append(role(name))
    columns.append(-1)
    spellings.append(key.isPlain ? key : nil)
    met.append(0)
    followers.append(-1)
    return slot
  }
}

extension JSONRecord {
  /// Puts a member into a table.
  ///
  /// - Parameters:
  ///   - field: The member.
  ///   - table: The table.
  ///   - row: The node or edge.
  ///   - cursor: What the member was read with.
  ///   - name: The name of the attribute; `nil` for the key.
  /// - Returns: Whether there is a value; null is none.
  /// - Throws: ``Fault`` if it is too large.
  @discardableResult
  mutating func put(
    _ field: Field, in table: inout AttributeTableBuilder, row: Int, _ cursor: JSONCursor,
    as name: String? = nil
  ) throws(Fault) -> Bool {
    var column = columns[field.slot]
    if let name {
      column = table.column(name)
    } else if column < 0 {
      column = table.column(keys[field.slot])
      columns[field.slot] = column
    }
    switch field.kind {
    case .text:
      cursor.withBytes(of: field.text) { bytes in
        table.set(text: bytes, column: column, row: row)
      }
    case .number: table.set(cursor.value(field.digits), column: column, row: row)
    case .yes: table.set(.flag(true), column: column, row: row)
    case .no: table.set(.flag(false), column: column, row: row)
    case .null, .notFinite: return false
    case .nested:
      var inner = cursor
      inner.at = field.start
      table.set(.json(try inner.value().compactText), column: column, row: row)
    }
    return true
  }
}

extension JSONCursor {
  /// A number as the value of an attribute; a whole one of more than 64 bits stays what it is, as JSON.
  @inline(__always)
  func value(_ number: JSONDigits) -> AttributeValue {
    if number.isWhole {
      if let whole = integer(number) { return .integer(whole) }
      return .json(String(decoding: bytes[number.range], as: UTF8.self))
    }
    return .real(double(number))
  }
}
