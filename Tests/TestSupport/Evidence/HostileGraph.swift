public import Evidence

/// A graph of fifty entities whose names, aliases, titles and quotes try to break out of whatever they are written
/// into: markup, scripts, styles, DOT, Markdown, templates, terminals, spreadsheets.
///
/// Names are written for this project; each is an attack of a kind that its comment names.
public enum HostileGraph {
  /// The names, fifty of them, no two alike.
  public static let names: [String] = [
    // Markup, and what runs in it.
    "<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "</text><script>alert(3)</script>",
    "\"><svg onload=alert(4)>", "' onmouseover='alert(5)", "javascript:alert(6)",
    "<foreignObject><body onload=alert(7)>", "</style><style>*{display:none}</style>",
    "<a href=\"javascript:alert(8)\">here</a>", "<iframe srcdoc='<b>9</b>'></iframe>",
    "data:text/html,<script>alert(10)</script>", "]]><![CDATA[<script>11</script>",
    "<!-- 12 --> -- <!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]> &e;",
    "<?xml version=\"1.0\"?><?php 13 ?>", "AT&T &amp; &lt;b&gt; &#60;i&#62; &nbsp;",
    "url(javascript:14); } body { background: red", "<use href=\"#node-e1\"/>",
    // DOT and Graphviz.
    "\\N \\G \\E \\T \\H \\L", "\\l\\r\\n ends \\", "<<B>bold</B>>",
    "<TABLE><TR><TD>18</TD></TR></TABLE>",
    "\"]; b [image=\"/etc/passwd\"]; \"", "digraph { a -> b }", "%20 %s %n %d %1$s", "a:port -- b;",
    // Markdown and templates.
    "[click](javascript:alert(19))", "![x](https://example.org/x.png)",
    "# heading *bold* _em_ `code`",
    "| cell | cell |", "{{{name}}} {{#each}} {{> partial}}", "${alert(20)} `${21}` #{22}",
    "<%= 23 %> {% 24 %} [[25]]", "~~~\n```\n26", "1. list\n- item\n> quote",
    // Spreadsheets and shells.
    "=cmd|' /C calc'!A0", "+SUM(A1:A9)", "-2+3", "@import", "'; DROP TABLE x; --",
    "$(touch /tmp/27); `id`",
    // Terminals and directions.
    "\u{1B}[31mred\u{1B}[0m \u{1B}]0;title\u{7}", "\u{202E}desrever\u{202C} \u{2066}in\u{2069}",
    "nul\u{0}bell\u{7}back\u{8}del\u{7F}", "next\u{85}line\u{2028}para\u{2029}end",
    "bom\u{FEFF}\u{FFF9}x\u{FFFB}",
    // Letters.
    "\u{5E9}\u{5DC}\u{5D5}\u{5DD} (x)", "\u{645}\u{62D}\u{645}\u{62F} 1, 2",
    "Z\u{334}\u{351}\u{300}\u{316}a\u{335}\u{30E}\u{333}l\u{336}\u{309}\u{32B}g\u{337}\u{33D}o",
    "\u{1F469}\u{1F3FD}\u{200D}\u{1F680} \u{4F0A}\u{65AF}\u{862D}\u{570B}",
    "Very " + String(repeating: "long name ", count: 30) + String(repeating: "x", count: 300),
  ]

  /// Names as harmless as may be, for a graph of the same form.
  public static let harmlessNames: [String] = (1...50).map { "Name number \($0)" }

  private static let kinds = ["ideologue", "publication", "person", "attack", "group"]

  /// What is stated in each block of five entities, by the places of subject and object.
  private static let links: [(Int, String, Int)] = [
    (0, "authored", 1), (1, "inspired", 2), (2, "perpetrated", 3), (4, "directed", 3),
    (4, "claimed", 3),
  ]

  /// The id of an entity.
  ///
  /// - Parameter number: Its number, from 0.
  /// - Returns: The id, kebab case as files need it.
  public static func id(_ number: Int) -> String { "e\(number + 1)" }

  /// The graph in ten blocks, each with a chain, an influence from a group, a claim and a denial of one.
  ///
  /// - Parameter names: The names of the entities, fifty of them; aliases, titles and quotes are of them too.
  /// - Returns: The graph.
  /// - Throws: If a date of the graph cannot be read.
  public static func graph(names: [String] = names) throws -> InfluenceGraph {
    let entities = try names.enumerated().map { number, name in
      let kind = kinds[number % 5]
      return Entity(
        id: id(number), kind: kind, name: name, aliases: [names[(number + 7) % names.count] + " 2"],
        date: kind == "attack" ? try EDTF("2015-0\(1 + number / 10)-1\(number % 10)") : nil,
        note: name)
    }
    var statements: [Statement] = []
    for block in 0..<names.count / 5 {
      func state(_ subject: Int, _ relation: String, _ object: Int, denies: Bool = false) {
        let name = names[block * 5 + subject]
        statements.append(
          Statement(
            id: "s\(statements.count + 1)", subject: .one(id(block * 5 + subject)),
            predicate: .relation(relation, object: .one(id((block * 5 + object) % names.count))),
            stance: denies ? .denies : .affirms, credibility: .probable,
            citation: Citation(source: "paper", paragraphs: ParagraphSet(1), quote: Quote(name))))
      }
      for (subject, relation, object) in links { state(subject, relation, object) }
      // From the publication of one block to the person of the next, and a denial.
      state(1, "inspired", 7)
      state(0, "inspired", 8, denies: true)
    }
    return InfluenceGraph(
      title: names[0] + " " + names[11],
      sources: [
        Source(
          id: "paper", title: names[1], publisher: names[2], author: names[3],
          published: try EDTF("2016-06-14"), url: "javascript:alert(28)", reliability: .b,
          why: names[4])
      ],
      entities: entities, statements: statements)
  }

  /// The same entities and links as a file in the native format.
  ///
  /// - Parameter names: The names of the entities.
  /// - Returns: The text; characters that YAML does not print are escaped in it.
  public static func yaml(names: [String] = names) -> String {
    var text = "throughline: 1\ntitle: \(quoted(names[0] + " " + names[11]))\nsources:\n"
    text +=
      "  - {id: paper, title: \(quoted(names[1])), publisher: \(quoted(names[2])), "
    text += "reliability: B, why: \(quoted(names[4]))}\nentities:\n"
    for (number, name) in names.enumerated() {
      let kind = kinds[number % 5]
      let date = kind == "attack" ? ", date: 2015-0\(1 + number / 10)-1\(number % 10)" : ""
      text += "  - {id: \(id(number)), kind: \(kind), name: \(quoted(name)), "
      text += "aliases: [\(quoted(names[(number + 7) % names.count] + " 2"))]\(date)}\n"
    }
    text += "statements:\n  paper:\n    document:\n"
    for block in 0..<names.count / 5 {
      let place = { (number: Int) in id((block * 5 + number) % names.count) }
      for (subject, relation, object) in links {
        text += "      - \(place(subject)) \(relation) \(place(object)), grade 2\n"
      }
      text += "      - \(place(1)) inspired \(place(7)), grade 2\n"
      text += "      - not \(place(0)) inspired \(place(8)), grade 2\n"
    }
    return text
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": out += "\\" + String(scalar)
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0xFEFF
        || (0x2028...0x2029).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
