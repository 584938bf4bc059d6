import Foundation
import FoundationXML
import Testing

@testable import throughline

@Suite struct ReportTests {
  static let graph = """
    throughline: 1
    title: Two attacks
    sources:
      - {id: paper, title: A paper, publisher: Paper, reliability: B}
    entities:
      - {id: preacher, kind: ideologue, name: The Preacher}
      - {id: doer, kind: person, name: The Doer}
      - {id: attack, kind: attack, name: The Attack, date: 2015-12-02}
      - {id: other, kind: attack, name: The Other}
    statements:
      paper:
        1:
          - preacher inspired doer
          - doer perpetrated attack
          - preacher claimed other

    """

  private func run(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Command.Result {
    try Command.run(
      ["report", "-"] + arguments + ["--samples", "10", "--draws", "3"], input: Self.graph,
      environment: ["SOURCE_DATE_EPOCH": "1790000000"].merging(environment) { $1 })
  }

  @Test func `the same report twice is the same to the byte`() throws {
    for format in ["html", "markdown", "json"] {
      let first = try run(["-f", format])
      #expect(first.status == 0, "\(first.errors)")
      let isSame = try run(["-f", format]).output == first.output
      #expect(isSame)
      #expect(first.text.contains("2026-09-21"))
    }
  }

  @Test func `a template of the user changes words`() throws {
    let scratch = try Scratch()
    let folder = scratch.path("own")
    let made = try Command.run(["template", folder])
    #expect(made.status == 0, "\(made.errors)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [
        "page.mustache", "style.css", "words.json",
      ])
    let isSame = try run(["--template", folder]).output == run([]).output
    #expect(isSame)
    // No file is overwritten.
    let again = try Command.run(["template", folder])
    #expect(again.status == 73 && again.errors.contains("is there already"))

    let french = scratch.path("french")
    try FileManager.default.createDirectory(atPath: french, withIntermediateDirectories: true)
    _ = try scratch.file(
      "french/words.json",
      #"{"language": "fr", "plural": "french", "summary.heading": "Que disent les sources ?"}"#)
    let report = try run(["--template", french, "-f", "html"])
    #expect(report.text.contains("lang=\"fr\""))
    #expect(report.text.contains(">Que disent les sources ?</h2>"))
    #expect(report.errors.contains("texts; the bundled ones stand for them"))
  }

  @Test func `faults of a template are told with file and line`() throws {
    let scratch = try Scratch()
    _ = try scratch.file("words.json", "{\n  \"summary.headin\": \"x\"\n}\n")
    let wrong = try run(["--template", scratch.path("")])
    #expect(wrong.status == 65)
    #expect(wrong.errors.contains("words.json:2: no sentence has the key 'summary.headin'"))
    #expect(wrong.errors.contains("did you mean 'summary.heading'?"))
    #expect(try run(["--template", scratch.path("nowhere")]).status == 66)
    let empty = scratch.path("empty")
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
    let none = try run(["--template", empty])
    #expect(none.status == 66 && none.errors.contains("throughline template writes them"))
  }

  @Test func `without a browser a PDF is refused, and the way out told`() throws {
    let scratch = try Scratch()
    let path = scratch.path("report.pdf")
    let none = try run(["-o", path], environment: ["PATH": "/nowhere", "THROUGHLINE_BROWSER": ""])
    #expect(none.status == 69)
    #expect(none.errors.contains("apt-get install chromium"))
    #expect(none.errors.contains("report.html"))
    #expect(try scratch.names().isEmpty)
    let missing = try run(["-f", "pdf", "--browser", "/nowhere/chromium"])
    #expect(missing.status == 69 && missing.errors.contains("/nowhere/chromium"))
  }

  @Test func `a browser that prints nothing is a failure that leaves nothing behind`() throws {
    let scratch = try Scratch()
    let browser = try scratch.file("browser", "#!/bin/sh\necho 'no display' >&2\nexit 3\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: browser)
    let temporary = scratch.path("temporary")
    try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
    let failed = try run(
      ["-f", "pdf", "--browser", browser], environment: ["TMPDIR": temporary])
    #expect(failed.status == 70)
    #expect(failed.errors.contains("printed no PDF") && failed.errors.contains("no display"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary).isEmpty)
  }

  @Test func `a browser that hangs is ended`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("browser", "#!/bin/sh\nsleep 600\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    let browser = Browser(path: path, seconds: 0.3)
    let failure = #expect(throws: Failure.self) { try browser.printed("<p/>") }
    #expect(failure?.message.contains("was ended") == true)
  }

  /// Dates are exchanged for others as long as they are, so that no offset of the file moves.
  @Test func `the date of a PDF is that of the report`() {
    let pdf = Data(
      "%PDF /CreationDate (D:20261130061200+00'00') /ModDate (D:20261130061200+00'00')".utf8)
    let dated = Browser.dated(pdf, 1_790_000_000)
    #expect(
      String(decoding: dated, as: UTF8.self)
        == "%PDF /CreationDate (D:20260921141320+00'00') /ModDate (D:20260921141320+00'00')")
    #expect(Browser.dated(pdf, -1) == pdf)
  }

  @Test func `options out of range and options without meaning are refused`() throws {
    #expect(try Command.run(["report", "-", "--samples", "0"], input: Self.graph).status == 64)
    #expect(try Command.run(["report", "-", "--window", "0"], input: Self.graph).status == 64)
    let scratch = try Scratch()
    let network = try scratch.file("network.tsv", "a b\nb c\n")
    let plain = try Command.run(["report", network, "--draws", "5"])
    #expect(plain.status == 64 && plain.errors.contains("--draws weighs evidence"))
  }
}
