import ArgumentParser
import Evidence
import GraphCore
import InfluenceAnalysis
import Interchange
import Reporting

/// What the weights of a plain network mean.
enum WeightMeaning: String, ExpressibleByArgument, CaseIterable {
  case none, strength, distance

  /// What they mean to a measure.
  var meaning: Measure.Weights {
    switch self {
    case .none: .none
    case .strength: .strength
    case .distance: .distance
    }
  }

  /// The lengths of edges that they make.
  var lengths: EdgeLengths {
    switch self {
    case .none: .hops
    case .strength: .inverseWeights
    case .distance: .weights
    }
  }

  /// The lengths in words.
  var words: String {
    switch self {
    case .none: "hops"
    case .strength: "1 / weight"
    case .distance: "weight"
    }
  }
}

extension PlainNetwork {
  /// The attributes that say what an edge is called; the first that it has counts.
  private static let edgeNames = ["label", "kind", "relation", "type", "name"]

  /// The network with the names that a finding prints.
  func subject(_ input: GraphInput) -> PlainSubject {
    let kinds = nodeAttributes["kind"]
    let columns = Self.edgeNames.compactMap { edgeAttributes[$0] }
    return PlainSubject(
      title: attributeText("title") ?? attributeText("label") ?? input.title, graph: graph,
      nodes: nodes.enumerated().map { row, node in
        MeasureTable.Node(
          id: node.id, name: node.label.isEmpty ? node.id : node.label,
          kind: kinds?[row]?.text ?? "")
      },
      edgeName: { edge in
        columns.lazy.compactMap { $0[edge]?.text }.first { !$0.isEmpty }
      })
  }

  private func attributeText(_ name: String) -> String? {
    guard case .text(let text)? = attribute(name), !text.isEmpty else { return nil }
    return text
  }

  /// The index of the node that a user names by id or label.
  func node(named name: String) throws -> Int {
    var labelled: [Int] = []
    for (row, node) in nodes.enumerated() {
      if node.id == name { return row }
      if node.label == name { labelled.append(row) }
    }
    if labelled.count == 1 { return labelled[0] }
    guard labelled.isEmpty else {
      throw Failure(
        .usage, "'\(name)' fits several nodes; name one of them by its id:\n" + lines(labelled))
    }
    let index = NameIndex(
      nodes.enumerated().flatMap { row, node in
        [
          NameIndex.Row(id: String(row), name: node.id),
          NameIndex.Row(id: String(row), name: node.label),
        ]
      })
    switch index.resolve(name) {
    case .one(let row) where Int(row).map(String.init) != name:
      if let row = Int(row) { return row }
    case .many(let rows):
      throw Failure(
        .usage,
        "'\(name)' fits several nodes; name one of them:\n" + lines(rows.compactMap { Int($0) }))
    case .none(let rows) where !rows.isEmpty:
      throw Failure(
        .usage,
        "'\(name)' is no node of this network; did you mean:\n"
          + lines(rows.compactMap { Int($0) }))
    case .one, .none: break
    }
    throw Failure(
      .usage,
      "'\(name)' is no node of this network; look for it with 'throughline centrality GRAPH'")
  }

  private func lines(_ rows: [Int]) -> String {
    let shown = rows.prefix(10).map { row in
      "  \(nodes[row].id)" + (nodes[row].label == nodes[row].id ? "" : "  (\(nodes[row].label))")
    }
    return (shown + (rows.count > 10 ? ["  ... and \(rows.count - 10) more"] : []))
      .joined(separator: "\n")
  }

  /// An edge by the ids of its ends, and its own if it has one.
  func words(of edge: Int) -> String {
    let ends = graph.edges[edge]
    let id = edgeAttributes["id"]?[edge].map { " (id \($0.text))" } ?? ""
    return "\(nodes[ends.tail].id) \(isDirected ? "->" : "--") \(nodes[ends.head].id)\(id)"
  }

  /// An error of an algorithm with the names of the edge that it speaks of.
  func failure(
    _ error: GraphError, _ input: GraphInput, _ common: any InputOptions
  ) -> Failure {
    guard case .unusableWeight(let edge, let weight, let needed) = error else {
      return Failure(.malformedData, error.description)
    }
    if let finding = input.place(ofWeightsThatAreNot: needed, common) {
      return Failure(.malformedData, FindingText.line(finding))
    }
    return Failure(
      .malformedData,
      "\(input.name): the weight of the edge \(words(of: edge)) is \(weight), and must be "
        + "\(needed.rawValue) here; correct the attribute 'weight', or take --weights none")
  }
}
