public import Evidence

/// The conventions by which grades become numbers, all in one place and replaceable as a whole.
///
/// None of these numbers is measured against outcomes. They are printed with every result, and a
/// file given with `--policy` overrides those that it names.
public struct Policy: Sendable, Equatable {
  /// The name that is printed with results.
  public var name = "throughline-1"
  /// What each letter of a grade is worth, 0 to 1; a source without a grade counts as F.
  public var reliability: [Reliability: Double] = [
    .a: 1, .b: 0.9, .c: 0.75, .d: 0.5, .e: 0.2, .f: 0.5,
  ]
  /// The letters whose voices share one common doubt, so that no crowd of them settles a matter.
  public var weak: [Reliability] = [.d, .e, .f]
  /// What each digit of a grade is worth, 0 to 1.
  public var credibility: [Credibility: Double] = [
    .confirmed: 0.95, .probable: 0.75, .possible: 0.5, .doubtful: 0.25, .improbable: 0,
    .unknown: 0.5,
  ]
  /// The weight of a denial that says outright that it is not so.
  public var directDenial = 1.0
  /// The weight of a denial by those who looked and found nothing.
  public var noEvidence = 0.5
  /// The weight of such a denial if it says "so far".
  public var noEvidenceYet = 0.25
  /// The weight of a voice that gains if it is believed.
  public var interest = 0.5
  /// The trust that another voice must have to confirm a grade of 1.
  public var confirm = 0.5
  /// The least probability of both sides in a dispute.
  public var dispute = 0.05
  /// The least probability of a supported link.
  public var supported = 0.45
  /// The least probability of a tentative verdict.
  public var substantial = 0.2
  /// The least probability of a firm verdict.
  public var firm = 0.5
  /// The share of the unknown that is counted for a link that somebody affirms; 0 leaves the burden
  /// of proof on the link.
  public var prior = 0.0
  /// The credibility of a statement without a grade, of a relation without a usual one.
  public var usualCredibility = Credibility.probable
  /// The best credibility that a statement without a grade can have by its modality.
  public var caps: [Modality: Credibility] = [
    .suspected: .possible, .opinion: .possible, .reported: .probable,
  ]
  /// Voices that name nobody: whoever speaks under these words in two documents is two voices.
  public var generic = Policy.standardGeneric
  /// For how many days before a dated attack an undated contact may have led to it.
  public var lead = 730
  /// By how many days a date marked `~`, `?` or `%` is widened on either side.
  public var slack = 0

  /// The policy of this library, as it stands in the documentation.
  public static let standard = Policy()

  /// The standard conventions, to be changed.
  private init() {}

  /// Makes a policy from the standard one.
  ///
  /// - Parameter change: Changes what should differ.
  /// - Throws: ``PolicyError`` if a number is out of range.
  public init(changing change: (inout Policy) -> Void) throws(PolicyError) {
    self.init()
    change(&self)
    try check()
  }

  private static let standardGeneric = [
    "activists", "agencies", "analysts", "authorities", "commentators", "commentator", "court",
    "critics", "eyewitnesses", "experts", "friends", "government", "headline", "investigators",
    "intelligence", "journalists", "lawmakers", "lawyers", "media", "neighbours", "neighbors",
    "observers", "officers", "official", "officials", "police", "politicians", "press",
    "prosecutor", "prosecutors", "reader", "readers", "relatives", "report", "reports", "research",
    "studies", "study", "reporters",
    "researchers", "residents", "scholars", "source", "sources", "spokesman", "spokeswoman",
    "spokesperson", "students", "supporters", "survivors", "witness", "witnesses",
  ]
}

extension Policy {
  /// Checks that every number is in its range.
  ///
  /// - Throws: ``PolicyError`` for the first that is not.
  func check() throws(PolicyError) {
    for letter in Reliability.allCases {
      guard let value = reliability[letter] else {
        throw .missing(key: "reliability.\(letter.rawValue)")
      }
      try Self.checkUnit(value, "reliability.\(letter.rawValue)")
    }
    for digit in Credibility.allCases {
      guard let value = credibility[digit] else {
        throw .missing(key: "credibility.\(digit.rawValue)")
      }
      try Self.checkUnit(value, "credibility.\(digit.rawValue)")
    }
    let units = [
      ("basis.direct", directDenial), ("basis.no-evidence", noEvidence),
      ("basis.no-evidence-yet", noEvidenceYet), ("interest", interest), ("confirm", confirm),
      ("dispute", dispute), ("supported", supported), ("substantial", substantial),
      ("firm", firm), ("prior", prior),
    ]
    for (key, value) in units { try Self.checkUnit(value, key) }
    for (key, value) in [("lead", lead), ("slack", slack)] where !(0...100_000).contains(value) {
      throw .outOfRange(key: key, value: Double(value), least: 0, most: 100_000)
    }
  }

  private static func checkUnit(_ value: Double, _ key: String) throws(PolicyError) {
    guard value >= 0, value <= 1 else {
      throw .outOfRange(key: key, value: value, least: 0, most: 1)
    }
  }

  /// What a letter is worth.
  func worth(of letter: Reliability) -> Double { reliability[letter] ?? 0 }

  /// What a digit is worth.
  func worth(of digit: Credibility) -> Double { credibility[digit] ?? 0 }
}

/// What is wrong with a policy.
public enum PolicyError: Error, Equatable, CustomStringConvertible {
  /// A number is outside its range.
  case outOfRange(key: String, value: Double, least: Double, most: Double)
  /// A grade has no number.
  case missing(key: String)
  /// There is no such key.
  case unknownKey(String, known: [String])

  /// What is wrong and how to mend it.
  public var description: String {
    switch self {
    case .outOfRange(let key, let value, let least, let most):
      "the policy sets \(key) to \(value); it must be from \(least) to \(most)"
    case .missing(let key):
      "the policy gives no number for \(key); add one from 0 to 1"
    case .unknownKey(let key, let known):
      "the policy has no key '\(key)'; the keys are \(known.joined(separator: ", "))"
    }
  }
}
