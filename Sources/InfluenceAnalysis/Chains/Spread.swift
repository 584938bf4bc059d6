import Evidence

/// Influence spreading from the sources of a map hop by hop, in 64 worlds at once.
struct Spread: Sendable {
  /// A hop that lies on some way short enough.
  private struct Channel: Sendable {
    var tail: Int
    var head: Int
    var links: [Int]
  }

  /// The worlds of the links that are used.
  let space: WorldSpace
  private let map: HopMap
  private let maxHops: Int
  private let channels: [Channel]

  init(_ map: HopMap, factory: ChainFactory, maxHops: Int) {
    self.map = map
    self.maxHops = maxHops
    let reach = Self.distances(map)
    var numbers: [LinkKey: Int] = [:]
    var presences: [Presence] = []
    var channels: [Channel] = []
    let network = factory.network
    for (tail, steps) in map.steps.enumerated() {
      guard let before = reach[tail] else { continue }
      for step in steps {
        guard let after = map.distance[step.head], before + 1 + after <= maxHops,
          factory.timeline.order(of: [step.hop]).order != .impossible
        else { continue }
        let links = step.hop.arcs.compactMap { arc -> Int? in
          if let known = numbers[arc.link] { return known }
          guard let link = network.table[arc.link] else { return nil }
          presences.append(
            Presence(link, policy: network.policy, dependence: network.dependence))
          numbers[arc.link] = presences.count - 1
          return presences.count - 1
        }
        channels.append(Channel(tail: tail, head: step.head, links: links))
      }
    }
    self.channels = channels
    space = WorldSpace(presences)
  }

  /// In which worlds of a block influence arrives at a target within the allowed hops.
  ///
  /// - Complexity: O(h m) word operations for h hops and m channels; fewer once nothing changes.
  func arrives(_ present: [UInt64]) -> UInt64 {
    var reached = [UInt64](repeating: 0, count: map.steps.count)
    for source in map.sources { reached[source] = .max }
    let open = channels.map { $0.links.reduce(0) { $0 | present[$1] } }
    for _ in 0..<maxHops {
      let before = reached
      for (number, channel) in channels.enumerated() {
        reached[channel.head] |= before[channel.tail] & open[number]
      }
      if reached == before { break }
    }
    return map.targets.reduce(0) { $0 | reached[$1] }
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
