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
    #expect(error?.kind == .overLimit)
    #expect(
      error?.description
        == "The layout dot took more than 0.5 seconds and was ended. Draw a part of the graph, take the "
        + "layout sfdp (--layout sfdp), or give it more time (--drawing-time).")
  }

  @Test func aDrawingThatEatsAllMemoryIsEnded() throws {
    // A picture of 33 million pixels takes 132 MB.
    let text = "digraph { graph [size=\"60,60!\", ratio=fill]; a -> b }"
    let error = #expect(throws: GraphvizError.self) {
      try renderer(memory: 32 << 20).render(text, by: .dot, as: .png)
    }
    #expect(error?.kind == .overLimit)
    #expect(error?.message.contains("needed more than 32 MB") == true)
  }

  @Test func aProgramThatIsNotThereIsNamed() {
    let error = failure(renderer(executable: "/no/such/program"), "digraph { }")
    #expect(error?.kind == .stopped)
    #expect(error?.message.contains("/no/such/program") == true)
  }

  @Test(arguments: ["SEGV", "BUS"])
  func aCrashOfTheChildIsTold(signal: String) {
    let renderer = IsolatedRenderer(
      executable: "/bin/sh", arguments: ["-c", "kill -\(signal) $$", "sh"])
    let error = failure(renderer, "digraph { }")
    #expect(error?.kind == .stopped)
    #expect(error?.message.contains("crashed by signal") == true)
    // The parent is well, and draws the next picture.
    #expect(throws: Never.self) { try self.renderer().render("digraph { }", by: .dot, as: .svg) }
  }

  @Test func aChildThatSaysNothingIsNoPicture() {
    let renderer = IsolatedRenderer(executable: "/bin/sh", arguments: ["-c", "exit 0", "sh"])
    #expect(failure(renderer, "digraph { }")?.kind == .stopped)
  }

  /// Twenty times what a pipe holds at once comes through whole.
  @Test func aLargePictureComesThrough() throws {
    let label = String(repeating: "x", count: 1 << 16)
    let nodes = (0..<20).map { "n\($0) [tooltip=\"\(label)\"];" }
    let svg = try renderer().render("graph { \(nodes.joined()) }", by: .dot, as: .svg)
    #expect(svg.data.count > 20 << 16)
    #expect(svg.data.suffix(7) == Array("</svg>\n".utf8)[...])
  }

  @Test func noFileIsLeft() throws {
    let scratch = try Scratch()
    for text in ["digraph { a -> b }", "digraph { a -> "] {
      _ = try Command.run(
        ["render", "-", "--raw", "--format", "svg"], input: text,
        environment: ["TMPDIR": scratch.folder.path])
    }
    #expect(try scratch.names().isEmpty)
  }

  #if os(Linux)
    /// The child is killed with its parent, whatever ends that.
    @Test func theChildDiesWithItsParent() throws {
      let nodes = (0..<4000).map {
        "n\($0) -> n\(($0 * 7 + 1) % 4000); n\($0) -> n\(($0 * 13 + 5) % 4000);"
      }
      let scratch = try Scratch()
      let path = try scratch.file("slow.dot", "digraph { \(nodes.joined()) }")
      let parent = Process()
      parent.executableURL = Command.executable
      parent.arguments = ["render", path, "--raw", "-o", scratch.path("never.svg")]
      try parent.run()
      let child = try #require(
        Self.eventually { Self.children(of: parent.processIdentifier).first })
      kill(parent.processIdentifier, SIGKILL)
      parent.waitUntilExit()
      #expect(Self.eventually { Self.isGone(child) ? true : nil } == true)
      #expect(try scratch.names() == ["slow.dot"])
    }

    /// What a question answers at last, or nothing after a minute.
    private static func eventually<Answer>(_ ask: () -> Answer?) -> Answer? {
      for _ in 0..<600 {
        if let answer = ask() { return answer }
        usleep(100_000)
      }
      return nil
    }

    private static func children(of parent: pid_t) -> [pid_t] {
      let path = "/proc/\(parent)/task/\(parent)/children"
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
      return text.split(separator: " ").compactMap { pid_t($0) }
    }

    /// Whether a process is no more, or waits only to be buried.
    private static func isGone(_ process: pid_t) -> Bool {
      guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
        let name = text.lastIndex(of: ")")
      else { return true }
      return text[name...].dropFirst(2).first == "Z"
    }
  #endif

  @Test func theChildChecksWhatItIsTold() throws {
    #expect(try Command.run(["render-worker", "dot", "svg", "0"]).status == 64)
    #expect(try Command.run(["render-worker", "dot", "exe", "0", "9"]).status == 64)
    #expect(!(try Command.run(["--help"]).text.contains("render-worker")))
  }
}
