internal import DOT

/// The rules of a style sheet by which a light picture becomes the one of the dark theme.
///
/// Both were written as DOT; wherever the two differ in a colour, the marks that Graphviz makes of it are recoloured
/// by the value that they have, so that nothing is drawn twice and no script is needed.
struct Recolouring {
  /// A mark of the picture that has a colour: what Graphviz makes of an attribute.
  enum Mark: Int, Comparable {
    case ground, nodeFill, nodeOutline, nodeText, line, lineText, frame, frameText

    static func < (left: Mark, right: Mark) -> Bool { left.rawValue < right.rawValue }
  }

  struct Change: Hashable {
    let mark: Mark
    let light: String
    let dark: String
  }

  /// So many rules of one kind are written before one for all of them takes their place.
  static let limit = 200

  private(set) var changes: [Change]

  init(_ drawing: TaggedDrawing, legend: FigureLegend) {
    var found: Set<Change> = []
    Self.compare(drawing.dot.attributes, drawing.dark.attributes, ["bgcolor": .ground], &found)
    Self.compare(Subgraph(drawing.dot), Subgraph(drawing.dark), &found)
    found.formUnion(legend.changes)
    found.formUnion(
      drawing.boxedWords.map { Change(mark: .nodeText, light: $0.light.hex, dark: $0.dark.hex) })
    changes = found.filter { $0.light != $0.dark }.sorted {
      ($0.mark, $0.light, $0.dark) < ($1.mark, $1.light, $1.dark)
    }
  }

  /// The style sheet.
  ///
  /// - Parameter scope: The selector of the figure.
  /// - Returns: The rules, for screens that ask for dark and for pages that were switched to it.
  func sheet(scope: String) -> String {
    let rules = rules
    guard !rules.isEmpty else { return "" }
    func block(_ root: String) -> String {
      rules.map { rule in
        let selectors = rule.selectors.map { "\(root) \(scope) \($0)" }.joined(separator: ",\n  ")
        return "  \(selectors) { \(rule.body) }"
      }.joined(separator: "\n")
    }
    return """
      @media screen and (prefers-color-scheme: dark) {
      \(block(":root:not([data-theme=\"light\"])"))
      }
      @media screen {
      \(block(":root[data-theme=\"dark\"]"))
      }
      """
  }

  private var rules: [(selectors: [String], body: String)] {
    var rules: [(selectors: [String], body: String)] = []
    for mark in Set(changes.map(\.mark)).sorted() {
      let own = changes.filter { $0.mark == mark }
      if own.count > Self.limit {
        // A measure gives every node a tint of its own; one tone for all outlines tells them from the ground.
        rules += Self.rules(mark, of: nil, Theme.dark.rule.hex)
        continue
      }
      var seen: Set<String> = []
      for change in own where seen.insert(change.light).inserted {
        rules += Self.rules(mark, of: change.light, change.dark)
      }
    }
    return rules
  }

  private static func rules(
    _ mark: Mark, of light: String?, _ dark: String
  ) -> [(selectors: [String], body: String)] {
    func rule(_ elements: [String], _ property: String) -> (selectors: [String], body: String) {
      let values = values(of: light, property)
      return (elements.flatMap { element in values.map { element + $0 } }, "\(property): \(dark);")
    }
    switch mark {
    // A frame is filled with the ground, and so is the paper under words at a line.
    case .ground:
      return [rule([".graph > g > a > polygon", ".cluster :not(text)", ".edge polygon"], "fill")]
    case .nodeFill: return [rule([".node :not(text)"], "fill")]
    case .nodeOutline: return [rule([".node "], "stroke")]
    case .nodeText: return [rule([".node text"], "fill")]
    // Arrowheads are filled with the colour of their line.
    case .line: return [rule([".edge "], "stroke"), rule([".edge :not(text)"], "fill")]
    case .lineText: return [rule([".edge text"], "fill")]
    case .frame: return [rule([".cluster "], "stroke")]
    case .frameText: return [rule([".cluster text"], "fill")]
    }
  }

  /// The selectors of a colour; Graphviz writes it in either case, and black and white by name.
  private static func values(of light: String?, _ property: String) -> [String] {
    guard let light else { return ["[\(property)]"] }
    var values = ["[\(property)=\"\(light)\" i]"]
    if light == Colour.white.hex { values.append("[\(property)=\"white\"]") }
    if light == Colour.black.hex { values.append("[\(property)=\"black\"]") }
    return values
  }
}

extension Recolouring {
  /// A level of a document, whether it is the document or a frame in it.
  private struct Subgraph {
    let nodes: [DOTNode]
    let edges: [DOTEdge]
    let subgraphs: [DOTSubgraph]
    var attributes: DOTAttributes?

    init(_ graph: DOTGraph) {
      (nodes, edges, subgraphs) = (graph.nodes, graph.edges, graph.subgraphs)
    }

    init(_ graph: DOTSubgraph) {
      (nodes, edges, subgraphs) = (graph.nodes, graph.edges, graph.subgraphs)
      attributes = graph.attributes
    }
  }

  private static func compare(_ light: Subgraph, _ dark: Subgraph, _ found: inout Set<Change>) {
    if let own = light.attributes, let other = dark.attributes {
      compare(own, other, ["color": .frame, "fontcolor": .frameText], &found)
    }
    for (own, other) in zip(light.nodes, dark.nodes) {
      compare(
        own.attributes, other.attributes,
        ["fillcolor": .nodeFill, "color": .nodeOutline, "fontcolor": .nodeText], &found)
    }
    for (own, other) in zip(light.edges, dark.edges) {
      compare(own.attributes, other.attributes, ["color": .line, "fontcolor": .lineText], &found)
    }
    for (own, other) in zip(light.subgraphs, dark.subgraphs) {
      compare(Subgraph(own), Subgraph(other), &found)
    }
  }

  private static func compare(
    _ light: DOTAttributes, _ dark: DOTAttributes, _ marks: KeyValuePairs<String, Mark>,
    _ found: inout Set<Change>
  ) {
    for (name, mark) in marks {
      guard case .text(let own)? = light[name], case .text(let other)? = dark[name],
        let first = colour(own), let second = colour(other)
      else { continue }
      found.insert(Change(mark: mark, light: first, dark: second))
    }
  }

  /// The first colour of a value such as `#0068A3CC` or `#B34700CC:#FFFFFF00:#B34700CC`, without its opacity,
  /// which Graphviz writes apart.
  private static func colour(_ text: String) -> String? {
    guard text.first == "#", text.utf8.count >= 7 else { return nil }
    return String(text.prefix(7))
  }
}
