/// Reads a text of records with separated cells, as RFC 4180 has them, one record after the other.
///
/// A cell in quotation marks may hold separators, line breaks and doubled quotation marks. Blanks
/// around a cell do not count unless they stand within its quotation marks. Lines end with a line
/// feed, a carriage return, or both. A record without any text is passed over. Each byte is looked
/// at a fixed number of times, whatever the text holds.
struct TableReader {
  /// A cell: where its text is, between the quotation marks if it has some.
  struct Cell {
    /// The first byte of the text.
    var start: Int
    /// One past the last byte.
    var end: Int
    /// Whether it stands in quotation marks.
    var isQuoted = false
    /// Whether doubled quotation marks in it stand for one.
    var hasDoubled = false

    /// Whether there is no text.
    var isEmpty: Bool { start == end }
    /// Where the cell begins for the user: at its quotation mark.
    var place: Int { isQuoted ? start - 1 : start }
  }

  /// The whole text.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The byte between two cells.
  let separator: UInt8
  /// A cell may have this many bytes.
  let mostTextBytes: Int
  /// The next byte.
  private(set) var at: Int
  /// Whether the text breaks off, so that nothing after the fault can be trusted.
  private(set) var isBroken = false

  /// Starts at a place of a text.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, separator: UInt8,
    mostTextBytes: Int = NetworkOptions().mostTextBytes
  ) {
    self.bytes = bytes
    self.separator = separator
    self.mostTextBytes = mostTextBytes
    at = start
  }

  /// Reads the next record.
  ///
  /// - Parameter cells: Takes the cells of the record in place of what it held.
  /// - Returns: False at the end of the text.
  /// - Throws: ``Fault`` for a bad record, after which the next one can be read, or, with ``isBroken``
  ///   set, for a text that breaks off or a cell that is too long.
  mutating func record(into cells: inout [Cell]) throws(Fault) -> Bool {
    while true {
      cells.removeAll(keepingCapacity: true)
      while at < bytes.count, Self.endsLine(bytes[at]) { at &+= 1 }
      guard at < bytes.count else { return false }
      while try cell(into: &cells) {}
      if cells.contains(where: { !$0.isEmpty || $0.isQuoted }) { return true }
    }
  }

  /// The next record that is not bad; bad ones are left out if the user asked for that.
  mutating func record(
    into cells: inout [Cell], _ builder: inout NetworkBuilder
  ) throws(Fault) -> Bool {
    while true {
      do throws(Fault) {
        return try record(into: &cells)
      } catch {
        if isBroken { throw error }
        try builder.skip(error)
      }
    }
  }

  /// Reads a cell and the separator or line end after it; false at the end of the record.
  private mutating func cell(into cells: inout [Cell]) throws(Fault) -> Bool {
    let count = bytes.count
    var start = at
    while start < count, isBlank(bytes[start]) { start &+= 1 }
    if start < count, bytes[start] == Self.mark {
      cells.append(try quoted(start))
    } else {
      var end = start
      while end < count, bytes[end] != separator, !Self.endsLine(bytes[end]) { end &+= 1 }
      at = end
      while end > start, isBlank(bytes[end &- 1]) { end &-= 1 }
      try check(length: end &- start, at: start)
      cells.append(Cell(start: start, end: end))
    }
    guard at < count else { return false }
    if bytes[at] == separator {
      at &+= 1
      return true
    }
    skipLineEnd()
    return false
  }

  private mutating func quoted(_ opening: Int) throws(Fault) -> Cell {
    var cell = Cell(start: opening + 1, end: opening + 1, isQuoted: true)
    var end = opening &+ 1
    while true {
      while end < bytes.count, bytes[end] != Self.mark { end &+= 1 }
      guard end < bytes.count else {
        at = end
        isBroken = true
        throw Fault(
          offset: opening, message: "a quotation mark is opened and never closed",
          mend: "close it, or double it if it belongs to the text")
      }
      guard end &+ 1 < bytes.count, bytes[end &+ 1] == Self.mark else { break }
      cell.hasDoubled = true
      end &+= 2
    }
    cell.end = end
    at = end &+ 1
    try check(length: end - cell.start, at: opening)
    while at < bytes.count, isBlank(bytes[at]) { at &+= 1 }
    guard at == bytes.count || bytes[at] == separator || Self.endsLine(bytes[at]) else {
      let place = at
      while at < bytes.count, !Self.endsLine(bytes[at]) { at &+= 1 }
      throw Fault(
        offset: place, message: "there is text after a closing quotation mark",
        mend: "double the quotation marks inside a cell")
    }
    return cell
  }

  private mutating func check(length: Int, at place: Int) throws(Fault) {
    guard length > mostTextBytes else { return }
    isBroken = true
    throw Fault(
      offset: place, message: "a cell has \(length) bytes; \(mostTextBytes) are the most",
      mend:
        "is a quotation mark missing? else shorten the text, or raise the limit with --most-text-bytes"
    )
  }

  private mutating func skipLineEnd() {
    let isReturn = bytes[at] == UInt8(ascii: "\r")
    at &+= 1
    if isReturn, at < bytes.count, bytes[at] == UInt8(ascii: "\n") { at &+= 1 }
  }

  private static let mark = UInt8(ascii: "\"")

  @inline(__always)
  private static func endsLine(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  @inline(__always)
  private func isBlank(_ byte: UInt8) -> Bool {
    (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")) && byte != separator
  }
}

extension TableReader {
  /// Hands out the text of a cell: quotation marks halved, and the guard against formulas taken off.
  ///
  /// - Parameters:
  ///   - cell: The cell.
  ///   - body: Takes the text, and whether it had a guard.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  @inline(__always)
  func withText<Result, Failure: Error>(
    of cell: Cell,
    _ body: (UnsafeBufferPointer<UInt8>, _ wasGuarded: Bool) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let text = UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end])
    if !cell.hasDoubled {
      guard text.first == CellGuard.mark, CellGuard.isGuarded(text) else {
        return try body(text, false)
      }
      return try body(UnsafeBufferPointer(rebasing: text.dropFirst()), true)
    }
    var halved: [UInt8] = []
    halved.reserveCapacity(text.count)
    var at = 0
    while at < text.count {
      halved.append(text[at])
      at += text[at] == Self.mark ? 2 : 1
    }
    let isGuarded = CellGuard.isGuarded(halved)
    if isGuarded { halved.removeFirst() }
    var result: Swift.Result<Result, Failure>?
    halved.withUnsafeBufferPointer { buffer in
      do throws(Failure) {
        result = .success(try body(buffer, isGuarded))
      } catch {
        result = .failure(error)
      }
    }
    guard let result else { preconditionFailure("the closure ran") }
    return try result.get()
  }

  /// The text of a cell.
  func text(_ cell: Cell) -> String {
    withText(of: cell) { text, _ in String(decoding: text, as: UTF8.self) }
  }
}
