import Foundation
import GraphCore
import Testing

@testable import Interchange

@Suite struct UnpackingTests {
  private static let plain = "1 2\n2 3\n"

  /// Made by gzip 1.12 (`printf '1 2\n2 3\n' | gzip -n`) and zstd 1.5.4 (`... | zstd
  /// --no-progress`).
  private static let gzip = bytes("1f8b0800000000000003335430e2325230e60200f5f12b9608000000")
  private static let zstd = bytes("28b52ffd04584100003120320a3220330a8e3fc2f6")
  /// 4 MiB of zeros through `zstd -19`.
  private static let bomb = bytes(
    "28b52ffd04684c000008000100fcff39100202001000020010000200100002001000020010000200"
      + "10000200100002001000020010000200100002001000020010000200100002001000020010000200"
      + "10000200100002001000020010000200100002001000020010000200100002001000020010000200"
      + "10000200100002001000020010000200100003001000289dbc7c")

  private static func bytes(_ hex: String) -> [UInt8] {
    stride(from: 0, to: hex.utf8.count, by: 2).compactMap { at in
      let start = hex.index(hex.startIndex, offsetBy: at)
      return UInt8(hex[start..<hex.index(start, offsetBy: 2)], radix: 16)
    }
  }

  private func unpacked(_ bytes: [UInt8], most: Int = 1 << 20) throws -> String {
    String(
      decoding: try Unpacking.unpacked(Column(bytes), path: "f", most: most), as: UTF8.self)
  }

  private func fault(_ bytes: [UInt8], most: Int = 1 << 20) -> String? {
    do {
      _ = try Unpacking.unpacked(Column(bytes), path: "f", most: most)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func packedFilesAreUnpackedAndOthersLeftAlone() throws {
    #expect(try unpacked(Self.gzip) == Self.plain)
    #expect(try unpacked(Self.zstd) == Self.plain)
    #expect(try unpacked(Array(Self.plain.utf8)) == Self.plain)
    #expect(try unpacked([]) == "")
    #expect(try Text.network(bytes: Self.gzip, path: "a.txt.gz").lines == ["1>2", "2>3"])
    #expect(try Text.network(bytes: Self.zstd, path: "a.zst").lines == ["1>2", "2>3"])
  }

  @Test func severalPackedFilesInARowAreOne() throws {
    #expect(try unpacked(Self.gzip + Self.gzip) == Self.plain + Self.plain)
    #expect(try unpacked(Self.zstd + Self.zstd) == Self.plain + Self.plain)
    #expect(try unpacked(Self.gzip + [0, 0, 0]) == Self.plain)
  }

  @Test func everyFileCutShortIsRefused() {
    for length in 4..<Self.gzip.count {
      #expect(
        fault(Array(Self.gzip[..<length]))
          == "f: the gzip file ends in the middle; fetch or pack it again")
    }
    for length in 4..<Self.zstd.count {
      #expect(
        fault(Array(Self.zstd[..<length]))
          == "f: the zstd file ends in the middle; fetch or pack it again")
    }
  }

  @Test func aDamagedFileIsRefused() {
    for place in 10..<Self.gzip.count {
      var bytes = Self.gzip
      bytes[place] ^= 0x55
      #expect(fault(bytes) != nil, "byte \(place)")
    }
    var bytes = Self.zstd
    bytes[bytes.count - 1] ^= 1
    #expect(fault(bytes)?.hasPrefix("f: the zstd file is broken: ") == true)
  }

  @Test func aFileThatUnpacksToTooMuchIsRefused() {
    #expect(fault(Self.gzip, most: 8) == nil)
    #expect(
      fault(Self.gzip, most: 7)
        == "f: the gzip file unpacks to more than 7 bytes; if that is what it should hold, "
        + "raise the "
        + "limit with --most-bytes")
    #expect(fault(Self.bomb, most: 1 << 20)?.contains("more than 1048576 bytes") == true)
  }
}
