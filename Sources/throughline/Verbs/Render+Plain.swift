import Evidence
import GraphCore
import InfluenceAnalysis
import Interchange
import Reporting

/// The views of a plain network; its lines say nothing about influence.
extension Render {
  /// The picture that the options ask for.
  func picture(of plain: PlainNetwork) throws -> Picture {
    switch chosenView {
    case .network, .ego: return try diagram(of: plain)
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
    case .communities, .backbone, .diff:
      throw Failure(.usage, "this view is not there yet")
    }
  }

  /// The network, or what lies around a node of it.
  private func diagram(of plain: PlainNetwork) throws -> Picture {
    var options = diagramOptions
    let subject = plain.subject(input)
    let column = Measure.named(colorBy) == nil ? plain.nodeAttributes[colorBy] : nil
    let ids = subject.nodes.map(\.id)
    let knowsKinds = subject.nodes.allSatisfy { Vocabulary.standard.kind($0.kind) != nil }
    if let column, colorBy != "kind" || !knowsKinds {
      options.colouring = Self.colouring(by: column, ids: ids)
      try encode(
        ScoredNetwork(graph: plain.graph, nodes: subject.nodes), in: &options, colors: false)
    } else {
      try encode(ScoredNetwork(graph: plain.graph, nodes: subject.nodes), in: &options)
    }
    let center = try focus.map(plain.node(named:))
    let around = center.map { center in
      Set(plain.graph.asUndirected().breadthFirst(from: center, maximumHops: hops).reached)
        .union([center])
    }
    return .diagram(
      subject.diagram(
        title: title, of: around, strong: center.map { [$0] } ?? [], showsKinds: knowsKinds),
      options)
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
    let titles = Set(values.map(\.1.text)).sorted()
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
