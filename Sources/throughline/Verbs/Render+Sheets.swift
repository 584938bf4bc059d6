import ArgumentParser
import GraphCore
import InfluenceAnalysis
import Interchange
import Reporting

/// The views whose places are known beforehand: timeline, matrix and attribution.
extension Render {
  /// Dated events in order.
  func timeline(of network: InfluenceNetwork) throws -> Picture {
    let window = try Timeline.days(Substring(sheet.window ?? "30d"))
    let report = TimelineReport(network.table, windows: [window])
    return .canvas(
      TimelinePicture(report, theme: drawing.theme.theme, title: title, hasLegend: legend).canvas())
  }

  /// Attacks and who was behind them.
  func attribution(of network: InfluenceNetwork) throws -> Picture {
    let attacks = try focus.map { [try Attribute.resolve($0, in: network.evidence)] }
    let attributor = Attributor(
      network.evidence, policy: network.policy, dependence: network.dependence,
      seed: analysis.seed)
    let report = AttributionReport(attributor, attacks: attacks)
    return .canvas(
      AttributionPicture(report, theme: drawing.theme.theme, title: title, hasLegend: legend)
        .canvas())
  }

  private var matrixOptions: MatrixPicture.Options {
    var options = MatrixPicture.Options()
    options.order = sheet.order?.order ?? options.order
    options.limit = sheet.rows ?? options.limit
    options.theme = drawing.theme.theme
    options.title = title
    options.hasLegend = legend
    return options
  }

  /// The matrix of a network of evidence.
  func matrix(of network: InfluenceNetwork) throws -> Picture {
    .canvas(
      MatrixPicture(
        network, groups: try scored(network).communities(seed: analysis.seed),
        options: matrixOptions
      ).canvas())
  }

  /// The matrix of a plain network.
  func matrix(of plain: PlainNetwork) throws -> Picture {
    let subject = plain.subject(input)
    let scored = ScoredNetwork(graph: plain.graph, nodes: subject.nodes)
    return .canvas(
      MatrixPicture(
        subject, groups: try scored.communities(seed: analysis.seed), options: matrixOptions
      ).canvas())
  }
}
