import Foundation
import FoundationXML
import Testing

@Suite struct RenderTests {
  @Test(arguments: [
    ("svg", Array("<?xml".utf8)), ("png", [0x89, 0x50, 0x4E, 0x47]), ("pdf", Array("%PDF".utf8)),
    ("dot", Array("digraph".utf8)),
  ])
  func `every format begins as it should`(format: String, start: [UInt8]) throws {
    let scratch = try Scratch()
    let path = scratch.path("picture.\(format)")
    let result = try Command.run(
      ["render", Command.articles, "--chain", "Awlaki,Farook", "-o", path])
    #expect(result.status == 0, "\(result.errors)")
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(Array(data.prefix(start.count)) == start)
  }

  @Test(arguments: ["dot", "neato", "fdp", "sfdp", "twopi", "circo"])
  func `every layout draws well-formed SVG, the same each time`(layout: String) throws {
    let arguments = [
      "render", Command.root.appendingPathComponent("graphs/florentine-families.yaml").path,
      "--projection", "associations", "--layout", layout, "--format", "svg", "--color-by",
      "community", "--size-by", "betweenness",
    ]
    let first = try Command.run(arguments)
    let second = try Command.run(arguments, environment: ["SWIFT_DETERMINISTIC_HASHING": "1"])
    #expect(first.status == 0, "\(first.errors)")
    let isSame = first.output == second.output
    #expect(isSame)
    #expect(XMLParser(data: first.output).parse())
    #expect(first.text.contains(#"id="node&#45;medici""#))
  }

  @Test(arguments: [
    (["--view", "network"], "no link of the projection 'influence'"),
    (["--view", "communities", "--projection", "associations"], "the projection 'associations'"),
    (["--view", "matrix"], "--projection takes another"),
    (["--view", "timeline"], "nothing in the graph has a date"),
    (["--view", "attribution"], "there is no attack in the graph"),
  ])
  func `an empty picture is written, and said to be empty`(view: [String], why: String) throws {
    let scratch = try Scratch()
    let graph = try scratch.file("empty.yaml", "throughline: 1\ntitle: Nothing\n")
    for ending in ["svg", "html"] {
      let path = scratch.path("picture.\(ending)")
      let result = try Command.run(["render", graph, "-o", path] + view)
      #expect(result.status == 0)
      #expect(result.errors.contains("empty.yaml: the picture is empty: "))
      #expect(result.errors.contains(why))
      #expect(FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func `hostile names are drawn as text and nothing runs`() throws {
    let names = [
      "<script>alert(1)</script>", "a \" quote", "back\\slash\\", "two\nlines", "AT&T &amp; co",
      "\u{5E9}\u{5DC}\u{5D5}\u{5DD}", "👩🏽‍🚀", "2nd", "digraph",
      String(repeating: "long", count: 2_500),
    ]
    var text = "throughline: 1\ntitle: Names\nsources:\n  - {id: x, title: x}\nentities:\n"
    let encoder = JSONEncoder()
    for (number, name) in names.enumerated() {
      let quoted = String(decoding: try encoder.encode(name), as: UTF8.self)
      text += "  - {id: n\(number), kind: person, name: \(quoted)}\n"
    }
    text += "  - {id: act, kind: attack}\nstatements:\n  x:\n    document:\n"
    for number in names.indices {
      text += "      - n\(number) directed act\n"
    }
    let scratch = try Scratch()
    let path = try scratch.file("names.yaml", text)
    let svg = try Command.run(["render", path, "--format", "svg"])
    #expect(svg.status == 0, "\(svg.errors)")
    #expect(XMLParser(data: svg.output).parse())
    #expect(!svg.text.contains("<script"))
    #expect(svg.text.contains("&lt;script&gt;"))
    // Through DOT and back: every name is what it was.
    #expect(try Command.run(["convert", path, "-o", scratch.path("a.dot")]).status == 0)
    #expect(
      try Command.run(["convert", scratch.path("a.dot"), "-o", scratch.path("b.json")]).status == 0)
    let data = try Data(contentsOf: URL(fileURLWithPath: scratch.path("b.json")))
    let value = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let entities = try #require(value["entities"] as? [[String: Any]])
    for (number, name) in names.enumerated() {
      #expect(entities.first { $0["id"] as? String == "n\(number)" }?["name"] as? String == name)
    }
    let html = try Command.run(["report", path, "--format", "html"])
    #expect(html.status == 0, "\(html.errors)")
    // What runs is named by the policy, and nothing else is a script but its data and its words.
    #expect(html.text.components(separatedBy: "<script").count <= 4)
    #expect(!html.text.contains("<script>alert"))
  }

  @Test func `what cannot be drawn is said`() throws {
    #expect(try Command.run(["render", Command.articles, "-o", "x.what"]).status == 64)
    #expect(try Command.run(["render", Command.articles, "--focus", "nobody at all"]).status == 64)
    let none = try Command.run(["render", Command.articles, "--chain", "isis,Westminster attack"])
    #expect(none.status == 1)
    #expect(none.errors.contains("claimed Westminster attack"))
  }

  @Test func `foreign DOT is drawn, and reads no file`() throws {
    let scratch = try Scratch()
    let path = try scratch.file(
      "foreign.dot", "graph { a [image=\"/etc/passwd\", label=\"A\"]; a -- b [weight=2]; }\n")
    let result = try Command.run(["render", path, "--format", "svg"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(!result.text.contains("passwd"))
    #expect(XMLParser(data: result.output).parse())
    let bad = try scratch.file("bad.dot", "digraph {\n a -> ;\n}\n")
    let failed = try Command.run(["render", bad, "--format", "svg"])
    #expect(failed.status == 65)
    #expect(failed.errors.contains("bad.dot:2:"))
  }

  /// Whoever finds an empty picture or report may take it for a mistake of the program.
  @Test(arguments: [
    ("render", "svg", "the picture is empty: "),
    ("render", "html", "the picture is empty: "),
    ("report", "md", "there are no statements, and the report is empty"),
  ])
  func anEmptyGraphIsToldOf(verb: String, ending: String, words: String) throws {
    let scratch = try Scratch()
    let graph = try scratch.file("e.yaml", "throughline: 1\ntitle: Empty\n")
    let result = try Command.run([verb, graph, "-o", scratch.path("e.\(ending)")])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.components(separatedBy: words).count == 2, "\(result.errors)")
    let full = try scratch.file("n.csv", "source,target\na,b\n")
    let other = try Command.run([verb, full, "-o", scratch.path("f.\(ending)")])
    #expect(!other.errors.contains("is empty"))
  }

  @Test(arguments: [
    ("timeline", "nothing in the graph has a date"), ("attribution", "there is no attack"),
    ("matrix", "no link of the projection"),
  ])
  func aViewWithNothingToShowIsToldOf(view: String, words: String) throws {
    let scratch = try Scratch()
    let graph = try scratch.file(
      "p.yaml", "throughline: 1\ntitle: One\nentities:\n  - {id: a, kind: person, name: A}\n")
    let result = try Command.run(["render", graph, "--view", view, "-f", "svg"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains(words), "\(result.errors)")
  }

  @Test func whatWasKnownTooEarlyIsToldOf() throws {
    let result = try Command.run(
      ["render", Command.articles, "--as-of", "1999-01-01", "-f", "svg"])
    #expect(result.errors.contains("of what had been published by 1999-01-01"))
    #expect(result.errors.contains("the picture is empty"))
  }
}
