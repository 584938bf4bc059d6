import Evidence
import TestSupport
import Testing

@testable import Interchange

@Suite struct KeysTests {
  /// What is written is known to the reader and comes in the order of the list of keys.
  @Test(arguments: 0..<20)
  func fieldsAreWrittenInTheOrderOfTheKeys(seed: Int) throws {
    var random = RandomEvidence(seed: UInt64(seed))
    let graph = try random.graph()
    func check(_ fields: [Field], _ keys: [String]) throws {
      let places = try fields.map { try #require(keys.firstIndex(of: $0.key)) }
      #expect(places == places.sorted() && Set(places).count == places.count)
    }
    for source in graph.sources { try check(NativeFields.source(source), Keys.source) }
    for asserter in graph.asserters { try check(NativeFields.asserter(asserter), Keys.asserter) }
    for entity in graph.entities { try check(NativeFields.entity(entity), Keys.entity) }
    for statement in graph.statements {
      try check(NativeFields.statement(statement), Keys.statement)
    }
  }

  /// The keys under `properties` at a place of the published JSON Schema, in its order.
  static func schemaKeys(_ path: [String]) throws -> [String] {
    var tree = try DocumentTree.parse(
      GraphFile.text(of: NativeWriterTests.package + "/docs/graph.schema.json"))
    for step in path + ["properties"] {
      switch tree {
      case .mapping(let entries, _):
        tree = try #require(entries.first { $0.key == step }, "no '\(step)'").value
      case .sequence(let items, _): tree = items[try #require(Int(step))]
      case .scalar: Issue.record("'\(step)' lies in a single value")
      }
    }
    guard case .mapping(let entries, _) = tree else { return [] }
    return entries.map(\.key)
  }

  /// The published schema and the reader know the same keys; `source` of the document is the short
  /// form's alone.
  @Test(arguments: [
    ([], Keys.document.filter { $0 != "source" }), (["$defs", "source"], Keys.source),
    (["$defs", "asserter"], Keys.asserter), (["$defs", "entity"], Keys.entity),
    (["$defs", "statement"], Keys.statement),
    (["$defs", "statement", "properties", "cite"], Keys.citation),
    (["$defs", "statement", "properties", "when", "anyOf", "1"], Keys.relative),
    (["$defs", "entity", "properties", "collective", "anyOf", "1"], Keys.collective),
  ])
  func theSchemaHasTheSameKeys(path: [String], keys: [String]) throws {
    #expect(try Self.schemaKeys(path) == keys)
  }
}
