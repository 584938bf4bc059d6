extension CommunityNetwork {
  /// Gains below this share of a node's weight are rounding.
  static let margin = 1e-12

  /// The nodes in an order by chance.
  ///
  /// In a large network neighbours in number stay together, up to 256 of them, since going through
  /// rows that lie side by side is faster; networks often have related nodes there too.
  func nodeOrder(using generator: inout SeededGenerator) -> [Int32] {
    let size = min(max(nodeCount / 256, 1), 256)
    let blocks = Array(stride(from: 0, to: nodeCount, by: size)).shuffled(using: &generator)
    var order: [Int32] = []
    order.reserveCapacity(nodeCount)
    for first in blocks {
      order.append(contentsOf: Int32(first)..<Int32(min(first + size, nodeCount)))
    }
    return order
  }

  /// Moves nodes to where they gain most, until the moves gain little: every node is asked at least
  /// once.
  ///
  /// A queue holds the nodes that may gain; when one moves, its neighbours outside its new community
  /// come in again [Traag2019]. A node that gains nowhere it has neighbours goes to a community of
  /// its own.
  ///
  /// In a large network the nodes at the front of the queue choose together, on several threads,
  /// and then move one by one; a choice that no longer gains when its turn comes is made again
  /// later. So every move gains, and the result does not depend on the number of threads.
  ///
  /// - Parameters:
  ///   - labels: By node, its community, from 0 to n - 1.
  ///   - order: The nodes in the order in which they are tried first.
  ///   - workers: How many workers share the work; the result is the same.
  /// - Returns: Whether a node moved.
  /// - Complexity: O(m) time in each wave of the queue, of which there are few; O(n) space for each
  ///   worker.
  func moveNodes(_ labels: inout [Int32], order: [Int32], workers: Int) -> Bool {
    labels.withUnsafeMutableBufferPointer { labels in
      withRows { rows in
        let masses = CommunityMasses(self, labels: labels)
        var empty = labels.indices.reversed().filter { masses.size($0) == 0 }.map { Int32($0) }
        let moves = NodeMoves(rows: rows, labels: SharedMemory(labels), masses: masses)
        var waves = MoveWaves(first: order.count)
        let most = order.count / NodeMoves.shareThatChooses
        if most < NodeMoves.fewestThatChoose {
          moves.oneByOne(order, &empty, &waves)
        } else {
          moves.together(order, &empty, &waves, most: most, workers: workers)
        }
        return waves.gain > 0
      }
    }
  }
}

/// The moves of nodes from community to community on one level.
private struct NodeMoves: Sendable {
  let rows: CommunityNetwork.Rows
  let labels: SharedMemory<Int32>
  let masses: CommunityMasses

  /// One in so many nodes chooses at a time: if more did, too many would miss what others choose.
  static let shareThatChooses = 256
  /// Fewer would not be worth the threads.
  static let fewestThatChoose = 64
  /// Chosen by those who are best alone.
  private static let alone: Int32 = -1

  /// Lets each node of the queue choose and move before the next one does.
  func oneByOne(_ order: [Int32], _ empty: inout [Int32], _ waves: inout MoveWaves) {
    let queue = NodeQueue(order)
    let contacts = CommunityContacts(labelCount: order.count)
    while let node = queue.popFirst() {
      let (choice, gain) = choice(of: node, contacts)
      if choice != labels.buffer[node], move(node, to: choice, &empty, queue) {
        waves.add(gain)
      }
      if waves.areOver(afterTaking: 1, waiting: queue.count) { break }
    }
  }

  /// Lets the first nodes of the queue choose at the same time and then move one by one.
  func together(
    _ order: [Int32], _ empty: inout [Int32], _ waves: inout MoveWaves, most: Int, workers: Int
  ) {
    let queue = NodeQueue(order)
    let contacts = (0..<workers).map { _ in CommunityContacts(labelCount: order.count) }
    let nodes = ColumnMemory<Int32>(capacity: most)
    let choices = ColumnMemory<Int32>(capacity: most)
    let gained = ColumnMemory<Double>(capacity: most)
    while true {
      let count = queue.popFirst(nodes.buffer)
      if count == 0 { return }
      let size = 16
      inParallel(
        (count + size - 1) / size, workers: count < NodeMoves.fewestThatChoose ? 1 : workers
      ) { piece, worker in
        for place in piece * size..<min((piece + 1) * size, count) {
          (choices.buffer[place], gained.buffer[place]) =
            choice(of: Int(nodes.buffer[place]), contacts[worker])
        }
      }
      // The first one finds all as it was when it chose.
      var isUnchanged = true
      for place in 0..<count {
        let node = Int(nodes.buffer[place])
        let choice = choices.buffer[place]
        if choice == labels.buffer[node] { continue }
        if isUnchanged || gains(node, by: choice) {
          if move(node, to: choice, &empty, queue) {
            waves.add(gained.buffer[place])
            isUnchanged = false
          }
        } else {
          queue.append(node)
        }
      }
      if waves.areOver(afterTaking: count, waiting: queue.count) { return }
    }
  }

  /// The community in which a node gains most, and what it gains over staying: its own unless
  /// another is better, and `alone` if all that it meets are a loss.
  @inline(__always)
  private func choice(
    of node: Int, _ contacts: CommunityContacts
  ) -> (label: Int32, gain: Double) {
    let home = Int(labels.buffer[node])
    let all = contacts.add(rowOf: node, rows, labels: labels.buffer)
    let mass = masses.mass(ofNode: node)
    let slack = CommunityNetwork.margin * all
    let staying = contacts.weight(to: home) - masses.cost(mass, staying: home)
    var best = staying + slack
    var choice = home
    for place in 0..<contacts.count {
      let label = contacts[place]
      let gain = contacts.weight(to: label) - masses.cost(mass, in: label)
      if gain > best, label != home {
        best = gain
        choice = label
      }
    }
    contacts.clear()
    if best < -slack, masses.size(home) > 1 { return (Self.alone, -staying) }
    return (Int32(truncatingIfNeeded: choice), best - staying)
  }

  /// Whether a node gains by its choice as things are now.
  private func gains(_ node: Int, by choice: Int32) -> Bool {
    let home = labels.buffer[node]
    var (all, toHome, toChoice) = (0.0, 0.0, 0.0)
    for entry in rows.row(node) {
      let label = labels.buffer[rows.target(entry)]
      let weight = rows.weight(entry)
      all += weight
      if label == home { toHome += weight }
      if label == choice { toChoice += weight }
    }
    let mass = masses.mass(ofNode: node)
    let slack = CommunityNetwork.margin * all
    let staying = toHome - masses.cost(mass, staying: Int(home)) + slack
    return choice == Self.alone
      ? staying < -slack && masses.size(Int(home)) > 1
      : toChoice - masses.cost(mass, in: Int(choice)) > staying
  }

  /// Moves a node, and queues the neighbours that may gain by that; false if there is no community
  /// of its own for it.
  @inline(__always)
  private func move(
    _ node: Int, to choice: Int32, _ empty: inout [Int32], _ queue: NodeQueue
  ) -> Bool {
    let home = labels.buffer[node]
    var label = choice
    if choice == Self.alone {
      guard let free = empty.popLast() else { return false }
      label = free
    }
    masses.remove(node, from: Int(home))
    masses.add(node, to: Int(label))
    labels.buffer[node] = label
    if masses.size(Int(home)) == 0 { empty.append(home) }
    for entry in rows.row(node) {
      let target = rows.target(entry)
      if labels.buffer[target] != label { queue.append(target) }
    }
    return true
  }
}

/// How much is gained while a queue is gone through, wave by wave: first the nodes that wait at the
/// beginning, then those that wait when they are done, and so on. Waves that gain little are left out, as a
/// tolerance does it in [Sahu2023].
private struct MoveWaves {
  /// A wave that gains a smaller share of all that was gained is the last: the next level, or the
  /// next round, finds the rest with less work.
  private static let leastShare = 0.02

  /// What was gained by all moves.
  private(set) var gain = 0.0
  private var gainBefore = 0.0
  private var left: Int

  /// - Parameter count: How many nodes wait at the beginning.
  init(first count: Int) { left = count }

  mutating func add(_ gain: Double) { self.gain += gain }

  /// Whether enough was done.
  ///
  /// - Parameters:
  ///   - count: How many nodes were taken from the queue since it was asked.
  ///   - waiting: How many wait now.
  /// - Returns: True when none waits, or a wave is done that gained little.
  mutating func areOver(afterTaking count: Int, waiting: Int) -> Bool {
    left -= count
    if left > 0 { return false }
    if waiting == 0 || gain - gainBefore < Self.leastShare * gain { return true }
    left = waiting
    gainBefore = gain
    return false
  }
}

/// Nodes that wait for their turn, each at most once.
private final class NodeQueue {
  // Memory of its own, freed with it: a ring that never holds more than all nodes.
  private let ring: UnsafeMutablePointer<Int32>
  private let isWaiting: UnsafeMutablePointer<Bool>
  private let capacity: Int
  private var first = 0
  private(set) var count: Int

  /// A queue of all nodes.
  ///
  /// - Parameter order: The nodes, each once.
  init(_ order: [Int32]) {
    capacity = order.count
    count = order.count
    ring = .allocate(capacity: capacity)
    isWaiting = .allocate(capacity: capacity)
    isWaiting.initialize(repeating: true, count: capacity)
    for place in order.indices { ring[place] = order[place] }
  }

  deinit {
    ring.deallocate()
    isWaiting.deallocate()
  }

  /// Puts a node at the end, unless it waits already.
  @inline(__always)
  func append(_ node: Int) {
    if isWaiting[node] { return }
    isWaiting[node] = true
    let last = first + count
    ring[last < capacity ? last : last - capacity] = Int32(truncatingIfNeeded: node)
    count += 1
  }

  /// Takes nodes from the front.
  ///
  /// - Parameter nodes: Where to put them; no more than fit.
  /// - Returns: How many they are.
  func popFirst(_ nodes: UnsafeMutableBufferPointer<Int32>) -> Int {
    var taken = 0
    while taken < nodes.count, let node = popFirst() {
      nodes[taken] = Int32(truncatingIfNeeded: node)
      taken += 1
    }
    return taken
  }

  /// Takes the node at the front; nil if none waits.
  @inline(__always)
  func popFirst() -> Int? {
    if count == 0 { return nil }
    let node = Int(ring[first])
    first = first + 1 == capacity ? 0 : first + 1
    count -= 1
    isWaiting[node] = false
    return node
  }
}
