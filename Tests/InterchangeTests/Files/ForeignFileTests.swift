import Foundation
import Testing

@testable import Interchange

/// Files that are not read; their first bytes are those that their makers document.
@Suite struct ForeignFileTests {
  private func message(_ bytes: [UInt8], path: String = "x") -> String? {
    do {
      _ = try Text.network(bytes: bytes, path: path)
      return nil
    } catch let refused as Text.Refused {
      return refused.description + "; " + refused.mend
    } catch {
      return "\(error)"
    }
  }

  @Test(
    arguments: [
      (
        "LEDA.GRAPH\nstring\nint\n-1\n1\n|{a}|\n0\n",
        "1:1: this is a LEDA graph, which is not read; save it as GML or GraphML"
      ),
      (
        "%PDF-1.7\n",
        "1:1: this is a PDF document, which is not read; copy its table into a sheet, saved as .xlsx or "
          + ".csv"
      ),
      (
        "{\\rtf1\\ansi}",
        "1:1: this is an RTF document, which is not read; open it, and save its table as .xlsx or .csv"
      ),
      (
        "\n<!DOCTYPE html>\n<html></html>",
        "1:1: this is a web page, which is not read; download the file itself"
      ),
    ])
  func aFileOfAnotherProgramIsNamed(text: String, expected: String) {
    #expect(message(Array(text.utf8)) == expected)
  }

  @Test func sheetsOfOpenDocumentAreNamed() {
    // The first entry of such an archive, stored: its mark, 26 bytes, its name and its text.
    let bytes =
      [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26)
      + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8)
    #expect(
      message(bytes, path: "x.ods")
        == "1:1: this is an OpenDocument sheet, which is not read; save it as .xlsx or .csv")
  }

  /// JSON that is broken gets the advice of JSON, not of YAML.
  @Test(
    arguments: [
      (#"{"type": "identity", "name": "a" "b": 1}"#, "x", "1:34: "),
      (#"[{"a": 1}, {"a": 2]"#, "x", "1:19: "), ("<{\n}>", "x.json", "1:1: "),
      ("{\n  \"a\": tru\n}", "x.json", "2:8: "),
    ])
  func brokenJSONIsToldAsJSON(text: String, path: String, place: String) {
    let message = message(Array(text.utf8), path: path) ?? ""
    #expect(message.hasPrefix(place), "\(message)")
    #expect(!message.contains("quotes") && !message.contains("YAML"), "\(message)")
  }

  /// A key without quotation marks is one of YAML.
  @Test func yamlInBracesStaysYAML() {
    let message = message(Array("{throughline: 1, title: [a}".utf8)) ?? ""
    #expect(message.contains("YAML"), "\(message)")
  }

  @Test func foreignFormatsAreNamedForVerbsThatRewrite() {
    func format(_ text: String, _ path: String = "-") -> String? {
      GraphFile.foreignFormat(of: Array(text.utf8), path: path)
    }
    #expect(format("<?xml version='1.0'?><graphml/>", "x.graphml") == "GraphML")
    #expect(format("Source,Target\na,b\n", "x.csv") == "CSV")
    #expect(format("PK\u{3}\u{4}", "x.xlsx") == "a zip archive or a workbook")
    #expect(format("throughline: 1\n", "x.txt") == nil)
    #expect(format("{\"throughline\": 1}", "x.json") == nil)
    #expect(format("title: x\n", "x.yaml") == nil)
  }
}
