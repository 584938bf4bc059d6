extension CommunityNetwork {
  /// Gains below this share of a node's weight are rounding.
  private static let margin = 1e-12

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
    var masses = CommunityMasses(self, labels: labels)
    var sizes = [Int32](repeating: 0, count: nodeCount)
    for label in labels { sizes[Int(label)] += 1 }
    var empty = labels.indices.reversed().filter { sizes[$0] == 0 }.map { Int32($0) }
    var weightTo = [Double](repeating: 0, count: nodeCount)
    var touched: [Int32] = []
    // A ring that never holds more than all nodes.
    var queue = order
    var isQueued = [Bool](repeating: true, count: nodeCount)
    var first = 0
    var waiting = nodeCount
    var hasMoved = false

    while waiting > 0 {
      let node = Int(queue[first])
      first = first + 1 == nodeCount ? 0 : first + 1
      waiting -= 1
      isQueued[node] = false

      let home = labels[node]
      let mass = mass(node)
      touched.removeAll(keepingCapacity: true)
      var all = 0.0
      for entry in offsets[node]..<offsets[node + 1] {
        let label = Int(labels[Int(targets[entry])])
        let weight = weights?[entry] ?? 1
        if weightTo[label] == 0 { touched.append(Int32(label)) }
        weightTo[label] += weight
        all += weight
      }
      masses.remove(mass, from: Int(home))
      let stay = weightTo[Int(home)] - masses.cost(mass, in: Int(home))
      let slack = Self.margin * all
      var best = stay + slack
      var choice = home
      for label in touched where label != home {
        let gain = weightTo[Int(label)] - masses.cost(mass, in: Int(label))
        if gain > best {
          best = gain
          choice = label
        }
      }
      for label in touched { weightTo[Int(label)] = 0 }
      if best < -slack, sizes[Int(home)] > 1, let free = empty.popLast() { choice = free }
      masses.add(mass, to: Int(choice))
      guard choice != home else { continue }

      hasMoved = true
      labels[node] = choice
      sizes[Int(choice)] += 1
      sizes[Int(home)] -= 1
      if sizes[Int(home)] == 0 { empty.append(home) }
      for entry in offsets[node]..<offsets[node + 1] {
        let target = Int(targets[entry])
        guard !isQueued[target], labels[target] != choice else { continue }
        isQueued[target] = true
        let last = first + waiting
        queue[last < nodeCount ? last : last - nodeCount] = Int32(target)
        waiting += 1
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
    let whole = CommunityMasses(self, labels: labels)
    var parts = labels.indices.map { Int32($0) }
    var masses = CommunityMasses(self, labels: parts)
    var isAlone = [Bool](repeating: true, count: nodeCount)
    // By part, the weight between it and the rest of its community.
    var weightOut = [Double](repeating: 0, count: nodeCount)
    for node in labels.indices {
      for entry in offsets[node]..<offsets[node + 1]
      where labels[Int(targets[entry])] == labels[node] {
        weightOut[node] += weights?[entry] ?? 1
      }
    }
    /// Whether a part is joined to the rest of its community by as much as that rest costs it.
    func isWellJoined(_ part: Int, in community: Int) -> Bool {
      let mass = (out: masses.out[part], into: masses.into.isEmpty ? 0 : masses.into[part])
      let rest = whole.cost(mass, in: community) - masses.cost(mass, in: part)
      return weightOut[part] >= rest - Self.margin * abs(rest)
    }

    var weightTo = [Double](repeating: 0, count: nodeCount)
    var touched: [Int32] = []
    for next in order {
      let node = Int(next)
      let community = Int(labels[node])
      guard isAlone[node], isWellJoined(node, in: community) else { continue }
      touched.removeAll(keepingCapacity: true)
      for entry in offsets[node]..<offsets[node + 1]
      where labels[Int(targets[entry])] == labels[node] {
        let part = Int(parts[Int(targets[entry])])
        if weightTo[part] == 0 { touched.append(Int32(part)) }
        weightTo[part] += weights?[entry] ?? 1
      }
      let mass = mass(node)
      var best = -Self.margin * weightOut[node]
      var choice = node
      for part in touched {
        let gain = weightTo[Int(part)] - masses.cost(mass, in: Int(part))
        if gain > best, isWellJoined(Int(part), in: community) {
          best = gain
          choice = Int(part)
        }
      }
      if choice != node {
        weightOut[choice] += weightOut[node] - 2 * weightTo[choice]
        masses.remove(mass, from: node)
        masses.add(mass, to: choice)
        parts[node] = Int32(choice)
        isAlone[choice] = false
        isAlone[node] = false
      }
      for part in touched { weightTo[Int(part)] = 0 }
    }
    return parts
  }
}
