import Testing

@testable import Interchange

@Suite struct TableReaderTests {
  /// The records of a text.
  private func records(
    _ text: String, separator: String = ",", most: Int = 1 << 20
  ) throws -> [[String]] {
    let bytes = Array(text.utf8)
    var records: [[String]] = []
    var fault: Fault?
    bytes.withUnsafeBufferPointer { buffer in
      var reader = TableReader(
        buffer, from: 0, separator: Array(separator.utf8)[0], mostTextBytes: most)
      var cells: [TableReader.Cell] = []
      do throws(Fault) {
        while try reader.record(into: &cells) { records.append(cells.map { reader.text($0) }) }
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
    return records
  }

  /// By hand from RFC 4180, section 2.
  @Test(
    arguments: [
      ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      ("aaa,bbb,ccc\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      ("aaa,bbb\rzzz,yyy\r", [["aaa", "bbb"], ["zzz", "yyy"]]),
      ("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nz,y,x", [["aaa", "b\r\nbb", "ccc"], ["z", "y", "x"]]),
      ("\"aaa\",\"b\"\"bb\",\"\"\"\"", [["aaa", "b\"bb", "\""]]),
      ("a,,\n,,\n\n  \nb,\"\",c", [["a", "", ""], ["b", "", "c"]]),
      ("  a b , \" c \" ,d\t", [["a b", " c ", "d"]]),
      ("a\"b,c\"\n", [["a\"b", "c\""]]),
      ("", []), ("\n\r\n", []), ("\"\"", [[""]]),
    ] as [(String, [[String]])])
  func recordsAreTakenApartAsTheyAreWritten(text: String, expected: [[String]]) throws {
    #expect(try records(text) == expected)
  }

  @Test func aTabIsNoBlankWhereItSeparates() throws {
    #expect(try records("a\t\tb\t\n", separator: "\t") == [["a", "", "b", ""]])
  }

  /// The offsets are counted by hand.
  @Test(arguments: [
    ("a,\"b\nc,d\n", 2, "a quotation mark is opened and never closed"),
    ("a,\"b\"x,c\n", 5, "there is text after a closing quotation mark"),
    ("a,bcdefghijk\n", 2, "a cell has 10 bytes; 8 are the most"),
    ("a,\"bcdefghijk\"\n", 2, "a cell has 10 bytes; 8 are the most"),
  ])
  func whatIsWrongIsToldWhereItBegins(text: String, offset: Int, message: String) {
    let fault = #expect(throws: Fault.self) { try records(text, most: 8) }
    #expect(fault?.offset == offset)
    #expect(fault?.message == message)
  }

  /// Many opened marks, none closed: one way through the text.
  @Test func marksThatAreNeverClosedTakeOneWayThroughTheText() {
    let text = "a,\"" + String(repeating: "\"\"\n,", count: 200_000)
    let fault = #expect(throws: Fault.self) { try records(text, most: 1 << 30) }
    #expect(fault?.message == "a quotation mark is opened and never closed")
    #expect(fault?.offset == 2)
  }

  /// A guard is taken off exactly as it was put on.
  @Test(arguments: [
    "=1+1", "+49 1", "-x", "@here", "\tindented", "\rreturned", "'=quoted", "''=twice", "'s", "'",
    "-5", "-0.5", "-007", "+5", "--", "-", "plain", "a=b", " =x", "'-5", "007", "1.50", "1e5", ".5",
    "#x", "%", "a|b", "a;b", "a\tb", "say \"x\"", "two\nlines", " x ", "'\"=\"", "x\t",
  ])
  func cellsComeBackAsTheyWereWritten(text: String) throws {
    let cell = TableCells.cell(text)
    #expect(try records("x,\(cell),y") == [["x", text, "y"]])
    let inner = cell.hasPrefix("\"") ? String(cell.dropFirst()) : cell
    let first = inner.unicodeScalars.first.map(String.init) ?? ""
    // No spreadsheet sees a formula: only plain numbers may begin with a sign.
    #expect(!["=", "+", "@", "\t", "\r"].contains(first))
    if first == "-" { #expect(Double(inner) != nil) }
  }
}

@Suite struct TableLayoutTests {
  /// By hand: the separator that stands most often outside quotation marks.
  @Test(
    arguments: [
      ("a,b;c,d\n", ","), ("a;b;c\n1,5;2;3\n", ";"), ("a\tb c\n", "\t"), ("a|b|c\n", "|"),
      ("\"a;b;c\",d\n", ","), ("sep=;\na,b,c;d\n", ";"), ("\u{feff}a;b\n", ";"), ("abc\n", nil),
      ("", nil), ("# a,b\nc;d\n", ";"),
    ] as [(String, String?)])
  func theFirstLineTellsTheSeparator(text: String, separator: String?) {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      let layout = TableLayout(bytes)
      #expect(layout.separator == separator.map { Array($0.utf8)[0] })
    }
  }
}

@Suite struct TextCheckTests {
  /// Sequences and their faults by hand from RFC 3629.
  @Test(
    arguments: [
      (Array("plain ASCII of many bytes, and ä € 😀 beyond".utf8), nil),
      (Array("12345678".utf8) + [0] + Array("12345678".utf8), 8),
      (Array("1234567".utf8) + [0xC3], 7), ([0xC0, 0x80], 0), ([0xE0, 0x80, 0x80], 0),
      ([0x61, 0xED, 0xA0, 0x80], 1), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF0, 0x9F, 0x98], 0),
      ([0x80], 0), ([0xFF, 0xFE, 0x61, 0], 0),
    ] as [([UInt8], Int?)])
  func bytesThatAreNoTextAreFound(bytes: [UInt8], offset: Int?) {
    bytes.withUnsafeBufferPointer { buffer in
      do throws(Fault) {
        try TextCheck.check(buffer)
        #expect(offset == nil)
      } catch {
        #expect(error.offset == offset)
      }
    }
  }
}
