import Testing

@testable import Reporting

@Suite struct PluralRuleTests {
  /// Rows are those of the tables of language plural rules of Unicode CLDR for whole numbers.
  @Test(
    arguments: [
      (PluralRule.none, "0 other, 1 other, 7 other"),
      (PluralRule.oneOther, "0 other, 1 one, 2 other, 21 other"),
      (PluralRule.french, "0 one, 1 one, 2 other"),
      (
        PluralRule.slavic,
        "0 many, 1 one, 2 few, 4 few, 5 many, 11 many, 12 many, 21 one, "
          + "22 few, 111 many, 112 many, 121 one"
      ),
      (PluralRule.polish, "0 many, 1 one, 2 few, 5 many, 12 many, 21 many, 22 few"),
      (PluralRule.czech, "0 other, 1 one, 2 few, 4 few, 5 other, 22 other"),
      (PluralRule.hebrew, "0 other, 1 one, 2 two, 3 other"),
      (
        PluralRule.arabic,
        "0 zero, 1 one, 2 two, 3 few, 10 few, 11 many, 99 many, 100 other, "
          + "102 other, 103 few, 111 many"
      ),
    ] as [(PluralRule, String)])
  func categories(rule: PluralRule, rows: String) {
    for row in rows.split(separator: ", ") {
      let parts = row.split(separator: " ")
      let count = Int(parts[0]) ?? -1
      #expect(rule.category(of: count).rawValue == parts[1], "\(rule) \(count)")
      #expect(rule.categories.contains(rule.category(of: count)))
    }
  }
}
