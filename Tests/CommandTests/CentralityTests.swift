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
}
