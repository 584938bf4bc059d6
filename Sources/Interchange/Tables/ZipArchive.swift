import CZlib
import GraphCore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Zip archives as far as tables need them: members that are stored or deflated, below 4 GiB, without
/// encryption. What is written is stored, and the same for the same members: without times.
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

extension ZipArchive {
  /// Why an archive cannot be read.
  struct Broken: Error { var reason: String }

  /// The members of an archive whose names end in one of some names.
  ///
  /// - Parameters:
  ///   - bytes: The archive.
  ///   - isWanted: Says by the name without its folders whether a member is wanted.
  ///   - most: Refuse what unpacks to more bytes.
  /// - Returns: The names and bytes, in the order of the archive.
  /// - Throws: ``Broken``.
  static func members(
    of bytes: UnsafeBufferPointer<UInt8>, where isWanted: (String) -> Bool, most: Int
  ) throws(Broken) -> [(name: String, bytes: [UInt8])] {
    func number(_ at: Int, _ length: Int) throws(Broken) -> Int {
      guard at >= 0, at + length <= bytes.count else {
        throw Broken(reason: "it ends in the middle")
      }
      return (0..<length).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
    var end = bytes.count - 22
    let least = max(0, end - 65_535)
    while end >= least, try number(end, 4) != 0x0605_4B50 { end -= 1 }
    guard end >= least, end >= 0 else { throw Broken(reason: "it has no directory at its end") }
    let count = try number(end + 10, 2)
    var at = try number(end + 16, 4)
    var found: [(name: String, bytes: [UInt8])] = []
    var left = most
    for _ in 0..<count {
      guard try number(at, 4) == 0x0201_4B50 else {
        throw Broken(reason: "its directory is broken")
      }
      let flags = try number(at + 8, 2)
      let method = try number(at + 10, 2)
      let sum = try number(at + 16, 4)
      let packed = try number(at + 20, 4)
      let size = try number(at + 24, 4)
      let nameLength = try number(at + 28, 2)
      let extra = try number(at + 30, 2) + number(at + 32, 2)
      let offset = try number(at + 42, 4)
      guard at + 46 + nameLength <= bytes.count else {
        throw Broken(reason: "its directory is broken")
      }
      let path = String(decoding: bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self)
      at += 46 + nameLength + extra
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      guard !path.hasSuffix("/"), !path.hasPrefix("__MACOSX/"), isWanted(name) else { continue }
      guard flags & 1 == 0 else { throw Broken(reason: "\(Fault.cut(name)) is encrypted") }
      guard size <= left else {
        throw Broken(reason: "it unpacks to more than \(most) bytes")
      }
      left -= size
      let start = try offset + 30 + number(offset + 26, 2) + number(offset + 28, 2)
      guard try number(offset, 4) == 0x0403_4B50, start + packed <= bytes.count else {
        throw Broken(reason: "\(Fault.cut(name)) is not where its directory says")
      }
      let part = UnsafeBufferPointer(rebasing: bytes[start..<(start + packed)])
      let content: [UInt8]
      switch method {
      case 0: content = Array(part)
      case 8: content = try inflated(part, size: size, name: name)
      default: throw Broken(reason: "\(Fault.cut(name)) is packed in a way that is not read")
      }
      guard content.count == size, checksum(content) == sum else {
        throw Broken(reason: "\(Fault.cut(name)) does not have its checksum")
      }
      found.append((name, content))
    }
    return found
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: uLong = 0
    bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        let count = min(bytes.count - at, 1 << 30)
        sum = crc32(sum, bytes.baseAddress.map { $0 + at }, uInt(count))
        at += count
      }
    }
    return Int(sum)
  }

  private static func inflated(
    _ packed: UnsafeBufferPointer<UInt8>, size: Int, name: String
  ) throws(Broken) -> [UInt8] {
    var stream = z_stream()
    guard tl_inflate_raw_start(&stream) == Z_OK else { throw Broken(reason: "zlib does not start") }
    defer { inflateEnd(&stream) }
    stream.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
    stream.avail_in = uInt(packed.count)
    var out: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    // What is announced is not taken on trust: memory grows with what comes.
    while true {
      var status = Z_OK
      let count = block.withUnsafeMutableBufferPointer { block -> Int in
        stream.next_out = block.baseAddress
        stream.avail_out = uInt(block.count)
        status = inflate(&stream, Z_NO_FLUSH)
        return block.count - Int(stream.avail_out)
      }
      out += block[..<count]
      guard out.count <= size, status == Z_OK || status == Z_STREAM_END else {
        throw Broken(reason: "\(Fault.cut(name)) is broken")
      }
      if status == Z_STREAM_END { return out }
    }
  }
}
