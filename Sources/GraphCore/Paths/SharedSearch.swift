/// Breadth-first searches from up to 512 nodes at once [Then2014].
///
/// Each search has a lane: one bit of the sets kept for each node, of the lanes that have seen it and
/// of those that see it first at the distance in hand. So a step along an edge serves all searches
/// that come by at the same distance, which near to each other most do. While few nodes are new
/// they push their lanes to the next ones; when there are many, those that lack lanes pull
/// [Beamer2012].
///
/// What is found is credited to the node that was reached and not to the root. Summed up over all
/// roots it is the same, and there is one number to add for all lanes instead of one for each.
struct SharedSearch {
  /// How many searches run at once.
  static let width = 512
  /// Where a node is on average seen by fewer lanes than this at the same distance, one search after
  /// another is faster.
  private static let fewestShared = 6
  /// For fewer balls the question is not worth a search.
  private static let fewestProbed = 5

  fileprivate typealias Lanes = SIMD8<UInt64>

  private let order: SearchOrder
  /// By number, what the searches found, added up.
  private(set) var tallies: [DistanceTally]
  private var seen: [Lanes]
  private var frontier: [Lanes]
  private var next: [Lanes]
  private var lists: [Int32]
  private var visitors: [Int32]
  /// Puts the nodes in order for searches that credit them with their distances.
  ///
  /// A small graph is divided as well, for several threads and to tell how far it is.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - direction: Inward for distances to the nodes, outward for distances from them.
  /// - Returns: The order.
  static func order(of graph: Graph, direction: Graph.Direction) -> SearchOrder {
    SearchOrder(
      graph, direction: direction, ballSize: min(width, max(1, (graph.nodeCount + 3) / 4)))
  }

  /// Makes room for searches.
  ///
  /// - Parameter order: The nodes in balls of at most `width`.
  init(_ order: SearchOrder) {
    self.order = order
    let count = order.nodes.count
    tallies = [DistanceTally](repeating: DistanceTally(), count: count)
    seen = [Lanes](repeating: .zero, count: count)
    frontier = seen
    next = seen
    lists = [Int32](repeating: 0, count: 3 * count)
    visitors = [Int32](repeating: -1, count: count)
  }

  /// Searches from all members of a ball at once.
  mutating func run(from ball: SearchOrder.Ball) {
    withMemory { memory in
      memory.search(from: ball)
      memory.clear(ball.span)
    }
  }

  /// Searches against the steps from one member of a ball after another: that credits them with what
  /// searches from all balls would.
  mutating func runOneByOne(to ball: SearchOrder.Ball) {
    withMemory { memory in
      for root in ball.members { memory.search(to: root) }
    }
  }

  /// By ball, whether the searches of its component share too few steps to be run at once, as along
  /// a path. One ball speaks for the others.
  static func loneBalls(of order: SearchOrder) -> [Bool] {
    var isLone: [Bool] = []
    var probe: SharedSearch?
    while isLone.count < order.balls.count {
      let first = isLone.count
      let span = order.balls[first].span
      let end = order.balls[first...].firstIndex { $0.span != span } ?? order.balls.count
      var sharesEnough = true
      if end - first >= fewestProbed {
        var search = probe ?? SharedSearch(order)
        probe = nil
        sharesEnough = search.withMemory { memory in
          memory.search(from: order.balls[first], mostFound: 2 * span.count)
          memory.clear(span)
          return memory.lanesFound >= fewestShared * memory.nodesFound
        }
        probe = search
      }
      isLone.append(contentsOf: repeatElement(!sharesEnough, count: end - first))
    }
    return isLone
  }

  private mutating func withMemory<Result>(_ body: (inout Memory) -> Result) -> Result {
    let count = order.nodes.count
    return order.before.withMemory { before in
      order.after.withMemory { after in
        seen.withUnsafeMutableBufferPointer { seen in
          frontier.withUnsafeMutableBufferPointer { frontier in
            next.withUnsafeMutableBufferPointer { next in
              tallies.withUnsafeMutableBufferPointer { tallies in
                lists.withUnsafeMutableBufferPointer { lists in
                  visitors.withUnsafeMutableBufferPointer { visitors in
                    var memory = Memory(
                      before: before, after: after, seen: seen, frontier: frontier, next: next,
                      tallies: tallies,
                      active: UnsafeMutableBufferPointer(rebasing: lists[..<count]),
                      found: UnsafeMutableBufferPointer(rebasing: lists[count..<(2 * count)]),
                      lacking: UnsafeMutableBufferPointer(rebasing: lists[(2 * count)...]),
                      visitors: visitors)
                    return body(&memory)
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

/// The state of the searches as memory; it must not be kept.
private struct Memory {
  typealias Lanes = SharedSearch.Lanes

  let before: SearchOrder.Rows.Memory
  let after: SearchOrder.Rows.Memory
  let seen: UnsafeMutableBufferPointer<Lanes>
  /// The lanes that saw a node at the last distance; zero for all others.
  var frontier: UnsafeMutableBufferPointer<Lanes>
  /// The lanes that see a node at the distance in hand; zero between the distances.
  var next: UnsafeMutableBufferPointer<Lanes>
  let tallies: UnsafeMutableBufferPointer<DistanceTally>
  /// The nodes of the frontier.
  var active: UnsafeMutableBufferPointer<Int32>
  var activeCount = 0
  /// The steps that lead on from them.
  var activeSteps = 0
  /// The nodes that are seen at the distance in hand.
  var found: UnsafeMutableBufferPointer<Int32>
  var foundCount = 0
  /// The nodes that some lane has not seen, and perhaps some that all have.
  let lacking: UnsafeMutableBufferPointer<Int32>
  var lackingCount = 0
  /// The steps that lead to them.
  var lackingSteps = 0
  /// The root of the last search by itself that came by; -1 before any.
  let visitors: UnsafeMutableBufferPointer<Int32>
  /// How often a node was seen at some distance, and by how many lanes.
  var nodesFound = 0
  var lanesFound = 0

  init(
    before: SearchOrder.Rows.Memory, after: SearchOrder.Rows.Memory,
    seen: UnsafeMutableBufferPointer<Lanes>, frontier: UnsafeMutableBufferPointer<Lanes>,
    next: UnsafeMutableBufferPointer<Lanes>, tallies: UnsafeMutableBufferPointer<DistanceTally>,
    active: UnsafeMutableBufferPointer<Int32>, found: UnsafeMutableBufferPointer<Int32>,
    lacking: UnsafeMutableBufferPointer<Int32>, visitors: UnsafeMutableBufferPointer<Int32>
  ) {
    self.before = before
    self.after = after
    self.seen = seen
    self.frontier = frontier
    self.next = next
    self.tallies = tallies
    self.active = active
    self.found = found
    self.lacking = lacking
    self.visitors = visitors
  }

  /// Searches from all members of a ball at once, until nodes have been found often enough.
  mutating func search(from ball: SearchOrder.Ball, mostFound: Int = .max) {
    var all = Lanes.zero
    for (lane, root) in ball.members.enumerated() {
      let bit: UInt64 = 1 << UInt64(lane % 64)
      all[lane / 64] |= bit
      seen[root][lane / 64] |= bit
      frontier[root] = seen[root]
      active[lane] = Int32(truncatingIfNeeded: root)
      activeSteps += after.row(root).count
    }
    activeCount = ball.members.count
    for (place, node) in ball.span.enumerated() {
      lacking[place] = Int32(truncatingIfNeeded: node)
    }
    lackingCount = ball.span.count
    lackingSteps = before.steps(ball.span)
    var distance = 1
    while activeCount > 0, nodesFound < mostFound {
      let level = DistanceTally.Level(distance)
      if 2 * activeSteps > lackingSteps { pull(level, all: all) } else { push(level) }
      for place in 0..<activeCount { frontier[Int(active[place])] = .zero }
      swap(&frontier, &next)
      swap(&active, &found)
      nodesFound += foundCount
      activeCount = foundCount
      foundCount = 0
      distance += 1
    }
  }

  /// Each node of the frontier gives its lanes to the nodes after it.
  private mutating func push(_ level: DistanceTally.Level) {
    for place in 0..<activeCount {
      let node = Int(active[place])
      let lanes = frontier[node]
      for entry in after.row(node) {
        let target = Int(after.targets[entry])
        let new = lanes & ~seen[target]
        if new.hasNone { continue }
        let known = next[target]
        if known.hasNone {
          found[foundCount] = Int32(truncatingIfNeeded: target)
          foundCount += 1
        }
        next[target] = known | new
      }
    }
    activeSteps = 0
    for place in 0..<foundCount {
      let node = Int(found[place])
      credit(node, next[node], level)
    }
  }

  /// Each node that lacks lanes takes them from the nodes before it.
  private mutating func pull(_ level: DistanceTally.Level, all: Lanes) {
    var kept = 0
    activeSteps = 0
    lackingSteps = 0
    for place in 0..<lackingCount {
      let node = Int(lacking[place])
      let missing = all & ~seen[node]
      if missing.hasNone { continue }
      var lanes = Lanes.zero
      for entry in before.row(node) {
        lanes |= frontier[Int(before.targets[entry])]
      }
      lanes &= missing
      if !lanes.hasNone {
        next[node] = lanes
        found[foundCount] = Int32(truncatingIfNeeded: node)
        foundCount += 1
        credit(node, lanes, level)
        if lanes == missing { continue }
      }
      lacking[kept] = Int32(truncatingIfNeeded: node)
      kept += 1
      lackingSteps += before.row(node).count
    }
    lackingCount = kept
  }

  @inline(__always)
  private mutating func credit(_ node: Int, _ lanes: Lanes, _ level: DistanceTally.Level) {
    seen[node] |= lanes
    let count = lanes.onesCount
    tallies[node].add(count, at: level)
    lanesFound += count
    activeSteps += after.row(node).count
  }

  /// Searches against the steps from one node, for what searches from all nodes would credit it.
  func search(to root: Int) {
    let visitor = Int32(truncatingIfNeeded: root)
    visitors[root] = visitor
    found[0] = visitor
    var tally = DistanceTally()
    var distance = 0
    var level = 0..<1
    while !level.isEmpty {
      var end = level.upperBound
      for place in level {
        for entry in before.row(Int(found[place])) {
          let target = before.targets[entry]
          if visitors[Int(target)] != visitor {
            visitors[Int(target)] = visitor
            found[end] = target
            end += 1
          }
        }
      }
      level = level.upperBound..<end
      distance += 1
      if !level.isEmpty { tally.add(level.count, at: DistanceTally.Level(distance)) }
    }
    tallies[root].add(tally)
  }

  /// Forgets what was seen.
  mutating func clear(_ span: Range<Int>) {
    for node in span { seen[node] = .zero }
    for place in 0..<activeCount { frontier[Int(active[place])] = .zero }
    activeCount = 0
  }
}

extension SearchOrder.Rows {
  /// The rows as memory; it must not be kept.
  fileprivate struct Memory {
    let offsets: UnsafeBufferPointer<Int>
    let targets: UnsafeBufferPointer<Int32>

    @inline(__always)
    func row(_ node: Int) -> Range<Int> {
      Range(uncheckedBounds: (offsets[node], offsets[node + 1]))
    }

    /// The number of entries in some rows.
    func steps(_ nodes: Range<Int>) -> Int { offsets[nodes.upperBound] - offsets[nodes.lowerBound] }
  }

  fileprivate func withMemory<Result>(_ body: (Memory) -> Result) -> Result {
    offsets.withUnsafeBufferPointer { offsets in
      targets.withUnsafeBufferPointer { targets in
        body(Memory(offsets: offsets, targets: targets))
      }
    }
  }
}

extension SIMD8<UInt64> {
  @inline(__always)
  fileprivate var hasNone: Bool {
    let four = lowHalf | highHalf
    let two = four.lowHalf | four.highHalf
    return two[0] | two[1] == 0
  }

  /// The number of ones.
  ///
  /// Processors that all are built for cannot count them: so they are added up in ever wider fields
  /// of all words together.
  @inline(__always)
  fileprivate var onesCount: Int {
    let ones = Self(repeating: 0x5555_5555_5555_5555)
    let pairs = self &- ((self &>> 1) & ones)
    let twos = Self(repeating: 0x3333_3333_3333_3333)
    // At most 4 in each field of 4 bits.
    let fours = (pairs & twos) &+ ((pairs &>> 2) & twos)
    let nibbles = SIMD4<UInt64>(repeating: 0x0f0f_0f0f_0f0f_0f0f)
    let half = fours.lowHalf &+ fours.highHalf
    // At most 16 in each byte.
    let bytes = (half & nibbles) &+ ((half &>> 4) & nibbles)
    let quarter = bytes.lowHalf &+ bytes.highHalf
    let word = quarter[0] &+ quarter[1]
    let wide: UInt64 = 0x00ff_00ff_00ff_00ff
    let sums = (word & wide) &+ ((word &>> 8) & wide)
    return Int(truncatingIfNeeded: (sums &* 0x0001_0001_0001_0001) &>> 48)
  }
}
