import GraphCore

/// A spreadsheet as Excel and Calc write it (.xlsx), of which one sheet is turned into CSV, so that every
/// table that is read as CSV is read from a spreadsheet too.
struct Workbook {
  private let archive: Archive
  private let path: String
  private let options: NetworkOptions

  /// Takes an archive if it holds a workbook.
  ///
  /// - Parameters:
  ///   - archive: The files of the workbook.
  ///   - path: The path to name in messages.
  ///   - options: The sheet to read, and the limits.
  init?(_ archive: Archive, path: String, options: NetworkOptions) {
    guard archive.members.contains(where: { $0.name == "xl/workbook.xml" }) else { return nil }
    self.archive = archive
    self.path = path
    self.options = options
  }

  /// The sheet that the user names or the first one, as CSV in UTF-8.
  ///
  /// Formulas give the value that was last computed; dates become ISO dates, as far as the cell shows
  /// them; truth values `true` and `false`; empty rows are kept, so that lines and rows have one number.
  ///
  /// - Returns: The text, and the sheet of which it was made.
  /// - Throws: ``NetworkError`` if there is no such sheet or a part is broken.
  /// - Complexity: O(bytes of the sheet).
  func csv() throws(NetworkError) -> (text: Column<UInt8>, sheet: WorkbookSheet) {
    let sheets = SheetList()
    try read("xl/workbook.xml", into: sheets)
    let targets = Relationships()
    try read("xl/_rels/workbook.xml.rels", into: targets)
    guard let sheet = chosen(sheets.sheets) else {
      let names = sheets.sheets.map { "'\(Fault.cut($0.name))'" }.joined(separator: ", ")
      throw NetworkError(
        file: path, message: "the workbook has no sheet '\(options.graph ?? "1")', but \(names)",
        mend: "name one with --graph-name")
    }
    let target = targets.targets[sheet.relationship] ?? "worksheets/sheet1.xml"
    let member = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    let strings = SharedStrings()
    if has("xl/sharedStrings.xml") { try read("xl/sharedStrings.xml", into: strings) }
    let styles = CellStyles()
    if has("xl/styles.xml") { try read("xl/styles.xml", into: styles) }
    let rows = SheetRows(
      strings: strings.strings, dates: styles.dates, startsIn1904: sheets.startsIn1904,
      most: options.mostBytes)
    try read(member, into: rows)
    let others = sheets.sheets.filter { $0.relationship != sheet.relationship }
    return (Column(rows.csv), WorkbookSheet(name: sheet.name, others: others.map(\.name)))
  }

  private func chosen(_ sheets: [SheetList.Sheet]) -> SheetList.Sheet? {
    guard let name = options.graph else { return sheets.first }
    if let sheet = sheets.first(where: { $0.name == name }) { return sheet }
    guard let number = Int(name), sheets.indices.contains(number - 1) else { return nil }
    return sheets[number - 1]
  }

  private func has(_ name: String) -> Bool { archive.members.contains { $0.name == name } }

  private func read(_ name: String, into handler: some XMLHandler & AnyObject) throws(NetworkError)
  {
    guard let member = archive.members.first(where: { $0.name == name }) else {
      throw NetworkError(
        file: path, message: "the workbook has no part '\(Fault.cut(name))'",
        mend: "save it again, or as CSV")
    }
    try XMLEvents.read(
      NetworkText(bytes: member.bytes, path: "\(path)/\(name)"), options: options, into: handler)
  }
}

/// The sheets of a workbook.
private final class SheetList: XMLHandler {
  struct Sheet {
    var name: String
    var relationship: String
  }

  let tagNames = ["sheet", "workbookPr"]
  private(set) var sheets: [Sheet] = []
  /// Whether days are counted from 1904, as on old Macs.
  private(set) var startsIn1904 = false

  func open(_ element: borrowing XMLElementEvent) throws(Fault) {
    if element.tag == 0 {
      let relationship = element.attributes.first { $0.name == "id" && $0.prefix != nil }?.value
      sheets.append(Sheet(name: element.text("name") ?? "", relationship: relationship ?? ""))
    } else if element.tag == 1 {
      startsIn1904 = ["1", "true"].contains(element.text("date1904") ?? "")
    }
  }

  func close(_ tag: Int) throws(Fault) {}
}

/// Which part of the archive a relationship leads to.
private final class Relationships: XMLHandler {
  let tagNames = ["Relationship"]
  private(set) var targets: [String: String] = [:]

  func open(_ element: borrowing XMLElementEvent) throws(Fault) {
    if element.tag == 0, let id = element.text("Id") { targets[id] = element.text("Target") }
  }

  func close(_ tag: Int) throws(Fault) {}
}

/// The texts that cells share. Readings of Japanese (`rPh`) are no part of them.
private final class SharedStrings: XMLHandler {
  let tagNames = ["si", "t", "rPh"]
  private(set) var strings: [[UInt8]] = []
  private var current: [UInt8] = []
  private var isText = false
  private var readings = 0

  func open(_ element: borrowing XMLElementEvent) throws(Fault) {
    switch element.tag {
    case 0: current = []
    case 1: isText = true
    case 2: readings += 1
    default: break
    }
  }

  func close(_ tag: Int) throws(Fault) {
    switch tag {
    case 0: strings.append(current)
    case 1: isText = false
    case 2: readings -= 1
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
    if isText, readings == 0 { current += bytes }
  }
}

/// How much of a date a cell shows.
private enum ShownDate: Int {
  case year = 4
  case month = 7
  case day = 10
}

/// Which styles of cells show numbers as dates.
private final class CellStyles: XMLHandler {
  let tagNames = ["numFmt", "cellXfs", "xf"]
  /// By style, how much of a date it shows; `nil` for what is no date.
  private(set) var dates: [ShownDate?] = []
  private var formats: [String: ShownDate] = [:]
  private var isInCells = false

  func open(_ element: borrowing XMLElementEvent) throws(Fault) {
    switch element.tag {
    case 0:
      // A format with a day or a year is a date, unless these letters stand in quotes or brackets.
      guard let id = element.text("numFmtId"), let code = element.text("formatCode") else { return }
      var bare = ""
      var closing: Character?
      for character in code.lowercased() {
        if let end = closing {
          if character == end { closing = nil }
        } else if character == "\"" || character == "[" {
          closing = character == "[" ? "]" : "\""
        } else {
          bare.append(character)
        }
      }
      // What Excel makes of `May 2000` must not become the first of May.
      if bare.contains("d") {
        formats[id] = .day
      } else if bare.contains("y") {
        formats[id] = bare.contains("m") ? .month : .year
      }
    case 1: isInCells = true
    case 2 where isInCells:
      let id = element.text("numFmtId") ?? "0"
      // 17 is `mmm-yy`, 14 to 16 and 22 show the day.
      let known: ShownDate? =
        id == "17" ? .month : ["14", "15", "16", "22"].contains(id) ? .day : nil
      dates.append(formats[id] ?? known)
    default: break
    }
  }

  func close(_ tag: Int) throws(Fault) {
    if tag == 1 { isInCells = false }
  }
}

/// The rows of a sheet, written as CSV as they come.
private final class SheetRows: XMLHandler {
  /// A sheet has no more columns than this in any program.
  private static let mostColumns = 16_384
  private static let mostRows = 1 << 20

  let tagNames = ["row", "c", "v", "is", "t", "rPh", "f"]
  private(set) var csv: [UInt8] = []
  private let strings: [[UInt8]]
  private let dates: [ShownDate?]
  private let startsIn1904: Bool
  private let most: Int
  private var row = 0
  private var column = 0
  private var written = 0
  private var kind: String?
  private var shownDate: ShownDate?
  /// How many cells the first row has that has any: each later row has as many at least, since a sheet
  /// has no cells where a row is empty at its end.
  private var width = 0
  private var cell = ""
  private var hasFormula = false
  private var isValue = false
  private var readings = 0
  private var value: [UInt8] = []

  init(strings: [[UInt8]], dates: [ShownDate?], startsIn1904: Bool, most: Int) {
    self.strings = strings
    self.dates = dates
    self.startsIn1904 = startsIn1904
    self.most = most
  }

  func open(_ element: borrowing XMLElementEvent) throws(Fault) {
    switch element.tag {
    case 0:
      let number = element.text("r").flatMap(Int.init) ?? row + 1
      guard number > row, number <= Self.mostRows else {
        throw Fault(
          offset: element.offset, message: "row \(number) follows row \(row)",
          mend: "save the workbook again")
      }
      // An empty row is an empty line, so that a line has the number of its row.
      while row < number - 1 {
        csv.append(UInt8(ascii: "\n"))
        row += 1
      }
      (row, column, written) = (number, 0, 0)
    case 1:
      if let name = element.text("r") {
        column = try Self.column(name, element.offset)
      } else {
        column += 1
      }
      guard column > written else {
        throw Fault(
          offset: element.offset, message: "a cell stands twice in row \(row)",
          mend: "save the workbook again")
      }
      kind = element.text("t")
      let style = element.text("s").flatMap(Int.init) ?? 0
      shownDate = dates.indices.contains(style) ? dates[style] : nil
      cell = element.text("r") ?? "a cell of row \(row)"
      hasFormula = false
      value = []
    case 2, 4: isValue = element.tag == 2 || kind == "inlineStr"
    case 5: readings += 1
    case 6: hasFormula = true
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
    if isValue, readings == 0 { value += bytes }
  }

  func close(_ tag: Int) throws(Fault) {
    switch tag {
    case 0:
      if width == 0 { width = written }
      while written > 0, written < width {
        csv.append(UInt8(ascii: ","))
        written += 1
      }
      csv.append(UInt8(ascii: "\n"))
    case 1: try write()
    case 2, 4: isValue = false
    case 5: readings -= 1
    default: break
    }
  }

  /// Writes the cell that has ended.
  private func write() throws(Fault) {
    guard !value.isEmpty else {
      guard hasFormula, kind != "str" else { return }
      throw Fault(
        offset: 0, message: "\(Fault.cut(cell)) holds a formula that was never computed",
        mend: "open the workbook in a spreadsheet program and save it")
    }
    var text = value
    switch kind {
    case "s":
      guard let number = Int(String(decoding: value, as: UTF8.self)),
        strings.indices.contains(number)
      else {
        throw Fault(
          offset: 0, message: "a cell names a text that the workbook does not have",
          mend: "save the workbook again")
      }
      text = strings[number]
    case "b": text = Array((value == [UInt8(ascii: "1")] ? "true" : "false").utf8)
    case "inlineStr", "str", "d": break
    case "e":
      throw Fault(
        offset: 0,
        message:
          "\(Fault.cut(cell)) holds the error \(Fault.cut(String(decoding: value, as: UTF8.self)))",
        mend: "correct its formula, or clear the cell")
    default: text = number(String(decoding: value, as: UTF8.self))
    }
    if written == 0, column > 1 { written = 1 }
    while written < column {
      if written > 0 { csv.append(UInt8(ascii: ",")) }
      written += 1
    }
    csv.append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { csv.append(byte) }
      csv.append(byte)
    }
    csv.append(UInt8(ascii: "\""))
    guard csv.count <= most else {
      throw Fault(
        offset: 0, message: "the sheet has more than \(most) bytes",
        mend: "if that is what it should hold, raise the limit with --most-bytes")
    }
  }

  /// A number as people wrote it: whole ones without a point or an exponent, dates as ISO dates.
  private func number(_ text: String) -> [UInt8] {
    guard let number = Double(text), number.isFinite else { return Array(text.utf8) }
    if let shownDate, (1..<2_958_466).contains(number) {
      return Array(date(number).utf8.prefix(shownDate.rawValue))
    }
    return Array((abs(number) < 0x1p53 ? NetworkNumber.text(number) : text).utf8)
  }

  /// The day that a number of days stands for. Excel takes 1900 for a leap year, so day 61 is the first
  /// that is counted from the last day of 1899.
  private func date(_ number: Double) -> String {
    var days = Int(number)
    days += startsIn1904 ? 1460 : (days < 61 ? -1 : -2)
    // Days since 1900-01-01 to days since 0000-03-01, and from there by eras of 400 years.
    let since = days + 693_901
    let era = since / 146_097
    let dayOfEra = since % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }

  /// The number of a column from the name of a cell such as `AB12`.
  private static func column(_ name: String, _ offset: Int) throws(Fault) -> Int {
    var column = 0
    for byte in name.utf8.prefix(while: { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) {
      column = column * 26 + Int(byte) - 64
      if column > mostColumns { break }
    }
    guard (1...mostColumns).contains(column) else {
      throw Fault(
        offset: offset, message: "'\(Fault.cut(name))' is no name of a cell",
        mend: "save the workbook again")
    }
    return column
  }
}
