import Evidence
import Foundation
import GraphCore
import Graphviz
import InfluenceAnalysis
import Interchange
import Reporting

/// The picture as a page to search, filter and follow.
extension Render {
  /// Draws the picture that the options ask for and writes its page.
  func writePage() throws {
    let page = InteractivePage(try figure(), scheme: drawing.theme == .dark ? .dark : .system)
    let html: (text: String, messages: [GraphvizMessage])
    do throws(GraphvizError) {
      html = try common.console.waiting("drawing", atMost: drawing.limits.allowedTime) {
        () throws(GraphvizError) in
        try page.html(by: drawing.limits.backend)
      }
    } catch {
      throw Failure(error)
    }
    for message in html.messages { common.console.say("graphviz: \(message.text)") }
    try output.write(html.text, console: common.console)
  }

  private func figure() throws -> InteractiveFigure {
    // A picture whose places are fixed is made once for each ground.
    var dark = self
    dark.drawing.theme = .dark
    switch try input.loadAny(common) {
    case .evidence(let reading):
      let whole = try input.graph(of: reading)
      let network = try analysis.network(of: whole)
      let picture = try picture(of: network, in: whole)
      warnOfEmptiness(picture, projection: network.projection.name)
      return InteractiveFigure(
        picture, dark: picture.isCanvas ? try dark.picture(of: network, in: whole) : nil,
        network: network)
    case .plain(let plain):
      try analysis.refuse(on: input)
      let picture = try picture(of: plain)
      warnOfEmptiness(picture)
      var figure = InteractiveFigure(
        picture, dark: picture.isCanvas ? try dark.picture(of: plain) : nil)
      figure.nodeFacts = plain.nodeFacts
      figure.lineFacts = plain.lineFacts
      return figure
    }
  }
}

extension Picture {
  /// Whether the places of its marks are fixed.
  fileprivate var isCanvas: Bool {
    if case .canvas = self { true } else { false }
  }
}

extension PlainNetwork {
  /// What the file says of each node, by id.
  fileprivate var nodeFacts: [String: [InteractiveFigure.Fact]] {
    Dictionary(
      nodes.enumerated().map { ($1.id, Self.facts(nodeAttributes, row: $0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What the file says of each edge, by its number.
  fileprivate var lineFacts: [String: [InteractiveFigure.Fact]] {
    // A file without weights gives each edge the weight 1.
    let hasWeights = edgeAttributes["weight"] == nil && graph.edges.contains { $0.weight != 1 }
    return Dictionary(
      graph.edges.enumerated().map { row, edge in
        let weight = hasWeights ? edge.weight : nil
        let facts = weight.map { [InteractiveFigure.Fact("weight", Self.text($0))] } ?? []
        return (String(row), facts + Self.facts(edgeAttributes, row: row))
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func text(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }

  private static func facts(
    _ table: AttributeTable, row: Int
  ) -> [InteractiveFigure.Fact] {
    table.columns.compactMap { column in
      column[row].map { InteractiveFigure.Fact(column.name, $0.text) }
    }
  }
}
