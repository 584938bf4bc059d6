import ArgumentParser
import DOT
import Evidence
import Foundation
import Graphviz
import Reporting

/// The formats of a picture.
enum Picture: String, ExpressibleByArgument, CaseIterable {
  case svg, png, pdf, dot

  /// Draws a diagram; what Graphviz says goes to standard error.
  func render(
    _ diagram: Diagram, _ options: DiagramOptions, vocabulary: Vocabulary, console: Console
  ) throws -> Data {
    let format: GraphvizFormat
    switch self {
    case .dot: return Data(DOTWriter().write(diagram.dot(options, vocabulary: vocabulary)).utf8)
    case .svg: format = .svg
    case .png: format = .png
    case .pdf: format = .pdf
    }
    do throws(GraphvizError) {
      let rendering = try diagram.rendered(as: format, options, vocabulary: vocabulary)
      for message in rendering.messages { console.say("graphviz: \(message.text)") }
      return Data(rendering.data)
    } catch {
      throw Failure(.internalFailure, error.description)
    }
  }
}
