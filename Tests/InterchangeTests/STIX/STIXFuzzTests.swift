import Evidence
import GraphCore
import Testing

@testable import Interchange

/// Bundles that nobody would write: each is read or refused with a place.
@Suite struct STIXFuzzTests {
  private static let pieces = [
    "\"", "{", "}", "[", "]", ",", ":", "null", "-1", "1e999", "\"id\"", "\"extensions\"",
    "\\u0000", "\\ud800", "\"objects\":[", "--", "\u{0}", "é", "99999999999999999999", "\"#", "\n",
  ].map { Array($0.utf8) }

  private static func seeds() throws -> [[UInt8]] {
    let relationship = STIXReaderTests.relationship(
      3, STIXReaderTests.id("identity", 1), "uses", STIXReaderTests.id("malware", 2),
      "\"start_time\": \"2016-01-01T00:00:00Z\", \"confidence\": 3, \"x\": [1, {\"a\": null}]")
    let bundle = STIXReaderTests.bundle([
      STIXReaderTests.object("identity", 1, "\"name\": \"\\u00e4 \\ud83d\\ude00\""), relationship,
      STIXReaderTests.object(
        "opinion", 4,
        "\"opinion\": \"agree\", \"object_refs\": [\"\(STIXReaderTests.id("relationship", 3))\"]"),
      STIXReaderTests.object(
        "sighting", 5, "\"sighting_of_ref\": \"\(STIXReaderTests.id("malware", 2))\""),
    ])
    var written: [[UInt8]] = []
    for network in [try Text.network("source,target\na,b\n", .csv)] {
      var bytes: [UInt8] = []
      try GraphWriter(.stix).write(network) { bytes += $0 }
      written.append(bytes)
    }
    return [Array(bundle.utf8), Array(try STIXExportTests.bundle(STIXExportTests.graph()).utf8)]
      + written
  }

  @Test(arguments: 0..<3)
  func changedBundlesAreReadOrRefused(index: Int) throws {
    let seed = try Self.seeds()[index]
    var generator = SeededGenerator(seed: UInt64(index))
    var options = NetworkOptions()
    for round in 0..<200 {
      var bytes = seed
      for _ in 0..<(1 + generator.next() % 4) {
        let place = Int(generator.next() % UInt64(bytes.count))
        let piece = Self.pieces[Int(generator.next() % UInt64(Self.pieces.count))]
        switch generator.next() % 4 {
        case 0: bytes.insert(contentsOf: piece, at: place)
        case 1: bytes.replaceSubrange(place..<min(place + piece.count, bytes.count), with: piece)
        case 2 where bytes.count > 40: bytes.removeSubrange(place..<min(place + 9, bytes.count))
        default: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
        }
      }
      options.isLenient = round.isMultiple(of: 2)
      switch GraphFile.readAny(
        bytes: bytes, path: "f", folder: ".", format: .stix, options: options)
      {
      case .plain(let network):
        #expect(throws: Never.self) { try network.graph.checkInvariants() }
      case .evidence(let reading):
        guard let location = reading.findings.first?.location else { continue }
        let lines = bytes.count { $0 == 10 || $0 == 13 } + 1
        #expect((1...lines).contains(location.line))
      }
    }
  }
}
