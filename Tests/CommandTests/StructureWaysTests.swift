import Foundation
import Testing

/// Who reaches whom, and by which ways, in `structure`. Values are those of NetworkX 3.6.1, or by hand.
@Suite struct StructureWaysTests {
  private func json(_ arguments: [String], _ input: String) throws -> [String: Any] {
    try StructureTests.json(["structure", "-"] + arguments, input: input)
  }

  private func rows(_ found: [String: Any], _ section: String) throws -> [[String: Any]] {
    try #require(found[section] as? [[String: Any]], "\(section)")
  }

  private func ends(_ rows: [[String: Any]]) -> [String] {
    rows.map { "\($0["tail"] as? String ?? "")\($0["head"] as? String ?? "")" }
  }

  /// A graph of 12 nodes without cycles, and what `transitive_closure` and `transitive_reduction` make of it.
  private static let layered = """
    digraph { 0->7; 1->2; 1->4; 1->7; 1->8; 1->9; 2->3; 2->5; 2->7; 2->8; 2->10; 2->11; 3->6; 3->10; 4->8
    4->10; 4->11; 5->6; 5->9; 7->9; 7->11; 8->11 }
    """

  @Test func `the closure has the pairs that are joined by ways`() throws {
    let layered = try json(["--only", "closure"], Self.layered)
    #expect(try StructureTests.number(layered, "closure", "closureEdges") == 31)
    #expect(try StructureTests.number(layered, "closure", "onCycles") == 0)
    #expect(try rows(layered, "closurePairs").count == 31)
    let ring = try json(["--only", "closure"], "digraph { a->b; b->c; c->a; c->d; e->e }")
    #expect(try StructureTests.number(ring, "closure", "closureEdges") == 9)
    #expect(try StructureTests.number(ring, "closure", "onCycles") == 4)
    #expect(try StructureTests.number(ring, "closure", "closureShare") == 0.45)
    let pairs = try rows(ring, "closurePairs")
    #expect(ends(pairs) == ["ab", "ac", "ad", "ba", "bc", "bd", "ca", "cb", "cd"])
    #expect(
      ends(pairs.filter { $0["isTied"] as? Bool == true }) == ["ab", "bc", "ca", "cd"])
    let flat = try json(["--only", "closure"], "graph { b -- a; b -- c; d -- e }")
    #expect(ends(try rows(flat, "closurePairs")).count == 4)
    #expect((flat["closure"] as? [String: Any])?["onCycles"] == nil)
    let csv = try Command.run(
      ["structure", "-", "--only", "closure", "-f", "csv"], input: "digraph { a->b; b->c }")
    #expect(
      csv.text
        == "tail,head,tailName,headName,isTied\r\na,b,a,b,true\r\na,c,a,c,false\r\nb,c,b,c,true\r\n"
    )
  }

  @Test func `edges beside a longer way are no part of the reduction`() throws {
    let layered = try json(["--only", "reduction"], Self.layered)
    #expect(try StructureTests.number(layered, "reduction", "neededEdges") == 16)
    #expect(try StructureTests.number(layered, "reduction", "redundantEdges") == 6)
    let edges = try rows(layered, "reductionEdges")
    #expect(edges.count == 22)
    #expect(
      ends(edges.filter { $0["isRedundant"] as? Bool == true })
        == ["17", "18", "19", "210", "211", "411"])
    let ring = try json(["--only", "reduction"], "digraph { a->b; b->c; c->a; c->d }")
    let figures = try #require(ring["reduction"] as? [String: Any])
    #expect(figures["isAcyclic"] as? Bool == false && figures["neededEdges"] is NSNull)
    #expect(Set(figures["cycle"] as? [String] ?? []) == ["a", "b", "c"])
    #expect(try rows(ring, "reductionEdges").allSatisfy { $0["isRedundant"] is NSNull })
    let text = try Command.run(
      ["structure", "-", "--only", "reduction"], input: "digraph { a->b; b->c; a->c }")
    #expect(text.text.contains("a   c   a     c"), "\(text.text)")
    let flat = try Command.run(
      ["structure", "-", "--only", "reduction"], input: "graph { a -- b }")
    #expect(flat.status == 0 && flat.text.contains("Without direction"), "\(flat.text)")
  }

  /// In a bow of two triangles all ways pass the middle; `edge_disjoint_paths` and `node_disjoint_paths` of the karate
  /// club are 10 and 6.
  @Test func `ways without anything in common are listed`() throws {
    let bow = try json(
      ["--between", "a,e"], "graph { a -- b; a -- c; b -- c; c -- d; c -- e; d -- e }")
    let ways = try rows(bow, "betweenWays")
    #expect(ways.map { $0["apart"] as? String } == ["edges", "edges", "nodes"])
    // The six edges can be shared out as two and four, or three and three.
    #expect(ways.prefix(2).compactMap { $0["edges"] as? Int }.reduce(0, +) == 6)
    #expect(ways.last?["names"] as? [String] == ["a", "c", "e"])
    let club = try rows(try json(["--between", "1,34"], KnownNetworks.karate), "betweenWays")
    for (kind, count) in [("edges", 10), ("nodes", 6)] {
      let ways = club.filter { $0["apart"] as? String == kind }
        .compactMap { $0["ids"] as? [String] }
      #expect(ways.count == count && ways.allSatisfy { $0.first == "1" && $0.last == "34" })
      let inner = ways.flatMap { $0.dropFirst().dropLast() }
      #expect(kind == "edges" || Set(inner).count == inner.count)
      let steps = ways.flatMap { way in zip(way, way.dropFirst()).map { Set([$0, $1]) } }
      #expect(Set(steps).count == steps.count)
    }
    let apart = try json(["--between", "b,a"], "digraph { a -> b }")
    #expect(try rows(apart, "betweenWays").isEmpty)
  }

  /// By hand: early by three contacts, by one alone at 4, quick and late by two.
  @Test func `ways in time between two are listed`() throws {
    let input = """
      digraph { a -> b [day=0]; b -> c [day=2]; c -> d [day=3]; a -> d [day=4]; a -> c [day=7]; c -> d [day=8] }
      """
    let found = try json(["--time", "day", "--between", "a,d"], input)
    let ways = try rows(found, "betweenInTime")
    #expect(
      ways.map { $0["what"] as? String }
        == ["earliestArrival", "latestDeparture", "fewestContacts", "fastest"])
    #expect(ways.map { $0["departure"] as? Double } == [0, 7, 4, 4])
    #expect(ways.map { $0["arrival"] as? Double } == [3, 8, 4, 4])
    #expect(ways.map { $0["duration"] as? Double } == [3, 1, 0, 0])
    #expect(ways.map { $0["contacts"] as? Int } == [3, 2, 1, 1])
    #expect(ways[0]["ids"] as? [String] == ["a", "b", "c", "d"])
    #expect(ways[1]["names"] as? [String] == ["a", "c", "d"])
    let contacts = try rows(found, "betweenContacts")
    #expect(ends(contacts) == ["ab", "bc", "cd", "ac", "cd", "ad", "ad"])
    #expect(contacts.prefix(3).map { $0["time"] as? Double } == [0, 2, 3])
    #expect(found["contacts"] != nil && found["between"] != nil)
    // Without direction c is met from b, and b from c.
    let back = try rows(
      try json(
        ["--time", "day", "--between", "c,a"], "graph { a -- b [day=2]; b -- c [day=1] }"),
      "betweenInTime")
    #expect(back.map { $0["ids"] as? [String] } == Array(repeating: ["c", "b", "a"], count: 4))
    let none = try Command.run(
      ["structure", "-", "--time", "day", "--between", "d,a"], input: input)
    #expect(none.status == 0 && none.text.contains("No way in time leads from d to a."))
  }

  /// By weight the two edges of s cost least, `minimum_cut`; by number those of t do as well, and are nearer to it.
  @Test func `the edges of smallest cuts are listed`() throws {
    let input = """
      graph { s -- a [weight=1]; s -- b [weight=1]; a -- b [weight=1]; a -- t [weight=5]; b -- t [weight=4.5] }
      """
    let found = try json(["--between", "s,t"], input)
    let cut = try rows(found, "betweenCut")
    #expect(cut.map { $0["capacities"] as? String } == ["unit", "unit", "weights", "weights"])
    #expect(ends(cut) == ["at", "bt", "sa", "sb"])
    #expect(cut.map { $0["capacity"] as? Double } == [1, 1, 1, 1])
    #expect(try StructureTests.number(found, "between", "maximumFlow") == 2)
    let heavy = try rows(
      try json(["--between", "a,b"], "digraph { a -> b [weight=2.5]; b -> c [weight=1] }"),
      "betweenCut")
    #expect(heavy.map { $0["capacity"] as? Double } == [1, 2.5])
    let bare = try rows(try json(["--between", "a,b"], "graph { a -- b }"), "betweenCut")
    #expect(bare.count == 1)
  }

  /// `immediate_dominators`; member 1 holds six of the karate club if ways begin at 34.
  @Test func `whom all ways must pass is told`() throws {
    let input = "digraph { r->a; r->b; a->c; b->c; c->d; d->e; c->e; e->c; x->r }"
    let found = try json(["--from", "r"], input)
    let tree = try rows(found, "dominators")
    #expect(tree.map { $0["id"] as? String } == ["c", "a", "b", "d", "e"])
    #expect(tree.map { $0["dominator"] as? String } == ["r", "r", "r", "c", "c"])
    #expect(tree.map { $0["dominated"] as? Int } == [2, 0, 0, 0, 0])
    #expect(found["size"] == nil)
    let club = try rows(try json(["--from", "34"], KnownNetworks.karate), "dominators")
    #expect(club.count == 33 && club[0]["id"] as? String == "1")
    #expect(
      Set(club.filter { $0["dominator"] as? String == "1" }.compactMap { $0["id"] as? String })
        == ["5", "6", "7", "11", "12", "17"])
    #expect(club[0]["dominated"] as? Int == 6)
    let csv = try Command.run(["structure", "-", "--from", "e", "-f", "csv"], input: input)
    #expect(
      csv.text == "id,name,kind,dominator,dominatorName,dominated\r\nc,c,,e,e,1\r\nd,d,,c,c,0\r\n")
    let none = try Command.run(["structure", "-", "--from", "x1"], input: input)
    #expect(none.status == 64 && none.errors.contains("'x1' is no node"), "\(none.errors)")
  }
}
