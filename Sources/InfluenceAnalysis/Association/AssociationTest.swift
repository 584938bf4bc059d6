public import Evidence

/// Tests whether attacks follow calls more often than if the calls had come at another time.
///
/// The statistic counts attacks on days 1 to W after some call, each once. Under the null hypothesis
/// the calls as a whole could as well have been shifted along the span, which is closed to a circle:
/// of all T shifts, p is the share with at least as many attacks, the one observed included
/// [Phipson2010]. Shifting the calls keeps the clusters of the attacks, which permuting the attacks
/// would break up.
///
/// Where several windows were tried, each shift takes the smallest of the p-values that its windows have
/// by themselves, and p is the share of the shifts with as small a one [Westfall1993]; a count would
/// always be largest in the longest window.
public struct AssociationTest: Sendable, Equatable {
  /// Fewer calls give no p-value.
  public static let leastCalls = 3
  /// Fewer attacks give no p-value.
  public static let leastAttacks = 5
  /// The level that a p-value must be able to reach.
  static let level = 0.05

  /// When calls were made.
  public var calls: [DayBounds]
  /// When attacks happened.
  public var attacks: [DayBounds]
  /// The lengths of the windows that were tried, in days; one if it was given beforehand.
  public var windows: [Int]
  /// The first and the last day of the span in which calls and attacks were looked for.
  public var span: ClosedRange<Day>
  /// Whether the list of attacks is declared complete for the span.
  public var isComplete: Bool
  /// Whether the windows were chosen after a look at the data, without all being given.
  public var isSearched: Bool

  /// Sets up a test.
  ///
  /// - Parameters:
  ///   - calls: When calls were made; those without bounds on both sides are left out.
  ///   - attacks: When attacks happened; likewise.
  ///   - windows: The lengths of all windows that were tried, each at least 1; at least one.
  ///   - span: The first and the last day that were looked at.
  ///   - isComplete: Whether the list of attacks is declared complete for the span.
  ///   - isSearched: Whether the windows were chosen after a look at the data.
  public init(
    calls: [DayBounds], attacks: [DayBounds], windows: [Int], span: ClosedRange<Day>,
    isComplete: Bool, isSearched: Bool = false
  ) {
    precondition(!windows.isEmpty && windows.allSatisfy { $0 >= 1 }, "a window has at least a day")
    self.calls = calls
    self.attacks = attacks
    self.windows = windows
    self.span = span
    self.isComplete = isComplete
    self.isSearched = isSearched
  }

  /// Sets up a test of the calls and attacks of a graph.
  ///
  /// Calls are those of ``CallFollowUp``, attacks are dated and single.
  ///
  /// - Parameters:
  ///   - table: The links of the graph.
  ///   - windows: As in ``init(calls:attacks:windows:span:isComplete:isSearched:)``.
  ///   - span: The first and the last day that were looked at; `nil` for those of the calls and attacks
  ///     themselves, which is a poor choice since it was not made beforehand.
  ///   - isComplete: Whether the list of attacks is declared complete for the span.
  ///   - isSearched: Whether the windows were chosen after a look at the data.
  /// - Returns: The test, or `nil` if there is no span because nothing is dated.
  public static func of(
    _ table: LinkTable, windows: [Int], span: ClosedRange<Day>? = nil, isComplete: Bool,
    isSearched: Bool = false
  ) -> AssociationTest? {
    let calls = CallFollowUp.all(in: table, window: windows.max() ?? 1).map(\.call.span)
    let attacks = Chronology(table.graph, slack: table.policy.slack).events.filter {
      table.graph.vocabulary.isKind($0.kind, a: "attack") && !$0.isCollective
    }.map(\.span)
    let days = (calls + attacks).filter { $0.first != nil && $0.last != nil }
    guard let first = days.compactMap(\.first).min(), let last = days.compactMap(\.last).max()
    else { return nil }
    return AssociationTest(
      calls: calls, attacks: attacks, windows: windows, span: span ?? first...last,
      isComplete: isComplete, isSearched: isSearched)
  }

  /// Runs the test.
  ///
  /// Dates count at their midpoint, rounded down. A date whose midpoint is outside the span is left out.
  /// The observed count takes windows as they are; in a shifted one they run on over the end of the span
  /// at its start.
  ///
  /// - Returns: The counts always, the p-value only where nothing speaks against it.
  /// - Complexity: O(w (c W + T a)) for w windows of up to W days, T days of the span, c calls and a
  ///   attacks.
  public func run() -> AssociationResult {
    let days = span.lowerBound.days(to: span.upperBound) + 1
    let ownCalls = calls.compactMap { Mark($0, in: span) }
    let ownAttacks = attacks.compactMap { Mark($0, in: span) }
    let marks = windows.map {
      WindowCounts(calls: ownCalls, attacks: ownAttacks, window: $0, days: days)
    }
    let chances = WindowChances(marks)
    let p = chances.p(of: marks.map(\.observed))
    // More attacks in the windows make a smaller p-value.
    let pRange =
      chances.p(of: marks.map(\.range.upperBound))...chances.p(of: marks.map(\.range.lowerBound))
    let dates = ownCalls + ownAttacks
    let narrowest = windows.min() ?? 1
    let vague = dates.filter { 2 * ($0.last - $0.first) > narrowest }.count
    let refusals = AssociationResult.Refusal.allCases.filter { refusal in
      switch refusal {
      case .frame: !isComplete
      case .calls: ownCalls.count < Self.leastCalls
      case .attacks: ownAttacks.count < Self.leastAttacks
      case .wideDates: 5 * vague > dates.count
      case .coverage: marks.contains { 2 * $0.coveredDays > days }
      case .power: chances.attainable > Self.level
      case .straddles: pRange.lowerBound <= Self.level && pRange.upperBound > Self.level
      case .searchedWindow: isSearched
      }
    }
    return AssociationResult(
      counts: marks.map { $0.count(attacks: ownAttacks.count, days: days) },
      calls: ownCalls.count, attacks: ownAttacks.count,
      leftOut: calls.count + attacks.count - dates.count, days: days,
      p: refusals.isEmpty ? p : nil, pRange: refusals.isEmpty ? pRange : nil,
      attainable: chances.attainable, refusals: refusals,
      caveats: AssociationResult.Caveat.allCases.filter {
        $0 != .vagueDates || dates.contains { $0.first != $0.last }
      })
  }
}

/// A date as days from the start of the span.
private struct Mark {
  var first: Int
  var last: Int
  var middle: Int

  init?(_ bounds: DayBounds, in span: ClosedRange<Day>) {
    guard let first = bounds.first, let last = bounds.last else { return nil }
    self.first = span.lowerBound.days(to: first)
    self.last = span.lowerBound.days(to: last)
    middle = self.first + (self.last - self.first) / 2
    guard (0...span.lowerBound.days(to: span.upperBound)).contains(middle) else { return nil }
  }
}

/// The counts of one window: as observed, within the bounds of the dates, and for every shift.
private struct WindowCounts {
  var window: Int
  var observed: Int
  var range: ClosedRange<Int>
  var onTheDay: Int
  /// How many days lie in some window.
  var coveredDays: Int
  /// By shift, how many attacks lie in some window.
  var shifted: [Int]

  init(calls: [Mark], attacks: [Mark], window: Int, days: Int) {
    self.window = window
    observed =
      attacks.filter { attack in
        calls.contains { (1...window).contains(attack.middle - $0.middle) }
      }.count
    let most = attacks.filter { attack in
      calls.contains { attack.last - $0.first >= 1 && attack.first - $0.last <= window }
    }.count
    let least = attacks.filter { attack in
      calls.contains { attack.first - $0.last >= 1 && attack.last - $0.first <= window }
    }.count
    range = min(least, most)...most
    onTheDay = attacks.filter { attack in calls.contains { $0.middle == attack.middle } }.count
    var isCovered = [Bool](repeating: false, count: days)
    for call in calls {
      for day in 1...window { isCovered[(call.middle + day) % days] = true }
    }
    coveredDays = isCovered.filter { $0 }.count
    shifted = (0..<days).map { shift in
      attacks.filter { isCovered[($0.middle - shift + days) % days] }.count
    }
  }

  func count(attacks: Int, days: Int) -> AssociationResult.Count {
    let covered = Double(coveredDays) / Double(days)
    return AssociationResult.Count(
      window: window, observed: observed, range: range, expected: covered * Double(attacks),
      covered: covered, onTheDay: onTheDay)
  }
}

/// The p-values of outcomes over all shifts, for one or several windows.
private struct WindowChances {
  /// By window, by shift, the counts.
  private let shifted: [[Int]]
  private let days: Int
  /// By window, by count, how many shifts have at least so many.
  private let atLeast: [[Int]]
  /// By shift, the smallest of the p-values that its windows have by themselves.
  private let smallest: [Double]

  init(_ windows: [WindowCounts]) {
    let shifted = windows.map(\.shifted)
    self.shifted = shifted
    let days = shifted.first?.count ?? 1
    self.days = days
    let atLeast = shifted.map { counts in
      var tail = [Int](repeating: 0, count: (counts.max() ?? 0) + 2)
      for count in counts { tail[count] += 1 }
      for count in stride(from: tail.count - 2, through: 0, by: -1) {
        tail[count] += tail[count + 1]
      }
      return tail
    }
    self.atLeast = atLeast
    smallest = (0..<days).map { shift in
      zip(shifted, atLeast).map { Double($1[$0[shift]]) / Double(days) }.min() ?? 1
    }
  }

  /// The share of shifts that are as extreme as an outcome, the observed one always among them.
  func p(of counts: [Int]) -> Double {
    let own = counts.indices.map { window in
      let (count, tail) = (counts[window], atLeast[window])
      let all = count < tail.count ? tail[count] : 0
      // The outcome stands in for the shift by nothing.
      return Double(1 + all - (shifted[window][0] >= count ? 1 : 0)) / Double(days)
    }.min()
    guard let own else { return 1 }
    if shifted.count == 1 { return own }
    return Double(1 + smallest.dropFirst().filter { $0 <= own }.count) / Double(days)
  }

  /// The p-value of the most extreme shift.
  var attainable: Double {
    let least = smallest.min() ?? 1
    return Double(smallest.filter { $0 <= least }.count) / Double(days)
  }
}
