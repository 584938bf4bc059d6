public import Evidence

/// What one statement weighs, and how that came about.
///
/// `trust = rho * kappa` is the chance that the statement settles the matter. The stance gives its
/// side and the grade its size: a doubtful denial is a weak denial, never support.
public struct StatementWeight: Sendable, Equatable {
  /// The id of the statement.
  public let statement: String
  /// Which side it is on.
  public let side: Side
  /// The key of the voice that it comes from.
  public internal(set) var origin: String
  /// The name of that voice.
  public internal(set) var originName: String
  /// The reliability that counts: of the document or of the voice, whichever is lower.
  public let reliability: Reliability
  /// The credibility that counts.
  public internal(set) var credibility: Credibility
  /// Whether the credibility was given, not inferred from relation and modality.
  public let isGraded: Bool
  /// Whether the reliability is one of those that share a common doubt.
  public let isWeak: Bool
  /// Whether the voice, or one that carried it, gains if it is believed.
  public let isInterested: Bool
  /// The reliability as a number.
  public let rho: Double
  /// The weight of the stance: 1 for an affirmation, less for "no evidence".
  public let basis: Double
  /// The factor for interest: 1 if there is none.
  public let interest: Double
  /// The credibility as a number, times basis and interest.
  public internal(set) var kappa: Double
  /// Why the credibility is not the one given, if it is not.
  public internal(set) var note: String?

  /// The chance that the statement settles the matter.
  public var trust: Double { rho * kappa }

  /// The grade that counted, such as `B2`.
  public var grade: String { "\(reliability.rawValue)\(credibility.rawValue)" }

  /// The same weight from another voice, of which this one is a copy.
  func moved(to origin: VoiceBook.Identity, copyOf statement: String) -> StatementWeight {
    var moved = self
    moved.origin = origin.id
    moved.originName = origin.name
    moved.note = "its quote is that of \(statement)"
    return moved
  }
}

/// Weighs single statements by a policy.
struct Scales: Sendable {
  let graph: InfluenceGraph
  let policy: Policy
  let voices: VoiceBook
  let camps: Camps
  /// Those of whom it is said that they carried something out.
  private let perpetrators: Set<String>

  init(_ graph: InfluenceGraph, policy: Policy, voices: VoiceBook? = nil) {
    self.graph = graph
    self.policy = policy
    self.voices = voices.map { VoiceBook($0, graph: graph) } ?? VoiceBook(graph, policy: policy)
    camps = Camps(graph)
    perpetrators = Set(
      graph.statements.lazy.filter {
        $0.relation == "perpetrated" && $0.stance == .affirms && $0.canPool
      }.compactMap(\.subject.id))
  }

  /// The same voices under a policy that differs in the worth of grades alone.
  init(_ other: Scales, policy: Policy) {
    graph = other.graph
    self.policy = policy
    voices = other.voices
    camps = other.camps
    perpetrators = other.perpetrators
  }

  /// Weighs a statement, or returns `nil` if it cannot count for or against anything.
  ///
  /// A grade of 1 is taken as given; ``settle(_:statement:among:)`` checks it.
  ///
  /// - Parameters:
  ///   - statement: The statement.
  ///   - isContradicted: Whether another statement on the same link denies it; then the usual
  ///     credibility of the relation does not hold.
  /// - Returns: The weight, or `nil`.
  func weigh(_ statement: Statement, isContradicted: Bool) -> StatementWeight? {
    guard statement.canPool else { return nil }
    let origin = voices.origin(of: statement)
    let reliability = reliability(of: statement)
    let basis: Double
    switch statement.stance {
    case .affirms, .leavesOpen: basis = 1
    case .denies: basis = policy.directDenial
    case .findsNoEvidence: basis = statement.soFar ? policy.noEvidenceYet : policy.noEvidence
    }
    let isInterested = statement.isInterested ?? infersInterest(statement)
    let interest = isInterested ? policy.interest : 1
    let credibility =
      statement.credibility ?? inferredCredibility(statement, isContradicted: isContradicted)
    return StatementWeight(
      statement: statement.id, side: statement.stance.isDenial ? .denies : .affirms,
      origin: origin.id, originName: origin.name, reliability: reliability,
      credibility: credibility, isGraded: statement.credibility != nil,
      isWeak: policy.weak.contains(reliability), isInterested: isInterested,
      rho: policy.worth(of: reliability), basis: basis, interest: interest,
      kappa: policy.worth(of: credibility) * basis * interest, note: nil)
  }

  /// The lower of the document's reliability and that of the voice.
  private func reliability(of statement: Statement) -> Reliability {
    let document = graph.source(statement.citation.source)?.reliability ?? .f
    let speaker = voices.speaker(of: statement)
    guard let asserter = speaker.asserter.flatMap({ graph.asserter($0) }),
      let own = asserter.reliability
    else { return document }
    let (a, b) = (policy.worth(of: own), policy.worth(of: document))
    if a == b { return policy.weak.contains(own) ? own : document }
    return a < b ? own : document
  }

  /// The credibility of a statement without a grade: the usual one of its relation unless that is
  /// contradicted, and none better than its modality allows.
  private func inferredCredibility(_ statement: Statement, isContradicted: Bool) -> Credibility {
    var credibility = policy.usualCredibility
    if !isContradicted, statement.stance == .affirms, let name = statement.relation,
      let usual = graph.vocabulary.relation(name)?.usualCredibility
    {
      credibility = Credibility(rawValue: usual) ?? credibility
    }
    if let cap = policy.caps[statement.modality],
      policy.worth(of: cap) < policy.worth(of: credibility)
    {
      credibility = cap
    }
    return credibility
  }

  private func infersInterest(_ statement: Statement) -> Bool {
    guard case .relation(let name, .one(let object)) = statement.predicate,
      case .one(let subject) = statement.subject, let relation = graph.vocabulary.relation(name)
    else { return false }
    let source = statement.citation.source
    let speaker = voices.speaker(of: statement)
    for party in relation.credits(subject: subject, object: object) {
      let credited = camps.credited(with: party)
      if let id = speaker.asserter, let asserter = graph.asserter(id),
        !credited.isDisjoint(with: asserter.interestIn)
      {
        return true
      }
      // What moved a perpetrator is his to tell: in a relation that runs both ways he is the one
      // influenced.
      let speaksOfHimself =
        relation.influence == .both && speaker.entity == party
        && perpetrators.contains(party)
      let carriers = statement.via.map { voices.identity(of: $0, in: source).entity }
      for voice in ([speaksOfHimself ? nil : speaker.entity] + carriers).compactMap({ $0 })
      where !camps.principals(of: voice).isDisjoint(with: credited) {
        return true
      }
    }
    return false
  }

  /// Takes a grade of 1 as 2 unless something confirms it: what the statement names, or another
  /// voice without interest on the same side.
  func settle(
    _ weight: StatementWeight, statement: Statement, among others: [StatementWeight]
  ) -> StatementWeight {
    guard weight.credibility == .confirmed, weight.isGraded, statement.confirmedBy == nil else {
      return weight
    }
    let isConfirmed = others.contains { other in
      let credibility = min(
        policy.worth(of: other.credibility), policy.worth(of: .probable))
      return other.side == weight.side && other.origin != weight.origin && !other.isInterested
        && other.rho * credibility * other.basis >= policy.confirm
    }
    guard !isConfirmed else { return weight }
    var settled = weight
    settled.credibility = .probable
    settled.kappa = policy.worth(of: .probable) * weight.basis * weight.interest
    settled.note = "grade 1 without confirmation counts as 2"
    return settled
  }
}
