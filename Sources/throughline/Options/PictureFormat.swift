import ArgumentParser
import DOT
import Evidence
import Foundation
import Graphviz
import Reporting

/// The formats of a picture.
enum PictureFormat: String, ExpressibleByArgument, CaseIterable {
  case svg, png, pdf, dot, html

  /// The same under the name that Graphviz has for it; `nil` for what Graphviz does not write.
  var graphviz: GraphvizFormat? {
    switch self {
    case .svg: .svg
    case .png: .png
    case .pdf: .pdf
    case .dot, .html: nil
    }
  }

  /// Draws a picture; what Graphviz says goes to standard error.
  func render(
    _ picture: Picture, _ drawing: DrawingOptions, vocabulary: Vocabulary, console: Console
  ) throws -> Data {
    guard let format = graphviz else { return Data(picture.dotText(vocabulary: vocabulary).utf8) }
    let rendering = try drawing.limits.draw(console) { backend throws(GraphvizError) in
      try picture.rendered(as: format, vocabulary: vocabulary, by: backend)
    }
    let svg = format == .svg ? rendering.data : nil
    for remark in picture.remarks(vocabulary: vocabulary, svg: svg) { console.say(remark) }
    return Data(rendering.data)
  }

  /// The format that the user names, or that the ending of the output tells.
  static func chosen(_ format: PictureFormat?, _ output: OutputOptions) throws -> PictureFormat {
    if let format { return format }
    guard let ending = output.ending else {
      if output.isStandardOutput { return .svg }
      throw Failure(.usage, "end the name of the output in .svg, .png, .pdf, .html or .dot")
    }
    if let picture = PictureFormat(rawValue: ending == "gv" ? "dot" : ending) { return picture }
    throw Failure(.usage, "'.\(ending)' is no picture; use .svg, .png, .pdf, .html or .dot")
  }
}
