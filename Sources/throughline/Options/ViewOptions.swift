import ArgumentParser
import Reporting

/// What single views of `render` need, and what lines mean.
struct ViewOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Draw the chains between two entities; may be given several times.", valueName: "FROM,TO"))
  var chain: [String] = []

  @Option(
    help: """
      What the color of a line means: degree, probability, status or date. A plain network has none of these.
      """)
  var lineColorBy: LineColor?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Of a backbone: keep edges whose share of weight chance would give less often. (default: 0.05)",
      valueName: "0...1"))
  var alpha: Double?

  @Option(
    help: ArgumentHelp(
      "Of a diff: the graph as it is, set against GRAPH; without it GRAPH as known by --as-of is set against all of it.",
      valueName: "file"))
  var against: String?

  enum LineColor: String, ExpressibleByArgument, CaseIterable {
    case degree, probability, status, date

    var colouring: DiagramOptions.LineColouring {
      DiagramOptions.LineColouring(rawValue: rawValue) ?? .degree
    }
  }

  func validate() throws {
    if let alpha, !(0...1).contains(alpha) || alpha == 0 {
      throw ValidationError("--alpha must be above 0 and at most 1.")
    }
  }
}

extension Render {
  private static let encodings: Set<String> = [
    "--layout", "--page", "--color-by", "--line-color-by", "--size-by", "--cluster-by",
  ]

  /// The options that have a meaning for each view.
  private static func meaningful(to view: ViewName) -> Set<String> {
    switch view {
    case .network, .ego: encodings.union(["--focus", "--hops", "--projection"])
    case .chain: ["--page", "--chain", "--color-by", "--line-color-by", "--projection"]
    case .communities: ["--layout", "--page", "--projection"]
    case .backbone: encodings.union(["--alpha", "--projection"])
    case .diff: ["--layout", "--page", "--against", "--projection"]
    case .timeline: ["--window"]
    case .matrix: ["--order", "--rows", "--projection"]
    case .attribution: ["--focus"]
    }
  }

  /// Refuses an option that means nothing to the view, rather than passing it over.
  func refuseWhatMeansNothing() throws {
    let meaningful = Self.meaningful(to: chosenView)
    let given: [(String, Bool)] = [
      ("--layout", layout != nil), ("--page", page != nil), ("--focus", focus != nil),
      ("--hops", hops != nil), ("--chain", !views.chain.isEmpty), ("--color-by", colorBy != nil),
      ("--line-color-by", views.lineColorBy != nil), ("--size-by", sizeBy != nil),
      ("--cluster-by", clusterBy != nil), ("--alpha", views.alpha != nil),
      ("--against", views.against != nil), ("--window", sheet.window != nil),
      ("--order", sheet.order != nil), ("--rows", sheet.rows != nil),
      ("--projection", analysis.projection.chosen != nil),
    ]
    for (option, isGiven) in given where isGiven && !meaningful.contains(option) {
      throw ValidationError(
        "\(option) means nothing to the view \(chosenView.rawValue); leave it out.")
    }
    if chosenView == .network, hops != nil {
      throw ValidationError("--hops counts from --focus ENTITY; the view network draws all.")
    }
    if view == .network, focus != nil, colorBy != "probability" {
      throw ValidationError(
        "The view network draws all: leave --focus out, take --view ego, or --color-by probability."
      )
    }
  }
}
