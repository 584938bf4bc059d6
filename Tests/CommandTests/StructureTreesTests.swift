import Foundation
import Testing

/// Rich clubs, trees, windows of time and degrees with direction in `structure`.
@Suite struct StructureTreesTests {
  private func rows(
    _ arguments: [String], _ section: String, input: String
  ) throws -> [[String: Any]] {
    let found = try StructureTests.json(["structure", "-"] + arguments, input: input)
    return try #require(found[section] as? [[String: Any]])
  }

  /// `rich_club_coefficient` of NetworkX 3.6.1 on the karate club, by degree.
  @Test func `the rich club is that of NetworkX`() throws {
    let found = try rows(
      ["--only", "rich-club", "--samples", "20"], "richClub", input: KnownNetworks.karate)
    let expected = [
      0: 0.13903743315508021, 1: 0.14583333333333334, 2: 0.23809523809523808, 3: 0.325,
      4: 0.4888888888888889, 5: 0.5238095238095238, 6: 0.5, 9: 0.5, 10: 1.0 / 3, 12: 0,
    ]
    #expect(Set(found.compactMap { $0["degree"] as? Int }) == Set(expected.keys))
    for row in found {
      let degree = try #require(row["degree"] as? Int)
      let phi = try #require(row["phi"] as? Double)
      #expect(abs(phi - (expected[degree] ?? -1)) < 1e-12)
      // All pairs of all nodes, whatever the graph of the same degrees.
      if degree == 0 { #expect(abs((row["normalized"] as? Double ?? 0) - 1) < 1e-12) }
      if let mean = row["expected"] as? Double, mean > 0 {
        #expect(abs(try #require(row["normalized"] as? Double) - phi / mean) < 1e-12)
      }
    }
    let drawn = try Command.run(
      ["structure", "-", "--only", "rich-club", "-f", "svg"], input: KnownNetworks.karate)
    #expect(drawn.text.contains("random graphs of its degrees"))
  }

  /// The numbers of `gomory_hu_tree` of NetworkX 3.6.1 on the karate club, and its `minimum_cut_value` of two pairs.
  @Test func `the tree of cuts is that of NetworkX`() throws {
    let found = try rows(["--only", "cut-tree"], "cutTree", input: KnownNetworks.karate)
    #expect(
      found.compactMap { $0["capacity"] as? Double }
        == [
          1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 5, 5, 5, 6, 6, 9,
        ]
        + [10, 10, 12])
    func least(_ from: String, _ to: String) -> Double? {
      var best: [String: Double] = [from: .infinity]
      for _ in found {
        for row in found {
          guard let tail = row["tail"] as? String, let head = row["head"] as? String,
            let capacity = row["capacity"] as? Double
          else { continue }
          for (one, other) in [(tail, head), (head, tail)] {
            if let known = best[one], best[other] == nil { best[other] = min(known, capacity) }
          }
        }
      }
      return best[to]
    }
    #expect(least("1", "34") == 10 && least("17", "26") == 2)
    // By hand: a heavy edge and a light one in a row.
    let weighted = try rows(
      ["--only", "cut-tree", "--weights", "strength"], "cutTree",
      input: "graph { a -- b [weight=5]; b -- c [weight=0.5] }")
    #expect(weighted.compactMap { $0["capacity"] as? Double } == [0.5, 5])
  }

  /// By hand: three spokes of a hub, and a longer way round.
  @Test func `a short tree joins what is named`() throws {
    let input = """
      graph { a -- h [weight=1]; b -- h [weight=1]; c -- h [weight=1]; a -- b [weight=5]; c -- d [weight=1]
      e -- f [weight=1] }
      """
    let found = try StructureTests.json(
      ["structure", "-", "--joining", "a,b,c", "--weights", "distance"], input: input)
    for (key, value) in [("nodes", 4.0), ("edges", 3), ("length", 3)] {
      #expect(try StructureTests.number(found, "joining", key) == value)
    }
    let figures = try #require(found["joining"] as? [String: Any])
    #expect(figures["between"] as? [String] == ["h"] && found["size"] == nil)
    let edges = try #require(found["joiningEdges"] as? [[String: Any]])
    #expect(edges.map { $0["tail"] as? String } == ["a", "b", "c"])
    // By edges alone a and b are neighbors.
    let hops = try StructureTests.json(["structure", "-", "--joining", "a,b"], input: input)
    #expect(try StructureTests.number(hops, "joining", "length") == 1)
    let apart = try StructureTests.json(["structure", "-", "--joining", "a,e"], input: input)
    #expect((apart["joining"] as? [String: Any])?["length"] is NSNull)
    // The smallest tree of three members of the karate club has six edges, by trying all.
    let club = try StructureTests.json(
      ["structure", "-", "--joining", "17,27,12"], input: KnownNetworks.karate)
    let length = try StructureTests.number(club, "joining", "length")
    #expect(length >= 6 && length < 12)
    let alone = try Command.run(["structure", "-", "--joining", "a"], input: input)
    #expect(alone.status == 64 && alone.errors.contains("two nodes or more"), "\(alone.errors)")
  }

  /// Contacts at 0 to 8, by hand: three windows of the same length, then four that overlap.
  @Test func `windows of time have figures of their own`() throws {
    let input = """
      graph { a -- b [day=0]; b -- c [day=2]; a -- c [day=2.5]; a -- b [day=3]; a -- b [day=5]; d -- e [day=8] }
      """
    let found = try rows(["--time", "day", "--windows", "2"], "windows", input: input)
    #expect(found.map { $0["from"] as? Double } == [0, 4])
    for (key, values) in [
      ("contacts", [4.0, 2]), ("nodes", [3, 4]), ("ties", [3, 2]), ("density", [1, 1.0 / 3]),
      ("components", [1, 2]), ("largestComponent", [3, 2]),
    ] {
      #expect(found.map { $0[key] as? Double } == values, "\(key)")
    }
    #expect(found[0]["transitivity"] as? Double == 1 && found[0]["kept"] is NSNull)
    #expect(found[1]["transitivity"] is NSNull)
    #expect(abs(try #require(found[1]["kept"] as? Double) - 1.0 / 3) < 1e-12)
    let sliding = try rows(
      ["--time", "day", "--windows", "4", "--window-length", "5"], "windows", input: input)
    #expect(sliding.map { $0["from"] as? Double } == [0, 1, 2, 3])
    #expect(sliding.map { $0["contacts"] as? Int } == [4, 4, 4, 3])
    let csv = try Command.run(
      ["structure", "-", "--time", "day", "--windows", "2", "-f", "csv"], input: input)
    #expect(csv.text.hasPrefix("from,to,contacts,nodes,ties,density,"))
    let long = try Command.run(
      ["structure", "-", "--time", "day", "--windows", "2", "--window-length", "9"], input: input)
    #expect(long.status == 65 && long.errors.contains("at most 8"), "\(long.errors)")
  }

  /// By hand: a reaches three, d is reached twice.
  @Test func `degrees have directions`() throws {
    let input = "digraph { a -> b; a -> c; a -> d; b -> d }"
    let found = try rows(["--only", "degrees"], "degrees", input: input)
    #expect(found.map { $0["degree"] as? Int } == [0, 1, 2, 3])
    for (key, values) in [
      ("nodes", [0, 1, 2, 1]), ("inDegree", [1, 2, 1, 0]), ("outDegree", [2, 1, 0, 1]),
    ] {
      #expect(found.map { $0[key] as? Int } == values, "\(key)")
    }
    #expect(found.map { $0["inShare"] as? Double } == [1, 0.75, 0.25, nil])
    let drawn = try Command.run(
      ["structure", "-", "--only", "degrees", "-f", "svg"], input: input)
    #expect(drawn.text.contains("ties in") && drawn.text.contains("ties out"))
  }

  /// A star of 25 leaves: its degrees, 1 and 25, are wide.
  @Test func `wide degrees are drawn on logarithmic scales`() throws {
    let star = "graph { " + (1...25).map { "hub -- n\($0)" }.joined(separator: "; ") + " }"
    let drawn = try Command.run(["structure", "-", "--only", "degrees", "-f", "svg"], input: star)
    #expect(drawn.text.contains("logarithmic"))
    let plot = try Command.run(
      ["structure", "-", "--only", "degrees", "-f", "vega-lite"], input: star)
    let specification = try #require(
      try JSONSerialization.jsonObject(with: plot.output) as? [String: Any])
    let view = try #require((specification["vconcat"] as? [[String: Any]])?.first)
    let points = try #require((view["data"] as? [String: Any])?["values"] as? [[String: Any]])
    #expect(points.map { $0["x"] as? Int } == [1, 25])
    let shares = points.compactMap { $0["y"] as? Double }
    #expect(shares.count == 2 && shares[0] == 1 && abs(shares[1] - 1.0 / 26) < 1e-15)
    let narrow = try Command.run(
      ["structure", "-", "--only", "degrees", "-f", "svg"], input: KnownNetworks.karate)
    #expect(!narrow.text.contains("logarithmic"))
  }

  @Test func `what is too large for a model is not tried`() throws {
    let ring =
      "graph { " + (0..<4_001).map { "n\($0) -- n\(($0 + 1) % 4_001)" }.joined(separator: "\n")
    let found = try Command.run(["structure", "-", "--only", "habits"], input: ring + " }")
    let words = found.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(found.status == 0 && words.contains("more than the 4000"), "\(words)")
  }

  /// Without direction there are no arrows.
  @Test func `arrows are told where there are some`() throws {
    for (input, hasArrows) in [
      ("graph { a -- b -- c -- d }", false), ("digraph { a -> b -> c -> d }", true),
    ] {
      let found = try Command.run(["robustness", "-", "--key-players", "1"], input: input)
      #expect(found.text.contains("along the arrows") == hasArrows)
    }
  }
}
