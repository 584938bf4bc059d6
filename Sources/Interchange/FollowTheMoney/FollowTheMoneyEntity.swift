import Evidence

/// An entity of FollowTheMoney, which may be a link: a schema, and properties with one value or more.
struct FollowTheMoneyEntity: Sendable, Equatable {
  /// A property with its values.
  struct Property: Sendable, Equatable {
    /// The name.
    var name: String
    /// The values, each once, in the order in which they came.
    var values: [String]
    /// The values once more, where there are many.
    private var seen: Set<[UInt8]> = []

    /// Makes a property.
    init(name: String, values: [String]) {
      self.name = name
      self.values = values
    }

    /// Whether a value is not there yet. Texts that differ in their composition only are two values.
    fileprivate mutating func isNew(_ value: String) -> Bool {
      guard values.count > 16 else {
        return !values.contains { $0.utf8.elementsEqual(value.utf8) }
      }
      if seen.isEmpty { seen = Set(values.map { Array($0.utf8) }) }
      return seen.insert(Array(value.utf8)).inserted
    }
  }

  /// The id.
  var id: String
  /// The name of the schema.
  var schema: String
  /// The collections that it comes from.
  var datasets: [String] = []
  /// The properties in the order in which they came.
  private(set) var properties: [Property] = []
  private var places: [String: Int] = [:]

  /// Makes an entity without properties.
  init(id: String, schema: String, datasets: [String] = []) {
    self.id = id
    self.schema = schema
    self.datasets = datasets
  }

  /// Adds a value, unless there is none, it is empty, or it is there already.
  mutating func add(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    guard let place = places[name] else {
      places[name] = properties.count
      return properties.append(Property(name: name, values: [value]))
    }
    if properties[place].isNew(value) { properties[place].values.append(value) }
  }

  /// Adds an address of the web; FollowTheMoney drops what is none.
  mutating func add(url name: String, _ value: String?) {
    guard let value, value.hasPrefix("https://") || value.hasPrefix("http://"),
      value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return }
    add(name, value)
  }

  /// The entity as a line of JSON, with the newline.
  var line: String {
    var members: [JSONValue.Member] = [
      .init("id", .string(id)), .init("schema", .string(schema)),
      .init(
        "properties",
        .object(
          properties.map { .init($0.name, .array($0.values.map(JSONValue.string))) })),
    ]
    if !datasets.isEmpty {
      members.append(.init("datasets", .array(datasets.map(JSONValue.string))))
    }
    return JSONValue.object(members).text() + "\n"
  }
}

/// Gives out ids that FollowTheMoney takes for references: letters, digits, points and hyphens, with a
/// letter or digit at both ends, no two alike.
struct FollowTheMoneyIds {
  private var taken: Set<String> = []

  /// The most characters that an id may have.
  private static let most = 120

  /// Whether a text may be an id as it stands.
  static func isId(_ text: String) -> Bool {
    func isPlain(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        true
      default: false
      }
    }
    guard let first = text.utf8.first, let last = text.utf8.last, text.utf8.count <= most else {
      return false
    }
    return isPlain(first) && isPlain(last)
      && text.utf8.allSatisfy {
        isPlain($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
      }
  }

  /// An id for a name: the name itself if it may be one, else as much of it as may, and a number if that
  /// is taken.
  mutating func id(for name: String) -> String {
    var base = name
    if !Self.isId(name) {
      let kept = name.unicodeScalars.map { scalar in
        scalar.isASCII && Self.isId(String(scalar)) ? String(scalar) : "-"
      }.joined()
      base = String(kept.split(separator: "-").joined(separator: "-").prefix(Self.most))
      while base.last == "-" { base.removeLast() }
      if base.isEmpty { base = "node" }
    }
    var id = base
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }
}
