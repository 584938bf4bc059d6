import ArgumentParser

/// The formats of a finding that is words and numbers.
enum FindingFormat: String, FormatChoice {
  case text, json, markdown

  static let usual = FindingFormat.text
}
