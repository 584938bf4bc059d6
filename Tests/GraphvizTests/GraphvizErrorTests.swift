import Testing

@testable import Graphviz

/// The messages of Graphviz are those that 2.43 gives for a format and a layout that it does not know.
@Suite struct GraphvizErrorTests {
  @Test(arguments: [
    "Format: \"png:cairo\" not recognized. Use one of: png:gd", "renderer for png is unavailable",
    "Could not load \"libgvplugin_pango.so.6\" - file not found",
  ])
  func missingCairo(said: String) {
    let error = GraphvizError.rendering(.png, [GraphvizMessage(.error, said)])
    #expect(error.kind == .missingPlugin)
    #expect(
      error.description
        == "Graphviz has no part that writes png: \(said). Install the cairo plugin "
        + "(Debian: the packages graphviz and libgvc6; Homebrew: graphviz), run `dot -c`, or write SVG."
    )
  }

  @Test func missingCore() {
    let error = GraphvizError.rendering(.svg, [GraphvizMessage(.error, "Format: not recognized")])
    #expect(error.kind == .missingPlugin)
    #expect(
      error.mend == "Install the Debian package graphviz (Homebrew: graphviz) and run `dot -c`.")
  }

  @Test func otherFailures() {
    #expect(GraphvizError.rendering(.pdf, []).kind == .renderingFailed)
    #expect(GraphvizError.layout(.dot, []).kind == .layoutFailed)
  }

  @Test func missingLayout() {
    let said = "Layout type: \"sfdp\" not recognized. Use one of: dot neato"
    let error = GraphvizError.layout(.sfdp, [GraphvizMessage(.error, said)])
    #expect(error.kind == .missingPlugin)
    #expect(
      error.description == "Graphviz has no layout sfdp: \(said). "
        + "Install the Debian package graphviz (Homebrew: graphviz) and run `dot -c`.")
  }
}
