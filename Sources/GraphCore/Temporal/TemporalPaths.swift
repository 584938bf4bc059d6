/// The earliest arrival at each node, and the contacts by which one gets there.
public struct ContactArrivals: Sendable, Equatable {
  /// The node at which the paths begin.
  public let source: Int
  /// By node, the earliest arrival; nil for nodes that cannot be reached, and for the source itself.
  public let times: [Double?]
  /// By node, the last contact of a path that arrives then.
  let lastContacts: [Int32]
  /// By node, the node before it on that path.
  let parents: [Int32]

  /// The contacts of a path that arrives earliest.
  ///
  /// - Parameter node: A node index.
  /// - Returns: Contact indices in the order of the path, none for the source; nil if there is no path.
  public func path(to node: Int) -> [Int]? {
    if node == source { return [] }
    guard times[node] != nil else { return nil }
    var contacts: [Int] = []
    var place = node
    while place != source {
      contacts.append(Int(lastContacts[place]))
      place = Int(parents[place])
    }
    return contacts.reversed()
  }
}

/// When something is at a node, to be passed on.
private struct Readiness: Comparable {
  var time: Double
  /// Whether it came by a contact that took no time, so that the next must begin later.
  var isInstant: Bool

  static let never = Readiness(time: .infinity, isInstant: true)

  init(time: Double, isInstant: Bool) {
    self.time = time
    self.isInstant = isInstant
  }

  init(after arc: ContactSequence.Arc) {
    self.init(time: arc.end, isInstant: arc.end == arc.start)
  }

  func admits(_ arc: ContactSequence.Arc) -> Bool {
    isInstant ? arc.start > time : arc.start >= time
  }

  static func < (left: Readiness, right: Readiness) -> Bool {
    left.time < right.time || (left.time == right.time && !left.isInstant && right.isInstant)
  }
}

extension ContactSequence {
  /// The earliest arrival at each node of time-respecting paths from one.
  ///
  /// One pass over the contacts by their start [Wu2014].
  ///
  /// - Parameters:
  ///   - source: The node at which the paths begin.
  ///   - window: From when to when: no contact of a path begins before or ends after it. Nil for all.
  /// - Returns: Times, and a path to each node.
  /// - Complexity: O(n + c) time and space for c contacts.
  public func earliestArrivals(
    from source: Int, within window: ClosedRange<Double>? = nil
  ) -> ContactArrivals {
    requireNode(source)
    var ready = [Readiness](repeating: .never, count: nodeCount)
    var lastContacts = [Int32](repeating: -1, count: nodeCount)
    var parents = lastContacts
    ready[source] = Readiness(time: -.infinity, isInstant: false)
    for arc in arcs(within: window) where ready[Int(arc.tail)].admits(arc) {
      let arrival = Readiness(after: arc)
      if arrival < ready[Int(arc.head)] {
        ready[Int(arc.head)] = arrival
        lastContacts[Int(arc.head)] = arc.contact
        parents[Int(arc.head)] = arc.tail
      }
    }
    return ContactArrivals(
      source: source, times: ready.map { $0.time.isFinite ? $0.time : nil },
      lastContacts: lastContacts, parents: parents)
  }

  /// The latest departure from each node of time-respecting paths to one.
  ///
  /// One pass over the contacts by their start, the last first [Wu2014].
  ///
  /// - Parameters:
  ///   - target: The node at which the paths end.
  ///   - window: From when to when: no contact of a path begins before or ends after it. Nil for all.
  /// - Returns: By node, the latest start of a first contact; nil for nodes from which there is no
  ///   path, and for the target itself.
  /// - Complexity: O(n + c) time and space for c contacts.
  public func latestDepartures(
    to target: Int, within window: ClosedRange<Double>? = nil
  ) -> [Double?] {
    requireNode(target)
    var latest = [Double](repeating: -.infinity, count: nodeCount)
    latest[target] = .infinity
    for arc in arcs(within: window).reversed() {
      let next = latest[Int(arc.head)]
      if arc.end <= next, arc.start < next, arc.start > latest[Int(arc.tail)] {
        latest[Int(arc.tail)] = arc.start
      }
    }
    return latest.map { $0.isFinite ? $0 : nil }
  }

  /// The fewest contacts of time-respecting paths from one node to each.
  ///
  /// In round h the earliest arrival by h contacts at most is known for each node.
  ///
  /// - Parameters:
  ///   - source: The node at which the paths begin.
  ///   - window: From when to when: no contact of a path begins before or ends after it. Nil for all.
  /// - Returns: By node, the number of contacts; 0 for the source, nil where there is no path.
  /// - Complexity: O(h c) time for c contacts and the largest finite result h, O(n + c) space.
  public func fewestContacts(
    from source: Int, within window: ClosedRange<Double>? = nil
  ) -> [Int?] {
    requireNode(source)
    var before = [Readiness](repeating: .never, count: nodeCount)
    var counts = [Int?](repeating: nil, count: nodeCount)
    before[source] = Readiness(time: -.infinity, isInstant: false)
    counts[source] = 0
    let usable = Array(arcs(within: window))
    var round = 0
    while true {
      round += 1
      var after = before
      for arc in usable where before[Int(arc.tail)].admits(arc) {
        let arrival = Readiness(after: arc)
        if arrival < after[Int(arc.head)] { after[Int(arc.head)] = arrival }
      }
      if after == before { return counts }
      for node in nodes where counts[node] == nil && after[node] < .never { counts[node] = round }
      before = after
    }
  }

  /// The shortest time that time-respecting paths from one node take, whenever they begin.
  ///
  /// The time of a path is from the start of its first contact to the end of its last. For each node
  /// the departures are kept that no later departure with as early an arrival makes useless
  /// [Wu2014].
  ///
  /// - Parameters:
  ///   - source: The node at which the paths begin.
  ///   - window: From when to when: no contact of a path begins before or ends after it. Nil for all.
  /// - Returns: By node, the time; 0 for the source, nil where there is no path.
  /// - Complexity: O(c log c) time for c contacts that arrive in order of their start, O(c p) at worst
  ///   for p departures kept at a node; O(n + c) space.
  public func fastestDurations(
    from source: Int, within window: ClosedRange<Double>? = nil
  ) -> [Double?] {
    requireNode(source)
    struct Trip {
      var departure: Double
      var ready: Readiness
    }
    // By node, trips of rising departure and rising readiness.
    var trips = [[Trip]](repeating: [], count: nodeCount)
    var durations = [Double?](repeating: nil, count: nodeCount)
    for arc in arcs(within: window) where arc.head != source {
      let (tail, head) = (Int(arc.tail), Int(arc.head))
      var departure = arc.start
      if tail != source {
        // The last trip that is ready in time departs latest.
        let count = trips[tail].partitioningIndex { !$0.ready.admits(arc) }
        if count == 0 { continue }
        departure = trips[tail][count - 1].departure
      }
      let trip = Trip(departure: departure, ready: Readiness(after: arc))
      durations[head] = min(durations[head] ?? .infinity, arc.end - departure)
      // Those ready no earlier that depart no later are useless now; so is this one if another is
      // ready no later and departs no earlier.
      let place = trips[head].partitioningIndex { $0.ready >= trip.ready }
      if place > 0, trips[head][place - 1].departure >= departure { continue }
      if place < trips[head].count, trips[head][place].ready == trip.ready,
        trips[head][place].departure >= departure
      {
        continue
      }
      var end = place
      while end < trips[head].count, trips[head][end].departure <= departure { end += 1 }
      trips[head].replaceSubrange(place..<end, with: [trip])
    }
    durations[source] = 0
    return durations
  }
}

extension Array {
  /// The first position at which something holds that holds from there to the end.
  func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
