internal import Mustache

/// The sentences of a report in one language: keys with mustache texts.
///
/// What comes from data never passes through the mustache parser. Each placeholder becomes a mark in the text, and the
/// marks are exchanged for running text after it was made: a name keeps its own direction, a reference stays one, and
/// no name can hold a tag.
public struct Words: Sendable, Equatable {
  /// Which way lines run.
  public enum Direction: String, Sendable, CaseIterable {
    /// From left to right.
    case leftToRight = "ltr"
    /// From right to left.
    case rightToLeft = "rtl"
  }

  /// A text, and the rule by which it chooses among forms.
  struct Entry: Sendable {
    let text: String
    let rule: PluralRule
    let template: MustacheTemplate
  }

  /// The language, a BCP 47 tag.
  public let language: String
  /// Which way lines run.
  public let direction: Direction
  /// How forms are chosen by number.
  public let plural: PluralRule
  let entries: [String: Entry]
  /// How many keys stand in the words of another language, since the file does not give them.
  public let missing: Int

  /// The bundled words, in English.
  public static let standard = ReportTemplate.standard.words

  /// Whether two hold the same words.
  ///
  /// - Parameters:
  ///   - left: Words.
  ///   - right: Others.
  /// - Returns: Whether language, direction, rule and all texts agree.
  public static func == (left: Words, right: Words) -> Bool {
    left.language == right.language && left.direction == right.direction
      && left.plural == right.plural
      && left.entries.mapValues(\.text) == right.entries.mapValues(\.text)
  }
}

extension Words {
  /// What is put in the place of a name in a text.
  enum Value {
    /// Running text; nothing of it counts as absent.
    case inline([Inline])
    /// A number, which also chooses forms: `{{#n.one}}link{{/n.one}}{{#n.other}}links{{/n.other}}`.
    case count(Int)
    /// Whether something is so, for sections.
    case flag(Bool)
    /// What stands for a number that is not known yet but takes this form.
    case form(PluralRule.Category, of: String)

    /// A name or other text from data.
    static func name(_ text: String) -> Value { .inline(text.isEmpty ? [] : [.name(text)]) }
    /// Text as it stands.
    static func text(_ text: String) -> Value { .inline(text.isEmpty ? [] : [.text(text)]) }
  }

  /// A text with its placeholders filled.
  ///
  /// - Parameters:
  ///   - key: The key; a key that the bundled words lack is a mistake of the program.
  ///   - values: What goes in the place of each name; a name without a value is absent.
  /// - Returns: The running text.
  func callAsFunction(
    _ key: String, _ values: KeyValuePairs<String, Value> = [:]
  ) -> [Inline] {
    guard let entry = entries[key] else { preconditionFailure("there are no words for \(key)") }
    return filled(entry, values)
  }

  /// The same for a key that need not be there: those of relations, kinds and measures.
  func optional(_ key: String, _ values: KeyValuePairs<String, Value> = [:]) -> [Inline]? {
    entries[key].map { filled($0, values) }
  }

  /// A text without structure, for titles and attributes.
  func plain(_ key: String, _ values: KeyValuePairs<String, Value> = [:]) -> String {
    self(key, values).plain
  }

  /// A text without structure, with placeholders that are found as it runs.
  func plain(_ key: String, _ values: [(String, Value)]) -> String {
    entries[key].map { filled($0, values.map { (key: $0.0, value: $0.1) }).plain } ?? ""
  }

  private func filled(
    _ entry: Entry, _ values: some Sequence<(key: String, value: Value)>
  ) -> [Inline] {
    var marks: [[Inline]] = []
    var object: [String: Any] = [
      "strong": MustacheLambda { "\(Mark.strong)\($0)\(Mark.close)" },
      "emphasis": MustacheLambda { "\(Mark.emphasis)\($0)\(Mark.close)" },
    ]
    for (name, value) in values {
      switch value {
      case .flag(let flag): object[name] = flag
      case .inline(let parts):
        object[name] = Mark(number: marks.count, isNull: parts.isEmpty)
        marks.append(parts)
      case .count(let count):
        object[name] = CountMark(
          number: marks.count, category: entry.rule.category(of: count), isNone: count == 0)
        marks.append([.text(number(count))])
      case .form(let category, let text):
        object[name] = CountMark(number: marks.count, category: category, isNone: false)
        marks.append([.text(text)])
      }
    }
    return Mark.exchanged(entry.template.render(object), for: marks)
  }

  /// A whole number with its groups of digits parted, where it has more than four.
  func number(_ count: Int) -> String {
    let digits = Array(String(count.magnitude))
    guard digits.count > 4, let mark = entries["number.group"]?.text else { return String(count) }
    var out = count < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { out += mark }
      out.append(digit)
    }
    return out
  }

  /// A number to four significant places, with the mark for decimals of the language.
  func number(_ value: Double?) -> String {
    let mark = entries["number.decimal"]?.text ?? "."
    return CentralityReport.text(value).map { $0 == "." ? mark : String($0) }.joined()
  }
}

/// What stands in a mustache text for running text until the text is made.
private struct Mark: MustacheCustomRenderable, MustacheParent {
  static let open: Unicode.Scalar = "\u{E000}"
  static let strong: Unicode.Scalar = "\u{E001}"
  static let emphasis: Unicode.Scalar = "\u{E002}"
  static let close: Unicode.Scalar = "\u{E003}"

  let number: Int
  let isNull: Bool

  var renderText: String { "\(Self.open)\(number)\(Self.close)" }

  func child(named: String) -> Any? { nil }

  /// Puts running text in the place of the marks.
  static func exchanged(_ text: String, for marks: [[Inline]]) -> [Inline] {
    var stack: [(mark: Unicode.Scalar, parts: [Inline])] = [(close, [])]
    var plain = String.UnicodeScalarView()
    func flush() {
      guard !plain.isEmpty else { return }
      stack[stack.count - 1].parts.append(.text(String(plain)))
      plain = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case open, strong, emphasis:
        flush()
        stack.append((scalar, []))
      case close where stack.count > 1 && stack[stack.count - 1].mark == open:
        stack.removeLast()
        if let number = Int(String(plain)), marks.indices.contains(number) {
          stack[stack.count - 1].parts += marks[number]
        }
        plain = String.UnicodeScalarView()
      case close where stack.count > 1:
        flush()
        let ended = stack.removeLast()
        stack[stack.count - 1].parts.append(
          ended.mark == strong ? .strong(ended.parts) : .emphasis(ended.parts))
      default: plain.append(scalar)
      }
    }
    flush()
    return stack.flatMap(\.parts)
  }
}

/// The mark of a number, which knows its form.
private struct CountMark: MustacheCustomRenderable, MustacheParent {
  let number: Int
  let category: PluralRule.Category
  let isNone: Bool

  var isNull: Bool { false }
  var renderText: String { Mark(number: number, isNull: false).renderText }

  func child(named name: String) -> Any? {
    if name == Words.noneForm { return isNone }
    return PluralRule.Category(rawValue: name).map { $0 == category }
  }
}

extension Words {
  /// The form of none at all, whatever the language: `{{#n.none}}`.
  static let noneForm = "none"
  /// Sections that set text apart and take no value.
  static let marks = ["strong", "emphasis"]
  /// Whether a text holds what the marks are made of.
  static func holdsMarks(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0xE000...0xE003).contains($0.value) }
  }
}

extension [Inline] {
  /// The text without its structure.
  var plain: String {
    map { part in
      switch part {
      case .text(let text), .name(let text), .unbroken(let text), .code(let text),
        .link(let text, _):
        text
      case .strong(let parts), .emphasis(let parts), .reference(let parts, _): parts.plain
      case .note: ""
      }
    }.joined()
  }
}
