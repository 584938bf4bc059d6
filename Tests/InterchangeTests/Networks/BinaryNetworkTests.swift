import Foundation
import GraphCore
import TestSupport
import Testing

@testable import Interchange

@Suite struct BinaryNetworkTests {
  private func networks() -> [PlainNetwork] {
    (GraphFamilies.small + GraphFamilies.random(count: 30, seed: 8, isWeighted: true)).flatMap {
      graph in
      [
        PlainNetwork(graph: graph, names: .range(first: 4, count: graph.nodeCount)),
        PlainNetwork(graph: graph, names: .numbers(Column(graph.nodes.map { Int32($0 * 7) }))),
        PlainNetwork(
          graph: graph, names: .texts(TextTable(graph.nodes.map { "né \($0)\n" })),
          labels: TextTable(graph.nodes.map { "label \($0)" })),
      ]
    }
  }

  @Test func everythingComesBack() throws {
    for network in networks() {
      let again = try Text.network(bytes: GraphWriterTests.bytes(network, .tlg))
      #expect(again == network)
      #expect(Array(again.nodes) == Array(network.nodes))
      try again.graph.checkInvariants()
    }
  }

  /// The path 1 - 2 with nodes 1 and 2, laid out by hand after docs/formats/networks.md; the checksum by
  /// Python's zlib.crc32.
  @Test func theLayoutIsTheOneDescribed() throws {
    var bytes: [UInt8] = [0x89, 0x54, 0x4C, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    bytes += [1, 0, 0, 0, 4, 3, 2, 1]
    for word in [0, 2, 1, 2, 1, 0, 0, 0, 0, 0] as [UInt8] {
      bytes += [word] + Array(repeating: 0, count: 7)
    }
    for offset in [0, 1, 2] as [UInt8] { bytes += [offset] + Array(repeating: 0, count: 7) }
    bytes += [1, 0, 0, 0, 0, 0, 0, 0]
    bytes += [0, 0, 0, 0, 0, 0, 0, 0]
    bytes += [1, 0, 0, 0, 0, 0, 0, 0]
    bytes += [0x10, 0x95, 0x0B, 0x66, 0, 0, 0, 0]
    let network = try Text.network("1 2\n", direction: .undirected)
    #expect(try GraphWriterTests.bytes(network, .tlg) == bytes)
    #expect(try Text.network(bytes: bytes) == network)
  }

  @Test func aMappedFileIsUsedWhereItLies() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("throughline-\(UUID().uuidString).tlg").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let network = try Text.network("a b 2\nb c 1\n")
    try Data(GraphWriterTests.bytes(network, .tlg)).write(to: URL(fileURLWithPath: path))
    guard case .plain(let again) = try GraphFile.loadAny(path) else {
      Issue.record("not read as a network")
      return
    }
    #expect(again == network)
    // Removed while in use, the mapping stays.
    try FileManager.default.removeItem(atPath: path)
    #expect(again.lines == ["a>b:2", "b>c:1"])
  }

  private func fault(_ bytes: [UInt8]) -> String? {
    do {
      _ = try Text.network(bytes: bytes, .tlg)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func everyFileCutShortIsRefused() throws {
    let bytes = try GraphWriterTests.bytes(Text.network("a b 2\nb c\n"), .tlg)
    for length in 0..<bytes.count {
      #expect(fault(Array(bytes[..<length])) != nil, "\(length) bytes")
    }
    #expect(
      fault(bytes + Array(repeating: 0, count: 8))?.contains("where its header asks for") == true)
  }

  @Test func everyChangedByteIsNoticed() throws {
    let bytes = try GraphWriterTests.bytes(Text.network("a b 2\nb c\n"), .tlg)
    for place in bytes.indices {
      for change in [1, 0x80, 0xFF] as [UInt8] {
        var damaged = bytes
        damaged[place] ^= change
        #expect(fault(damaged) != nil, "byte \(place)")
      }
    }
  }

  /// A file with a fitting checksum is still not believed.
  @Test func aFileMadeToLeadAstrayIsRefused() throws {
    let bytes = try GraphWriterTests.bytes(
      Text.network("a b 2\nb c\n", direction: .undirected), .tlg)
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<1000 {
      var forged = bytes
      for _ in 0..<(1 + generator.next() % 3) {
        let place = 16 + Int(generator.next() % UInt64(bytes.count - 24))
        forged[place] = UInt8(truncatingIfNeeded: generator.next())
      }
      let sum = forged.withUnsafeBufferPointer {
        BinaryNetwork.checksum(UnsafeBufferPointer(rebasing: $0[..<(bytes.count - 8)]))
      }
      withUnsafeBytes(of: UInt64(sum)) { forged.replaceSubrange((bytes.count - 8)..., with: $0) }
      // Either it is refused, or it is a network that holds together.
      if let network = try? Text.network(bytes: forged, .tlg) {
        _ = network.graph.adjacency(.outward).edges
        _ = Array(network.edges)
        #expect(network.nodes.count == network.graph.nodeCount)
        _ = Array(network.nodes)
      }
    }
  }

  @Test(
    arguments: [
      ([0x88], 0, "this is no .tlg file"),
      ([2], 8, "the file is of version 2, this program reads 1"),
      ([1, 2, 3, 4], 12, "the file was written by a machine with another order of bytes"),
      ([8], 16, "the header has marks that are not known"),
      ([3], 17, "the header has marks that are not known"),
      ([0xFF], 31, "the header says 18374686479671623682 where the file has room for 19 at most"),
    ] as [([UInt8], Int, String)])
  func aForeignHeaderIsRefused(bytes: [UInt8], place: Int, message: String) throws {
    var file = try GraphWriterTests.bytes(Text.network("1 2\n", direction: .undirected), .tlg)
    file.replaceSubrange(place..<place + bytes.count, with: bytes)
    #expect(fault(file) == "1:1: " + message)
  }

  @Test func directionCanBeDroppedButNotInvented() throws {
    let directed = try GraphWriterTests.bytes(Text.network("1 2\n"), .tlg)
    #expect(try !Text.network(bytes: directed, direction: .undirected).isDirected)
    let undirected = try GraphWriterTests.bytes(
      Text.network("1 2\n", direction: .undirected), .tlg)
    #expect(throws: Text.Refused.self) { try Text.network(bytes: undirected, direction: .directed) }
  }

  /// zlib's own answer for the whole, whatever the number of pieces.
  @Test func theChecksumOfPiecesIsThatOfTheWhole() {
    // CRC-32 of "123456789" is the check value of its definition.
    let check = Array("123456789".utf8).withUnsafeBufferPointer { BinaryNetwork.checksum($0) }
    #expect(check == 0xCBF4_3926)
    let zeros = [UInt8](repeating: 0, count: 9 << 20).withUnsafeBufferPointer {
      BinaryNetwork.checksum($0)
    }
    #expect(zeros == 0x6321_4BAD)
  }
}
