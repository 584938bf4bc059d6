import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct TimeSystemTests {
  @Test("the prototype's cases", arguments: CaseFile.of("time"))
  func prototype(_ row: CaseFile.Case) throws {
    let policy = try Policy { $0.slack = row.input.slack ?? 0 }
    let graph = try CaseFile.shared.chainGraph(row.input)
    let network = try InfluenceNetwork(LinkTable(graph, policy: policy))
    let timeline = Timeline(network)
    let hops = try (row.input.chain ?? []).map { link in
      let isReversed = graph.vocabulary.relation(link.relation)?.influence == .reverse
      return try need(
        isReversed
          ? network.hop(from: link.object, to: link.subject)
          : network.hop(from: link.subject, to: link.object))
    }
    #expect(timeline.order(of: hops).order.rawValue == row.expect.order)
  }

  @Test("the prototype's cases of dates", arguments: CaseFile.of("edtf"))
  func dates(_ row: CaseFile.Case) throws {
    let extent = try EDTF(try need(row.input.text)).extent(slack: row.input.slack ?? 0)
    switch extent {
    case .day(let bounds):
      #expect(row.expect.kind == "date")
      #expect(bounds.first?.description == row.expect.lo)
      #expect(bounds.last?.description == row.expect.hi)
    case .span(let start, let end):
      #expect(row.expect.kind == "span")
      #expect([start?.first?.description, start?.last?.description] == row.expect.start)
      #expect([end?.first?.description, end?.last?.description] == row.expect.end)
    }
  }

  @Test("the prototype's case of a past view", arguments: CaseFile.of("as_of"))
  func known(_ row: CaseFile.Case) throws {
    let day = try need(try EDTF(try need(row.input.as_of)).first)
    let known = try CaseFile.shared.graph(row.input).known(on: day)
    #expect(known.statements.map(\.id) == row.expect.known)
  }
}
