/// Sends as many units as can be sent where arcs carry one: shortest ways first, many at a time
/// [Dinic1970] [Even1975a].
///
/// What a run changed is put back before the next, so a run that stays near its source costs only what
/// it saw.
struct UnitFlow: Sendable {
  let network: FlowNetwork
  private let capacities: [UInt8]
  /// By arc, what it can still carry.
  private(set) var residuals: [UInt8]
  /// By node, its steps from the source; -1 for out of reach.
  private(set) var levels: [Int32]
  /// By node, whether units end there.
  private var isEnd: [Bool]
  private var current: [Int]
  /// The nodes that have a level.
  private var queue: [Int32] = []
  private var way: [Int32] = []
  /// The arcs that carried a unit, both of each pair.
  private var used: [Int32] = []

  /// - Parameters:
  ///   - network: The pairs of arcs.
  ///   - isTwoWay: Whether both arcs of a pair can carry.
  init(_ network: FlowNetwork, isTwoWay: Bool) {
    self.network = network
    capacities = network.targets.indices.map { isTwoWay || $0 & 1 == 0 ? 1 : 0 }
    residuals = capacities
    levels = [Int32](repeating: -1, count: network.nodeCount)
    isEnd = [Bool](repeating: false, count: network.nodeCount)
    current = [Int](repeating: 0, count: network.nodeCount)
  }

  /// Begins anew and sends units.
  ///
  /// - Parameters:
  ///   - source: Where they begin.
  ///   - sink: Where they end, another node.
  ///   - most: Enough.
  /// - Returns: How many arrived, at most `most`.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  mutating func run(
    from source: Int, to sink: Int, most: Int = .max
  ) throws(GraphError) -> Int {
    isEnd[sink] = true
    defer { isEnd[sink] = false }
    return try run(from: source, most: most)
  }

  /// Lets units of all later runs end at a node, as many as come.
  mutating func addEnd(_ node: Int) { isEnd[node] = true }

  /// Begins anew and sends units to the ends that were added.
  ///
  /// - Parameters:
  ///   - source: Where they begin, none of the ends.
  ///   - most: Enough.
  /// - Returns: How many arrived, at most `most`.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  mutating func run(from source: Int, most: Int) throws(GraphError) -> Int {
    for arc in used { residuals[Int(arc)] = capacities[Int(arc)] }
    used.removeAll(keepingCapacity: true)
    var sent = 0
    while sent < most, findLevels(from: source) {
      try Execution.checkCancellation()
      while sent < most, sendOne(from: source) {
        sent += 1
        if sent % 1_024 == 0 { try Execution.checkCancellation() }
      }
    }
    return sent
  }

  /// Finds the steps from the source, up to those of the nearest end.
  private mutating func findLevels(from source: Int) -> Bool {
    for node in queue { levels[Int(node)] = -1 }
    queue.removeAll(keepingCapacity: true)
    queue.append(Int32(truncatingIfNeeded: source))
    levels[source] = 0
    current[source] = network.offsets[source]
    var next = 0
    while next < queue.count {
      let node = Int(queue[next])
      next += 1
      if isEnd[node] { return true }
      for place in network.row(node) {
        let arc = Int(network.arcs[place])
        let target = Int(network.targets[arc])
        guard residuals[arc] > 0, levels[target] < 0 else { continue }
        levels[target] = levels[node] + 1
        current[target] = network.offsets[target]
        queue.append(network.targets[arc])
      }
    }
    return false
  }

  /// Sends one unit along levels; the nodes of an end's level that are no ends lead nowhere.
  private mutating func sendOne(from source: Int) -> Bool {
    way.removeAll(keepingCapacity: true)
    var node = source
    while !isEnd[node] {
      let end = network.offsets[node + 1]
      var place = current[node]
      while place < end {
        let arc = Int(network.arcs[place])
        if residuals[arc] > 0, levels[Int(network.targets[arc])] == levels[node] + 1 { break }
        place += 1
      }
      current[node] = place
      if place < end {
        way.append(network.arcs[place])
        node = Int(network.targets[Int(network.arcs[place])])
      } else {
        // A dead end; the arc that led here is not tried again.
        guard let arc = way.popLast() else { return false }
        node = Int(network.targets[Int(arc) ^ 1])
        current[node] += 1
      }
    }
    for arc in way {
      residuals[Int(arc)] -= 1
      residuals[Int(arc) ^ 1] += 1
      used.append(arc)
      used.append(arc ^ 1)
    }
    return true
  }

  /// Whether an arc carries a unit.
  func carries(_ arc: Int) -> Bool { residuals[arc] < capacities[arc] }

  /// The ways that the units took, as arcs; a way that meets itself is cut short.
  func ways(from source: Int, to sink: Int) -> [[Int]] {
    var isUsed = [Bool](repeating: false, count: residuals.count)
    var place = [Int](repeating: -1, count: network.nodeCount)
    var ways: [[Int]] = []
    var next = network.offsets
    while true {
      var way: [Int] = []
      var node = source
      place[source] = 0
      while node != sink {
        var found: Int?
        while found == nil, next[node] < network.offsets[node + 1] {
          let arc = Int(network.arcs[next[node]])
          next[node] += 1
          if carries(arc), !isUsed[arc] { found = arc }
        }
        guard let arc = found else { break }
        isUsed[arc] = true
        way.append(arc)
        node = Int(network.targets[arc])
        if place[node] >= 0 {
          for arc in way[place[node]...].dropLast() { place[Int(network.targets[arc])] = -1 }
          way.removeLast(way.count - place[node])
        }
        place[node] = way.count
      }
      place[source] = -1
      for arc in way { place[Int(network.targets[arc])] = -1 }
      guard node == sink else { return ways }
      ways.append(way)
    }
  }
}
