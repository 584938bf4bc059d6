import Evidence
import Testing

@testable import Interchange

@Suite struct EvidenceNotesTests {
  static func files(_ members: [ZipArchive.Member]) throws -> [String: String] {
    final class Sink { var bytes: [UInt8] = [] }
    var files: [String: String] = [:]
    for member in members {
      let sink = Sink()
      var output = PiecedOutput { sink.bytes += $0 }
      try member.make(&output)
      try output.flush()
      files[member.name] = String(decoding: sink.bytes, as: UTF8.self)
    }
    return files
  }

  /// The lines under a heading of a note.
  private func section(_ title: String, _ note: String) -> String {
    let parts = note.split(separator: "\n## ", omittingEmptySubsequences: false)
    return parts.first { $0.hasPrefix(title + "\n") }.map(String.init) ?? ""
  }

  @Test func eachStatementStandsUnderWhatItComesTo() throws {
    let files = try Self.files(EvidenceNotes(try SmallEvidence.graph()).members)
    #expect(
      files.keys.sorted() == [
        "Alpha A x.md", "Blast.md", "Bravo.md", "League.md",
        "Source - A source with the id of an entity.md", "Source - The Echo a b.md", "Speaker.md",
        "Start here.md", "Town.md",
      ])
    let alpha = try #require(files["Alpha A x.md"])
    #expect(section("What is denied", alpha).contains("statement s2"))
    #expect(!section("What is affirmed", alpha).contains("statement s2"))
    #expect(section("What is affirmed", alpha).contains("statement s7"))
    #expect(section("What is supposed or foretold", alpha).contains("statement s5"))
    #expect(section("What is said of it alone", alpha).contains("age is 24"))
    #expect(
      section("What is denied", alpha).contains(
        "- Daily Echo denies that [[Alpha A x|Alpha \"A\"  x ]] **inspired** [[Bravo]]."))
    #expect(alpha.contains("[[Source - The Echo a b#Paragraph 2|echo, paragraph 2]] (2015-07-01)"))
    let blast = try #require(files["Blast.md"])
    #expect(section("What is claimed only", blast).contains("statement s3"))
    #expect(section("What is claimed only", blast).contains("statement s12"))
    let source = try #require(files["Source - The Echo a b.md"])
    #expect(source.contains("\n## Paragraph 2\n"))
  }

  /// Every statement line names its grade, its source and its id.
  @Test func nothingIsSaidWithoutASource() throws {
    let graph = try SmallEvidence.bundled("isis-inspired-attacks")
    let files = try Self.files(EvidenceNotes(graph).members)
    #expect(files.count == 1 + graph.entities.count + graph.sources.count)
    let links = Set(files.keys.map { $0.dropLast(3) })
    for (name, text) in files where name != "Start here.md" {
      for line in text.split(separator: "\n") where line.hasPrefix("- ") {
        #expect(line.contains("grade: "), "\(line)")
        #expect(line.contains("[[Source - "), "\(line)")
        #expect(line.contains(", statement s"), "\(line)")
        for link in line.split(separator: "[[").dropFirst() {
          #expect(links.contains(link.prefix { !"#|]".contains($0) }), "\(link)")
        }
      }
    }
  }
}

@Suite struct NetworkNotesTests {
  @Test func eachNodeIsANote() throws {
    let files = try EvidenceNotesTests.files(NetworkNotes(try AwkwardNetwork.network()).members)
    #expect(files.count == 14)
    let plain = try #require(files["Plain.md"])
    #expect(plain.contains("- [[two words]], weight: 1; id: e0; kind: knows; start: 2015-06-26\n"))
    #expect(plain.contains("## From"))
  }

  @Test func tooManyNotesAreRefused() throws {
    let network = try Text.network((0...NetworkNotes.most).map { "\($0) 0\n" }.joined())
    #expect(throws: GraphWriter.Refusal.self) { try NetworkNotes(network) }
  }
}
