import Evidence
import Testing

@Suite struct RelationTests {
  /// The specification's table of relations: name, inverse, kinds of subject and object by letter (P
  /// person, G group, A attack, U publication, O outlet, E event, H authority, L place, * any),
  /// influence, degree, whether it persists. To the ends of linked-to the graphs at hand added E.
  static let table = """
    perpetrated | perpetrated-by | P G | A | forward | carries | no
    directed | directed-by | P G | A P G | forward | directs | no
    enabled | enabled-by | P G | A P G | forward | enables | no
    trained | trained-by | P G | P | forward | enables | yes
    recruited | recruited-by | P G | P | forward | enables | yes
    inspired | inspired-by | P G U A | P A G | forward | inspires | yes
    accomplice-of | accomplice-of | P | P | both | enables | no
    authored | authored-by | P G H | U | forward | carries | yes
    published | published-by | O G P | U | forward | carries | yes
    quotes | quoted-in | U | U | reverse | carries | yes
    consumed | consumed-by | P | U O | reverse | inspires | yes
    responded-to | answered-by | P A | U | reverse | inspires | yes
    called-for | called-for-by | P G O U | A P E | none | inspires | yes
    instructs | instructed-by | P G U | A P | none | enables | yes
    matches | matched-by | A U | U A | none | associates | no
    praised | praised-by | P G O U | P G A U | none | none | no
    invoked | invoked-by | P A | P G A U | reverse | associates | no
    claimed | claimed-by | G O P U | A P | none | none | no
    pledged-allegiance | received-pledge-of | P G | G P | reverse | inspires | yes
    member-of | has-member | P G | G | reverse | associates | no
    leads | led-by | P | G H | forward | carries | no
    spokesman-of | has-spokesman | P | G | reverse | carries | no
    outlet-of | has-outlet | O | G P | reverse | carries | no
    affiliated-with | has-affiliate | G | G | reverse | associates | no
    contacted | contacted | P G | P G | both | associates | no
    linked-to | linked-to | P G A E | P G A E | none | associates | no
    related-to | related-to | P | P | both | associates | yes
    rival-of | rival-of | G H | G H | none | none | no
    works-for | employs | P | G H O | none | none | no
    knew-of | known-to | H G P | A P | none | none | no
    investigated | investigated-by | H G | P A G | none | none | no
    convicted | convicted-by | H | P | none | none | no
    killed | killed-by | P G H A E | P | none | none | no
    targeted | targeted-by | A E U G | P G L H | none | none | no
    carried-out | carried-out-by | P G H | E | none | none | no
    suffered | suffered-by | P G H | E | none | none | no
    supported | supported-by | P G H | G E H | none | none | no
    prompted | prompted-by | E A U | U A E | none | none | no
    preceded | followed | A E U | A E U | none | none | no
    located-in | location-of | A E G L | L | none | none | no
    travelled-to | visited-by | P | L | none | none | no
    trained-in | training-place-of | P | L | none | none | no
    part-of | has-part | A U E G P | A U E G P | none | none | no
    compared-to | compared-to | P G A U E | P G A U E | none | none | no
    possibly-same-as | possibly-same-as | * | * | none | none | no
    """

  static let letters: [Character: String] = [
    "P": "person", "G": "group", "A": "attack", "U": "publication", "O": "outlet", "E": "event",
    "H": "authority", "L": "place", "*": "*",
  ]

  @Test(arguments: table.split(separator: "\n"))
  func standsAsSpecified(row: Substring) throws {
    let cells = row.split(separator: "|").map {
      String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    let relation = try #require(Vocabulary.standard.relation(cells[0]))
    func kinds(_ cell: String) -> Set<String> { Set(cell.compactMap { Self.letters[$0] }) }
    #expect(relation.inverse == cells[1])
    #expect(Set(relation.subject) == kinds(cells[2]))
    #expect(Set(relation.object) == kinds(cells[3]))
    #expect(relation.influence.rawValue == cells[4])
    #expect(relation.degree.rawValue == cells[5])
    #expect(relation.persists == (cells[6] == "yes"))
    #expect(!relation.definition.isEmpty)
    #expect(relation.isSymmetric == (cells[0] == cells[1]))
  }

  /// The specification's section on implications.
  @Test(arguments: [
    ("directed", ["contacted", "knew-of"]), ("trained", ["contacted"]),
    ("recruited", ["contacted"]),
    ("member-of", ["contacted"]), ("accomplice-of", ["contacted"]), ("contacted", ["linked-to"]),
    ("trained-in", ["travelled-to"]), ("perpetrated", ["knew-of"]), ("pledged-allegiance", []),
    ("inspired", []), ("responded-to", []), ("consumed", []), ("matches", []), ("claimed", []),
    ("enabled", []),
  ])
  func impliesAsSpecified(name: String, implied: [String]) throws {
    let relation = try #require(Vocabulary.standard.relation(name))
    #expect(Set(relation.implies) == Set(implied))
  }

  /// The specification's section on usual credibility.
  @Test func usualCredibilityIsOneForWhatIsPlain() {
    let plain = Vocabulary.standard.relations.filter { $0.usualCredibility == 1 }.map(\.name)
    #expect(
      Set(plain) == [
        "authored", "published", "outlet-of", "leads", "spokesman-of", "works-for", "located-in",
        "perpetrated",
      ])
  }

  /// The order of the specification: directs > enables > inspires > associates; the rest have none.
  @Test func degreesAreOrdered() {
    #expect(Degree.allCases.map(\.rank) == [0, 1, 2, 3, nil, nil])
  }

  @Test func absentKeysTakeTheDefaults() throws {
    let relation = try decode(Relation.self, #"{"name": "met"}"#)
    #expect(relation == Relation(name: "met"))
    #expect(relation.inverse == "met")
    #expect(relation.subject == ["*"])
    #expect(relation.influence == .none)
    #expect(relation.time == .span)
  }

  @Test func aRelationIsReadAsAVerbFromBothSides() throws {
    let standard = Vocabulary.standard
    #expect(standard.verb(of: "pledged-allegiance") == "pledged allegiance to")
    #expect(
      standard.verb(of: "pledged-allegiance", isReversed: true)
        == "received a pledge of allegiance from")
    #expect(standard.verb(of: "contacted", isReversed: true) == standard.verb(of: "contacted"))
    // A vocabulary that gives no phrases still reads: by the names.
    let plain = try decode(Relation.self, #"{"name": "sold-arms-to", "inverse": "armed-by"}"#)
    #expect(plain.verb() == "sold arms to")
    #expect(plain.verb(isReversed: true) == "armed by")
    #expect(standard.verb(of: "no-such-relation") == "no such relation")
  }

  /// Every bundled relation has a phrase, and one from the other side unless it is symmetric.
  @Test func everyBundledRelationHasItsPhrases() {
    for relation in Vocabulary.standard.relations {
      #expect(relation.phrase != nil, "\(relation.name)")
      #expect((relation.inversePhrase != nil) == !relation.isSymmetric, "\(relation.name)")
    }
  }
}
