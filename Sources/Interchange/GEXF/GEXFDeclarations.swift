/// An attribute that is being declared.
struct GEXFDeclaration: Sendable {
  /// Its id, by which values name it.
  var id: String
  /// Its name for people.
  var title: String
  /// The type of its values.
  var type: GEXFType
  /// Whether it is one of edges.
  var isOfEdges: Bool
  /// Whether its values hold for a time each.
  var isDynamic: Bool
  /// The value of what has none.
  var initial: AttributeValue?
  /// Where it stands.
  var offset: Int

  /// What its values are taken for.
  var role: GEXFDeclarations.Role {
    switch title {
    case "label": return .label
    case "when" where isOfEdges: return .when
    case "kind" where isOfEdges, "relation" where isOfEdges: return .kind
    case "edge_id" where isOfEdges: return .edgeID
    default:
      let isWeight = id == "weight" || title == "weight"
      return isOfEdges && isWeight && !isDynamic ? .weight : .column
    }
  }

  /// The name of its column.
  var columnName: String {
    guard isOfEdges else { return title }
    switch title {
    case "edge_id": return "id"
    // The tag has an id too.
    case "id": return "id_2"
    // The weight of an edge is one number; how it changes is an attribute.
    case "weight": return "weights"
    default: return title
    }
  }

  /// Why a second declaration is refused.
  var declaredTwice: Fault {
    Fault(
      offset: offset, message: "the attribute '\(Fault.cut(id))' is declared twice",
      mend: "give each an id of its own")
  }

  /// Why a value is refused.
  func refused(_ text: String) -> Fault {
    Fault(
      offset: 0,
      message: "the value '\(Fault.cut(text))' of '\(Fault.cut(title))' does not fit its type",
      mend: "correct it, or declare the attribute as a string")
  }
}

/// The attributes that a GEXF file declares for its nodes or for its edges.
struct GEXFDeclarations: Sendable {
  /// What the values of an attribute are taken for.
  enum Role: Int, Sendable {
    /// A column of the table.
    case column
    /// The text to print, unless the tag gives one.
    case label
    /// The weight of an edge, unless the tag gives one.
    case weight
    /// The id of an edge, before the one in its tag.
    case edgeID
    /// The relation of an edge, which its tag may repeat.
    case kind
    /// When a statement holds, from which the bounds in the tag may follow.
    case when
  }

  /// One attribute.
  struct Attribute: Sendable {
    /// Its name for people.
    var title: String
    /// The type of its values.
    var type: GEXFType
    /// Whether its values hold for a time each.
    var isDynamic: Bool
    /// The column of its values; -1 if they have none of their own.
    var column: Int
    /// What the values are taken for.
    var role: Role
    /// The value of what has none.
    var initial: AttributeValue?
    /// The number of the element that had a value last.
    var lastElement = -1
  }

  /// The attributes, in the order of the file.
  var attributes: [Attribute] = []
  private var ids: [[UInt8]] = []
  private var places: [String: Int] = [:]
  private var next = 0
  private var roles = 0

  /// Takes an attribute in.
  ///
  /// - Returns: Whether its id is new.
  mutating func add(_ attribute: Attribute, id: String) -> Bool {
    guard places[id] == nil else { return false }
    places[id] = attributes.count
    attributes.append(attribute)
    roles |= 1 << attribute.role.rawValue
    ids.append(Array(id.utf8))
    return true
  }

  /// Whether an attribute has a role.
  func has(_ role: Role) -> Bool { roles & (1 << role.rawValue) != 0 }

  /// The values of what has none, by column; the first for each.
  var initials: [(column: Int, value: AttributeValue)] {
    var filled: Set<Int> = []
    return attributes.compactMap { attribute in
      guard let value = attribute.initial, attribute.column >= 0,
        filled.insert(attribute.column).inserted
      else { return nil }
      return (attribute.column, value)
    }
  }

  /// The place of an attribute.
  ///
  /// - Complexity: O(length of the id); values in the order of the declarations need no look-up.
  mutating func place(of id: UnsafeBufferPointer<UInt8>) -> Int? {
    if next < ids.count, ids[next].count == id.count, ids[next].elementsEqual(id) {
      next += 1
      return next - 1
    }
    if let first = ids.first, first.count == id.count, first.elementsEqual(id) {
      next = 1
      return 0
    }
    guard let place = places[String(decoding: id, as: UTF8.self)] else { return nil }
    next = place + 1
    return place
  }
}
