import Evidence
import Testing

@testable import InfluenceAnalysis

/// The class of a chain in time against all assignments of days within a short window.
@Suite struct TimeTwinTests {
  /// Days 0 to 5 from an arbitrary start.
  private static let window = 0...5
  private static let base = 16_000

  private func day(_ number: Int) -> Day { Day(daysSinceEpoch: Self.base + number) }

  private func bounds(_ random: inout Draw) -> DayBounds {
    let first = random.below(6)
    return DayBounds(first: day(first), last: day(min(5, first + random.below(3))))
  }

  /// A random chain of two or three links; everything is dated or cut to the window by its reports,
  /// so that no assignment outside it matters.
  private func chain(_ random: inout Draw) -> [TimedLink] {
    let count = 2 + random.below(2)
    var ends = (0...count).map { number in
      var end = TimedLink.End(id: "e\(number)")
      if random.below(2) == 0 {
        end.isThing = true
        end.date = bounds(&random)
      } else {
        end.born = DayBounds(first: day(0), last: day(0))
      }
      return end
    }
    if let last = ends.indices.last, random.below(2) == 0 {
      ends[last] = TimedLink.End(
        id: "e\(last)", isThing: true, isAttack: true, date: bounds(&random))
    }
    return (0..<count).map { number in
      var link = TimedLink(
        tail: ends[number], head: ends[number + 1],
        time: [.at, .by, .span][random.below(3)], contact: false, alive: false, isInterval: false,
        reported: day(5))
      if link.tail.isThing && link.head.isThing || random.below(3) > 0 {
        if link.time == .span, random.below(2) == 0 {
          let start = random.below(4)
          link.isInterval = true
          link.when = .span(
            start: random.below(4) == 0 ? nil : DayBounds(first: day(start), last: day(start + 1)),
            end: random.below(4) == 0
              ? nil : DayBounds(first: day(start), last: day(min(5, start + 2))))
        } else {
          link.when = .day(bounds(&random))
        }
      } else if link.tail.isThing == false, link.tail.born == nil {
        link.tail.born = DayBounds(first: day(0), last: day(0))
      }
      return link
    }
  }

  private struct Outcome {
    var someFits = false
    var allFit = true
    var someHolds = false
  }

  /// Tries every choice of a day for every thing and of a first and last day for every link.
  private func enumerate(_ links: [TimedLink]) -> Outcome {
    var outcome = Outcome()
    let ids = Set(links.flatMap { [$0.tail, $0.head] }.filter(\.isThing).map(\.id)).sorted()
    let things = Dictionary(
      links.flatMap { [$0.tail, $0.head] }.map { ($0.id, $0) }
    ) { first, _ in first }

    func days(_ allowed: (Int) -> Bool) -> [Int] { Self.window.filter(allowed) }
    func contains(_ bounds: DayBounds?, _ number: Int) -> Bool {
      bounds?.contains(day(number)) ?? true
    }

    func go(_ place: Int, _ starts: [Int?], _ ends: [Int?], _ dates: [String: Int]) {
      guard place < links.count else {
        var axiomsHold = true
        var demandsHold = true
        for (i, link) in links.enumerated() {
          let tail = link.tail.isThing ? dates[link.tail.id] : nil
          let head = link.head.isThing ? dates[link.head.id] : nil
          if let tail, let end = ends[i], tail > end { axiomsHold = false }
          if let head, let start = starts[i], start > head { axiomsHold = false }
          for j in i..<links.count {
            let enters = [starts[i], tail].compactMap { $0 }
            let leaves = [ends[j], links[j].head.isThing ? dates[links[j].head.id] : nil]
              .compactMap { $0 }
            for x in enters { for y in leaves where x > y { demandsHold = false } }
          }
        }
        if axiomsHold {
          outcome.someHolds = true
          if demandsHold { outcome.someFits = true } else { outcome.allFit = false }
        }
        return
      }
      let link = links[place]
      let head = link.head.isThing ? dates[link.head.id] : nil
      /// What the link allows for its own days: reports, births, dates of dated things.
      func isAllowed(_ number: Int) -> Bool {
        day(number) <= day(5)
          && (!link.tail.isThing || (link.tail.date?.first.map { $0 <= day(number) } ?? true))
          && (!link.head.isThing || (link.head.date?.last.map { day(number) <= $0 } ?? true))
      }
      guard let when = link.when else {
        if link.time == .at, let head {
          if isAllowed(head) { go(place + 1, starts + [head], ends + [head], dates) }
        } else {
          for x in days(isAllowed) { go(place + 1, starts + [x], ends + [x], dates) }
        }
        return
      }
      if link.isInterval, case .span(let start, let end) = when {
        let first: [Int?] = start == nil ? [nil] : days { isAllowed($0) && contains(start, $0) }
        let last: [Int?] = end == nil ? [nil] : days { isAllowed($0) && contains(end, $0) }
        for s in first { for e in last { go(place + 1, starts + [s], ends + [e], dates) } }
        return
      }
      let isBy = link.time == .by
      for x in days({ number in
        isAllowed(number)
          && (isBy
            ? when.bounds.last.map { day(number) <= $0 } ?? true : contains(when.bounds, number))
      }) {
        go(place + 1, starts + [x], ends + [x], dates)
      }
    }

    func date(_ place: Int, _ dates: [String: Int]) {
      guard place < ids.count else { return go(0, [], [], dates) }
      for number in Self.window where contains(things[ids[place]]?.date, number) {
        var more = dates
        more[ids[place]] = number
        date(place + 1, more)
      }
    }
    date(0, [:])
    return outcome
  }

  @Test("impossible is what no assignment allows; certain is what every one allows")
  func twin() {
    var random = Draw(seed: 7)
    var seen: [TimeOrder: Int] = [:]
    for _ in 0..<1500 {
      let links = chain(&random)
      let order = TimeSystem(links, lead: 730).order
      let outcome = enumerate(links)
      seen[order, default: 0] += 1
      #expect((order == .impossible) == !outcome.someFits, "\(links)")
      if order == .certain { #expect(outcome.allFit, "\(links)") }
      // Days that may coincide keep a chain from being certain, so the converse need not hold.
    }
    // The sample is no use unless every class occurs often.
    for order in [TimeOrder.certain, .possible, .impossible] {
      #expect(seen[order, default: 0] > 50)
    }
  }
}
