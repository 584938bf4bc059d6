import Evidence
import Testing

@testable import InfluenceAnalysis

/// The laws of pooling, worlds and chains on random evidence, against a slow twin.
@Suite struct WorldLawTests {
  private func tracer(
    _ graph: InfluenceGraph, dependence: Dependence = .origins
  ) throws -> Tracer {
    Tracer(try InfluenceNetwork(LinkTable(graph), dependence: dependence))
  }

  @Test("marginals are kept exactly, and the connection is that of all worlds", arguments: 0..<30)
  func exact(seed: Int) throws {
    let evidence = RandomEvidence(seed: UInt64(seed))
    let twin = BruteForce(evidence)
    let tracer = try tracer(evidence.graph)
    var present = twin.arcs.map { _ in 0.0 }
    twin.forEachWorld { weight, isPresent in
      for number in present.indices where isPresent[number] { present[number] += weight }
    }
    for (number, arc) in twin.arcs.enumerated() {
      let wanted = twin.probability(of: arc)
      let hop = tracer.network.hop(from: "n\(arc.tail)", to: "n\(arc.head)")
      #expect(abs((hop?.probability ?? 0) - wanted) < 1e-9)
      #expect(abs(present[number] - wanted) < 1e-9)
    }
    let trace = tracer.chains(from: "n0", to: "n1")
    let wanted = twin.connection(from: 0, to: 1)
    #expect(abs(trace.connection.probability - wanted) < 1e-9)
    for chain in trace.chains {
      #expect(chain.probability <= (chain.hops.map(\.probability).min() ?? 1) + 1e-12)
      #expect(trace.connection.probability >= chain.probability - 1e-12)
    }
  }

  @Test("the connection is that of all worlds on up to 15 links and 8 voices", arguments: 0..<4)
  func exactOnMore(seed: Int) throws {
    let evidence = RandomEvidence(
      seed: UInt64(60 + seed), nodes: 6, arcs: 15, rows: 13, origins: 8)
    let connection = try tracer(evidence.graph).connection(from: "n0", to: "n1")
    let wanted = BruteForce(evidence).connection(from: 0, to: 1)
    #expect(abs(connection.probability - wanted) < 1e-9)
    #expect(connection.method == .exact)
  }

  @Test("copies and the order of statements change nothing", arguments: 0..<20)
  func invariance(seed: Int) throws {
    let evidence = RandomEvidence(seed: UInt64(100 + seed))
    let wanted = try tracer(evidence.graph).chains(from: "n0", to: "n1")
    var copied = evidence
    copied.rows += evidence.rows
    var turned = evidence
    turned.rows.reverse()
    for other in [copied, turned] {
      let found = try tracer(other.graph).chains(from: "n0", to: "n1")
      #expect(abs(found.connection.probability - wanted.connection.probability) < 1e-12)
      #expect(found.chains.map(\.nodes) == wanted.chains.map(\.nodes))
    }
  }

  @Test("statements off every chain change nothing")
  func offChain() throws {
    let near = [Said("a inspired b", "X", "B2"), Said("b inspired c", "Y", "C3")]
    let far = [Said("d inspired e", "X", "F2"), Said("b inspired d", "Z", "D2")]
    let alone = try tracer(InfluenceGraph(near)).chains(from: "a", to: "c")
    let among = try tracer(InfluenceGraph(near + far)).chains(from: "a", to: "c")
    #expect(alone.connection == among.connection)
  }

  @Test("an affirmation never lowers and a denial never raises a connection", arguments: 0..<40)
  func monotone(seed: Int) throws {
    let evidence = RandomEvidence(seed: UInt64(200 + seed))
    let before = try tracer(evidence.graph).chains(from: "n0", to: "n1").connection.probability
    let some = evidence.rows[seed % evidence.rows.count]
    // A voice of its own: contradicting oneself and regrading are the exceptions of the law.
    for denies in [false, true] {
      var more = evidence
      more.rows.append(
        RandomEvidence.Row(
          tail: some.tail, head: some.head, denies: denies, origin: 9, letter: .b, digit: .possible)
      )
      let after = try tracer(more.graph).chains(from: "n0", to: "n1").connection.probability
      if denies { #expect(after <= before + 1e-12) } else { #expect(after >= before - 1e-12) }
    }
  }

  @Test("draws come near the exact chance and repeat for a seed", arguments: 0..<10)
  func sampling(seed: Int) {
    let table = LinkTable(RandomEvidence(seed: UInt64(300 + seed)).graph)
    let space = WorldSpace(
      table.links.map { Presence($0, policy: table.policy, dependence: .origins) })
    let exact = space.probability(.exact) { $0.reduce(0, |) }
    let mode = WorldSpace.Mode.sampled(worlds: 10_000, seed: UInt64(seed))
    let drawn = space.probability(mode) { $0.reduce(0, |) }
    // Five standard errors of a share of 10,000 draws.
    #expect(abs(drawn - exact) < 5 * (0.25 / 10_000).squareRoot())
    #expect(space.probability(mode) { $0.reduce(0, |) } == drawn)
  }

  @Test("a prior adds its share of the unknown, in the worlds too")
  func prior() throws {
    let policy = try Policy { $0.prior = 0.3 }
    let table = LinkTable(
      InfluenceGraph([
        Said("a inspired b", "X", "B2"), Said("not a inspired b", "Y", "C3"),
      ]), policy: policy)
    let space = WorldSpace(
      table.links.map { Presence($0, policy: policy, dependence: .origins) })
    let wanted = try need(table.links.first).pooled.probability
    #expect(abs(space.probability(.exact) { $0[0] } - wanted) < 1e-12)
  }

  @Test("too many chains to look at: one voice behind all of them leaves its own chance")
  func manyChains() throws {
    // Twelve nodes, each tied to each other: ten million chains from a to b.
    let names = (0..<12).map { "n\($0)" }
    let said = names.flatMap { tail in
      names.filter { $0 != tail }.map { Said("\(tail) inspired \($0)", "X", "B2") }
    }
    let trace = try tracer(InfluenceGraph(said)).chains(from: "n0", to: "n1")
    #expect(abs(trace.connection.probability - 0.675) < 1e-12)
    #expect(trace.connection.method == .exact)
    #expect(trace.chains.count == 5)
    #expect(trace.chains.first?.nodes == ["n0", "n1"])
    #expect(trace.chains.allSatisfy { abs($0.probability - 0.675) < 1e-12 })
  }

  @Test("more cases than can be gone through are drawn")
  func drawnConnection() throws {
    // Twelve ways of two hops, every hop on a voice of its own: 1 - (1 - p^2)^12 in closed form.
    let said = (0..<12).flatMap { way in
      [
        Said("a inspired m\(way)", "first \(way)", "B4"),
        Said("m\(way) inspired b", "second \(way)", "B4"),
      ]
    }
    let trace = try tracer(InfluenceGraph(said)).chains(from: "a", to: "b")
    var fails = 1.0
    for _ in 0..<12 { fails *= 1 - 0.225 * 0.225 }
    #expect(trace.connection.method == .sampled(10_000))
    #expect(trace.connection.low <= 1 - fails && 1 - fails <= trace.connection.high)
    #expect(trace.connection.high - trace.connection.low <= 0.02)
  }
}
