import Testing

@testable import Interchange

@Suite struct TableNumberTests {
  private func type(_ values: [String]) -> AttributeType? {
    var typing = ColumnTyping()
    for value in values {
      Array(value.utf8).withUnsafeBufferPointer { typing.note($0, wasGuarded: false) }
    }
    return typing.type
  }

  /// By the rule: a number is what would be written as the same text again.
  @Test(
    arguments: [
      (["1", "20", "-3", "0"], .integer), (["007", "8"], .text), (["1", "2.5"], .real),
      (["1.0", "2.0"], .real), (["1.50"], .text), (["+1"], .text), (["1e5"], .text),
      (["1e+21", "2"], .real), (["0.1", "-0.25", "1e-07"], .real), (["0.00001"], .text),
      (["1,5"], .text), (["true", "false"], .flag), (["TRUE", "FALSE"], .flag),
      (["true", "1"], .text),
      (["1", "true"], .text), (["9223372036854775807"], .integer), (["9223372036854775808"], .text),
      (["9223372036854775807", "0.5"], .text), (["0.5", "9223372036854775807"], .text),
      (["-9223372036854775808"], .integer), (["NaN"], .text), (["inf"], .text), (["1e999"], .text),
      (["-"], .text), (["-0"], .text), (["2015-06-26"], .text), ([], nil), ([" 1"], .text),
      (["0.1234567890123456789"], .text), (["00.5"], .text), (["1."], .text), ([".5"], .text),
    ] as [([String], AttributeType?)])
  func theTypeOfAColumnHoldsAllItsValues(values: [String], expected: AttributeType?) {
    #expect(type(values) == expected)
  }

  @Test(arguments: ["007", "1.50", "1e5", ".5", "1."])
  func whatASpreadsheetWouldChangeIsFound(text: String) {
    #expect(TableNumber.looksOtherwise(text.utf8))
  }

  @Test(arguments: ["7", "1.5", "a7", "7a", "", "2015-06-26"])
  func whatASpreadsheetLeavesIsNot(text: String) {
    #expect(!TableNumber.looksOtherwise(text.utf8))
  }
}
