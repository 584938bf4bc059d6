/// A kind of entity, such as `person` or `attack`.
public struct Kind: Sendable, Equatable, Codable {
  /// The name.
  public let name: String
  /// The kind of which it is a special case.
  public let isA: String?
  /// What it means.
  public let definition: String

  /// Makes a kind.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - isA: The kind of which it is a special case.
  ///   - definition: What it means.
  public init(name: String, isA: String? = nil, definition: String = "") {
    self.name = name
    self.isA = isA
    self.definition = definition
  }

  /// Reads a kind; absent keys take the defaults of the memberwise initialiser.
  ///
  /// - Parameter decoder: The decoder.
  /// - Throws: A decoding error.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      name: values.decode(String.self, forKey: .name),
      isA: values.decodeIfPresent(String.self, forKey: .isA),
      definition: values.decodeIfPresent(String.self, forKey: .definition) ?? "")
  }
}

/// An attribute that statements may give a value to.
public struct AttributeDefinition: Sendable, Equatable, Codable {
  /// What a value looks like.
  public enum ValueType: String, Sendable, Codable {
    /// A ``Quantity``.
    case number
    /// An ``EDTF`` date.
    case date
    /// Free text.
    case text
    /// `yes` or `no`.
    case yesNo = "yes-no"
  }

  /// The name.
  public let name: String
  /// The type of its values.
  public let value: ValueType
  /// Whether two different values contradict each other.
  public let single: Bool
  /// What it means.
  public let definition: String

  /// Makes an attribute.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - value: The type of its values.
  ///   - single: Whether two different values contradict each other.
  ///   - definition: What it means.
  public init(name: String, value: ValueType, single: Bool = true, definition: String = "") {
    self.name = name
    self.value = value
    self.single = single
    self.definition = definition
  }

  /// Reads a definition; absent keys take the defaults of the memberwise initialiser.
  ///
  /// - Parameter decoder: The decoder.
  /// - Throws: A decoding error.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      name: values.decode(String.self, forKey: .name),
      value: values.decode(ValueType.self, forKey: .value),
      single: values.decodeIfPresent(Bool.self, forKey: .single) ?? true,
      definition: values.decodeIfPresent(String.self, forKey: .definition) ?? "")
  }
}

/// A declared rule that turns links into a graph: which relations make arcs.
public struct Projection: Sendable, Equatable {
  /// The name.
  public let name: String
  /// The projection whose relations it adds to.
  public let extends: String?
  /// The relations that make arcs.
  public let relations: [String]
  /// Those of them that are leads only and are drawn dashed.
  public let weak: [String]
  /// What it is for.
  public let definition: String

  /// Makes a projection.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - extends: The projection whose relations it adds to.
  ///   - relations: The relations that make arcs.
  ///   - weak: Those of them that are leads only.
  ///   - definition: What it is for.
  public init(
    name: String, extends: String? = nil, relations: [String], weak: [String] = [],
    definition: String = ""
  ) {
    self.name = name
    self.extends = extends
    self.relations = relations
    self.weak = weak
    self.definition = definition
  }
}

extension Projection: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, extends, relations, weak, definition
  }

  /// Reads a projection; absent keys take the defaults of the memberwise initialiser.
  ///
  /// - Parameter decoder: The decoder.
  /// - Throws: A decoding error.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      name: values.decode(String.self, forKey: .name),
      extends: values.decodeIfPresent(String.self, forKey: .extends),
      relations: values.decode([String].self, forKey: .relations),
      weak: values.decodeIfPresent([String].self, forKey: .weak) ?? [],
      definition: values.decodeIfPresent(String.self, forKey: .definition) ?? "")
  }
}
