import Foundation
import Testing

/// The parts of `structure` that are asked for by name. Values of the karate club are those of NetworkX 3.6.1,
/// and closed forms.
@Suite struct StructurePartsTests {
  private func rows(
    _ arguments: [String], _ section: String, input: String
  ) throws -> [[String: Any]] {
    let found = try StructureTests.json(["structure", "-"] + arguments, input: input)
    return try #require(found[section] as? [[String: Any]])
  }

  /// `edge_connectivity`, `node_connectivity` and `minimum_node_cut` of NetworkX; member 17 is tied to 6 and
  /// 7 alone, which reach the rest through 1, 5 and 11, all three of them tied to 1.
  @Test func `between two nodes are ways and cuts`() throws {
    let found = try StructureTests.json(
      ["structure", "-", "--between", "1,34"], input: KnownNetworks.karate)
    for (key, value) in [("distance", 2.0), ("edgeConnectivity", 10), ("nodeConnectivity", 6)] {
      #expect(try StructureTests.number(found, "between", key) == value)
    }
    let cut = try #require((found["between"] as? [String: Any])?["nodeCut"] as? [String])
    #expect(cut.count == 6)
    let way = try StructureTests.json(
      ["structure", "-", "--between", "17,34"], input: KnownNetworks.karate)
    let figures = try #require(way["between"] as? [String: Any])
    #expect(figures["throughAll"] as? [String] == ["1"])
    #expect(figures["nodeCut"] as? [String] == ["1"])
    #expect(Set(way.keys).isDisjoint(with: ["size", "degrees"]))
  }

  /// 45 triangles among 528 paths of two edges; the s-metric is the sum over edges of the products of degrees.
  @Test func `beside chance stand counts and figures`() throws {
    let found = try rows(
      ["--only", "chance", "--samples", "20"], "chance", input: KnownNetworks.karate)
    func value(_ what: String, _ key: String) throws -> Double {
      try #require(found.first { $0["what"] as? String == what }?[key] as? Double, "\(what)")
    }
    #expect(try value("triangle", "observed") == 45)
    #expect(try value("path3", "observed") == 528 - 3 * 45)
    #expect(abs(try value("transitivity", "observed") - 0.2556818181818182) < 1e-12)
    #expect(try value("sMetric", "observed") == 3_640)
    // Degrees stay, so paths of two edges and three times the triangles add up to the same.
    let sum = try value("path3", "mean") + 3 * (try value("triangle", "mean"))
    #expect(abs(sum - 528) < 1e-9)
    #expect(try value("triangle", "shareAtLeast") >= 1.0 / 21)
  }

  /// Marriages and business of the Florentine families as one tie a pair: `bridges`, `edge_connectivity` and
  /// `core_number` of NetworkX 3.6.1.
  @Test func `ties that run both ways count once`() throws {
    let found = try StructureTests.json(
      [
        "structure", Command.root.appendingPathComponent("graphs/florentine-families.yaml").path,
        "--projection",
        "associations", "--only", "size,cores,cuts,connectivity",
      ], input: "")
    #expect(found["directed"] as? Bool == false)
    #expect(found["edges"] as? Int == 27)
    for (section, key, value) in [
      ("cuts", "bridges", 1.0), ("connectivity", "edgeConnectivity", 1),
      ("cores", "largestCore", 3),
    ] { #expect(try StructureTests.number(found, section, key) == value) }
    let bridges = try #require(found["bridgeEdges"] as? [[String: Any]])
    #expect(bridges.map { $0["tailName"] as? String } == ["Acciaiuoli"])
  }

  /// A complete bipartite graph: the two sides are the structural classes and the blocks, by hand.
  @Test func `roles are blocks of like ties`() throws {
    let input = "graph { a -- x; a -- y; a -- z; b -- x; b -- y; b -- z }"
    let found = try StructureTests.json(
      ["structure", "-", "--only", "roles,sides", "--splits", "1"], input: input)
    for key in ["structural", "automorphic"] {
      #expect(try StructureTests.number(found, "classes", key) == 2)
    }
    let blocks = try #require(found["blocks"] as? [[String: Any]])
    #expect(blocks.map { $0["first"] as? [String] } == [["a", "b"], ["x", "y", "z"]])
    let ties = try #require(found["blockTies"] as? [[String: Any]])
    #expect(ties.map { $0["density"] as? Double } == [0, 1, 1, 0])
    for (key, value) in [("first", 2.0), ("second", 3), ("matching", 2)] {
      #expect(try StructureTests.number(found, "sides", key) == value)
    }
    let csv = try Command.run(
      ["structure", "-", "--only", "roles", "--splits", "1", "--format", "csv"], input: input)
    #expect(
      csv.text.hasPrefix(
        "block,id,name,kind,structural,automorphic,regular\r\n1,a,a,,1,1,1\r\n1,b,b,,1,1,1\r\n2,x,x,,2,2,1"
      ))
  }

  /// Two friends and an enemy of one of them: one tie is frustrated.
  @Test func `signs are told apart where there are some`() throws {
    let signed = "graph { a -- b [weight=1]; b -- c [weight=1]; a -- c [weight=-1] }"
    let found = try StructureTests.json(["structure", "-"], input: signed)
    for (key, value) in [("negative", 1.0), ("unbalanced", 1), ("frustrationAtMost", 1)] {
      #expect(try StructureTests.number(found, "balance", key) == value)
    }
    let plain = try StructureTests.json(["structure", "-"], input: KnownNetworks.karate)
    #expect(plain["balance"] == nil)
  }

  /// One tie within, one between; that within weighs double in the index of a group, which counts ends.
  @Test func `ties within groups are counted by an attribute`() throws {
    let input =
      #"graph { a [side=left]; b [side=left]; c [side=right]; d; a -- b; b -- c; c -- d }"#
    let found = try rows(
      ["--only", "homophily", "--attribute", "side"], "homophily", input: input)
    #expect(found.map { $0["group"] as? String } == ["all", "left", "right"])
    #expect(found.map { $0["inside"] as? Int } == [1, 1, 0])
    #expect(found.map { $0["outside"] as? Int } == [1, 1, 1])
    #expect(found.map { $0["eiIndex"] as? Double } == [0, -1.0 / 3, 1])
    #expect(found[0]["eiIndex"] as? Double == 0)
    let unknown = try Command.run(
      ["structure", "-", "--only", "homophily", "--attribute", "height"], input: input)
    #expect(unknown.status == 64 && unknown.errors.contains("'height'"))
  }

  /// Pairs are independent in a model of ties and answers alone, so its coefficients follow from the census:
  /// of 10 pairs 2 are mutual, 4 one way, 4 without.
  @Test func `habits are the coefficients of a model`() throws {
    let input = "digraph { a -> b -> a; c -> d -> c; a -> c; b -> d; e -> a; d -> e }"
    let found = try rows(["--only", "habits"], "habits", input: input)
    #expect(found.map { $0["term"] as? String } == ["edges", "mutual"])
    let values = found.compactMap { $0["coefficient"] as? Double }
    let edges = log(4.0 / (2 * 4))
    let mutual = log(2.0 / 4) - 2 * edges
    #expect(abs(values[0] - edges) < 0.3 && abs(values[1] - mutual) < 0.5, "\(values)")
    // Without answered ties there is no term for them, and the chance of a tie is 3 in 12.
    let line = try rows(
      ["--only", "habits"], "habits", input: "digraph { a -> b -> c -> d }")
    #expect(line.map { $0["term"] as? String } == ["edges"])
    #expect(abs(try #require(line[0]["coefficient"] as? Double) - log(3.0 / 9)) < 1e-6)
  }

  /// Whom eighteen novices liked (Sampson 1969, the third time), and what R ergm 4.12.0 finds for edges,
  /// mutual and gwesp of the decay 0.5, as the tests of the Python package ergmx hold it. Both draw random
  /// graphs.
  @Test func `habits of directed networks have shared partners`() throws {
    let liked = [
      [2, 11, 13], [0, 6, 11], [0, 12, 16, 17], [4, 5, 10], [3, 8, 10], [3, 4, 8], [1, 11, 15],
      [3, 5, 8], [4, 7, 11], [3, 4, 8, 12], [4, 7, 13], [0, 1, 6], [4, 6, 17], [0, 11, 14],
      [1, 6, 11], [1, 6, 14], [1, 2, 17], [1, 2, 16],
    ]
    let ties = liked.enumerated().flatMap { tail, heads in heads.map { "\(tail) -> \($0)" } }
    let found = try rows(
      ["--only", "habits"], "habits", input: "digraph { " + ties.joined(separator: "\n") + " }")
    #expect(found.map { $0["term"] as? String } == ["edges", "mutual", "sharedPartners"])
    #expect(found.allSatisfy { $0["converged"] as? Bool == true })
    let observed = found.compactMap { $0["observed"] as? Double }
    #expect(observed[0] == 56 && observed[1] == 15 && abs(observed[2] - 40.87645020519) < 1e-9)
    let values = found.compactMap { $0["coefficient"] as? Double }
    let (expected, errors) = ([-2.6239, 2.1145, 0.3867], [0.2596, 0.4819, 0.1579])
    for place in 0..<3 {
      #expect(abs(values[place] - expected[place]) < 0.2 * errors[place], "\(values)")
    }
  }

  /// One short cut among eight nodes: the random graphs of the model are empty or full. Without it the chance
  /// of a tie is 5 in 56.
  @Test func `habits that do not converge are told without shared partners`() throws {
    let input = "digraph { a -> b -> c; a -> c; d -> e; f -> g; h }"
    let found = try rows(["--only", "habits"], "habits", input: input)
    #expect(found.map { $0["term"] as? String } == ["edges", "sharedPartners"])
    #expect(found.map { $0["converged"] as? Bool } == [true, false])
    #expect(abs(try #require(found[0]["coefficient"] as? Double) - log(5.0 / 51)) < 1e-6)
    #expect(found[1]["coefficient"] as? Double == nil && found[1]["simulated"] as? Double == nil)
    #expect(abs(try #require(found[1]["observed"] as? Double) - 1) < 1e-9)
    let words = try Command.run(["structure", "-", "--only", "habits"], input: input).text
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("did not converge, and is told without"), "\(words)")
  }

  @Test func `figures have intervals, and edges stand out or not`() throws {
    let found = try rows(["--only", "intervals"], "intervals", input: KnownNetworks.karate)
    #expect(found.map { $0["what"] as? String } == ["density", "meanDegree", "transitivity"])
    #expect(abs(try #require(found[1]["value"] as? Double) - 156.0 / 34) < 1e-12)
    for row in found {
      let (low, high) = (row["low"] as? Double ?? 1, row["high"] as? Double ?? 0)
      #expect(low < high)
    }
    // A star of one heavy tie and four light ones: the heavy one by (1 - 16 / 20)^4.
    let star = """
      graph { h -- a [weight=16]; h -- b [weight=1]; h -- c [weight=1]; h -- d [weight=1]
      h -- e [weight=1] }
      """
    let edges = try rows(["--only", "backbone"], "backbone", input: star)
    #expect(edges[0]["head"] as? String == "a")
    #expect(abs(try #require(edges[0]["disparity"] as? Double) - 0.0016) < 1e-12)
    #expect(edges.allSatisfy { $0["inForest"] as? Bool == true })
  }

  /// By hand: a reaches b at 1 and through it c at 2; the tie of c and d was before, at 0.
  @Test func `contacts follow each other in time`() throws {
    let input = "graph { a -- b [day=1]; b -- c [day=2]; c -- d [day=0] }"
    let found = try StructureTests.json(["structure", "-", "--time", "day"], input: input)
    let rows = try #require(found["contactNodes"] as? [[String: Any]])
    let reach = Dictionary(
      uniqueKeysWithValues: rows.map { ($0["id"] as? String ?? "", $0["reach"] as? Double ?? -1) })
    // d reaches c at 0 and b at 2; c reaches d and b; b reaches a and c.
    #expect(reach == ["a": 2, "b": 2, "c": 2, "d": 2])
    #expect(abs(try StructureTests.number(found, "contacts", "reachable") - 8.0 / 12) < 1e-12)
    #expect(try StructureTests.number(found, "contacts", "reachableStill") == 1)
    for (name, words) in [("year", "there is day"), ("label", "no edge of")] {
      let result = try Command.run(["structure", "-", "--time", name], input: input)
      #expect(result.status == 64 && result.errors.contains(words), "\(result.errors)")
    }
    let words = try Command.run(
      ["structure", "-", "--time", "day"], input: "graph { a -- b [day=monday] }")
    #expect(words.status == 65 && words.errors.contains("'monday'"), "\(words.errors)")
  }

  @Test func `what is asked wrongly is refused`() throws {
    for (arguments, words) in [
      (["--between", "1"], "needs two names"), (["--between", "1,1"], "two different nodes"),
      (["--between", "1,Zachary"], "no node"), (["--splits", "9"], "from 1 to 8"),
      (["--only", "rolls"], "is no part"),
      (["--only", "size", "-o", "x.svg"], "nothing to draw"),
    ] {
      let result = try Command.run(["structure", "-"] + arguments, input: KnownNetworks.karate)
      #expect(result.status == 64, "\(arguments)")
      #expect(result.errors.contains(words), "\(result.errors)")
    }
  }

  @Test(arguments: ["roles", "degrees"])
  func `blocks and degrees are drawn`(part: String) throws {
    let drawn = try Command.run(
      ["structure", "-", "--only", part, "--format", "svg"], input: KnownNetworks.karate)
    #expect(drawn.status == 0 && drawn.text.contains("<svg"))
    #expect(drawn.text.contains(part == "roles" ? "splits" : "degree"))
  }
}
