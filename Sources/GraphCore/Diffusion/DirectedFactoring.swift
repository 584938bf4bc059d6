/// The probability of a path from one node to another along uncertain arcs, by reductions and
/// factoring.
struct DirectedFactoring {
  /// How many more arcs may be looked at.
  var effort: Int

  /// The probability of a path.
  ///
  /// - Parameters:
  ///   - arcs: The arcs.
  ///   - tail: Where the path begins.
  ///   - head: Where it ends, another node.
  /// - Returns: The probability; nil if it takes too much effort.
  /// - Throws: `GraphError.cancelled`.
  mutating func reliability(
    _ arcs: [UncertainEdge], from tail: Int, to head: Int
  ) throws(GraphError) -> Double? {
    var state = DirectedState(arcs: arcs, tail: tail, head: head)
    if let known = state.reduce(&effort) { return state.factor * known }
    guard effort > 0 else { return nil }
    try Execution.checkCancellation()
    state.renumber()
    // An arc from the beginning: if it holds, its other end is reached too.
    guard let place = state.arcs.firstIndex(where: { $0.tail == state.tail }) else { return 0 }
    let arc = state.arcs.remove(at: place)
    guard let without = try reliability(state.arcs, from: state.tail, to: state.head),
      let with = arc.head == state.head
        ? 1
        : try reliability(
          state.arcs.map { $0.renamed(arc.head, state.tail) }, from: state.tail, to: state.head)
    else { return nil }
    return state.factor * (arc.chance * with + (1 - arc.chance) * without)
  }
}

/// A graph of uncertain arcs while it is made smaller.
private struct DirectedState {
  var arcs: [UncertainEdge]
  var tail: Int
  var head: Int
  /// What the reductions so far have multiplied the probability by.
  var factor = 1.0

  init(arcs: [UncertainEdge], tail: Int, head: Int) {
    self.arcs = arcs
    self.tail = tail
    self.head = head
  }

  /// Leaves out the nodes that no arc is left to; the beginning and the end have some.
  mutating func renumber() {
    var names = [Int](repeating: -1, count: nodeCount)
    var count = 0
    func name(_ node: Int) -> Int {
      if names[node] < 0 {
        names[node] = count
        count += 1
      }
      return names[node]
    }
    arcs = arcs.map { UncertainEdge(name($0.tail), name($0.head), $0.chance) }
    (tail, head) = (name(tail), name(head))
  }

  /// Applies all rules until none helps; the probability if it is known then.
  mutating func reduce(_ effort: inout Int) -> Double? {
    while true {
      effort -= arcs.count + 1
      goWhereCertain()
      if tail == head { return 1 }
      keepWhatMatters()
      if arcs.isEmpty { return 0 }
      // Nothing is reached without an arc that alone leaves the beginning or arrives at the end.
      let leaving = arcs.filter { $0.tail == tail }
      if leaving.count == 1 {
        factor *= leaving[0].chance
        tail = leaving[0].head
        continue
      }
      let arriving = arcs.filter { $0.head == head }
      if arriving.count == 1 {
        factor *= arriving[0].chance
        head = arriving[0].tail
        continue
      }
      if !reduceSeries() { return nil }
    }
  }

  /// Makes one node of the beginning and all that are reached from it for certain.
  private mutating func goWhereCertain() {
    let isReached = Self.closure(
      of: tail, along: arcs.filter { $0.chance >= 1 }.map { ($0.tail, $0.head) },
      nodeCount: nodeCount)
    if isReached[head] { head = tail }
    arcs = arcs.map { arc in
      UncertainEdge(
        isReached[arc.tail] ? tail : arc.tail, isReached[arc.head] ? tail : arc.head, arc.chance)
    }
  }

  private var nodeCount: Int { arcs.reduce(max(tail, head)) { max($0, $1.tail, $1.head) } + 1 }

  /// Leaves out loops and arcs on no path, and makes one arc of parallel ones.
  private mutating func keepWhatMatters() {
    let useful = arcs.filter {
      $0.tail != $0.head && $0.chance > 0 && $0.head != tail && $0.tail != head
    }.sorted { ($0.tail, $0.head, $0.chance) < ($1.tail, $1.head, $1.chance) }
    var joined: [UncertainEdge] = []
    for arc in useful {
      if let last = joined.last, last.tail == arc.tail, last.head == arc.head {
        joined[joined.count - 1].chance = 1 - (1 - last.chance) * (1 - arc.chance)
      } else {
        joined.append(arc)
      }
    }
    let nodeCount = nodeCount
    let isReached = Self.closure(
      of: tail, along: joined.map { ($0.tail, $0.head) }, nodeCount: nodeCount)
    let leadsOn = Self.closure(
      of: head, along: joined.map { ($0.head, $0.tail) }, nodeCount: nodeCount)
    arcs = joined.filter { isReached[$0.tail] && leadsOn[$0.head] }
  }

  private static func closure(
    of root: Int, along steps: [(from: Int, to: Int)], nodeCount: Int
  ) -> [Bool] {
    var next = [[Int]](repeating: [], count: nodeCount)
    for step in steps { next[step.from].append(step.to) }
    var isFound = [Bool](repeating: false, count: nodeCount)
    var stack = [root]
    isFound[root] = true
    while let node = stack.popLast() {
      for other in next[node] where !isFound[other] {
        isFound[other] = true
        stack.append(other)
      }
    }
    return isFound
  }

  /// Applies the rules for nodes with one arc in or out, to each arc once; false if there was none.
  private mutating func reduceSeries() -> Bool {
    var entering = [[Int]](repeating: [], count: nodeCount)
    var leaving = entering
    for (place, arc) in arcs.enumerated() {
      entering[arc.head].append(place)
      leaving[arc.tail].append(place)
    }
    var isTouched = [Bool](repeating: false, count: arcs.count)
    var isReduced = false
    for node in entering.indices where node != tail && node != head {
      let (before, after) = (entering[node], leaving[node])
      if (before + after).contains(where: { isTouched[$0] }) { continue }
      // An arc that never holds is left out in the next round.
      if before.count == 1, after.count == 1 {
        let (first, second) = (arcs[before[0]], arcs[after[0]])
        arcs[before[0]] = UncertainEdge(first.tail, second.head, first.chance * second.chance)
        arcs[after[0]].chance = 0
      } else if before.count == 1,
        let back = after.first(where: { arcs[$0].head == arcs[before[0]].tail })
      {
        // A path never goes back to where it came from, nor comes from where it goes.
        arcs[back].chance = 0
      } else if after.count == 1,
        let back = before.first(where: { arcs[$0].tail == arcs[after[0]].head })
      {
        arcs[back].chance = 0
      } else {
        continue
      }
      for place in before + after { isTouched[place] = true }
      isReduced = true
    }
    return isReduced
  }
}
