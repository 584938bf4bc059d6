import Evidence

/// A row of the GTD by the names of the codebook.
struct GTDRow {
  private let columns: [String: Int]
  private let cell: (Int) -> String

  /// Makes a row.
  ///
  /// - Parameters:
  ///   - columns: By name in lower case, the place of a column.
  ///   - cell: The text of a cell.
  init(columns: [String: Int], cell: @escaping (Int) -> String) {
    self.columns = columns
    self.cell = cell
  }

  /// The text of a column; `nil` if it says nothing: no such column, blank, or unknown.
  subscript(name: String) -> String? {
    guard let text = columns[name].map(cell), !text.isEmpty else { return nil }
    return ["unknown", ".", "-9", "-99", "-9.0", "-99.0"].contains(text.lowercased()) ? nil : text
  }

  /// A whole number of a column; spreadsheets write some with a fraction of zero.
  func number(_ name: String) -> Int? {
    guard let text = self[name] else { return nil }
    if let number = Int(text) { return number }
    guard let number = Double(text), number.isFinite, number == number.rounded(),
      abs(number) < 1e15
    else { return nil }
    return Int(number)
  }

  /// Whether a column says yes.
  func isYes(_ name: String) -> Bool { number(name) == 1 }

  /// The id of the event; a spreadsheet may have made a fraction or an exponent of it.
  var event: String? { number("eventid").map(String.init) ?? self["eventid"] }

  /// The day, month or year of the attack as EDTF; 0 stands for what is unknown.
  var date: String? {
    guard let year = number("iyear"), (1...9999).contains(year) else { return nil }
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var date = padded(year, 4)
    guard let month = number("imonth"), (1...12).contains(month) else { return date }
    date += "-" + padded(month, 2)
    guard let day = number("iday"), (1...31).contains(day) else { return date }
    return date + "-" + padded(day, 2)
  }
}
