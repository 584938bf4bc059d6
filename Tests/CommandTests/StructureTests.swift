import Foundation
import Testing

/// `structure`. Expected values of the karate club are those of NetworkX 3.6.1.
@Suite struct StructureTests {
  static func json(_ arguments: [String], input: String) throws -> [String: Any] {
    let result = try Command.run(arguments + ["--format", "json"], input: input)
    #expect(result.status == 0, "\(result.errors)")
    return try #require(
      try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
  }

  static func number(_ findings: [String: Any], _ section: String, _ key: String) throws -> Double {
    let figures = try #require(findings[section] as? [String: Any])
    return try #require(figures[key] as? Double)
  }

  @Test(
    arguments: [
      ("size", "nodes", 34.0), ("size", "edges", 78), ("size", "density", 0.13903743315508021),
      ("size", "components", 1), ("mixing", "transitivity", 0.2556818181818182),
      ("mixing", "meanClustering", 0.5706384782076823),
      ("mixing", "degreeAssortativity", -0.47561309768461413),
      ("cores", "largestCore", 4), ("cores", "coreNodes", 10), ("cliques", "maximalCliques", 36),
      ("cliques", "maximum", 5), ("cuts", "cutPoints", 1), ("cuts", "bridges", 1),
      ("connectivity", "nodeConnectivity", 1), ("connectivity", "edgeConnectivity", 1),
      ("dyads", "mutual", 78), ("dyads", "null", 483),
    ] as [(String, String, Double)])
  func `the karate club has the figures of other programs`(
    section: String, key: String, value: Double
  ) throws {
    let found = try Self.json(["structure", "-"], input: KnownNetworks.karate)
    #expect(abs(try Self.number(found, section, key) - value) < 1e-12)
    let triads = try #require(found["triads"] as? [[String: Any]])
    #expect(triads.first { $0["triad"] as? String == "300" }?["count"] as? Int == 45)
    let bridge = try #require((found["bridgeEdges"] as? [[String: Any]])?.first)
    #expect([bridge["tail"] as? String, bridge["head"] as? String] == ["1", "12"])
  }

  /// A star with one leaf's leaf: by hand.
  @Test func `degrees can be plotted and put into a table`() throws {
    let star = "graph { a -- b; a -- c; a -- d; d -- e }"
    let plot = try Command.run(
      ["structure", "-", "--only", "degrees", "--format", "vega-lite"], input: star)
    let specification = try #require(
      try JSONSerialization.jsonObject(with: plot.output) as? [String: Any])
    let views = try #require(specification["vconcat"] as? [[String: Any]])
    let rows = try #require((views.first?["data"] as? [String: Any])?["values"] as? [[String: Any]])
    #expect(rows.map { $0["x"] as? Int } == [1, 2, 3])
    #expect(rows.map { $0["y"] as? Int } == [3, 1, 1])
    let table = try Command.run(
      ["structure", "-", "--only", "degrees", "--format", "csv"], input: star)
    #expect(
      table.text.split(whereSeparator: \.isNewline).map(String.init) == [
        "section,row,key,value", "degrees,1,degree,1", "degrees,1,nodes,3", "degrees,1,share,1.0",
        "degrees,2,degree,2", "degrees,2,nodes,1", "degrees,2,share,0.4", "degrees,3,degree,3",
        "degrees,3,nodes,1", "degrees,3,share,0.2",
      ])
    let text = try Command.run(["structure", "-", "--only", "cuts"], input: star)
    #expect(text.text.contains("plain network, no evidence recorded: 5 nodes, 4 edges, undirected"))
  }

  @Test func `evidence says what it takes as present`() throws {
    let result = try Command.run(["structure", Command.articles, "--only", "size,cuts"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text.contains("projection influence, policy"))
    #expect(result.text.contains("taken as present"))
    #expect(!result.text.contains("Cores"))
  }

  @Test func `a part that is none is refused`() throws {
    let result = try Command.run(["structure", "-", "--only", "sise"], input: KnownNetworks.karate)
    #expect(result.status == 64)
    #expect(result.errors.contains("'sise' is no part; use some of size, degrees,"))
    let plot = try Command.run(
      ["structure", "-", "--only", "size", "--format", "vega-lite"], input: KnownNetworks.karate)
    #expect(plot.status == 64)
    #expect(plot.errors.contains("there is no curve in these findings"))
  }

  @Test(arguments: ["structure", "communities", "robustness"])
  func `a network without nodes is answered too`(verb: String) throws {
    let result = try Command.run([verb, "-"], input: "graph { }")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text.contains("0 nodes"))
  }
}
