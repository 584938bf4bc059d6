import CZlib
import GraphCore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes zip archives, always the same bytes for the same members: stored, without times, below 4 GiB.
/// libarchive, by which ``Archive`` reads them, would keep each member in memory to know its size.
enum ZipArchive {
  /// The first bytes of an archive.
  static let magic: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// A member to be written: its name, and what hands out its bytes piece by piece. It is called twice,
  /// so that the checksum can stand before the bytes without keeping them.
  struct Member {
    var name: String
    var make: (inout PiecedOutput) throws -> Void
  }

  /// Counts bytes and forms their checksum.
  private final class Tally {
    var count = 0
    var sum: UInt = 0
  }

  /// Writes an archive.
  static func write(_ members: [Member], to output: inout PiecedOutput) throws {
    var directory: [UInt8] = []
    var offset = 0
    for member in members {
      let tally = Tally()
      var measured = PiecedOutput { piece in
        tally.count += piece.count
        tally.sum = piece.withUnsafeBytes { bytes in
          UInt(
            crc32(
              uLong(tally.sum), bytes.baseAddress?.assumingMemoryBound(to: Bytef.self),
              uInt(bytes.count)))
        }
      }
      try member.make(&measured)
      try measured.flush()
      let name = Array(member.name.utf8)
      guard tally.count < 1 << 32 - 1, offset < 1 << 32 - 1 else {
        throw GraphWriter.Refusal(
          description:
            "\(member.name) is larger than 4 GiB; write to a folder instead of an archive")
      }
      // Version, flags (names in UTF-8), stored, no time, 1 January 1980, checksum, sizes.
      let common =
        two(20) + two(0x0800) + two(0) + two(0) + two(0x21) + four(Int(tally.sum))
        + four(tally.count) + four(tally.count) + two(name.count) + two(0)
      try output.write(bytes: magic + common + name)
      try member.make(&output)
      directory += [0x50, 0x4B, 0x01, 0x02] + two(20) + common + two(0) + two(0) + two(0) + four(0)
      directory += four(offset) + name
      offset += 4 + common.count + name.count + tally.count
    }
    guard offset < 1 << 32 - 1 else {
      throw GraphWriter.Refusal(
        description: "the archive is larger than 4 GiB; write to a folder instead")
    }
    try output.write(bytes: directory)
    try output.write(
      bytes: [0x50, 0x4B, 0x05, 0x06] + two(0) + two(0) + two(members.count) + two(members.count)
        + four(directory.count) + four(offset) + two(0))
  }

  private static func two(_ number: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
  }

  private static func four(_ number: Int) -> [UInt8] { two(number) + two(number >> 16) }
}
