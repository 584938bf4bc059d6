import Foundation
import Testing

/// What `structure` lists of nodes and edges that it used to count. Values of the karate club are those of NetworkX
/// 3.6.1.
@Suite struct StructureListsTests {
  private func json(_ arguments: [String], _ input: String) throws -> [String: Any] {
    try StructureTests.json(["structure", "-"] + arguments, input: input)
  }

  private func rows(_ found: [String: Any], _ section: String) throws -> [[String: Any]] {
    try #require(found[section] as? [[String: Any]], "\(section)")
  }

  private func ends(_ rows: [[String: Any]]) -> [String] {
    rows.map { "\($0["tail"] as? String ?? "") \($0["head"] as? String ?? "")" }
  }

  /// `k_truss` for k from 2 to 5.
  @Test func `edges have truss numbers`() throws {
    let edges = try rows(
      try json(["--only", "trusses"], KnownNetworks.karate), "trusses")
    for (number, count) in [(5, 14), (4, 11), (3, 42), (2, 11)] {
      #expect(edges.count { $0["truss"] as? Int == number } == count, "\(number)")
    }
    #expect(
      ends(Array(edges.prefix(14))) == [
        "1 2", "1 3", "1 4", "1 8", "1 14", "2 3", "2 4", "2 8", "2 14", "3 4", "3 8", "3 14",
        "4 8", "4 14",
      ])
    let loop = try Command.run(
      ["structure", "-", "--only", "trusses", "-f", "csv"], input: "graph { a -- a; a -- b }")
    #expect(loop.text == "tail,head,tailName,headName,truss\r\na,b,a,b,2\r\na,a,a,a,\r\n")
  }

  /// `find_cliques`.
  @Test func `the largest cliques are listed`() throws {
    let found = try json(["--only", "cliques"], KnownNetworks.karate)
    let cliques = try rows(found, "cliqueList")
    #expect(cliques.count == 36)
    let sizes = cliques.compactMap { $0["size"] as? Int }
    #expect(sizes == sizes.sorted(by: >))
    for (size, count) in [(5, 2), (4, 2), (3, 21), (2, 11)] {
      #expect(sizes.count { $0 == size } == count, "\(size)")
    }
    let members = cliques.prefix(4).map { Set($0["ids"] as? [String] ?? []) }
    #expect(
      Set(members) == [
        ["1", "2", "3", "4", "8"], ["1", "2", "3", "4", "14"], ["9", "31", "33", "34"],
        ["24", "30", "33", "34"],
      ])
    #expect(try StructureTests.number(found, "cliques", "leftOut") == 0)
    let text = try Command.run(
      ["structure", "-", "--only", "cliques"], input: KnownNetworks.karate)
    #expect(text.text.contains("16 are left out here"))
  }

  /// A triple of each of 34 and each of 35 nodes with one hub: 1190 triangles, of which 190 are left out.
  @Test func `no more than a thousand cliques are listed`() throws {
    let ties = (1...34).flatMap { left in (1...35).map { "l\(left) -- r\($0)" } }
    let hub = (1...34).map { "hub -- l\($0)" } + (1...35).map { "hub -- r\($0)" }
    let found = try json(
      ["--only", "cliques"], "graph { \((ties + hub).joined(separator: "; ")) }")
    #expect(try StructureTests.number(found, "cliques", "maximalCliques") == 1_190)
    #expect(try StructureTests.number(found, "cliques", "leftOut") == 190)
    #expect(try rows(found, "cliqueList").count == 1_000)
  }

  /// `max_weight_matching` has 13 pairs.
  @Test func `pairs of a largest matching are listed`() throws {
    let found = try json(["--only", "sides"], KnownNetworks.karate)
    let pairs = try rows(found, "matchingPairs")
    #expect(pairs.count == 13)
    let members = ends(pairs).flatMap { $0.split(separator: " ") }
    #expect(Set(members).count == 26)
  }

  /// `minimum_spanning_edges` and `maximum_spanning_edges`.
  @Test func `forests of least and most weight are listed`() throws {
    let input = """
      graph { s -- a [weight=3]; s -- b [weight=2]; a -- b [weight=1]; a -- t [weight=2]; b -- t [weight=4]
      c -- d [weight=-1.5] }
      """
    let found = try json(["--only", "forests"], input)
    for (key, value) in [
      ("trees", 2.0), ("edges", 4), ("minimumWeight", 3.5), ("maximumWeight", 7.5),
    ] {
      #expect(try StructureTests.number(found, "forests", key) == value)
    }
    let edges = try rows(found, "forestEdges")
    #expect(
      ends(edges.filter { $0["inMinimum"] as? Bool == true }) == ["s b", "a b", "a t", "c d"])
    #expect(
      ends(edges.filter { $0["inMaximum"] as? Bool == true }) == ["s a", "s b", "b t", "c d"])
    #expect(edges.map { $0["weight"] as? Double } == [3, 2, 1, 2, 4, -1.5])
  }

  /// By hand, in a row of four: the ends are like each other, and so are the two between; all are tied to some of all.
  @Test func `members of classes are told`() throws {
    let found = try json(["--only", "roles", "--splits", "1"], "graph { a -- b; b -- c; c -- d }")
    let classes = try rows(found, "classList")
    #expect(classes.map { $0["by"] as? String } == ["automorphic", "automorphic", "regular"])
    #expect(classes.map { $0["class"] as? Int } == [1, 2, 1])
    #expect(
      classes.map { $0["first"] as? [String] } == [["a", "d"], ["b", "c"], ["a", "b", "c", "d"]])
    let members = try rows(found, "blockMembers")
      .sorted { ($0["id"] as? String ?? "") < ($1["id"] as? String ?? "") }
    for (key, numbers) in [
      ("structural", [1, 2, 3, 4]), ("automorphic", [1, 2, 2, 1]), ("regular", [1, 1, 1, 1]),
    ] {
      #expect(members.map { $0[key] as? Int } == numbers, "\(key)")
    }
  }

  /// Four that are all tied and one alone, by hand; the karate club by L-BFGS-B of SciPy on the sum of squares.
  @Test func `nodes have a coreness`() throws {
    let four = "graph { a -- b; a -- c; a -- d; b -- c; b -- d; c -- d; e }"
    let found = try json(["--only", "core-periphery"], four)
    let nodes = try rows(found, "coreness")
    #expect(nodes.map { $0["id"] as? String } == ["a", "b", "c", "d", "e"])
    for (row, value) in zip(nodes, [0.5, 0.5, 0.5, 0.5, 0]) {
      #expect(abs(try #require(row["coreness"] as? Double) - value) < 1e-6)
    }
    // The sharp core is three of them, so that fewer pairs with e are against it.
    #expect(nodes.count { $0["inCore"] as? Bool == true } == 3)
    #expect(nodes.last?["inCore"] as? Bool == false)
    #expect(
      abs(try StructureTests.number(found, "corePeriphery", "corenessCorrelation") - 1) < 1e-9)
    let club = try json(["--only", "core-periphery"], KnownNetworks.karate)
    let first = try rows(club, "coreness").prefix(4)
    #expect(first.map { $0["id"] as? String } == ["34", "1", "3", "33"])
    for (row, value) in zip(
      first, [0.405345650372788, 0.3615023859232753, 0.32057667260904615, 0.3178851708120324])
    {
      #expect(abs(try #require(row["coreness"] as? Double) - value) < 1e-5)
    }
    let correlation = try StructureTests.number(club, "corePeriphery", "corenessCorrelation")
    #expect(abs(correlation - 0.4524584327291175) < 1e-5)
    #expect((club["corePeriphery"] as? [String: Any])?["corenessConverged"] as? Bool == true)
  }
}
