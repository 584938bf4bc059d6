/// The ids of edges as they are written: each its own, made where an edge has none or that of another.
struct GEXFEdgeIDs: Sendable {
  private let column: AttributeColumn?
  private var isKept = Bitmap()
  private var taken: Set<String> = []
  /// Whether all are whole numbers.
  private(set) var areNumbers = true

  /// Looks at the ids of a network.
  ///
  /// - Complexity: O(count); the ids are kept only if one must be made.
  init(_ column: AttributeColumn?, count: Int) {
    self.column = column
    guard let column else { return }
    var keptCount = 0
    var seen = Bitmap()
    var texts: Set<String> = []
    for row in 0..<count {
      guard let value = column[row], !value.text.isEmpty, XMLText.canHold(value.text.utf8) else {
        continue
      }
      if case .texts(let codes, _) = column.storage, column.type == .text {
        let code = Int(codes[row])
        if seen[code] { continue }
        seen[code] = true
      } else if !texts.insert(value.text).inserted {
        continue
      }
      isKept[row] = true
      keptCount += 1
      if areNumbers, Int(value.text) == nil { areNumbers = false }
    }
    guard keptCount < count else { return }
    // Made ids are numbers, unless they must keep away from given ones.
    areNumbers = keptCount == 0
    taken = Set((0..<count).compactMap { column[$0]?.text })
  }

  /// The id of an edge.
  subscript(row: Int) -> String {
    if isKept[row], let value = column?[row] { return value.text }
    var id = String(row)
    while taken.contains(id) { id = "e" + id }
    return id
  }
}
