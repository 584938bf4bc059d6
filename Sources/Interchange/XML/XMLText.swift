import GraphCore

/// Writes text as XML.
///
/// XML 1.0 cannot hold some characters at all, such as U+0001, not even as references. They are written as
/// U+FFFD and declared as a loss by ``losses(_:)``; names are refused by ``checkNames(of:)``, since two of
/// them could become one.
enum XMLText {
  /// Appends text as the content of an element.
  static func content(_ text: some Collection<UInt8>, to out: inout [UInt8]) {
    append(text, to: &out, isAttribute: false)
  }

  /// Appends text as the content of an element.
  static func content(_ text: String, to out: inout [UInt8]) { content(text.utf8, to: &out) }

  /// Appends text as the value of an attribute, without the quotes around it. Line breaks and tabs are
  /// written as references, else readers would make blanks of them.
  static func attribute(_ text: some Collection<UInt8>, to out: inout [UInt8]) {
    append(text, to: &out, isAttribute: true)
  }

  /// Appends text as the value of an attribute, without the quotes around it.
  static func attribute(_ text: String, to out: inout [UInt8]) { attribute(text.utf8, to: &out) }

  /// The text as the value of an attribute, without the quotes around it.
  static func attribute(_ text: String) -> String {
    var out: [UInt8] = []
    attribute(text, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// The text as the content of an element.
  static func content(_ text: String) -> String {
    var out: [UInt8] = []
    content(text, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private static func append(
    _ text: some Collection<UInt8>, to out: inout [UInt8], isAttribute: Bool
  ) {
    // Marks that two bytes of U+FFFE or U+FFFF have passed: EF BF.
    var isOdd = false
    var previous: UInt8 = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): out.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): out.append(contentsOf: "&lt;".utf8)
      // Only `]]>` must not stand in content, and older readers want all of them so.
      case UInt8(ascii: ">"): out.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\"") where isAttribute: out.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "\n") where isAttribute: out.append(contentsOf: "&#10;".utf8)
      case UInt8(ascii: "\t") where isAttribute: out.append(contentsOf: "&#9;".utf8)
      case UInt8(ascii: "\r"): out.append(contentsOf: "&#13;".utf8)
      case UInt8(ascii: "\n"), UInt8(ascii: "\t"): out.append(byte)
      case 0..<0x20: out.append(contentsOf: [0xEF, 0xBF, 0xBD])
      case 0xBE, 0xBF: out.append(isOdd ? 0xBD : byte)
      default: out.append(byte)
      }
      isOdd = previous == 0xEF && byte == 0xBF
      previous = byte
    }
  }

  /// Whether XML can hold a text.
  static func canHold(_ text: some Collection<UInt8>) -> Bool {
    var isOdd = false
    var previous: UInt8 = 0
    for byte in text {
      if byte < 0x20, byte != 9, byte != 10, byte != 13 { return false }
      if isOdd, byte == 0xBE || byte == 0xBF { return false }
      isOdd = previous == 0xEF && byte == 0xBF
      previous = byte
    }
    return true
  }

  /// Refuses names of nodes that XML cannot hold.
  ///
  /// - Throws: ``GraphWriter/Refusal`` that shows the first of them.
  static func checkNames(of network: PlainNetwork) throws {
    for index in 0..<network.names.count {
      let isFine = network.names.withBytes(of: index) { canHold($0) }
      guard !isFine else { continue }
      throw GraphWriter.Refusal(
        description: "the name '\(Fault.cut(network.names[index]))' holds a control character, "
          + "which XML cannot; rename the node")
    }
  }

  /// What XML cannot hold of the texts of a network, one sentence or none.
  static func losses(_ network: PlainNetwork) -> [String] {
    var count = 0
    func look(_ text: String) {
      var text = text
      if !text.withUTF8({ canHold($0) }) { count += 1 }
    }
    for attribute in network.attributes {
      look(attribute.name)
      look(attribute.value.text)
    }
    if let labels = network.labels, !canHold(labels.bytes) {
      for index in 0..<labels.count { look(labels[index]) }
    }
    for column in network.nodeAttributes.columns + network.edgeAttributes.columns {
      look(column.name)
      // The texts of the pool, not of the rows: a long column has few.
      if case .texts(_, let pool) = column.storage, !canHold(pool.bytes) {
        for index in 0..<pool.count { look(pool[index]) }
      }
    }
    guard count > 0 else { return [] }
    return [
      "control characters in \(count) \(count == 1 ? "text" : "texts") are written as U+FFFD: XML "
        + "cannot hold them"
    ]
  }
}

extension NodeLabels {
  /// The UTF-8 bytes of a name.
  func withBytes<Result>(
    of node: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    if case .texts(let table) = self {
      return try table.bytes.withUnsafeBufferPointer { bytes in
        try body(
          UnsafeBufferPointer(rebasing: bytes[table.offsets[node]..<table.offsets[node + 1]]))
      }
    }
    var name = self[node]
    return try name.withUTF8(body)
  }
}
