import Evidence

extension Policy: Codable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case name, reliability, weak, credibility, basis, interest, confirm, dispute, supported
    case substantial, firm, prior, usual, caps, generic, lead, slack
  }

  private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Reads a policy; what it does not name stays as in ``standard``.
  ///
  /// Grades are keyed by their letters and digits (`reliability: {C: 0.7}`), denials by
  /// `direct`, `no-evidence` and `no-evidence-yet`, caps by modality; `weak` is a text of letters
  /// such as `DEF`.
  ///
  /// - Parameter decoder: The decoder.
  /// - Throws: A decoding error, or ``PolicyError`` for an unknown key or a number out of range.
  public init(from decoder: any Decoder) throws {
    self = .standard
    let known = CodingKeys.allCases.map(\.rawValue)
    for key in try decoder.container(keyedBy: AnyKey.self).allKeys
    where !known.contains(key.stringValue) {
      throw PolicyError.unknownKey(key.stringValue, known: known)
    }
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func replace<Value: Decodable>(
      _ path: WritableKeyPath<Policy, Value>, _ key: CodingKeys
    ) throws {
      if let value = try values.decodeIfPresent(Value.self, forKey: key) {
        self[keyPath: path] = value
      }
    }
    func table(_ key: CodingKeys) throws -> [(String, Double)] {
      let table = try values.decodeIfPresent([String: Double].self, forKey: key) ?? [:]
      return table.sorted { $0.key < $1.key }
    }
    try replace(\.name, .name)
    for (key, value) in try table(.reliability) {
      guard let letter = Reliability(rawValue: key) else {
        throw PolicyError.unknownKey(
          "reliability.\(key)", known: Reliability.allCases.map(\.rawValue))
      }
      reliability[letter] = value
    }
    if let letters = try values.decodeIfPresent(String.self, forKey: .weak) {
      weak = Reliability.allCases.filter { letters.contains($0.rawValue) }
    }
    for (key, value) in try table(.credibility) {
      guard let digit = Int(key).flatMap(Credibility.init(rawValue:)) else {
        throw PolicyError.unknownKey(
          "credibility.\(key)", known: Credibility.allCases.map { "\($0.rawValue)" })
      }
      credibility[digit] = value
    }
    for (key, value) in try table(.basis) {
      switch key {
      case "direct": directDenial = value
      case "no-evidence": noEvidence = value
      case "no-evidence-yet": noEvidenceYet = value
      default:
        throw PolicyError.unknownKey(
          "basis.\(key)", known: ["direct", "no-evidence", "no-evidence-yet"])
      }
    }
    try replace(\.interest, .interest)
    try replace(\.confirm, .confirm)
    try replace(\.dispute, .dispute)
    try replace(\.supported, .supported)
    try replace(\.substantial, .substantial)
    try replace(\.firm, .firm)
    try replace(\.prior, .prior)
    try replace(\.usualCredibility, .usual)
    let limits = try values.decodeIfPresent([String: Credibility].self, forKey: .caps) ?? [:]
    for (key, digit) in limits.sorted(by: { $0.key < $1.key }) {
      guard let modality = Modality(rawValue: key) else {
        throw PolicyError.unknownKey("caps.\(key)", known: Modality.allCases.map(\.rawValue))
      }
      caps[modality] = digit
    }
    try replace(\.generic, .generic)
    try replace(\.lead, .lead)
    try replace(\.slack, .slack)
    try check()
  }

  /// Writes a policy in full.
  ///
  /// - Parameter encoder: The encoder.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    func table<Key: Hashable, Value>(
      _ values: [Key: Value], name: (Key) -> String
    ) -> [String: Value] {
      Dictionary(values.map { (name($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(table(reliability) { $0.rawValue }, forKey: .reliability)
    try container.encode(weak.map(\.rawValue).joined(), forKey: .weak)
    try container.encode(table(credibility) { "\($0.rawValue)" }, forKey: .credibility)
    try container.encode(
      ["direct": directDenial, "no-evidence": noEvidence, "no-evidence-yet": noEvidenceYet],
      forKey: .basis)
    try container.encode(interest, forKey: .interest)
    try container.encode(confirm, forKey: .confirm)
    try container.encode(dispute, forKey: .dispute)
    try container.encode(supported, forKey: .supported)
    try container.encode(substantial, forKey: .substantial)
    try container.encode(firm, forKey: .firm)
    try container.encode(prior, forKey: .prior)
    try container.encode(usualCredibility, forKey: .usual)
    try container.encode(table(caps) { $0.rawValue }, forKey: .caps)
    try container.encode(generic, forKey: .generic)
    try container.encode(lead, forKey: .lead)
    try container.encode(slack, forKey: .slack)
  }
}
