import Testing

@testable import Reporting

@Suite struct TextTableTests {
  private func table(_ rows: [[String]], columns: Int) -> [String] {
    TextTable(
      columns: [.init(title: "Name", least: 6), .init(title: "Value", least: 5)], rows: rows
    ).lines(TerminalStyle(columns: columns))
  }

  @Test func columnsAreAsWideAsTheirCells() {
    #expect(
      table([["a", "one"], ["longer", "2"]], columns: 80)
        == ["Name    Value", "a       one", "longer  2"])
  }

  @Test func longCellsBreakOverLines() {
    let lines = table(
      [[String(repeating: "word ", count: 8), "x y"], ["b", "z"]], columns: 40)
    #expect(lines.allSatisfy { VisibleText.width(of: $0) <= 40 })
    #expect(
      lines == [
        "Name                               Value", "word word word word word word      x y",
        "word word", "b                                  z",
      ])
  }

  @Test func aTableWithoutRowsHasItsTitles() {
    #expect(table([], columns: 80) == ["Name  Value"])
  }
}
