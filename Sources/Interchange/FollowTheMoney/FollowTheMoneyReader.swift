import Evidence
import GraphCore

/// Reads entities of FollowTheMoney, one a line or in a list, as a plain network.
///
/// An entity is a node, called by its caption, with its schema as `kind`; a link is an edge, one for each
/// pair of its ends; a property that refers to an entity is an edge of the property's name. The changes
/// of a delta file (`{"op": ..., "entity": ...}`) are read as what they add. A file that we wrote comes
/// back as it was, by the marks in its notes.
struct FollowTheMoneyReader {
  private let text: NetworkText
  private let options: NetworkOptions

  /// Prepares the reading of a text.
  init(text: NetworkText, options: NetworkOptions) {
    self.text = text
    self.options = options
  }

  /// Reads the whole.
  func read() throws(NetworkError) -> PlainNetwork {
    do throws(Fault) {
      return try text.bytes.withUnsafeBufferPointer { bytes throws(Fault) in
        try read(bytes)
      }
    } catch {
      throw text.error(error)
    }
  }

  private func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) -> PlainNetwork {
    var collector = FollowTheMoneyCollector(bytes, options: options)
    var first = JSONCursor(bytes, options: options)
    if first.peek() == UInt8(ascii: "[") {
      try first.beginArray()
      while try first.nextElement() {
        let offset = first.at
        var copy = first
        try first.skipValue()
        try collector.take(&copy, offset: offset)
      }
      try first.finish()
    } else {
      var lines = JSONLines(bytes, options: options)
      while var line = lines.next() {
        let offset = line.at
        do throws(Fault) {
          try collector.take(&line, offset: offset)
          try line.finish()
        } catch {
          // A file that breaks off is no bad record.
          if line.depth > 0, line.at >= bytes.count { throw error }
          try collector.builder.skip(error)
        }
      }
    }
    guard collector.count > 0 || !collector.marks.isEmpty else {
      if collector.builder.skipped.count > 0 { return try collector.network() }
      throw Fault(
        offset: 0, message: "there is no entity in the file",
        mend: "write one a line: {\"id\": ..., \"schema\": ..., \"properties\": {...}}")
    }
    if collector.marks.contains(where: \.isNetwork) {
      return try FollowTheMoneyMarkReader(options: options)
        .network(collector.marks, unmarked: collector.count - collector.markedCount)
    }
    return try collector.network()
  }
}
