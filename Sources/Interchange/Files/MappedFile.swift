import GraphCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file whose bytes are read where the system keeps them.
final class MappedFile {
  private let base: UnsafeMutableRawPointer
  private let count: Int

  private init(_ base: UnsafeMutableRawPointer, count: Int) {
    self.base = base
    self.count = count
  }

  deinit { munmap(base, count) }

  /// The bytes of a file.
  ///
  /// A regular file is mapped: changed meanwhile by another program, it may read half old, half
  /// new, and cut short, it stops this one. Anything else, such as a pipe, is read to its end.
  ///
  /// - Parameter path: The path.
  /// - Returns: The bytes, or `nil` if there is no such file or it cannot be read.
  static func bytes(of path: String) -> Column<UInt8>? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return nil }
    let count = Int(status.st_size)
    guard status.st_mode & S_IFMT == S_IFREG, count > 0 else { return stream(descriptor) }
    guard let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED
    else { return nil }
    let file = MappedFile(base, count: count)
    return Column(at: base.assumingMemoryBound(to: UInt8.self), count: count, owner: file)
  }

  private static func stream(_ descriptor: Int32) -> Column<UInt8>? {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = read(descriptor, &block, block.count)
      if got == 0 { return Column(bytes) }
      guard got > 0 else { return nil }
      bytes += block[..<got]
    }
  }

  /// Tells the system that a part of some bytes is not needed at the moment, so that it does not count as
  /// memory of this program. Only for the bytes of a mapped file: of others it would be the end.
  static func release(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    let page = Int(getpagesize())
    let start = (Int(bitPattern: base) + range.lowerBound + page - 1) / page * page
    let end = (Int(bitPattern: base) + range.upperBound) / page * page
    guard start < end, let address = UnsafeMutableRawPointer(bitPattern: start) else { return }
    madvise(address, end - start, MADV_DONTNEED)
  }
}

// The mapping is read-only and is given back when nobody holds it.
extension MappedFile: @unchecked Sendable {}
