import Testing

@testable import Interchange

@Suite struct ScalarCoverTests {
  /// Where comments begin, line by line, counted by hand from 0.
  @Test(arguments: [
    ("a: b # c", [5]), ("# c\na: b", [0, nil]), ("a: b#c", [nil]), ("a: 'b # c' # d", [11]),
    ("a: \"b # \\\" # c\" # d", [16]), ("a: 'it''s # x' # d", [15]),
    ("a: 'b # c\n  d # e' # f", [nil, 9]), ("a: |\n  # b\n  c # d\n# e", [nil, nil, nil, 0]),
    ("a: |\n\n   # b\n  # c", [nil, nil, nil, 2]), ("a: |-  # x\n  b", [7, nil]),
    ("'k # l': \"v # w\" # c", [17]), ("[a, 'b # c', d] # e", [16]), ("a: !!str 'b # c' # d", [17]),
    ("a: &x \"b # c\" # d", [14]), ("é: '# 😀' # x", [9]), ("- a\t# b", [4]),
  ])
  func findsCommentsOutsideScalars(text: String, starts: [Int?]) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Array($0.unicodeScalars) }
    let cover = ScalarCover(try DocumentTree.parse(text), lines: lines)
    #expect(lines.indices.map { cover.commentStart(in: $0) } == starts)
  }
}
