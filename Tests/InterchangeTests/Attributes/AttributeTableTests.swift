import Testing

@testable import Interchange

@Suite struct AttributeTableTests {
  /// A table of one column with these cells.
  private func column(_ cells: [AttributeValue?], type: AttributeType? = nil) throws
    -> AttributeColumn
  {
    var builder = AttributeTableBuilder()
    let number = builder.column("c", type: type)
    for (row, cell) in cells.enumerated() {
      if let cell { builder.set(cell, column: number, row: row) }
    }
    return try #require(try builder.table(rowCount: cells.count)["c"])
  }

  /// The narrowest type that keeps every value what it is.
  @Test(
    arguments: [
      ([.integer(1), nil, .integer(-3)], .integer), ([.integer(1), .real(0.5)], .real),
      ([.real(0.5), .integer(2)], .real), ([.flag(true), nil], .flag),
      ([.text("a"), .text(""), nil], .text), ([.integer(1), .text("1")], .json),
      ([.flag(true), .integer(1)], .json), ([.text("a"), .json("[1,\"x\"]")], .json),
      ([.integer(1 << 60), .real(0.5)], .json), ([nil, nil], .text),
      ([.text("line\n\"q\" \\ é 漢 😀\u{1}"), .json("null"), .real(0.1)], .json),
    ] as [([AttributeValue?], AttributeType)])
  func columnsWidenAndKeepWhatTheyHold(cells: [AttributeValue?], type: AttributeType) throws {
    let column = try column(cells)
    #expect(column.type == type)
    for (row, cell) in cells.enumerated() {
      if case .integer(let number) = cell, type == .real {
        #expect(column[row] == .real(Double(number)))
      } else {
        #expect(column[row] == cell)
      }
    }
  }

  @Test func aDeclaredTypeStaysUntilAValueDoesNotFit() throws {
    #expect(try column([nil], type: .real).type == .real)
    #expect(try column([.integer(1)], type: .real)[0] == .real(1))
    #expect(try column([.text("1")], type: .integer).type == .json)
    #expect(try column([.text("1")], type: .integer)[0] == .text("1"))
  }

  @Test func rowsComeInAnyOrderAndLaterValuesReplaceEarlierOnes() throws {
    var builder = AttributeTableBuilder()
    let (a, b) = (builder.column("a"), builder.column("b"))
    #expect(builder.column("a") == a)
    builder.set(.integer(7), column: a, row: 3)
    builder.set(.integer(5), column: a, row: 1)
    builder.set(.integer(6), column: a, row: 1)
    builder.set(.text("x"), column: b, row: 2)
    #expect(builder.has(a, row: 1))
    #expect(!builder.has(a, row: 2))
    #expect(!builder.has(b, row: 9))
    let table = try builder.table(rowCount: 5)
    #expect(
      table["a"].map { column in (0..<5).map { column[$0] } }
        == [nil, .integer(6), nil, .integer(7), nil])
    #expect(table.attributes(of: 2) == [NamedAttribute("b", .text("x"))])
    #expect(table["c"] == nil)
  }

  @Test func orderOfColumnsAndEmptyColumnsMakeNoDifference() throws {
    var one = AttributeTableBuilder()
    one.set(.integer(1), column: one.column("a"), row: 0)
    one.set(.flag(true), column: one.column("b"), row: 1)
    var two = AttributeTableBuilder()
    two.set(.flag(true), column: two.column("b"), row: 1)
    _ = two.column("empty")
    two.set(.integer(1), column: two.column("a"), row: 0)
    #expect(try one.table(rowCount: 2).holdsSame(as: two.table(rowCount: 2)))
    two.set(.integer(2), column: two.column("a"), row: 0)
    #expect(try !one.table(rowCount: 2).holdsSame(as: two.table(rowCount: 2)))
  }

  /// Each of the columns has one value, in the last row so far: 0 + 1 + 2 cells before it are empty, and
  /// 2 + 1 + 0 after it.
  @Test func tooManyEmptyCellsAreRefused() throws {
    func table(most: Int) throws -> AttributeTable {
      var builder = AttributeTableBuilder(mostEmptyCells: most)
      for row in 0..<3 {
        builder.set(.integer(row), column: builder.column("c\(row)"), row: row)
      }
      return try builder.table(rowCount: 3)
    }
    #expect(try table(most: 6)["c2"]?[2] == .integer(2))
    for most in 0..<6 {
      #expect(throws: Fault.self) { try table(most: most) }
    }
  }
}
