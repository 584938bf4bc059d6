import Evidence
import Foundation
import Testing

@testable import InfluenceAnalysis

/// The cases of the independent prototype on attribution, hypotheses and association.
struct AttributionCases: Decodable {
  struct Degrees: Decodable {
    var directed: Double
    var enabled: Double
    var inspired: Double
  }

  /// A day by its ordinal, or a first and a last one.
  struct Days: Decodable {
    var first: Int
    var last: Int

    init(from decoder: any Decoder) throws {
      if let pair = try? decoder.singleValueContainer().decode([Int].self), pair.count == 2 {
        (first, last) = (pair[0], pair[1])
      } else {
        first = try decoder.singleValueContainer().decode(Int.self)
        last = first
      }
    }

    /// Ordinals count 0001-01-01 as 1.
    static func day(_ ordinal: Int) -> Day { Day(daysSinceEpoch: ordinal - 719_163) }

    var bounds: DayBounds { DayBounds(first: Self.day(first), last: Self.day(last)) }
  }

  struct Question: Decodable {
    var attack: String?
    var calls: [Days]?
    var attacks: [Days]?
    var window: Int?
    var span: [Int]?
    var complete: Bool?
  }

  struct Answer: Decodable {
    var verdict: String?
    var tentative: Bool?
    var principal: String?
    var degrees: Degrees?
    var disputed: Bool?
    var disputed_links: [String]?
    var claims: [String]?
    var inconsistency: [String: Double]?
    var first: [String]?
    var flips: [String]?
    var observed: Int?
    var range: [Int]?
    var expected: Double?
    var covered: Double?
    var p: Double?
    var attainable: Double?
    var refused: [String]?
  }

  struct Case: Decodable, CustomTestStringConvertible {
    var id: String
    var kind: String
    var evidence: CaseFile.Input
    var question: Question
    var answer: Answer
    var testDescription: String { id }

    static let kinds = ["attribution", "hypotheses", "association"]

    private enum CodingKeys: String, CodingKey { case id, kind, input, expect }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      id = try values.decode(String.self, forKey: .id)
      kind = try values.decode(String.self, forKey: .kind)
      let isKnown = Self.kinds.contains(kind)
      evidence =
        isKnown ? try values.decode(CaseFile.Input.self, forKey: .input) : CaseFile.Input()
      question = isKnown ? try values.decode(Question.self, forKey: .input) : Question()
      answer = isKnown ? try values.decode(Answer.self, forKey: .expect) : Answer()
    }

    /// The evidence weighed for attribution.
    var attributor: Attributor {
      get throws {
        Attributor(
          try CaseFile.shared.graph(evidence), policy: evidence.policy ?? .standard)
      }
    }
  }

  var cases: [Case]

  private static let shared: AttributionCases = {
    do {
      let url = try need(
        Bundle.module.url(
          forResource: "reasoning-cases", withExtension: "json", subdirectory: "Fixtures"))
      return try JSONDecoder().decode(AttributionCases.self, from: Data(contentsOf: url))
    } catch {
      fatalError("the cases do not load: \(error)")
    }
  }()

  static func of(_ kind: String) -> [Case] { shared.cases.filter { $0.kind == kind } }
}
