import Foundation
import Testing

@testable import Reporting

@Suite struct ReportTemplateTests {
  private typealias File = ReportTemplate.File

  @Test func theBundledFilesMakeTheBundledTemplate() throws {
    #expect(ReportTemplate.bundled.map(\.name) == ReportTemplate.names)
    #expect(try ReportTemplate(ReportTemplate.bundled) == .standard)
    #expect(try ReportTemplate([]) == .standard)
    #expect(try ReportTemplate(ReportTemplate.bundled).words.missing == 0)
  }

  /// A few keys in Arabic: the page says its language and direction, and its words stand where they should.
  @Test func aTemplateInAnotherLanguage() throws {
    let words = """
      {
        "language": "ar", "direction": "rtl", "plural": "arabic",
        "summary.heading": "ماذا تدعم المصادر؟",
        "list.comma": "، ", "chain.arrow": " ← ", "percent": "{{n}}٪",
        "likelihood.likely": "مرجَّح",
        "relation.inspired": "ألهم",
        "lag.days": "{{#n.one}}يوم واحد{{/n.one}}{{#n.two}}يومان{{/n.two}}{{#n.few}}{{n}} أيام{{/n.few}}{{#n.many}}{{n}} يومًا{{/n.many}}{{#n.other}}{{n}} يوم{{/n.other}}"
      }
      """
    let template = try ReportTemplate([File(name: "words.json", text: words)])
    #expect(template.words.plain("lag.days", ["n": .count(2)]) == "يومان")
    #expect(template.words.plain("lag.days", ["n": .count(5)]) == "5 أيام")
    let report = try Report(
      try Sample.network(), edition: .init(version: "1", date: "2026-11-21", seed: 9))
    let elements = try #require(XMLTree.elements(of: try report.html(template)))
    let html = try #require(elements.first { $0.name == "html" })
    #expect(html.attributes["dir"] == "rtl" && html.attributes["lang"] == "ar")
    #expect(elements.contains { $0.name == "h2" && $0.text == "ماذا تدعم المصادر؟" })
    #expect(elements.contains { $0.name == "em" && $0.text == "ألهم" })
    #expect(elements.contains { $0.name == "strong" && $0.text.contains("The Preacher ← Sermons") })
    #expect(report.markdown(template).contains("مرجَّح"))
  }

  @Test func aPageAndAStyleOfOnesOwn() throws {
    let page = """
      <html lang="{{language}}" dir="{{direction}}"><head>
      <meta http-equiv="Content-Security-Policy" content="{{policy}}"/><title>{{title}}</title>
      <style>{{style}}</style></head><body>{{header}}{{main}}{{scripts}}</body></html>
      """
    let template = try ReportTemplate([
      File(name: "page.mustache", text: page), File(name: "style.css", text: "p { color: red; }"),
    ])
    let html = Page(title: "T", blocks: [.paragraph([.name("<b>")])], template: template).html()
    #expect(html.contains("<style>p { color: red; }</style>"))
    #expect(html.contains("<p><bdi>&lt;b&gt;</bdi></p>"))
    #expect(html.contains("default-src &#39;none&#39;"))
  }

  @Test(arguments: [
    ("page.mustach", "x", "page.mustach: no file of a template has this name"),
    ("style.css", "p {}\n</style>", "style.css:2: a style sheet in a page holds no '<'"),
    (
      "page.mustache", "{{mainn}}",
      "page.mustache:1: a page has no part {{mainn}}; did you mean {{main}}?"
    ),
    ("page.mustache", "a\n{{#contents}}", "page.mustache:2: in the page a section is never closed"),
    ("page.mustache", "{{main}}", "page.mustache: the page leaves out {{policy}}"),
    (
      "page.mustache", "<html>\n<script>x</script><meta content=\"{{policy}}\"/>",
      "page.mustache:2: <script> stands before {{policy}}"
    ),
    (
      "page.mustache", "<html\n onclick=\"x\"><meta content=\"{{policy}}\"/>",
      "page.mustache:2: onclick=... stands before {{policy}}"
    ),
    ("page.mustache", "{{> other}}", "page.mustache:1: a page has no use for the tag {{>other}}"),
  ])
  func faultsNameFileLineAndMend(name: String, text: String, message: String) {
    let error = #expect(throws: TemplateError.self) {
      try ReportTemplate([File(name: name, text: text)])
    }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "none")")
  }

  @Test func allFaultsAreNamedAtOnce() {
    let error = #expect(throws: TemplateError.self) {
      try ReportTemplate([
        File(name: "words.json", text: #"{"non": "x", "noone": "y"}"#),
        File(name: "style.css", text: "&"),
      ])
    }
    #expect(error?.faults.count == 3)
  }
}
