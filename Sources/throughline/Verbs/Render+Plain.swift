import Evidence
import GraphCore
import InfluenceAnalysis
import Interchange
import Reporting

/// The views of a plain network; its lines say nothing about influence.
extension Render {
  /// The picture that the options ask for.
  func picture(of plain: PlainNetwork) throws -> Picture {
    if views.lineColorBy != nil {
      throw Failure(
        .usage,
        "--line-color-by shows evidence, and \(input.name) is a plain network that records none; leave it out"
      )
    }
    let subject = plain.subject(input)
    switch chosenView {
    case .network, .ego: return try around(subject, of: plain)
    case .communities:
      return collapsed(
        subject.diagram(showsKinds: subject.knowsKinds),
        by: try ScoredNetwork(graph: plain.graph, nodes: subject.nodes)
          .communities(seed: analysis.seed))
    case .backbone:
      let backbone = try weighing(plain) { try self.backbone(of: plain.graph) }
      return try drawn(
        backbone.diagram(of: subject, title: title, showsKinds: subject.knowsKinds), subject,
        of: plain, by: plain.isDirected ? .dot : .neato)
    case .diff: return try difference(subject)
    case .chain:
      throw Failure(
        .usage,
        "\(input.name) is a plain network without chains of influence; trace draws the ways between "
          + "two nodes")
    case .attribution, .timeline:
      throw Failure(
        .usage,
        "\(input.name) is a plain network, in which nothing is said of attacks and nothing has a date; "
          + "the view \(chosenView.rawValue) needs a graph of evidence")
    case .matrix: return try matrix(of: plain)
    }
  }

  /// Does what needs usable weights; a weight that is none is named by the ends of its edge.
  private func weighing<T>(_ plain: PlainNetwork, _ work: () throws -> T) throws -> T {
    do { return try work() } catch let error as GraphError {
      throw plain.failure(error, input, common)
    }
  }

  /// The network, or what lies around a node of it.
  private func around(_ subject: PlainSubject, of plain: PlainNetwork) throws -> Picture {
    guard let focus, chosenView == .ego else {
      return try drawn(
        subject.diagram(title: title, showsKinds: subject.knowsKinds), subject, of: plain)
    }
    let center = try plain.node(named: focus)
    let hops = hops ?? 2
    let near = Set(plain.graph.asUndirected().breadthFirst(from: center, maximumHops: hops).reached)
    let diagram = subject.diagram(
      title: title, of: near.union([center]), strong: [center], showsKinds: subject.knowsKinds)
    let ego = EgoView(around: subject.nodes[center].id, in: diagram, hops: hops)
    return try drawn(ego.diagram, subject, of: plain, by: ego.engine)
  }

  /// A picture whose nodes are coloured as the options ask.
  private func drawn(
    _ diagram: Diagram, _ subject: PlainSubject, of plain: PlainNetwork,
    by engine: DiagramOptions.Engine? = nil
  ) throws -> Picture {
    var options = diagramOptions
    options.engine = layout?.engine ?? engine
    try encode(ScoredNetwork(graph: plain.graph, nodes: subject.nodes), in: &options) { name in
      let column = Measure.named(name) == nil ? plain.nodeAttributes[name] : nil
      if let column, name != "kind" || !subject.knowsKinds {
        return Self.colouring(by: column, ids: subject.nodes.map(\.id))
      }
      if ["involvement", "probability", "status", "date"].contains(name) {
        throw Failure(
          .usage,
          "--color-by \(name) shows evidence, and \(input.name) is a plain network that records none; color it "
            + "by kind, community, a measure or an attribute of its nodes")
      }
      return nil
    }
    return .diagram(diagram, options)
  }

  /// What differs from the network that it is to be compared with.
  private func difference(_ subject: PlainSubject) throws -> Picture {
    var other = GraphInput()
    other.graph = views.against ?? ""
    guard case .plain(let plain) = try other.loadAny(common) else {
      throw Failure(
        .usage,
        "\(other.name) records evidence and \(input.name) is a plain network; compare two of one sort"
      )
    }
    let new = plain.subject(other)
    let diff = DiffView(
      from: subject, to: new, showsKinds: subject.knowsKinds && new.knowsKinds)
    return .diagram(
      diff.diagram(title: title, oldName: input.fileName, newName: other.fileName), diagramOptions)
  }

  /// Colors by an attribute: as scores if it is a number, else each value for itself.
  private static func colouring(
    by column: AttributeColumn, ids: [String]
  ) -> DiagramOptions.Colouring {
    let values = zip(ids, 0..<column.rowCount).compactMap { id, row in
      column[row].map { (id, $0) }
    }
    if column.type == .integer || column.type == .real {
      return .scores(
        DiagramOptions.Scores(
          name: column.name,
          values: Dictionary(
            values.compactMap { id, value in value.number.map { (id, $0) } },
            uniquingKeysWith: { first, _ in first })))
    }
    // The most frequent values have the colours, ties go by the value.
    var counts: [String: Int] = [:]
    for (_, value) in values { counts[value.text, default: 0] += 1 }
    let titles = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let places = Dictionary(
      titles.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return .groups(
      DiagramOptions.Groups(
        name: column.name,
        values: Dictionary(
          values.compactMap { id, value in places[value.text].map { (id, $0) } },
          uniquingKeysWith: { first, _ in first }),
        titles: titles))
  }
}

extension PlainSubject {
  /// Whether all nodes have kinds that there is a mark for.
  fileprivate var knowsKinds: Bool {
    nodes.allSatisfy { Vocabulary.standard.kind($0.kind) != nil }
  }
}
