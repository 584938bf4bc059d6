import Evidence
import Testing

@testable import Interchange

@Suite struct NativeFieldsTests {
  static func cite(_ paragraphs: String?) -> FieldValue? {
    let statement = Statement(
      id: "s", subject: .one("a"), predicate: .attribute("age", value: "1"),
      citation: Citation(source: "x", paragraphs: paragraphs.flatMap { ParagraphSet($0) }))
    return NativeFields.statement(statement).first { $0.key == "cite" }?.value
  }

  @Test func oneParagraphIsANumberAndMoreAreText() {
    func expected(_ value: FieldValue) -> FieldValue {
      .mapping([Field("source", .text("x")), Field("paragraph", value)])
    }
    #expect(Self.cite("5") == expected(.number(5)))
    #expect(Self.cite("5-5") == expected(.number(5)))
    #expect(Self.cite("5, 5") == expected(.text("5, 5")))
    #expect(Self.cite("8-9") == expected(.text("8-9")))
    #expect(Self.cite(nil) == .mapping([Field("source", .text("x"))]))
  }

  @Test func defaultsAreLeftOut() {
    let statement = Statement(
      id: "s", subject: .one("a"), predicate: .attribute("age", value: "1"),
      citation: Citation(source: "x"))
    #expect(
      NativeFields.statement(statement).map(\.key) == [
        "id", "subject", "attribute", "value", "cite",
      ])
    #expect(
      NativeFields.entity(Entity(id: "a", kind: "person", name: "a")).map(\.key) == ["id", "kind"])
    #expect(NativeFields.asserter(DeclaredAsserter(id: "v", name: "v")).map(\.key) == ["id"])
    #expect(NativeFields.source(Source(id: "x", title: "X")).map(\.key) == ["id", "title"])
  }

  @Test func aliasesOfOneSourceStandTogether() {
    let entity = Entity(
      id: "a", kind: "person",
      sourceAliases: [
        .init(source: "x", name: "1"), .init(source: "y", name: "2"), .init(source: "x", name: "3"),
      ])
    #expect(
      NativeFields.entity(entity).last?.value
        == .mapping([Field("x", .list(["1", "3"])), Field("y", .list(["2"]))]))
  }
}
