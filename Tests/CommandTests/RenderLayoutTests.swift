import Foundation
import FoundationXML
import Testing

/// What can be counted of layouts: the figures of the bundled graphs as bounds, and a second program that counts them
/// from the SVG alone.
@Suite struct RenderLayoutTests {
  /// The bundled graphs, and the most crossings and lines through nodes that their pictures may have.
  private static let graphs: [(name: String, more: [String], crossings: Int, through: Int)] = [
    ("isis-inspired-attacks", [], 800, 6), ("is-network-in-europe", [], 2, 0),
    ("florentine-families", ["--projection", "associations"], 10, 2),
  ]

  private static func path(_ name: String) -> String {
    Command.root.appendingPathComponent("graphs/\(name).yaml").path
  }

  private static func figures(_ data: Data) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test(arguments: graphs.map(\.name))
  func `nothing lies on anything else`(name: String) throws {
    let graph = try #require(Self.graphs.first { $0.name == name })
    let result = try Command.run(["render", Self.path(name), "--measure-layout"] + graph.more)
    #expect(result.status == 0, "\(result.errors)")
    let figures = try Self.figures(result.output)
    for none in ["nodeOverlaps", "labelsOnNodes", "labelsOnLabels"] {
      #expect(figures[none] as? Int == 0, "\(none)")
    }
    #expect((figures["crossings"] as? Int ?? .max) <= graph.crossings)
    #expect((figures["edgesThroughNodes"] as? Int ?? .max) <= graph.through)
  }

  /// The legibility that was reached for the whole bundled graph, 102 nodes; a picture that is no strip.
  @Test func `the whole graph can be read on A3`() throws {
    let result = try Command.run(["render", Command.articles, "--measure-layout", "--page", "a3"])
    let figures = try Self.figures(result.output)
    #expect((figures["smallestFont"] as? Double ?? 0) >= 6)
    let ratio = try #require(figures["aspectRatio"] as? Double)
    #expect((0.6...0.8).contains(ratio))
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")),
    arguments: graphs.map(\.name))
  func `a second program counts the same from the SVG`(name: String) throws {
    let graph = try #require(Self.graphs.first { $0.name == name })
    let scratch = try Scratch()
    for page in ["fit", "a4"] {
      let options = graph.more + ["--page", page]
      let svg = scratch.path("\(page).svg")
      #expect(
        try Command.run(["render", Self.path(name), "-o", svg] + options).status == 0)
      let ours = try Self.figures(
        try Command.run(["render", Self.path(name), "--measure-layout"] + options).output)
      let theirs = try Self.figures(try Self.python(["scripts/check-layout.py", svg]))
      for key in [
        "nodes", "edges", "labels", "nodeOverlaps", "labelsOnNodes", "labelsOnLabels", "crossings",
        "edgesThroughNodes",
      ] {
        #expect(ours[key] as? Int == theirs[key] as? Int, "\(key) on \(page)")
      }
      for key in ["width", "height", "aspectRatio", "smallestFont"] {
        let (a, b) = (ours[key] as? Double ?? 0, theirs[key] as? Double ?? -1)
        #expect(abs(a - b) <= 0.011 * max(1, b / 10), "\(key) on \(page): \(a), \(b)")
      }
    }
  }

  private static func python(_ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = arguments
    process.currentDirectoryURL = Command.root
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return data
  }

  /// A4 has 210 by 297 mm (ISO 216), letter 8.5 by 11 inches; margins are 10 mm.
  @Test(arguments: [
    ("a4", 595.28, 841.89), ("a4-landscape", 841.89, 595.28), ("letter", 612, 792),
    ("slide", 960, 540), ("square", 720, 720),
  ])
  func `a picture has the size of its page and fills it`(
    page: String, width: Double, height: Double
  ) throws {
    let options = ["render", Command.articles, "--page", page, "--format"]
    let result = try Command.run(options + ["svg"])
    #expect(result.status == 0, "\(result.errors)")
    let head = try #require(result.text.firstRange(of: "<svg width=\""))
    let numbers = result.text[head.upperBound...].prefix(120).split {
      !$0.isNumber && $0 != "." && $0 != "-"
    }.compactMap { Double($0) }
    try #require(numbers.count >= 6)
    #expect(abs(numbers[0] - width) < 0.02 && abs(numbers[1] - height) < 0.02, "\(numbers)")
    // What lies left of and above the drawing is as much as lies right of and below it.
    let scale = width / numbers[4]
    let inner = (
      width: (numbers[4] + 2 * numbers[2]) * scale, height: (numbers[5] + 2 * numbers[3]) * scale
    )
    let area = (width: width - 2 * 28.346, height: height - 2 * 28.346)
    #expect(inner.width <= area.width + 0.2 && inner.height <= area.height + 0.2, "\(inner)")
    // One side is that of the page, and the other is not far from it.
    let shares = [inner.width / area.width, inner.height / area.height]
    #expect((shares.max() ?? 0) > 0.999 && (shares.min() ?? 0) > 0.75, "\(shares)")
    #expect(XMLParser(data: result.output).parse())
    // A page of PDF states its corners in points (ISO 32000-1, 7.7.3.3); Graphviz rounds them.
    let paper = String(
      decoding: try Command.run(options + ["pdf"]).output, as: Unicode.ASCII.self)
    let box = try #require(paper.firstMatch(of: /MediaBox *\[ *0 +0 +([0-9.]+) +([0-9.]+) *\]/))
    #expect(abs((Double(box.1) ?? 0) - width) < 0.6 && abs((Double(box.2) ?? 0) - height) < 0.6)
  }

  @Test func `the choice of a layout and small letters are said`() throws {
    let edges = (1...400).map { "n\($0 / 2) n\($0)\n" }.joined()
    let scratch = try Scratch()
    let path = try scratch.file("tree.edges", edges)
    let large = try Command.run(["render", path, "--format", "svg"])
    #expect(large.status == 0, "\(large.errors)")
    #expect(large.errors.contains("layout sfdp, since there are more than 300 nodes"))
    #expect(large.text.contains("names shown"))
    let asked = try Command.run(["render", path, "--format", "svg", "--layout", "sfdp"])
    #expect(!asked.errors.contains("since there are"))
    let isSame = asked.output == large.output
    #expect(isSame)
    let small = try Command.run(["render", Command.articles, "--page", "a4", "--format", "svg"])
    #expect(small.errors.contains("on A4 the smallest letters have"))
    #expect(small.errors.contains("--focus"))
    let chain = try Command.run([
      "render", Command.articles, "--chain", "Awlaki,Farook", "--format", "svg",
    ])
    #expect(chain.errors.isEmpty, "\(chain.errors)")
  }

  @Test(arguments: ["auto", "dot", "neato", "fdp", "sfdp", "twopi", "circo"])
  func `the same graph makes the same picture`(layout: String) throws {
    let arguments = ["render", Command.articles, "--layout", layout, "--format", "svg"]
    let first = try Command.run(arguments)
    let second = try Command.run(arguments, environment: ["SWIFT_DETERMINISTIC_HASHING": "1"])
    #expect(first.status == 0 && second.status == 0, "\(first.errors)\(second.errors)")
    let isSame = first.output == second.output
    #expect(isSame)
  }

  @Test func `a DOT file is drawn as it stands`() throws {
    let text = "digraph { rankdir=LR; a [shape=triangle, fillcolor=pink, style=filled]; a -> b }\n"
    let raw = try Command.run(["render", "-", "--raw", "--format", "svg"], input: text)
    #expect(raw.status == 0, "\(raw.errors)")
    #expect(raw.text.contains("fill=\"pink\""))
    // Without the flag it is a plain network with marks of ours.
    let ours = try Command.run(
      ["render", "-", "--input-format", "dot", "--format", "svg"], input: text)
    #expect(!ours.text.contains("pink"))
    let wrong = try Command.run(
      ["render", "-", "--raw", "--format", "svg"], input: "digraph {\n a -> ;\n}")
    #expect(wrong.status == 65)
    #expect(wrong.errors.contains("line 2"))
    let file = try Command.run(
      ["render", "-", "--raw", "--format", "svg"],
      input: "graph { a [image=\"/etc/passwd\", URL=\"x\\\"><script>1</script>\"] }")
    #expect(file.status == 0)
    #expect(!file.text.contains("passwd") && !file.text.contains("<script"))
    let chosen = try Command.run(
      ["render", "-", "--raw", "--focus", "a", "--format", "svg"], input: text)
    #expect(chosen.status == 64)
  }

  @Test func `a DOT file that a picture was written as makes that picture`() throws {
    let scratch = try Scratch()
    let dot = scratch.path("a.dot")
    let graph = Self.path("is-network-in-europe")
    #expect(try Command.run(["render", graph, "-o", dot]).status == 0)
    let direct = try Command.run(["render", graph, "--format", "svg"])
    let raw = try Command.run(["render", dot, "--raw", "--format", "svg"])
    let isSame = raw.output == direct.output
    #expect(isSame)
  }

  @Test func `what goes beyond a limit ends with status 1 and a way out`() throws {
    let edges = (0..<3000).map {
      "n\($0) -> n\(($0 * 7 + 1) % 3000); n\($0) -> n\(($0 * 13 + 5) % 3000);"
    }
    let text = "digraph { \(edges.joined()) }"
    let slow = try Command.run(
      ["render", "-", "--raw", "--format", "svg", "--drawing-time", "0.5"], input: text)
    #expect(slow.status == 1)
    #expect(slow.errors.contains("took more than 0.5 seconds"))
    #expect(slow.errors.contains("--layout sfdp"))
    #expect(slow.output.isEmpty)
    // A picture of 33 million pixels takes 132 MB.
    let large = try Command.run(
      ["render", "-", "--raw", "--format", "png", "--drawing-memory", "64"],
      input: "digraph { graph [size=\"60,60!\", ratio=fill]; a -> b }")
    #expect(large.status == 1)
    #expect(large.errors.contains("needed more than 64 MB"))
  }

  @Test func `closed streams do no harm`() throws {
    let scratch = try Scratch()
    let path = scratch.path("a.svg")
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = [
      "-c", "exec \"$1\" render \"$2\" -o \"$3\" <&- >&- 2>&-", "sh", Command.executable.path,
      Self.path("is-network-in-europe"), path,
    ]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    #expect(XMLParser(data: try Data(contentsOf: URL(fileURLWithPath: path))).parse())
  }
}
