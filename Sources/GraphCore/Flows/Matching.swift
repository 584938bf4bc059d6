/// Edges no two of which share a node.
public struct Matching: Sendable, Equatable {
  /// By node, the node it is matched with; nil for none.
  public let partners: [Int?]
  /// The indices of the edges, ascending; of parallel edges the smallest.
  public let edges: [Int]

  /// The number of pairs.
  public var count: Int { edges.count }
}

extension Graph {
  /// A maximum matching: as many edges as there can be no two of which share a node.
  ///
  /// In a bipartite graph many shortest augmenting paths at a time [Hopcroft1973a]; in any other, one
  /// augmenting path after the other, odd cycles on the way being drawn together [Edmonds1965].
  /// Direction is ignored, loops are left out and parallel edges are one.
  ///
  /// - Parameter execution: Who is told how far it is; it runs on one thread.
  /// - Returns: A matching; of several as large the choice follows from the graph alone.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(m n^(1/2)) time in a bipartite graph, O(n m) and nearly constant factors
  ///   otherwise; O(n + m) space.
  public func maximumMatching(execution: Execution = Execution()) throws(GraphError) -> Matching {
    let simple = asUndirected().simplified()
    let partners: [Int32]
    if case .sides(let sides) = simple.bipartition() {
      var search = LayeredMatching(simple.outgoing, sides: sides)
      partners = try search.run()
    } else {
      var search = BlossomMatching(simple.outgoing, nodeCount: nodeCount)
      partners = try search.run(execution)
    }
    let edges = nodes.compactMap { node -> Int? in
      let partner = Int(partners[node])
      guard partner > node else { return nil }
      let found = [edge(between: node, and: partner), edge(between: partner, and: node)]
      return found.compactMap(\.self).min()
    }
    return Matching(partners: partners.map { $0 < 0 ? nil : Int($0) }, edges: edges.sorted())
  }
}

/// Matches two sides: searches by breadth from all free nodes of side 0, then takes as many shortest
/// augmenting paths as share no node.
private struct LayeredMatching {
  private let rows: Adjacency
  private let left: [Int]
  private var partners: [Int32]
  private var levels: [Int32]
  private var current: [Int]

  init(_ rows: Adjacency, sides: [Int]) {
    self.rows = rows
    left = sides.indices.filter { sides[$0] == 0 }
    partners = [Int32](repeating: -1, count: sides.count)
    levels = partners
    current = [Int](repeating: 0, count: sides.count)
  }

  mutating func run() throws(GraphError) -> [Int32] {
    while findLevels() {
      try Execution.checkCancellation()
      for node in left { current[node] = rows.offsets[node] }
      for node in left where partners[node] < 0 { augment(from: node) }
    }
    return partners
  }

  /// By node of side 0 its steps from a free one, in pairs; whether a free node of side 1 was seen.
  private mutating func findLevels() -> Bool {
    var queue: [Int] = []
    for node in left {
      levels[node] = partners[node] < 0 ? 0 : -1
      if partners[node] < 0 { queue.append(node) }
    }
    var isFound = false
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      for entry in rows.row(node) {
        let partner = Int(partners[Int(rows.targets[entry])])
        if partner < 0 {
          isFound = true
        } else if levels[partner] < 0 {
          levels[partner] = levels[node] + 1
          queue.append(partner)
        }
      }
    }
    return isFound
  }

  private mutating func augment(from root: Int) {
    var way = [root]
    while let node = way.last {
      guard current[node] < rows.offsets[node + 1] else {
        way.removeLast()
        if let above = way.last { current[above] += 1 }
        continue
      }
      let target = Int(rows.targets[current[node]])
      let partner = Int(partners[target])
      if partner < 0 {
        // Each node of the way takes the target at which it stands.
        for node in way {
          let target = Int(rows.targets[current[node]])
          partners[target] = Int32(truncatingIfNeeded: node)
          partners[node] = Int32(truncatingIfNeeded: target)
          levels[node] = -1
        }
        return
      }
      if levels[partner] == levels[node] + 1 {
        way.append(partner)
      } else {
        current[node] += 1
      }
    }
  }
}

/// Matches any graph: grows a tree of alternating paths from each free node in turn; two even nodes
/// that meet close an odd cycle, whose nodes then count as one, named by its base.
private struct BlossomMatching {
  private enum Mark: UInt8 {
    case none
    case even
    case odd
  }

  private let rows: Adjacency
  private var partners: [Int32]
  /// By node, from where it was reached.
  private var parents: [Int32]
  /// By node, a node nearer to the base of its cycle; itself at the base.
  private var bases: [Int32]
  private var marks: [Mark]
  private var visits: [Int32]
  private var visit: Int32 = 0
  private var queue: [Int32] = []
  private var touched: [Int32] = []

  init(_ rows: Adjacency, nodeCount: Int) {
    self.rows = rows
    partners = [Int32](repeating: -1, count: nodeCount)
    parents = partners
    bases = (0..<nodeCount).map { Int32(truncatingIfNeeded: $0) }
    marks = [Mark](repeating: .none, count: nodeCount)
    visits = [Int32](repeating: 0, count: nodeCount)
  }

  mutating func run(_ execution: Execution) throws(GraphError) -> [Int32] {
    // Most pairs are found without a search.
    for node in partners.indices where partners[node] < 0 {
      for entry in rows.row(node) where partners[Int(rows.targets[entry])] < 0 {
        partners[node] = rows.targets[entry]
        partners[Int(rows.targets[entry])] = Int32(truncatingIfNeeded: node)
        break
      }
    }
    for node in partners.indices where partners[node] < 0 {
      try Execution.checkCancellation()
      execution.progress?(Double(node) / Double(partners.count))
      search(from: Int32(truncatingIfNeeded: node))
    }
    return partners
  }

  private mutating func search(from root: Int32) {
    queue.removeAll(keepingCapacity: true)
    mark(root, .even)
    queue.append(root)
    var next = 0
    growing: while next < queue.count {
      let node = queue[next]
      next += 1
      for entry in rows.row(Int(node)) {
        let target = rows.targets[entry]
        switch marks[Int(target)] {
        case .odd: continue
        case .even:
          guard base(node) != base(target) else { continue }
          let common = commonBase(node, target)
          contract(from: node, child: target, to: common)
          contract(from: target, child: node, to: common)
        case .none:
          parents[Int(target)] = node
          let partner = partners[Int(target)]
          guard partner >= 0 else {
            mark(target, .odd)
            augment(to: target)
            break growing
          }
          mark(target, .odd)
          mark(partner, .even)
          queue.append(partner)
        }
      }
    }
    for node in touched {
      marks[Int(node)] = .none
      bases[Int(node)] = node
      parents[Int(node)] = -1
    }
    touched.removeAll(keepingCapacity: true)
  }

  private mutating func mark(_ node: Int32, _ mark: Mark) {
    if marks[Int(node)] == .none { touched.append(node) }
    marks[Int(node)] = mark
  }

  private mutating func base(_ node: Int32) -> Int32 {
    var node = node
    while bases[Int(node)] != node {
      bases[Int(node)] = bases[Int(bases[Int(node)])]
      node = bases[Int(node)]
    }
    return node
  }

  /// Where the ways of two even nodes to the root meet: both are followed in turn.
  private mutating func commonBase(_ first: Int32, _ second: Int32) -> Int32 {
    visit += 1
    var (node, other) = (base(first), base(second))
    while visits[Int(node)] != visit {
      visits[Int(node)] = visit
      let partner = partners[Int(node)]
      node = partner < 0 ? -1 : base(parents[Int(partner)])
      if other >= 0 { swap(&node, &other) }
    }
    return node
  }

  /// Draws the way from a node down to the base together; its odd nodes become even.
  private mutating func contract(from node: Int32, child: Int32, to common: Int32) {
    var (node, child) = (node, child)
    while base(node) != common {
      parents[Int(node)] = child
      child = partners[Int(node)]
      if marks[Int(child)] == .odd {
        mark(child, .even)
        queue.append(child)
      }
      if bases[Int(node)] == node { bases[Int(node)] = common }
      if bases[Int(child)] == child { bases[Int(child)] = common }
      node = parents[Int(child)]
    }
  }

  private mutating func augment(to last: Int32) {
    var node = last
    while node >= 0 {
      let parent = parents[Int(node)]
      let following = partners[Int(parent)]
      partners[Int(node)] = parent
      partners[Int(parent)] = node
      node = following
    }
  }
}
