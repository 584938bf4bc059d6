#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The words that a graph may use: kinds of entities, relations, attributes and projections.
///
/// A vocabulary is data. ``standard`` is compiled into the library, so that a moved binary still has
/// it; a reader may pass another one. A new relation or kind is one entry in the resource file, not
/// code.
public struct Vocabulary: Sendable, Equatable {
  /// The kinds of entities, in the order of the resource.
  public let kinds: [Kind]
  /// The relations, in the order of the resource.
  public let relations: [Relation]
  /// The attributes, in the order of the resource.
  public let attributes: [AttributeDefinition]
  /// The projections, in the order of the resource.
  public let projections: [Projection]

  private let kindIndex: [String: Int]
  private let relationIndex: [String: Int]
  private let inverseIndex: [String: Int]
  private let attributeIndex: [String: Int]
  private let projectionIndex: [String: Int]

  /// Makes a vocabulary and checks that its parts fit together.
  ///
  /// - Parameters:
  ///   - kinds: The kinds of entities.
  ///   - relations: The relations; ends and implications must name known words.
  ///   - attributes: The attributes.
  ///   - projections: The projections; each may extend an earlier one.
  /// - Throws: ``VocabularyError`` for a duplicate or an unknown word.
  public init(
    kinds: [Kind], relations: [Relation], attributes: [AttributeDefinition],
    projections: [Projection]
  ) throws(VocabularyError) {
    self.kinds = kinds
    self.relations = relations
    self.attributes = attributes
    self.projections = projections
    kindIndex = try Self.index(kinds.map(\.name), what: "kind")
    relationIndex = try Self.index(relations.map(\.name), what: "relation")
    attributeIndex = try Self.index(attributes.map(\.name), what: "attribute")
    projectionIndex = try Self.index(projections.map(\.name), what: "projection")
    var inverses: [String: Int] = [:]
    for (index, relation) in relations.enumerated() where relation.inverse != relation.name {
      guard relationIndex[relation.inverse] == nil, inverses[relation.inverse] == nil else {
        throw .duplicate(what: "inverse", name: relation.inverse)
      }
      inverses[relation.inverse] = index
    }
    inverseIndex = inverses
    try checkReferences()
  }

  private static func index(
    _ names: [String], what: String
  ) throws(VocabularyError) -> [String: Int] {
    var result: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      guard result.updateValue(index, forKey: name) == nil else {
        throw .duplicate(what: what, name: name)
      }
    }
    return result
  }

  private func checkReferences() throws(VocabularyError) {
    for kind in kinds {
      if let parent = kind.isA, kindIndex[parent] == nil {
        throw .unknown(what: "kind", name: parent, usedBy: "kind \(kind.name)")
      }
    }
    for relation in relations {
      for kind in relation.subject + relation.object
      where kind != Relation.anyKind && kindIndex[kind] == nil {
        throw .unknown(what: "kind", name: kind, usedBy: "relation \(relation.name)")
      }
      for other in relation.implies + (relation.upward.map { [$0] } ?? [])
      where relationIndex[other] == nil {
        throw .unknown(what: "relation", name: other, usedBy: "relation \(relation.name)")
      }
    }
    for (index, projection) in projections.enumerated() {
      // Only what stands earlier can be extended, so that no ring comes about.
      if let base = projection.extends, projectionIndex[base].map({ $0 < index }) != true {
        throw .unknown(what: "projection", name: base, usedBy: "projection \(projection.name)")
      }
      for name in projection.relations + projection.weak where relationIndex[name] == nil {
        throw .unknown(what: "relation", name: name, usedBy: "projection \(projection.name)")
      }
    }
  }
}

extension Vocabulary {
  /// The vocabulary that comes with the library.
  public static let standard: Vocabulary = {
    do {
      return try JSONDecoder().decode(
        Vocabulary.self, from: Data(PackageResources.vocabulary_json))
    } catch {
      // The resource is part of the build and covered by a test: a failure here is a broken build.
      preconditionFailure("the embedded vocabulary does not load: \(error)")
    }
  }()

  /// The relation with a name, if there is one.
  ///
  /// - Parameter name: The name as the vocabulary spells it; an inverse does not count.
  /// - Returns: The relation, or `nil`.
  public func relation(_ name: String) -> Relation? {
    relationIndex[name].map { relations[$0] }
  }

  /// A relation as a verb between its ends, for a sentence; the words of its name if nothing better is known.
  ///
  /// - Parameters:
  ///   - name: The name of a relation.
  ///   - isReversed: Whether the object comes first.
  /// - Returns: Such as `was a member of`, or `had as a member`.
  public func verb(of name: String, isReversed: Bool = false) -> String {
    relation(name)?.verb(isReversed: isReversed) ?? Relation.words(name)
  }

  /// The relation whose inverse has a name, such as `directed` for `directed-by`.
  ///
  /// - Parameter name: The name of an inverse that differs from its relation's name.
  /// - Returns: The relation to read with its ends exchanged, or `nil`.
  public func relation(inverse name: String) -> Relation? {
    inverseIndex[name].map { relations[$0] }
  }

  /// The kind with a name.
  ///
  /// - Parameter name: The name of the kind.
  /// - Returns: The kind, or `nil`.
  public func kind(_ name: String) -> Kind? {
    kindIndex[name].map { kinds[$0] }
  }

  /// The attribute with a name.
  ///
  /// - Parameter name: The name of the attribute.
  /// - Returns: The definition, or `nil`.
  public func attribute(_ name: String) -> AttributeDefinition? {
    attributeIndex[name].map { attributes[$0] }
  }

  /// The projection with a name.
  ///
  /// - Parameter name: The name of the projection.
  /// - Returns: The projection, or `nil`.
  public func projection(_ name: String) -> Projection? {
    projectionIndex[name].map { projections[$0] }
  }

  /// Whether one kind is another or a special case of it: an ideologue is a person.
  ///
  /// - Parameters:
  ///   - kind: The kind to test.
  ///   - ancestor: The kind that it should be.
  /// - Returns: `true` also when both are the same.
  public func isKind(_ kind: String, a ancestor: String) -> Bool {
    var current: String? = kind
    var steps = 0
    while let name = current, steps <= kinds.count {
      if name == ancestor { return true }
      current = self.kind(name)?.isA
      steps += 1
    }
    return false
  }

  /// Whether a relation may join two kinds.
  ///
  /// - Parameters:
  ///   - relation: The relation.
  ///   - subject: The kind of the subject.
  ///   - object: The kind of the object.
  /// - Returns: `true` if both ends fit and, where the relation asks for it, are of the same kind.
  public func allows(_ relation: Relation, subject: String, object: String) -> Bool {
    func fits(_ kind: String, _ allowed: [String]) -> Bool {
      allowed.contains { $0 == Relation.anyKind || isKind(kind, a: $0) }
    }
    guard fits(subject, relation.subject), fits(object, relation.object) else { return false }
    return !relation.sameKind || isKind(subject, a: object) || isKind(object, a: subject)
  }

  /// The names of the relations of a projection, those of the projections it extends included.
  ///
  /// - Parameter projection: The projection.
  /// - Returns: The names, each once, the base projection's first.
  public func relations(of projection: Projection) -> [String] {
    let base = projection.extends.flatMap { self.projection($0) }.map { relations(of: $0) } ?? []
    return base + projection.relations.filter { !base.contains($0) }
  }
}

extension Vocabulary: Codable {
  private enum CodingKeys: String, CodingKey {
    case kinds, relations, attributes, projections
  }

  /// Reads a vocabulary and checks it.
  ///
  /// - Parameter decoder: The decoder.
  /// - Throws: A decoding error, or ``VocabularyError`` where the parts do not fit together.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      kinds: container.decode([Kind].self, forKey: .kinds),
      relations: container.decode([Relation].self, forKey: .relations),
      attributes: container.decodeIfPresent([AttributeDefinition].self, forKey: .attributes) ?? [],
      projections: container.decodeIfPresent([Projection].self, forKey: .projections) ?? [])
  }

  /// Writes the vocabulary in the form that it is read from.
  ///
  /// - Parameter encoder: The encoder.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kinds, forKey: .kinds)
    try container.encode(relations, forKey: .relations)
    try container.encode(attributes, forKey: .attributes)
    try container.encode(projections, forKey: .projections)
  }
}

/// What can be wrong with a vocabulary.
public enum VocabularyError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A name stands twice.
  case duplicate(what: String, name: String)
  /// A name is used but not defined.
  case unknown(what: String, name: String, usedBy: String)

  /// What is wrong and how to mend it.
  public var description: String {
    switch self {
    case .duplicate(let what, let name):
      "the vocabulary defines the \(what) '\(name)' twice; keep one of the two entries"
    case .unknown(let what, let name, let user):
      "\(user) uses the \(what) '\(name)', which the vocabulary does not define; define it or "
        + "correct the name"
    }
  }
}
