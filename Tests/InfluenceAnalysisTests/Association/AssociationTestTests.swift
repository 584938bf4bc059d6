import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct AssociationTestTests {
  @Test("the prototype's cases", arguments: AttributionCases.of("association"))
  func prototype(_ row: AttributionCases.Case) throws {
    let question = row.question
    let span = try need(question.span)
    let test = AssociationTest(
      calls: try need(question.calls).map(\.bounds),
      attacks: try need(question.attacks).map(\.bounds), windows: [try need(question.window)],
      span: AttributionCases.Days.day(span[0])...AttributionCases.Days.day(span[1]),
      isComplete: try need(question.complete))
    let result = test.run()
    let count = try need(result.counts.first)
    #expect(count.observed == row.answer.observed)
    #expect([count.range.lowerBound, count.range.upperBound] == row.answer.range)
    try expectNear(count.expected, row.answer.expected)
    try expectNear(count.covered, row.answer.covered)
    try expectNear(result.attainable, row.answer.attainable)
    if let p = row.answer.p {
      try expectNear(try need(result.p), p)
    } else {
      #expect(result.p == nil)
    }
    // The prototype has one word for dates that are too wide and for those that decide the outcome.
    let reasons = result.refusals.map { refusal in
      refusal == .wideDates || refusal == .straddles ? "dates" : refusal.rawValue
    }
    #expect(reasons.sorted() == row.answer.refused)
  }
}

/// A slow recount: for every shift, every attack and every call, around the circle of days.
private struct Recount {
  var calls: [Int]
  var attacks: [Int]
  var days: Int

  func count(window: Int, shift: Int) -> Int {
    attacks.filter { attack in
      calls.contains { call in
        // Walk on from the shifted call, day by day.
        var day = (call + shift) % days
        for _ in 0..<window {
          day = (day + 1) % days
          if day == attack { return true }
        }
        return false
      }
    }.count
  }

  func observed(window: Int) -> Int {
    attacks.filter { attack in calls.contains { $0 < attack && attack <= $0 + window } }.count
  }

  func p(windows: [Int]) -> Double {
    func single(_ window: Int, _ count: Int, isOutcome: Bool) -> Double {
      var asMany = isOutcome ? 1 : 0
      for shift in (isOutcome ? 1 : 0)..<days
      where self.count(window: window, shift: shift) >= count { asMany += 1 }
      return Double(asMany) / Double(days)
    }
    let own = windows.map { single($0, observed(window: $0), isOutcome: true) }.min() ?? 1
    if windows.count == 1 { return own }
    var asSmall = 1
    for shift in 1..<days {
      let p = windows.map { single($0, count(window: $0, shift: shift), isOutcome: false) }.min()
      if p ?? 1 <= own { asSmall += 1 }
    }
    return Double(asSmall) / Double(days)
  }
}

@Suite struct AssociationTwinTests {
  private static let start = Day(daysSinceEpoch: 16_000)

  private func exact(_ number: Int) -> DayBounds {
    let day = Self.start.adding(days: number)
    return DayBounds(first: day, last: day)
  }

  private func test(
    _ calls: [Int], _ attacks: [Int], windows: [Int], days: Int
  ) -> AssociationTest {
    AssociationTest(
      calls: calls.map(exact), attacks: attacks.map(exact), windows: windows,
      span: Self.start...Self.start.adding(days: days - 1), isComplete: true)
  }

  /// Calls, and attacks of which about half follow a call soon.
  private func draw(_ random: inout Draw, days: Int) -> (calls: [Int], attacks: [Int]) {
    let calls = (0..<4).map { _ in random.below(days) }
    let attacks = (0..<8).map { number in
      number < 4 ? min(days - 1, calls[number] + 1 + random.below(4)) : random.below(days)
    }
    return (calls, attacks)
  }

  @Test("counts and p-values are those of a recount", arguments: [[5], [2, 9]])
  func recount(windows: [Int]) throws {
    var random = Draw(seed: 3)
    var given = 0
    for _ in 0..<25 {
      let (calls, attacks) = draw(&random, days: 97)
      let recount = Recount(calls: calls, attacks: attacks, days: 97)
      let result = test(calls, attacks, windows: windows, days: 97).run()
      for (count, window) in zip(result.counts, windows) {
        #expect(count.observed == recount.observed(window: window))
        #expect(count.range == count.observed...count.observed)
        let mean = (0..<97).map { recount.count(window: window, shift: $0) }.reduce(0, +)
        #expect(abs(count.expected - Double(mean) / 97) < 1e-9)
      }
      guard result.refusals.isEmpty else { continue }
      given += 1
      #expect(abs(try need(result.p) - recount.p(windows: windows)) < 1e-12)
      #expect(try need(result.p) >= result.attainable - 1e-12)
    }
    #expect(given > 10)
  }

  @Test("a true null is rejected in at most one case of twenty", arguments: [[6], [3, 6, 12]])
  func level(windows: [Int]) {
    // All shifts of one draw are equally likely under the null: the level is exact over them.
    var random = Draw(seed: 5)
    for _ in 0..<3 {
      let (calls, attacks) = draw(&random, days: 61)
      var rejected = 0
      for shift in 0..<61 {
        let moved = calls.map { ($0 + shift) % 61 }
        var test = test(moved, attacks, windows: windows, days: 61)
        test.isComplete = true
        let result = test.run()
        if let p = result.p, p <= 0.05 { rejected += 1 }
      }
      #expect(Double(rejected) <= 0.05 * 61)
    }
  }

  @Test("every condition is refused by itself, with its reason")
  func refusals() {
    let calls = [10, 110, 210, 310]
    let attacks = [12, 113, 214, 315, 316]
    let sound = test(calls, attacks, windows: [10], days: 366)
    #expect(sound.run().refusals == [])
    #expect(sound.run().p != nil)
    func reasons(_ change: (inout AssociationTest) -> Void) -> [AssociationResult.Refusal] {
      var test = sound
      change(&test)
      let result = test.run()
      #expect(result.p == nil && result.pRange == nil)
      #expect(result.counts.count == test.windows.count)
      return result.refusals
    }
    #expect(reasons { $0.isComplete = false } == [.frame])
    #expect(reasons { $0.isSearched = true } == [.searchedWindow])
    #expect(reasons { $0.calls.removeLast(2) }.contains(.calls))
    #expect(reasons { $0.attacks.removeLast() } == [.attacks])
    #expect(reasons { $0.windows = [60] }.contains(.coverage))
    // Each of four calls can have all five in its window on 6 days: 24 of 366 shifts are the best.
    #expect(reasons { $0.attacks = [350, 351, 352, 353, 354].map(exact) } == [.power])
    let wide = DayBounds(first: Self.start.adding(days: 5), last: Self.start.adding(days: 17))
    #expect(reasons { $0.attacks += [wide, wide, wide] }.contains(.wideDates))
    for refusal in AssociationResult.Refusal.allCases { #expect(!refusal.sentence.isEmpty) }
  }

  @Test("same-day attacks are counted apart, and what lies outside the span is left out")
  func edges() throws {
    let result = test([10, 110, 210], [10, 11, 20, 21, 400], windows: [10], days: 366).run()
    let count = try need(result.counts.first)
    #expect(count.onTheDay == 1 && count.observed == 2)
    #expect(result.attacks == 4 && result.leftOut == 1 && result.days == 366)
    #expect(result.caveats == [.notDirection, .season, .trend, .discreteness])
    var vague = test([10, 110, 210], [11], windows: [10], days: 366)
    vague.attacks.append(
      DayBounds(first: Self.start.adding(days: 115), last: Self.start.adding(days: 125)))
    let other = vague.run()
    #expect(other.counts.first?.range == 1...2 && other.counts.first?.observed == 2)
    #expect(other.caveats.contains(.vagueDates))
  }

  @Test("several windows are not judged by the longest alone")
  func severalWindows() throws {
    // Every attack comes on the day after a call; in a window of 60 days that is nothing.
    let calls = [20, 140, 260]
    let attacks = [21, 21, 141, 141, 261]
    let short = test(calls, attacks, windows: [2], days: 366).run()
    let long = test(calls, attacks, windows: [60], days: 366).run()
    let both = test(calls, attacks, windows: [2, 60], days: 366).run()
    let p = try need(both.p)
    #expect(try p >= need(short.p))
    #expect(try need(long.p ?? long.attainable) > p)
  }
}
