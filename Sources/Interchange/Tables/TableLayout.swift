/// How a table is built, as its beginning shows.
struct TableLayout {
  /// The byte between two cells; `nil` if the first line has one cell only.
  private(set) var separator: UInt8?
  /// Where the first record begins.
  private(set) var start: Int
  /// Whether lines that begin with `#` or `%` stand before it.
  private(set) var hasComments = false

  /// The separators that are told from the first line, the likeliest first.
  static let separators = [
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]

  /// Looks at the beginning of a text: the separator is the one that stands most often outside
  /// quotation marks in the first record, unless a line `sep=;` names it, as Excel writes it.
  ///
  /// - Parameter bytes: The text.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func isEnd(_ at: Int) -> Bool {
      at >= bytes.count || bytes[at] == UInt8(ascii: "\n") || bytes[at] == UInt8(ascii: "\r")
    }
    separator = Self.named(bytes, at: at)
    if separator != nil { at += 5 }
    while at < bytes.count {
      var first = at
      while first < bytes.count, " \t\r\n".utf8.contains(bytes[first]) { first += 1 }
      // A tab may be the first separator of a record, so its line begins after a line end.
      guard first < bytes.count,
        bytes[first] == UInt8(ascii: "#") || bytes[first] == UInt8(ascii: "%")
      else { break }
      hasComments = true
      while !isEnd(first) { first += 1 }
      at = first
    }
    while at < bytes.count, bytes[at] == UInt8(ascii: "\n") || bytes[at] == UInt8(ascii: "\r") {
      at += 1
    }
    start = at
    guard separator == nil else { return }
    var counts = [Int](repeating: 0, count: Self.separators.count)
    var isQuoted = false
    // A first record of more than a megabyte does not change its mind.
    for byte in bytes[start...].prefix(1 << 20) {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted {
        if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
        if let index = Self.separators.firstIndex(of: byte) { counts[index] += 1 }
      }
    }
    var most = 0
    for (index, count) in counts.enumerated() where count > most {
      most = count
      separator = Self.separators[index]
    }
  }

  /// The separator that a line of five bytes such as `sep=;` names, if it stands at a place.
  static func named(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) -> UInt8? {
    guard bytes.count >= at + 5, bytes[at..<(at + 4)].elementsEqual("sep=".utf8),
      separators.contains(bytes[at + 4])
    else { return nil }
    let isLine =
      bytes.count == at + 5 || bytes[at + 5] == UInt8(ascii: "\n")
      || bytes[at + 5] == UInt8(ascii: "\r")
    return isLine ? bytes[at + 4] : nil
  }

  /// A reader that begins at the first record.
  func reader(_ bytes: UnsafeBufferPointer<UInt8>, _ options: NetworkOptions) -> TableReader {
    TableReader(
      bytes, from: start, separator: separator ?? UInt8(ascii: ","),
      mostTextBytes: options.mostTextBytes)
  }
}
