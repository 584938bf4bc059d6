import CZlib
import CZstd
import GraphCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Unpacks gzip and zstd.
enum Unpacking {
  /// How a file is packed.
  enum Packing: String {
    case gzip, zstd

    /// Tells by the first bytes.
    init?(_ bytes: Column<UInt8>) {
      if bytes.starts(with: [0x1F, 0x8B]) {
        self = .gzip
      } else if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
        self = .zstd
      } else {
        return nil
      }
    }
  }

  /// The bytes of a file, unpacked if they are packed.
  ///
  /// - Parameters:
  ///   - bytes: The bytes as they are in the file.
  ///   - path: The path to name in messages.
  ///   - most: Refuse what unpacks to more bytes.
  /// - Returns: The bytes; those that are not packed come back as they are.
  /// - Throws: ``NetworkError`` if the file is cut short or broken, or unpacks to too much.
  static func unpacked(
    _ bytes: Column<UInt8>, path: String, most: Int
  ) throws(NetworkError) -> Column<UInt8> {
    guard let packing = Packing(bytes) else { return bytes }
    let output = Output(most: most)
    let outcome: Outcome =
      switch packing {
      case .gzip: bytes.withUnsafeBufferPointer { inflate($0, into: output) }
      case .zstd: bytes.withUnsafeBufferPointer { decompress($0, into: output) }
      }
    switch outcome {
    case .whole:
      return output.column
    case .cutShort:
      throw NetworkError(
        file: path, message: "the \(packing.rawValue) file ends in the middle",
        mend: "fetch or pack it again")
    case .broken(let reason):
      throw NetworkError(
        file: path, message: "the \(packing.rawValue) file is broken: \(reason)",
        mend: "fetch or pack it again")
    case .tooLarge:
      throw NetworkError(
        file: path, message: "the \(packing.rawValue) file unpacks to more than \(most) bytes",
        mend: "if that is what it should hold, raise the limit with --most-bytes")
    }
  }

  private enum Outcome {
    case whole, cutShort, tooLarge
    case broken(String)
  }

  /// What was unpacked so far.
  private final class Output {
    private let most: Int
    private var base: UnsafeMutableRawPointer?
    private var capacity = 0
    private(set) var count = 0

    init(most: Int) { self.most = most }

    deinit { free(base) }

    /// Appends what `fill` puts into a block; false if the limit is passed.
    func append(_ fill: (UnsafeMutableBufferPointer<UInt8>) -> Int) -> Bool {
      if capacity - count < 1 << 18 {
        // Growing by half moves pages, not bytes, once there are many.
        capacity = max(1 << 20, capacity + capacity / 2)
        base = realloc(base, capacity)
      }
      guard let base else { fatalError("out of memory: \(capacity) bytes") }
      let free = UnsafeMutableBufferPointer(
        start: base.assumingMemoryBound(to: UInt8.self) + count, count: capacity - count)
      count += fill(free)
      return count <= most
    }

    /// The bytes; nothing may be appended any longer.
    var column: Column<UInt8> {
      guard let base else { return [] }
      return Column(
        at: UnsafePointer(base.assumingMemoryBound(to: UInt8.self)), count: count,
        owner: Kept(output: self))
    }
  }

  // What is kept is only read.
  private final class Kept: @unchecked Sendable {
    private let output: Output
    init(output: Output) { self.output = output }
  }

  /// Several gzip files one after the other are one.
  private static func inflate(
    _ input: UnsafeBufferPointer<UInt8>, into output: Output
  ) -> Outcome {
    var stream = z_stream()
    guard tl_inflate_start(&stream) == Z_OK else { return .broken("zlib does not start") }
    defer { inflateEnd(&stream) }
    var used = 0
    var status = Z_OK
    while true {
      // zlib counts its input in 32 bits.
      let given = min(input.count - used, 1 << 30)
      stream.next_in = UnsafeMutablePointer(
        mutating: input.baseAddress.map { $0 + used })
      stream.avail_in = UInt32(given)
      let goesOn = output.append { block in
        stream.next_out = block.baseAddress
        let room = min(block.count, 1 << 30)
        stream.avail_out = UInt32(room)
        status = CZlib.inflate(&stream, Z_NO_FLUSH)
        return room - Int(stream.avail_out)
      }
      used += given - Int(stream.avail_in)
      guard goesOn else { return .tooLarge }
      if status == Z_STREAM_END {
        // Zeros may pad the end, as tar does.
        guard input[used...].contains(where: { $0 != 0 }) else { return .whole }
        guard inflateReset(&stream) == Z_OK else { return .broken("zlib does not start again") }
      } else if status == Z_BUF_ERROR
        || (status == Z_OK && used == input.count && stream.avail_out > 0)
      {
        return .cutShort
      } else if status != Z_OK {
        return .broken(stream.msg.map { String(cString: $0) } ?? "error \(status)")
      }
    }
  }

  private static func decompress(
    _ input: UnsafeBufferPointer<UInt8>, into output: Output
  ) -> Outcome {
    guard let stream = ZSTD_createDStream() else { return .broken("zstd does not start") }
    defer { ZSTD_freeDStream(stream) }
    var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    while true {
      var status = 0
      var isFull = false
      let goesOn = output.append { block in
        var target = ZSTD_outBuffer(dst: block.baseAddress, size: block.count, pos: 0)
        status = ZSTD_decompressStream(stream, &target, &source)
        isFull = target.pos == target.size
        return ZSTD_isError(status) == 0 ? target.pos : 0
      }
      guard goesOn else { return .tooLarge }
      if ZSTD_isError(status) != 0 {
        return .broken(String(cString: ZSTD_getErrorName(status)))
      }
      if source.pos == source.size, !isFull { return status == 0 ? .whole : .cutShort }
    }
  }
}
