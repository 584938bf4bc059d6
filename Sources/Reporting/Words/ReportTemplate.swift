internal import Mustache

/// The words, the page and the style that reports are made with; a folder of files changes any of them.
public struct ReportTemplate: Sendable, Equatable {
  /// A file of a template.
  public struct File: Sendable, Equatable {
    /// Its name, without folder.
    public var name: String
    /// Where it lies, for messages.
    public var path: String
    /// What it holds.
    public var text: String

    /// Makes a file.
    ///
    /// - Parameters:
    ///   - name: Its name, without folder.
    ///   - path: Where it lies, for messages; defaults to the name.
    ///   - text: What it holds.
    public init(name: String, path: String? = nil, text: String) {
      self.name = name
      self.path = path ?? name
      self.text = text
    }
  }

  /// The names that the files of a template have.
  public static let names = ["words.json", "page.mustache", "style.css"]

  /// The words.
  public let words: Words
  /// The style sheet; it holds neither `<` nor `&`, so that HTML and XML read it alike.
  public let style: String
  let page: PageTemplate

  /// Whether two make the same reports.
  ///
  /// - Parameters:
  ///   - left: A template.
  ///   - right: Another.
  /// - Returns: Whether words, page and style agree.
  public static func == (left: ReportTemplate, right: ReportTemplate) -> Bool {
    left.words == right.words && left.style == right.style && left.page.text == right.page.text
  }

  /// The bundled files, to start a template of one's own from.
  public static let bundled: [File] = [
    File(name: "words.json", text: text(PackageResources.words_json)),
    File(name: "page.mustache", text: text(PackageResources.page_mustache)),
    File(name: "style.css", text: text(PackageResources.style_css)),
  ]

  /// The bundled template.
  public static let standard: ReportTemplate = {
    do {
      return try ReportTemplate(
        words: WordsFile(name: bundled[0].name, text: bundled[0].text).whole(),
        style: bundled[2].text, page: PageTemplate(bundled[1]))
    } catch {
      // The resources are part of the build and covered by a test: a failure here is a broken build.
      preconditionFailure("the embedded template does not load: \(error)")
    }
  }()

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private init(words: Words, style: String, page: PageTemplate) {
    self.words = words
    self.style = style
    self.page = page
  }

  /// A template of some files; the bundled ones stand for those that are missing, and for keys of words that
  /// `words.json` does not give.
  ///
  /// - Parameter files: The files, each under one of ``names``.
  /// - Throws: ``TemplateError`` with every fault of every file.
  public init(_ files: [File]) throws(TemplateError) {
    let usual = Self.standard
    var (words, style, page) = (usual.words, usual.style, usual.page)
    var faults: [TemplateError.Fault] = []
    for file in files {
      do throws(TemplateError) {
        switch file.name {
        case "words.json":
          words = try WordsFile(name: file.path, text: file.text).read(over: usual.words)
        case "page.mustache": page = try PageTemplate(file)
        case "style.css": style = try Self.checked(style: file)
        default: throw Self.unknown(file)
        }
      } catch {
        faults += error.faults
      }
    }
    guard faults.isEmpty else { throw TemplateError(faults: faults) }
    self.init(words: words, style: style, page: page)
  }

  private static func unknown(_ file: File) -> TemplateError {
    TemplateError(
      faults: [
        .init(
          file: file.path, line: nil, message: "no file of a template has this name",
          mend: "they are \(names.joined(separator: ", "))")
      ])
  }

  private static func checked(style file: File) throws(TemplateError) -> String {
    for (number, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      if let character = line.first(where: { $0 == "<" || $0 == "&" }) {
        throw TemplateError(
          faults: [
            .init(
              file: file.path, line: number + 1,
              message: "a style sheet in a page holds no '\(character)'",
              mend: "leave it out; in a text write \\3C for < and \\26 for &")
          ])
      }
    }
    return file.text
  }
}
