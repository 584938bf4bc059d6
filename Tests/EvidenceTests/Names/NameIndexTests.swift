import Evidence
import Testing

@Suite struct NameIndexTests {
  static let rows: [NameIndex.Row] = [
    .init(id: "anwar-al-awlaki", name: "Anwar al-Awlaki"),
    .init(id: "syed-rizwan-farook", name: "Syed Rizwan Farook"),
    .init(id: "osama-bin-laden", name: "Osama bin Laden"),
    .init(id: "osama-bin-laden", name: "Abu Abdullah"),
    .init(id: "amedy-coulibaly", name: "Amedy Coulibaly"),
    .init(id: "abu-mohammed-al-adnani", name: "Abu Mohammed al-Adnani"),
    .init(id: "isis", name: "Islamic State"),
    .init(id: "isis", name: "Daesh"),
    .init(id: "isis", name: "ISIL"),
    .init(id: "kobani", name: "Kobani"),
    .init(id: "rumiyah", name: "Rumiyah"),
    .init(id: "paris", name: "Paris"),
    .init(id: "paris-2015", name: "Paris attacks of November 2015"),
    .init(id: "magnanville-2016", name: "Magnanville stabbing"),
    .init(id: "magnanville-2016", name: "Paris", scope: "cnn-2016-06-14"),
    .init(id: "brothers-boston", name: "the brothers", scope: "cnn-2016-06-14"),
    .init(id: "brothers-boston", name: "Tsarnaev brothers"),
    .init(id: "salvador", name: "Salvador"),
    .init(id: "el-salvador", name: "El Salvador"),
    .init(id: "hamid", name: "Hamid Karim"),
    .init(id: "hamad", name: "Hamad Kareem"),
    .init(id: "smith-1", name: "John Smith"),
    .init(id: "smith-2", name: "John Smith"),
    .init(id: "ali", name: "Ali"),
  ]

  static let index = NameIndex(rows)

  @Test(arguments: [
    // Origin: the steps stated at the type.
    ("anwar-al-awlaki", NameIndex.Resolution.one("anwar-al-awlaki"), NameIndex.Step.id),
    ("Anwar al-Awlaki", .one("anwar-al-awlaki"), .exactName),
    ("anwar AL AWLAKI", .one("anwar-al-awlaki"), .foldedName),
    ("Anwar al-Aulaqi", .one("anwar-al-awlaki"), .transliteration),
    ("Usama Bin Ladin", .one("osama-bin-laden"), .transliteration),
    ("Abu Abdullah", .one("osama-bin-laden"), .exactName),
    ("Abou Muhammad al Adnani", .one("abu-mohammed-al-adnani"), .transliteration),
    ("the Islamic State", .one("isis"), .foldedName), ("isis", .one("isis"), .id),
    ("isil", .one("isis"), .foldedName), ("Daish", .one("isis"), .transliteration),
    ("Kobanê", .one("kobani"), .transliteration), ("Kobani", .one("kobani"), .exactName),
    ("Rumiya", .one("rumiyah"), .transliteration), ("Paris", .one("paris"), .exactName),
    ("El Salvador", .one("el-salvador"), .exactName),
    ("el salvador", .many(["el-salvador", "salvador"]), .foldedName),
    ("John Smith", .many(["smith-1", "smith-2"]), .exactName),
    ("john smith", .many(["smith-1", "smith-2"]), .foldedName),
  ])
  func resolves(text: String, expected: NameIndex.Resolution, step: NameIndex.Step) {
    let answer = Self.index.lookUp(text)
    #expect(answer.resolution == expected)
    #expect(answer.step == step)
    #expect(Self.index.resolve(text) == expected)
  }

  @Test(arguments: [
    // Origin: an alias may hold in one source; there it comes first.
    ("Paris", "cnn-2016-06-14", NameIndex.Resolution.one("magnanville-2016")),
    ("PARIS", "cnn-2016-06-14", .one("magnanville-2016")),
    ("Paris", "nbc-2016-03-27", .one("paris")), ("paris", "cnn-2016-06-14", .one("paris")),
    ("The Brothers", "cnn-2016-06-14", .one("brothers-boston")),
    ("Daesh", "cnn-2016-06-14", .one("isis")),
  ])
  func aliasesHoldInTheirScope(text: String, scope: String, expected: NameIndex.Resolution) {
    // “paris” is an id, and an id is always itself.
    #expect(Self.index.resolve(text, in: scope) == expected)
  }

  @Test func aliasesHoldNowhereElse() {
    #expect(
      Self.index.resolve("the brothers") == .none(suggestions: ["brothers-boston"]))
    #expect(
      Self.index.resolve("Parish", in: "cnn-2016-06-14")
        == .none(
          suggestions: ["magnanville-2016", "paris", "paris-2015"]))
    #expect(
      Self.index.resolve("Parish")
        == .none(suggestions: ["paris", "paris-2015"]))
  }

  @Test(arguments: [
    // Origin: what a reader would say was meant.
    ("Farook", ["syed-rizwan-farook"]), ("ISIS", ["isis"]),
    ("Farouk", ["syed-rizwan-farook"]),
    ("Almedy Coulibaly", ["amedy-coulibaly"]), ("Coulibali", ["amedy-coulibaly"]),
    ("Syed Farook", ["syed-rizwan-farook"]), ("Magnanvile", ["magnanville-2016"]),
    ("al-Adnani", ["abu-mohammed-al-adnani"]),
    ("November 2015", ["paris-2015"]),
    // Two entities share the key, so it decides nothing.
    ("Hamed Karem", ["hamad", "hamid"]),
    // Two entities share the name.
    ("Jon Smith", ["smith-1", "smith-2"]),
    // The key of so short a name says nothing.
    ("Ella", []), ("Zzyzx", []), ("", []), ("???", []),
  ])
  func suggests(text: String, expected: [String]) {
    #expect(Self.index.resolve(text) == .none(suggestions: expected))
  }

  @Test func bestSuggestionsComeFirstAndNoMoreThanFive() {
    let names = [
      "Tunis", "Tuniss", "Tunisia", "Tunic", "Tunes", "Turin", "Tunisian", "Attack in Tunis",
    ]
    let index = NameIndex(names.map { NameIndex.Row(id: $0.lowercased(), name: "X" + $0) })
    guard case .none(let suggestions) = index.resolve("Xtuni") else {
      Issue.record("nothing has this name")
      return
    }
    // Origin: distances counted by hand: 1, 1, 2 ...; beyond the bound of one for five letters
    // nothing is near.
    #expect(suggestions == ["tunic", "tunis"])
    let many = NameIndex(
      (1...9).map { NameIndex.Row(id: "p\($0)", name: "Person \($0) Farook") })
    #expect(
      many.resolve("Farook") == .none(suggestions: (1...5).map { "p\($0)" }))
    #expect(many.resolve("Farook", suggestionLimit: 2) == .none(suggestions: ["p1", "p2"]))
    #expect(many.resolve("Farook", suggestionLimit: 0) == .none(suggestions: []))
  }

  @Test func everyIdIsItself() {
    for row in Self.rows {
      for scope in [nil, "cnn-2016-06-14", "elsewhere"] {
        #expect(Self.index.resolve(row.id, in: scope) == .one(row.id))
      }
    }
  }

  @Test func orderOfRowsDoesNotMatter() {
    // Law: rotations and the reverse answer every question alike.
    let questions =
      Self.rows.map(\.name) + ["Farouk", "john smith", "el salvador", "Hamed Karem", "Parish"]
    for shift in stride(from: 0, to: Self.rows.count, by: 5) {
      let turned = Array(Self.rows[shift...] + Self.rows[..<shift])
      for rows in [turned, turned.reversed()] {
        let index = NameIndex(rows)
        for question in questions {
          for scope in [nil, "cnn-2016-06-14"] {
            #expect(
              index.lookUp(question, in: scope) == Self.index.lookUp(question, in: scope))
          }
        }
      }
    }
  }

  @Test func anEmptyIndexKnowsNothing() {
    #expect(NameIndex([]).resolve("Paris") == .none(suggestions: []))
    #expect(NameIndex([]).resolve("") == .none(suggestions: []))
  }
}
