/// What a member of a node or edge means in a format of JSON.
enum JSONRole: UInt8, Sendable {
  /// An attribute under the name of its own.
  case attribute
  /// The name of a node.
  case id
  /// The text to print of a node.
  case label
  /// Another name of a node, which is its label where it has no other.
  case name
  /// The name of a node once more, with its type.
  case value
  /// Where an edge begins.
  case source
  /// Where an edge ends.
  case target
  /// Where an edge begins, if nothing else says so.
  case from
  /// Where an edge ends, if nothing else says so.
  case to
  /// What tells parallel edges apart.
  case key
  /// The weight of an edge.
  case weight
  /// Whether an edge has a direction, or has none.
  case direction
  /// The sort of an edge, if nothing else says so.
  case interaction
  /// The sort of an edge.
  case kind
  /// Something that only drawing needs.
  case ignored
}

/// Several meanings.
struct JSONRoles: ExpressibleByArrayLiteral, Sendable {
  private var bits: UInt32 = 0

  init(arrayLiteral roles: JSONRole...) {
    for role in roles { insert(role) }
  }

  /// Adds a meaning.
  mutating func insert(_ role: JSONRole) { bits |= 1 << UInt32(role.rawValue) }

  /// Whether a meaning is among them.
  @inline(__always)
  func contains(_ role: JSONRole) -> Bool { bits >> UInt32(role.rawValue) & 1 == 1 }
}
