import Evidence
import Interchange
import TestSupport
import Testing

/// The laws of the native format: what is written reads back equal, and is written again as the same
/// bytes, in every form.
@Suite struct NativeWriterTests {
  enum Form: CaseIterable {
    case long, short, json

    func text(_ graph: InfluenceGraph) -> String {
      switch self {
      case .long: NativeWriter(form: .long).yaml(graph)
      case .short: NativeWriter(form: .short).yaml(graph)
      case .json: NativeWriter().json(graph)
      }
    }
  }

  static func read(_ text: String) throws -> InfluenceGraph {
    let reading = NativeReader(file: "g").read(text) { _ in { .missing(path: $0) } }
    return try #require(reading.graph, "\(reading.findings.first?.message ?? "")")
  }

  /// The parts of two graphs one by one, so that a failure names the part; texts scalar by scalar,
  /// since `==` of strings takes a precomposed letter and a combined one for the same.
  static func expectEqual(_ left: InfluenceGraph, _ right: InfluenceGraph, anyOrder: Bool) {
    #expect(left.title == right.title && left.about == right.about && left.depth == right.depth)
    #expect(left.sources == right.sources)
    #expect(left.asserters == right.asserters)
    for (a, b) in zip(left.entities, right.entities) { #expect(a == b) }
    #expect(left.entities.count == right.entities.count)
    func sorted(_ graph: InfluenceGraph) -> [Statement] {
      anyOrder ? graph.statements.sorted { $0.id < $1.id } : graph.statements
    }
    for (a, b) in zip(sorted(left), sorted(right)) { #expect(a == b) }
    #expect(left.statements.count == right.statements.count)
  }

  @Test(arguments: Form.allCases, 0..<24)
  func readsBackWhatItWrites(form: Form, seed: Int) throws {
    var random = RandomEvidence(seed: UInt64(seed))
    let graph = try random.graph()
    let first = form.text(graph)
    let again = try Self.read(first)
    Self.expectEqual(again, graph, anyOrder: form == .short)
    #expect(form.text(again) == first)
    #expect(Array(form.text(again).utf8) == Array(first.utf8))
  }
}
