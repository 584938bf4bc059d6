import Evidence
import GraphCore
import Testing

@testable import Interchange

@Suite struct WorkbookSheetTests {
  private func text(_ csv: String, others: [String] = []) -> NetworkText {
    NetworkText(
      bytes: Column(Array(csv.utf8)), path: "b.xlsx", ending: "csv",
      sheet: WorkbookSheet(name: "Coding", others: others))
  }

  /// Places counted by hand; a line break in a cell is no row.
  @Test func placesAreThoseOfCells() {
    let text = text("\"a\",\"b\"\n\n\"x\ny\",,\"ä, z\",\"q\"\n")
    let cells = SheetCells(text.bytes)
    #expect(cells.cell(at: 0).name == "A1")
    #expect(cells.cell(at: 6).name == "B1")
    #expect(cells.cell(at: 13).name == "A3")
    #expect(cells.cell(at: 17).name == "C3")
    #expect(cells.cell(atLine: 3, 1).name == "A3")
    #expect(cells.cell(atLine: 4, 5).name == "C3")
    #expect(cells.cell(atLine: 4, 12).name == "D3")
    let error = text.error(Fault(offset: 18, message: "it is wrong", mend: "mend it"))
    #expect(error.description == "b.xlsx:3:3: it is wrong (cell C3 of 'Coding'); mend it")
  }

  @Test(arguments: [
    (1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA"),
  ])
  func columnsHaveLetters(column: Int, letters: String) {
    let cell = SheetCells.Cell(offset: 0, line: 1, character: 1, row: 9, column: column)
    #expect(cell.name == letters + "9")
  }

  @Test func findingsAreToldAtTheirCells() throws {
    let text = text(
      "\"subject\",\"relation\",\"object\",\"source\",\"note\"\n\"a\",\"knos\",\"b\",\"r\",\"two\nlines\"\n"
        + "\"a\",\"knes\",\"b\",\"r\"\n")
    let context = ReadingContext(folder: ".", options: NetworkOptions(), vocabulary: .standard)
    guard
      case .evidence(let reading) = try StatementTableReader(text: text, context: context).read()
    else {
      Issue.record("read as a plain network")
      return
    }
    let errors = reading.errors.filter { $0.message.contains("is no relation") }
    #expect(errors.map { $0.location?.line } == [2, 3])
    #expect(errors.map { $0.location?.column } == [2, 2])
    #expect(errors.last?.message.hasSuffix("(cell B3 of 'Coding')") == true)
  }

  @Test func aTitleAboveTheNamesOfColumnsIsTold() {
    let text = text("\"A title\"\n\"Source\",\"Target\"\n")
    let context = ReadingContext(folder: ".", options: NetworkOptions(), vocabulary: .standard)
    let error = #expect(throws: NetworkError.self) {
      try DelimitedReader(text: text, context: context).read()
    }
    #expect(
      error?.message
        == "the first row has one cell only, 'A title', and names no columns (cell A1 of 'Coding')")
  }

  /// Its columns would be lost if it were taken for an edge list.
  @Test func aSheetIsATableWhateverTheWorkbookIsCalled() {
    let text = text("\"Source\",\"Target\",\"note\"\n\"a\",\"b\",\"c\"\n")
    #expect(GraphFormat.detect(text, isPacked: false) == .csv)
  }

  @Test func otherSheetsAreNamed() {
    let sheet = WorkbookSheet(name: "Readme", others: ["Coding", "b"])
    let error = sheet.hinting(NetworkError(file: "f", message: "m", mend: "mend it"))
    #expect(
      error.mend
        == "mend it; or read another sheet of the workbook with --graph-name: 'Coding', 'b'")
    #expect(sheet.remark?.hasPrefix("the workbook has 3 sheets; 'Readme' is read") == true)
    #expect(WorkbookSheet(name: "a", others: []).remark == nil)
  }
}
