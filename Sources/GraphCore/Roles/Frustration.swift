/// How many ties keep a signed graph from falling into two camps.
public struct Frustration: Sendable, Equatable {
  /// So many ties at least are frustrated in every division.
  public let atLeast: Int
  /// So many ties are frustrated in the division given.
  public let atMost: Int
  /// By node, its camp, 0 or 1; the smallest node of each component is in camp 0.
  public let sides: [Int]

  /// The frustration index, where it is known.
  public var index: Int? { atLeast == atMost ? atMost : nil }
}

extension Graph {
  /// The frustration index: how many ties must go, or change their sign, so that the nodes fall into
  /// two camps with positive ties within and negative ones between.
  ///
  /// [Harary1959] [Aref2020]; signs are those of `signedTriangles(execution:)`. A division is made better by
  /// moving single nodes; then divisions are tried one node after the other, as long as the ties that
  /// are frustrated, those that will be whatever side the rest takes, and negative triangles among the
  /// rest, do not reach the best found. To decide it is hard, so the search ends after some steps, and
  /// the index then lies between two bounds.
  ///
  /// - Parameters:
  ///   - maximumSteps: After how many steps the search ends, 0 or more; 0 for bounds alone.
  ///   - execution: Who is told how far it is; it runs on one thread.
  /// - Returns: The bounds, equal where the index is known, and the best division found.
  /// - Throws: `GraphError` if the number of steps is negative or the task has been cancelled.
  /// - Complexity: O(k n) time at most for k steps and O(m^1.5) for the bounds; O(n + m) space.
  public func frustration(
    maximumSteps: Int = 1_000_000, execution: Execution = Execution()
  ) throws(GraphError) -> Frustration {
    guard maximumSteps >= 0 else {
      throw .optionOutOfRange(
        name: "the largest number of steps", value: Double(maximumSteps), range: "zero or more")
    }
    var search = try CampSearch(signedTies())
    search.improve()
    let isExact = try search.decide(maximumSteps: maximumSteps, execution: execution)
    return Frustration(
      atLeast: isExact ? search.bestCount : search.lowerBound, atMost: search.bestCount,
      sides: search.bestSides)
  }
}

/// Looks for the division into two camps with the fewest frustrated ties.
private struct CampSearch {
  private let graph: Graph
  private let rowEdges: Column<Int32>
  /// By edge, whether its tie is negative.
  private let isNegative: [Bool]
  /// The nodes in the order in which they are given sides: each component by breadth from its smallest
  /// node.
  private let order: [Int]
  private let places: [Int]
  /// By place, how many negative triangles there are, no two with a common tie, whose nodes come at
  /// that place or later.
  private let triangleBounds: [Int]
  private(set) var bestSides: [Int]
  private(set) var bestCount = 0

  var lowerBound: Int { triangleBounds[0] }

  init(_ graph: Graph) throws(GraphError) {
    self.graph = graph
    rowEdges = graph.outgoing.edges
    isNegative = graph.tails.indices.map { (graph.weights?[$0] ?? 1) < 0 }
    var order: [Int] = []
    var places = [Int](repeating: -1, count: graph.nodeCount)
    // First sides: those that satisfy the ties by which nodes are first reached.
    var sides = [Int](repeating: 0, count: graph.nodeCount)
    for start in graph.nodes where places[start] < 0 {
      places[start] = order.count
      order.append(start)
      var next = places[start]
      while next < order.count {
        let node = order[next]
        next += 1
        for entry in graph.outgoing.row(node) {
          let target = Int(graph.outgoing.targets[entry])
          guard places[target] < 0 else { continue }
          places[target] = order.count
          order.append(target)
          sides[target] = isNegative[Int(rowEdges[entry])] ? 1 - sides[node] : sides[node]
        }
      }
    }
    var triangles: [(place: Int, edges: [Int])] = []
    let negative = isNegative
    try graph.forEachTriangle { nodes, edges in
      let own = [edges.0, edges.1, edges.2]
      guard own.count(where: { negative[$0] }) % 2 == 1 else { return }
      triangles.append((min(places[nodes.0], places[nodes.1], places[nodes.2]), own))
    }
    var isUsed = [Bool](repeating: false, count: graph.edgeCount)
    var bounds = [Int](repeating: 0, count: graph.nodeCount + 1)
    for triangle in triangles.sorted(by: { ($1.place, $0.edges[0]) < ($0.place, $1.edges[0]) })
    where !triangle.edges.contains(where: { isUsed[$0] }) {
      for edge in triangle.edges { isUsed[edge] = true }
      bounds[triangle.place] += 1
    }
    for place in graph.nodes.reversed() { bounds[place] += bounds[place + 1] }
    (self.order, self.places, triangleBounds, bestSides) = (order, places, bounds, sides)
    bestCount = graph.edges.indices.count { isFrustrated($0, sides) }
  }

  private func isFrustrated(_ edge: Int, _ sides: [Int]) -> Bool {
    (sides[Int(graph.tails[edge])] != sides[Int(graph.heads[edge])]) != isNegative[edge]
  }

  /// Moves nodes most of whose ties are frustrated to the other side until there is none.
  mutating func improve() {
    var isChanged = true
    while isChanged {
      isChanged = false
      for node in graph.nodes {
        let row = graph.outgoing.row(node)
        let frustrated = row.count { isFrustrated(Int(rowEdges[$0]), bestSides) }
        guard 2 * frustrated > row.count else { continue }
        bestSides[node] = 1 - bestSides[node]
        bestCount -= 2 * frustrated - row.count
        isChanged = true
      }
    }
    settle()
  }

  /// Turns components so that their first node is on side 0.
  private mutating func settle() {
    let components = graph.weakComponents()
    var isTurned = [Bool?](repeating: nil, count: components.count)
    for node in graph.nodes {
      let component = components.labels[node]
      let turns = isTurned[component] ?? (bestSides[node] == 1)
      isTurned[component] = turns
      if turns { bestSides[node] = 1 - bestSides[node] }
    }
  }

  /// Tries all divisions that can be better than the best.
  ///
  /// - Returns: Whether all were tried, or bounds alone tell that none is better.
  mutating func decide(
    maximumSteps: Int, execution: Execution
  ) throws(GraphError) -> Bool {
    if bestCount == lowerBound { return true }
    let count = graph.nodeCount
    var sides = bestSides
    // By place, the frustrated ties so far, and how many sides of its node were tried.
    var costs = [Int](repeating: 0, count: count + 1)
    var tried = [Int](repeating: 0, count: count + 1)
    // By node and side, the ties with placed nodes that would be frustrated there.
    var pulls = [Int](repeating: 0, count: 2 * count)
    // The sum over nodes without a side of the smaller of the two.
    var forced = 0
    var place = 0
    var steps = 0
    while true {
      let node = order[place]
      // The first of a component could as well be on the other side with all the rest.
      let isFirst = graph.outgoing.row(node).allSatisfy {
        places[Int(graph.outgoing.targets[$0])] > place
      }
      if tried[place] > 0 {
        let back = place
        forced += change(&pulls, from: back, side: sides[node], by: -1)
        forced += min(pulls[2 * node], pulls[2 * node + 1])
      }
      if tried[place] == (isFirst ? 1 : 2) {
        tried[place] = 0
        if place == 0 { return true }
        place -= 1
        continue
      }
      // The side with fewer frustrated ties first.
      let better = pulls[2 * node + 1] < pulls[2 * node] ? 1 : 0
      let side = isFirst ? 0 : tried[place] == 0 ? better : 1 - better
      tried[place] += 1
      sides[node] = side
      forced -= min(pulls[2 * node], pulls[2 * node + 1])
      costs[place + 1] = costs[place] + pulls[2 * node + side]
      forced += change(&pulls, from: place, side: side, by: 1)
      steps += 1
      if steps > maximumSteps { return false }
      if steps % 4_096 == 0 {
        try Execution.checkCancellation()
        execution.progress?(Double(steps) / Double(maximumSteps))
      }
      if costs[place + 1] + forced + triangleBounds[place + 1] >= bestCount { continue }
      if place + 1 == count {
        bestCount = costs[count]
        bestSides = sides
        if bestCount == lowerBound { return true }
      } else {
        place += 1
      }
    }
  }

  /// Notes that a node got or lost its side.
  ///
  /// - Returns: By how much the sum of what is forced changes.
  private func change(_ pulls: inout [Int], from place: Int, side: Int, by amount: Int) -> Int {
    var forced = 0
    let node = order[place]
    for entry in graph.outgoing.row(node) {
      let target = Int(graph.outgoing.targets[entry])
      guard places[target] > place else { continue }
      forced -= min(pulls[2 * target], pulls[2 * target + 1])
      let wrong = isNegative[Int(rowEdges[entry])] ? side : 1 - side
      pulls[2 * target + wrong] += amount
      forced += min(pulls[2 * target], pulls[2 * target + 1])
    }
    return forced
  }
}
