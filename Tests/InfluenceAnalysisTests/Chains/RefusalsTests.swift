import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct RefusalsTests {
  private static let entities = [
    Entity(id: "group", kind: "group", name: "the Group"),
    Entity(id: "attack", kind: "attack", name: "the attack", date: try? EDTF("2017-03-22")),
    Entity(id: "radio", kind: "outlet"),
    Entity(id: "speech", kind: "publication", date: try? EDTF("2018-01-05")),
  ]

  private func trace(_ said: [Said], options: Tracer.Options = .init()) throws -> Trace {
    let background = [
      Said("gunman perpetrated attack", "P"), Said("radio outlet-of group", "P"),
    ]
    let graph = InfluenceGraph(background + said, entities: Self.entities)
    return Tracer(try InfluenceNetwork(LinkTable(graph)), options: options)
      .chains(from: "group", to: "attack")
  }

  @Test(
    "what makes no chain says why",
    arguments: [
      (Said("group claimed attack", "P"), Refusal.Reason.noInfluence),
      (Said("group directed attack", "radio"), .claimedOnly),
      (Said("not group directed attack", "P"), .denied),
      (Said("not group inspired gunman", "P") { $0.stance = .findsNoEvidence }, .denied),
      (Said("group contacted gunman", "P") { $0.modality = .hypothetical }, .hypothetical),
      (Said("group linked-to attack", "P") { $0.stance = .leavesOpen }, .leftOpen),
      (Said("group contacted gunman", "P"), .notProjected),
      (Said("gunman inspired group", "P"), .otherWay),
      (Said("group directed attack|other", "P"), .alternatives),
    ])
  func single(_ said: Said, _ reason: Refusal.Reason) throws {
    let trace = try trace([said])
    #expect(trace.chains.isEmpty)
    #expect(trace.connection.probability == 0)
    #expect(trace.refusals.map(\.reason) == [reason])
    #expect(trace.refusals.map(\.statements) == [["s3"]])
  }

  @Test("the sentence names the ends, the reason, the voices and the statements")
  func sentence() throws {
    let trace = try trace([
      Said("not group directed attack", "Charlie Winter"),
      Said("not group directed attack", "experts", in: "q") { $0.stance = .findsNoEvidence },
    ])
    #expect(
      trace.refusals.map(\.sentence) == [
        "the Group directed the attack: denied by Charlie Winter, experts (q) (s3, s4)"
      ])
  }

  @Test("a chain that the dates rule out is refused, and listed apart")
  func impossible() throws {
    let trace = try trace([
      Said("group authored speech", "P"), Said("speech inspired gunman", "P"),
    ])
    #expect(trace.chains.isEmpty)
    #expect(trace.impossible.map(\.nodes) == [["group", "speech", "gunman", "attack"]])
    #expect(trace.refusals.map(\.reason) == [.impossibleInTime])
    #expect(trace.connection.probability == 0)
  }

  @Test("a chain with too many hops, or too improbable, is refused")
  func limits() throws {
    let said = [Said("group inspired other", "P", "B3"), Said("other inspired gunman", "P", "B3")]
    let long = try trace(said, options: Tracer.Options(maxHops: 2))
    #expect(long.refusals.map(\.reason) == [.tooLong])
    let weak = try trace(said, options: Tracer.Options(maxHops: 8, minProbability: 0.5))
    #expect(weak.refusals.map(\.reason) == [.tooImprobable])
    #expect(weak.chains.isEmpty)
  }
}
