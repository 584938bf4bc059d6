import Foundation
import Testing

/// `spread`. Expected values are closed forms of small networks.
@Suite struct SpreadTests {
  /// 1 + p + p^2 along a path.
  @Test func `a cascade along a path`() throws {
    let found = try StructureTests.json(
      ["spread", "-", "--from", "a", "--probability", "0.5"], input: "digraph { a -> b; b -> c }")
    let mean = try StructureTests.number(found, "reach", "mean")
    #expect(abs(mean - 1.75) < 0.05)
    #expect(try StructureTests.number(found, "reach", "low") <= mean)
    #expect(try StructureTests.number(found, "reach", "high") >= mean)
  }

  /// Of a triangle 1/2 + 1/2 * 1/4.
  @Test func `a path between two is computed exactly`() throws {
    let triangle = "graph { a -- b [weight=0.5]; b -- c [weight=0.5]; a -- c [weight=0.5] }"
    let found = try StructureTests.json(["spread", "-", "--between", "a,c"], input: triangle)
    #expect(abs(try StructureTests.number(found, "between", "probability") - 0.625) < 1e-12)
    #expect((found["between"] as? [String: Any])?["exact"] as? Bool == true)
  }

  /// Every edge passes: the middles of two stars reach all.
  @Test(arguments: ["cascade", "threshold"])
  func `the best are the middles of two stars`(model: String) throws {
    let found = try StructureTests.json(
      ["spread", "-", "--best", "2", "--model", model, "--samples", "100"]
        + (model == "cascade" ? ["--probability", "1"] : []),
      input: "digraph { m -> a; m -> b; m -> c; n -> d; n -> e }")
    let rows = try #require(found["best"] as? [[String: Any]])
    #expect(rows.map { $0["id"] as? String } == ["m", "n"])
    #expect(rows.map { $0["reach"] as? Double } == [4, 7])
    #expect(try StructureTests.number(found, "courses", "best") == 100)
  }

  /// Without recovery in a step and with certain transmission all of a path fall ill, and no further
  /// than the steps allow.
  @Test func `an epidemic in steps`() throws {
    let path = "digraph { a -> b; b -> c; c -> d }"
    for (steps, mean) in [("10", 4.0), ("2", 3)] {
      let found = try StructureTests.json(
        [
          "spread", "-", "--from", "a", "--model", "sir", "--probability", "1", "--recovery", "1",
          "--steps", steps, "--samples", "50",
        ], input: path)
      #expect(try StructureTests.number(found, "reach", "mean") == mean)
    }
  }

  @Test func `evidence uses the probabilities of links and says so`() throws {
    let result = try Command.run(
      ["spread", Command.articles, "--best", "3", "--samples", "200"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text.contains("no statement about people"))
    #expect(result.text.contains("the chance that it is true"))
    let source = try Command.run(
      ["spread", Command.articles, "--reached", "Omar Mateen,Orlando nightclub shooting"])
    #expect(source.status == 64 && source.errors.contains("throughline attribute"))
  }

  /// A line of four with certain edges: all by hand.
  @Test func `what blocks it, how far from each, and where it began`() throws {
    let line = "digraph { a -> b -> c -> d }"
    let found = try StructureTests.json(
      [
        "spread", "-", "--from", "a", "--block", "1", "--everyone", "--reached", "a,b,c",
        "--joining", "all", "--probability", "1", "--samples", "10",
      ], input: line)
    let nodes = try #require((found["blockNodes"] as? [[String: Any]])?.first)
    #expect(nodes["id"] as? String == "b" && nodes["reach"] as? Double == 1)
    let edge = try #require((found["blockEdges"] as? [[String: Any]])?.first)
    #expect([edge["tail"] as? String, edge["head"] as? String] == ["a", "b"])
    let everyone = try #require(found["everyone"] as? [[String: Any]])
    #expect(everyone.map { $0["id"] as? String } == ["a", "b", "c", "d"])
    #expect(everyone.map { $0["reach"] as? Double } == [3, 2, 1, 0])
    // In a line of three the middle comes first in two orders, the ends in one.
    let source = try #require(found["source"] as? [[String: Any]])
    #expect(source.map { $0["id"] as? String } == ["b", "a", "c"])
    #expect(abs(try #require(source[0]["logarithm"] as? Double) - log(2)) < 1e-12)
    #expect(try StructureTests.number(found, "joining", "probability") == 1)
  }

  /// As many courses as asked for, else as many as is usual for the question.
  @Test func `courses are as many as it says`() throws {
    let line = "digraph { a -> b -> c }"
    let asked = ["spread", "-", "--from", "a", "--probability", "0.5", "--everyone", "--best", "1"]
    for (options, usual, chosen) in [
      ([], 10_000.0, 2_000.0), (["--samples", "3000"], 3_000, 3_000),
    ] {
      let found = try StructureTests.json(asked + options, input: line)
      #expect(try StructureTests.number(found, "reach", "courses") == usual)
      #expect(try StructureTests.number(found, "courses", "best") == chosen)
      #expect(try StructureTests.number(found, "courses", "everyone") == chosen)
    }
    #expect(try Command.run(asked, input: line).text.contains("over 2000 draws"))
    let sis = try StructureTests.json(
      ["spread", "-", "--from", "a", "--model", "sis", "--probability", "0.5"], input: line)
    #expect(try StructureTests.number(sis, "reach", "courses") == 1_000)
    let many = try Command.run(asked + ["--samples", "9999999"], input: Self.large)
    #expect(many.status == 64 && many.errors.contains("for this network"), "\(many.errors)")
  }

  /// A ring of so many nodes that not all courses fit in memory.
  private static let large =
    "digraph { " + (0..<1_500).map { "\($0 == 0 ? "a" : "n\($0)") -> n\($0 + 1); " }.joined() + "}"

  @Test func `the first weight that is no probability is named`() throws {
    let scratch = try Scratch()
    let network = try scratch.file(
      "n.csv", "source,target,weight\na,b,0.5\nb,c,3.5\nc,d,-1\n")
    let result = try Command.run(["spread", network, "--from", "a"])
    #expect(result.status == 64)
    #expect(
      result.errors.contains(
        "the weight of the edge b -> c is 3.5, and a probability is from 0 to 1 (2 of 3 weights are "
          + "outside); give --probability"), "\(result.errors)")
    let none = try Command.run(["spread", "-", "--from", "a"], input: "digraph { a -> b }")
    #expect(none.errors.contains("it has no weights; give --probability"))
  }

  /// Two of three must be heard of: the triangle follows, the tail does not.
  @Test func `contagion takes as many as are needed`() throws {
    let input = "graph { a -- b; a -- c; b -- c; c -- d }"
    let found = try StructureTests.json(
      ["spread", "-", "--from", "a,b", "--model", "contagion", "--needed", "2"], input: input)
    #expect(try StructureTests.number(found, "reach", "size") == 3)
    let rounds = try #require(found["rounds"] as? [[String: Any]])
    #expect(rounds.map { $0["first"] as? [String] } == [["a", "b"], ["c"]])
  }

  @Test(
    arguments: [
      (["--reached", "a", "--block", "1"], "--block needs --from"),
      (["--everyone", "--model", "sir", "--probability", "1"], "--everyone is for"),
      (["--joining", "a"], "give --probability"),
      ([], "Ask something"), (["--from", "a"], "give --probability"),
      (["--from", "z", "--probability", "1"], "'z' is no node of this network"),
      (["--between", "a", "--probability", "1"], "--between needs two names"),
      (["--best", "9", "--probability", "1"], "more than the 2 nodes"),
      (["--from", "a", "--steps", "3", "--probability", "1"], "--steps is for sir and sis"),
      (["--from", "a", "--needed", "2"], "--needed is for the model contagion, not for cascade"),
      (["--between", "a,b", "--model", "threshold"], "--between and --joining ask whether edges"),
      (["--joining", "all", "--model", "sis"], "--model sis plays no part in that"),
      (
        ["--from", "a", "--model", "threshold", "--probability", "1"], "plays no part in the model"
      ),
      (["--from", "a", "--model", "contagion", "--samples", "5"], "leaves nothing to chance"),
      (["--reached", "a", "--samples", "5"], "goes by the shape of the network alone"),
      (["--reached", "a", "--probability", "1"], "goes by the shape of the network alone"),
      (["--reached", "a", "--model", "sir"], "goes by the shape of the network alone"),
    ] as [([String], String)])
  func `what cannot be answered is refused`(arguments: [String], message: String) throws {
    let result = try Command.run(["spread", "-"] + arguments, input: "graph { a -- b }")
    #expect(result.status == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
  }
}
