import Evidence
import Testing

@Suite struct QuantityTests {
  @Test(arguments: [
    ("5", 5.0, 5.0, false), ("~200", 200, 200, true), ("50..60", 50, 60, false),
    ("1,500", 1500, 1500, false), ("-3", -3, -3, false), ("2.5", 2.5, 2.5, false),
    ("1.5..2.5", 1.5, 2.5, false), ("~1..2", 1, 2, true), ("-5..-3", -5, -3, false),
  ])
  func reads(text: String, lower: Double, upper: Double, approximate: Bool) throws {
    let quantity = try #require(Quantity(text))
    #expect(quantity.lower == lower)
    #expect(quantity.upper == upper)
    #expect(quantity.isApproximate == approximate)
    #expect(quantity.text == text)
    #expect(quantity.value == (lower == upper ? lower : nil))
  }

  @Test func readsOpenBounds() throws {
    let above = try #require(Quantity(">2000"))
    #expect(above.lower == 2000 && above.upper == nil && above.value == nil)
    let below = try #require(Quantity("<60"))
    #expect(below.lower == nil && below.upper == 60 && below.value == nil)
  }

  @Test(arguments: [
    "", "~", ">", "about 5", "5 dead", "60..50", "5..", "..5", "5...6", "1e3", "inf", "nan", "0x10",
    "٥", "--5", "5-6", " 5", "5 ", "½", String(repeating: "9", count: 400),
  ])
  func refuses(text: String) {
    #expect(Quantity(text) == nil)
  }

  /// Bounds as sets of numbers; an approximate value reaches a tenth to either side.
  @Test(arguments: [
    ("5", "5", false), ("5", "6", true), ("5", "5.0", false), ("50..60", "60", false),
    ("50..60", "61", true), (">60", "60", true), (">60", "61", false), ("<60", "60", true),
    (">5", "<5", true), (">5", "<6", false), ("~200", "180", false), ("~200", "179", true),
    ("~200", "220", false), ("~200", ">220", true), ("~100", "~120", false), ("~100", "~130", true),
    (">10", ">20", false), ("1..2", "2..3", false), ("-10", "~-11", false),
  ])
  func contradicts(left: String, right: String, expected: Bool) throws {
    let left = try #require(Quantity(left))
    let right = try #require(Quantity(right))
    #expect(left.contradicts(right) == expected)
    #expect(right.contradicts(left) == expected)
  }
}

@Suite struct ShareTests {
  @Test(arguments: [
    ("6/8", Share.fraction(6, of: 8), false), ("8/8", .fraction(8, of: 8), true),
    ("0/3", .fraction(0, of: 3), false), ("most", .most, false), ("some", .some, false),
    ("all", .all, true),
  ])
  func reads(text: String, expected: Share, coversAll: Bool) {
    #expect(Share(text) == expected)
    #expect(expected.description == text)
    #expect(expected.coversEveryMember == coversAll)
  }

  @Test(arguments: ["", "9/8", "1/0", "-1/3", "half", "1/2/3", "/", "1/", "Most", "6 / 8"])
  func refuses(text: String) {
    #expect(Share(text) == nil)
  }
}
