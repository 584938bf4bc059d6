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
    #expect(found["valuedRegression"] == nil)
  }

  /// Three networks of five nodes, whose files name the nodes in different orders: `corrcoef` and `lstsq`
  /// of NumPy 2.4.6 over the 20 pairs.
  @Test func `weights are compared beside ties`() throws {
    let scratch = try Scratch()
    let first = try scratch.file(
      "first.csv", "source,target,weight\na,b,2\nb,c,5\nc,d,1\nd,e,4\ne,a,3\na,c,0.5\n")
    let second = try scratch.file(
      "second.csv", "source,target,weight\ne,a,2.5\nd,c,1\nb,c,4\na,b,1.5\nc,e,6\nd,e,0.5\n")
    let third = try scratch.file(
      "third.csv", "source,target,weight\nb,a,1\nb,c,2\ne,d,3\na,c,1\nc,e,2\n")
    let arguments = ["compare", first, second, "--with", third, "--permutations", "300"]
    let found = try StructureTests.json(arguments, input: "")
    for (section, key, value) in [
      ("likeness", "qapCorrelation", 0.523809523809524), ("likeness", "shared", 4),
      ("likeness", "valuedCorrelation", 0.4417908358632267), ("regressionFit", "pairs", 20),
      ("regressionFit", "rSquared", 0.27803379416282636),
      ("regressionFit", "adjustedRSquared", 0.19309659347609998),
      ("regressionFit", "fStatistic", 3.2734042553191482),
      ("regressionFit", "intercept", 0.12903225806451615),
      ("valuedRegressionFit", "rSquared", 0.20196617321801902),
      ("valuedRegressionFit", "fStatistic", 2.151177575110684),
    ] {
      #expect(abs(try StructureTests.number(found, section, key) - value) < 1e-9, "\(key)")
    }
    // 13 and 12 of all 120 orders of the nodes give as much.
    for (key, share) in [("pValue", 13.0 / 120), ("valuedPValue", 0.1)] {
      #expect(abs(try StructureTests.number(found, "likeness", key) - share) < 0.09, "\(key)")
    }
    let rows = try #require(found["valuedRegression"] as? [[String: Any]])
    #expect(abs((rows[0]["coefficient"] as? Double ?? 0) - 0.45367426057411686) < 1e-9)
    let words = try Command.run(arguments).text
    #expect(words.contains("valued QAP correlation"))
    #expect(words.contains("Valued figures are of the weights of edges"))
    let table = try Command.run(arguments + ["--format", "csv"]).text
    let lines = table.split(whereSeparator: \.isNewline).map(String.init)
    #expect(lines[0] == "in,tail,head,tailName,headName,firstWeight,secondWeight")
    #expect(lines.contains { $0.hasPrefix("both,b,c,b,c,5") })
  }

  @Test func `weights of one network alone are left out, and probabilities of links compared`()
    throws
  {
    let scratch = try Scratch()
    let plain = try scratch.file("plain.csv", "source,target\na,b\nb,c\n")
    let weighted = try scratch.file("w.csv", "source,target,weight\na,b,2\nb,c,3\nc,a,1\n")
    let result = try Command.run(["compare", weighted, plain, "--permutations", "5"])
    #expect(result.text.contains("since plain.csv has none"))
    #expect(!result.text.contains("valued"))
    let evidence = try Command.run(
      ["compare", Command.articles, Command.articles, "--permutations", "5"])
    #expect(evidence.text.contains("the probabilities of links"))
    #expect(evidence.text.contains("valued QAP correlation"))
  }

  @Test func `it does not matter in which order files name the nodes`() throws {
    let scratch = try Scratch()
    let other = try scratch.file("other.dot", "graph { e; d; b; c; a; a -- b -- c -- d -- e }")
    let found = try StructureTests.json(
      ["compare", "-", other, "--permutations", "5"], input: "graph { a -- b -- c -- d -- e }")
    #expect(try StructureTests.number(found, "likeness", "jaccard") == 1)
    #expect(abs(try StructureTests.number(found, "likeness", "qapCorrelation") - 1) < 1e-12)
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
