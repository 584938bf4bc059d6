/// A file of one JSON value a line. Empty lines are passed over.
struct JSONLines {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let options: NetworkOptions
  private var at: Int

  /// Starts at the beginning; a byte order mark is passed over.
  ///
  /// - Parameters:
  ///   - bytes: The whole text.
  ///   - options: The limits.
  init(_ bytes: UnsafeBufferPointer<UInt8>, options: NetworkOptions) {
    self.bytes = bytes
    self.options = options
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// A cursor over the next line that is not empty, and over nothing else; `nil` at the end.
  ///
  /// Whatever is wrong with one line, the next call gives the line after it.
  mutating func next() -> JSONCursor? {
    while at < bytes.count {
      var start = at
      while at < bytes.count, bytes[at] != 10, bytes[at] != 13 { at &+= 1 }
      let end = at
      if at < bytes.count { at &+= 1 }
      while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start &+= 1 }
      if start < end { return JSONCursor(bytes, from: start, to: end, options: options) }
    }
    return nil
  }

  /// The value of the next line that is not empty; `nil` at the end.
  mutating func nextValue() throws(Fault) -> JSONNode? {
    guard var cursor = next() else { return nil }
    let value = try cursor.value()
    try cursor.finish()
    return value
  }
}
