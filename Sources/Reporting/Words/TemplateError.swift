internal import Mustache

/// What is wrong with the files of a template, fault by fault.
public struct TemplateError: Error, Equatable, CustomStringConvertible {
  /// A fault.
  public struct Fault: Sendable, Equatable, CustomStringConvertible {
    /// The file.
    public var file: String
    /// The line, from 1; `nil` where the whole file is meant.
    public var line: Int?
    /// What is wrong.
    public var message: String
    /// How to mend it.
    public var mend: String

    /// The fault on a line.
    public var description: String {
      "\(file):\(line.map { "\($0):" } ?? "") \(message); \(mend)"
    }
  }

  /// The faults, in the order of the files and lines; at least one.
  public var faults: [Fault]

  /// The faults, a line each.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}

extension TemplateError.Fault {
  /// A text that is no mustache.
  ///
  /// - Parameters:
  ///   - error: What the parser said.
  ///   - file: The file.
  ///   - line: The line, counted from the one where the text begins; `nil` to leave the count out.
  ///   - what: What the text is, for the message.
  init(_ error: any Error, file: String, line: (Int) -> Int, what: String) {
    self.file = file
    let found = error as? MustacheTemplate.ParserError
    self.line = line(found?.context.lineNumber ?? 1)
    let column = found.map { " (column \($0.context.columnNumber))" } ?? ""
    switch found?.error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect:
      message = "in \(what) a section is closed under another name than it was opened\(column)"
      mend = "write {{/name}} with the name that stands in {{#name}} or {{^name}}"
    case .expectedSectionEnd:
      message = "in \(what) a section is never closed\(column)"
      mend = "close {{#name}} and {{^name}} with {{/name}}"
    case .unfinishedName:
      message =
        "in \(what) a tag is never closed, or its name holds a character that no name has\(column)"
      mend = "write {{name}}, with letters, digits, full stops and hyphens in the name"
    default:
      message = "\(what) is no mustache text\(column)"
      mend = "tags are {{name}}, {{#name}}...{{/name}} and {{^name}}...{{/name}}"
    }
  }

  /// The line of a place in a text.
  static func line(of offset: Int, in text: String) -> Int {
    text.unicodeScalars.prefix(offset).count { $0 == "\n" } + 1
  }
}
