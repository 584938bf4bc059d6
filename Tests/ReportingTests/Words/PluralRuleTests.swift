import Testing

@testable import Reporting

@Suite struct PluralRuleTests {
  /// Rows are those of the tables of language plural rules of Unicode CLDR for whole numbers.
  @Test(arguments: [
    (PluralRule.none, [(0, "other"), (1, "other"), (7, "other")]),
    (.oneOther, [(0, "other"), (1, "one"), (2, "other"), (21, "other")]),
    (.french, [(0, "one"), (1, "one"), (2, "other")]),
    (
      .slavic,
      [
        (0, "many"), (1, "one"), (2, "few"), (4, "few"), (5, "many"), (11, "many"), (12, "many"),
        (21, "one"), (22, "few"), (111, "many"), (112, "many"), (121, "one"),
      ]
    ),
    (
      .polish,
      [(0, "many"), (1, "one"), (2, "few"), (5, "many"), (12, "many"), (21, "many"), (22, "few")]
    ),
    (.czech, [(0, "other"), (1, "one"), (2, "few"), (4, "few"), (5, "other"), (22, "other")]),
    (.hebrew, [(0, "other"), (1, "one"), (2, "two"), (3, "other")]),
    (
      .arabic,
      [
        (0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many"),
        (100, "other"), (102, "other"), (103, "few"), (111, "many"),
      ]
    ),
  ])
  func categories(rule: PluralRule, rows: [(count: Int, category: String)]) {
    for row in rows {
      #expect(rule.category(of: row.count).rawValue == row.category, "\(rule) \(row.count)")
      #expect(rule.categories.contains(rule.category(of: row.count)))
    }
  }
}
