import Evidence
import Foundation
import GraphCore
import InfluenceAnalysis
import Interchange
import Reporting

/// The views of a network of evidence.
extension Render {
  /// In how many worlds of the evidence communities are looked for again.
  private static let worldsOfCommunities = 100

  /// The picture that the options ask for.
  /// The network may know only what had been published by a day; `whole` is all there is.
  func picture(of network: InfluenceNetwork, in whole: InfluenceGraph) throws -> Picture {
    switch chosenView {
    case .network: return try drawn(Diagram(network, title: title), of: network)
    case .ego:
      let id = try EntityName.resolve(focus ?? "", in: network.evidence)
      let around = Diagram(network, view: .around(id, hops: hops ?? 2), title: title)
      let ego = EgoView(around: id, in: around, hops: hops ?? 2)
      return try drawn(ego.diagram, of: network, by: ego.engine)
    case .chain:
      return try drawn(
        ChainView(try traces(in: network), in: network).diagram(title: title), of: network)
    case .communities:
      let found = try console.watched("communities") { _ in
        try network.communities(samples: Self.worldsOfCommunities, seed: analysis.seed)
      }
      return collapsed(
        Diagram(network),
        by: DiagramOptions.Groups(
          communities: found.map { $0.members.map { network.nodes[$0] } }),
        stability: Dictionary(
          uniqueKeysWithValues: found.enumerated().map { ($0, $1.stability) }))
    case .backbone:
      let backbone = try backbone(of: network.graph)
      return try drawn(backbone.diagram(of: network, title: title), of: network)
    case .diff: return try difference(network, whole)
    case .timeline: return try timeline(of: network)
    case .matrix: return try matrix(of: network)
    case .attribution: return try attribution(of: network)
    }
  }

  /// What changed to the other graph; without one, what has been published since the day of --as-of.
  private func difference(_ network: InfluenceNetwork, _ whole: InfluenceGraph) throws -> Picture {
    // What had been published by a day is set against all that there is.
    var complete = analysis
    complete.evidence.asOf = nil
    var newest = whole
    var names = (old: input.fileName, new: "all of \(input.fileName)")
    if let path = views.against {
      var other = GraphInput()
      other.graph = path
      newest = try other.load(
        common, need: "there are no statements to compare with those of \(input.name)")
      names.new = other.fileName
    }
    let diff = DiffView(
      try GraphDiff(
        from: network, to: try complete.network(of: newest), measures: [], seed: analysis.seed))
    let since = analysis.evidence.asOf.map { DiffView.title(of: network.evidence, after: $0) }
    if let day = analysis.evidence.asOf { names.old += " as known on \(day)" }
    return .diagram(
      diff.diagram(title: title ?? since, oldName: names.old, newName: names.new), diagramOptions)
  }

  func scored(_ network: InfluenceNetwork) -> ScoredNetwork {
    ScoredNetwork(
      graph: network.graph, nodes: network.nodes.map { MeasureTable.Node(id: $0, name: $0) })
  }

  /// A picture in which nodes and lines are coloured as the options ask.
  private func drawn(
    _ diagram: Diagram, of network: InfluenceNetwork, by engine: DiagramOptions.Engine? = nil
  ) throws -> Picture {
    var options = diagramOptions
    options.engine = layout?.engine ?? engine
    try encode(scored(network), in: &options) { name in
      switch name {
      case "involvement": return .groups(diagram.involvement())
      case "status": return .groups(diagram.worstStatuses())
      case "date":
        let ids = Set(diagram.nodes.map(\.id))
        var dates = DiagramOptions.Scores.dates(of: network.evidence)
        dates.values = dates.values.filter { ids.contains($0.key) }
        return .scores(dates)
      case "probability":
        guard let focus else { return .scores(diagram.strongestProbabilities()) }
        return .scores(
          .connections(in: network, from: try EntityName.resolve(focus, in: network.evidence)))
      default: return nil
      }
    }
    return .diagram(diagram, options)
  }

  /// The communities of a picture.
  func collapsed(
    _ diagram: Diagram, by groups: DiagramOptions.Groups, stability: [Int: Double] = [:]
  ) -> Picture {
    let (collapsed, sizes) = CommunitiesView(diagram, by: groups, stability: stability)
      .collapsed(title: title)
    var options = diagramOptions
    options.sizes = sizes
    return .diagram(collapsed, options)
  }

  /// The backbone of a graph, or why there is none.
  func backbone(of graph: Graph) throws -> BackboneView {
    do {
      return try BackboneView(graph, alpha: views.alpha ?? 0.05)
    } catch let error as ViewError {
      throw Failure(.noResult, "\(input.name): \(error.description)")
    }
  }

  /// What leads from the first to the second of each pair of entities; some chain must.
  private func traces(in network: InfluenceNetwork) throws -> [InfluenceAnalysis.Trace] {
    let tracer = Tracer(network)
    let traces = try views.chain.map { pair in
      let ends = pair.split(separator: ",", maxSplits: 1).map(String.init)
      guard ends.count == 2 else {
        throw Failure(.usage, "--chain needs two entities, such as --chain 'Adnani,Magnanville'")
      }
      let ids = try ends.map {
        try EntityName.resolve($0.trimmingCharacters(in: .whitespaces), in: network.evidence)
      }
      return tracer.chains(from: ids[0], to: ids[1])
    }
    for trace in traces where trace.chains.isEmpty {
      let reasons = trace.refusals.prefix(5).map { "  " + $0.sentence }
      throw Failure(
        .noResult,
        (["no chain leads from \(trace.from) to \(trace.to)"] + reasons).joined(separator: "\n"))
    }
    return traces
  }
}
