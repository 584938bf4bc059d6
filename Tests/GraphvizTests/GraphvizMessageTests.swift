import Testing

@testable import Graphviz

@Suite struct GraphvizMessageTests {
  /// The log is what libcgraph 2.43 hands to its error handler for such a text.
  @Test func logsAreTakenApart() {
    let log = """
      Warning: syntax ambiguity - badly delimited number '2n' in line 3 of input splits into two tokens
      Error: mismatched tag in line 1\u{20}
      ... x</TR> ...
      in label of node e
      Error: syntax error in line 12 near '->'

      """
    #expect(
      GraphvizMessage.parse(log) == [
        GraphvizMessage(
          .warning,
          "syntax ambiguity - badly delimited number '2n' in line 3 of input splits into two tokens",
          line: 3),
        GraphvizMessage(.error, "mismatched tag in line 1  ... x</TR> ... in label of node e"),
        GraphvizMessage(.error, "syntax error in line 12 near '->'", line: 12),
      ])
    #expect(GraphvizMessage.parse("") == [])
    #expect(GraphvizMessage.parse("no prefix") == [GraphvizMessage(.warning, "no prefix")])
  }
}
