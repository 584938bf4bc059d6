internal import DOT
internal import Evidence
internal import Graphviz

/// A diagram as DOT whose nodes and edges have short ids of their own, so that the page finds the marks of every
/// node and line again whatever the names are and however lines were joined.
struct TaggedDrawing {
  /// The document, light, without words around the picture.
  let dot: DOTGraph
  /// The same document in the colours of the dark theme.
  let dark: DOTGraph
  /// The engine that lays it out.
  let engine: DiagramOptions.Engine
  /// The colours of words in notes and in boxes of their own, light and dark.
  let boxedWords: [(light: Colour, dark: Colour)]
  /// By node of the diagram, the id of its mark.
  private(set) var nodeTags: [String?]
  /// By line of the diagram, the id of its mark; several lines may share one.
  private(set) var lineTags: [String?]

  init(_ diagram: Diagram, _ options: DiagramOptions, vocabulary: Vocabulary) {
    nodeTags = Array(repeating: nil, count: diagram.nodes.count)
    lineTags = Array(repeating: nil, count: diagram.lines.count)
    var shade = options
    shade.theme = .dark
    let drawings = [options, shade].map {
      Drawing(diagram: diagram, options: $0, vocabulary: vocabulary)
    }
    engine = drawings[0].engine
    boxedWords = Self.boxedWords(drawings[0], drawings[1])
    let drawn = Self.withoutWords(drawings[0].dot(for: .svg))
    dark = Self.withoutWords(drawings[1].dot(for: .svg))
    var tagger = Tagger(diagram, prefix: options.idPrefix)
    var tagged = drawn
    tagger.tag(&tagged.nodes, &tagged.edges)
    for index in tagged.subgraphs.indices { tagger.tag(&tagged.subgraphs[index]) }
    tagger.share(diagram)
    dot = tagged
    nodeTags = tagger.nodeTags
    lineTags = tagger.lineTags
  }

  private static func boxedWords(
    _ light: Drawing, _ dark: Drawing
  ) -> [(light: Colour, dark: Colour)] {
    let noted = zip(light.diagram.lines, dark.diagram.lines).filter { $0.0.note != nil }
    guard !noted.isEmpty || light.diagram.nodes.contains(where: \.isGathered) else { return [] }
    return [(light.theme.ink, dark.theme.ink)]
      + noted.map { own, other in
        (light.theme.line(light.mark(of: own).colour), dark.theme.line(dark.mark(of: other).colour))
      }
  }

  /// The page has a title, a legend and a source line in its own words.
  private static func withoutWords(_ graph: DOTGraph) -> DOTGraph {
    var graph = graph
    graph.attributes["label"] = nil
    for index in graph.subgraphs.indices where graph.subgraphs[index].name == "cluster_all" {
      graph.subgraphs[index].attributes["label"] = ""
    }
    return graph
  }
}

/// Gives the nodes and edges of a document their ids.
private struct Tagger {
  let prefix: String
  var nodeTags: [String?]
  var lineTags: [String?]
  private var nodes: [String: Int] = [:]
  private var linesByPictureID: [String: [Int]] = [:]
  private var linesByEnds: [[String]: [Int]] = [:]
  private var edgeCount = 0

  init(_ diagram: Diagram, prefix: String) {
    self.prefix = prefix
    nodeTags = Array(repeating: nil, count: diagram.nodes.count)
    lineTags = Array(repeating: nil, count: diagram.lines.count)
    for (index, node) in diagram.nodes.enumerated() { nodes[node.id] = index }
    for (index, line) in diagram.lines.enumerated() {
      linesByPictureID[prefix + VisibleText.line(line.pictureID), default: []].append(index)
      linesByEnds[[line.tail, line.head], default: []].append(index)
    }
  }

  mutating func tag(_ graph: inout DOTSubgraph) {
    tag(&graph.nodes, &graph.edges)
    for index in graph.subgraphs.indices { tag(&graph.subgraphs[index]) }
  }

  mutating func tag(_ nodes: inout [DOTNode], _ edges: inout [DOTEdge]) {
    for index in nodes.indices {
      guard let place = self.nodes[nodes[index].name] else { continue }
      let tag = "\(prefix)n\(place)"
      nodes[index].attributes["id"] = .text(tag)
      nodeTags[place] = tag
    }
    for index in edges.indices {
      let edge = edges[index]
      // What only keeps an order is not seen.
      if edge.attributes["style"] == "invis" { continue }
      let tag = "\(prefix)e\(edgeCount)"
      edgeCount += 1
      for line in lines(of: edge) { lineTags[line] = tag }
      edges[index].attributes["id"] = .text(tag)
    }
  }

  /// Gives the lines that were bundled the mark of their bundle.
  mutating func share(_ diagram: Diagram) {
    var tags: [BundleKey: String] = [:]
    for (line, tag) in zip(diagram.lines, lineTags) {
      if let tag { tags[BundleKey(line)] = tag }
    }
    for index in lineTags.indices where lineTags[index] == nil {
      lineTags[index] = tags[BundleKey(diagram.lines[index])]
    }
  }

  /// The lines that an edge draws: the one that its id names, else all between its ends, which were joined.
  private func lines(of edge: DOTEdge) -> [Int] {
    if case .text(let id)? = edge.attributes["id"], let named = linesByPictureID[id] {
      let own = named.filter { lineTags[$0] == nil }
      if let first = own.first { return [first] }
    }
    return (linesByEnds[[edge.tail, edge.head]] ?? linesByEnds[[edge.head, edge.tail]] ?? [])
      .filter { lineTags[$0] == nil }
  }
}
