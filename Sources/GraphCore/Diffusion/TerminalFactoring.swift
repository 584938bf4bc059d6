/// An edge that holds with some probability.
struct UncertainEdge {
  var tail: Int
  var head: Int
  var chance: Double

  init(_ tail: Int, _ head: Int, _ chance: Double) {
    self.tail = tail
    self.head = head
    self.chance = chance
  }

  /// The edge with one node renamed to another.
  func renamed(_ old: Int, _ new: Int) -> UncertainEdge {
    UncertainEdge(tail == old ? new : tail, head == old ? new : head, chance)
  }
}

/// The probability that terminals are joined, by reductions and factoring.
struct TerminalFactoring {
  /// How many more edges may be looked at.
  var effort: Int

  /// The probability that all terminals are in one component.
  ///
  /// - Parameters:
  ///   - edges: The edges, without direction.
  ///   - isTerminal: By node, whether it must be joined.
  /// - Returns: The probability; nil if it takes too much effort.
  /// - Throws: `GraphError.cancelled`.
  mutating func reliability(
    _ edges: [UncertainEdge], isTerminal: [Bool]
  ) throws(GraphError) -> Double? {
    var state = TerminalState(edges: edges, isTerminal: isTerminal)
    if let known = state.reduce(&effort) { return state.factor * known }
    guard effort > 0 else { return nil }
    try Execution.checkCancellation()
    state.renumber()
    let place = state.edgeToDecide()
    let edge = state.edges[place]
    var failing = state
    failing.edges.remove(at: place)
    guard let without = try reliability(failing.edges, isTerminal: state.isTerminal) else {
      return nil
    }
    state.contract(edge)
    guard let with = try reliability(state.edges, isTerminal: state.isTerminal) else { return nil }
    return state.factor * (edge.chance * with + (1 - edge.chance) * without)
  }
}

/// A graph of uncertain edges while it is made smaller.
private struct TerminalState {
  var edges: [UncertainEdge]
  var isTerminal: [Bool]
  /// What the reductions so far have multiplied the probability by.
  var factor = 1.0

  init(edges: [UncertainEdge], isTerminal: [Bool]) {
    self.edges = edges
    self.isTerminal = isTerminal
  }

  /// Makes one node of the ends of an edge.
  mutating func contract(_ edge: UncertainEdge) {
    isTerminal[edge.tail] = isTerminal[edge.tail] || isTerminal[edge.head]
    isTerminal[edge.head] = edge.head == edge.tail && isTerminal[edge.tail]
    edges = edges.map { $0.renamed(edge.head, edge.tail) }
  }

  /// Leaves out the nodes that no edge is left to.
  mutating func renumber() {
    var names = [Int](repeating: -1, count: isTerminal.count)
    var kept: [Bool] = []
    func name(_ node: Int) -> Int {
      if names[node] < 0 {
        names[node] = kept.count
        kept.append(isTerminal[node])
      }
      return names[node]
    }
    edges = edges.map { UncertainEdge(name($0.tail), name($0.head), $0.chance) }
    isTerminal = kept
  }

  /// Applies all rules until none helps; the probability if it is known then.
  mutating func reduce(_ effort: inout Int) -> Double? {
    while true {
      effort -= edges.count + 1
      joinParallel()
      if contractCertain() { continue }
      if isTerminal.reduce(0, { $0 + ($1 ? 1 : 0) }) <= 1 { return 1 }
      guard keepComponentOfTerminals() else { return 0 }
      if !reduceSmallDegree() { return nil }
    }
  }

  /// Makes one node of all that are joined for certain; false if none are.
  private mutating func contractCertain() -> Bool {
    guard edges.contains(where: { $0.chance >= 1 }) else { return false }
    var components = GrowingComponents(nodeCount: isTerminal.count)
    for node in isTerminal.indices { components.add(node) }
    for edge in edges where edge.chance >= 1 { components.join(edge.tail, edge.head) }
    for node in isTerminal.indices where isTerminal[node] {
      isTerminal[node] = false
      isTerminal[components.root(of: node)] = true
    }
    edges = edges.map {
      UncertainEdge(components.root(of: $0.tail), components.root(of: $0.head), $0.chance)
    }
    return true
  }

  /// Leaves out loops and edges that never hold, and makes one edge of parallel ones.
  private mutating func joinParallel() {
    let sorted = edges.filter { $0.tail != $0.head && $0.chance > 0 }
      .map { UncertainEdge(min($0.tail, $0.head), max($0.tail, $0.head), $0.chance) }
      .sorted { ($0.tail, $0.head, $0.chance) < ($1.tail, $1.head, $1.chance) }
    edges.removeAll(keepingCapacity: true)
    for edge in sorted {
      if let last = edges.last, last.tail == edge.tail, last.head == edge.head {
        edges[edges.count - 1].chance = 1 - (1 - last.chance) * (1 - edge.chance)
      } else {
        edges.append(edge)
      }
    }
  }

  /// Leaves out what no terminal is joined to; false if the terminals are not joined even so.
  private mutating func keepComponentOfTerminals() -> Bool {
    var components = GrowingComponents(nodeCount: isTerminal.count)
    for node in isTerminal.indices { components.add(node) }
    for edge in edges { components.join(edge.tail, edge.head) }
    guard let first = isTerminal.firstIndex(of: true) else { return true }
    let root = components.root(of: first)
    for node in isTerminal.indices where isTerminal[node] && components.root(of: node) != root {
      return false
    }
    edges = edges.filter { components.root(of: $0.tail) == root }
    return true
  }

  /// Applies the rules for nodes of one or two edges, to each edge once; false if there was none.
  private mutating func reduceSmallDegree() -> Bool {
    var places = [[Int]](repeating: [], count: isTerminal.count)
    for (place, edge) in edges.enumerated() {
      places[edge.tail].append(place)
      places[edge.head].append(place)
    }
    var isTouched = [Bool](repeating: false, count: edges.count)
    var isReduced = false
    for node in isTerminal.indices where (1...2).contains(places[node].count) {
      let own = places[node]
      if own.contains(where: { isTouched[$0] }) { continue }
      let first = edges[own[0]]
      let near = first.tail ^ first.head ^ node
      if own.count == 1 {
        if isTerminal[node] {
          factor *= first.chance
          isTerminal[node] = false
          isTerminal[near] = true
        }
        // An edge that never holds is left out in the next round.
        edges[own[0]].chance = 0
      } else {
        let second = edges[own[1]]
        let far = second.tail ^ second.head ^ node
        var chance = first.chance * second.chance
        if isTerminal[node] {
          guard isTerminal[near], isTerminal[far] else { continue }
          let any = 1 - (1 - first.chance) * (1 - second.chance)
          factor *= any
          chance /= any
          isTerminal[node] = false
        }
        edges[own[1]].chance = 0
        edges[own[0]] = UncertainEdge(near, far, chance)
      }
      for place in own { isTouched[place] = true }
      isReduced = true
    }
    return isReduced
  }

  /// The place of the edge to decide on: the first at a terminal with fewest edges.
  func edgeToDecide() -> Int {
    var degrees = [Int](repeating: 0, count: isTerminal.count)
    for edge in edges {
      degrees[edge.tail] += 1
      degrees[edge.head] += 1
    }
    let terminal = isTerminal.indices.filter { isTerminal[$0] }
      .min { (degrees[$0], $0) < (degrees[$1], $1) }
    return edges.firstIndex { $0.tail == terminal || $0.head == terminal } ?? 0
  }
}
