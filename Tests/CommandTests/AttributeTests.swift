import Foundation
import Testing

@Suite struct AttributeTests {
  private func attacks(_ arguments: [String]) throws -> [[String: Any]] {
    let result = try Command.run(
      ["attribute", Command.articles, "--format", "json", "--draws", "2"] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    let value = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
    return try #require(value?["attacks"] as? [[String: Any]])
  }

  /// What the sources come to by reasoning, section 6.
  @Test(arguments: [
    ("sousse-2015", "directed", true), ("westminster-2017", "claimed only", false),
    ("magnanville-2016", "inspired", false),
  ])
  func `an attack can be named`(id: String, verdict: String, isDisputed: Bool) throws {
    let found = try attacks([id])
    #expect(found.count == 1)
    #expect(found[0]["id"] as? String == id)
    #expect(found[0]["verdict"] as? String == verdict)
    #expect(found[0]["disputed"] as? Bool == isDisputed)
  }

  @Test func `what was said later is not known before`() throws {
    let early = try attacks(["--as-of", "2015-07-01"])
    let ids = early.compactMap { $0["id"] as? String }
    #expect(ids.contains("sousse-2015"))
    for later in ["paris-2015", "brussels-2016", "orlando-2016", "westminster-2017"] {
      #expect(!ids.contains(later))
    }
    let statements = early.flatMap { attack in
      ["statementsFor", "statementsAgainst"].flatMap { attack[$0] as? [[String: Any]] ?? [] }
    }
    #expect(!statements.isEmpty)
    #expect(statements.allSatisfy { $0["source"] as? String == "talkleft-2015-06-28" })
  }

  @Test func `an attack that nobody had written of is no result`() throws {
    let result = try Command.run(
      ["attribute", Command.articles, "orlando-2016", "--as-of", "2015-07-01"])
    #expect(result.status == 1)
    #expect(result.errors.contains("nothing that had been published by 2015-07-01 names 'Orlando"))
  }

  @Test func `a name that is no attack is refused with its kind`() throws {
    let result = try Command.run(["attribute", Command.articles, "ISIS"])
    #expect(result.status == 64)
    #expect(result.errors.contains("'ISIS' is no attack but a group"))
    let unknown = try Command.run(["attribute", Command.articles, "Atlantis"])
    #expect(unknown.status == 64)
    let date = try Command.run(["attribute", Command.articles, "--as-of", "last week"])
    #expect(date.status == 64)
    #expect(date.errors.contains("'last week' is no date"))
  }
}
