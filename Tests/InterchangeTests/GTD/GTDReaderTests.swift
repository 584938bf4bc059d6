import Evidence
import Testing

@testable import Interchange

/// Rows of invented events in an invented country; what they must give is by hand from the codebook's
/// description of the columns.
@Suite struct GTDReaderTests {
  private static let header =
    "eventid,iyear,imonth,iday,country_txt,city,success,suicide,attacktype1_txt,targtype1_txt,target1,"
    + "gname,gsubname,gname2,guncertain1,guncertain2,individual,nperps,claimed,claimmode_txt,claim2,"
    + "compclaim,weaptype1_txt,nkill,nwound,motive,doubtterr,scite1,related\n"

  private static let rows = """
    209901020001,2099,1,2,Ruritania,Strelsau,1,0,Armed Assault,Police,"Post, east",Alpha Front,North Cell,,0,,0,3,1,Letter,,0,Firearms,2,0,Unknown,0,"Ruritania Times, January 3, 2099","209901020001, 209902000001"
    209902000001,2099,2,0,Ruritania,Unknown,0,1,Bombing/Explosion,Business,Mill,Unknown,,,,,0,-99,0,,,,Explosives,,4,,1,,209901020001
    209900000003,2099,0,0,Ruritania,Zenda,1,0,Arson,Business,Barn,Alpha Front,,Hill Extremists,1,0,0,-99,1,,1,1,Incendiary,0,-99,,0,,
    209900000004,2099,0,0,,,1,,,,,Unaffiliated Individual(s),,,,,1,1,0,,,,,1.0,,,,,

    """

  private func reading(_ text: String, lenient: Bool = false) throws -> Reading {
    var options = NetworkOptions()
    options.isLenient = lenient
    guard
      case .evidence(let reading) = GraphFile.readAny(
        bytes: Array(text.utf8), path: "gtd.csv", folder: ".", options: options)
    else { throw Text.Refused(Reading(graph: nil, findings: [], form: .long, locations: [:])) }
    return reading
  }

  private func graph() throws -> InfluenceGraph {
    let reading = try reading(Self.header + Self.rows)
    #expect(reading.errors == [])
    return try #require(reading.graph)
  }

  /// The statements of a subject as `relation object`, or `attribute = value`, with modality and note.
  private func said(_ id: String, _ graph: InfluenceGraph) -> [String] {
    graph.statements.filter { $0.subject.id == id }.map { statement in
      let said =
        switch statement.predicate {
        case .relation(let name, let object): "\(name) \(object.ids[0])"
        case .attribute(let name, let value): "\(name) = \(value)"
        }
      let modality = statement.modality == .asserted ? "" : " (\(statement.modality.rawValue))"
      return said + modality + (statement.note.map { " [\($0)]" } ?? "")
    }
  }

  @Test func aRowIsAnAttackWithWhatItSays() throws {
    let graph = try graph()
    let attack = try #require(graph.entity("gtd-209901020001"))
    #expect(attack.kind == "attack")
    #expect(attack.name == "Armed Assault in Strelsau, Ruritania (2099-01-02)")
    #expect(attack.date?.text == "2099-01-02")
    #expect(
      said(attack.id, graph) == [
        "located-in strelsau-ruritania", "deaths = 2", "injured = 0", "attackers = 3",
        "method = Armed Assault", "weapon = Firearms", "target = Police", "target = Post, east",
        "suicide = no", "description = The coders cite: Ruritania Times, January 3, 2099",
        "linked-to gtd-209902000001 [the coders name them as related]",
      ])
    #expect(said("strelsau-ruritania", graph) == ["located-in ruritania"])
  }

  @Test func perpetratorsAreSuspectedWhereTheCodersDoubtAndClaimsStayClaims() throws {
    let graph = try graph()
    #expect(
      said("alpha-front", graph) == [
        "perpetrated gtd-209901020001 [sub-group: North Cell]",
        "claimed gtd-209901020001 [claimed by: Letter]",
        "perpetrated gtd-209900000003 (suspected) [the coders doubt it]",
        "claimed gtd-209900000003 [others claim it too]",
      ])
    #expect(
      said("hill-extremists", graph) == [
        "perpetrated gtd-209900000003", "claimed gtd-209900000003 [others claim it too]",
      ])
    #expect(graph.entity("hill-extremists")?.collective != nil)
    #expect(graph.entity("alpha-front")?.collective == nil)
  }

  /// Unknown days and months, unknown groups and individuals without a name say nothing.
  @Test func whatIsUnknownSaysNothing() throws {
    let graph = try graph()
    #expect(graph.entity("gtd-209902000001")?.date?.text == "2099-02")
    #expect(graph.entity("gtd-209900000004")?.date?.text == "2099")
    #expect(
      graph.entities.filter { $0.kind == "group" }.map(\.id) == ["alpha-front", "hill-extremists"])
    #expect(said("gtd-209900000004", graph) == ["deaths = 1", "attackers = 1"])
    let second = said("gtd-209902000001", graph)
    #expect(second.contains("status = not successful"))
    #expect(second.contains("status = doubtful whether it is terrorism"))
    #expect(second.contains("suicide = yes"))
    #expect(!second.contains { $0.hasPrefix("deaths") || $0.hasPrefix("attackers") })
  }

  @Test func everyStatementCitesItsRow() throws {
    let graph = try graph()
    #expect(graph.statements.allSatisfy { $0.citation.source == "gtd" })
    let rows = graph.statements.filter { $0.subject.id == "gtd-209900000003" }
      .map { $0.citation.paragraphs?.description }
    #expect(Set(rows) == ["3"])
  }

  @Test(arguments: [
    ("x,2099\n", "2:1: the row has no event id, but 'x'"),
    ("1,0\n", "2:1: event 1 has no date that exists"),
    ("1,2099\n1,2099\n", "3:1: event 1 stands twice in the table"),
    ("1,2099,\"open\n", "2:8: a quotation mark is opened and never closed"),
  ])
  func badRowsAreRefusedWithTheirPlace(rows: String, message: String) throws {
    let reading = try reading("eventid,iyear,gname\n" + rows)
    let finding = try #require(reading.errors.first)
    let place = finding.location.map { "\($0.line):\($0.column): " } ?? ""
    #expect(place + finding.message == message)
  }

  @Test func badRowsAreLeftOutWhenTheUserSaysSo() throws {
    let reading = try reading(
      "eventid,iyear,gname\n1,2099,\nx,2099,\n2,0,\n3,2098,\n", lenient: true)
    #expect(reading.graph?.entities.map(\.id) == ["gtd-1", "gtd-3"])
    #expect(
      reading.warnings.contains {
        $0.message == "2 bad rows were left out, the first: the row has no event id, but 'x'"
      })
  }

  /// Excel turns long numbers into fractions and exponents.
  @Test func idsOfSpreadsheetsAreRead() throws {
    let reading = try reading("EventID;iyear;gname\n1.97001E+11;1970;\n197001010003.0;1970.0;\n")
    #expect(reading.graph?.entities.map(\.id) == ["gtd-197001000000", "gtd-197001010003"])
  }
}
