import ArgumentParser
import Foundation
import Reporting

/// `template`: the files that reports are made with, to start from.
struct Template: ParsableCommand, Verb {
  static let configuration = CommandConfiguration(
    abstract: "Write the words, page and style of reports into a folder, to change them.",
    discussion: """
      Change what you want, delete what you keep as it is, and pass the folder to report --template. \
      docs/report-templates.md says what the files may hold.

      Examples:
        throughline template mine
      """)

  @Argument(help: "The folder; it is made if it is not there. No file is overwritten.")
  var folder: String

  @OptionGroup var speech: ConsoleOptions

  var console: Console { speech.console }

  // The files are looked for first anyway.
  func checkOutput() {}

  func perform() throws {
    let target = URL(fileURLWithPath: folder)
    for file in ReportTemplate.bundled {
      let path = target.appendingPathComponent(file.name).path
      guard !FileManager.default.fileExists(atPath: path) else {
        throw Failure(
          .cannotWrite, "\(path) is there already; name another folder, or move it away")
      }
    }
    do {
      try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    } catch {
      throw Failure(.cannotWrite, "the folder \(folder) cannot be made")
    }
    for file in ReportTemplate.bundled {
      let path = target.appendingPathComponent(file.name).path
      try AtomicFile.write(Data(file.text.utf8), to: path)
      console.say("wrote \(path)")
    }
  }
}

/// A folder with the files of a template.
struct TemplateFolder {
  private let path: String

  init(_ path: String) { self.path = path }

  /// The template; what stays in the bundled words is said on standard error.
  func load(_ console: Console) throws -> ReportTemplate {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      throw Failure(.noInput, "there is no folder \(path) to take a template from")
    }
    let known = names.filter(Self.isTemplate)
    guard !known.isEmpty else {
      let expected = ReportTemplate.names.joined(separator: ", ")
      throw Failure(
        .noInput,
        "\(path) holds no file of a template (\(expected)); throughline template writes them")
    }
    let files = try known.map { name in
      let file = path.hasSuffix("/") ? path + name : path + "/" + name
      guard let bytes = FileManager.default.contents(atPath: file) else {
        throw Failure(.noInput, "\(file) cannot be read")
      }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Failure(.malformedData, "\(file) is not UTF-8; save it as UTF-8")
      }
      return ReportTemplate.File(name: name, path: file, text: text)
    }
    do throws(TemplateError) {
      let template = try ReportTemplate(files)
      if template.words.missing > 0 {
        console.say(
          "\(path)/words.json leaves out \(template.words.missing) texts; the bundled ones stand for them"
        )
      }
      return template
    } catch {
      throw Failure(.malformedData, error.description)
    }
  }

  /// Whether a file is meant as one of a template: notes of the user's own may lie beside them.
  private static func isTemplate(_ name: String) -> Bool {
    ReportTemplate.names.contains(name)
      || ["json", "mustache", "css"].contains { name.lowercased().hasSuffix("." + $0) }
  }
}
