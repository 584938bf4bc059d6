import Testing

@testable import Interchange

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Files of other programs; counts by python-stix2 3.0.2, which counts relationships among objects.
@Suite struct STIXFixtureTests {
  private static func bytes(_ name: String) throws -> [UInt8] {
    let path = NativeWriterTests.package + "/Tests/InterchangeTests/Fixtures/stix/" + name
    return Array(try #require(FileManager.default.contents(atPath: path)))
  }

  @Test(arguments: [
    ("identity.json", 1, 0, "Franistan Intelligence"),
    ("identity_custom.json", 1, 0, "Franistan Intelligence"),
    ("identity_unicode.json", 1, 0, "Heizölrückstoßabdämpfung"),
    ("invalid_identity.json", 1, 0, "Franistan Intelligence"),
    ("elevator-threat-actor.json", 7, 3, "Adversary Bravo"),
  ])
  func filesOfOthersHaveTheirCounts(
    name: String, objects: Int, relationships: Int, first: String
  ) throws {
    let network = try Text.network(bytes: Self.bytes(name), path: name)
    #expect(network.nodes.count == objects - relationships)
    #expect(network.edges.count == relationships)
    #expect(network.nodes[0].label == first)
  }

  /// Both are named invalid by the suite that they come from.
  @Test(arguments: [
    ("invalid_comma.json", "7:35: a comma stands before '}'"),
    (
      "invalid_timestamp.json",
      "5:15: the time modified '2015-08-08T15:50:10.983Z' is earlier than created"
    ),
  ])
  func invalidFilesAreRefused(name: String, message: String) throws {
    let bytes = try Self.bytes(name)
    #expect(
      Text.fault(String(decoding: bytes, as: UTF8.self), .stix) == message)
  }
}
