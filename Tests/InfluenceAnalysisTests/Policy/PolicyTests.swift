import Evidence
import Foundation
import Testing

@testable import InfluenceAnalysis

@Suite struct PolicyTests {
  private func decode(_ text: String) throws -> Policy {
    try JSONDecoder().decode(Policy.self, from: Data(text.utf8))
  }

  @Test("a file overrides what it names and nothing else")
  func partial() throws {
    let policy = try decode(
      """
      {"name": "mine", "reliability": {"C": 0.7}, "weak": "EF", "basis": {"no-evidence": 0.4},
       "caps": {"opinion": 4}, "lead": 365}
      """)
    var expected = Policy.standard
    expected.name = "mine"
    expected.reliability[.c] = 0.7
    expected.weak = [.e, .f]
    expected.noEvidence = 0.4
    expected.caps[.opinion] = .doubtful
    expected.lead = 365
    #expect(policy == expected)
  }

  @Test("the standard policy is that of the specification's tables")
  func standard() {
    let policy = Policy.standard
    #expect(Reliability.allCases.map { policy.worth(of: $0) } == [1, 0.9, 0.75, 0.5, 0.2, 0.5])
    #expect(Credibility.allCases.map { policy.worth(of: $0) } == [0.95, 0.75, 0.5, 0.25, 0, 0.5])
  }

  @Test("writing and reading gives the same policy")
  func roundTrip() throws {
    let policy = try Policy { $0.prior = 0.25 }
    let data = try JSONEncoder().encode(policy)
    #expect(try JSONDecoder().decode(Policy.self, from: data) == policy)
  }

  @Test("mistakes say what and how to mend it")
  func mistakes() {
    #expect(throws: PolicyError.outOfRange(key: "prior", value: 2, least: 0, most: 1)) {
      try decode(#"{"prior": 2}"#)
    }
    #expect {
      try decode(#"{"prio": 0.5}"#)
    } throws: { error in
      "\(error)".hasPrefix("the policy has no key 'prio'; the keys are name, reliability, weak")
    }
    #expect {
      try decode(#"{"reliability": {"G": 0.5}}"#)
    } throws: { error in
      "\(error)" == "the policy has no key 'reliability.G'; the keys are A, B, C, D, E, F"
    }
  }
}
