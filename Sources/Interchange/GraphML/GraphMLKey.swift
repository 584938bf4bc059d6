/// What a `<key>` declares: an attribute of nodes, of edges or of the whole.
struct GraphMLKey: Sendable {
  /// What has attributes.
  enum Domain: Int, CaseIterable, Sendable {
    case node, edge, whole
  }

  /// How the text of a value is read.
  enum Kind: Equatable, Sendable {
    case text, integer, real, flag
    /// Lists of graph-tool: `1, 2, 3`.
    case numbers, texts
    /// JSON text, as our own writer marks it.
    case json
  }

  /// What is done with a value.
  enum Role: Equatable, Sendable {
    /// It goes into a column of its own.
    case column
    /// It is the text to print of a node.
    case label
    /// It is the weight of an edge.
    case weight
    /// It is one part of a color: 0 red, 1 green, 2 blue.
    case color(Int)
    /// It is the id of an edge, which some readers lose where GraphML keeps it.
    case edgeID
  }

  /// The name of the attribute.
  var name: String
  var kind: Kind
  var role: Role
  /// The value where none is given.
  var fallback: AttributeValue?
  /// The number of the column, once there is a value.
  var column: Int?
  /// Whether the name means no more than it says.
  var isExact = false

  /// The type of the column.
  var type: AttributeType {
    switch kind {
    case .text: .text
    case .integer: .integer
    case .real: .real
    case .flag: .flag
    case .numbers, .texts, .json: .json
    }
  }
}

extension GraphMLKey {
  /// The namespace of what our writer adds to a key.
  static let namespace: StaticString = "urn:throughline:graphml"

  /// Reads a declaration; `domain` is what it is used for here, since a key may be for all.
  init(_ element: borrowing XMLElementEvent, id: String, domain: Domain) throws(Fault) {
    let exact = element.text("name", namespace: Self.namespace)
    // Keys of yEd have no name but say what they hold; igraph takes the id.
    let named = element.text("attr.name") ?? element.text("yfiles.type") ?? id
    name = exact ?? (named.isEmpty ? id : named)
    if let type = element.text("attr.type"), element.text("yfiles.type") == nil {
      guard let kind = Self.kind(type.lowercased()) else {
        throw Fault(
          offset: element.offset,
          message: "the key '\(Fault.cut(id))' has the unknown type '\(Fault.cut(type))'",
          mend: "use string, int, long, float, double or boolean")
      }
      self.kind = kind
    } else {
      kind = .text
    }
    if element.text("type", namespace: Self.namespace) == "json" { kind = .json }
    role = .column
    isExact = exact != nil
    if !isExact { takeConvention(domain) }
  }

  private static func kind(_ type: String) -> Kind? {
    switch type {
    case "string", "python_object": .text
    // `integer` is how some versions of Gephi write `int`.
    case "int", "long", "integer", "short", "byte": .integer
    case "float", "double": .real
    case "boolean": .flag
    case "vector_string": .texts
    case let type where type.hasPrefix("vector_"): .numbers
    default: nil
    }
  }

  /// The names that ``takeConvention(_:)`` looks for.
  static func conventions(_ domain: Domain) -> Set<String> {
    switch domain {
    case .node: ["label", "r", "g", "b", "labelV"]
    case .edge: ["weight", "edge_id", "labelE", "Edge Label"]
    case .whole: []
    }
  }

  /// Gives what programs call differently its usual name.
  private mutating func takeConvention(_ domain: Domain) {
    switch (domain, name) {
    case (.node, "label") where kind == .text: role = .label
    case (.node, "r"): role = .color(0)
    case (.node, "g"): role = .color(1)
    case (.node, "b"): role = .color(2)
    // TinkerPop calls the sort of a thing its label.
    case (.node, "labelV"), (.edge, "labelE"): name = "kind"
    case (.edge, "weight"): role = .weight
    case (.edge, "edge_id"): role = .edgeID
    // Gephi.
    case (.edge, "Edge Label"): name = "label"
    default: break
    }
    if case .color = role, kind != .integer && kind != .real { role = .column }
  }
}

/// The keys of a document by their ids, for nodes, edges and the whole.
struct GraphMLKeys {
  /// The keys of each domain.
  private(set) var keys: [[GraphMLKey]] = [[], [], []]
  private var ids = [LabelNumbering(), LabelNumbering(), LabelNumbering()]
  /// By the number of an id, the place of its key, or -1.
  private var places: [[Int]] = [[], [], []]

  /// A key.
  subscript(domain: GraphMLKey.Domain, place: Int) -> GraphMLKey {
    get { keys[domain.rawValue][place] }
    set { keys[domain.rawValue][place] = newValue }
  }

  /// How many keys a domain has.
  func count(_ domain: GraphMLKey.Domain) -> Int { keys[domain.rawValue].count }

  /// Takes a key in.
  ///
  /// - Returns: Its place, or `nil` if the id is taken.
  mutating func add(_ key: GraphMLKey, id: String, _ domain: GraphMLKey.Domain) -> Int? {
    var id = id
    let number = id.withUTF8 { Int(ids[domain.rawValue].number(of: $0, place: 0)) }
    while places[domain.rawValue].count <= number { places[domain.rawValue].append(-1) }
    guard places[domain.rawValue][number] < 0 else { return nil }
    places[domain.rawValue][number] = keys[domain.rawValue].count
    keys[domain.rawValue].append(key)
    return keys[domain.rawValue].count - 1
  }

  /// The place of the key of an id; one declared for something else is taken, as NetworkX does.
  mutating func place(of id: UnsafeBufferPointer<UInt8>, _ domain: GraphMLKey.Domain) -> Int? {
    if let place = find(id, domain) { return place }
    for other in GraphMLKey.Domain.allCases {
      guard other != domain, let place = find(id, other) else { continue }
      var key = keys[other.rawValue][place]
      (key.fallback, key.column, key.role) = (nil, nil, .column)
      return add(key, id: String(decoding: id, as: UTF8.self), domain)
    }
    return nil
  }

  private mutating func find(
    _ id: UnsafeBufferPointer<UInt8>, _ domain: GraphMLKey.Domain
  ) -> Int? {
    let number = Int(ids[domain.rawValue].number(of: id, place: 0))
    let places = places[domain.rawValue]
    return number < places.count && places[number] >= 0 ? places[number] : nil
  }
}
