import Evidence
import Testing

@testable import InfluenceAnalysis

/// The three classes of a chain in time, all of them decided by trying every assignment of days.
///
/// It is written from the list of rules, with deaths, births, contacts and leads, and so covers what the
/// other twin leaves out: that a chain is certain exactly if its demands hold on every assignment.
@Suite struct TimeClassTwinTests {
  /// Days 0 to 4 from an arbitrary start, to which all dates belong; the day before and the day after
  /// stand for all that lies beyond.
  private static let days = -1...5
  private static let lead = 2

  private func day(_ number: Int) -> Day { Day(daysSinceEpoch: 16_000 + number) }

  /// A variable of the system.
  private struct Variable {
    var allowed: [Int]
    var isLoose: Bool
    /// The days that a thing's own date allows; nil for a link's day.
    var own: [Int]?
  }

  private func bounds(_ random: inout Draw) -> DayBounds {
    let first = random.below(5)
    return DayBounds(first: day(first), last: day(min(4, first + random.below(2))))
  }

  private func chain(_ random: inout Draw) -> [TimedLink] {
    let count = 1 + random.below(2)
    let ends = (0...count).map { number -> TimedLink.End in
      var end = TimedLink.End(id: "e\(number)")
      if random.below(5) < 2 {
        end.isThing = true
        end.isAttack = number == count && random.below(2) == 0
        end.date = random.below(4) == 0 ? nil : bounds(&random)
      } else {
        if random.below(3) == 0 { end.born = bounds(&random) }
        if random.below(3) == 0 { end.died = bounds(&random) }
      }
      return end
    }
    return (0..<count).map { number in
      let time: Relation.Timing = [.at, .by, .span][random.below(3)]
      var link = TimedLink(
        tail: ends[number], head: ends[number + 1], time: time, contact: random.below(2) == 0,
        alive: random.below(2) == 0, when: nil, isInterval: false,
        reported: day(3 + random.below(2)))
      if random.below(3) > 0 {
        if time == .span, random.below(2) == 0 {
          link.isInterval = true
          link.when = .span(
            start: random.below(4) == 0 ? nil : bounds(&random),
            end: random.below(4) == 0 ? nil : bounds(&random))
        } else {
          link.when = .day(bounds(&random))
        }
      }
      return link
    }
  }

  /// The class by trying everything.
  private func order(_ links: [TimedLink]) -> TimeOrder {
    var variables: [Variable] = []
    var things: [String: Int] = [:]
    func within(_ bounds: DayBounds?, _ number: Int) -> Bool {
      bounds?.contains(day(number)) ?? true
    }
    for end in links.flatMap({ [$0.tail, $0.head] }) where end.isThing && things[end.id] == nil {
      let allowed = Self.days.filter { within(end.date, $0) }
      things[end.id] = variables.count
      variables.append(Variable(allowed: allowed, isLoose: end.date == nil, own: allowed))
    }
    var starts: [[Int]] = []
    var ends: [[Int]] = []
    var axioms: [(Int, Int)] = []
    for link in links {
      func isAllowed(_ number: Int) -> Bool {
        let now = day(number)
        if let reported = link.reported, now > reported { return false }
        if link.tail.isThing, let first = link.tail.date?.first, now < first { return false }
        if link.head.isThing, let last = link.head.date?.last, now > last { return false }
        if link.contact, link.head.isAttack, link.when == nil, let first = link.head.date?.first,
          now < first.adding(days: -Self.lead)
        {
          return false
        }
        if let born = link.tail.born?.first, now < born { return false }
        if let born = link.head.born?.first, now < born { return false }
        if let died = link.head.died?.last, now > died { return false }
        if link.contact || link.alive, let died = link.tail.died?.last, now > died { return false }
        return true
      }
      func add(_ isLoose: Bool, _ fits: (Int) -> Bool) -> Int {
        variables.append(
          Variable(allowed: Self.days.filter { isAllowed($0) && fits($0) }, isLoose: isLoose))
        return variables.count - 1
      }
      let tail = things[link.tail.id]
      let head = things[link.head.id]
      var start: Int?
      var end: Int?
      if let when = link.when {
        if link.isInterval, case .span(let from, let to) = when {
          if let from { start = add(false) { within(from, $0) } }
          if let to { end = add(false) { within(to, $0) } }
        } else if link.time == .by {
          start = add(true) { number in when.bounds.last.map { day(number) <= $0 } ?? true }
          end = start
        } else {
          start = add(false) { within(when.bounds, $0) }
          end = start
        }
      } else if link.time == .at, let head {
        variables[head].allowed = variables[head].allowed.filter(isAllowed)
        start = head
        end = head
      } else {
        start = add(true) { _ in true }
        end = start
      }
      if let tail, let end { axioms.append((tail, end)) }
      if let start, let head, start != head { axioms.append((start, head)) }
      starts.append([start, tail].compactMap { $0 })
      ends.append([end, head].compactMap { $0 })
    }
    var demands: [(Int, Int)] = []
    for i in starts.indices {
      for j in i..<ends.count {
        for x in starts[i] { for y in ends[j] where x != y { demands.append((x, y)) } }
      }
    }
    let asked = demands.filter { x, y in
      variables[x].own != nil && variables[y].own != nil || !axioms.contains { $0 == (x, y) }
    }
    /// Whether y is not before x in every system with these axioms, whatever the dates.
    func follows(_ x: Int, _ y: Int, _ seen: Set<Int> = []) -> Bool {
      x == y
        || axioms.contains {
          $0.0 == x && !seen.contains($0.1) && follows($0.1, y, seen.union([x]))
        }
    }
    var someFits = false
    var isCertain = true
    func go(_ days: [Int]) {
      guard days.count < variables.count else {
        guard axioms.allSatisfy({ days[$0.0] <= days[$0.1] }) else { return }
        if demands.allSatisfy({ days[$0.0] <= days[$0.1] }) { someFits = true }
        for (x, y) in asked
        where variables[x].own == nil || variables[y].own == nil {
          let isLoose = variables[x].isLoose || variables[y].isLoose
          let holds = isLoose ? days[x] <= days[y] : days[x] < days[y]
          if !holds, !follows(x, y) { isCertain = false }
        }
        return
      }
      for number in variables[days.count].allowed { go(days + [number]) }
    }
    go([])
    // Two things must be in order by what their own links leave of their dates.
    for (x, y) in asked {
      guard variables[x].own != nil, variables[y].own != nil else { continue }
      let isLoose = variables[x].isLoose || variables[y].isLoose
      let (a, b) = (variables[x].allowed.max() ?? 0, variables[y].allowed.min() ?? 0)
      if !(isLoose ? a <= b : a < b) { isCertain = false }
    }
    return !someFits ? .impossible : isCertain ? .certain : .possible
  }

  @Test("the class is that of all assignments of days")
  func twin() {
    var random = Draw(seed: 11)
    var seen: [TimeOrder: Int] = [:]
    for _ in 0..<1200 {
      let links = chain(&random)
      let found = TimeSystem(links, lead: Self.lead).order
      let wanted = order(links)
      seen[wanted, default: 0] += 1
      #expect(found == wanted, "\(links)")
    }
    for order in [TimeOrder.certain, .possible, .impossible] {
      #expect(seen[order, default: 0] > 50)
    }
  }
}
