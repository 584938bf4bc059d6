import Evidence
import Testing

@testable import Interchange

@Suite struct CommentsTests {
  /// The text as `fmt` writes it: in the form that it has, with its comments.
  static func rewritten(_ text: String) throws -> String {
    let reading = NativeReaderTests.read(text)
    try #require(reading.errors == [])
    let comments = Comments(of: text, reading: reading)
    return NativeWriter(
      form: reading.form, corpus: reading.corpus, comments: comments.before,
      closingComments: comments.closing
    ).yaml(try #require(reading.graph))
  }

  static let tidy = """
    # A header
    # of two lines
    throughline: 1
    title: t
    sources:
      # before a source
      - x
    asserters:
      # before an asserter
      - id: court
    entities:
      # before ann
      # a second line
      - id: ann
        kind: person
        name: 'Ann # Archer'
      - id: bob
        kind: person
        note: |-
          # not a comment
          text # neither
      # before the raid
      - id: raid
        kind: attack
    statements:
      x:
        1:
          # before s1
          - s1: ann inspired bob
          - s2: 'bob perpetrated raid, note #1 of ''# 2'''
        2:
          # before s3
          - s3: raid deaths = 3
    # the end
    # really

    """

  @Test func aTidyFileComesBackAsItIs() throws {
    #expect(try Self.rewritten(Self.tidy) == Self.tidy)
  }

  @Test func windowsLinesLoseNoComment() throws {
    #expect(try Self.rewritten(Self.tidy.replacing("\n", with: "\r\n")) == Self.tidy)
  }

  /// Where a comment stands in a file that is not tidy, and the part that it comes to stand before.
  @Test func everyCommentFindsItsPart() throws {
    let text = """
      # header

      throughline: 1  # after the version
      title: 'a # b'  # after the title
      sources: # after a section
        - x # after a source
      # at the margin, before ann
      entities:
        - id: ann
          # within ann
          kind: person # after a key of ann
          aliases: ["a # b", 'c # d'] # after a list
        # between
        - {id: bob, kind: person} # after bob
        - id: raid
          kind: attack
          note: >- # of a block
            text # in the block
            # in it too
          # after the block
      statements:
        x:
          # before the paragraph
          1:
            - s1: ann inspired bob # after s1
              # below s1
            - s2: 'bob perpetrated raid, note a # b' # after s2
      # end
      """
    let reading = NativeReaderTests.read(text)
    #expect(reading.errors == [])
    let comments = Comments(of: text, reading: reading)
    #expect(
      comments.before == [
        .document: ["# header", "# after the version", "# after the title", "# after a section"],
        .source(0): ["# after a source"],
        .entity(0): [
          "# at the margin, before ann", "# within ann", "# after a key of ann", "# after a list",
        ],
        .entity(1): ["# between", "# after bob"],
        .entity(2): ["# of a block", "# after the block"],
        .statement(0): ["# before the paragraph", "# after s1", "# below s1"],
        .statement(1): ["# after s2"],
      ])
    #expect(comments.closing == ["# end"])
    let once = try Self.rewritten(text)
    #expect(try Self.rewritten(once) == once)
    #expect(once.count { $0 == "#" } == text.count { $0 == "#" })
  }

  @Test func aFileWithoutCommentsHasNone() throws {
    let text = "throughline: 1\ntitle: 'no # comment'\nabout: \"none # here\"\n"
    let comments = Comments(of: text, reading: NativeReaderTests.read(text))
    #expect(comments.before.isEmpty)
    #expect(comments.closing == [])
  }

  @Test func JSONHasNone() throws {
    let text = #"{"throughline": 1, "title": "a # b"}"#
    let comments = Comments(of: text, reading: NativeReaderTests.read(text))
    #expect(comments.before.isEmpty)
    #expect(comments.closing == [])
  }

  @Test func anEmptyCommentIsKept() throws {
    let text = "#\nthroughline: 1\ntitle: t\n#\n"
    #expect(try Self.rewritten(text) == text)
  }
}
