import Foundation
import GraphCore
import Testing

@testable import Interchange

/// The workbook is written by openpyxl (scripts/make-fixtures.py); the expected cells are those given to it.
@Suite struct WorkbookTests {
  private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/xlsx/table.xlsx").path

  private func csv(_ sheet: String? = nil) throws -> String {
    var options = NetworkOptions()
    options.graph = sheet
    let bytes = try #require(MappedFile.bytes(of: Self.path))
    let archive = try Archive(bytes, path: "t.xlsx", most: 1 << 24)
    let workbook = try #require(Workbook(archive, path: "t.xlsx", options: options))
    return String(decoding: try workbook.csv().text, as: UTF8.self)
  }

  /// Row 3 is empty. A date is given as far as the cell shows it: A5 as a year, B6 as month and year.
  @Test func cellsAreWhatTheProgramShows() throws {
    #expect(
      try csv() == """
        "Source","Target","Weight"
        "a ""q""\","b,c","0.1"

        "x",,"true"
        "2015","1904-01-01","1900-03-01"
        "2024-02-29","2000-05","197001010002"
        ,,"line
        break","12.5","-3"

        """)
  }

  @Test func sheetsAreChosenByNameOrNumber() throws {
    #expect(try csv("other") == "\"1\",\"2\"\n")
    #expect(try csv("4") == "\"1\",\"2\"\n")
    #expect(try csv("edges").hasPrefix("\"Source\""))
    let error = #expect(throws: NetworkError.self) { try csv("third") }
    #expect(
      error?.description
        == "t.xlsx: the workbook has no sheet 'third', but 'edges', 'formula', 'error', 'other'; name one with --graph-name"
    )
  }

  /// openpyxl computes no formula.
  @Test func cellsWithoutAValueThatShouldHaveOneAreNamed() {
    let formula = #expect(throws: NetworkError.self) { try csv("formula") }
    #expect(formula?.message == "B1 holds a formula that was never computed")
    let error = #expect(throws: NetworkError.self) { try csv("error") }
    #expect(error?.message == "B1 holds the error #N/A")
  }

  @Test func aSheetIsReadAsATable() throws {
    var options = NetworkOptions()
    options.graph = "other"
    guard case .plain(let network) = try GraphFile.loadAny(Self.path, options: options) else {
      Issue.record("not read as a network")
      return
    }
    #expect(network.lines == ["1>2"])
  }

  @Test func anArchiveWithoutAWorkbookIsNone() throws {
    let bytes = try #require(MappedFile.bytes(of: Self.path))
    let archive = try Archive(bytes, path: "t", most: 1 << 24)
    #expect(archive.member("workbook.xml") != nil)
    #expect(Workbook(archive, path: "t", options: NetworkOptions()) != nil)
    let tables = try GraphWriterTests.bytes(try AwkwardNetwork.network(), .tables)
    let other = try Archive(Column(tables), path: "t", most: 1 << 20)
    #expect(Workbook(other, path: "t", options: NetworkOptions()) == nil)
  }
}
