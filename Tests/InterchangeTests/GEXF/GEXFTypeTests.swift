import Testing

@testable import Interchange

@Suite struct GEXFTypeTests {
  /// By hand from the types of the GEXF 1.3 schema.
  @Test(arguments: [
    ("string", " a ", AttributeValue.text(" a ")),
    ("anyURI", "http://a.example/", .text("http://a.example/")),
    ("char", "x", .text("x")),
    ("integer", " -7 ", .integer(-7)),
    ("int", "+7", .integer(7)),
    ("short", "007", .integer(7)),
    ("long", "9223372036854775807", .integer(.max)),
    ("long", "-9223372036854775808", .integer(.min)),
    ("double", "1", .real(1)),
    ("float", "1e-3", .real(0.001)),
    ("double", "-INF", .text("-INF")),
    ("boolean", "true", .flag(true)),
    ("boolean", "False", .flag(false)),
    ("boolean", "1", .flag(true)),
    ("biginteger", "5", .integer(5)),
    ("biginteger", "12345678901234567890", .text("12345678901234567890")),
    ("bigdecimal", "0.25", .real(0.25)),
    ("bigdecimal", "0.12345678901234567890", .text("0.12345678901234567890")),
    ("liststring", "a|b c|d", .json("[\"a\",\"b c\",\"d\"]")),
    ("liststring", "[a, \"b, c\", 'd']", .json("[\"a\",\"b, c\",\"d\"]")),
    ("liststring", "[]", .json("[]")),
    ("listinteger", "[1, 2]", .json("[1,2]")),
    ("listdouble", "1.5;2", .json("[1.5,2.0]")),
    ("listboolean", "true,false", .json("[true,false]")),
  ])
  func aTextIsAValueOfItsType(_ row: (String, String, AttributeValue)) throws {
    let type = try #require(GEXFType(row.0))
    var text = row.1
    #expect(text.withUTF8 { type.value(of: $0) } == row.2)
  }

  @Test(arguments: [
    ("integer", "1.5"), ("integer", ""), ("integer", "-"), ("long", "9223372036854775808"),
    ("double", "1e999"), ("double", "x"), ("boolean", "yes"), ("biginteger", "1x"),
    ("bigdecimal", "one"),
  ])
  func aTextThatIsNoValueIsNone(_ row: (String, String)) throws {
    let type = try #require(GEXFType(row.0))
    var text = row.1
    #expect(text.withUTF8 { type.value(of: $0) } == nil)
  }

  @Test(arguments: ["", "listlistinteger", "datetime", "list"])
  func unknownTypesAreNone(_ name: String) { #expect(GEXFType(name) == nil) }
}
