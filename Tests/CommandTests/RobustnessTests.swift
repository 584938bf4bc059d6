import Foundation
import Testing

/// `robustness`. Expected values of the karate club were reckoned with NetworkX 3.6.1.
@Suite struct RobustnessTests {
  @Test(arguments: [(false, 0.14186851211072657), (true, 0.13581314878892728)])
  func `those with most ties go first`(isAdaptive: Bool, robustness: Double) throws {
    let found = try StructureTests.json(
      ["robustness", "-", "--by", "degree"] + (isAdaptive ? ["--adaptive"] : []),
      input: KnownNetworks.karate)
    #expect(
      abs(try StructureTests.number(found, "robustness", "robustness") - robustness) < 1e-12)
    // The mean square of the degrees over their mean.
    #expect(
      abs(try StructureTests.number(found, "robustness", "degreeRatio") - 7.769230769230769) < 1e-12
    )
    let curve = try #require(found["curve"] as? [[String: Any]])
    #expect(curve.count == 35)
    #expect(curve[0]["largest"] as? Double == 1)
    #expect(abs((curve[2]["largest"] as? Double ?? 0) - 26.0 / 34) < 1e-12)
    #expect(curve[1]["id"] as? String == "34")
  }

  /// A star of four leaves: without its middle nothing hangs together.
  @Test func `the whole curve is a table and a plot`() throws {
    let star = "graph { m -- a; m -- b; m -- c; m -- d }"
    let table = try Command.run(
      ["robustness", "-", "--by", "betweenness", "--format", "csv"], input: star)
    let rows = table.text.split(whereSeparator: \.isNewline)
    #expect(rows[0] == "removed,share,largest,random,deviation,id,name")
    #expect(rows.count == 7)
    #expect(rows[2].hasPrefix("1,0.2,0.2,") && rows[2].hasSuffix(",m,m"))
    let plot = try Command.run(
      ["robustness", "-", "--by", "betweenness", "--format", "vega-lite"], input: star)
    let specification = try #require(
      try JSONSerialization.jsonObject(with: plot.output) as? [String: Any])
    let views = try #require(specification["vconcat"] as? [[String: Any]])
    let points = try #require(
      (views.first?["data"] as? [String: Any])?["values"] as? [[String: Any]])
    #expect(points.count == 12)
  }

  /// A star: without its hub nothing is tied; nobody but the hub is near all.
  @Test func `sets of nodes are taken out and looked for`() throws {
    let star = "graph { m -- a; m -- b; m -- c; m -- d }"
    let found = try StructureTests.json(
      ["robustness", "-", "--without", "m", "--key-players", "1", "--samples", "5"], input: star)
    for (key, value) in [
      ("components", 1.0), ("componentsThen", 4), ("largestThen", 1), ("fragmentation", 0),
      ("fragmentationThen", 1), ("distanceFragmentation", 0.3), ("distanceFragmentationThen", 1),
    ] {
      #expect(abs(try StructureTests.number(found, "without", key) - value) < 1e-12, "\(key)")
    }
    let players = try #require(found["keyPlayers"] as? [[String: Any]])
    #expect(players.count == 4)
    #expect(players.allSatisfy { $0["members"] as? [String] == ["m"] })
    let losses = try #require(found["losses"] as? [[String: Any]])
    #expect(losses.first?["id"] as? String == "m")
    #expect(losses.first?["efficiencyLoss"] as? Double == 1)
    let drawn = try Command.run(
      ["robustness", "-", "--by", "degree", "--samples", "5", "--format", "svg"], input: star)
    #expect(drawn.status == 0 && drawn.text.contains("share of nodes gone"))
    for count in ["5", "6"] {
      let many = try Command.run(["robustness", "-", "--key-players", count], input: star)
      #expect(many.status == 64)
      #expect(many.errors.contains("leaves nothing of a network of 5 nodes; take 1 to 4"))
    }
  }

  /// All triples of the karate club, measured with NetworkX 3.6.1.
  @Test func `the best triples of the karate club are found`() throws {
    let found = try StructureTests.json(
      ["robustness", "-", "--key-players", "3", "--samples", "2"], input: KnownNetworks.karate)
    let players = try #require(found["keyPlayers"] as? [[String: Any]])
    for (row, (goal, score)) in zip(
      players,
      [
        ("fragment", 0.5698924731182795), ("spreadApart", 0.7968100358422939),
        ("reach", 0.9705882352941176), ("reachByDistance", 0.9852941176470589),
      ])
    {
      #expect(row["goal"] as? String == goal)
      #expect(abs((row["score"] as? Double ?? 0) - score) < 1e-12)
      #expect(row["exact"] as? Bool == true && row["starts"] is NSNull)
    }
    #expect(players[0]["ids"] as? [String] == ["1", "33", "34"])
  }

  /// A path of five: the edges in the middle lie on six of the ten shortest ways, the others on four.
  @Test func `edges go too`() throws {
    let path = "graph { a -- b -- c -- d -- e }"
    let found = try StructureTests.json(
      ["robustness", "-", "--edges", "betweenness", "--samples", "40"], input: path)
    #expect(
      abs(try StructureTests.number(found, "edgeRobustness", "robustness") - 8.0 / 20) < 1e-12)
    #expect(try StructureTests.number(found, "edgeRobustness", "halved") == 2)
    let curve = try #require(found["edgeCurve"] as? [[String: Any]])
    #expect(curve.map { $0["largest"] as? Double } == [1, 0.6, 0.4, 0.4, 0.2])
    #expect(curve[1]["tail"] as? String == "b" && curve[1]["head"] as? String == "c")
    // One edge gone leaves 4 or 3, with the same chance; three leave two.
    #expect(abs((curve[1]["random"] as? Double ?? 0) - 0.7) < 0.08)
    #expect(abs((curve[3]["random"] as? Double ?? 0) - 0.4) < 1e-12)
    let table = try Command.run(
      ["robustness", "-", "--edges", "random", "--samples", "5", "--format", "csv"], input: path)
    #expect(table.text.hasPrefix("removed,share,random,deviation\r\n"))
    let drawn = try Command.run(
      ["robustness", "-", "--edges", "betweenness", "--samples", "5", "--format", "svg"],
      input: path)
    #expect(drawn.status == 0 && drawn.text.contains("share of edges gone"))
    #expect(try Command.run(["robustness", "-", "--edges", "weight"], input: path).status == 64)
  }

  /// In a star all that scores above the rest is the middle: the correlation is 1 while it is there and
  /// has two edges or more.
  @Test func `scores are tried with nodes missing and errors made`() throws {
    let star = "graph { m -- { a b c d e f g h i } }"
    let arguments = ["robustness", "-", "--missing", "--samples", "20"]
    let found = try StructureTests.json(arguments, input: star)
    let stability = try #require(found["stability"] as? [[String: Any]])
    #expect(
      stability.map { $0["measure"] as? String }
        == ["degree", "betweenness", "closeness", "eigenvector"])
    #expect(stability.allSatisfy { ($0["coefficient"] as? Double ?? -1) >= 0 })
    let curve = try #require(found["stabilityCurve"] as? [[String: Any]])
    #expect(
      curve.map { $0["share"] as? Double } == [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75])
    // With 5 % missing, rounded to one of ten, the rest is a star, or has no edge and no correlation.
    #expect(abs((curve[0]["degree"] as? Double ?? 0) - 1) < 1e-12)
    let errors = try #require(found["errors"] as? [[String: Any]])
    #expect(errors.count == 72)
    let keys = errors.compactMap { $0["error"] as? String }
    #expect(
      Set(keys) == [
        "missingNodes", "spuriousNodes", "missingEdges", "spuriousEdges", "falseMerges",
        "falseSplits",
      ])
    // A network of ten has no other ten.
    #expect(errors.allSatisfy { abs(($0["overlap"] as? Double ?? 0) - 1) < 1e-12 })
    #expect(try Command.run(arguments, input: star).text.contains("The CS coefficient"))
    let drawn = try Command.run(arguments + ["--format", "svg"], input: star)
    #expect(drawn.text.contains("share of nodes missing"))
    // Every node of a ring is like every other.
    let ring = try StructureTests.json(arguments, input: "graph { a -- b -- c -- d -- a }")
    let even = try #require(ring["stability"] as? [[String: Any]])
    #expect(even.allSatisfy { $0["coefficient"] is NSNull })
  }

  @Test func `strength without weights is told as degree`() throws {
    let star = "graph { m -- a; m -- b }"
    let result = try Command.run(
      ["robustness", "-", "--by", "strength", "--samples", "2"], input: star)
    #expect(result.text.contains("the strength of a node is its degree"))
    let refused = try Command.run(["robustness", "-", "--theme", "dark"], input: star)
    #expect(refused.status == 64 && refused.errors.contains("text is none; leave it out"))
  }

  @Test func `chance needs no measure, and a measure must be one`() throws {
    let result = try Command.run(
      ["robustness", "-", "--samples", "20"], input: KnownNetworks.karate)
    #expect(result.status == 0)
    #expect(result.text.contains("in random order"))
    #expect(try Command.run(["robustness", "-", "--by", "size"], input: "a b").status == 64)
    #expect(try Command.run(["robustness", "-", "--adaptive"], input: "a b").status == 64)
  }
}
