extension DOTSource {
  /// Reads an HTML label, which ends where its angle brackets do.
  mutating func htmlString() throws(GraphvizError) {
    let start = line
    let needsMark = marksHTML && lastToken == UInt8(ascii: "=")
    hasContent = true
    lastToken = UInt8(ascii: "<")
    copy()
    if needsMark { output.append(contentsOf: DOTNameMark.html.utf8) }
    var brackets = 1
    var elements = 0
    while brackets > 0 {
      guard index < bytes.count else {
        throw unclosed("HTML label", start, mend: "Close every `<` with a `>`.")
      }
      switch bytes[index] {
      case UInt8(ascii: "<"):
        if skipImage() { continue }
        elements += elementStep()
        guard elements <= limits.nesting else { throw tooDeep("Elements of an HTML label", line) }
        brackets += 1
      case UInt8(ascii: ">"): brackets -= 1
      case UInt8(ascii: "\n"): line += 1
      case 0: throw nul()
      case let quote where brackets > 1 && isAddress(before: quote):
        address(quote: quote)
        continue
      default: break
      }
      copy()
    }
    if line > start { synchronizeLine() }
  }

  /// How the tag that begins here changes the depth of elements.
  private func elementStep() -> Int {
    guard let next else { return 0 }
    if next == UInt8(ascii: "/") { return -1 }
    guard next != UInt8(ascii: "!"), let end = bytes[index...].firstIndex(of: UInt8(ascii: ">"))
    else { return 0 }
    return bytes[end - 1] == UInt8(ascii: "/") ? 0 : 1
  }

  /// Leaves out an image's tag that begins here.
  private mutating func skipImage() -> Bool {
    var name = index + 1
    if name < bytes.count, bytes[name] == UInt8(ascii: "/") { name += 1 }
    let tag = bytes[name...].prefix(3).map { $0 | 0x20 }
    guard tag == Array("img".utf8), name + 3 < bytes.count, !Self.isNameByte(bytes[name + 3]),
      let end = bytes[name...].firstIndex(of: UInt8(ascii: ">"))
    else { return false }
    if name == index + 1 {
      messages.append(
        GraphvizMessage(
          .warning, "An image in an HTML label was left out, because it would read a file.",
          line: line))
    }
    line += bytes[index...end].count { $0 == UInt8(ascii: "\n") }
    index = end + 1
    return true
  }

  /// Whether the quote at this place begins the value of `HREF`.
  private func isAddress(before quote: UInt8) -> Bool {
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
    let spaces = Array(" \t\r\n".utf8)
    var before = bytes[..<index]
    while let last = before.last, spaces.contains(last) { before.removeLast() }
    guard before.popLast() == UInt8(ascii: "=") else { return false }
    while let last = before.last, spaces.contains(last) { before.removeLast() }
    let name = before.suffix(4).map { $0 | 0x20 }
    return name == Array("href".utf8) && spaces.contains(before.dropLast(4).last ?? 0)
  }

  /// Escapes an address once more, because Graphviz 2.43 copies it into SVG as it comes out of the XML
  /// parser, where a quote would end the attribute and begin another.
  private mutating func address(quote: UInt8) {
    copy()
    while index < bytes.count, bytes[index] != quote, bytes[index] != UInt8(ascii: ">") {
      let rest = bytes[index...]
      if rest.starts(with: "&quot;".utf8) || rest.starts(with: "&lt;".utf8)
        || rest.starts(with: "&gt;".utf8) || rest.starts(with: "&#".utf8)
      {
        output.append(contentsOf: "&amp;".utf8)
        index += 1
      } else if bytes[index] == UInt8(ascii: "\"") {
        output.append(contentsOf: "&amp;quot;".utf8)
        index += 1
      } else if bytes[index] == UInt8(ascii: "<") || bytes[index] == 0 {
        return
      } else {
        if bytes[index] == UInt8(ascii: "\n") { line += 1 }
        copy()
      }
    }
    if index < bytes.count, bytes[index] == quote { copy() }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":")].contains(byte)
      || byte >= 0x80
  }
}
