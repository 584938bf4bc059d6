/// In how few changes one graph becomes another.
public struct GraphEditDistance: Sendable, Equatable {
  /// So many changes are needed at least.
  public let atLeast: Int
  /// So many changes are enough.
  public let atMost: Int
  /// By node of the first graph, the node of the other that it becomes with so many changes; nil if it
  /// is taken away.
  public let images: [Int?]

  /// The distance, where it is known.
  public var distance: Int? { atLeast == atMost ? atMost : nil }
}

extension Graph {
  /// The edit distance to another graph: the fewest nodes and edges that must be added, taken away, or,
  /// for nodes, given another kind, to make the one of the other [Sanfeliu1983].
  ///
  /// Every change counts 1. Nodes are given images one after the other, those of most edges first and
  /// cheap images first, as long as the changes so far, and those that the numbers of nodes and edges
  /// left will need, do not reach the best found. That is for small graphs: ten nodes or so, more if
  /// they are much alike. Loops are left out, parallel edges are one, weights mean nothing.
  ///
  /// - Parameters:
  ///   - other: The other graph; both are directed, or neither.
  ///   - kinds: By node of this graph, its kind, any number; nil if all are alike.
  ///   - otherKinds: By node of the other graph, its kind; nil if all are alike.
  ///   - maximumSteps: After how many images the search ends, 1 or more; the distance then lies between
  ///     two bounds.
  ///   - execution: Who is told which share of the steps is done, mostly fewer than all; it runs on one
  ///     thread.
  /// - Returns: The bounds, equal where the distance is known, and the images.
  /// - Throws: `GraphError` if there is not one kind for each node, no step is allowed, or the task has
  ///   been cancelled.
  /// - Complexity: O(k n^2) time for k steps, O(n^2) space.
  public func editDistance(
    to other: Graph, kinds: [Int]? = nil, otherKinds: [Int]? = nil,
    maximumSteps: Int = 1_000_000, execution: Execution = Execution()
  ) throws(GraphError) -> GraphEditDistance {
    precondition(isDirected == other.isDirected, "one of the graphs is directed, the other not")
    for (given, count) in [(kinds, nodeCount), (otherKinds, other.nodeCount)] {
      if let given, given.count != count {
        throw .wrongCount(of: "kinds", expected: count, actual: given.count)
      }
    }
    guard maximumSteps >= 1 else {
      throw .optionOutOfRange(
        name: "the largest number of steps", value: Double(maximumSteps), range: "1 or more")
    }
    var search = ImageSearch(
      self, other, kinds: kinds ?? [Int](repeating: 0, count: nodeCount),
      otherKinds: otherKinds ?? [Int](repeating: 0, count: other.nodeCount),
      stepsLeft: maximumSteps,
      monitor: WorkMonitor(count: maximumSteps, progress: execution.progress, task: nil))
    try Execution.checkCancellation()
    let atLeast = search.leastAtStart
    try search.extend(place: 0, cost: 0)
    return GraphEditDistance(
      atLeast: search.stepsLeft > 0 ? search.bestCost : min(atLeast, search.bestCost),
      atMost: search.bestCost, images: search.bestImages.map { $0 < 0 ? nil : $0 })
  }
}

/// Gives the nodes of one graph images in another.
private struct ImageSearch {
  private let ties: TieMatrix
  private let otherTies: TieMatrix
  private let kinds: [Int]
  private let otherKinds: [Int]
  private let isDirected: Bool
  private let order: [Int]
  /// By place, the edges with an end at that place or later.
  private let edgesLeft: [Int]
  private var otherEdgesLeft: Int
  private var otherNodesLeft: Int
  private var images: [Int]
  private var isImage: [Bool]
  private(set) var bestCost: Int
  private(set) var bestImages: [Int]
  private(set) var stepsLeft: Int
  private let monitor: WorkMonitor
  /// How many pairs of nodes were looked at since it was asked whether the task has been cancelled.
  private var work = 0

  /// What the numbers of nodes and edges alone tell.
  var leastAtStart: Int { least(place: 0) }

  init(
    _ graph: Graph, _ other: Graph, kinds: [Int], otherKinds: [Int], stepsLeft: Int,
    monitor: WorkMonitor
  ) {
    self.monitor = monitor
    let (simple, otherSimple) = (graph.simplified(), other.simplified())
    ties = TieMatrix(graph, usesWeights: false)
    otherTies = TieMatrix(other, usesWeights: false)
    (self.kinds, self.otherKinds, self.stepsLeft) = (kinds, otherKinds, stepsLeft)
    isDirected = graph.isDirected
    let degrees = simple.degreeCounts(.total)
    let order = graph.nodes.sorted { (-degrees[$0], $0) < (-degrees[$1], $1) }
    var places = [Int](repeating: 0, count: order.count)
    for (place, node) in order.enumerated() { places[node] = place }
    var left = [Int](repeating: 0, count: order.count + 1)
    for edge in simple.edges { left[max(places[edge.tail], places[edge.head])] += 1 }
    for place in order.indices.reversed() { left[place] += left[place + 1] }
    (self.order, edgesLeft) = (order, left)
    otherEdgesLeft = otherSimple.edgeCount
    otherNodesLeft = other.nodeCount
    images = [Int](repeating: -1, count: graph.nodeCount)
    isImage = [Bool](repeating: false, count: other.nodeCount)
    // Take all away and make all anew.
    bestImages = images
    bestCost = graph.nodeCount + simple.edgeCount + other.nodeCount + otherSimple.edgeCount
  }

  /// The changes that the nodes and edges left will need.
  private func least(place: Int) -> Int {
    abs(order.count - place - otherNodesLeft) + abs(edgesLeft[place] - otherEdgesLeft)
  }

  /// The edges between a node and the earlier ones that an image changes, and those that it uses up in
  /// the other graph.
  private func changes(_ node: Int, place: Int, image: Int) -> (cost: Int, used: Int) {
    var (cost, used) = (0, 0)
    for earlier in order[..<place] {
      let other = images[earlier]
      for isBack in isDirected ? [false, true] : [false] {
        let own = isBack ? ties[earlier, node] : ties[node, earlier]
        var theirs = 0.0
        if image >= 0, other >= 0 {
          theirs = isBack ? otherTies[other, image] : otherTies[image, other]
        }
        if own != theirs { cost += 1 }
        if theirs > 0 { used += 1 }
      }
    }
    return (cost, used)
  }

  mutating func extend(place: Int, cost: Int) throws(GraphError) {
    guard place < order.count else {
      // The rest of the other graph is added.
      let all = cost + otherNodesLeft + otherEdgesLeft
      if all < bestCost { (bestCost, bestImages) = (all, images) }
      return
    }
    work += isImage.count * (place + 1)
    if work > 1 << 20 {
      try Execution.checkCancellation()
      work = 0
    }
    let node = order[place]
    var choices: [(cost: Int, image: Int, used: Int)] = []
    for image in isImage.indices where !isImage[image] {
      let found = changes(node, place: place, image: image)
      let kind = kinds[node] == otherKinds[image] ? 0 : 1
      choices.append((found.cost + kind, image, found.used))
    }
    choices.append((changes(node, place: place, image: -1).cost + 1, -1, 0))
    for choice in choices.sorted(by: { ($0.cost, -$0.image) < ($1.cost, -$1.image) }) {
      guard stepsLeft > 0 else { return }
      stepsLeft -= 1
      if stepsLeft % 4_096 == 0 { try Execution.checkCancellation() }
      monitor.advance(by: 1)
      images[node] = choice.image
      if choice.image >= 0 {
        isImage[choice.image] = true
        otherNodesLeft -= 1
      }
      otherEdgesLeft -= choice.used
      if cost + choice.cost + least(place: place + 1) < bestCost {
        try extend(place: place + 1, cost: cost + choice.cost)
      }
      otherEdgesLeft += choice.used
      if choice.image >= 0 {
        isImage[choice.image] = false
        otherNodesLeft += 1
      }
      images[node] = -1
    }
  }
}
