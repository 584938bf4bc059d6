import Testing

@testable import Reporting

@Suite struct TerminalMarksTests {
  /// Eighths of a cell by hand: 10 cells are 80 eighths.
  @Test(arguments: [
    (0.0, ""), (1.0, "██████████"), (0.5, "█████"), (0.5125, "█████▏"), (0.99, "█████████▉"),
    (-1, ""), (7, "██████████"), (.nan, ""),
  ])
  func barsAreAsLongAsTheirShare(share: Double, expected: String) {
    #expect(TerminalMarks.bar(share, cells: 10) == expected)
  }

  @Test(arguments: [
    (0.0, 0.5, 1.0, "├────●────┤"), (0.0, 0.0, 1.0, "●─────────┤"),
    (0.3, 0.3, 0.3, "\u{A0}\u{A0}\u{A0}●\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}"),
    (0.2, 0.4, 0.6, "\u{A0}\u{A0}├─●─┤\u{A0}\u{A0}\u{A0}\u{A0}"),
  ])
  func whiskersLieOnTheirAxis(low: Double, middle: Double, high: Double, expected: String) {
    #expect(
      TerminalMarks.whisker(low: low, middle: middle, high: high, on: 0...1, cells: 11) == expected)
  }

  @Test func aWhiskerOnAnAxisWithoutLengthIsADot() {
    let line = TerminalMarks.whisker(low: 2, middle: 2, high: 2, on: 2...2, cells: 3)
    #expect(line == "●\u{A0}\u{A0}")
  }

  @Test(arguments: [
    ([0.0, 1, 2, 4, 8], " ▁▂▄█"), ([], ""), ([0, 0], "  "), ([.nan, 1], " █"), ([1, 1_000], "▁█"),
  ])
  func sparklinesAreAsHighAsTheirNumbers(values: [Double], expected: String) {
    #expect(TerminalMarks.sparkline(values) == expected)
  }

  @Test(arguments: [
    ([0.0, 1, 2, 3, 4], 2, [2.0, 3]), ([5, 5, 5], 4, [3, 0, 0, 0]), ([], 2, [0, 0]),
    ([.infinity, 1, 3], 2, [1, 1]),
  ])
  func histogramsCountEveryFiniteValueOnce(values: [Double], bins: Int, expected: [Double]) {
    #expect(TerminalMarks.histogram(values, bins: bins) == expected)
  }
}
