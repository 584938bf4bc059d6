#if os(Linux)
  import Foundation
  import Graphviz
  import Testing

  @Suite struct GraphvizMemoryTests {
    /// Measured on Debian 12: no growth at all after the first 250 drawings; a graph or a layout that is
    /// not freed costs more than 16 KB each. Other tests of the process would be counted too, so it runs
    /// by itself: `MEASURE_MEMORY=1 swift test --filter GraphvizMemoryTests`.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["MEASURE_MEMORY"] != nil))
    func aThousandDrawingsDoNotGrow() throws {
      for _ in 0..<250 { try drawAndRead() }
      let before = try residentBytes()
      for _ in 0..<1_000 { try drawAndRead() }
      #expect(try residentBytes() - before < 16 << 20)
    }

    private func drawAndRead() throws {
      _ = try GraphvizRenderer().render(GraphvizRendererTests.sample, as: .svg)
      _ = try DOTReader().read("digraph { a [label=<<B>x</B>>]; subgraph x { b } }")
      #expect(throws: GraphvizError.self) { try DOTReader().read("digraph { a -> -> b }") }
    }

    /// The second field of `/proc/self/statm` is the resident set in pages (proc(5)).
    private func residentBytes() throws -> Int {
      let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        .split(separator: " ")
      return try #require(Int(fields[1])) * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
  }
#endif
