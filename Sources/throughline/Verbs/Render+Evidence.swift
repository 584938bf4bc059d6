import Evidence
import Foundation
import GraphCore
import InfluenceAnalysis
import Reporting

/// The views of a network of evidence.
extension Render {
  /// The picture that the options ask for.
  func picture(of network: InfluenceNetwork) throws -> Picture {
    switch chosenView {
    case .network: return try diagram(of: network, .whole)
    case .ego:
      let id = try EntityName.resolve(focus ?? "", in: network.evidence)
      return try diagram(of: network, .around(id, hops: hops))
    case .chain: return try diagram(of: network, .chains(try chains(of: network)))
    case .timeline: return try timeline(of: network)
    case .matrix: return try matrix(of: network)
    case .attribution: return try attribution(of: network)
    case .communities, .backbone, .diff:
      throw Failure(.usage, "this view is not there yet")
    }
  }

  private func diagram(
    of network: InfluenceNetwork, _ view: Diagram.View
  ) throws -> Picture {
    var options = diagramOptions
    if chain != nil { options.direction = .right }
    try encode(
      ScoredNetwork(
        graph: network.graph, nodes: network.nodes.map { MeasureTable.Node(id: $0, name: $0) }),
      in: &options)
    return .diagram(Diagram(network, view: view, title: title), options)
  }

  private func chains(of network: InfluenceNetwork) throws -> [Chain] {
    let ends = (chain ?? "").split(separator: ",", maxSplits: 1).map(String.init)
    guard ends.count == 2 else {
      throw Failure(.usage, "--chain needs two entities, such as --chain 'Adnani,Magnanville'")
    }
    let ids = try ends.map {
      try EntityName.resolve(
        $0.trimmingCharacters(in: .whitespaces), in: network.evidence)
    }
    let trace = Tracer(network).chains(from: ids[0], to: ids[1])
    guard !trace.chains.isEmpty else {
      let reasons = trace.refusals.prefix(5).map { "  " + $0.sentence }
      throw Failure(
        .noResult,
        (["no chain leads from \(ids[0]) to \(ids[1])"] + reasons).joined(separator: "\n"))
    }
    return trace.chains
  }
}
