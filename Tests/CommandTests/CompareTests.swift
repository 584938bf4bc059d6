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

  /// Least squares by NumPy 2.4.6 over all ordered pairs: marriages on business ties and on a ring of the
  /// families in alphabetical order.
  @Test func `ties are explained by those of several networks`() throws {
    let families = [
      "acciaiuoli", "albizzi", "barbadori", "bischeri", "castellani", "ginori", "guadagni",
      "lamberteschi", "medici", "pazzi", "peruzzi", "ridolfi", "salviati", "strozzi", "tornabuoni",
    ]
    let scratch = try Scratch()
    let business = try scratch.file("business.dot", KnownNetworks.business)
    let ring = try scratch.file(
      "ring.dot", "graph { \((families + families.prefix(1)).joined(separator: " -- ")) }")
    let found = try StructureTests.json(
      ["compare", "-", business, "--with", ring, "--permutations", "200"],
      input: KnownNetworks.marriages)
    let rows = try #require(found["regression"] as? [[String: Any]])
    let coefficients = rows.compactMap { $0["coefficient"] as? Double }
    #expect(abs(coefficients[0] - 0.39844425) < 1e-7)
    #expect(abs(coefficients[1] + 0.14001729) < 1e-7)
    #expect(rows[0]["shareAtLeast"] as? Double ?? 1 < 0.05)
  }

  @Test func `small networks have an edit distance`() throws {
    let scratch = try Scratch()
    let line = try scratch.file("line.dot", "graph { a -- b; b -- c }")
    let found = try StructureTests.json(
      ["compare", "-", line, "--permutations", "5"], input: "graph { a -- b; b -- c; a -- c }")
    #expect(try StructureTests.number(found, "likeness", "editDistance") == 1)
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
