/// A relation of the vocabulary: what it joins, which way influence runs along it, and what it
/// implies.
public struct Relation: Sendable, Equatable {
  /// The pseudo kind that fits every kind.
  public static let anyKind = "*"

  /// Which way influence runs.
  public enum Influence: String, Sendable, Codable {
    /// The subject influences the object.
    case forward
    /// The object influences the subject: who pledged to a group was moved by it.
    case reverse
    /// Either may influence the other.
    case both
    /// No influence by itself.
    case none
  }

  /// How a relation's date binds influence in time (reasoning, section 5).
  public enum Timing: String, Sendable, Codable {
    /// A moment: the influence happens on that day.
    case at
    /// The date is the latest day of the influence, not its moment.
    case by
    /// The influence may last.
    case span
  }

  /// The name, in kebab case.
  public let name: String
  /// The name read from the object's side; equal to `name` for a symmetric relation.
  public let inverse: String
  /// The relation as a verb between its ends, for sentences: `was a member of`; `nil` where the name reads well
  /// with spaces for its hyphens.
  public let phrase: String?
  /// The same read from the object's side: `had as a member`.
  public let inversePhrase: String?
  /// The kinds that the subject may have; ``anyKind`` fits all.
  public let subject: [String]
  /// The kinds that the object may have.
  public let object: [String]
  /// Whether both ends must be of one kind.
  public let sameKind: Bool
  /// Which way influence runs.
  public let influence: Influence
  /// How strong the involvement is that the relation states.
  public let degree: Degree
  /// Whether the influence outlives the one who exerts it.
  public let persists: Bool
  /// How the date binds.
  public let time: Timing
  /// Whether the two must have been in touch, so that a dead person cannot exert it.
  public let contact: Bool
  /// Whether the subject must be alive at the time.
  public let alive: Bool
  /// The credibility that holds without a grade when nothing contradicts, such as 1 for authorship.
  public let usualCredibility: Int?
  /// The relations between the same ends that follow from this one.
  public let implies: [String]
  /// A relation along which the object widens: to have been in Libya is to have been in whatever
  /// Libya is located in.
  public let upward: String?
  /// What it means.
  public let definition: String

  /// Makes a relation.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - inverse: The name from the other side; defaults to `name`.
  ///   - phrase: The relation as a verb between its ends.
  ///   - inversePhrase: The same from the object's side; that of a symmetric relation is its `phrase`.
  ///   - subject: The kinds of the subject.
  ///   - object: The kinds of the object.
  ///   - sameKind: Whether both ends must be of one kind.
  ///   - influence: Which way influence runs.
  ///   - degree: The degree of involvement.
  ///   - persists: Whether it outlives its subject.
  ///   - time: How its date binds.
  ///   - contact: Whether it needs contact.
  ///   - alive: Whether the subject must be alive.
  ///   - usualCredibility: The usual grade, 1 to 6.
  ///   - implies: What follows from it.
  ///   - upward: The relation along which the object widens.
  ///   - definition: What it means.
  public init(
    name: String, inverse: String? = nil, phrase: String? = nil, inversePhrase: String? = nil,
    subject: [String] = [anyKind], object: [String] = [anyKind], sameKind: Bool = false,
    influence: Influence = .none, degree: Degree = .none, persists: Bool = false,
    time: Timing = .span, contact: Bool = false, alive: Bool = false,
    usualCredibility: Int? = nil, implies: [String] = [],
    upward: String? = nil, definition: String = ""
  ) {
    self.name = name
    self.inverse = inverse ?? name
    self.phrase = phrase
    self.inversePhrase = inversePhrase
    self.subject = subject
    self.object = object
    self.sameKind = sameKind
    self.influence = influence
    self.degree = degree
    self.persists = persists
    self.time = time
    self.contact = contact
    self.alive = alive
    self.usualCredibility = usualCredibility
    self.implies = implies
    self.upward = upward
    self.definition = definition
  }

  /// Whether the relation reads the same from both sides.
  public var isSymmetric: Bool { inverse == name }

  /// The relation as a verb between its ends, for a sentence.
  ///
  /// - Parameter isReversed: Whether the object comes first.
  /// - Returns: Such as `was a member of`, or `had as a member`.
  public func verb(isReversed: Bool = false) -> String {
    guard isReversed, !isSymmetric else { return phrase ?? Self.words(name) }
    return inversePhrase ?? Self.words(inverse)
  }

  /// A name in words: `pledged allegiance`.
  static func words(_ name: String) -> String { String(name.map { $0 == "-" ? " " : $0 }) }
}

/// How strong an involvement is, from direction down to nothing.
public enum Degree: String, Sendable, Codable, CaseIterable {
  /// Ordered, planned or steered.
  case directs
  /// Gave means knowingly.
  case enables
  /// Moved by message.
  case inspires
  /// In touch, without more.
  case associates
  /// Hands influence on and has no degree of its own: writing, publishing, carrying out.
  case carries
  /// No involvement.
  case none

  /// The place from strongest (0) to weakest; `carries` and `none` have none.
  public var rank: Int? {
    switch self {
    case .directs: 0
    case .enables: 1
    case .inspires: 2
    case .associates: 3
    case .carries, .none: nil
    }
  }
}

extension Relation: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, inverse, phrase, inversePhrase, subject, object, sameKind, influence, degree,
      persists, time, contact
    case alive, usualCredibility, implies, upward, definition
  }

  /// Reads a relation; absent keys take the defaults of the memberwise initialiser.
  ///
  /// - Parameter decoder: The decoder.
  /// - Throws: A decoding error.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      name: values.decode(String.self, forKey: .name),
      inverse: values.decodeIfPresent(String.self, forKey: .inverse),
      phrase: values.decodeIfPresent(String.self, forKey: .phrase),
      inversePhrase: values.decodeIfPresent(String.self, forKey: .inversePhrase),
      subject: values.decodeIfPresent([String].self, forKey: .subject) ?? [Self.anyKind],
      object: values.decodeIfPresent([String].self, forKey: .object) ?? [Self.anyKind],
      sameKind: values.decodeIfPresent(Bool.self, forKey: .sameKind) ?? false,
      influence: values.decodeIfPresent(Influence.self, forKey: .influence) ?? .none,
      degree: values.decodeIfPresent(Degree.self, forKey: .degree) ?? .none,
      persists: values.decodeIfPresent(Bool.self, forKey: .persists) ?? false,
      time: values.decodeIfPresent(Timing.self, forKey: .time) ?? .span,
      contact: values.decodeIfPresent(Bool.self, forKey: .contact) ?? false,
      alive: values.decodeIfPresent(Bool.self, forKey: .alive) ?? false,
      usualCredibility: values.decodeIfPresent(Int.self, forKey: .usualCredibility),
      implies: values.decodeIfPresent([String].self, forKey: .implies) ?? [],
      upward: values.decodeIfPresent(String.self, forKey: .upward),
      definition: values.decodeIfPresent(String.self, forKey: .definition) ?? "")
  }
}
