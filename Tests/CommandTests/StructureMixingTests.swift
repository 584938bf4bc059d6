import Foundation
import Testing

/// Whether ties join nodes alike in `structure --only mixing --attribute`. Expected values are those of NetworkX
/// 3.6.1, `attribute_assortativity_coefficient` and `numeric_assortativity_coefficient`.
@Suite struct StructureMixingTests {
  private static let ages = """
    { a [age=30; party=x]; b [age=35.5; party=x]; c [age=41; party=y]; d [age=20; party=y]; e [age=22; party=y]; f
    """

  private func mixing(_ attribute: String, _ input: String) throws -> [String: Any] {
    let found = try StructureTests.json(
      ["structure", "-", "--only", "mixing", "--attribute", attribute], input: input)
    return try #require(found["mixing"] as? [String: Any])
  }

  @Test func `any attribute divides the nodes`() throws {
    let clubs = try mixing("club", KnownNetworks.karate)
    let value = try #require(clubs["attributeAssortativity"] as? Double)
    #expect(abs(value - 0.717530864197531) < 1e-12)
    #expect(clubs["numericAssortativity"] is NSNull && clubs["kindAssortativity"] == nil)
    let text = try Command.run(
      ["structure", "-", "--attribute", "club"], input: KnownNetworks.karate)
    #expect(text.text.contains("assortativity by club"))
  }

  /// The node f has none, so that its tie does not count.
  @Test(
    arguments: [
      ("graph", "--", "age", -0.2820512820512821, 0.05348239915394864),
      ("graph", "--", "party", 0.16666666666666663, nil),
      ("digraph", "->", "age", nil, 0.056958726929706646),
    ] as [(String, String, String, Double?, Double?)])
  func `numbers are correlated`(
    kind: String, tie: String, attribute: String, alike: Double?, near: Double?
  ) throws {
    let edges = ["a b", "b c", "c d", "d e", "a c", "f a"].map { pair in
      pair.replacingOccurrences(of: " ", with: tie)
    }
    let input = "\(kind) \(Self.ages); \(edges.joined(separator: "; ")) }"
    let found = try mixing(attribute, input)
    for (key, value) in [("attributeAssortativity", alike), ("numericAssortativity", near)] {
      guard let value else { continue }
      #expect(abs(try #require(found[key] as? Double) - value) < 1e-12, "\(key)")
    }
    let text = try Command.run(
      ["structure", "-", "--only", "mixing", "--attribute", attribute], input: input)
    #expect(text.text.contains("1 node without \(attribute)"), "\(text.text)")
  }

  @Test func `an attribute that no node has is told with those there are`() throws {
    let result = try Command.run(
      ["structure", "-", "--only", "mixing", "--attribute", "clubs"], input: KnownNetworks.karate)
    #expect(result.status == 64)
    #expect(result.errors.contains("an attribute 'clubs'; there is club"), "\(result.errors)")
    let bare = try Command.run(
      ["structure", "-", "--attribute", "clubs"], input: "graph { a -- b }")
    #expect(bare.status == 64 && bare.errors.contains("or any other"), "\(bare.errors)")
    let evidence = try Command.run(["structure", Command.articles, "--attribute", "age"])
    #expect(evidence.status == 64 && evidence.errors.contains("there is kind"))
    for arguments in [["--only", "size"], ["--between", "1,2"]] {
      let idle = try Command.run(
        ["structure", "-", "--attribute", "club"] + arguments, input: KnownNetworks.karate)
      #expect(idle.status == 64 && idle.errors.contains("name one with --only"))
    }
  }
}
