extension CommunityNetwork {
  /// Gains below this share of a node's weight are rounding.
  static let margin = 1e-12

  /// Moves nodes one by one to where they gain most, until no move gains.
  ///
  /// A queue holds the nodes that may gain; when one moves, its neighbours outside its new community
  /// come in again [Traag2019]. A node that gains nowhere it has neighbours goes to a community of
  /// its own.
  ///
  /// - Parameters:
  ///   - labels: By node, its community, from 0 to n - 1.
  ///   - order: The nodes in the order in which they are tried first.
  /// - Returns: Whether a node moved.
  /// - Complexity: O(m) time in each wave of the queue, of which there are few in practice; O(n)
  ///   space.
  func moveNodes(_ labels: inout [Int32], order: [Int32]) -> Bool {
    var tallies = CommunityTallies(self, labels: labels)
    var empty = labels.indices.reversed().filter { tallies.sizes[$0] == 0 }.map { Int32($0) }
    var queue = NodeQueue(order)
    var hasMoved = false
    tallies.withMemory { tally in
      withRows { rows in
        while let node = queue.popFirst() {
          let home = Int(labels[node])
          var all = 0.0
          for entry in rows.row(node) {
            let weight = rows.weight(entry)
            tally.meet(Int(labels[rows.target(entry)]), weight)
            all += weight
          }
          tally.remove(node, from: home)
          let slack = Self.margin * all
          var best = tally.gain(node, in: home) + slack
          var choice = home
          for place in 0..<tally.metCount {
            let label = Int(tally.met[place])
            if label == home { continue }
            let gain = tally.gain(node, in: label)
            if gain > best {
              best = gain
              choice = label
            }
          }
          tally.forget()
          if best < -slack, tally.sizes[home] > 0, let free = empty.popLast() {
            choice = Int(free)
          }
          tally.add(node, to: choice)
          if choice == home { continue }

          hasMoved = true
          labels[node] = Int32(choice)
          if tally.sizes[home] == 0 { empty.append(Int32(home)) }
          for entry in rows.row(node) where labels[rows.target(entry)] != choice {
            queue.append(rows.target(entry))
          }
        }
      }
    }
    return hasMoved
  }

  /// Divides each community into parts that hang together.
  ///
  /// Every node begins as a part of its own. In turn, a node that is still alone and well joined to
  /// the rest of its community enters the well joined part of it, among those that it has an edge
  /// to, where it gains most, if that is no loss [Traag2019]. So every part is connected.
  ///
  /// - Parameters:
  ///   - labels: By node, its community, from 0 to n - 1.
  ///   - order: The nodes in the order in which they take their turns.
  /// - Returns: By node, its part, from 0 to n - 1.
  /// - Complexity: O(n + m) time, O(n) space.
  func refined(_ labels: [Int32], order: [Int32]) -> [Int32] {
    var wholes = CommunityTallies(self, labels: labels)
    var parts = labels.indices.map { Int32($0) }
    var tallies = CommunityTallies(self, labels: parts)
    // By part, the weight between it and the rest of its community.
    var weightOut = [Double](repeating: 0, count: nodeCount)

    wholes.withMemory { whole in
      tallies.withMemory { tally in
        withRows { rows in
          for node in labels.indices {
            for entry in rows.row(node) where labels[rows.target(entry)] == labels[node] {
              weightOut[node] += rows.weight(entry)
            }
          }
          /// Whether a part is joined to the rest of its community by as much as that rest costs.
          func isWellJoined(_ part: Int, in community: Int) -> Bool {
            let mass = tally.mass(part)
            let rest = whole.cost(mass, in: community) - tally.cost(mass, in: part)
            return weightOut[part] >= rest - Self.margin * rest.magnitude
          }
          for node in order.lazy.map({ Int($0) }) {
            let community = Int(labels[node])
            guard parts[node] == node, tally.sizes[node] == 1, isWellJoined(node, in: community)
            else { continue }
            for entry in rows.row(node) where labels[rows.target(entry)] == community {
              tally.meet(Int(parts[rows.target(entry)]), rows.weight(entry))
            }
            var best = -Self.margin * weightOut[node]
            var choice = node
            for place in 0..<tally.metCount {
              let part = Int(tally.met[place])
              let gain = tally.gain(node, in: part)
              if gain > best, isWellJoined(part, in: community) {
                best = gain
                choice = part
              }
            }
            if choice != node {
              weightOut[choice] += weightOut[node] - 2 * tally.weight(to: choice)
              tally.remove(node, from: node)
              tally.add(node, to: choice)
              parts[node] = Int32(choice)
            }
            tally.forget()
          }
        }
      }
    }
    return parts
  }
}

/// Nodes that wait for their turn, each at most once.
private struct NodeQueue {
  // A ring that never holds more than all nodes.
  private var ring: [Int32]
  private var isWaiting: [Bool]
  private var first = 0
  private var count: Int

  /// A queue of all nodes.
  ///
  /// - Parameter order: The nodes, each once.
  init(_ order: [Int32]) {
    ring = order
    isWaiting = [Bool](repeating: true, count: order.count)
    count = order.count
  }

  /// Puts a node at the end, unless it waits already.
  @inline(__always)
  mutating func append(_ node: Int) {
    if isWaiting[node] { return }
    isWaiting[node] = true
    let last = first + count
    ring[last < ring.count ? last : last - ring.count] = Int32(truncatingIfNeeded: node)
    count += 1
  }

  /// Takes the node at the front; nil if none waits.
  @inline(__always)
  mutating func popFirst() -> Int? {
    if count == 0 { return nil }
    let node = Int(ring[first])
    first = first + 1 == ring.count ? 0 : first + 1
    count -= 1
    isWaiting[node] = false
    return node
  }
}
