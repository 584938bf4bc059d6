import GraphCore

/// The lines of a text, cut into chunks of whole lines that are read side by side.
///
/// Where the chunks begin follows from the text alone, so one thread and many read the same.
struct LineChunks: Sendable {
  /// About how many bytes a chunk has.
  static let usualSize = 1 << 20

  /// The text.
  let text: NetworkText
  /// The chunks, each from the start of a line to the end of one.
  let ranges: [Range<Int>]

  /// Cuts a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - start: Where the first line begins.
  ///   - size: About how many bytes a chunk is to have.
  init(_ text: NetworkText, from start: Int, size: Int = usualSize) {
    self.text = text
    var ranges: [Range<Int>] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      var begin = start
      while begin < bytes.count {
        var end = min(begin + size, bytes.count)
        while end < bytes.count, bytes[end - 1] != UInt8(ascii: "\n") { end += 1 }
        ranges.append(begin..<end)
        begin = end
      }
    }
    self.ranges = ranges
  }

  /// What `body` makes of each chunk, in the order of the chunks.
  ///
  /// - Parameter body: Reads a chunk; called on any thread.
  /// - Returns: One result for each chunk.
  func map<Result: Sendable>(
    _ body:
      @Sendable (_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>)
      -> Result
  ) -> [Result] {
    Array(filling: ranges.count) { results, count in
      let slots = Slots(base: results)
      inParallel(ranges.count) { index in
        text.bytes.withUnsafeBufferPointer { bytes in
          slots.base.initializeElement(at: index, to: body(index, bytes, ranges[index]))
          if text.isMapped { MappedFile.release(ranges[index], of: bytes) }
        }
      }
      count = ranges.count
    }
  }

  /// Each thread writes the slot of its own chunk.
  private struct Slots<Result>: @unchecked Sendable {
    let base: UnsafeMutableBufferPointer<Result>
  }

  /// For each chunk how many lines it has, the last of which may have no end, and how many lines of
  /// earlier chunks come before.
  func lineCounts() -> (counts: [Int], starts: [Int]) {
    let counts = map { _, bytes, range in
      let last = bytes[range.upperBound - 1]
      let hasRest = last != UInt8(ascii: "\n") && last != UInt8(ascii: "\r")
      return Self.lineEnds(in: bytes, range) + (hasRest ? 1 : 0)
    }
    var starts: [Int] = []
    var total = 0
    for count in counts {
      starts.append(total)
      total += count
    }
    return (counts, starts + [total])
  }
}

extension LineChunks {
  /// How many lines end in a range: by a line feed, or by a carriage return without one after it.
  private static func lineEnds(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    var at = range.lowerBound
    guard let base = bytes.baseAddress else { return 0 }
    let text = UnsafeRawPointer(base)
    let lineFeed = SIMD16(repeating: UInt8(ascii: "\n"))
    let carriageReturn = SIMD16(repeating: UInt8(ascii: "\r"))
    let (one, none) = (SIMD16<UInt8>(repeating: 1), SIMD16<UInt8>(repeating: 0))
    // Sixteen bytes and those one further on; each lane counts to 255 before it is emptied.
    while at + 17 <= range.upperBound {
      var lanes = none
      var rounds = min((range.upperBound - at - 1) / 16, 255)
      while rounds > 0 {
        let here = text.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self)
        let next = text.loadUnaligned(fromByteOffset: at &+ 1, as: SIMD16<UInt8>.self)
        let isEnd = (here .== lineFeed) .| ((here .== carriageReturn) .& (next .!= lineFeed))
        lanes &+= none.replacing(with: one, where: isEnd)
        at &+= 16
        rounds &-= 1
      }
      for lane in lanes.indices { count += Int(lanes[lane]) }
    }
    while at < range.upperBound {
      let isLast = at + 1 == range.upperBound
      if bytes[at] == UInt8(ascii: "\n")
        || (bytes[at] == UInt8(ascii: "\r") && (isLast || bytes[at + 1] != UInt8(ascii: "\n")))
      {
        count += 1
      }
      at += 1
    }
    return count
  }
}

/// The text of a network, and where it came from.
struct NetworkText: Sendable {
  /// The text, unpacked.
  let bytes: Column<UInt8>
  /// The path to name in messages.
  let path: String
  /// Whether the bytes are those of a mapped file, whose pages can be had again.
  var isMapped = false
  /// Whether the bytes were brought into UTF-8, so that an encoding that the text names does not hold.
  var isTranscoded = false
  /// The ending that tells the format, where it is not that of the path.
  var ending: String?
  /// The sheet of a workbook of which the text was made.
  var sheet: WorkbookSheet?

  /// The fault as the user is told of it: with its line and column, or its cell in a workbook.
  func error(_ fault: Fault) -> NetworkError {
    if let sheet { return sheet.error(fault, in: self) }
    var line = 1
    var lineStart = 0
    bytes.withUnsafeBufferPointer { bytes in
      for position in 0..<min(fault.offset, bytes.count) {
        let isReturnAlone =
          bytes[position] == UInt8(ascii: "\r")
          && (position + 1 == bytes.count || bytes[position + 1] != UInt8(ascii: "\n"))
        if bytes[position] == UInt8(ascii: "\n") || isReturnAlone {
          line += 1
          lineStart = position + 1
        }
      }
    }
    return NetworkError(
      file: path, line: line, column: fault.offset - lineStart + 1, message: fault.message,
      mend: fault.mend)
  }
}
