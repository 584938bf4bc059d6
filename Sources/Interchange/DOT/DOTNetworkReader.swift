import DOT
import Evidence
import GraphCore

/// Reads a DOT text as a network.
struct DOTNetworkReader {
  private let text: NetworkText
  private let options: NetworkOptions
  private let limits: DOTLimits

  /// Prepares to read a text.
  init(_ text: NetworkText, options: NetworkOptions, limits: DOTLimits = DOTLimits()) {
    self.text = text
    self.limits = limits
    self.options = options
  }

  /// The network of the text, or of the graph in it that was asked for.
  ///
  /// - Throws: ``NetworkError`` with the place of what is wrong.
  func read() throws(NetworkError) -> PlainNetwork {
    do throws(Fault) {
      let decoded = DOTEncoding.utf8(text.bytes)
      return try decoded.bytes.withUnsafeBufferPointer { bytes throws(Fault) in
        try network(bytes, decoded)
      }
    } catch {
      throw text.error(error)
    }
  }

  private func network(
    _ bytes: UnsafeBufferPointer<UInt8>, _ decoded: DOTEncoding.Decoded
  ) throws(Fault) -> PlainNetwork {
    var parser = try DOTParser(
      bytes, options: options, limits: limits, isDoubtful: decoded.isDoubtful)
    var chosen: DOTContent?
    var names: [String?] = []
    while let content = try parser.graph() {
      let name = content.parts[0].name
      names.append(name)
      let isChosen = options.graph.map { $0 == name || $0 == String(names.count) }
      if chosen == nil, isChosen ?? true { chosen = content }
    }
    guard let content = chosen else {
      throw Fault(
        offset: 0,
        message: names.isEmpty
          ? "the text holds no graph"
          : "there is no graph '\(Fault.cut(options.graph ?? ""))' among the \(names.count) of the file",
        mend: names.isEmpty
          ? "begin it with 'digraph {' or 'graph {'"
          : "name one of them by --graph-name: "
            + names.enumerated().prefix(10).map { $1.map(Fault.cut) ?? String($0 + 1) }
            .joined(separator: ", "))
    }
    var assembly = DOTAssembly(content, options: options)
    if names.count > 1, options.graph == nil {
      assembly.remark(
        "the file holds \(names.count) graphs, of which the first is read; --graph-name picks another"
      )
    }
    if decoded.isTranscoded {
      assembly.remark("the text was converted from Latin-1, as its charset says")
    }
    return try assembly.network()
  }
}

/// The characters of a DOT file: UTF-8, or Latin-1 where the file says so.
enum DOTEncoding {
  private static let latin1: Set<String> = [
    "latin-1", "latin1", "l1", "iso-8859-1", "iso_8859-1", "iso8859-1", "iso-ir-100",
  ]

  /// Whether a value of `charset` names Latin-1.
  static func isLatin1(_ name: String) -> Bool { latin1.contains(name.lowercased()) }

  /// The bytes of a text.
  struct Decoded {
    var bytes: Column<UInt8>
    /// Whether they were Latin-1 in the file.
    var isTranscoded = false
    /// Whether they are no UTF-8 somewhere.
    var isDoubtful = false
  }

  /// The bytes as UTF-8, as far as they can be had so.
  static func utf8(_ bytes: Column<UInt8>) -> Decoded {
    guard bytes.withUnsafeBufferPointer(firstWrongByte) != nil else { return Decoded(bytes: bytes) }
    guard declaresLatin1(Array(bytes)) else { return Decoded(bytes: bytes, isDoubtful: true) }
    var converted: [UInt8] = []
    converted.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        converted.append(byte)
      } else {
        converted.append(0xC0 | byte >> 6)
        converted.append(0x80 | byte & 0x3F)
      }
    }
    return Decoded(bytes: Column(converted), isTranscoded: true)
  }

  /// The first byte that is no UTF-8.
  static func firstWrongByte(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        at += 1
        continue
      }
      // The Unicode Standard, table 3-7: what may follow a first byte.
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch byte {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      case 0xF1...0xF3: length = 4
      default: return at
      }
      guard at + length <= bytes.count, second.contains(bytes[at + 1]) else { return at }
      for next in (at + 1)..<(at + length) where bytes[next] & 0xC0 != 0x80 { return at }
      at += length
    }
    return nil
  }

  /// Whether `charset=` and a name of Latin-1 stand somewhere in the text.
  private static func declaresLatin1(_ bytes: [UInt8]) -> Bool {
    let word = Array("charset".utf8)
    var start = 0
    while let found = bytes[start...].firstIndex(of: word[0]) {
      start = found + 1
      guard bytes[found...].starts(with: word) else { continue }
      var rest = bytes[(found + word.count)...].prefix(64)
      func skip(_ signs: String) {
        let signs = Array(signs.utf8)
        while let first = rest.first, signs.contains(first) { rest.removeFirst() }
      }
      skip(" \t\r\n")
      guard rest.first == UInt8(ascii: "=") else { continue }
      skip("= \t\r\n\"")
      let name = rest.prefix { DOTScanner.isLetter($0) || DOTScanner.isDigit($0) || $0 == 0x2D }
      if isLatin1(String(decoding: name, as: UTF8.self)) { return true }
    }
    return false
  }
}
