import GraphCore

/// The attributes of the nodes or of the edges of a network: a column an attribute, a row a node or an
/// edge, a cell empty where there is no value.
public struct AttributeTable: Sendable, Equatable {
  /// How many nodes or edges there are.
  public let rowCount: Int
  /// The columns, in the order in which they were first met; no two bear one name.
  public let columns: [AttributeColumn]

  /// Collects columns.
  ///
  /// - Parameters:
  ///   - rowCount: How many nodes or edges there are.
  ///   - columns: The columns, each of that length, no two of one name.
  init(rowCount: Int, columns: [AttributeColumn] = []) {
    precondition(columns.allSatisfy { $0.rowCount == rowCount }, "each column has every row")
    self.rowCount = rowCount
    self.columns = columns
  }

  /// The column of a name.
  ///
  /// - Parameter name: The name, case and all.
  /// - Returns: The column, or `nil` if there is none.
  /// - Complexity: O(number of columns).
  public subscript(name: String) -> AttributeColumn? { columns.first { $0.name == name } }

  /// The values of a row, those that are there.
  ///
  /// - Parameter row: A node index or edge index.
  /// - Returns: Names and values in the order of the columns.
  public func attributes(of row: Int) -> [NamedAttribute] {
    columns.compactMap { column in column[row].map { NamedAttribute(column.name, $0) } }
  }

  /// Whether two tables hold the same values under the same names, whatever the order of the columns;
  /// a column without any value counts as none.
  public func holdsSame(as other: AttributeTable) -> Bool {
    func filled(_ table: AttributeTable) -> [AttributeColumn] {
      table.columns.filter { column in
        (0..<column.rowCount).contains { column[$0] != nil }
      }.sorted { $0.name < $1.name }
    }
    let (left, right) = (filled(self), filled(other))
    return rowCount == other.rowCount && left.map(\.name) == right.map(\.name)
      && zip(left, right).allSatisfy { a, b in
        (0..<rowCount).allSatisfy { a[$0] == b[$0] }
      }
  }
}

/// One attribute of all nodes or all edges.
public struct AttributeColumn: Sendable, Equatable {
  /// How the values are kept.
  enum Storage: Sendable, Equatable {
    /// Whole numbers; 0 where there is none.
    case integer([Int])
    /// Numbers; 0 where there is none.
    case real([Double])
    /// Truth values; false where there is none.
    case flag([Bool])
    /// By row, the number of a text in the pool, or -1. Of the type `json` each is JSON text.
    case texts(codes: [Int32], pool: TextTable)
  }

  /// The name.
  public let name: String
  /// The type of the values.
  public let type: AttributeType
  /// Which rows have a value; `nil` if all have one, or if the codes of texts say it.
  let presence: Bitmap?
  /// The values.
  let storage: Storage

  /// How many rows there are.
  public var rowCount: Int {
    switch storage {
    case .integer(let values): values.count
    case .real(let values): values.count
    case .flag(let values): values.count
    case .texts(let codes, _): codes.count
    }
  }

  /// The value of a row.
  ///
  /// - Parameter row: A node index or edge index.
  /// - Returns: The value, or `nil` if the row has none. In a column of JSON a string, a number or a
  ///   truth value is given as what it is.
  public subscript(row: Int) -> AttributeValue? {
    if let presence, !presence[row] { return nil }
    switch storage {
    case .integer(let values): return .integer(values[row])
    case .real(let values): return .real(values[row])
    case .flag(let values): return .flag(values[row])
    case .texts(let codes, let pool):
      guard codes[row] >= 0 else { return nil }
      let text = pool[Int(codes[row])]
      return type == .json ? JSONCell.value(of: text) : .text(text)
    }
  }
}

/// Truth values, a bit each.
struct Bitmap: Sendable, Equatable {
  private var words: [UInt64] = []

  subscript(index: Int) -> Bool {
    get { index >> 6 < words.count && words[index >> 6] >> UInt64(index & 63) & 1 == 1 }
    set {
      while words.count <= index >> 6 { words.append(0) }
      if newValue {
        words[index >> 6] |= 1 << UInt64(index & 63)
      } else {
        words[index >> 6] &= ~(1 << UInt64(index & 63))
      }
    }
  }

  /// How many are true.
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Equal if the same ones are true, however many false ones follow.
  static func == (left: Bitmap, right: Bitmap) -> Bool {
    let count = max(left.words.count, right.words.count)
    return (0..<count).allSatisfy { word in
      (word < left.words.count ? left.words[word] : 0)
        == (word < right.words.count ? right.words[word] : 0)
    }
  }
}
