public import Evidence

/// When influence from one entity can first have reached the others, by number of hops.
///
/// A link `tail -> head` that began on some day `s` and ended on some day `e` hands influence on from
/// `max(arrival, first(s))` on, if that is not after `last(e)`; the days of attacks, events and
/// publications at its ends bind as well. So an entity that is not reached here is reached by no
/// chain that is possible in time. The converse holds link by link only: ``order(of:hops:)`` says what
/// the chain as a whole is worth.
public struct EarliestArrivals: Sendable {
  /// An arrival at an entity.
  public struct Arrival: Sendable, Equatable {
    /// The earliest day; `nil` if nothing bounds it.
    public let day: Day?
    /// The last arc on the way; `nil` at the start itself.
    public let arc: Arc?
  }

  /// The id of the entity from which influence spreads.
  public let from: String
  /// The most hops that were looked at.
  public let maxHops: Int

  private let timeline: Timeline
  private let lead: Int
  /// By number of hops, by entity, the earliest arrival within so many hops.
  private let layers: [[String: Arrival]]

  /// Spreads influence from an entity.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - id: The id of the entity from which it spreads.
  ///   - maxHops: The most hops, at least 0.
  /// - Complexity: O(h a) for h hops and a arcs.
  public init(_ network: InfluenceNetwork, from id: String, maxHops: Int = 8) {
    precondition(maxHops >= 0, "a way has no negative number of hops")
    from = id
    self.maxHops = maxHops
    lead = network.policy.lead
    let timeline = Timeline(network)
    self.timeline = timeline
    var layers: [[String: Arrival]] = [[id: Arrival(day: nil, arc: nil)]]
    for _ in 0..<maxHops {
      let before = layers[layers.count - 1]
      var next = before
      for arc in network.arcs {
        guard let arrival = before[arc.tail], let link = timeline.timed(arc),
          let day = link.passes(arrival.day, lead: network.policy.lead)
        else { continue }
        let known = next[arc.head]
        if let known, !Self.isEarlier(day.first, than: known.day) { continue }
        next[arc.head] = Arrival(day: day.first, arc: arc)
      }
      layers.append(next)
    }
    self.layers = layers
  }

  /// The earliest arrival at an entity.
  ///
  /// - Parameters:
  ///   - id: The id of the entity.
  ///   - hops: Within so many hops; ``maxHops`` at most.
  /// - Returns: The arrival, or `nil` if no way leads there in time.
  public func arrival(at id: String, within hops: Int) -> Arrival? {
    layers[min(max(hops, 0), maxHops)][id]
  }

  /// The arcs of a way with the earliest arrival.
  ///
  /// - Parameters:
  ///   - id: The id of the entity.
  ///   - hops: Within so many hops.
  /// - Returns: The arcs from ``from`` on, or `nil` if no way leads there in time.
  public func witness(to id: String, within hops: Int) -> [Arc]? {
    var layer = min(max(hops, 0), maxHops)
    var node = id
    guard layers[layer][node] != nil else { return nil }
    var arcs: [Arc] = []
    while let arc = layers[layer][node]?.arc {
      arcs.append(arc)
      // The arc was taken in the first layer that has this arrival.
      while layer > 0, layers[layer - 1][node] == layers[layer][node] { layer -= 1 }
      layer -= 1
      node = arc.tail
    }
    return arcs.reversed()
  }

  /// The order in time of the witness as a whole.
  ///
  /// - Parameters:
  ///   - id: The id of the entity.
  ///   - hops: Within so many hops.
  /// - Returns: The class of ``witness(to:within:)``, or `nil` if there is none. It may be impossible
  ///   although every link of it hands influence on to the next.
  public func order(of id: String, hops: Int) -> TimeOrder? {
    witness(to: id, within: hops).map { arcs in
      TimeSystem(arcs.compactMap(timeline.timed), lead: lead).order
    }
  }

  /// Whether a day is earlier than another, unbounded days being the earliest.
  private static func isEarlier(_ day: Day?, than other: Day?) -> Bool {
    guard let other else { return false }
    return day.map { $0 < other } ?? true
  }
}

/// The latest days from which influence can still have reached an entity, by number of hops.
///
/// The mirror image of ``EarliestArrivals``: a link takes influence on until
/// `min(departure, last(e))`, if that is not before `first(s)`.
public struct LatestDepartures: Sendable {
  /// A departure from an entity.
  public struct Departure: Sendable, Equatable {
    /// The latest day; `nil` if nothing bounds it.
    public let day: Day?
    /// The first arc on the way; `nil` at the end itself.
    public let arc: Arc?
  }

  /// The id of the entity that is reached.
  public let to: String
  /// The most hops that were looked at.
  public let maxHops: Int

  private let layers: [[String: Departure]]

  /// Follows influence back from an entity.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - id: The id of the entity that is reached.
  ///   - maxHops: The most hops, at least 0.
  /// - Complexity: O(h a) for h hops and a arcs.
  public init(_ network: InfluenceNetwork, to id: String, maxHops: Int = 8) {
    precondition(maxHops >= 0, "a way has no negative number of hops")
    to = id
    self.maxHops = maxHops
    let timeline = Timeline(network)
    var layers: [[String: Departure]] = [[id: Departure(day: nil, arc: nil)]]
    for _ in 0..<maxHops {
      let before = layers[layers.count - 1]
      var next = before
      for arc in network.arcs {
        guard let departure = before[arc.head], let link = timeline.timed(arc),
          let day = link.admits(departure.day, lead: network.policy.lead)
        else { continue }
        if let known = next[arc.tail], !Self.isLater(day.last, than: known.day) { continue }
        next[arc.tail] = Departure(day: day.last, arc: arc)
      }
      layers.append(next)
    }
    self.layers = layers
  }

  /// The latest departure from an entity.
  ///
  /// - Parameters:
  ///   - id: The id of the entity.
  ///   - hops: Within so many hops; ``maxHops`` at most.
  /// - Returns: The departure, or `nil` if no way leads from it in time.
  public func departure(from id: String, within hops: Int) -> Departure? {
    layers[min(max(hops, 0), maxHops)][id]
  }

  /// Whether a day is later than another, unbounded days being the latest.
  private static func isLater(_ day: Day?, than other: Day?) -> Bool {
    guard let other else { return false }
    return day.map { $0 > other } ?? true
  }
}

extension TimedLink {
  /// When influence that arrives on a day leaves the link at the earliest.
  ///
  /// - Parameters:
  ///   - arrival: The earliest arrival at the tail; `nil` if unbounded.
  ///   - lead: As in ``limits(lead:)``.
  /// - Returns: Its first day, or `nil` if the link has ended by then.
  fileprivate func passes(_ arrival: Day?, lead: Int) -> Limits? {
    let (start, end) = window(lead: lead)
    var way = Limits(first: arrival)
    way.raise(to: start?.first)
    way.lower(to: end?.last)
    if tail.isThing { way.raise(to: tail.date?.first) }
    if head.isThing { way.lower(to: head.date?.last) }
    return way.isEmpty ? nil : way
  }

  /// Until when the link takes influence in that must have left it by a day.
  ///
  /// - Parameters:
  ///   - departure: The latest departure from the head; `nil` if unbounded.
  ///   - lead: As in ``limits(lead:)``.
  /// - Returns: Its last day, or `nil` if the link begins only later.
  fileprivate func admits(_ departure: Day?, lead: Int) -> Limits? {
    let (start, end) = window(lead: lead)
    var way = Limits(last: departure)
    way.raise(to: start?.first)
    way.lower(to: end?.last)
    if tail.isThing { way.raise(to: tail.date?.first) }
    if head.isThing { way.lower(to: head.date?.last) }
    return way.isEmpty ? nil : way
  }
}
