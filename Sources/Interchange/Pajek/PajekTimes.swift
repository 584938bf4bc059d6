/// When nodes or edges are there, as Pajek writes it: whole numbers in brackets.
struct PajekTimes {
  private let start: AttributeColumn?
  private let end: AttributeColumn?
  private let spells: AttributeColumn?
  /// Whether all times fit.
  let isKept: Bool

  init(_ table: AttributeTable) {
    (start, end, spells) = (table["start"], table["end"], table["spells"])
    let columns = (start, end, spells)
    isKept = (0..<table.rowCount).allSatisfy { row in
      Self.text(columns, row) != nil
        || columns.0?[row] == nil && columns.1?[row] == nil && columns.2?[row] == nil
    }
  }

  /// The times of a row; `nil` if it has none that fit.
  func text(_ row: Int) -> String? { Self.text((start, end, spells), row) }

  private static func text(
    _ columns: (start: AttributeColumn?, end: AttributeColumn?, spells: AttributeColumn?),
    _ row: Int
  ) -> String? {
    guard case .integer(let start)? = columns.start?[row], start >= 0 else { return nil }
    var last = "*"
    switch columns.end?[row] {
    case .integer(let end): if end >= start { last = String(end) } else { return nil }
    case nil: break
    default: return nil
    }
    switch columns.spells?[row] {
    case .json(let text): return spells(text, start: String(start), end: last)
    case nil: return last == String(start) ? "[\(start)]" : "[\(start)-\(last)]"
    default: return nil
    }
  }

  /// Several times, given as a JSON list of pairs in ascending order.
  private static func spells(_ text: String, start: String, end: String) -> String? {
    guard text.hasPrefix("[["), text.hasSuffix("]]") else { return nil }
    let pairs = text.dropFirst(2).dropLast(2).replacing("],[", with: ";").split(separator: ";")
      .map { $0.split(separator: ",") }
    var latest = -1
    for pair in pairs {
      guard pair.count == 2, let first = Int(pair[0]), first > latest, String(first) == pair[0]
      else { return nil }
      if pair[1] == "null" {
        guard pair == pairs.last else { return nil }
      } else {
        guard let second = Int(pair[1]), second >= first, String(second) == pair[1] else {
          return nil
        }
        latest = second
      }
    }
    guard pairs.count > 1, let first = pairs.first, let last = pairs.last, first[0] == start,
      (last[1] == "null" ? "*" : last[1]) == end
    else { return nil }
    let parts = pairs.map { pair in
      pair[0] == pair[1] ? String(pair[0]) : "\(pair[0])-\(pair[1] == "null" ? "*" : pair[1])"
    }
    return "[" + parts.joined(separator: ",") + "]"
  }
}
