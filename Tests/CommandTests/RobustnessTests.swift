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
    let many = try Command.run(["robustness", "-", "--key-players", "6"], input: star)
    #expect(many.status == 64 && many.errors.contains("more than the 5 nodes"))
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
