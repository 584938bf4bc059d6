internal import Evidence
internal import Mustache

/// The frame of a page: a mustache text with places for its parts.
struct PageTemplate: Sendable {
  /// The parts, and whether a page is a page without them.
  static let parts: [(name: String, isNeeded: Bool)] = [
    ("language", true), ("direction", true), ("policy", true), ("title", true), ("style", true),
    ("skip", false), ("header", true), ("contentsTitle", false), ("contents", false),
    ("main", true), ("footer", false), ("scripts", true),
  ]
  /// What may stand before the policy of a page: nothing that is loaded or run.
  private static let harmless: Set<String> = ["!doctype", "!--", "html", "head", "meta", "title"]
  /// Parts are markup that was escaped when it was made; the pragma stands on a line of its own.
  private static let pragma = "{{% CONTENT_TYPE:TEXT}}\n"

  let text: String
  private let template: MustacheTemplate

  init(_ file: ReportTemplate.File) throws(TemplateError) {
    text = file.text
    do {
      template = try MustacheTemplate(string: Self.pragma + file.text)
    } catch {
      throw TemplateError(
        faults: [.init(error, file: file.path, line: { max(1, $0 - 1) }, what: "the page")])
    }
    let faults = Self.faults(of: file)
    guard faults.isEmpty else { throw TemplateError(faults: faults) }
  }

  /// The page with its parts; a part that is absent leaves its section out.
  func filled(_ parts: [String: String]) -> String { template.render(parts) }

  private static func faults(of file: ReportTemplate.File) -> [TemplateError.Fault] {
    let tags = MustacheTag.all(in: file.text)
    let names = parts.map(\.name)
    var faults: [TemplateError.Fault] = []
    for tag in tags where tag.role != .comment && tag.role != .end {
      let line = TemplateError.Fault.line(of: tag.offset, in: file.text)
      if tag.role == .other {
        faults.append(
          .init(
            file: file.path, line: line, message: "a page has no use for the tag {{\(tag.name)}}",
            mend: "use {{name}}, {{#name}}...{{/name}} and {{^name}}...{{/name}}"))
      } else if !names.contains(tag.name) {
        let near = NearMiss.nearest(to: tag.name, among: names)
        faults.append(
          .init(
            file: file.path, line: line, message: "a page has no part {{\(tag.name)}}",
            mend: near.map { "did you mean {{\($0)}}?" }
              ?? "its parts are " + names.joined(separator: ", ")))
      }
    }
    for part in parts where part.isNeeded {
      if !tags.contains(where: { $0.name == part.name && $0.role == .variable }) {
        faults.append(
          .init(
            file: file.path, line: nil, message: "the page leaves out {{\(part.name)}}",
            mend: "put it where the bundled page.mustache has it"))
      }
    }
    if let early = early(in: file.text, tags) {
      faults.append(
        .init(
          file: file.path, line: early.line,
          message: "\(early.element) stands before {{policy}}, which could not hold it back",
          mend: "put the meta element with {{policy}} first in the head"))
    }
    return faults
  }

  /// The first element before the policy that might load or run something.
  private static func early(
    in text: String, _ tags: [MustacheTag]
  ) -> (element: String, line: Int)? {
    guard let policy = tags.first(where: { $0.name == "policy" }) else { return nil }
    let before = Array(text.unicodeScalars.prefix(policy.offset))
    for (place, scalar) in before.enumerated() where scalar == "<" {
      var name = String.UnicodeScalarView()
      for next in before[(place + 1)...] {
        guard next.properties.isAlphabetic || next == "!" || next == "-" || next == "/" else {
          break
        }
        name.append(next)
      }
      let element = String(name).lowercased()
      let isHarmless = harmless.contains(element) || element.hasPrefix("!--")
      if !isHarmless, element != "/title" {
        return ("<\(element)>", TemplateError.Fault.line(of: place, in: text))
      }
    }
    return handler(in: before).map {
      ("\($0.name)=...", TemplateError.Fault.line(of: $0.offset, in: text))
    }
  }

  /// The first attribute that would run something, such as `onclick`.
  private static func handler(in text: [Unicode.Scalar]) -> (name: String, offset: Int)? {
    for (place, scalar) in text.enumerated() where scalar.properties.isWhitespace {
      var name = String.UnicodeScalarView()
      var end = place + 1
      while end < text.count, text[end].properties.isAlphabetic {
        name.append(text[end])
        end += 1
      }
      let attribute = String(name).lowercased()
      if attribute.hasPrefix("on"), end < text.count, text[end] == "=" { return (attribute, place) }
    }
    return nil
  }
}
