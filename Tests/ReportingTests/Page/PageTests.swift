import Testing

@testable import Reporting

@Suite struct PageTests {
  private func page(_ name: String) -> Page {
    Page(
      title: name,
      blocks: [
        .heading(1, id: "title", [.name(name)]), .heading(2, id: "one", [.text(name)]),
        .paragraph([.strong([.name(name)]), .link(name, address: name), .code(name)]),
        .heading(2, id: "two", ["Two"]), .lines([[.name(name)]], isOrdered: true),
        .table(
          Table(
            caption: [.name(name)], columns: [.init(name), .init("n", .trailing)],
            rows: [[[.name(name)], [.text(name)]]])),
        .anchored(
          id: Anchor.statement(name),
          [.paragraph([.reference([.name(name)], to: "one"), .note("7", to: "two")])]),
      ])
  }

  @Test(arguments: Sample.hostileNames)
  func aPageIsWellFormedWhateverTheNames(name: String) throws {
    let elements = try #require(XMLTree.elements(of: page(name).html()))
    #expect(!elements.contains { $0.name == "script" })
    #expect(elements.count { $0.name == "section" } == 2)
    #expect(elements.allSatisfy { $0.name != "a" || $0.attributes["href"]?.hasPrefix("#") == true })
  }

  @Test func thePolicyForbidsEveryRequest() throws {
    let elements = try #require(XMLTree.elements(of: page("x").html()))
    let policy = elements.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    #expect(policy?.attributes["content"]?.hasPrefix("default-src 'none';") == true)
    let loading = ["script", "link", "img", "iframe", "object", "embed", "video", "audio"]
    #expect(!elements.contains { loading.contains($0.name) || $0.attributes["src"] != nil })
    let style = ReportTemplate.standard.style
    #expect(!style.contains("url(") && !style.contains("@import"))
    #expect(!style.contains("<") && !style.contains("&"))
  }

  @Test func aScriptRunsOnlyWithItsHashInThePolicy() throws {
    var page = page("x")
    page.scripts = [PageScript(text: "let a = 1;")]
    // By Python's hashlib.
    let hash = "sha256-xY6QKfH9PRsQnLz56nj6MBwiK5oHg+im1Jkpdp1x/Ck="
    let elements = try #require(XMLTree.elements(of: page.html()))
    #expect(elements.filter { $0.name == "script" }.map(\.text) == ["let a = 1;"])
    let policy = elements.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    #expect(policy?.attributes["content"]?.hasSuffix("; script-src '\(hash)'") == true)
  }

  @Test func whatIsFoldedIsOpenOnPaperOnly() throws {
    let entry = Block.anchored(id: "entry", [.paragraph(["Said"])])
    var page = Page(title: "", blocks: [.folded(title: ["Part"], [entry])])
    func fold() throws -> XMLTree.Element {
      let elements = try #require(XMLTree.elements(of: page.html()))
      #expect(elements.contains { $0.name == "summary" && $0.text == "Part" })
      #expect(elements.contains { $0.attributes["id"] == "entry" })
      return try #require(elements.first { $0.name == "details" })
    }
    #expect(try fold().attributes["open"] == nil)
    page.opensFolds = true
    #expect(try fold().attributes["open"] != nil)
    #expect(page.markdown() == "**Part**\n\nSaid\n")
  }

  @Test func aFigureIsDrawnReplacedOrTold() throws {
    var figure = Figure(
      id: "f", svg: "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
      description: "What it \"shows\"", caption: ["Below"], isLarge: true)
    func elements() throws -> [XMLTree.Element] {
      try #require(XMLTree.elements(of: Page(title: "", blocks: [.figure(figure)]).html()))
    }
    let drawn = try elements()
    #expect(drawn.contains { $0.name == "svg" })
    #expect(
      drawn.first { $0.attributes["role"] == "img" }?.attributes["aria-label"] == figure.description
    )
    // The frame scrolls, so that the keyboard must reach it.
    let frame = drawn.first { $0.attributes["class"] == "picture" }
    #expect(frame?.attributes["role"] == "region" && frame?.attributes["tabindex"] == "0")
    #expect(frame?.attributes["aria-label"] == figure.description)
    let label = drawn.first { $0.name == "label" }
    #expect(drawn.contains { $0.attributes["id"] == label?.attributes["for"] })
    figure.interactive = "<div class=\"map\"></div>"
    let replaced = try elements()
    #expect(
      replaced.contains { $0.attributes["class"] == "map" }
        && !replaced.contains { $0.name == "svg" })
    figure.interactive = nil
    figure.svg = nil
    #expect(try !elements().contains { $0.name == "figure" })
    #expect(Page(title: "", blocks: [.figure(figure)]).markdown() == "Below\n")
  }

  /// By hand: letters of 6 in a picture of 1200 are 9 pixels in one of 1800; of 12 in 600, in 450.
  @Test(
    arguments: [
      (1200.0, 6, "wide", "--broad: 1800px; --broad-height: 300px"),
      (600.0, 12, nil, "--broad: 450px; --broad-height: 150px"),
    ] as [(Double, Int, String?, String)])
  func aFigureSaysHowWideItCanBeRead(
    width: Double, letters: Int, name: String?, style: String
  ) throws {
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) 200">
      <text font-size="14">a font-size="1" 5" long</text><text font-size="\(letters)">a</text></svg>
      """
    let figure = Figure(id: "f", svg: svg, description: "d")
    let elements = try #require(
      XMLTree.elements(of: Page(title: "", blocks: [.figure(figure)]).html()))
    let drawn = try #require(elements.first { $0.name == "figure" })
    #expect(drawn.attributes["class"] == name)
    #expect(drawn.attributes["style"] == style)
    #expect(elements.contains { $0.attributes["class"] == "sideways" })
  }

  /// A picture from the top down stands beside the other where it is narrower, and not where it is not.
  @Test(arguments: [(400, true), (1300, false)])
  func aFigureTurnsOnAPhone(width: Int, turns: Bool) throws {
    func svg(_ width: Int, _ height: Int) -> String {
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\"><text font-size=\"9\">a</text></svg>"
    }
    var figure = Figure(id: "f", svg: svg(1200, 100), description: "d")
    figure.uprightSVG = svg(width, 800)
    let elements = try #require(
      XMLTree.elements(of: Page(title: "", blocks: [.figure(figure)]).html()))
    #expect(elements.count { $0.name == "svg" } == (turns ? 2 : 1))
    #expect(elements.count { $0.attributes["role"] == "img" } == (turns ? 2 : 1))
    let drawn = try #require(elements.first { $0.name == "figure" })
    #expect(drawn.attributes["class"] == (turns ? "wide turns" : "wide"))
    #expect(
      drawn.attributes["style"]?.hasSuffix("--upright: 400px; --upright-height: 800px") == turns)
  }

  @Test(arguments: [
    "<svg viewBox=\"0 0 9 9\"/>", "<svg><text font-size=\"9\"/></svg>", "<svg viewBox=\"0 0", "",
    "<svg viewBox=\"0 0 9e9 9\" font-size=\"9\"/>", "<svg viewBox=\"0 0 -9 9\" font-size=\"0\"/>",
  ])
  func aPictureWithoutASizeOrLettersIsShownAsItIs(svg: String) {
    #expect(ReadableSize(of: svg) == nil)
  }

  /// A word and its notes part on the screen and where the text is copied.
  @Test func notesStandApart() throws {
    let html = page("").html([.text("said"), .note("s1", to: "a"), .note("s2", to: "b"), "."])
    let elements = try #require(XMLTree.elements(of: "<p>\(html)</p>"))
    #expect(elements.filter { $0.name == "sup" }.count == 2)
    let plain = html.replacing(/<[^>]*>/, with: "")
    #expect(plain == "said\u{202F}s1\u{2009}s2.")
  }

  /// A table whose rows become cards keeps what it is for those who hear it.
  @Test func aStackedTableKeepsItsRoles() throws {
    let table = Table(
      caption: ["C"], columns: [.init("A"), .init("B", .trailing)], rows: [[["x"], ["1"]]],
      isStacked: true)
    let elements = try #require(
      XMLTree.elements(of: Page(title: "", blocks: [.table(table)]).html()))
    let roles = elements.compactMap { $0.attributes["role"] }
    #expect(
      roles == [
        "region", "table", "rowgroup", "row", "columnheader", "columnheader", "rowgroup", "row",
        "rowheader", "cell",
      ])
    #expect(elements.first { $0.name == "td" }?.attributes["data-label"] == "B")
  }

  @Test func contentsLeadToTheSections() throws {
    let elements = try #require(XMLTree.elements(of: page("x").html()))
    let ids = Set(elements.compactMap { $0.attributes["id"] })
    let targets = elements.compactMap { $0.attributes["href"] }.map { String($0.dropFirst()) }
    #expect(targets.count >= 4)
    #expect(targets.allSatisfy(ids.contains))
  }

  @Test func namesKeepTheirOwnDirection() {
    #expect(page("").html([.name("\u{0645}")]) == "<bdi>\u{0645}</bdi>")
  }

  /// The text is what CommonMark 0.31 and the table extension of GFM ask for.
  @Test func markdownBlocks() {
    let page = Page(
      title: "T",
      blocks: [
        .heading(2, id: "h", ["A *b*"]),
        .paragraph([.strong(["bold"]), ": ", .emphasis(["soft"])]),
        .list([[.paragraph(["one"]), .lines([["in"]])], [.paragraph(["two"])]], isOrdered: true),
        .table(
          Table(columns: [.init("a|b"), .init("n", .trailing)], rows: [[["x"], ["1"]]])),
        .paragraph([.link("l", address: "https://e.org"), .link("m", address: "javascript:x")]),
      ])
    let expected = """
      ## A \\*b\\*

      **bold**: *soft*

      1. one
         - in
      2. two

      | a\\|b | n |
      | --- | ---: |
      | x | 1 |

      [l](<https://e.org>)m

      """
    #expect(page.markdown() == expected)
  }

  @Test func aNumberInPiecesBeginsNoList() {
    #expect(Page.markdown([.text("12"), .text(". x")]) == "12\\. x")
    #expect(Page.markdown([.text("version"), .text(" 0.1.0")]) == "version 0.1.0")
  }

  @Test func anchorsOfDifferentIdsNeverMeet() {
    let ids = ["a b", "a_20_b", "a-b", "\u{00E9}", "", "a\u{0}b"]
    let anchors = ids.map(Anchor.statement)
    #expect(Set(anchors).count == ids.count)
    let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
    #expect(anchors.allSatisfy { $0.allSatisfy(allowed.contains) })
  }

  /// Notes and references lead to their places; CommonMark has none of its own, so each that is led to is marked.
  @Test func markdownLeadsToItsPlaces() {
    let page = Page(
      title: "T",
      blocks: [
        .heading(1, id: "title", [.text("T")]),
        .paragraph([
          .text("Said"), .note("7", to: "statement-s7"), .text(", see "),
          .reference([.text("sources"), .note("8", to: "statement-s7")], to: "sources"),
          .text(" and "), .reference([.text("nowhere")], to: "gone"), .note("9", to: "gone"),
        ]),
        .heading(2, id: "sources", [.text("Sources")]),
        .anchored(
          id: "statement-s7", [.paragraph([.text("1. of all")]), .paragraph([.text("More")])]),
        .anchored(id: "unused", [.paragraph([.text("Alone")])]),
        .anchored(
          id: "statement-s8",
          [.table(Table(columns: [.init("A")], rows: [[[.note("1", to: "statement-s8")]]]))]),
      ])
    #expect(
      page.markdown() == """
        # T

        Said[\\[7\\]](#statement-s7), see [sources\\[8\\]](#sources) and nowhere\\[9\\]

        ## <a id="sources"></a>Sources

        <a id="statement-s7"></a>1\\. of all

        More

        Alone

        <a id="statement-s8"></a>

        | A |
        | --- |
        | [\\[1\\]](#statement-s8) |

        """)
  }
}
