import Evidence

/// The days of a chain and what must not come after what.
///
/// Each link has its own day, or a first and a last; each attack, event or publication has one day,
/// the same for every link that touches it. *Axioms* say that each link is true by itself: a message
/// moves nobody before it is out. *Demands* say that influence flows on from link to link. The chain
/// is impossible if no choice of days satisfies both; it is certain if the demands hold on every
/// choice that satisfies the axioms, days that may coincide counting as open except where the source
/// gives the day as the latest one.
struct TimeSystem: Sendable {
  private struct Variable: Sendable {
    var limits: Limits
    /// Whether no source dates it, or dates only its latest day: then "not after" is enough.
    var isLoose: Bool
    /// Whether it is the day of a thing.
    var isThing: Bool
  }

  private struct Order: Hashable, Sendable {
    var earlier: Int
    var later: Int
  }

  private var variables: [Variable] = []
  private var axioms: [Order] = []
  private var demands: [Order] = []

  /// Sets up the days of a chain.
  ///
  /// - Parameters:
  ///   - links: The links from tail to head.
  ///   - lead: For how many days before an attack an undated contact may have led to it.
  init(_ links: [TimedLink], lead: Int) {
    var things: [String: Int] = [:]
    var starts: [[Int]] = []
    var ends: [[Int]] = []
    for link in links {
      // Symbols of the documentation: `start` is s_i, `end` is e_i; `starts` and `ends` are Start_i
      // and End_i, the days on which influence may enter and leave the link.
      let limits = link.limits(lead: lead)
      let tail = link.tail.isThing ? thing(link.tail, &things) : nil
      let head = link.head.isThing ? thing(link.head, &things) : nil
      let (start, end) = ownDays(of: link, limits: limits, head: head)
      if let tail, let end { axioms.append(Order(earlier: tail, later: end)) }
      if let start, let head, start != head { axioms.append(Order(earlier: start, later: head)) }
      starts.append([start, tail].compactMap { $0 })
      ends.append([end, head].compactMap { $0 })
    }
    let given = Set(axioms)
    var asked: Set<Order> = []
    for (place, early) in starts.enumerated() {
      for late in ends[place...] {
        for earlier in early {
          for later in late where earlier != later {
            let order = Order(earlier: earlier, later: later)
            // Two things must be in order by their own dates, whatever the links take for granted.
            if variables[earlier].isThing && variables[later].isThing || !given.contains(order) {
              asked.insert(order)
            }
          }
        }
      }
    }
    demands = asked.sorted { ($0.earlier, $0.later) < ($1.earlier, $1.later) }
  }

  private mutating func add(_ limits: Limits, isLoose: Bool, isThing: Bool = false) -> Int {
    variables.append(Variable(limits: limits, isLoose: isLoose, isThing: isThing))
    return variables.count - 1
  }

  private mutating func thing(_ end: TimedLink.End, _ things: inout [String: Int]) -> Int {
    if let known = things[end.id] { return known }
    let limits = Limits(first: end.date?.first, last: end.date?.last)
    let new = add(limits, isLoose: end.date == nil, isThing: true)
    things[end.id] = new
    return new
  }

  /// The days on which the link itself begins and ends; absent if that end is open.
  private mutating func ownDays(
    of link: TimedLink, limits: Limits, head: Int?
  ) -> (start: Int?, end: Int?) {
    guard let when = link.when else {
      if link.time == .at, let head {
        variables[head].limits.raise(to: limits.first)
        variables[head].limits.lower(to: limits.last)
        return (head, head)
      }
      let day = add(limits, isLoose: true)
      return (day, day)
    }
    func cut(_ bounds: DayBounds) -> Limits {
      var result = limits
      result.raise(to: bounds.first)
      result.lower(to: bounds.last)
      return result
    }
    if link.time == .span, link.isInterval {
      let start = when.start.map { add(cut($0), isLoose: false) }
      let end = when.end.map { add(cut($0), isLoose: false) }
      return (start, end)
    }
    let bounds = when.bounds
    let day =
      link.time == .by
      ? add(cut(DayBounds(first: nil, last: bounds.last)), isLoose: true)
      : add(cut(bounds), isLoose: false)
    return (day, day)
  }

  /// Whether the chain is certain, possible or impossible in time.
  ///
  /// - Complexity: O(v (a + d)) for v days, a axioms and d demands.
  var order: TimeOrder {
    if narrowed(by: axioms + demands).contains(where: \.isEmpty) { return .impossible }
    let known = narrowed(by: axioms)
    let isCertain = demands.allSatisfy { demand in
      let (x, y) = (variables[demand.earlier], variables[demand.later])
      if x.isThing && y.isThing {
        return precedes(x.limits.last, y.limits.first, orSameDay: x.isLoose || y.isLoose)
      }
      return follows(demand)
        || precedes(
          known[demand.earlier].last, known[demand.later].first, orSameDay: x.isLoose || y.isLoose)
    }
    return isCertain ? .certain : .possible
  }

  private func precedes(_ last: Day?, _ first: Day?, orSameDay: Bool) -> Bool {
    guard let last, let first else { return false }
    return orSameDay ? last <= first : last < first
  }

  /// The limits of all days after first days were raised and last days lowered along some orders.
  private func narrowed(by orders: [Order]) -> [Limits] {
    var limits = variables.map(\.limits)
    // Without a cycle of empty days a bound travels at most once through every variable.
    for _ in variables.indices {
      let before = limits
      for order in orders {
        limits[order.later].raise(to: limits[order.earlier].first)
        limits[order.earlier].lower(to: limits[order.later].last)
      }
      if limits == before { break }
    }
    return limits
  }

  /// Whether an order follows from the axioms.
  private func follows(_ order: Order) -> Bool {
    var reached: Set<Int> = [order.earlier]
    var queue = [order.earlier]
    while let day = queue.popLast() {
      if day == order.later { return true }
      for axiom in axioms where axiom.earlier == day && reached.insert(axiom.later).inserted {
        queue.append(axiom.later)
      }
    }
    return false
  }
}
