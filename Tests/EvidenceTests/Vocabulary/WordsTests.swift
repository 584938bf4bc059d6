import Evidence
import Testing

@Suite struct WordsTests {
  @Test func aKindNeedsNoMoreThanAName() throws {
    #expect(try decode(Kind.self, #"{"name": "ship"}"#) == Kind(name: "ship"))
  }

  @Test func anAttributeIsSingleUnlessItSaysOtherwise() throws {
    let expected = AttributeDefinition(name: "tonnage", value: .number)
    #expect(expected.single)
    #expect(
      try decode(AttributeDefinition.self, #"{"name": "tonnage", "value": "number"}"#) == expected)
  }

  @Test func aProjectionNeedsItsRelationsOnly() throws {
    let expected = Projection(name: "p", relations: ["r"])
    #expect(try decode(Projection.self, #"{"name": "p", "relations": ["r"]}"#) == expected)
    #expect(expected.weak.isEmpty)
  }

  @Test func valueTypesAreSpelledAsInTheSpecification() {
    #expect(AttributeDefinition.ValueType(rawValue: "yes-no") == .yesNo)
    #expect(AttributeDefinition.ValueType(rawValue: "yesNo") == nil)
  }
}
