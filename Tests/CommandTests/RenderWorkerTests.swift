import Foundation
import Graphviz
import Testing

@Suite struct RenderWorkerTests {
  private func renderer(
    seconds: Double = 60, memory: Int = 4 << 30, executable: String? = nil
  ) -> IsolatedRenderer {
    IsolatedRenderer(
      executable: executable ?? Command.executable.path, arguments: ["render-worker"],
      limits: IsolatedRenderer.Limits(seconds: seconds, memory: memory))
  }

  private func failure(
    _ renderer: IsolatedRenderer, _ text: String, by engine: GraphvizEngine = .dot
  ) -> GraphvizError? {
    #expect(throws: GraphvizError.self) { try renderer.render(text, by: engine, as: .svg) }
  }

  @Test(arguments: [GraphvizFormat.svg, .png, .plain])
  func theChildDrawsWhatTheParentWould(format: GraphvizFormat) throws {
    let text = "digraph g { a -> b [label=\"größer\"]; b -> c; b -> c }"
    let here = try GraphvizRenderer().render(text, as: format)
    let there = try renderer().render(text, by: .dot, as: format)
    #expect(there.text == here.text)
    #expect(!there.data.isEmpty)
  }

  @Test func messagesComeThrough() throws {
    let text = "digraph { a [shape=nonsense] }"
    let here = try GraphvizRenderer().render(text, as: .svg)
    #expect(!here.messages.isEmpty)
    #expect(try renderer().render(text, by: .dot, as: .svg).messages == here.messages)
  }

  @Test func errorsComeThroughWithTheirPlace() throws {
    let text = "digraph {\n a -> \n}"
    let here = #expect(throws: GraphvizError.self) { try GraphvizRenderer().render(text, as: .svg) }
    #expect(failure(renderer(), text) == here)
    #expect(here?.kind == .syntax)
  }

  @Test func aLayoutWithoutEndIsEnded() throws {
    let nodes = (0..<1500).map {
      "n\($0) -> n\(($0 * 7 + 1) % 1500); n\($0) -> n\(($0 * 13 + 5) % 1500);"
    }
    let error = failure(renderer(seconds: 0.5), "digraph { \(nodes.joined()) }")
    #expect(error?.kind == .stopped)
    #expect(
      error?.description
        == "The layout dot took more than 0 seconds and was ended. Draw a part of the graph, take the "
        + "layout sfdp, or give it more time.")
  }

  @Test func aLayoutThatEatsAllMemoryIsEnded() throws {
    let nodes = (0..<3000).map { "n\($0) -> n\(($0 * 7 + 1) % 3000);" }
    let error = failure(renderer(memory: 160 << 20), "digraph { \(nodes.joined()) }", by: .neato)
    #expect(error?.kind == .stopped)
    #expect(error?.message.contains("needed more than 160 MB") == true)
  }

  @Test func aProgramThatIsNotThereIsNamed() {
    let error = failure(renderer(executable: "/no/such/program"), "digraph { }")
    #expect(error?.kind == .stopped)
    #expect(error?.message.contains("/no/such/program") == true)
  }

  @Test func theChildChecksWhatItIsTold() throws {
    #expect(try Command.run(["render-worker", "dot", "svg", "0"]).status == 64)
    #expect(try Command.run(["render-worker", "dot", "exe", "0", "9"]).status == 64)
    #expect(!(try Command.run(["--help"]).text.contains("render-worker")))
  }
}
