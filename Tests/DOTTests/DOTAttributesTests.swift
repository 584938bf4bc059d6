import DOT
import Testing

@Suite struct DOTAttributesTests {
  @Test func settingKeepsThePlace() {
    var attributes: DOTAttributes = ["b": "1", "a": "2"]
    attributes["b"] = "3"
    attributes["c"] = "4"
    #expect(attributes.map(\.name) == ["b", "a", "c"])
    #expect(attributes["b"] == "3")
    attributes["b"] = nil
    attributes["missing"] = nil
    #expect(attributes.map(\.name) == ["a", "c"])
    #expect(attributes["b"] == nil)
  }

  @Test func theLastOfARepeatedNameCounts() {
    let attributes: DOTAttributes = ["a": "1", "b": "2", "a": "3"]
    #expect(attributes.map(\.name) == ["a", "b"])
    #expect(attributes["a"] == "3")
  }

  @Test func mergingLetsTheOtherWin() {
    var attributes: DOTAttributes = ["a": "1", "b": "2"]
    attributes.merge(["c": "3", "a": "4"])
    #expect(attributes == ["a": "4", "b": "2", "c": "3"])
  }

  @Test func orderCounts() {
    #expect(["a": "1", "b": "2"] as DOTAttributes != ["b": "2", "a": "1"])
  }

  @Test func equalityIsThatOfTheWrittenForm() {
    #expect(DOTValue.text("a") == .escString("a"))
    #expect(DOTValue.text("a\\b") == .escString("a\\\\b"))
    #expect(DOTValue.text("a\\N") != .escString("a\\N"))
    #expect(DOTValue.text("<a>") != .html(HTMLLabel([.text("a")])))
    #expect(DOTValue.text("\u{E9}") != .text("e\u{301}"))
    #expect(Set([DOTValue.text("a"), .escString("a")]).count == 1)
    let url = DOTAttribute(name: "URL", value: .text("?a&b"))
    #expect(url == DOTAttribute(name: "URL", value: .escString("?a&amp;b")))
    #expect(url != DOTAttribute(name: "URL", value: .escString("?a&b")))
  }
}
