import Foundation
import Testing

/// Plain networks in every verb. Expected values are counted by hand in the small networks here.
@Suite struct PlainNetworkTests {
  private static let network = """
    graph { label="Contacts"
      a [label="Anna", kind=person]; b [label="Boris", kind=person]; c [label="Firm", kind=firm]
      a -- b [weight=2, kind=knows]; b -- c [weight=4]; a -- c [weight=0.5]; c -- d [weight=1]; e }
    """

  private static func json(_ result: Command.Result) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
  }

  private static func ways(_ arguments: [String]) throws -> [[String]] {
    let result = try Command.run(
      ["trace", "-"] + arguments + ["--format", "json"], input: network)
    #expect(result.status == 0, "\(result.errors)")
    let chains = try #require(try json(result)["chains"] as? [[String: Any]])
    return chains.compactMap { chain in
      (chain["nodes"] as? [[String: Any]])?.compactMap { $0["id"] as? String }
    }
  }

  @Test func `ways are those of hops, strengths or distances`() throws {
    let ends = ["--from", "Anna", "--to", "c"]
    #expect(try Self.ways(ends) == [["a", "c"], ["a", "b", "c"]])
    // 1/0.5 = 2 against 1/2 + 1/4; 0.5 against 6.
    #expect(try Self.ways(ends + ["--weights", "strength"]) == [["a", "b", "c"], ["a", "c"]])
    #expect(try Self.ways(ends + ["--weights", "distance"]) == [["a", "c"], ["a", "b", "c"]])
    #expect(try Self.ways(ends + ["-k", "1"]) == [["a", "c"]])
    #expect(try Self.ways(ends + ["--max-hops", "1"]) == [["a", "c"]])
  }

  @Test func `what is near is listed by distance`() throws {
    let result = try Command.run(["trace", "-", "--from", "a"], input: Self.network)
    #expect(result.status == 0)
    #expect(result.text.contains("  1. Boris  1 edge\n  2. Firm   1 edge\n  3. d      2 edges\n"))
    #expect(result.errors.contains("plain network: no evidence recorded"))
    let near = try Command.run(
      ["trace", "-", "--to", "d", "--max-hops", "1", "--format", "json"], input: Self.network)
    let reached = try #require(try Self.json(near)["reached"] as? [[String: Any]])
    #expect(reached.map { $0["id"] as? String } == ["c"])
    #expect(reached[0]["connection"] is NSNull)
    let alone = try Command.run(["trace", "-", "--from", "e"], input: Self.network)
    #expect(alone.status == 1)
    #expect(alone.text.contains("Nothing within 8 edges."))
  }

  @Test(arguments: ["text", "markdown", "dot", "svg", "json"])
  func `no format of a trace has a probability`(format: String) throws {
    let result = try Command.run(
      ["trace", "-", "--from", "a", "--to", "d", "--format", format], input: Self.network)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text.contains("no evidence recorded"))
    #expect(!result.text.contains("%") && !result.text.contains("likely"))
  }

  @Test func `a node that is not there is answered with those that come near`() throws {
    let result = try Command.run(["trace", "-", "--from", "Ana"], input: Self.network)
    #expect(result.status == 64)
    #expect(result.errors.contains("'Ana' is no node of this network; did you mean:\n  a  (Anna)"))
    let twice = try Command.run(
      ["trace", "-", "--from", "x"], input: "graph { a [label=x]; b [label=x] }")
    #expect(twice.status == 64)
    #expect(twice.errors.contains("'x' fits several nodes; name one of them by its id:\n  a  (x)"))
    // A number is no place in the list of nodes.
    #expect(try Command.run(["trace", "-", "--from", "0"], input: Self.network).status == 64)
  }

  @Test(
    arguments: [
      (["centrality", "-", "--policy", "x.yaml"], "--policy"),
      (["centrality", "-", "--as-of", "2015-01-01"], "--as-of"),
      (["centrality", "-", "--projection", "associations"], "--projection"),
      (["trace", "-", "--from", "a", "--at", "2015-01-01"], "--at"),
      (["trace", "-", "--from", "a", "--relations", "knows"], "--relations"),
      (["trace", "-", "--from", "a", "--min-probability", "0.5"], "--min-probability"),
      (["trace", "-", "--from", "a", "--to", "b", "--explain"], "--explain"),
      (["report", "-", "--dependence", "independent"], "--dependence"),
      (["render", "-", "--as-of", "2015-01-01"], "--as-of"),
    ])
  func `options that weigh evidence are refused`(arguments: [String], option: String) throws {
    let result = try Command.run(arguments, input: Self.network)
    #expect(result.status == 64)
    #expect(
      result.errors.contains(
        "\(option) weighs evidence, and standard input is a plain network that records none"))
    #expect(result.text == "")
  }

  @Test func `a weight that a measure cannot use is named by its edge`() throws {
    let text = "digraph { a -> b [weight=1]; b -> c [weight=-2, id=e7] }"
    let result = try Command.run(
      ["centrality", "-", "--measures", "betweenness", "--weights", "distance"], input: text)
    #expect(result.status == 65)
    #expect(
      result.errors.contains(
        "standard input: the weight of the edge b -> c (id e7) is -2.0, and must be more than zero, from "
          + "1e-140 to 1e140 here"
      ))
    let trace = try Command.run(
      ["trace", "-", "--from", "a", "--to", "c", "--weights", "strength"], input: text)
    #expect(trace.status == 65)
    #expect(trace.errors.contains("the edge b -> c (id e7) is -2.0, and must be more than zero"))
  }

  @Test func `a network is drawn with its own words`() throws {
    let drawn = try Command.run(["render", "-", "--format", "dot"], input: Self.network)
    #expect(drawn.status == 0, "\(drawn.errors)")
    #expect(drawn.text.contains("   knows   ") && drawn.text.contains("tie, no evidence recorded"))
    #expect(!drawn.text.contains("associates") && drawn.text.contains("5 nodes, 4 edges"))
    let focused = try Command.run(
      ["render", "-", "--format", "dot", "--focus", "Boris", "--hops", "1"], input: Self.network)
    #expect(focused.status == 0, "\(focused.errors)")
    // The caption wraps between any two words.
    let caption = focused.text.replacing(#/<[^<>]*>/#, with: " ").split(separator: " ")
    #expect(caption.joined(separator: " ").contains("3 nodes of 5, 3 edges of 4"))
    #expect(!focused.text.contains("\"d\" ["))
    let colored = try Command.run(
      ["render", "-", "--format", "dot", "--color-by", "kind"], input: Self.network)
    #expect(colored.text.contains(">firm<") && colored.text.contains(">person<"))
    let chain = try Command.run(["render", "-", "--chain", "a,b"], input: Self.network)
    #expect(chain.status == 64)
  }

  @Test func `a report says what is not known`() throws {
    let html = try Command.run(["report", "-"], input: Self.network)
    #expect(html.status == 0, "\(html.errors)")
    #expect(html.text.contains("No evidence is recorded.") && html.text.contains("<svg"))
    let json = try Self.json(
      try Command.run(["report", "-", "--format", "json"], input: Self.network))
    #expect(json["nodes"] as? Int == 5 && json["directed"] as? Bool == false)
    #expect((json["cutPoints"] as? [[String: Any]])?.map { $0["id"] as? String } == ["c"])
  }

  @Test func `a network is validated in any format`() throws {
    let good = try Command.run(["validate", "-"], input: Self.network)
    #expect(good.status == 0)
    #expect(good.text == "")
    #expect(
      good.errors.contains("0 errors; a plain network of 5 nodes, 4 edges, undirected; no evidence")
    )
    let bad = try Command.run(["validate", "-"], input: "graph {\n a -> b }")
    #expect(bad.status == 65)
    #expect(
      bad.text.hasPrefix(
        "standard input:2:4: error: '->' stands in an undirected graph [malformed]"))
    let one = try Command.run(["validate", "-", "--format", "json"], input: "graph { a -- a }")
    #expect(try Self.json(one)["errors"] as? Int == 0)
    #expect(one.errors.contains("1 node, 1 edge"))
  }

  @Test(
    arguments: [
      (["explain", "-", "x"], "no statement by which"), (["attribute", "-"], "who was behind"),
      (["timeline", "-"], "no dated statements"),
      (["contradictions", "-"], "no two sources can contradict"),
      (["diff", "-", "x.dot"], "no statements to compare"),
    ])
  func `verbs that need statements say why`(arguments: [String], reason: String) throws {
    let result = try Command.run(arguments, input: Self.network)
    #expect(result.status == 65)
    #expect(result.errors.contains("is a plain network and records no evidence: "))
    #expect(result.errors.contains(reason))
    #expect(result.errors.contains("code its sources as statements"))
  }

  @Test func `one of several graphs is picked by name`() throws {
    let text = "graph A { a } graph B { a -- b }"
    let result = try Command.run(
      ["convert", "-", "--to", "edges", "--graph-name", "B"], input: text)
    #expect(result.text.hasSuffix("a b\n"), "\(result.errors)")
  }
}
