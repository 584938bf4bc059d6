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
    return String(decoding: try workbook.csv(), as: UTF8.self)
  }

  /// openpyxl computes no formula, so that cell has no value. Row 3 is empty.
  @Test func cellsAreWhatTheProgramShows() throws {
    #expect(
      try csv() == """
        "Source","Target","Weight"
        "a ""q""\","b,c","0.1"

        "x",,"true"
        "2015-06-26","1904-01-01","1900-03-01"
        "2024-02-29",,"197001010002"
        ,,"line
        break","12.5","-3"

        """)
  }

  @Test func sheetsAreChosenByNameOrNumber() throws {
    #expect(try csv("other") == "\"1\",\"2\"\n")
    #expect(try csv("2") == "\"1\",\"2\"\n")
    #expect(try csv("edges").hasPrefix("\"Source\""))
    let error = #expect(throws: NetworkError.self) { try csv("third") }
    #expect(
      error?.description
        == "t.xlsx: the workbook has no sheet 'third', but 'edges', 'other'; name one with --graph-name"
    )
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
