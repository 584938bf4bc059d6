import Evidence
import Testing

@Suite struct EntityTests {
  @Test func isNamedByItsIdUnlessItHasAName() {
    #expect(Entity(id: "a-b", kind: "person").name == "a-b")
    #expect(Entity(id: "a-b", kind: "person", name: "A B").name == "A B")
    #expect(DeclaredAsserter(id: "federal-indictment").name == "federal-indictment")
    #expect(DeclaredAsserter(id: "x", name: "").name == "")
  }

  @Test func aCollectiveWithoutMembersIsStillOne() {
    let analysts = Entity(id: "analysts", kind: "person", collective: .init())
    #expect(analysts.collective != nil)
    #expect(analysts != Entity(id: "analysts", kind: "person"))
  }
}
