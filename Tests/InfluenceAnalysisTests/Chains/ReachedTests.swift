import Evidence
import Testing

@testable import InfluenceAnalysis

/// Traces with one end open, collectives, groups and filters.
@Suite struct ReachedTests {
  private static let entities = [
    Entity(id: "group", kind: "group"), Entity(id: "attack", kind: "attack"),
    Entity(
      id: "brothers", kind: "person", collective: Entity.Collective(members: ["older", "younger"])),
  ]

  private func tracer(
    _ said: [Said], projection: String = "influence", options: Tracer.Options = .init()
  ) throws -> Tracer {
    let table = LinkTable(InfluenceGraph(said, entities: Self.entities))
    return Tracer(try InfluenceNetwork(table, projection: projection), options: options)
  }

  @Test("the perpetrator's own act is no influence, his inspiration is")
  func influencers() throws {
    let tracer = try tracer([
      Said("preacher inspired gunman", "X", "B2"), Said("gunman perpetrated attack", "X", "A2"),
    ])
    #expect(tracer.influencers(of: "attack").map(\.entity) == ["preacher"])
    #expect(tracer.influenced(by: "gunman").isEmpty)
    #expect(tracer.influenced(by: "preacher").map(\.entity) == ["attack", "gunman"])
  }

  @Test("a member stands for the collective at both ends")
  func members() throws {
    let tracer = try tracer([
      Said("preacher inspired brothers", "X"), Said("brothers perpetrated attack", "X"),
    ])
    #expect(
      tracer.chains(from: "preacher", to: "older").chains.map(\.nodes) == [
        ["preacher", "brothers"]
      ])
    #expect(
      tracer.chains(from: "younger", to: "attack").chains.map(\.nodes) == [
        ["brothers", "attack"]
      ])
    #expect(tracer.chains(from: "brothers", to: "older").chains.isEmpty)
  }

  @Test("what was said of a part of the collective reaches no member")
  func share() throws {
    let tracer = try tracer([
      Said("preacher inspired brothers", "X") { $0.share = .some }
    ])
    let trace = tracer.chains(from: "preacher", to: "older")
    #expect(trace.chains.isEmpty)
    #expect(trace.refusals.map(\.reason) == [.shareOnly])
    #expect(tracer.chains(from: "preacher", to: "brothers").chains.count == 1)
  }

  @Test("a chain through a group comes last and only associates")
  func throughGroup() throws {
    let trace = try tracer([
      Said("leader leads group", "X", "A1") { $0.confirmedBy = "record" },
      Said("gunman pledged-allegiance group", "X", "A2"),
      Said("leader inspired gunman", "Y", "B3"),
    ]).chains(from: "leader", to: "gunman")
    #expect(trace.chains.map(\.nodes) == [["leader", "gunman"], ["leader", "group", "gunman"]])
    #expect(trace.chains.map(\.crossesGroup) == [false, true])
    #expect(trace.chains.map(\.degree) == [.inspires, .associates])
  }

  @Test("two relations between one pair are one hop, held to the weaker degree")
  func parallelArcs() throws {
    let trace = try tracer([
      Said("group directed attack", "X", "A3"), Said("group inspired attack", "Y", "A3"),
    ]).chains(from: "group", to: "attack")
    #expect(trace.chains.count == 1)
    // Two independent even chances, by the product rule.
    #expect(abs((trace.chains.first?.probability ?? 0) - 0.75) < 1e-12)
    #expect(trace.chains.first?.degree == .inspires)
  }

  @Test("only the relations asked for, and only what may be in force on a day")
  func filters() throws {
    let said = [
      Said("group directed attack", "X"),
      Said("group trained gunman", "X") { $0.when = (try? EDTF("2014/2015")).map(When.date) },
    ]
    var options = Tracer.Options()
    options.relations = ["trained"]
    let only = try tracer(said, options: options)
    #expect(only.chains(from: "group", to: "attack").chains.isEmpty)
    #expect(only.chains(from: "group", to: "gunman").chains.count == 1)
    for (day, count) in [
      ("2013-12-31", 0), ("2014-06-01", 1), ("2015-12-31", 1), ("2016-01-01", 0),
    ] {
      var options = Tracer.Options()
      options.at = try EDTF(day).first
      let found = try tracer(said, options: options).chains(from: "group", to: "gunman").chains
      #expect(found.count == count, "\(day)")
    }
  }

  @Test("contact is an arc in both directions, in the projection that has it")
  func associations() throws {
    let said = [Said("a contacted b", "X")]
    #expect(try tracer(said).chains(from: "b", to: "a").chains.isEmpty)
    let wide = try tracer(said, projection: "associations")
    #expect(wide.chains(from: "a", to: "b").chains.count == 1)
    #expect(wide.chains(from: "b", to: "a").chains.count == 1)
  }

  @Test("an unknown projection names those that there are")
  func unknownProjection() {
    #expect {
      try tracer([Said("a inspired b", "X")], projection: "influences")
    } throws: { error in
      "\(error)"
        == "'influences' is no projection; use one of influence, associations, opted-in, causes"
    }
  }

  @Test("what only follows from another link makes no arc")
  func impliedArcs() throws {
    let wide = try tracer(
      [Said("group trained gunman", "X"), Said("not group contacted gunman", "Y", "C4")],
      projection: "associations")
    #expect(wide.network.arcs.map(\.relation) == ["trained"])
  }
}
