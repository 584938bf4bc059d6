public import Evidence

/// What names a link: the subject, the relation and the object that its statements share.
public struct LinkKey: Hashable, Sendable, CustomStringConvertible {
  /// The id of the subject.
  public let subject: String
  /// The name of the relation.
  public let relation: String
  /// The id of the object.
  public let object: String

  /// Makes a key.
  ///
  /// - Parameters:
  ///   - subject: The id of the subject.
  ///   - relation: The name of the relation.
  ///   - object: The id of the object.
  public init(subject: String, relation: String, object: String) {
    self.subject = subject
    self.relation = relation
    self.object = object
  }

  /// `subject relation object`.
  public var description: String { "\(subject) \(relation) \(object)" }

  /// The key under which a vocabulary files the link: the ends of a symmetric relation are sorted.
  ///
  /// - Parameter vocabulary: The vocabulary of the relation.
  /// - Returns: The same key, with its ends exchanged where the order means nothing and is wrong.
  public func canonical(in vocabulary: Vocabulary) -> LinkKey {
    guard object < subject, vocabulary.relation(relation)?.isSymmetric == true else { return self }
    return LinkKey(subject: object, relation: relation, object: subject)
  }
}

extension LinkKey: Comparable {
  /// Orders by subject, relation and object.
  ///
  /// - Parameters:
  ///   - left: A key.
  ///   - right: Another.
  /// - Returns: Whether the left one comes first.
  public static func < (left: LinkKey, right: LinkKey) -> Bool {
    (left.subject, left.relation, left.object) < (right.subject, right.relation, right.object)
  }
}
