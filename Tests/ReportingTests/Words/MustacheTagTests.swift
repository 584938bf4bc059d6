import Testing

@testable import Reporting

@Suite struct MustacheTagTests {
  @Test func tagsWithTheirRolesAndPlaces() {
    let tags = MustacheTag.all(
      in: "é {{ a }}{{#n.one}}x{{/n.one}}{{^b}}{{/b}}{{{c}}}{{! d }}{{> e}}")
    #expect(tags.map(\.name) == ["a", "n.one", "n.one", "b", "b", "c", "", ">e"])
    #expect(
      tags.map(\.role) == [
        .variable, .section, .end, .section, .end, .variable, .comment, .other,
      ])
    #expect(tags[0].offset == 2)
    #expect(tags[1].root == "n" && tags[1].member == "one" && tags[0].member == nil)
  }

  @Test func aTagThatIsNeverClosedEndsThem() {
    #expect(MustacheTag.all(in: "{{a}} {{b").map(\.name) == ["a"])
    #expect(MustacheTag.all(in: "{ { a } }").isEmpty)
  }
}
