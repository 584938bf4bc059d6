internal import DOT
internal import Graphviz

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Diagram {
  /// The engine that suits the diagram: springs on several scales for a large one, springs for one that is
  /// dense, layers for every other.
  var suitedEngine: DiagramOptions.Engine {
    if nodes.count > Detail.fullNodes { return .sfdp }
    let isDirected = lines.contains(where: \.isDirected)
    let few = isDirected ? 3 * nodes.count + 30 : nodes.count + nodes.count / 2
    return lines.count > few ? .neato : .dot
  }
}

extension Drawing {
  /// The size of the words at lines, in points.
  static let lineFont = 9.0
  /// The size of names, in points.
  static let nameFont = 12.0

  /// Whether there are so many lines that words at each of them would hide the picture.
  var isCrowded: Bool {
    if isLayered { return diagram.lines.count > (hasColumns ? 30 : 60) }
    return diagram.lines.count > (diagram.center == nil ? 30 : 20)
  }

  /// Which way a layered layout runs.
  var direction: DiagramOptions.Direction {
    if let direction = options.direction { return direction }
    if hasColumns { return hasNotes && columnCount > 5 ? .down : .right }
    return plan?.direction ?? .down
  }

  func graphAttributes(for format: GraphvizFormat?) -> DOTAttributes {
    var attributes: DOTAttributes = [
      "id": .text(options.idPrefix + "diagram"), "layout": .text(engine.rawValue),
      "charset": "UTF-8", "bgcolor": .text(theme.paper.hex), "fontname": .text(Self.font),
      "fontsize": "12",
      "fontcolor": .text(theme.ink.hex), "pad": hasNotes ? "0.08" : "0.3",
      "outputorder": "edgesfirst",
      "tooltip": Self.tooltip(VisibleText.line(diagram.title)), "label": caption,
      "labelloc": hasColumns ? "b" : "t", "labeljust": "l",
    ]
    switch engine {
    case .dot:
      attributes["rankdir"] = .text(direction.rawValue)
      attributes["nodesep"] = .number(inches(gaps.nodes))
      attributes["ranksep"] = .number(inches(gaps.layers))
      attributes["remincross"] = "true"
      // Without it, Graphviz 2.43 frees memory twice where clusters hold labelled lines on one layer.
      attributes["newrank"] = "true"
    case .neato, .fdp, .sfdp:
      attributes["start"] = "1"
      // Each round of pushing nodes apart costs a second for ten thousand; twenty leave next to nothing.
      attributes["overlap"] = detail.isReduced ? "prism20" : "prism"
      attributes["sep"] = isCrowded ? "+6" : "+12"
      attributes["K"] = detail.isReduced ? "0.6" : "0.9"
      attributes["splines"] = curves
      // Neighbours of a hub get room, and the picture is enlarged no more than overlaps ask for; words at most lines
      // need room between the nodes.
      if isCrowded, !hasWordsAtMostLines {
        attributes["overlap_scaling"] = "-1.2"
        if engine == .neato { attributes["model"] = "subset" }
      }
    case .twopi:
      attributes["overlap"] = "prism"
      attributes["ranksep"] = .number(hasWordsAtLines ? 2.6 : 1.6)
      // Else the rings are drawn together as far as the nodes allow, and the words lie upon each other.
      if hasWordsAtLines { attributes["overlap_shrink"] = "false" }
      if let center = diagram.center { attributes["root"] = .text(center) }
      attributes["splines"] = curves
    case .circo:
      attributes["mindist"] = "0.2"
      attributes["splines"] = curves
    }
    if let area = options.page.area {
      // Graphviz rounds the scale in SVG so that the edge is cut off; there the size is set afterwards.
      if format != .svg {
        attributes["size"] = .text("\(inches(area.width)),\(inches(area.height))")
      }
      if format == .png || format == .pdf {
        let margin = PageSize.margin
        let sides = [area.width + 2 * margin, area.height + 2 * margin, margin]
        attributes[GraphvizRenderer.frame] = .text(
          sides.map { "\(($0 * 100).rounded() / 100)" }.joined(separator: ","))
      }
      if format == .png { attributes["dpi"] = "300" }
      if let ratio = filling(area) { attributes["ratio"] = .number(ratio) }
    }
    return attributes
  }

  /// The height of the network to its width at which it fills a page together with what stands above it;
  /// `nil` if it need not be made smaller. Nodes are moved apart, never stretched.
  private func filling(_ area: PageSize.Area) -> Double? {
    let (wide, high) = (estimate.width + 43, estimate.height + 43)
    let whole = high + captionHeight
    guard area.scale(width: wide, height: whole) < 1 else { return nil }
    let ratio =
      wide / whole > area.width / area.height
      ? (wide * area.height / area.width - captionHeight) / wide
      : high / (whole * area.width / area.height)
    return (ratio * 1000).rounded() / 1000
  }

  private var hasWordsAtMostLines: Bool {
    diagram.lines.count { !label(of: $0).isEmpty } * 2 > diagram.lines.count
  }

  private var hasWordsAtLines: Bool { diagram.lines.contains { !label(of: $0).isEmpty } }

  private func inches(_ points: Double) -> Double { (points / 72 * 1000).rounded() / 1000 }

  /// Lines that keep clear of nodes take seconds to find where there are many; then they run straight.
  private var curves: DOTValue {
    diagram.lines.count * diagram.nodes.count > 10_000 ? "line" : "true"
  }

  /// The distances between boxes.
  private var gaps: LayerPlan.Gaps {
    if hasColumns {
      return LayerPlan.Gaps(
        nodes: isCrowded ? 16 : 22, layers: hasNotes ? 14 : direction == .right ? 50 : 40)
    }
    return isCrowded ? LayerPlan.Gaps(nodes: 6, layers: 26) : LayerPlan.Gaps(nodes: 20, layers: 42)
  }

  /// The size of the picture before it is laid out, good enough to choose by.
  var estimate: LayerPlan.Box {
    if let plan { return LayerPlan.Box(width: plan.width, height: plan.height) }
    let area = diagram.nodes.map { box(of: $0) }.reduce(0) { $0 + $1.width * $1.height }
    let side = max(300, (area * 6).squareRoot())
    return LayerPlan.Box(width: side * 1.2, height: side)
  }
}

extension Drawing {
  /// Whether a line decides in which layer its head lies. Influence and ties do; a claim or a denial does only
  /// where nothing else leads to its head, or where the words at lines keep every line in its layers.
  func ranks(_ line: Diagram.Line, led: Set<String>) -> Bool {
    line.standing.isInfluence || line.standing == .tie || !isCrowded || !led.contains(line.head)
  }

  private var led: Set<String> {
    Set(
      diagram.lines.filter { $0.standing.isInfluence && $0.tail != $0.head }.map(\.head))
  }

  /// Finds the plan and the width of names under which the picture is printed largest. Names that are wrapped
  /// late make layers low where the layers stand side by side, and the picture wide.
  mutating func arrange() {
    guard isLayered, !diagram.nodes.isEmpty else { return }
    guard !hasColumns else {
      nameWidth = hasNotes ? 13 : isCrowded ? 34 : 20
      return
    }
    let numbers = Dictionary(
      uniqueKeysWithValues: diagram.nodes.enumerated().map { ($1.id, $0) })
    let led = led
    let lines = diagram.lines.compactMap { line -> LayerPlan.Line? in
      guard let tail = numbers[line.tail], let head = numbers[line.head] else { return nil }
      return LayerPlan.Line(
        tail: tail, head: head, ranks: ranks(line, led: led), words: words(at: line))
    }
    let extra = options.hasLegend ? 220.0 : 60
    var best = 0.0
    for width in isCrowded ? [20, 16, 26, 32] : [20] {
      var drawing = self
      drawing.nameWidth = width
      let plan = LayerPlan(
        boxes: diagram.nodes.map(drawing.box), lines: lines, gaps: gaps, page: options.page,
        direction: options.direction, extra: extra)
      let scale = options.page.best(width: plan.width, height: plan.height + extra).scale
      if scale > best * 1.06 {
        best = scale
        self.plan = plan
        nameWidth = width
      }
    }
  }

  /// The lines of the picture with what the plan says of them.
  var edges: [DOTEdge] {
    let led = led
    return diagram.lines.enumerated().map { number, line in
      var edge = self.line(line)
      guard isLayered else { return edge }
      guard !hasColumns else {
        if !line.standing.isInfluence, line.standing != .tie { edge.attributes["weight"] = "0" }
        place(line, in: &edge.attributes)
        return edge
      }
      // Influence runs straight before other lines do. A line of weight 0 would cross others for nothing.
      if line.standing.isInfluence || line.standing == .tie { edge.attributes["weight"] = "4" }
      if !ranks(line, led: led) { edge.attributes["constraint"] = "false" }
      if let span = plan?.spans[number] { edge.attributes["minlen"] = .number(Double(span)) }
      return edge
    }
  }

  /// The pairs of nodes that share a layer; frames decide for themselves.
  var layers: [DOTSubgraph] {
    guard options.clustering == .none, let plan else { return [] }
    return plan.pairs.enumerated().map { number, pair in
      DOTSubgraph(
        name: "layer_\(number + 1)", attributes: ["rank": "same"],
        nodes: [pair.anchor, pair.node].map { DOTNode(diagram.nodes[$0].id, [:]) })
    }
  }

  /// The words in a node, each line of them short.
  func words(of node: Diagram.Node) -> [String] {
    var lines = LabelWrap.lines(VisibleText.line(node.name), width: nameWidth)
    if lines.count > 8 {
      lines = Array(lines.prefix(7)) + ["…"]
    } else {
      lines = LabelWrap.balanced(VisibleText.line(node.name), width: nameWidth)
    }
    if let detail = node.detail {
      lines += LabelWrap.lines(VisibleText.line(detail), width: hasNotes ? 16 : max(nameWidth, 22))
    }
    return lines
  }

  /// About the size of a node; Graphviz measures letters, and this counts them.
  private func box(of node: Diagram.Node) -> LayerPlan.Box {
    guard detail.names(node) else { return LayerPlan.Box(width: 9, height: 9) }
    let lines = words(of: node)
    let columns = lines.map { LabelWrap.columns(of: $0) }.max() ?? 0
    let (across, down) = isCrowded ? (11.5, 5.8) : (17.3, 8.6)
    var box = LayerPlan.Box(
      width: max(54, Double(columns) * 6.3 + across),
      height: max(isCrowded ? 21.6 : 28.8, Double(lines.count) * 14.4 + down))
    switch KindMark.mark(of: node.kind, in: vocabulary).shape {
    case "ellipse": box = LayerPlan.Box(width: box.width * 1.41, height: box.height * 1.41)
    case "hexagon", "octagon":
      box = LayerPlan.Box(width: box.width * 1.25, height: box.height * 1.3)
    default: break
    }
    return box
  }

  private func words(at line: Diagram.Line) -> LayerPlan.Box {
    let words = label(of: line)
    guard let columns = words.map({ LabelWrap.columns(of: $0) }).max() else {
      return LayerPlan.Box(width: 0, height: 0)
    }
    return LayerPlan.Box(
      width: Double(columns + 6) * 4.9, height: Double(words.count) * Self.lineFont * 1.2 + 4)
  }

  /// A node without a name: its shape and its colour, as small as may be.
  func speck(_ node: Diagram.Node) -> DOTAttributes {
    [
      "label": "", "fixedsize": "true", "width": "0.12", "height": "0.12", "penwidth": "0.4",
      "peripheries": "1",
    ]
  }
}
