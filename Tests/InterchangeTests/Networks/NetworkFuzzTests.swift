import Evidence
import Foundation
import GraphCore
import Testing

@testable import Interchange

/// Bytes that nobody would write: each is read or refused with a place, and nothing stops the
/// program.
@Suite struct NetworkFuzzTests {
  private static let seeds: [(GraphFormat, String)] = [
    (.edges, "# Directed graph\n1 2 0.5\n2 3 4\n3 1\n7\n"),
    (.edges, "source,target,weight\n\"a, b\",c,1e3\nc,\"d \"\"e\"\"\",2\n"),
    (.edges, "a\tb\nb\tc\nlonely\n"),
    (.mtx, "%%MatrixMarket matrix coordinate real symmetric\n% c\n4 4 3\n2 1 1.5\n3 2 1\n4 4 2\n"),
    (.metis, "% c\n4 3 011 1\n9 2 5\n9 1 5 3 1\n9 2 1 4 2\n9 3 2\n"),
  ]

  private func check(_ bytes: [UInt8], _ format: GraphFormat?) {
    switch GraphFile.readAny(bytes: bytes, path: "f", folder: ".", format: format) {
    case .plain(let network):
      #expect(network.nodes.count == network.graph.nodeCount)
      #expect(throws: Never.self) { try network.graph.checkInvariants() }
    case .evidence(let reading):
      let location = reading.findings.first?.location
      let lines = bytes.count { $0 == 10 || $0 == 13 } + 1
      #expect((1...lines).contains(location?.line ?? 0))
      #expect((1...bytes.count + 1).contains(location?.column ?? 0))
    }
  }

  @Test(arguments: 0..<5)
  func changedTextsAreReadOrRefused(index: Int) {
    let (format, text) = Self.seeds[index]
    var generator = SeededGenerator(seed: UInt64(index))
    let odd = Array("0123456789 \t\n\r,;\"#%.-+eEx\u{0}\u{FF}{}".utf8) + [0xFF, 0xC3]
    for _ in 0..<1500 {
      var bytes = Array(text.utf8)
      for _ in 0..<(1 + generator.next() % 4) {
        let place = Int(generator.next() % UInt64(bytes.count))
        let byte = odd[Int(generator.next() % UInt64(odd.count))]
        switch generator.next() % 4 {
        case 0: bytes[place] = byte
        case 1: bytes.insert(byte, at: place)
        case 2 where bytes.count > 1: bytes.remove(at: place)
        default: bytes += bytes[place...]
        }
      }
      check(bytes, format)
    }
  }

  @Test func randomBytesAreReadOrRefused() {
    var generator = SeededGenerator(seed: 77)
    for format in [GraphFormat.edges, .csv, .tsv, .mtx, .metis, .tlg] {
      for length in 0..<150 {
        check((0..<length).map { _ in UInt8(truncatingIfNeeded: generator.next()) }, format)
      }
    }
  }

  @Test(arguments: [[0x1F, 0x8B], [0x28, 0xB5, 0x2F, 0xFD]] as [[UInt8]])
  func randomPackedBytesAreRefused(magic: [UInt8]) throws {
    var generator = SeededGenerator(seed: 78)
    for length in 0..<150 {
      let bytes = magic + (0..<length).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
      check(bytes, .edges)
    }
  }
}
