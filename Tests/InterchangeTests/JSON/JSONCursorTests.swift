import GraphCore
import Testing

@testable import Interchange

/// Reads JSON texts for tests.
enum JSON {
  /// What a text holds, or why it is refused, as `line:column: message; mend`.
  static func value(
    _ bytes: [UInt8], options: NetworkOptions = NetworkOptions(), takesNotFinite: Bool = false
  ) -> Result<JSONNode, NetworkError> {
    let text = NetworkText(bytes: Column(bytes), path: "x")
    do throws(Fault) {
      return .success(
        try text.bytes.withUnsafeBufferPointer { bytes throws(Fault) in
          var cursor = JSONCursor(bytes, options: options)
          cursor.takesNotFinite = takesNotFinite
          let node = try cursor.value()
          try cursor.finish()
          return node
        })
    } catch {
      return .failure(text.error(error))
    }
  }

  /// What a text holds.
  static func node(_ text: String) throws -> JSONNode { try value(Array(text.utf8)).get() }

  /// Why bytes are refused.
  static func fault(
    _ bytes: [UInt8], options: NetworkOptions = NetworkOptions()
  ) -> String? {
    guard case .failure(let error) = value(bytes, options: options) else { return nil }
    return "\(error.line ?? 0):\(error.column ?? 0): \(error.message)"
  }
}

@Suite struct JSONCursorTests {
  /// By hand from RFC 8259: a text, and the same value written without blanks.
  @Test(arguments: [
    ("0", "0"), ("-0", "-0"), ("[]", "[]"), ("{}", "{}"), (" [ ] ", "[]"), ("\t{\r\n}\n", "{}"),
    ("\"\"", "\"\""), ("\"a\"", "\"a\""), ("true", "true"), ("false", "false"), ("null", "null"),
    ("[1]", "[1]"), ("[1 , 2,3]", "[1,2,3]"), ("1.5", "1.5"), ("-12.5e3", "-12.5e3"),
    ("1E5", "1E5"), ("1e+5", "1e+5"), ("0e0", "0e0"), ("1e-400", "1e-400"), ("0.10", "0.10"),
    ("123456789012345678901234567890", "123456789012345678901234567890"),
    ("{\"a\":{\"b\":[{}]}}", "{\"a\":{\"b\":[{}]}}"), ("{\"a\" :1 ,\"b\": 2}", "{\"a\":1,\"b\":2}"),
    ("{\"\":0}", "{\"\":0}"), ("\"\\u0041\"", "\"A\""), ("\"\\uD83D\\uDE00\"", "\"😀\""),
    ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\\"\\\\/\\u0008\\u000c\\n\\r\\t\""),
    ("\"\\u0000\"", "\"\\u0000\""), ("\"\u{7F}\"", "\"\\u007f\""),
    ("\"Ärger & Söhne\"", "\"Ärger & Söhne\""),
    ("\"漢字😀\u{10FFFF}\"", "\"漢字😀\u{10FFFF}\""), ("\u{FEFF}[1]", "[1]"),
    ("[[[[[[1]]]]]]", "[[[[[[1]]]]]]"), ("\"\\ud7ff\\ue000\"", "\"\u{D7FF}\u{E000}\""),
    ("\"a long text of more than sixteen bytes\"", "\"a long text of more than sixteen bytes\""),
    ("\"a long text and then \\\"quoted\\\" ü\"", "\"a long text and then \\\"quoted\\\" ü\""),
  ])
  func whatIsJSONIsRead(text: String, compact: String) throws {
    #expect(try JSON.node(text).compactText == compact)
  }

  /// By hand from RFC 8259 (and RFC 7493 for keys and halves of characters).
  @Test(arguments: [
    ("", "1:1: the text ends where a value should stand"),
    (" \n", "2:1: the text ends where a value should stand"),
    ("[1,]", "1:3: a comma stands before ']'"),
    ("{\"a\":1,}", "1:7: a comma stands before '}'"),
    ("[,1]", "1:2: a value is missing before ','"),
    ("[1,,2]", "1:4: a value is missing before ','"),
    ("{\"a\":}", "1:6: a value is missing before '}'"),
    ("[1 2]", "1:4: '2' stands where ',' or ']' should"),
    ("{\"a\":1 \"b\":2}", "1:8: '\"' stands where ',' or '}' should"),
    ("{\"a\" 1}", "1:6: there is no colon after the key 'a'"),
    ("{a:1}", "1:2: 'a' stands where a key should"),
    ("{'a':1}", "1:2: ''a'' stands where a key should"),
    ("{1:1}", "1:2: '1' stands where a key should"),
    ("['a']", "1:2: ''a'' is no JSON text"),
    ("[\u{201C}a\u{201D}]", "1:2: '\u{201C}a\u{201D}' is no JSON text"),
    ("[1] // end", "1:5: '//' is no JSON value"),
    ("/* a */ 1", "1:1: '/*' is no JSON value"),
    ("[1 /* a */]", "1:4: '/*' is no JSON value"),
    ("# a\n1", "1:1: '#' is no JSON value"),
    ("NaN", "1:1: 'NaN' is no JSON number"),
    ("[Infinity]", "1:2: 'Infinity' is no JSON number"),
    ("[-Infinity]", "1:2: '-Infinity' is no JSON number"),
    ("[nan]", "1:2: 'nan' is no JSON number"),
    ("[True]", "1:2: 'True' is no JSON value"),
    ("[None]", "1:2: 'None' is no JSON value"),
    ("[truth]", "1:2: 'truth' is no JSON value"),
    ("[trues]", "1:2: 'trues' is no JSON value"),
    ("nul", "1:1: 'nul' is no JSON value"),
    ("[word]", "1:2: 'word' is no JSON value"),
    ("01", "1:1: the number '01' begins with 0"),
    ("[-012]", "1:2: the number '-012' begins with 0"),
    ("[+1]", "1:2: '+1' is no JSON number"),
    ("[.5]", "1:2: '.5' is no JSON number"),
    ("[-]", "1:2: '-' is no JSON number"),
    ("[-.5]", "1:2: '-.5' is no JSON number"),
    ("[1.]", "1:2: the number '1.' ends with a point"),
    ("[1.e5]", "1:2: the number '1.e5' ends with a point"),
    ("[1e]", "1:2: the number '1e' has no exponent"),
    ("[1e+]", "1:2: the number '1e+' has no exponent"),
    ("[1.2.3]", "1:2: the number '1.2.3' is no JSON number"),
    ("[0x1F]", "1:2: the number '0x1F' is no JSON number"),
    ("[1_000]", "1:2: the number '1_000' is no JSON number"),
    ("[1e999]", "1:2: the number '1e999' is too large"),
    ("[-1e999]", "1:2: the number '-1e999' is too large"),
    ("\"a", "1:1: the text that begins here has no end"),
    ("[\"a\\", "1:2: the text that begins here has no end"),
    ("\"a\nb\"", "1:3: a line break stands in a text"),
    ("\"a\tb\"", "1:3: a control character (9) stands in a text"),
    ("\"a\u{0}b\"", "1:3: a control character (0) stands in a text"),
    ("\"\\x41\"", "1:2: '\\x' is no escape of JSON"),
    ("\"\\u12G4\"", "1:2: '\\u12G4' is no escape of JSON"),
    ("\"\\u12\"", "1:2: '\\u12' is no escape of JSON"),
    ("\"\\ud800\"", "1:2: '\\ud800' is half a character"),
    ("\"\\ud800\\u0041\"", "1:2: '\\ud800' is half a character"),
    ("\"\\udc00\"", "1:2: '\\udc00' is half a character"),
    ("{\"a\":1,\"a\":2}", "1:8: the key 'a' stands twice in one object"),
    ("{\"a\":1,\"\\u0061\":2}", "1:8: the key 'a' stands twice in one object"),
    ("[1]\n[2]", "2:1: there is something after the value: '[2]'"),
    ("1 2", "1:3: there is something after the value: '2'"),
    ("]", "1:1: a value is missing before ']'"),
    ("[1", "1:1: the list that begins here has no end"),
    ("[1,", "1:1: the list that begins here has no end"),
    ("{\"a\"", "1:1: the object that begins here has no end"),
    ("{\"a\":", "1:1: the object that begins here has no end"),
    ("{\"a\":[1}", "1:8: '}' stands where ',' or ']' should"),
    ("\u{0}", "1:1: there is a byte of value 0"),
    ("\u{A0}1", "1:1: '\u{A0}1' is no JSON value"),
  ])
  func whatIsNotIsRefusedWhereItStands(text: String, message: String) {
    #expect(JSON.fault(Array(text.utf8)) == message)
  }

  /// By hand from the table of well-formed sequences in the Unicode standard.
  @Test(
    arguments: [
      [0xFF], [0x80], [0xC0, 0xAF], [0xC1, 0x81], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80],
      [0xE2, 0x82],
      [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80],
      [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func bytesThatAreNoTextAreRefused(bytes: [UInt8]) {
    let message = JSON.fault([0x22, 0x61] + bytes + [0x22])
    #expect(
      message
        == "1:3: the byte 0x\(String(bytes[0], radix: 16, uppercase: true)) is no UTF-8 text")
  }

  @Test func otherEncodingsAreTold() {
    #expect(JSON.fault([0xFF, 0xFE, 0x5B, 0x00]) == "1:1: the file is no UTF-8 text")
  }

  @Test func manyKeysAreToldApartToo() throws {
    let members = (0..<100).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    #expect(try JSON.node("{\(members)}").members?.count == 100)
    #expect(
      JSON.fault(Array("{\(members),\"k\\u0037\":1}".utf8))
        == "1:\(members.utf8.count + 3): the key 'k7' stands twice in one object")
    #expect(JSON.fault(Array("[{\"a\":{\(members)}},{\"a\":1,\"b\":1},{\"b\":1}]".utf8)) == nil)
  }

  @Test func depthAndSizeHaveLimits() {
    func nested(_ depth: Int) -> [UInt8] {
      [UInt8](repeating: 0x5B, count: depth) + [UInt8](repeating: 0x5D, count: depth)
    }
    #expect(JSON.fault(nested(256)) == nil)
    #expect(
      JSON.fault(nested(257))
        == "1:257: lists and objects lie more than 256 deep in each other")
    #expect(
      JSON.fault([UInt8](repeating: 0x5B, count: 100_000))
        == "1:257: lists and objects lie more than 256 deep in each other")
    var options = NetworkOptions()
    options.mostDepth = .max
    #expect(
      JSON.fault(nested(100_000), options: options)
        == "1:1001: lists and objects lie more than 1000 deep in each other")
    options.mostTextBytes = 100
    let long = [UInt8](repeating: 0x61, count: 101)
    #expect(
      JSON.fault([0x22] + long + [0x22], options: options) == "1:1: a text has more than 100 bytes")
    #expect(JSON.fault([0x22] + long.dropFirst() + [0x22], options: options) == nil)
    let list = Array(("[" + (0..<60).map(String.init).joined(separator: ",") + "]").utf8)
    #expect(JSON.fault(list, options: options) == "1:1: a value has more than 100 bytes")
  }

  @Test func pythonsNumbersThatAreNotFiniteCountAsNullWhereAllowed() throws {
    let text = Array("[NaN,Infinity,-Infinity,-1,null]".utf8)
    #expect(
      try JSON.value(text, takesNotFinite: true).get().compactText == "[null,null,null,-1,null]")
  }

  /// Every cut of a text is a fault, and none is a crash.
  @Test func aTextThatBreaksOffIsAFault() {
    let text = Array(
      "{\"a\":[1,-2.5e3,\"x\\u00e9\\ud83d\\ude00ü\",true,null,{}],\"b\":{\"c\":false}}".utf8)
    for length in 0..<text.count { #expect(JSON.fault(Array(text[..<length])) != nil) }
    #expect(JSON.fault(text) == nil)
  }

  @Test func aReaderWalksWithOneElementInHand() throws {
    let bytes = Array(
      "{\"skip\":{\"deep\":[1,{\"a\":[]}]},\"objects\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"n\":-7}"
        .utf8)
    var ids: [String] = []
    var number: Int?
    try bytes.withUnsafeBufferPointer { bytes in
      var cursor = JSONCursor(bytes, options: NetworkOptions())
      try cursor.beginObject()
      while let key = try cursor.nextKey() {
        if cursor.equals(key, "objects") {
          try cursor.beginArray()
          while try cursor.nextElement() { ids.append(try cursor.value()["id"]?.text ?? "?") }
        } else if cursor.equals(key, "n") {
          number = cursor.integer(try cursor.number())
        } else {
          try cursor.skipValue()
        }
      }
      try cursor.finish()
      #expect(cursor.depth == 0)
    }
    #expect(ids == ["a", "b"])
    #expect(number == -7)
  }

  @Test func whatIsPassedOverMustBeRightToo() {
    for text in ["[{\"a\":1,\"a\":2}]", "[1,]", "[\"\\q\"]", "[01]"] {
      #expect(throws: Fault.self) {
        try Array(text.utf8).withUnsafeBufferPointer { bytes in
          var cursor = JSONCursor(bytes, options: NetworkOptions())
          try cursor.skipValue()
        }
      }
    }
  }
}

@Suite struct JSONNodeTests {
  @Test func valuesAreAttributes() throws {
    let node = try JSON.node(
      """
      {"t":"x","i":-5,"r":1.0,"e":1e3,"f":true,"n":null,"l":[1, "a"],"o":{"k" : 1.50},
       "big":12345678901234567890,"most":9223372036854775807}
      """)
    #expect(node["t"]?.attributeValue == .text("x"))
    #expect(node["i"]?.attributeValue == .integer(-5))
    #expect(node["r"]?.attributeValue == .real(1))
    #expect(node["e"]?.attributeValue == .real(1000))
    #expect(node["f"]?.attributeValue == .flag(true))
    #expect(node["n"]?.attributeValue == nil)
    #expect(node["l"]?.attributeValue == .json("[1,\"a\"]"))
    #expect(node["o"]?.attributeValue == .json("{\"k\":1.50}"))
    #expect(node["big"]?.attributeValue == .json("12345678901234567890"))
    #expect(node["most"]?.attributeValue == .integer(.max))
    #expect(node["i"]?.int == -5)
    #expect(node["e"]?.double == 1000)
    #expect(node["f"]?.flag == true)
    #expect(node["t"]?.offset == 5)
    #expect(node.members?[1].offset == 9)
    #expect(node["none"] == nil)
  }
}

@Suite struct JSONLinesTests {
  /// What each line holds, or where it is wrong.
  private func lines(_ text: String) -> [String] {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var lines = JSONLines(bytes, options: NetworkOptions())
      var found: [String] = []
      while true {
        do throws(Fault) {
          guard let node = try lines.nextValue() else { return found }
          found.append(node.compactText)
        } catch {
          found.append("fault at \(error.offset)")
        }
      }
    }
  }

  @Test func eachLineIsAValue() {
    #expect(
      lines("\u{FEFF}{\"a\":1}\n\n  \r\n[2]\r\n3\n\"four\"") == [
        "{\"a\":1}", "[2]", "3", "\"four\"",
      ])
  }

  @Test func aBadLineEndsWithItself() {
    #expect(lines("{\"a\":\n{\"b\":2}\n1 2\n") == ["fault at 0", "{\"b\":2}", "fault at 16"])
  }
}
