import Foundation
import Testing

@Suite struct FmtTests {
  static let untidy = """
    # A header line.
    throughline: 1
    title: 'A small graph'   # the title
    sources:
    - {id: paper, title: A paper}
    entities:
    # Ann comes first.
    - {kind: person, id: ann}
    - {kind: attack, id: act}
    statements:
      paper:
        document:
          - ann perpetrated act, note (# is no comment), @2015
          - s7: ann age = 24
    # The end.

    """

  /// Written by hand from the rules of the format.
  static let tidy = """
    # A header line.
    # the title
    throughline: 1
    title: A small graph
    sources:
      - id: paper
        title: A paper
    entities:
      # Ann comes first.
      - id: ann
        kind: person
      - id: act
        kind: attack
    statements:
      paper:
        document:
          - 'ann perpetrated act @2015, note # is no comment'
          - s7: ann age = 24
    # The end.

    """

  @Test func `fmt puts in order and keeps comments`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("graph.yaml", Self.untidy)
    let result = try Command.run(["fmt", path])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text == Self.tidy)
    let tidy = try scratch.file("tidy.yaml", Self.tidy)
    #expect(try Command.run(["fmt", "--check", tidy]).status == 0)
    #expect(try Command.run(["fmt", "--check", path]).status == 1)
  }

  @Test func `fmt and number say that they rewrite native files only`() throws {
    let scratch = try Scratch()
    let path = scratch.path("graph.graphml")
    #expect(try Command.run(["convert", Command.articles, "-o", path]).status == 0)
    for verb in ["fmt", "number"] {
      let result = try Command.run([verb, path])
      #expect(result.status == 65)
      #expect(
        result.errors.contains(
          "graph.graphml: the format is GraphML, and fmt and number rewrite native files only; make one "
            + "with 'throughline convert --to native'"), "\(result.errors)")
    }
  }

  @Test func `the bundled graph of the articles is in order`() throws {
    #expect(try Command.run(["fmt", "--check", Command.articles]).status == 0)
  }

  @Test func `number goes on after the highest id`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("graph.yaml", Self.tidy)
    #expect(try Command.run(["number", "-i", path]).status == 0)
    let text = try scratch.text("graph.yaml")
    #expect(text.contains("s008: 'ann perpetrated act"))
    #expect(text.contains("- s7: ann age"))
  }

  @Test func `a file with errors is left alone`() throws {
    let scratch = try Scratch()
    let bad = Self.untidy.replacingOccurrences(of: "ann age", with: "ben age")
    let path = try scratch.file("graph.yaml", bad)
    #expect(try Command.run(["fmt", "-i", path]).status == 65)
    #expect(try scratch.text("graph.yaml") == bad)
  }
}
