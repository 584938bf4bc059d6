import Testing

@testable import Evidence

@Suite struct NameSuggesterTests {
  private let suggester: NameSuggester = {
    var suggester = NameSuggester()
    let names = ["Syed Rizwan Farook", "Omar Farouk", "Farook", "Abu Omar", "Abu Bakr Abu"]
    for (place, name) in names.enumerated() {
      suggester.append(FoldedName(name), place: place, scope: place == 3 ? "s" : nil)
    }
    return suggester
  }()

  @Test(arguments: [
    // Origin: costs by the rules, in hand count: a whole name costs 2 an edit; words cost 1, 2 an
    // edit, 4 a missing word.
    ("Farok", [2, 0, 1]),  // 2; 1 + 2; two edits of “farouk” are beyond the bound, one is not
    ("Farook", [2, 0, 1]),  // 0; 1; 1 + 2
    ("Omar Farook", [1, 0, 2]),  // 2 as a whole; 1 + 4; 1 + 4, ordered by place
    ("abu", [4]),  // “Abu Omar” holds elsewhere
    ("abu coulibaly", []),  // three letters of twelve are too few
  ])
  func ranks(text: String, expected: [Int]) {
    #expect(
      suggester.suggestions(for: FoldedName(text), in: nil, first: [], limit: 5) == expected)
  }

  @Test func respectsScopeFirstAndLimit() {
    let name = FoldedName("abu")
    #expect(suggester.suggestions(for: name, in: "s", first: [], limit: 5) == [3, 4])
    #expect(suggester.suggestions(for: name, in: "s", first: [4], limit: 5) == [4, 3])
    #expect(suggester.suggestions(for: name, in: "s", first: [4], limit: 1) == [4])
  }
}
