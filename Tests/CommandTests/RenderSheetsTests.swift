import Foundation
import FoundationXML
import Testing

@Suite struct RenderSheetsTests {
  private static let families =
    Command.root.appendingPathComponent("graphs/florentine-families.yaml").path

  @Test(arguments: [
    ["--view", "timeline", "--window", "4w"],
    ["--view", "matrix", "--order", "name", "--rows", "5", "--theme", "dark"],
  ])
  func `a sheet is drawn in every format, the same each time`(options: [String]) throws {
    let arguments = ["render", Command.articles] + options
    let svg = try Command.run(arguments + ["--format", "svg"])
    #expect(svg.status == 0, "\(svg.errors)")
    #expect(XMLParser(data: svg.output).parse())
    #expect(svg.text.contains(#"role="img""#))
    let again = try Command.run(
      arguments + ["--format", "svg"], environment: ["SWIFT_DETERMINISTIC_HASHING": "1"])
    let isSame = svg.output == again.output
    #expect(isSame)
    for (format, start) in [("png", [0x89, 0x50, 0x4E, 0x47]), ("pdf", Array("%PDF".utf8))] {
      let result = try Command.run(arguments + ["--format", format])
      #expect(result.status == 0, "\(result.errors)")
      #expect(Array(result.output.prefix(4)) == start)
      #expect(result.errors.isEmpty, "\(result.errors)")
    }
  }

  @Test func `an attribution is drawn of one attack`() throws {
    let result = try Command.run([
      "render", Command.articles, "--view", "attribution", "--focus", "Westminster attack",
      "--title", "A title <&>", "--format", "svg",
    ])
    #expect(result.status == 0, "\(result.errors)")
    #expect(XMLParser(data: result.output).parse())
    #expect(result.text.contains(">A title &lt;&amp;&gt;</text>"))
    #expect(result.text.contains(#"id="attack-westminster-2017""#))
    #expect(!result.text.contains(#"id="attack-sousse"#))
  }

  @Test(arguments: [
    (["--view", "timeline", "--layout", "neato"], "--layout means nothing to the view timeline"),
    (["--view", "timeline", "--focus", "Sousse"], "--focus means nothing to the view timeline"),
    (["--view", "matrix", "--size-by", "degree"], "--size-by means nothing to the view matrix"),
    (["--view", "matrix", "--hops", "3"], "--hops means nothing to the view matrix"),
    (["--view", "attribution", "--projection", "associations"], "--projection means nothing"),
    (["--order", "name"], "--order means nothing to the view network"),
    (["--window", "30d"], "--window means nothing to the view network"),
    (["--view", "matrix", "--rows", "1"], "--rows must be from 2 to 400"),
    (["--view", "timeline", "--window", "x"], "is no window"),
    (["--view", "attribution", "--focus", "ISIS"], "is no attack but a group"),
  ])
  func `an option without a meaning is refused`(options: [String], words: String) throws {
    let result = try Command.run(["render", Command.articles, "--format", "svg"] + options)
    #expect(result.status == 64)
    #expect(result.errors.contains(words), "\(result.errors)")
  }

  @Test func `a plain network has a matrix and no timeline`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("net.csv", "source,target,weight\na,b,2\nb,c,1\nc,a,5\n")
    let matrix = try Command.run(["render", path, "--view", "matrix", "--format", "svg"])
    #expect(matrix.status == 0, "\(matrix.errors)")
    #expect(matrix.text.contains("no evidence recorded"))
    for view in ["timeline", "attribution"] {
      let result = try Command.run(["render", path, "--view", view, "--format", "svg"])
      #expect(result.status == 64)
      #expect(result.errors.contains("needs a graph of evidence"))
    }
  }

  @Test(arguments: [
    ("svg", Array("<svg".utf8)), ("png", [0x89, 0x50, 0x4E, 0x47]), ("pdf", Array("%PDF".utf8)),
    ("dot", Array("digraph".utf8)),
  ])
  func `the verb timeline draws too`(format: String, start: [UInt8]) throws {
    let scratch = try Scratch()
    let path = scratch.path("timeline.\(format)")
    let result = try Command.run(["timeline", Self.families, "-o", path, "--theme", "print"])
    #expect(result.status == 0, "\(result.errors)")
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(Array(data.prefix(start.count)) == start)
  }
}
