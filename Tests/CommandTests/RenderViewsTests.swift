import Foundation
import FoundationXML
import Testing

/// The views of `render` that Graphviz lays out, and what colors mean.
@Suite struct RenderViewsTests {
  private static let families = Command.root
    .appendingPathComponent("graphs/florentine-families.yaml").path
  private static let europe = Command.root
    .appendingPathComponent("graphs/is-network-in-europe.yaml").path

  /// Hand-made: weights of which one stands out, and an attribute.
  private static let network = """
    graph { a [team=red]; b [team=blue]; c [team=red]; d [team=red];
      a -- b [weight=8]; a -- c [weight=1]; a -- d [weight=1]; }
    """

  @Test(arguments: [
    ["--chain", "Adnani,Magnanville", "--chain", "Awlaki,Farook"],
    ["--focus", "isis", "--hops", "1"], ["--view", "communities"],
    ["--view", "backbone", "--alpha", "0.3"], ["--view", "diff", "--against", Command.articles],
    ["--color-by", "involvement", "--line-color-by", "status", "--focus", "Adnani"],
    ["--color-by", "status", "--line-color-by", "date", "--view", "backbone", "--alpha", "0.3"],
    ["--color-by", "date", "--line-color-by", "probability", "--chain", "Awlaki,Farook"],
    ["--color-by", "probability", "--focus", "Awlaki"],
    ["--color-by", "betweenness", "--theme", "dark", "--chain", "Awlaki,Farook"],
  ])
  func `every view and color draws, the same each time, with title and source`(
    options: [String]
  ) throws {
    let arguments =
      ["render", Command.articles, "--format", "svg", "--title", "Own & title"] + options
    let first = try Command.run(arguments)
    #expect(first.status == 0, "\(first.errors)")
    #expect(XMLParser(data: first.output).parse())
    #expect(first.text.contains("Own &amp; title"))
    #expect(first.text.contains("projection influence"))
    #expect(first.text.contains("Sources: "))
    let dot = arguments.map { $0 == "svg" ? "dot" : $0 }
    let second = try Command.run(dot, environment: ["SWIFT_DETERMINISTIC_HASHING": "1"])
    let isSame = try Command.run(dot).output == second.output
    #expect(isSame)
  }

  /// A4 is 595 points wide: no letter may be smaller than 8 points there.
  @Test(arguments: ["Awlaki,Farook", "Adnani,Magnanville"])
  func `a chain is read at the width of a page`(chain: String) throws {
    let svg = try Command.run(["render", Command.articles, "--chain", chain, "--format", "svg"])
      .text
    let width = try #require(svg.firstMatch(of: /<svg width="([0-9.]+)pt"/)?.1)
    let sizes = svg.matches(of: /font-size="([0-9.]+)"/).compactMap { Double($0.1) }
    let smallest = try #require(sizes.min())
    #expect(smallest * min(1, 595 / (Double(width) ?? .infinity)) >= 8)
  }

  @Test func `associations and communities of other graphs`() throws {
    for (graph, options) in [
      (Self.families, ["--focus", "medici"]), (Self.families, ["--view", "communities"]),
      (Self.europe, ["--view", "communities"]),
      (Self.families, ["--view", "diff", "--against", Self.europe]),
    ] {
      let result = try Command.run(
        ["render", graph, "--format", "dot", "--projection", "associations"] + options)
      #expect(result.status == 0, "\(result.errors)")
    }
    // All ties are equally probable: there is no backbone among equals.
    let equal = try Command.run(
      [
        "render", Self.families, "--view", "backbone", "--projection", "associations", "--format",
        "dot",
      ])
    #expect(equal.status == 1)
    #expect(equal.errors.contains("all edges of this network weigh the same"))
  }

  @Test(arguments: [
    (["--view", "communities"], "in no community|community"),
    (["--focus", "a"], "at a: 3 without direction"),
    (["--view", "backbone"], "backbone at alpha 0.05, 80 % of the weight"),
    (["--color-by", "team"], ">red<"), (["--color-by", "community"], ">community 1<"),
    (["--color-by", "degree"], ">degree  <"),
  ])
  func `plain networks have views too`(options: [String], words: String) throws {
    let result = try Command.run(["render", "-", "--format", "dot"] + options, input: Self.network)
    #expect(result.status == 0, "\(result.errors)")
    // The caption wraps between any two words.
    let caption = result.text.replacing(#/<[^<>]*>/#, with: " ").split(separator: " ")
      .joined(separator: " ")
    #expect(
      words.split(separator: "|").contains { caption.contains($0) || result.text.contains($0) })
  }

  @Test func `two plain networks are compared`() throws {
    let scratch = try Scratch()
    let old = try scratch.file("old.dot", Self.network)
    let new = try scratch.file("new.dot", Self.network.replacingOccurrences(of: "=8", with: "=9"))
    let result = try Command.run(
      ["render", old, "--view", "diff", "--against", new, "--format", "dot"])
    #expect(result.status == 0, "\(result.errors)")
    // The caption wraps between any two words.
    let caption = result.text.replacing(#/<[^<>]*>/#, with: " ").split(separator: " ")
    #expect(caption.joined(separator: " ").contains("0 added, 0 removed, 1 changed, 2 unchanged"))
    #expect(result.text.contains("8 \u{2192} 9"))
    let mixed = try Command.run(
      ["render", old, "--view", "diff", "--against", Command.articles, "--format", "dot"])
    #expect(mixed.status == 64 && mixed.errors.contains("compare two of one sort"))
  }

  @Test(arguments: [
    (["--view", "diff"], "The view diff needs --against NEW"),
    (["--view", "chain"], "The view chain needs --chain A,B."),
    (["--view", "ego"], "The view ego needs --focus ENTITY."),
    (["--alpha", "0.1"], "--alpha means nothing to the view network"),
    (["--view", "backbone", "--alpha", "2"], "--alpha must be above 0 and at most 1."),
    (
      ["--view", "communities", "--color-by", "kind"],
      "--color-by means nothing to the view communities"
    ),
    (["--chain", "a,b", "--layout", "neato"], "--layout means nothing to the view chain"),
    (["--view", "network", "--focus", "a"], "The view network draws all"),
    (["--line-color-by", "degree"], "--line-color-by shows evidence"),
    (["--color-by", "status"], "--color-by status shows evidence"),
  ])
  func `an option without a meaning is refused`(options: [String], message: String) throws {
    let result = try Command.run(["render", "-", "--format", "dot"] + options, input: Self.network)
    #expect(result.status == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test func `a backbone needs weights`() throws {
    let result = try Command.run(
      ["render", "-", "--format", "dot", "--view", "backbone"], input: "graph { a -- b; b -- c; }")
    #expect(result.status == 1)
    #expect(
      result.errors.contains("a backbone needs weights, and the edges of this network have none"))
    let few = try Command.run(
      ["render", Command.articles, "--format", "dot", "--view", "backbone"])
    #expect(few.status == 1)
    #expect(few.errors.contains("no edge stands out at alpha 0.05"))
  }

  /// What was known on a day is set against all of the graph, without naming it twice.
  @Test func aDiffOfOneGraphNeedsADayOnly() throws {
    let arguments = [
      "render", Command.articles, "--view", "diff", "--as-of", "2016-06-13", "-f", "dot",
    ]
    let alone = try Command.run(arguments)
    #expect(alone.status == 0, "\(alone.errors)")
    let named = try Command.run(arguments + ["--against", Command.articles])
    // The same lines and nodes; only what the graphs are called differs.
    func marks(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { $0.contains("->") || $0.contains("id=") }
    }
    let isSame = marks(alone.text) == marks(named.text)
    #expect(isSame && !marks(alone.text).isEmpty)
    #expect(alone.text.contains("what was published after 13 June 2016 adds"))
    let piped = try Command.run(
      [
        "render", "-", "--view", "diff", "--as-of", "2015-01-01", "-f", "dot", "--input-format",
        "native",
      ],
      input: "throughline: 1\ntitle: Nothing\n")
    #expect(piped.status == 0, "\(piped.errors)")
  }

  /// Stability is told where there is evidence to doubt, and only there.
  @Test func communitiesSayHowStableTheyAre() throws {
    let evidence = try Command.run(
      ["render", Command.articles, "--view", "communities", "-f", "dot"])
    #expect(evidence.text.contains("members"))
    #expect(evidence.text.contains("stable (0.") || evidence.text.contains("loose (0."))
    let scratch = try Scratch()
    let plain = try scratch.file("n.csv", "source,target\na,b\nb,c\nc,a\nd,e\ne,f\nf,d\nc,d\n")
    let picture = try Command.run([
      "render", plain, "--view", "communities", "--undirected", "-f", "dot",
    ])
    #expect(picture.text.contains("members"))
    #expect(!picture.text.contains("stable ("))
  }
}
