import Evidence
import Testing

@testable import InfluenceAnalysis

/// Who is interested, by the graph's own statements.
@Suite struct CampsTests {
  private static let entities = [
    Entity(id: "group", kind: "group"), Entity(id: "radio", kind: "outlet"),
    Entity(id: "network", kind: "outlet"), Entity(id: "video", kind: "publication"),
    Entity(id: "sermon", kind: "publication"), Entity(id: "attack", kind: "attack"),
  ]
  private static let background = [
    Said("leader leads group", "P"), Said("speaker spokesman-of group", "P"),
    Said("radio outlet-of group", "P"), Said("radio published video", "P"),
    Said("network published sermon", "P"), Said("speaker authored sermon", "P"),
    Said("gunman perpetrated attack", "P"),
  ]

  private func isInterested(_ said: Said, asserters: [DeclaredAsserter] = []) throws -> Bool {
    var said = said
    said.statement.id = "asked"
    let table = LinkTable(
      InfluenceGraph(
        Self.background + [said], entities: Self.entities, asserters: asserters))
    return try need(table.weight(of: "asked")).isInterested
  }

  @Test(
    "the party itself, its leader, spokesman, outlet and publication gain",
    arguments: ["group", "leader", "speaker", "radio", "video"])
  func voices(_ voice: String) throws {
    #expect(try isInterested(Said("group directed attack", voice)))
    #expect(try isInterested(Said("sermon inspired gunman", voice)))
    #expect(try isInterested(Said("gunman pledged-allegiance group", voice)))
    #expect(try isInterested(Said("group contacted gunman", voice)))
  }

  @Test(
    "others do not, nor does who merely published it", arguments: ["network", "P", "James Comey"])
  func others(_ voice: String) throws {
    #expect(try !isInterested(Said("group directed attack", voice)))
    #expect(try !isInterested(Said("sermon inspired gunman", voice)))
  }

  @Test("a perpetrator on his own motive does not gain")
  func motive() throws {
    #expect(try !isInterested(Said("sermon inspired gunman", "gunman")))
    #expect(try !isInterested(Said("gunman pledged-allegiance group", "gunman")))
    #expect(try !isInterested(Said("group contacted gunman", "gunman")))
    #expect(try isInterested(Said("gunman perpetrated attack", "gunman")))
  }

  @Test("what comes by way of an interested carrier is interested")
  func carried() throws {
    #expect(
      try isInterested(
        Said("sermon inspired gunman", "gunman") { $0.via = [.entity("radio")] }))
  }

  @Test("a declared interest counts, and the coder has the last word")
  func declared() throws {
    let lobby = DeclaredAsserter(id: "lobby", interestIn: ["group"])
    #expect(try isInterested(Said("group directed attack", "lobby"), asserters: [lobby]))
    #expect(
      try !isInterested(Said("group directed attack", "radio") { $0.isInterested = false }))
    #expect(try isInterested(Said("group directed attack", "P") { $0.isInterested = true }))
  }

  @Test("an interested voice alone makes a claim and no arc; another voice makes an arc")
  func claimedOnly() throws {
    func network(_ more: [Said]) throws -> InfluenceNetwork {
      try InfluenceNetwork(
        LinkTable(
          InfluenceGraph(
            Self.background + [Said("group directed attack", "radio", "B2")] + more,
            entities: Self.entities)))
    }
    let alone = try network([])
    #expect(alone.hop(from: "group", to: "attack") == nil)
    #expect(alone.claims.map(\.link.description) == ["group directed attack"])
    let confirmed = try network([Said("group directed attack", "court", "B2")])
    #expect(confirmed.hop(from: "group", to: "attack") != nil)
    #expect(confirmed.claims.isEmpty)
  }
}
