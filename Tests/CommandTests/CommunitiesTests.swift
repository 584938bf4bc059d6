import Foundation
import Testing

/// `communities`. Expected values of the karate club are published, or those of igraph 1.0.0,
/// NetworkX 3.6.1 and scikit-learn 1.9.1.
@Suite struct CommunitiesTests {
  /// The best division by modularity has four communities and 0.4198 (Brandes et al., 2008; igraph's
  /// `community_optimal_modularity`); its likeness to the two sides by scikit-learn and igraph.
  @Test func `Leiden finds the best division of the karate club`() throws {
    let found = try StructureTests.json(
      ["communities", "-", "--consensus", "20", "--compare-with", "club"],
      input: KnownNetworks.karate)
    #expect(abs(try StructureTests.number(found, "quality", "modularity") - 0.4197896) < 1e-6)
    for (key, value) in [
      ("nmi", 0.5878497068250674), ("ami", 0.566665878069787), ("ari", 0.46459109844332386),
      ("vi", 0.8299953857494791), ("nodes", 34), ("groups", 2),
    ] {
      #expect(abs(try StructureTests.number(found, "comparison", key) - value) < 1e-9, "\(key)")
    }
    let rows = try #require(found["communities"] as? [[String: Any]])
    #expect(rows.count == 4)
    #expect(rows.compactMap { $0["size"] as? Int }.reduce(0, +) == 34)
    #expect((found["members"] as? [[String: Any]])?.count == 34)
  }

  /// Newman and Girvan (2004) have 0.401 with five communities; NetworkX the same.
  @Test func `taking ties away finds five communities`() throws {
    let found = try StructureTests.json(
      ["communities", "-", "--method", "girvan-newman"], input: KnownNetworks.karate)
    #expect(abs(try StructureTests.number(found, "quality", "modularity") - 0.40129848783) < 1e-9)
    #expect((found["communities"] as? [Any])?.count == 5)
  }

  /// NetworkX's `k_clique_communities` with k = 3.
  @Test func `cliques overlap`() throws {
    let found = try StructureTests.json(
      ["communities", "-", "--method", "cliques"], input: KnownNetworks.karate)
    let sizes = try #require(found["communities"] as? [[String: Any]]).map { $0["size"] as? Int }
    #expect(sizes == [25, 6, 3])
  }

  @Test(arguments: [
    "louvain", "label-propagation", "infomap", "blocks", "speaker-listener", "leading-eigenvector",
  ])
  func `every method puts two cliques apart`(method: String) throws {
    var edges = ["a5 -- b1"]
    for side in ["a", "b"] {
      for first in 1...5 {
        for second in first + 1..<6 { edges.append("\(side)\(first) -- \(side)\(second)") }
      }
    }
    let input = "graph { \(edges.joined(separator: "; ")) }"
    let result = try Command.run(
      ["communities", "-", "--method", method, "--format", "csv"], input: input)
    #expect(result.status == 0, "\(result.errors)")
    let rows = result.text.split(whereSeparator: \.isNewline)
    #expect(rows.first == "community,id,name,kind")
    #expect(rows.count >= 11)
    // A description of so few ties is shortest with one block.
    guard method != "blocks", method != "speaker-listener" else { return }
    let sides = Set(rows.dropFirst().map { "\($0.first ?? " ")\($0.dropFirst(2).first ?? " ")" })
    #expect(sides.count == 2)
  }

  /// Two rings of three joined by an arc. Without direction 6/7 - 2 (7/14)^2, with it 6/7 - 24/49, the
  /// products of arcs that leave and arrive.
  @Test func `direction counts if asked for`() throws {
    let input = "digraph { a -> b -> c -> a; d -> e -> f -> d; c -> d }"
    for (arguments, value) in [([], 6.0 / 7 - 0.5), (["--follow-direction"], 6.0 / 7 - 24.0 / 49)] {
      let found = try StructureTests.json(["communities", "-"] + arguments, input: input)
      #expect(abs(try StructureTests.number(found, "quality", "modularity") - value) < 1e-12)
      #expect((found["communities"] as? [Any])?.count == 2)
    }
    let refused = try Command.run(
      ["communities", "-", "--method", "blocks", "--follow-direction"], input: input)
    #expect(refused.status == 64)
  }

  /// The bridge goes first, then the rings one by one.
  @Test func `a network falls apart step by step, and is drawn`() throws {
    let input = "graph { a -- b -- c -- a; d -- e -- f -- d; c -- d }"
    let arguments = ["communities", "-", "--method", "girvan-newman"]
    let found = try StructureTests.json(arguments, input: input)
    let levels = try #require(found["levels"] as? [[String: Any]])
    #expect(levels.map { $0["communities"] as? Int } == [1, 2, 3, 4, 5, 6])
    #expect(levels[1]["removedEdges"] as? Int == 1)
    #expect(levels.map { $0["best"] as? Bool } == [false, true, false, false, false, false])
    let drawn = try Command.run(arguments + ["--format", "svg"], input: input)
    #expect(drawn.status == 0 && drawn.text.contains("edges removed"))
    let other = try Command.run(["communities", "-", "--format", "svg"], input: input)
    #expect(other.status == 64 && other.errors.contains("nothing to draw"))
  }

  @Test func `significance is against random graphs`() throws {
    let found = try StructureTests.json(
      ["communities", "-", "--significance", "19"], input: KnownNetworks.karate)
    let share = try StructureTests.number(found, "quality", "pValue")
    #expect(share >= 0.05 && share <= 1)
    let mean = try StructureTests.number(found, "quality", "nullModularity")
    #expect(mean > 0.2 && mean < 0.42)
  }

  @Test(arguments: [
    (["--method", "cliques", "--compare-with", "club"], "overlap"),
    (["--method", "blocks", "--consensus", "9"], "--consensus is for"),
    (["--compare-with", "clubs"], "'clubs' is neither an attribute of the nodes nor a method"),
    (["--weights", "distance"], "communities are made of strengths"),
    (["--weights", "strength"], "has no weights that --weights strength could count"),
    (["--weights", "strength", "--method", "cliques"], "cliques are made of ties"),
    (["--follow-direction"], "has no direction"),
    (["--theme", "dark"], "text is none; leave it out"),
  ])
  func `what has no meaning is refused`(arguments: [String], message: String) throws {
    let result = try Command.run(["communities", "-"] + arguments, input: KnownNetworks.karate)
    #expect(result.status == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test func `it says where weights do not count`() throws {
    let input = "graph { a -- b [weight=2]; b -- c [weight=1]; a -- c [weight=1] }"
    for (method, isTold) in [("girvan-newman", true), ("blocks", true), ("leiden", false)] {
      let result = try Command.run(
        ["communities", "-", "--weights", "strength", "--method", method], input: input)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.text.contains("divides by ties alone") == isTold, "\(method)")
    }
  }
}
