import Evidence
import Foundation
import Graphviz
import Reporting

/// What `render` does besides drawing views: it counts what can be counted of a layout, and draws DOT as it stands.
extension Render {
  /// Writes the figures of a picture.
  func measure(_ picture: Picture, _ vocabulary: Vocabulary) throws {
    let quality: LayoutQuality?
    do {
      quality = try common.console.waiting("layout", atMost: drawing.limits.allowedTime) {
        try picture.measured(vocabulary: vocabulary, by: drawing.limits.backend)
      }
    } catch let error as GraphvizError {
      throw Failure(error)
    } catch {
      throw Failure(.internalFailure, "the layout cannot be read: \(error)")
    }
    guard let quality else {
      throw Failure(
        .usage,
        "the places of this view are fixed and no layout finds them; --measure-layout takes the views "
          + "network, chain, ego, communities, backbone and diff")
    }
    try output.write(quality.json(), console: common.console)
  }

  /// Draws a DOT text as it stands.
  func drawRaw() throws {
    let weighing = analysis.evidence.weighing
    let given: [(String, Bool)] = [
      ("--view", view != nil), ("--focus", focus != nil), ("--hops", hops != nil),
      ("--chain", !views.chain.isEmpty), ("--measure-layout", measureLayout),
      ("--cluster-by", clusterBy != nil), ("--size-by", sizeBy != nil),
      ("--color-by", colorBy != nil), ("--line-color-by", views.lineColorBy != nil),
      ("--title", title != nil), ("--page", page != nil), ("--no-legend", !legend),
      ("--theme", drawing.chosenTheme != nil), ("--policy", weighing.policy != nil),
      ("--as-of", weighing.asOf != nil), ("--projection", analysis.projection.chosen != nil),
    ]
    if let option = given.first(where: \.1)?.0 {
      throw Failure(
        .usage, "--raw draws a DOT file as it stands; leave out \(option), or leave out --raw")
    }
    let format = try PictureFormat.chosen(format, output)
    guard format != .html else {
      throw Failure(.usage, "--raw knows no entities for a page; write .svg, .png, .pdf or .dot")
    }
    guard let text = String(validating: try input.bytes(), as: UTF8.self) else {
      throw Failure(.malformedData, "\(input.name) is no UTF-8 text; --raw draws DOT")
    }
    guard let written = format.graphviz else {
      return try output.write(text, console: common.console)
    }
    let engine = layout?.engine?.graphviz ?? .dot
    let rendering: Rendering
    do {
      rendering = try drawing.limits.draw(common.console) { (backend) throws(GraphvizError) in
        try backend.render(text, by: engine, as: written)
      }
    } catch var failure as Failure {
      failure.message = "\(input.name): \(failure.message)"
      throw failure
    }
    try output.write(Data(rendering.data), console: common.console)
  }
}
