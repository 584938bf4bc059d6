import Evidence
import Testing

@testable import Reporting

@Suite struct DiagramBundlesTests {
  private static func line(
    _ tail: String, _ head: String, _ relation: String, _ degree: Degree,
    _ standing: Standing = .influence, probability: Double? = nil, isDirected: Bool = true,
    emphasis: Diagram.Emphasis = .plain
  ) -> Diagram.Line {
    Diagram.Line(
      tail: tail, head: head, relation: relation, degree: degree, standing: standing,
      probability: probability, tooltip: "on \(relation)", isDirected: isDirected,
      emphasis: emphasis)
  }

  private static func bundled(_ lines: [Diagram.Line]) -> [Diagram.Line] {
    Diagram(title: "", nodes: ["a", "b"].map { .init(id: $0, name: $0) }, lines: lines).bundled()
      .lines
  }

  @Test func theStrongestMarkStandsForAll() throws {
    let lines = Self.bundled([
      Self.line("a", "b", "wrote-to", .carries, probability: 0.9),
      Self.line("a", "b", "inspired", .inspires, probability: 0.4),
      Self.line("a", "b", "radicalised", .inspires, probability: 0.6),
      Self.line("a", "b", "knew", .associates), Self.line("a", "b", "met", .associates),
    ])
    let bundle = try #require(lines.first)
    #expect(lines.count == 1)
    #expect((bundle.relation, bundle.degree, bundle.probability) == ("radicalised", .inspires, 0.6))
    #expect(bundle.label == "5 links: radicalised, inspired, wrote-to, …")
    #expect(
      bundle.tooltip.split(separator: "\n").dropFirst()
        == ["on radicalised", "on inspired", "on wrote-to", "on knew", "on met"])
  }

  /// Six standings between two nodes stay six lines: influence is never one with a claim or a denial.
  @Test func onlyWhatStandsForTheSameIsBundled() {
    let lines = Standing.allCases.flatMap { standing in
      [
        Self.line("a", "b", "x-\(standing)", .inspires, standing),
        Self.line("a", "b", "y-\(standing)", .directs, standing),
      ]
    }
    let bundles = Self.bundled(lines)
    #expect(Set(bundles.map(\.standing)) == Set(Standing.allCases))
    #expect(bundles.count == Standing.allCases.count)
    #expect(bundles.allSatisfy { $0.degree == .directs && $0.relation == "y-\($0.standing)" })
  }

  @Test func otherWaysAndOtherEmphasisStayApart() {
    #expect(
      Self.bundled([Self.line("a", "b", "x", .none), Self.line("b", "a", "y", .none)]).count == 2)
    #expect(
      Self.bundled([
        Self.line("a", "b", "x", .none, emphasis: .strong), Self.line("a", "b", "y", .none),
      ]).count == 2)
    // Without a direction there and back are one way.
    #expect(
      Self.bundled([
        Self.line("a", "b", "x", .none, .tie, isDirected: false),
        Self.line("b", "a", "y", .none, .tie, isDirected: false),
      ]).map(\.label) == ["2 ties: x, y"])
  }

  @Test func whatDoesNotRunInParallelIsAsItWas() throws {
    let diagram = Diagram(try Sample.network())
    let single = diagram.lines.filter { line in
      diagram.lines.count {
        ($0.tail, $0.head, $0.standing) == (line.tail, line.head, line.standing)
      } == 1
    }
    let bundled = diagram.bundled().lines
    #expect(single.allSatisfy(bundled.contains))
  }
}
