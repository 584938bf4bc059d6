import Evidence

/// Influence spreading from the sources of a map hop by hop, in 64 worlds at once.
struct Spread: Sendable {
  /// A hop that lies on some way short enough.
  private struct Channel: Sendable {
    var tail: Int32
    var head: Int32
    /// The positions in `links` of the numbers of its links.
    var links: Range<Int32>
  }

  /// The worlds of the links that are used.
  let space: WorldSpace
  private let map: HopMap
  private let maxHops: Int
  private let channels: [Channel]
  private let links: [Int32]

  init(_ map: HopMap, factory: ChainFactory, maxHops: Int) {
    self.map = map
    self.maxHops = maxHops
    let reach = Self.distances(map)
    var numbers: [LinkKey: Int] = [:]
    var presences: [Presence] = []
    var channels: [Channel] = []
    var links: [Int32] = []
    let network = factory.network
    for (tail, steps) in map.steps.enumerated() {
      guard let before = reach[tail] else { continue }
      for step in steps {
        guard let after = map.distance[step.head], before + 1 + after <= maxHops,
          step.hop.arcs.contains(where: { Self.isPossible($0, factory) })
        else { continue }
        let first = Int32(links.count)
        for arc in step.hop.arcs {
          if let known = numbers[arc.link] {
            links.append(Int32(known))
          } else if let link = network.table[arc.link] {
            numbers[arc.link] = presences.count
            links.append(Int32(presences.count))
            presences.append(
              Presence(link, policy: network.policy, dependence: network.dependence))
          }
        }
        channels.append(
          Channel(
            tail: Int32(tail), head: Int32(step.head), links: first..<Int32(links.count)))
      }
    }
    self.channels = channels
    self.links = links
    space = WorldSpace(presences)
  }

  /// In which worlds of a block influence arrives at a target within the allowed hops.
  ///
  /// - Complexity: O(h m) word operations for h hops and m channels; fewer once nothing changes.
  func arrives(_ present: [UInt64]) -> UInt64 {
    var reached = [UInt64](repeating: 0, count: map.steps.count)
    for source in map.sources { reached[source] = .max }
    let open = channels.map { channel in
      channel.links.reduce(UInt64(0)) { $0 | present[Int(links[Int($1)])] }
    }
    for _ in 0..<maxHops {
      let before = reached
      var grew = false
      for (number, channel) in channels.enumerated() {
        let head = Int(channel.head)
        let arriving = before[Int(channel.tail)] & open[number]
        if arriving & ~reached[head] != 0 {
          reached[head] |= arriving
          grew = true
        }
      }
      if !grew { break }
    }
    return map.targets.reduce(0) { $0 | reached[$1] }
  }

  /// Whether the dates allow an arc by itself.
  private static func isPossible(_ arc: Arc, _ factory: ChainFactory) -> Bool {
    guard let link = factory.timeline.timed(arc) else { return true }
    return TimeSystem([link], lead: factory.network.policy.lead).order != .impossible
  }

  /// By node, the fewest hops from a source.
  private static func distances(_ map: HopMap) -> [Int?] {
    var distance = [Int?](repeating: nil, count: map.steps.count)
    for source in map.sources { distance[source] = 0 }
    var queue = map.sources
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      for step in map.steps[node] where distance[step.head] == nil {
        distance[step.head] = distance[node].map { $0 + 1 }
        queue.append(step.head)
      }
    }
    return distance
  }
}
