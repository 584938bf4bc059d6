import Testing

@testable import Interchange

/// What is wrong with a file, and where: by hand.
@Suite struct STIXFaultTests {
  private static let identity = STIXReaderTests.id("identity", 1)
  private static let malware = STIXReaderTests.id("malware", 2)

  private static func object(_ rest: String) -> String {
    "{\"type\":\"identity\",\"id\":\"\(identity)\",\n\(rest)}"
  }

  private static func edge(_ rest: String) -> String {
    "{\"type\":\"relationship\",\"id\":\"\(STIXReaderTests.id("relationship", 3))\",\n\(rest)}"
  }

  private static let ends = "\"source_ref\":\"\(identity)\",\"target_ref\":\"\(malware)\""

  @Test(arguments: [
    ("", "1:1: the file is empty"),
    ("[1]", "1:2: '1' is no object"),
    ("{\"id\":\"x\"}", "1:1: an object of STIX has no type"),
    ("{\"type\":3,\"id\":\"x\"}", "1:9: the type '3' is no plain text"),
    ("{\"type\":\"A b\",\"id\":\"x\"}", "1:9: 'A b' is no type of objects"),
    ("{\"type\":\"a\"}", "1:1: an object of STIX has no id"),
    ("{\"type\":\"a\",\"id\":\"a--1\"}", "1:18: 'a--1' is no identifier of STIX"),
    (
      "{\"type\":\"a\",\"id\":\"\(identity)\"}",
      "1:18: the identifier 'identity--00000000-0000-4000-8000-000000...' is not of the type 'a'"
    ),
    ("{\"type\":\"a\",\"type\":\"a\"}", "1:13: the key 'type' stands twice in one object"),
    (object("\"created\":\"2016\""), "2:11: created is no time: '\"2016\"'"),
    (
      object("\"modified\":\"2016-02-30T00:00:00Z\""),
      "2:12: modified is no time: '\"2016-02-30T00:00:00Z\"'"
    ),
    (object("\"confidence\":101"), "2:14: the confidence '101' is no whole number from 0 to 100"),
    (object("\"confidence\":1.5"), "2:14: the confidence '1.5' is no whole number from 0 to 100"),
    (
      object("\"confidence\":\"9\""),
      "2:14: the confidence '\"9\"' is no whole number from 0 to 100"
    ),
    (
      object("\"created\":\"2016-01-02T00:00:00Z\",\n\"modified\":\"2016-01-01T00:00:00Z\""),
      "3:12: the time modified '2016-01-01T00:00:00Z' is earlier than created"
    ),
    (edge(ends), "1:1: an object of STIX has no relationship_type"),
    (
      edge("\"relationship_type\":\"Uses it\"," + ends),
      "2:21: 'Uses it' is no type of relationships"
    ),
    (
      edge("\"relationship_type\":\"uses\",\"source_ref\":\"\(identity)\""),
      "1:1: an object of STIX has no target_ref"
    ),
    (
      edge(
        "\"relationship_type\":\"uses\",\n\"source_ref\":\"\(STIXReaderTests.id("sighting", 3))\","
          + "\"target_ref\":\"\(malware)\""),
      "3:14: 'sighting--00000000-0000-4000-8000-000000...' cannot be an end of a relationship"
    ),
    (
      edge(
        "\"relationship_type\":\"uses\",\(ends),\n\"start_time\":\"2016-01-01T00:00:00Z\",\n"
          + "\"stop_time\":\"2016-01-01T00:00:00.000Z\""),
      "4:13: the stop_time '2016-01-01T00:00:00.000Z' is not later than the start_time"
    ),
    (
      object("\"extensions\":{\"\(STIXName.definition)\":{}}"),
      "2:76: the extension of Throughline lacks part, position or native"
    ),
    (
      "{\"type\":\"bundle\",\n\"objects\":[", "2:11: the list that begins here has no end"
    ),
    ("{\"type\":\"bundle\",\"objects\":[{}]}", "1:29: an object of STIX has no type"),
  ])
  func faultsHaveAPlace(text: String, message: String) {
    #expect(Text.fault(text, .stix) == message)
  }

  @Test func hostileFilesEnd() throws {
    let deep = String(repeating: "[", count: 100_000)
    #expect(
      Text.fault(Self.object("\"x\":" + deep), .stix)?.contains("deep in each other") == true)
    #expect(Text.fault(deep, .stix) != nil)
    let objects = String(repeating: "{\"objects\":[", count: 100_000)
    #expect(Text.fault(objects, .stix) != nil)
    var options = NetworkOptions()
    options.mostTextBytes = 1000
    let long = Self.object("\"x\":[" + String(repeating: "\"abcdefgh\",", count: 200) + "1]")
    #expect(throws: (any Error).self) {
      try Text.network(bytes: Array(long.utf8), .stix, options: options)
    }
    options = NetworkOptions()
    options.mostAttributes = 10
    let wide = Self.object((0..<20).map { "\"p\($0)\":1" }.joined(separator: ","))
    #expect(throws: (any Error).self) {
      try Text.network(bytes: Array(wide.utf8), .stix, options: options)
    }
    // Truncated anywhere, it is refused or read, and never worse.
    let text = Array(
      STIXReaderTests.bundle([Self.object("\"name\":\"\\u00e4 é\",\"x\":[1,{\"a\":null}]")]).utf8)
    for count in 0..<text.count {
      #expect(throws: (any Error).self) {
        try Text.network(bytes: Array(text[..<count]), .stix)
      }
    }
  }

  /// Timestamps as RFC 3339 has them, in the zone Z.
  @Test(arguments: [
    ("2016-06-12T02:00:00Z", true), ("2016-06-12T02:00:00.1Z", true),
    ("2016-06-12T02:00:00.123456789Z", true), ("2016-02-29T23:59:60Z", true),
    ("2015-02-29T00:00:00Z", false), ("2016-06-12", false), ("2016-06-12T02:00:00", false),
    ("2016-06-12T24:00:00Z", false), ("2016-06-12T02:60:00Z", false),
    ("2016-06-12T02:00:00.Z", false), ("2016-06-12 02:00:00Z", false),
    ("2016-06-12T02:00:00+01:00", false), ("2016-13-12T02:00:00Z", false),
  ])
  func timestampsAreToldFromOtherTexts(text: String, isTime: Bool) {
    Array(text.utf8).withUnsafeBufferPointer {
      #expect(STIXTime.isWellFormed($0) == isTime)
    }
  }

  @Test(arguments: [
    ("2016-06-12T02:00:00Z", "2016-06-12T02:00:00.1Z", true),
    ("2016-06-12T02:00:00.100Z", "2016-06-12T02:00:00.1Z", false),
    ("2016-06-12T02:00:00.1Z", "2016-06-12T02:00:00.100Z", false),
    ("2016-06-12T02:00:00.0Z", "2016-06-12T02:00:00Z", false),
    ("2016-06-12T02:00:10Z", "2016-06-12T02:00:10.0Z", false),
    ("2016-06-12T02:00:09.9Z", "2016-06-12T02:00:10Z", true),
  ])
  func momentsAreCompared(left: String, right: String, isEarlier: Bool) {
    Array(left.utf8).withUnsafeBufferPointer { left in
      Array(right.utf8).withUnsafeBufferPointer { right in
        #expect(STIXTime.isEarlier(left, right) == isEarlier)
      }
    }
  }
}
