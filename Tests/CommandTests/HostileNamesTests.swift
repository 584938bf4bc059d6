import Foundation
import FoundationXML
import TestSupport
import Testing

/// Fifty names that try to break out, in every view and every format of the command.
@Suite struct HostileNamesTests {
  private static let folder = try? Scratch.lasting("hostile")

  /// The graph as a file.
  private static func file() throws -> String {
    let path = try #require(folder).appendingPathComponent("names.yaml").path
    if !FileManager.default.fileExists(atPath: path) {
      try Data(HostileGraph.yaml().utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
    return path
  }

  /// Every view, with what it needs to be told; a new one is covered by a line here.
  private static let views: [[String]] = [
    ["network"], ["ego", "--focus", "e3"], ["chain", "--chain", "e5,e4"], ["attribution"],
    ["timeline"],
    ["matrix"], ["communities"], ["diff", "--against", "SELF"],
  ]

  /// Every verb that prints names, in every format of its own.
  private static let texts: [[String]] = [
    ["trace", "--from", "e1", "--to", "e4"],
    ["trace", "--from", "e1", "--to", "e4", "--format", "markdown"],
    ["trace", "--from", "e1", "--to", "e4", "--format", "json"], ["trace", "--to", "e4"],
    ["centrality"], ["centrality", "--format", "csv"], ["centrality", "--format", "markdown"],
    ["centrality", "--format", "json"], ["attribute", "e4"], ["timeline"], ["contradictions"],
    ["report", "--format", "markdown", "--samples", "10", "--draws", "3"],
    ["report", "--format", "json", "--samples", "10", "--draws", "3"],
    ["report", "--format", "html", "--samples", "10", "--draws", "3"],
  ]

  private static func acts(_ text: String, allowed: ClosedRange<UInt32>) -> [String] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case allowed: false
      case 0...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    .map { String($0.value, radix: 16) }
  }

  @Test(arguments: views, ["svg", "dot", "png", "pdf", "html"])
  func `every view is drawn in every format`(view: [String], format: String) throws {
    let file = try Self.file()
    let result = try Command.run(
      ["render", file, "--view"] + view.map { $0 == "SELF" ? file : $0 }
        + ["--format", format, "--quiet"])
    #expect(result.status == 0, "\(view): \(result.errors)")
    switch format {
    case "svg":
      #expect(XMLParser(data: result.output).parse(), "\(view)")
      for part in ["<script", "<foreignObject", "<image", "<iframe", "javascript:alert(6)\""] {
        #expect(!result.text.contains(part), "\(view): \(part)")
      }
      #expect(Self.acts(result.text, allowed: 0x2068...0x2069).isEmpty, "\(view)")
    case "dot":
      let drawn = try Command.run(["render", "-", "--raw", "--format", "svg"], input: result.text)
      #expect(drawn.status == 0, "\(view): \(drawn.errors)")
      #expect(!drawn.text.contains("<script"))
    case "html":
      #expect(XMLParser(data: result.output).parse(), "\(view)")
      for part in ["<script>alert", "<img src=x", "<iframe", "<foreignObject", "href=\"javascript"]
      {
        #expect(!result.text.contains(part), "\(view): \(part)")
      }
    case "png": #expect(Array(result.output.prefix(4)) == [0x89, 0x50, 0x4E, 0x47])
    default: #expect(Array(result.output.prefix(4)) == Array("%PDF".utf8))
    }
  }

  /// All links of this graph weigh the same, and then there is no backbone; the refusal prints no name.
  @Test func `a backbone of equal weights is refused`() throws {
    let result = try Command.run(["render", Self.file(), "--view", "backbone", "-o", "-"])
    #expect(result.status == 1)
    #expect(result.errors.contains("weights that differ"))
  }

  @Test(arguments: texts)
  func `no text acts on a terminal or a page`(arguments: [String]) throws {
    let file = try Self.file()
    let result = try Command.run([arguments[0], file] + arguments.dropFirst())
    #expect([0, 1].contains(result.status), "\(arguments): \(result.errors)")
    #expect(!result.output.isEmpty, "\(arguments)")
    // JSON and CSV are for programs and carry names exactly; what people read is made visible.
    if !arguments.contains("json"), !arguments.contains("csv") {
      #expect(Self.acts(result.text, allowed: 0x2068...0x2069).isEmpty, "\(arguments)")
    }
    #expect(Self.acts(result.errors, allowed: 0x2068...0x2069).isEmpty, "\(arguments)")
    if arguments.contains("html") {
      #expect(!result.text.contains("<script>alert"))
      #expect(!result.text.contains("<img src=x"))
      #expect(!result.text.contains("href=\"javascript"))
    }
    if arguments.contains("csv") {
      for line in result.text.split(whereSeparator: \.isNewline) {
        for cell in line.split(separator: ",") {
          #expect(!"=+@".contains(cell.drop { $0 == "\"" }.first ?? " "), "\(line)")
        }
      }
    }
  }

  @Test func `names come back from every way through files`() throws {
    let result = try Command.run(["convert", Self.file(), "-o", "-", "--to", "json"])
    let other =
      result.status == 0 ? result : try Command.run(["convert", Self.file(), "--format", "json"])
    #expect(other.status == 0, "\(other.errors)")
    let value = try #require(
      try JSONSerialization.jsonObject(with: other.output) as? [String: Any])
    let entities = try #require(value["entities"] as? [[String: Any]])
    #expect(entities.compactMap { $0["name"] as? String } == HostileGraph.names)
  }
}

extension Scratch {
  /// A folder that stays until the tests end.
  static func lasting(_ name: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("throughline-\(name)-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
