/// The atom of the evidence: *a source says that subject, relation, object*, or *subject, attribute,
/// value*.
///
/// A statement is not an edge. Only a projection makes arcs, and every arc lists its statements. A
/// link affirmed only by the party that it credits is *claimed only* and makes no arc, whatever the
/// relation; a denial alone makes none either. "Three dead" and "two on the bridge" plus "one at the
/// gate" do not conflict: values are compared for the same subject, attribute and `of` only.
public struct Statement: Sendable, Equatable {
  /// The id.
  public var id: String
  /// What the statement is about.
  public var subject: Term
  /// What it says.
  public var predicate: Predicate
  /// Whether the voice affirms or denies it.
  public var stance: Stance
  /// Set for "no evidence so far": a later source may outweigh it.
  public var soFar: Bool
  /// How firmly it is put.
  public var modality: Modality
  /// The first voice; `nil` is the document itself.
  public var asserter: Voice?
  /// Those who carried it from the first voice to the document, in order.
  public var via: [Voice]
  /// How credible this piece of information is; `nil` follows from modality and relation.
  public var credibility: Credibility?
  /// What confirms it; needed for credibility 1.
  public var confirmedBy: String?
  /// Whether the voice gains if it is believed; `nil` leaves it to inference from the graph.
  public var isInterested: Bool?
  /// When the fact held.
  public var when: When?
  /// When it was said; `nil` is the day of the source.
  public var said: EDTF?
  /// The outlet or message that carried the act.
  public var through: String?
  /// The ids of the statements that this one judges.
  public var about: [String]
  /// How much of a collective is meant; `nil` is all of it.
  public var share: Share?
  /// What is counted, for an attribute that is a number.
  public var of: String?
  /// The post or part that the subject has.
  public var role: String?
  /// The source's own hedge.
  public var words: String?
  /// The source errs here: the right value, and why.
  public var sic: String?
  /// A note of the coder.
  public var note: String?
  /// Where it stands.
  public var citation: Citation

  /// Makes a statement; keys that are rare are set afterwards.
  ///
  /// - Parameters:
  ///   - id: The id.
  ///   - subject: What it is about.
  ///   - predicate: What it says.
  ///   - stance: Whether the voice affirms or denies it.
  ///   - modality: How firmly it is put.
  ///   - asserter: The first voice; `nil` is the document.
  ///   - credibility: How credible it is.
  ///   - when: When the fact held.
  ///   - citation: Where it stands.
  public init(
    id: String, subject: Term, predicate: Predicate, stance: Stance = .affirms,
    modality: Modality = .asserted, asserter: Voice? = nil, credibility: Credibility? = nil,
    when: When? = nil, citation: Citation
  ) {
    self.id = id
    self.subject = subject
    self.predicate = predicate
    self.stance = stance
    self.soFar = false
    self.modality = modality
    self.asserter = asserter
    self.via = []
    self.credibility = credibility
    self.when = when
    self.about = []
    self.citation = citation
  }

  /// The relation, if the statement is one of a relation.
  public var relation: String? {
    if case .relation(let name, _) = predicate { name } else { nil }
  }

  /// The object, if the statement is one of a relation.
  public var object: Term? {
    if case .relation(_, let object) = predicate { object } else { nil }
  }

  /// The ids of all entities at its two ends.
  public var ends: [String] { subject.ids + (object?.ids ?? []) }
}

/// An end of a statement: an entity, or one of several.
public enum Term: Sendable, Hashable {
  /// The entity with this id.
  case one(String)
  /// One of these, it is not known which: counts for none of them alone.
  case oneOf([String])

  /// The id, if there are no alternatives.
  public var id: String? {
    if case .one(let id) = self { id } else { nil }
  }

  /// The id, or those of the alternatives.
  public var ids: [String] {
    switch self {
    case .one(let id): [id]
    case .oneOf(let ids): ids
    }
  }
}

/// What a statement says of its subject.
public enum Predicate: Sendable, Hashable {
  /// A relation to an object.
  case relation(String, object: Term)
  /// A value of an attribute, as text.
  case attribute(String, value: String)
}

/// Whether a voice affirms or denies.
public enum Stance: String, Sendable, CaseIterable {
  /// It is so.
  case affirms
  /// It is not so.
  case denies
  /// They looked and found nothing: half the weight of a denial.
  case findsNoEvidence = "finds-no-evidence"
  /// Asked or left undecided: never pools.
  case leavesOpen = "leaves-open"

  /// Whether it weighs against what is said.
  public var isDenial: Bool { self == .denies || self == .findsNoEvidence }
}

/// How firmly a statement is put.
public enum Modality: String, Sendable, CaseIterable {
  /// As a fact.
  case asserted
  /// As what others report.
  case reported
  /// As a suspicion.
  case suspected
  /// As the author's opinion.
  case opinion
  /// As what could be: never pools.
  case hypothetical
  /// As what will be: never pools.
  case forecast

  /// Whether statements of this kind may count for or against a link.
  public var pools: Bool { self != .hypothetical && self != .forecast }
}

/// Who says something.
public enum Voice: Sendable, Hashable {
  /// The entity with this id.
  case entity(String)
  /// The declared asserter with this id.
  case declared(String)
  /// A voice in plain words, such as "analysts".
  case words(String)

  /// The id or the words, as the file has them.
  public var text: String {
    switch self {
    case .entity(let id), .declared(let id): id
    case .words(let words): words
    }
  }
}
