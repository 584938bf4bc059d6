import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct EarliestArrivalsTests {
  /// A random network on six people with dated links of all three kinds of timing.
  private func network(seed: UInt64) throws -> InfluenceNetwork {
    var random = Draw(seed: seed)
    let relations = ["contacted", "trained", "inspired", "directed", "pledged-allegiance"]
    let dates = [
      "2015-01", "2015-02", "2015-03", "2015-01/2015-03", "2015-02/..", "../2015-02", "2015-02/",
      "/2015-02", "2015", nil,
    ]
    let said = try (0..<9).map { _ in
      let tail = random.below(6)
      let head = (tail + 1 + random.below(5)) % 6
      let relation = relations[random.below(relations.count)]
      let when = try dates[random.below(dates.count)].map { When.date(try EDTF($0)) }
      return Said("n\(tail) \(relation) n\(head)", "X", "B2") { $0.when = when }
    }
    var entities: [Entity] = []
    for number in 0..<6 {
      let isGroup = number >= 4
      entities.append(Entity(id: "n\(number)", kind: isGroup ? "group" : "person"))
    }
    entities[0].died = try EDTF("2015-02-10")
    return try InfluenceNetwork(
      LinkTable(InfluenceGraph(said, entities: entities)), projection: "associations")
  }

  /// Every way without a node twice from one node to another, up to some hops.
  private func ways(_ network: InfluenceNetwork, from: String, to: String, hops: Int) -> [[Arc]] {
    var found: [[Arc]] = []
    func go(_ node: String, _ way: [Arc], _ seen: Set<String>) {
      if node == to, !way.isEmpty { found.append(way) }
      guard way.count < hops, node != to || way.isEmpty else { return }
      for arc in network.arcs where arc.tail == node && !seen.contains(arc.head) {
        go(arc.head, way + [arc], seen.union([arc.head]))
      }
    }
    go(from, [], [from])
    return found
  }

  /// The day on which influence leaves a way, going along it link by link; nil if it is stopped, and a
  /// day of -1,000,000 if nothing bounds it.
  private func arrival(_ way: [Arc], _ timeline: Timeline) -> Int? {
    var day = -1_000_000
    for arc in way {
      guard let link = timeline.timed(arc) else { return nil }
      let (start, end) = link.window(lead: 730)
      if let first = start?.first { day = max(day, first.daysSinceEpoch) }
      if let last = end?.last, day > last.daysSinceEpoch { return nil }
    }
    return day
  }

  @Test(
    "earliest over all ways, and every way that the dates allow is among them", arguments: 0..<40)
  func twin(seed: Int) throws {
    let network = try network(seed: UInt64(seed))
    let timeline = Timeline(network)
    let arrivals = EarliestArrivals(network, from: "n0", maxHops: 4)
    for hops in 1...4 {
      for node in network.nodes where node != "n0" {
        let ways = ways(network, from: "n0", to: node, hops: hops)
        let wanted = ways.compactMap { arrival($0, timeline) }.min()
        let found = arrivals.arrival(at: node, within: hops)
        #expect((found == nil) == (wanted == nil))
        if let wanted, let found {
          #expect(found.day.map(\.daysSinceEpoch) ?? -1_000_000 == wanted)
          let witness = try need(arrivals.witness(to: node, within: hops))
          #expect(witness.count <= hops && witness.last?.head == node)
          #expect(witness.first?.tail == "n0")
          #expect(arrival(witness, timeline) == wanted)
          #expect(
            arrivals.order(of: node, hops: hops)
              == TimeSystem(witness.compactMap(timeline.timed), lead: 730).order)
        }
        for way in ways
        where TimeSystem(way.compactMap(timeline.timed), lead: 730).order != .impossible {
          #expect(found != nil)
        }
      }
    }
  }

  /// The last day on which influence can enter a way, going back along it; nil if it is stopped, and a
  /// day of 1,000,000 if nothing bounds it.
  private func departure(_ way: [Arc], _ timeline: Timeline) -> Int? {
    var day = 1_000_000
    for arc in way.reversed() {
      guard let link = timeline.timed(arc) else { return nil }
      let (start, end) = link.window(lead: 730)
      if let last = end?.last { day = min(day, last.daysSinceEpoch) }
      if let first = start?.first, day < first.daysSinceEpoch { return nil }
    }
    return day
  }

  @Test("the latest departure is that of all ways", arguments: 0..<40)
  func departureTwin(seed: Int) throws {
    let network = try network(seed: UInt64(200 + seed))
    let timeline = Timeline(network)
    for node in network.nodes where node != "n0" {
      let departures = LatestDepartures(network, to: node, maxHops: 4)
      for hops in 1...4 {
        let wanted = ways(network, from: "n0", to: node, hops: hops)
          .compactMap { departure($0, timeline) }.max()
        let found = departures.departure(from: "n0", within: hops)
        #expect((found == nil) == (wanted == nil))
        if let wanted { #expect(found?.day?.daysSinceEpoch ?? 1_000_000 == wanted) }
      }
    }
  }

  @Test("a departure in time is an arrival in time, seen from the other end", arguments: 0..<40)
  func mirror(seed: Int) throws {
    let network = try network(seed: UInt64(100 + seed))
    let arrivals = EarliestArrivals(network, from: "n0", maxHops: 4)
    for node in network.nodes where node != "n0" {
      let departures = LatestDepartures(network, to: node, maxHops: 4)
      for hops in 1...4 {
        #expect(
          (departures.departure(from: "n0", within: hops) == nil)
            == (arrivals.arrival(at: node, within: hops) == nil))
      }
    }
  }

  @Test("later the sooner it has to be: by hand")
  func byHand() throws {
    func when(_ text: String) throws -> When { .date(try EDTF(text)) }
    let (first, second) = (try when("2015-03/2015-05"), try when("2015-04/2015-06"))
    let network = try InfluenceNetwork(
      LinkTable(
        InfluenceGraph([
          Said("a trained b", "X", "B2") { $0.when = first },
          Said("b trained c", "X", "B2") { $0.when = second },
        ])))
    let arrivals = EarliestArrivals(network, from: "a")
    #expect(arrivals.arrival(at: "b", within: 1)?.day?.description == "2015-03-01")
    #expect(arrivals.arrival(at: "c", within: 1) == nil)
    #expect(arrivals.arrival(at: "c", within: 2)?.day?.description == "2015-04-01")
    #expect(arrivals.arrival(at: "a", within: 0) == EarliestArrivals.Arrival(day: nil, arc: nil))
    let departures = LatestDepartures(network, to: "c")
    #expect(departures.departure(from: "b", within: 1)?.day?.description == "2015-06-30")
    #expect(departures.departure(from: "a", within: 2)?.day?.description == "2015-05-31")
    #expect(departures.departure(from: "a", within: 2)?.arc?.head == "b")
  }
}
