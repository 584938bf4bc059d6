public import DOT
public import Evidence
internal import Graphviz
internal import InfluenceAnalysis

extension Diagram {
  /// The diagram as DOT, ready for a layout.
  ///
  /// Text from data goes through the escaping of DOT only, and no attribute names a file to read.
  ///
  /// - Parameters:
  ///   - options: How it is drawn.
  ///   - vocabulary: The words that say which kind is a special case of which.
  /// - Returns: The document; the same diagram gives the same document.
  public func dot(
    _ options: DiagramOptions = DiagramOptions(), vocabulary: Vocabulary = .standard
  ) -> DOTGraph {
    Drawing(diagram: self, options: options, vocabulary: vocabulary).dot()
  }
}

extension Drawing {
  /// The document, for a format or for whatever reads it.
  func dot(for format: GraphvizFormat? = nil) -> DOTGraph {
    var graph = DOTGraph(
      isDirected: true, name: diagram.title, attributes: graphAttributes(for: format),
      nodeDefaults: nodeDefaults, edgeDefaults: edgeDefaults)
    let body = body
    guard isLayered, !diagram.nodes.isEmpty else {
      graph.nodes = body.nodes
      graph.subgraphs = body.subgraphs
      graph.edges = edges
      return graph
    }
    // Graphviz draws a frame together as far as it can, and what is in none as loose as lines are straight.
    graph.subgraphs = [
      DOTSubgraph(
        name: "cluster_all",
        attributes: [
          "id": .text(options.idPrefix + "frame"), "peripheries": "0",
          "label": hasColumns ? heading : "", "labeljust": "l", "labelloc": "t",
          "margin": hasColumns ? "8" : "0",
          "tooltip": Self.tooltip(VisibleText.line(diagram.title)),
        ],
        nodes: body.nodes, subgraphs: body.subgraphs + layers + columns,
        edges: edges + columnOrder)
    ]
    return graph
  }
}

/// A diagram together with the options that it is drawn by.
struct Drawing {
  /// The diagram, parallel lines bundled.
  let diagram: Diagram
  let options: DiagramOptions
  let vocabulary: Vocabulary
  /// The engine that is asked for, else the one that suits the diagram.
  let engine: DiagramOptions.Engine
  /// How much of each node and line is shown.
  let detail: Detail
  /// The arrangement of the layers, where there are some.
  var plan: LayerPlan?
  /// The most columns of a line of a name.
  var nameWidth = 20

  static let font = "Helvetica,Arial,Liberation Sans,Noto Sans,sans-serif"

  init(diagram: Diagram, options: DiagramOptions, vocabulary: Vocabulary) {
    self.diagram = diagram.isDrawnLineByLine ? diagram : diagram.bundled()
    self.options = options
    self.vocabulary = vocabulary
    engine = options.engine ?? self.diagram.suitedEngine
    detail = Detail(self.diagram, isLayered: engine == .dot)
    arrange()
  }

  var theme: Theme { options.theme }

  var isLayered: Bool { engine == .dot }

  var hasNotes: Bool { diagram.lines.contains { $0.note != nil } }

  var nodeDefaults: DOTAttributes {
    let isTight = hasNotes || isCrowded && !hasColumns
    return [
      "fontname": .text(Self.font), "fontsize": hasNotes ? "10" : "12", "style": "filled",
      "margin": isTight ? "0.08,0.04" : "0.12,0.06",
      "height": isCrowded && !hasColumns ? "0.3" : "0.4", "penwidth": "1.1",
    ]
  }

  var edgeDefaults: DOTAttributes {
    [
      "fontname": .text(Self.font), "fontsize": .number(hasNotes ? 10 : Self.lineFont),
      "arrowsize": detail.isReduced ? "0.3" : "0.8",
    ]
  }

  /// The nodes, those of each group in a frame of their own.
  var body: (nodes: [DOTNode], subgraphs: [DOTSubgraph]) {
    var nodes: [DOTNode] = []
    var subgraphs: [DOTSubgraph] = []
    for (label, members) in clusters {
      let members = members.map(node)
      guard let label else {
        nodes += members
        continue
      }
      subgraphs.append(
        DOTSubgraph(
          name: "cluster_\(subgraphs.count + 1)",
          attributes: frame(label, number: subgraphs.count + 1),
          nodes: members))
    }
    return (nodes, subgraphs)
  }

  /// The nodes of each frame, with its label; those without a frame come first and have none.
  var clusters: [(label: String?, members: [Diagram.Node])] {
    let key: (Diagram.Node) -> (Int, String)?
    switch options.clustering {
    case .none: return [(nil, diagram.nodes)]
    case .kind:
      key = { $0.kind.isEmpty ? nil : (0, $0.kind) }
    case .groups(let groups):
      key = { node in groups.values[node.id].map { ($0, groups.title(of: $0)) } }
    }
    let free = diagram.nodes.filter { key($0) == nil }
    var frames: [String: (Int, [Diagram.Node])] = [:]
    for node in diagram.nodes {
      guard let (number, label) = key(node) else { continue }
      frames[label, default: (number, [])].1.append(node)
    }
    let sorted = frames.sorted {
      $0.value.0 != $1.value.0 ? $0.value.0 < $1.value.0 : KindMark.order($0.key, $1.key)
    }
    return (free.isEmpty ? [] : [(nil, free)]) + sorted.map { ($0.key, $0.value.1) }
  }

  private func frame(_ label: String, number: Int) -> DOTAttributes {
    [
      "id": .text("\(options.idPrefix)frame-\(number)"), "tooltip": Self.tooltip(label),
      "label": .text(label), "labeljust": "l", "fontsize": "11", "style": "rounded",
      "color": .text(theme.rule.hex), "fontcolor": .text(theme.quietInk.hex), "margin": "10",
      "peripheries": "1",
    ]
  }
}

extension Drawing {
  func fill(of node: Diagram.Node) -> Colour {
    switch options.colouring {
    case .kind: return KindMark.mark(of: node.kind, in: vocabulary).fill
    case .scores(let scores):
      let scale = scores.scale
      return scores.values[node.id].map { scale.colours.fill(scale.share(of: $0), on: theme) }
        ?? Palette.grey
    case .groups(let groups):
      return groups.values[node.id].map { groups.fill(of: $0, on: theme) } ?? Palette.grey
    }
  }

  func node(_ node: Diagram.Node) -> DOTNode {
    let mark = KindMark.mark(of: node.kind, in: vocabulary)
    let colours = NodeColours(fill: fill(of: node), emphasis: node.emphasis, on: theme)
    var attributes: DOTAttributes = [
      "id": .text(options.idPrefix + "node-" + VisibleText.line(node.id)),
      "label": .lines(words(of: node)), "tooltip": Self.tooltip(node.tooltip),
    ]
    attributes.merge(style(mark, colours, isCollective: node.isCollective))
    if !detail.names(node) {
      attributes.merge(speck(node))
      return DOTNode(node.id, attributes)
    }
    if node.emphasis == .strong { attributes["penwidth"] = "2.6" }
    if let sizes = options.sizes {
      let share = sizes.share(of: node.id)
      attributes["fontsize"] = .number((10 + 12 * share.squareRoot()).rounded())
      attributes["margin"] = .text(
        "\(hundredths(0.1 + 0.2 * share)),\(hundredths(0.05 + 0.15 * share))")
    }
    gather(node, in: &attributes)
    signal(node.change, in: &attributes)
    return DOTNode(node.id, attributes)
  }

  func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  func style(_ mark: KindMark, _ colours: NodeColours, isCollective: Bool) -> DOTAttributes {
    var styles = ["filled"]
    if mark.isRounded { styles.append("rounded") }
    if isCollective { styles.append("dashed") }
    var attributes: DOTAttributes = [
      "shape": .text(mark.shape), "style": .text(styles.joined(separator: ",")),
      "fillcolor": .text(colours.fill.hex), "color": .text(colours.outline.hex),
      "fontcolor": .text(colours.text.hex),
    ]
    if mark.outlines > 1 { attributes["peripheries"] = .number(Double(mark.outlines)) }
    return attributes
  }

  func line(_ line: Diagram.Line) -> DOTEdge {
    let mark = self.mark(of: line)
    var attributes = style(
      mark, probability: line.standing.isInfluence ? line.probability : line.weight,
      emphasis: line.emphasis
    )
    attributes["id"] = .text(options.idPrefix + VisibleText.line(line.pictureID))
    let tooltip = Self.tooltip(line.tooltip.isEmpty ? line.label : line.tooltip)
    attributes["tooltip"] = tooltip
    attributes["edgetooltip"] = tooltip
    let words = label(of: line)
    if !words.isEmpty {
      attributes["labeltooltip"] = tooltip
      attributes["label"] = isLayered ? .lines(spaced(words)) : onPaper(words)
      attributes["fontcolor"] = .text(theme.line(mark.colour).hex)
    }
    if !line.isDirected { attributes["dir"] = "none" }
    return DOTEdge(from: line.tail, to: line.head, attributes)
  }

  func style(
    _ mark: LineMark, probability: Double?, emphasis: Diagram.Emphasis
  ) -> DOTAttributes {
    let probability = min(max(probability ?? 1, 0), 1)
    // Only what is faded may be pale: a line that counts is read whatever its probability. Thousands of
    // thin ones would be one patch.
    let opacity = detail.isReduced && emphasis != .strong ? 0.6 : 1
    let full = max(0.7, mark.width * (0.25 + 0.75 * probability)) + (emphasis == .strong ? 1 : 0)
    let width =
      emphasis == .faded
      ? min(full, 0.9) : detail.isReduced && emphasis != .strong ? full * 0.4 : full
    let drawn = theme.line(mark.colour)
    let colour = (emphasis == .faded ? theme.faded(drawn) : drawn).hex(opacity: opacity)
    return [
      "style": .text(mark.style), "arrowhead": .text(mark.arrowhead),
      "color": .text(mark.isDouble ? "\(colour):#FFFFFF00:\(colour)" : colour),
      "penwidth": .number(hundredths(width)),
    ]
  }

  /// A tooltip: its lines kept, each made visible.
  ///
  /// Graphviz 2.43 reads the backslashes of a tooltip twice, so that an escaped `\N` shows the id all the
  /// same; those before a letter that means something to it are escaped twice too.
  static func tooltip(_ text: String) -> DOTValue {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { VisibleText.line(String($0)) }
    guard lines.contains(where: { $0.contains("\\") }) else {
      return .text(lines.joined(separator: "\n"))
    }
    let escaped = lines.map { line in
      "NGETHLlrn".reduce(DOTEscaping.rawText(line, in: .value)) { text, letter in
        text.replacing("\\\\\(letter)", with: "\\\\\\\\\(letter)")
      }
    }
    return .escString(escaped.joined(separator: "\\n"))
  }
}

/// The colours of a node, by what it stands out.
struct NodeColours: Equatable {
  let fill: Colour
  let outline: Colour
  let text: Colour

  /// Makes the colours; faded ones are close to the ground, with text that can still be read.
  init(fill: Colour, emphasis: Diagram.Emphasis, on theme: Theme = .light) {
    let fill = theme.fill(fill)
    if emphasis == .faded {
      self.fill = fill.mixed(with: theme.paper, share: 0.82)
      outline = theme.faded(theme.quietInk)
      text = theme.quietInk
    } else {
      self.fill = fill
      outline = theme.outline(of: fill)
      text = fill.text
    }
  }
}
