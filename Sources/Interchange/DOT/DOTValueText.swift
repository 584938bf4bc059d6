import DOT

/// What a value of a DOT text says to a reader, and what of its writing would be lost by that.
struct DOTValueText {
  /// The text.
  var text: String
  /// The name of the attribute that keeps the value as it was written, and that value; `nil` where the
  /// text says all.
  var kept: (name: String, raw: String)?

  /// The ending of the name of an attribute that keeps an HTML label.
  static let html = "_html"
  /// The ending of the name of one that keeps escapes, such as `\l`.
  static let escapes = "_dot"

  /// Reads a value.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - name: The name of the attribute.
  ///   - names: What `\N` and the like stand for.
  init(_ value: DOTRawValue, of name: String, names: [Unicode.Scalar: String] = [:]) {
    if value.isHTML, let label = HTMLLabel(markup: value.raw) {
      text = DOTValue.html(label).plainText
      kept = (name + Self.html, value.raw)
      return
    }
    if !value.raw.unicodeScalars.contains(where: { $0 == "\\" || $0 == "&" }) {
      text = value.raw
      return
    }
    let decoded = DOTValue(raw: value.raw, attribute: name)
    if case .text(let plain) = decoded {
      text = plain
    } else {
      text = Self.plain(value.raw, names)
      kept = (name + Self.escapes, value.raw)
    }
  }

  private static func plain(_ raw: String, _ names: [Unicode.Scalar: String]) -> String {
    guard !names.isEmpty else { return DOTValue.escString(raw).plainText }
    var out = String.UnicodeScalarView()
    var scalars = raw.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      out.append(scalar)
      guard scalar == "\\", let next = scalars.next() else { continue }
      if let name = names[next] {
        out.removeLast()
        out.append(contentsOf: DOTEscaping.rawText(name, in: .value).unicodeScalars)
      } else {
        out.append(next)
      }
    }
    return DOTValue.escString(String(out)).plainText
  }
}

/// The types of texts, which DOT does not tell: a text that a number would be written as is a number.
enum DOTTyping {
  /// The attribute of the whole that names the types which texts alone would not tell.
  static let attribute = "throughline:types"

  /// The type of texts: that of all numbers, or text.
  static func type(of texts: some Sequence<String>) -> AttributeType {
    var type = AttributeType.integer
    var isEmpty = true
    for text in texts {
      isEmpty = false
      if isInteger(text) { continue }
      guard isReal(text) else { return .text }
      type = .real
    }
    return isEmpty ? .text : type
  }

  private static func isInteger(_ text: String) -> Bool {
    guard let first = text.utf8.first, first < 0x3A, first >= 0x2D else { return false }
    return Int(text).map { String($0) == text } ?? false
  }

  private static func isReal(_ text: String) -> Bool {
    guard let first = text.utf8.first, first < 0x3A, first >= 0x2D else { return false }
    guard let number = Double(text), number.isFinite else { return false }
    return String(number) == text || NetworkNumber.text(number) == text
  }

  /// A text as a value of a type; as a text if it is none.
  static func value(_ text: String, as type: AttributeType) -> AttributeValue {
    switch type {
    case .text: return .text(text)
    case .integer: return Int(text).map(AttributeValue.integer) ?? .text(text)
    case .real:
      return Double(text).flatMap { $0.isFinite ? .real($0) : nil } ?? .text(text)
    case .flag:
      return text == "true" ? .flag(true) : text == "false" ? .flag(false) : .text(text)
    case .json: return JSONCell.value(of: text)
    }
  }

  /// A value as the text of an attribute.
  static func text(_ value: AttributeValue, in type: AttributeType) -> String {
    type == .json ? JSONCell.text(of: value) : value.text
  }

  /// The types that a file names: for `graph`, `node` and `edge` by name of the attribute.
  static func declared(_ text: String) -> [String: [String: AttributeType]] {
    guard let tree = try? DocumentTree.parse(text), case .mapping(let parts, _) = tree else {
      return [:]
    }
    var all: [String: [String: AttributeType]] = [:]
    for part in parts {
      guard case .mapping(let entries, _) = part.value else { continue }
      for entry in entries {
        guard case .scalar(let type, _) = entry.value else { continue }
        all[part.key, default: [:]][entry.key] = AttributeType(rawValue: type)
      }
    }
    return all
  }
}
