/// The pairs of one node or edge, and what each key means.
struct GMLFields {
  /// What a key means.
  enum Role {
    case id, label, labelText, source, target, weight, graphics, graph, group, name
    /// An attribute: its column, and the type that the file declares.
    case attribute(Int, GMLType?)
  }

  /// A pair.
  struct Field {
    var key: Int
    var role: Role
    var keyRange: Range<Int>
    var value: GMLCursor.Value
  }

  /// The pairs, in the order of the file.
  private(set) var fields: [Field] = []
  /// The keys that stand more than once.
  private(set) var repeated: [Int] = []

  private var keys = LabelNumbering()
  private var roles: [Role] = []
  private var stamps: [Int] = []
  private var record = 0

  /// How many different keys there were so far.
  var keyCount: Int { keys.count }

  /// Forgets the pairs of the last record.
  mutating func begin() {
    fields.removeAll(keepingCapacity: true)
    repeated.removeAll(keepingCapacity: true)
    record += 1
  }

  /// Takes a pair.
  ///
  /// - Returns: Whether the key was not met before, so that its role has to be set.
  mutating func add(
    _ key: UnsafeBufferPointer<UInt8>, at range: Range<Int>, _ value: GMLCursor.Value
  ) -> Bool {
    let number = Int(keys.number(of: key, place: range.lowerBound))
    let isNew = number == roles.count
    if isNew {
      roles.append(.id)
      stamps.append(0)
    }
    if stamps[number] == record, !repeated.contains(number) { repeated.append(number) }
    stamps[number] = record
    fields.append(Field(key: number, role: roles[number], keyRange: range, value: value))
    return isNew
  }

  /// Says what the key of the last pair means, which was not met before.
  mutating func setRole(_ role: Role) {
    roles[roles.count - 1] = role
    fields[fields.count - 1].role = role
  }
}

/// A type that the plain form of a value does not show, which `attributeTypes` declares.
enum GMLType: String {
  /// Truth values, written as 0 and 1.
  case flag
  /// JSON, written as text.
  case json
}
