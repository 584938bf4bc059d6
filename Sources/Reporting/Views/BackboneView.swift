internal import Evidence
public import GraphCore
public import InfluenceAnalysis

/// The backbone of a network: the edges whose weight stands out at one of their ends, by the disparity filter
/// [Serrano2009].
public struct BackboneView: Sendable {
  /// What the filter keeps.
  public let filter: DisparityFilter
  private let graph: Graph

  /// Filters a graph by its weights.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - alpha: Below which chance an edge is kept.
  /// - Throws: ``ViewError`` if there are no weights that differ or nothing stands out, `GraphError` for
  ///   weights below zero.
  public init(_ graph: Graph, alpha: Double) throws {
    let weights = Set(graph.edges.lazy.filter { $0.tail != $0.head }.map { $0.weight ?? 1 })
    guard graph.isWeighted, weights.count > 1 else {
      throw ViewError.noWeights(isUnweighted: !graph.isWeighted)
    }
    self.graph = graph
    filter = try graph.disparityFilter(alpha: alpha)
    guard !filter.edges.isEmpty else {
      throw ViewError.nothingStandsOut(alpha: alpha, least: filter.chances.min() ?? 1)
    }
  }

  /// The backbone of a network of evidence, whose weights are the probabilities of its hops; claims, denials
  /// and leads between those that are left stay, apart.
  ///
  /// - Parameters:
  ///   - network: The network, made of the same graph.
  ///   - title: The title.
  /// - Returns: The diagram.
  public func diagram(of network: InfluenceNetwork, title: String? = nil) -> Diagram {
    let sketch = NetworkSketch(network: network, view: .whole)
    let whole = Diagram(network)
    let hops = filter.edges.map { network.hops[$0] }
    let ends = Set(hops.map { [$0.tail, $0.head] })
    let kept = Set(filter.nodes.map { network.nodes[$0] })
    let lines = whole.lines.filter { line in
      guard line.isArc else { return kept.contains(line.tail) && kept.contains(line.head) }
      return ends.contains([line.tail, line.head])
        || !line.isDirected && ends.contains([line.head, line.tail])
    }
    let selection = sketch.select(lines, extra: kept)
    let apart = whole.nodes.count - network.nodes.count
    let own = lines.count(where: \.isArc)
    var diagram = Diagram(
      title: title ?? "\(network.evidence.title): backbone",
      subtitle: sketch.subtitle(selection)
        + "; backbone at alpha \(filter.alpha): \(own) of \(whole.lines.count(where: \.isArc)) arcs, "
        + "\(kept.count) of \(network.nodes.count) entities, \(weight) of the summed probability",
      sourceLine: sketch.sourceLine(selection), nodes: selection.nodes, lines: lines)
    diagram.notes = dropped(
      lines: whole.lines.count - lines.count, nodes: network.nodes.count - kept.count,
      noun: ("entity", "entities"),
      apart: apart)
    return diagram
  }

  /// The backbone of a plain network.
  ///
  /// - Parameters:
  ///   - subject: The network, made of the same graph.
  ///   - title: The title.
  ///   - showsKinds: Whether nodes are drawn by their kinds.
  /// - Returns: The diagram.
  public func diagram(
    of subject: PlainSubject, title: String? = nil, showsKinds: Bool = true
  ) -> Diagram {
    var diagram = subject.diagram(
      title: title ?? "\(subject.title): backbone", of: Set(filter.nodes), edges: Set(filter.edges),
      showsKinds: showsKinds)
    diagram.subtitle +=
      "; backbone at alpha \(filter.alpha), \(weight) of the weight"
    let weights = graph.edges.map { $0.weight ?? 1 }
    let most = weights.max() ?? 1
    // The number of an edge is the relation of its line.
    for index in diagram.lines.indices {
      guard let edge = Int(diagram.lines[index].relation), most > 0 else { continue }
      diagram.lines[index].weight = weights[edge] / most
      diagram.lines[index].tooltip +=
        "; weight \(FindingContext.number(weights[edge])), chance "
        + FindingContext.number(filter.chances[edge])
    }
    diagram.notes = dropped(
      lines: graph.edgeCount - filter.edges.count, nodes: graph.nodeCount - filter.nodes.count,
      noun: ("node", "nodes"), apart: 0)
    return diagram
  }

  private var weight: String {
    "\(Int(((filter.keptWeight ?? 0) * 100).rounded())) %"
  }

  private func dropped(
    lines: Int, nodes: Int, noun: (String, String), apart: Int
  ) -> [String] {
    var words =
      "Kept: what holds so large a share of the weight at one of its ends that chance would give it less "
      + "often than \(filter.alpha). Left out: \(Plural.text(lines, "line", "lines")) and "
      + "\(Plural.text(nodes, noun.0, noun.1)) without a line that is kept"
    if apart > 0 { words += ", and \(apart) more of which only claims, denials and leads speak" }
    return [words + "."]
  }
}
