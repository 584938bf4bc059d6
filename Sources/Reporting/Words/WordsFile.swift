internal import Evidence
internal import Mustache

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Reads words and holds them against those that come with the program.
struct WordsFile {
  /// The keys that say how the language is written.
  static let settings = ["language", "direction", "plural"]
  /// Families of keys that may have any member: words of a vocabulary of the user's own.
  static let openFamilies = ["relation", "kind", "attribute", "measure"]

  let name: String
  let text: String

  /// The words of the file alone, which must be whole.
  ///
  /// - Throws: ``TemplateError`` with every fault.
  func whole() throws(TemplateError) -> Words {
    try read(over: nil)
  }

  /// The words of the file over others, which stand where it says nothing.
  ///
  /// - Parameter base: The others.
  /// - Returns: The words.
  /// - Throws: ``TemplateError`` with every fault.
  func read(over base: Words?) throws(TemplateError) -> Words {
    let texts = try decoded()
    var faults: [TemplateError.Fault] = []
    let rule = setting("plural", texts, default: base?.plural ?? .oneOther, &faults)
    let direction = setting("direction", texts, default: base?.direction ?? .leftToRight, &faults)
    var entries = base?.entries ?? [:]
    var given: Set<String> = []
    for (key, text) in texts.sorted(by: { $0.key < $1.key }) where !Self.settings.contains(key) {
      guard let entry = entry(key, text, rule: rule, like: base, &faults) else { continue }
      entries[key] = entry
      given.insert(key)
    }
    guard faults.isEmpty else {
      throw TemplateError(
        faults: faults.sorted { ($0.line ?? 0, $0.message) < ($1.line ?? 0, $1.message) })
    }
    return Words(
      language: texts["language"] ?? base?.language ?? "en", direction: direction, plural: rule,
      entries: entries, missing: (base?.entries.keys.count { !given.contains($0) }) ?? 0)
  }

  private func decoded() throws(TemplateError) -> [String: String] {
    do {
      return try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
    } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context)
    {
      let key = context.codingPath.last?.stringValue
      throw fault(
        key, key.map { "the text of '\($0)' is none" } ?? "the file is no JSON object",
        mend: "write {\"key\": \"text\", ...}, every text in quotes")
    } catch {
      let said = (error as? DecodingError).flatMap { error -> String? in
        guard case .dataCorrupted(let context) = error else { return nil }
        return context.underlyingError.map { "\($0)" } ?? context.debugDescription
      }
      throw fault(
        nil, "the file is no JSON" + (said.map { ": \($0)" } ?? ""),
        mend: "check quotes, commas and braces")
    }
  }

  private func fault(_ key: String?, _ message: String, mend: String) -> TemplateError {
    TemplateError(
      faults: [.init(file: name, line: key.flatMap(line), message: message, mend: mend)])
  }

  /// The line of a key.
  private func line(of key: String) -> Int? {
    let quoted = JSONValue.string(key).text()
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where line.drop(while: { $0.isWhitespace || $0 == "{" }).hasPrefix(quoted) {
      return number + 1
    }
    return nil
  }

  private func setting<T: RawRepresentable & CaseIterable>(
    _ key: String, _ texts: [String: String], default usual: T,
    _ faults: inout [TemplateError.Fault]
  ) -> T where T.RawValue == String {
    guard let text = texts[key] else { return usual }
    if let value = T(rawValue: text) { return value }
    let known = T.allCases.map(\.rawValue).joined(separator: ", ")
    faults.append(
      .init(
        file: name, line: line(of: key), message: "there is no \(key) '\(text)'",
        mend: "write one of \(known)"))
    return usual
  }

  private func entry(
    _ key: String, _ text: String, rule: PluralRule, like base: Words?,
    _ faults: inout [TemplateError.Fault]
  ) -> Words.Entry? {
    func complain(_ message: String, _ mend: String) {
      faults.append(.init(file: name, line: line(of: key), message: message, mend: mend))
    }
    if let base, base.entries[key] == nil,
      !Self.openFamilies.contains(String(key.prefix { $0 != "." }))
    {
      let near = NearMiss.nearest(to: key, among: base.entries.keys.sorted())
      complain(
        "no sentence has the key '\(key)'",
        near.map { "did you mean '\($0)'?" } ?? "the bundled words.json holds all keys")
      return nil
    }
    if Words.holdsMarks(text) {
      complain("the text of '\(key)' holds characters of private use", "leave out U+E000 to U+E003")
      return nil
    }
    let tags = MustacheTag.all(in: text)
    if let tag = tags.first(where: { $0.role == .other }) {
      complain(
        "'\(key)' holds the tag {{\(tag.name)}}, which words have no use for",
        "use {{name}}, {{#name}}...{{/name}} and {{^name}}...{{/name}}")
      return nil
    }
    let template: MustacheTemplate
    do {
      template = try MustacheTemplate(string: text)
    } catch {
      faults.append(.init(error, file: name, line: { _ in line(of: key) ?? 1 }, what: "'\(key)'"))
      return nil
    }
    if let other = base?.entries[key] {
      for complaint in Self.complaints(key, tags, like: other.text, rule: rule) {
        complain(complaint.message, complaint.mend)
      }
    }
    return Words.Entry(text: text, rule: rule, template: template)
  }

  /// What a text does with placeholders that the bundled one does not.
  private static func complaints(
    _ key: String, _ tags: [MustacheTag], like text: String, rule: PluralRule
  ) -> [(message: String, mend: String)] {
    let usual = MustacheTag.all(in: text)
    let known = Set(usual.filter { $0.role != .comment }.map(\.root))
    let needed = Set(usual.filter { $0.role == .variable }.map(\.root))
    var complaints: [(message: String, mend: String)] = []
    var seen: Set<String> = []
    for tag in tags where tag.role == .variable || tag.role == .section {
      guard !Words.marks.contains(tag.root), seen.insert(tag.name).inserted else { continue }
      if !known.contains(tag.root) {
        let near = NearMiss.nearest(to: tag.root, among: known.sorted())
        let all = known.sorted().map { "{{\($0)}}" }.joined(separator: ", ")
        complaints.append(
          (
            "'\(key)' has no {{\(tag.root)}}",
            near.map { "did you mean {{\($0)}}?" }
              ?? (known.isEmpty ? "it has no placeholders" : "it has \(all)")
          ))
      } else if let form = tag.member, form != Words.noneForm,
        !rule.categories.map(\.rawValue).contains(form)
      {
        let forms = (rule.categories.map(\.rawValue) + [Words.noneForm]).joined(separator: ", ")
        complaints.append(
          (
            "'\(key)' asks for the form '\(form)', which the plural rule \(rule.rawValue) does not have",
            "it has \(forms)"
          ))
      }
    }
    let used = Set(tags.filter { $0.role == .variable }.map(\.root))
    for name in needed.subtracting(used).sorted() where !Words.marks.contains(name) {
      complaints.append(
        ("'\(key)' leaves out {{\(name)}}", "put it where it belongs in the sentence"))
    }
    return complaints
  }
}
