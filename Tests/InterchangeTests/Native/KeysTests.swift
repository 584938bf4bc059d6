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
}
