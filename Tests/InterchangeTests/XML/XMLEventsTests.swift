import GraphCore
import Testing

@testable import Interchange

/// Writes down what it is told.
private final class Notes: XMLHandler {
  let tagNames = ["a", "b"]
  var lines: [String] = []
  var piece: [UInt8] = []
  var offsets: [Int] = []
  /// Throws at the end of this element.
  var stops = ""

  func open(_ element: borrowing XMLElementEvent) throws(Fault) {
    flush()
    let values = element.attributes.map { attribute in
      " " + (attribute.prefix.map { $0 + ":" } ?? "") + attribute.name + "=" + attribute.value
    }
    let prefix = element.prefix.map { $0 + ":" } ?? ""
    lines.append(
      "\(element.depth)<\(prefix)\(element.name) \(element.tag)"
        + (element.namespace.map { " {\($0)}" } ?? "") + values.joined())
    offsets.append(element.offset)
    if element.name == stops { throw Fault(offset: 0, message: "stop", mend: "go on") }
  }

  func close(_ tag: Int) throws(Fault) {
    flush()
    lines.append("> \(tag)")
    if stops == "close" { throw Fault(offset: 0, message: "stop", mend: "go on") }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) { piece += bytes }

  func instruction(_ target: String, _ text: String) throws(Fault) {
    lines.append("? \(target) \(text)")
  }

  private func flush() {
    if !piece.isEmpty { lines.append("'" + String(decoding: piece, as: UTF8.self) + "'") }
    piece = []
  }

  static func of(
    _ bytes: [UInt8], _ options: NetworkOptions = NetworkOptions(), stops: String = ""
  ) throws -> Notes {
    let notes = Notes()
    notes.stops = stops
    try XMLEvents.read(
      NetworkText(bytes: Column(bytes), path: "x"), options: options, into: notes)
    return notes
  }

  static func fault(
    _ bytes: [UInt8], _ options: NetworkOptions = NetworkOptions(), stops: String = ""
  ) -> String? {
    do {
      _ = try of(bytes, options, stops: stops)
      return nil
    } catch let error as NetworkError {
      return "\(error.line ?? 0):\(error.column ?? 0): \(error.message)"
    } catch {
      return "\(error)"
    }
  }
}

@Suite struct XMLEventsTests {
  /// A text in UTF-16 with its mark.
  private static func littleEndian(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 255), UInt8(unit >> 8)] }
  }

  /// By hand from the XML recommendation.
  @Test func eventsComeInOrder() throws {
    let text = """
      <?xml version="1.0"?>
      <!-- note -->
      <?t {"k": 1}?>
      <a x="1 &amp; &#x41;&#10;b" p:y="z" xmlns:p="urn:p">t&lt;e<![CDATA[<x>&amp;]]>
      <p:b/><c>Ä</c></a>
      """
    let notes = try Notes.of(Array(text.utf8))
    #expect(
      notes.lines == [
        "? t {\"k\": 1}", "0<a 0 x=1 & A\nb p:y=z", "'t<e<x>&amp;\n'", "1<p:b 1 {urn:p}", "> 1",
        "1<c -1", "'Ä'", "> -1", "> 0",
      ])
    #expect(notes.offsets.count == 3)
    for (offset, start) in zip(notes.offsets, ["<a x", "<p:b", "<c>"]) {
      #expect(
        String(decoding: Array(text.utf8)[offset...].prefix(start.utf8.count), as: UTF8.self)
          == start)
    }
  }

  /// One text in many encodings; the bytes are those of the Unicode standard.
  @Test func encodingsAreRead() throws {
    let body = "<a x='é'>ü€</a>"
    let utf8 = Array(body.utf8)
    let utf16 = Array(body.utf16)
    let little = Self.littleEndian(body)
    let big =
      [0xFE, 0xFF] + utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 255)] }
    for bytes in [utf8, [0xEF, 0xBB, 0xBF] + utf8, little, big] {
      #expect(try Notes.of(bytes).lines == ["0<a 0 x=é", "'ü€'", "> 0"])
    }
    let latin =
      Array("<?xml version='1.0' encoding='ISO-8859-1'?><a x='".utf8) + [0xE9] + Array("'>".utf8)
      + [0xFC] + Array("</a>".utf8)
    #expect(try Notes.of(latin).lines == ["0<a 0 x=é", "'ü'", "> 0"])
  }

  /// Where each fault stands is counted by hand; the words are ours, not libxml2's.
  @Test(arguments: [
    ("", "1:1: the file holds no XML element"),
    ("hello", "1:1: the file holds no XML element"),
    ("<a>\n<b></a>", "2:8: the element 'b' is not closed where 'a' ends"),
    ("<a>\n<b>", "2:4: a tag or an element is not finished"),
    ("<a>\n<b x=", "2:6: the value of an attribute is not quoted to its end"),
    ("<a></a><b/>", "1:8: there is something after the end of the document"),
    ("<a x='1' x='2'/>", "1:15: the attribute 'x' is given twice"),
    ("<a x='<'/>", "1:7: '<' stands within the value of an attribute"),
    (
      "<a>\n &nbsp;</a>",
      "2:8: the entity '&nbsp;' is none of XML's own five, and others are not expanded"
    ),
    ("<a>\u{1}</a>", "1:4: there is a character that XML does not allow"),
    ("<a>&#1;</a>", "1:8: there is a character that XML does not allow"),
  ])
  func malformedTextsAreRefused(text: String, fault: String) {
    #expect(Notes.fault(Array(text.utf8)) == fault)
  }

  @Test func wrongBytesAreRefused() {
    let bad = Array("<a>".utf8) + [0xFF, 0xFE] + Array("</a>".utf8)
    #expect(
      Notes.fault(bad)
        == "1:4: there are bytes that the encoding of the file does not allow")
    let cut = Array("<a>x".utf8) + [0] + Array("</a>".utf8)
    #expect(Notes.fault(cut)?.hasPrefix("1:") == true)
    // The encoding promises two bytes a character, and the last has one: nothing may be printed.
    #expect(Notes.fault([0xFF, 0xFE, 0x3C, 0, 0x61, 0, 0x3E]) != nil)
    #expect(Notes.fault([0xFF, 0xFE, 0x3C, 0, 0x61, 0, 0x00, 0xD8, 0x3C, 0]) != nil)
    let unknown = "<?xml version='1.0' encoding='klingon'?><a/>"
    #expect(Notes.fault(Array(unknown.utf8))?.contains("encoding 'klingon'") == true)
  }

  @Test func aFaultOfTheHandlerHasThePlaceOfItsElement() {
    #expect(Notes.fault(Array("<a>\n  <b\n x='1'/></a>".utf8), stops: "b") == "2:3: stop")
    #expect(Notes.fault(Array("<a>\n  <b>x</b></a>".utf8), stops: "close") == "2:3: stop")
    let little = Self.littleEndian("<a>\n\n<b/></a>")
    #expect(Notes.fault(little, stops: "b")?.hasPrefix("3:") == true)
  }

  /// A billion laughs, quadratic blow-up, and what would be fetched.
  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY x 'lol'><!ENTITY y '&x;&x;'>]><a>&y;</a>",
    "<!DOCTYPE a [<!ENTITY x 'lol'>]><a b='&x;'/>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://localhost:9/x'> %x;]><a/>",
    "<!DOCTYPE a [<!ENTITY % x '<!ELEMENT a ANY>'> %x;]><a/>",
  ])
  func entitiesAreRefused(text: String) {
    #expect(Notes.fault(Array(text.utf8))?.contains("others are not expanded") == true)
  }

  @Test func aDocumentTypeIsPassedOver() throws {
    for type in [
      "SYSTEM 'graphml.dtd'", "SYSTEM 'http://localhost:9/x.dtd'", "[<!ELEMENT a ANY>]",
      "[<!ATTLIST a x (y|y) #IMPLIED>]",
    ] {
      #expect(try Notes.of(Array("<!DOCTYPE a \(type)><a/>".utf8)).lines == ["0<a 0", "> 0"])
    }
  }

  @Test func everythingIsBounded() {
    var options = NetworkOptions()
    options.mostTextBytes = 1000
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(Notes.fault(Array(deep.utf8)) == "1:769: elements lie in each other more than 256 deep")
    let long = String(repeating: "x", count: 5_000_000)
    #expect(
      Notes.fault(Array("<a>\(long)</a>".utf8), options)
        == "1:1: a text has more than 1000 bytes")
    #expect(
      Notes.fault(Array("<a><![CDATA[\(long)]]></a>".utf8), options)
        == "1:1: a text has more than 1000 bytes")
    #expect(
      Notes.fault(Array("<a><b x='\(long)'/></a>".utf8), options)
        == "1:4: an attribute has more than 1000 bytes")
    #expect(
      Notes.fault(Array("<a><?t \(long)?></a>".utf8), options)?
        .hasSuffix("an instruction has more than 1000 bytes") == true)
    // Each of these is compared with each.
    let tokens = (0..<200_000).map { "t\($0)" }.joined(separator: "|")
    #expect(
      Notes.fault(Array("<!DOCTYPE a [<!ATTLIST a x (\(tokens)) #IMPLIED>]><a/>".utf8))?
        .contains("no element begins within the first 65536 bytes") == true)
    let many = (0..<200_000).map { " a\($0)=''" }.joined()
    #expect(
      Notes.fault(Array("<r><a\(many)/></r>".utf8))?.contains("more than 4096 attributes") == true)
    let spaces = (0..<200_000).map { " xmlns:a\($0)='u'" }.joined()
    #expect(
      Notes.fault(Array("<r><a\(spaces)/></r>".utf8))?.contains("more than 4096 attributes") == true
    )
    let defaults = (0..<1000).map { "<!ATTLIST a x\($0) CDATA 'y'>" }.joined()
    #expect(
      Notes.fault(Array("<!DOCTYPE a [\(defaults)]><a/>".utf8))?
        .contains("more than 64 attributes a default") == true)
  }

  /// Many at once on several threads, good and bad: each gets its own answer.
  @Test func severalThreadsReadAtOnce() async {
    await withTaskGroup(of: Bool.self) { group in
      for index in 0..<64 {
        group.addTask {
          let text = index.isMultiple(of: 2) ? "<a>\(index)</a>" : "<a>\(index)</b>"
          let fault = Notes.fault(Array(text.utf8))
          return (fault == nil) == index.isMultiple(of: 2)
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
