import Foundation
import Testing

/// `compare`. Expected values were reckoned with NumPy from the definitions.
@Suite struct CompareTests {
  @Test(
    arguments: [
      ("nodes", 15.0), ("shared", 8), ("onlyFirst", 12), ("onlySecond", 7),
      ("jaccard", 8.0 / 27), ("qapCorrelation", 0.35645311547160197),
      ("degreeCorrelation", 0.23611253444038208), ("deltaCon", 0.27474319624785204),
    ] as [(String, Double)])
  func `marriages and business of Florentine families`(key: String, value: Double) throws {
    let scratch = try Scratch()
    let business = try scratch.file("business.dot", KnownNetworks.business)
    let found = try StructureTests.json(
      ["compare", "-", business, "--permutations", "200"], input: KnownNetworks.marriages)
    #expect(abs(try StructureTests.number(found, "likeness", key) - value) < 1e-8)
    #expect(try StructureTests.number(found, "likeness", "pValue") < 0.05)
    #expect((found["edgeList"] as? [Any])?.count == 27)
  }

  @Test func `networks without nodes in common are not compared`() throws {
    let scratch = try Scratch()
    let other = try scratch.file("other.dot", "graph { x -- y; y -- z }")
    let result = try Command.run(["compare", "-", other], input: "graph { a -- b; b -- c }")
    #expect(result.status == 1)
    #expect(result.errors.contains("fewer than three nodes in common"))
    #expect(try Command.run(["compare", "-", "-"], input: "").status == 64)
  }

  @Test func `a network is like itself`() throws {
    let scratch = try Scratch()
    let same = try scratch.file("same.dot", KnownNetworks.marriages)
    let table = try Command.run(
      ["compare", same, same, "--permutations", "20", "--format", "csv"])
    let rows = table.text.split(whereSeparator: \.isNewline).dropFirst()
    #expect(rows.count == 20)
    #expect(rows.allSatisfy { $0.hasPrefix("both,") })
  }
}
