import Evidence
import Graphviz
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct InteractiveFigureTests {
  private func page(_ network: InfluenceNetwork) throws -> String {
    try InteractivePage(
      InteractiveFigure(.diagram(Diagram(network), DiagramOptions()), network: network)
    ).html().text
  }

  private func text(_ html: String, between start: String, and end: String) throws -> String {
    let rest = try #require(html.ranges(of: start).first).upperBound
    let stop = try #require(html[rest...].ranges(of: end).first).lowerBound
    return String(html[rest..<stop])
  }

  @Test func thePolicyNamesTheOneScriptAndTheOneSheet() throws {
    let html = try page(Sample.network())
    let policy = try text(html, between: "Content-Security-Policy\" content=\"", and: "\"")
    let style = try text(html, between: "<style>", and: "</style>")
    let script = try text(html, between: "<script>", and: "</script>")
    for (name, source) in [("style-src", style), ("script-src", script)] {
      let named = MarkupText.escaped("\(name) \(SHA256.policySource(source));")
      #expect(policy.contains(named))
    }
    #expect(policy.hasPrefix("default-src &#39;none&#39;;"))
    #expect(!policy.contains("unsafe") && !policy.contains("http"))
    // Nothing but these two could count, and no mark has a style of its own.
    #expect(html.ranges(of: "<script>").count == 1 && html.ranges(of: "<style>").count == 1)
    #expect(!html.contains(" style=\""))
  }

  @Test func itLoadsNothingAndSmugglesNothing() throws {
    for part in [ViewerCode.script, ViewerCode.sheet] {
      for word in [
        "url(", "@import", "fetch(", "XMLHttp", "import(", "eval(", "innerHTML", "document.write",
      ] {
        #expect(!part.contains(word), "\(word)")
      }
      // Either would end the element that the part stands in.
      #expect(!part.contains("</") && !part.contains("]]>"))
    }
  }

  @Test(arguments: Sample.hostileNames)
  func aPageIsWellFormedWhateverTheNames(name: String) throws {
    let html = try page(Sample.network(preacherName: name))
    let elements = try #require(XMLTree.elements(of: html))
    #expect(elements.count { $0.name == "script" } == 3)
    let names = elements.flatMap { $0.attributes.keys.map { $0.lowercased() } }
    #expect(!names.contains { $0.hasPrefix("on") })
    let data = try #require(elements.first { $0.attributes["type"] == "application/json" })
    #expect(!data.text.contains("<") && !data.text.contains("&"))
    let addresses = elements.compactMap { $0.attributes["href"] }
    #expect(addresses.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("https://example.org/") })
  }

  @Test func eachMarkIsFoundByANodeOrALine() throws {
    let network = try Sample.network()
    let diagram = Diagram(network)
    let html = try page(network)
    let elements = try #require(XMLTree.elements(of: html))
    let marks = elements.filter { ["node", "edge"].contains($0.attributes["class"]) }
      .compactMap { $0.attributes["id"] }
    #expect(marks.count { $0.hasPrefix("v-fig-n") } == diagram.nodes.count)
    // The claim and what is claimed only run between the same two and are one mark; each line finds it.
    #expect(marks.count { $0.hasPrefix("v-fig-e") } == diagram.lines.count - 1)
    let tags = html.matches(of: /"tag":"(v-fig-e[0-9]+)"/).map { String($0.1) }
    #expect(tags.count == diagram.lines.count)
    for mark in marks { #expect(html.contains("\"tag\":\"\(mark)\"")) }
    // No id stands twice: a reference leads to one place.
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
  }

  @Test func severalFiguresFitOnOnePage() throws {
    let network = try Sample.network()
    let ids = try ["a", "b"].map { prefix -> Set<String> in
      let figure = InteractiveFigure(
        .diagram(Diagram(network), DiagramOptions()), network: network, idPrefix: prefix)
      let html = try figure.pieces().html
      return Set(try #require(XMLTree.elements(of: html)).compactMap { $0.attributes["id"] })
    }
    #expect(ids[0].isDisjoint(with: ids[1]))
    #expect(ids[0].count == ids[1].count && ids[0].count > 20)
  }

  @Test func everyStatementStandsInTheTables() throws {
    let network = try Sample.network()
    let html = try page(network)
    // By hand from the sample: who says it, grade, place; the denial is told as one.
    #expect(html.contains(">paper ¶2</a>"))
    #expect(
      html.contains(
        "<bdi>indictment via Paper</bdi>, B2, <a href=\"#v-fig-source-paper\">paper ¶25</a>"))
    #expect(html.contains("<q><bdi>first &amp; last</bdi></q>"))
    #expect(html.contains(">radio ¶5</a> (denies)"))
    #expect(html.contains("href=\"https://example.org/a?b=1&amp;c=2\""))
  }

  /// Where a row is a block, on a phone and on paper, a number says what it counts; what is empty has no label.
  @Test func cellsSayWhatTheyAre() throws {
    let html = try page(Sample.network())
    let elements = try #require(XMLTree.elements(of: html))
    let cells = elements.filter { $0.name == "td" }
    let heads = Set(elements.filter { $0.name == "th" }.map(\.text))
    let labels = cells.compactMap { $0.attributes["data-label"] }
    #expect(labels.contains("Links") && labels.contains("Probability"))
    #expect(heads.isSuperset(of: labels))
    #expect(html.contains(" data-label=\"Links\">") && !html.contains("data-label=\"When\"></td>"))
  }

  @Test func theSamePictureGivesTheSamePage() throws {
    let network = try Sample.network()
    #expect(try page(network) == page(network))
  }

  @Test func aSheetWithFixedPlacesIsShownLightAndDark() throws {
    func canvas(_ paper: Colour) -> Canvas {
      Canvas(title: "A <sheet>", width: 100, height: 50, paper: paper)
    }
    let figure = InteractiveFigure(.canvas(canvas(.white)), dark: .canvas(canvas(.black)))
    let html = try InteractivePage(figure, scheme: .dark).html().text
    let elements = try #require(XMLTree.elements(of: html))
    #expect(elements.count { $0.name == "svg" } == 2)
    #expect(elements.contains { $0.attributes["class"] == "tl-picture tl-twin" })
    #expect(elements.first?.attributes["data-theme"] == "dark")
    // Its words and no data.
    #expect(
      html.matches(of: /application\/json" id="([a-z-]+)"/).map(\.output.1) == ["v-fig-words"])
  }
}
