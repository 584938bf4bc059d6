import Foundation
import Testing

@Suite struct CentralityTests {
  /// The directed graph of conventions.md, section 9: 0→1, 1→2, 2→3, 0→2, 3→4, isolate 5.
  static let golden = "digraph { 0 -> 1; 1 -> 2; 2 -> 3; 0 -> 2; 3 -> 4; 5 }\n"

  /// Origin: NetworkX 3.6.1 and igraph 1.0.0.
  static let rows: [(String, [Double])] = [
    ("betweenness", [0, 0, 0.2, 0.15, 0, 0]), ("closeness", [0, 0.2, 0.4, 0.36, 16.0 / 45, 0]),
    ("harmonic", [0, 1, 2, 2, 13.0 / 6, 0]),
  ]

  @Test(arguments: rows)
  func `a plain network gives the golden numbers`(measure: String, expected: [Double]) throws {
    let scratch = try Scratch()
    let path = try scratch.file("golden.dot", Self.golden)
    let result = try Command.run(
      ["centrality", path, "--measures", measure, "--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    let value = try #require(
      try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
    #expect(value["directed"] as? Bool == true)
    #expect(value["nodes"] as? Int == 6)
    let measures = try #require(value["measures"] as? [[String: Any]])
    let scores = try #require(measures[0]["scores"] as? [[String: Any]])
    for score in scores {
      let id = try #require(Int(score["id"] as? String ?? ""))
      #expect(abs((score["score"] as? Double ?? .nan) - expected[id]) < 1e-9)
    }
    #expect(scores.count == 6)
  }

  @Test func `samples add intervals, and the plain score stays`() throws {
    func scores(_ extra: [String]) throws -> [String: [String: Any]] {
      let result = try Command.run(
        ["centrality", Command.articles, "--measures", "reach", "--format", "json"] + extra)
      let value = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
      let measures = try #require(value?["measures"] as? [[String: Any]])
      let list = try #require(measures[0]["scores"] as? [[String: Any]])
      return Dictionary(list.map { ($0["id"] as? String ?? "", $0) }) { first, _ in first }
    }
    let plain = try scores([])
    let sampled = try scores(["--samples", "100"])
    #expect(plain.count == sampled.count)
    for (id, score) in sampled {
      #expect(score["score"] as? Double == plain[id]?["score"] as? Double)
      #expect(plain[id]?["low"] == nil)
      let (low, high) = (score["low"] as? Double ?? 2, score["high"] as? Double ?? -1)
      #expect(low <= high)
    }
  }

  @Test func `every measure has finite numbers or null`() throws {
    let result = try Command.run(
      ["centrality", Command.articles, "--measures", "all", "--format", "json"])
    #expect(result.status == 0)
    #expect(!result.text.contains(": nan"))
    #expect(!result.text.contains(": inf"))
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: result.output) }
  }

  @Test func `ties have scores, but no picture is sized by them`() throws {
    let measure = "edge-betweenness"
    let result = try Command.run(
      ["centrality", Command.articles, "--measures", measure, "--format", "json"])
    #expect(result.status == 0)
    let value = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
    let measures = try #require(value?["measures"] as? [[String: Any]])
    let scores = try #require(measures[0]["scores"] as? [[String: Any]])
    #expect(scores.count == value?["edges"] as? Int)
    #expect(scores.allSatisfy { $0["kind"] as? String == "tie" })
    let picture = try Command.run(["render", Command.articles, "--size-by", measure, "-o", "-"])
    #expect(picture.status == 64)
    #expect(picture.errors.contains("edge-betweenness scores ties"))
  }

  @Test func `an unknown measure names the known ones`() throws {
    let result = try Command.run(["centrality", Command.articles, "--measures", "betweeness"])
    #expect(result.status == 64)
    #expect(result.errors.contains("betweenness"))
  }

  @Test func `weights are taken as the user says`() throws {
    let scratch = try Scratch()
    // As strengths the way over b is shorter than the direct one; as distances it is not.
    let path = try scratch.file("weighted.txt", "a b 4\nb c 4\na c 1\n")
    func between(_ weights: String) throws -> Double? {
      let result = try Command.run(
        [
          "centrality", path, "--input-format", "edges", "--undirected", "--measures",
          "betweenness", "--weights", weights, "--format", "json",
        ])
      #expect(result.status == 0, "\(result.errors)")
      let value = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
      let measures = try #require(value?["measures"] as? [[String: Any]])
      let scores = try #require(measures[0]["scores"] as? [[String: Any]])
      return scores.first { $0["id"] as? String == "b" }?["score"] as? Double
    }
    #expect(try between("strength") == 1)
    #expect(try between("distance") == 0)
    #expect(try between("none") == 0)
    let refused = try Command.run(["centrality", Command.articles, "--weights", "strength"])
    #expect(refused.status == 64)
    #expect(refused.errors.contains("no weights but probabilities"))
  }

  /// A star of ten: whatever edges are missing, its centre is first, unless none is left to it.
  @Test func `errors in the network have a table of their own`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("star.dot", "graph { c -- {1 2 3 4 5 6 7 8 9} }\n")
    let result = try Command.run(
      ["centrality", path, "--measures", "degree", "--perturb", "--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    let value = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
    let curves = try #require(value?["perturbation"] as? [[String: Any]])
    #expect(curves.map { $0["name"] as? String } == ["degree"])
    let points = try #require(curves[0]["points"] as? [[String: Any]])
    #expect(points.count == 16)
    let missing = points.filter { $0["error"] as? String == "remove edges" }
    #expect(missing.map { $0["share"] as? Double } == [0.05, 0.1, 0.25, 0.5])
    #expect(missing.allSatisfy { $0["top1"] as? Double == 1 })
    let text = try Command.run(["centrality", path, "--measures", "degree", "--perturb"]).text
    #expect(text.contains("degree, if the network has errors"))
    let plain = try Command.run(["centrality", path, "--measures", "degree"])
    #expect(!plain.text.contains("errors"))
  }

  /// Katz on a -> b, by hand: x_a = 1 and x_b = 1 + alpha, which 0.5 makes 1.5; raw, as they stand.
  @Test func katzTakesAnAlpha() throws {
    let scratch = try Scratch()
    let network = try scratch.file("n.csv", "source,target\na,b\n")
    let result = try Command.run(
      [
        "centrality", network, "--measures", "katz", "--normalization", "raw", "--alpha", "0.5",
        "-f",
        "csv",
      ])
    #expect(result.status == 0, "\(result.errors)")
    let rows = result.text.components(separatedBy: "\r\n")
    #expect(
      rows.contains { $0.hasSuffix(",b,b,,1.5") } && rows.contains { $0.hasSuffix(",a,a,,1.0") })
    #expect(result.text.contains("alpha 0.5"))
    let usual = try Command.run(["centrality", network, "--measures", "katz", "-f", "csv"]).text
    #expect(!usual.contains("alpha"))
    let evidence = try Command.run(
      [
        "centrality", Command.articles, "--measures", "katz", "--alpha", "0.2", "--samples", "5",
        "-f", "json",
      ])
    #expect(evidence.status == 0 && evidence.text.contains("alpha 0.2"))
    for bad in ["0", "-1", "x"] {
      #expect(
        try Command.run(["centrality", network, "--measures", "katz", "--alpha", bad]).status == 64)
    }
  }

  /// A weight that a measure cannot use is told with its place, in whatever format.
  @Test(arguments: [
    ("n.csv", "source,target,weight\na,b,2\nb,c,-3\n", ":3:5: "),
    ("n.csv", "source,target,weight,kind\na,b,2,x\nb,c,-3,y\n", ":3:5: "),
    ("n.txt", "1 2 5\n2 3 -3\n", ":2:5: "),
    ("n.dot", "graph {\n a -- b [weight=2];\n b -- c [weight=-3];\n}\n", ":3:"),
    (
      "n.gml",
      "graph [\n node [ id 1 ]\n node [ id 2 ]\n edge [ source 1 target 2 weight -3 ]\n]\n", ":4:"
    ),
    (
      "n.graphml",
      """
      <graphml><key id="w" for="edge" attr.name="weight" attr.type="double"/><graph edgedefault="directed">
      <node id="a"/><node id="b"/>
      <edge source="a" target="b"><data key="w">-3</data></edge>
      </graph></graphml>

      """, ":3:"
    ),
  ])
  func anUnusableWeightHasAPlace(name: String, text: String, place: String) throws {
    let scratch = try Scratch()
    let network = try scratch.file(name, text)
    for verb in [
      ["centrality", network, "--measures", "closeness", "--weights", "distance"],
      [
        "trace", network, "--from", name.hasSuffix("txt") || name.hasSuffix("gml") ? "1" : "a",
        "--weights", "distance",
      ],
    ] {
      let result = try Command.run(verb)
      #expect(result.status == 65, "\(result.errors)")
      #expect(result.errors.contains(name + place), "\(result.errors)")
      #expect(result.errors.contains("the weight is -3, and must be"), "\(result.errors)")
      #expect(result.errors.contains("--weights none"))
    }
  }

  /// A pipe ends on a terminal in turn.
  @Test func noTableSteersATerminal() throws {
    let scratch = try Scratch()
    let graph = try scratch.file(
      "g.json",
      #"""
      {"throughline": 1, "title": "T", "sources": [{"id": "x", "title": "X", "reliability": "B"}],
       "entities": [{"id": "a", "kind": "person", "name": "A\u001b[31m\u202eB"}, {"id": "b", "kind": "attack", "name": "B"}],
       "statements": [{"id": "s1", "subject": "a", "relation": "directed", "object": "b", "credibility": 2,
        "cite": {"source": "x", "paragraph": 1}}]}
      """#)
    for verb in [["centrality", graph], ["trace", graph, "--to", "b"], ["timeline", graph]] {
      let result = try Command.run(verb + ["--format", "csv"])
      #expect(
        result.text.unicodeScalars.allSatisfy {
          $0.value >= 0x20 || "\r\n".unicodeScalars.contains($0)
        })
      #expect(!result.text.contains("\u{202E}"))
      if verb[0] == "centrality" {
        #expect(result.text.contains("A\\u{1B}[31m\\u{202E}B"), "\(result.text) \(result.errors)")
      }
    }
  }

  /// A cell without a weight counts as 1, and that is told.
  @Test(arguments: [
    "a,b,3\nb,c,\nc,d,2\n", "1 2 3\n2 3\n3 4 2\n", "source,target,weight\na,b,3\nb,c,\nc,d,2\n",
  ])
  func aMissingWeightIsToldOf(text: String) throws {
    let scratch = try Scratch()
    let network = try scratch.file("n.csv", text)
    let result = try Command.run(["centrality", network, "--measures", "strength"])
    #expect(result.status == 0)
    #expect(result.errors.contains("1 of 3 edges has no weight and weighs 1"), "\(result.errors)")
  }
}
