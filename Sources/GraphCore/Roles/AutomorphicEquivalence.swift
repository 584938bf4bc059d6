extension Graph {
  /// The classes of automorphic equivalence: nodes that only their names tell apart.
  ///
  /// Two nodes belong together if the nodes can be renamed so that the one takes the place of the
  /// other and every tie stays [Everett1985]. Classes are refined by counting ties; where that leaves
  /// two nodes together, a renaming is looked for by taking pairs of nodes as one another and refining
  /// again [McKay1981]. Loops are left out, parallel edges are one, weights mean nothing.
  ///
  /// - Parameters:
  ///   - maximumSteps: How many pairs may be tried in all, 1 or more.
  ///   - execution: Who is told how far it is; it runs on one thread.
  /// - Returns: The classes; nil if the steps were not enough, as can be for large strongly regular
  ///   graphs.
  /// - Throws: `GraphError` if no step is allowed or the task has been cancelled.
  /// - Complexity: O((n + m) log n) time for each step and round of refinement; mostly a few steps for
  ///   each class of structural equivalence. O(n + m) space.
  public func automorphicClasses(
    maximumSteps: Int = 100_000, execution: Execution = Execution()
  ) throws(GraphError) -> NodeClasses? {
    guard maximumSteps >= 1 else {
      throw .optionOutOfRange(
        name: "the largest number of steps", value: Double(maximumSteps), range: "1 or more")
    }
    // Structurally equivalent nodes can change places; one of each class stands for all, told by how
    // many they are and whether they are joined to each other.
    let simple = simplified()
    let twins = structuralClasses()
    let members = twins.members
    let part = simple.subgraph(of: members.map { $0[0] }).graph
    let kinds = members.map { nodes in
      let isJoined = nodes.count > 1 && simple.edge(between: nodes[0], and: nodes[1]) != nil
      return Int32(truncatingIfNeeded: 2 * nodes.count + (isJoined ? 1 : 0))
    }
    let start = try ColorRefinement(part, view: .counts).refined(kinds).colors
    var search = RenamingSearch(part, stepsLeft: maximumSteps)
    var orbits = NodeSets(count: part.nodeCount)
    // By class, a node of each orbit found in it so far.
    var firsts = [[Int]](repeating: [], count: part.nodeCount)
    let monitor = WorkMonitor(count: part.nodeCount, progress: execution.progress, task: nil)
    for node in part.nodes {
      monitor.advance(by: 1)
      let color = Int(start[node])
      var isKnown = firsts[color].contains { orbits.root($0) == orbits.root(node) }
      for first in firsts[color] where !isKnown {
        guard let found = try search.renaming(taking: first, to: node, colors: start) else {
          if search.stepsLeft == 0 { return nil }
          continue
        }
        for (name, other) in found.enumerated() { _ = orbits.join(name, Int(other)) }
        isKnown = true
      }
      if !isKnown { firsts[color].append(node) }
    }
    return NodeClasses(
      DenseLabels(nodes.map { Int32(truncatingIfNeeded: orbits.root(twins.labels[$0])) }))
  }
}

/// Looks for a renaming that keeps all ties: two copies of the graph are refined together, and must
/// have as many nodes of each class.
private struct RenamingSearch {
  private let count: Int
  private let refinement: ColorRefinement
  private(set) var stepsLeft: Int

  init(_ graph: Graph, stepsLeft: Int) {
    count = graph.nodeCount
    let shift = Int32(truncatingIfNeeded: count)
    let twice = Graph(
      nodeCount: 2 * count, tails: Array(graph.tails) + graph.tails.map { $0 + shift },
      heads: Array(graph.heads) + graph.heads.map { $0 + shift }, weights: nil,
      isDirected: graph.isDirected)
    refinement = ColorRefinement(twice, view: .counts)
    self.stepsLeft = stepsLeft
  }

  /// By node, its new name; nil if there is no renaming, or no step is left.
  mutating func renaming(
    taking first: Int, to second: Int, colors: [Int32]
  ) throws(GraphError) -> [Int32]? {
    // What is still to be tried: classes of both copies, and a pair to take as one another.
    var open = [(colors: colors + colors, pairs: [(first, count + second)])]
    while var last = open.popLast() {
      guard let (left, right) = last.pairs.popLast() else { continue }
      try Execution.checkCancellation()
      if stepsLeft == 0 { return nil }
      stepsLeft -= 1
      var colors = last.colors
      if !last.pairs.isEmpty { open.append(last) }
      colors[left] = Int32(truncatingIfNeeded: 2 * count)
      colors[right] = colors[left]
      let refined = try refinement.refined(colors)
      // By class, the nodes of the first copy less those of the second; and how many there are.
      var balance = [Int](repeating: 0, count: refined.count)
      var sizes = balance
      for node in colors.indices {
        balance[Int(refined.colors[node])] += node < count ? 1 : -1
        sizes[Int(refined.colors[node])] += 1
      }
      guard balance.allSatisfy({ $0 == 0 }) else { continue }
      guard let color = sizes.firstIndex(where: { $0 > 2 }) else {
        return names(refined.colors)
      }
      let members = colors.indices.filter { Int(refined.colors[$0]) == color }
      open.append(
        (refined.colors, members.filter { $0 >= count }.reversed().map { (members[0], $0) }))
    }
    return nil
  }

  /// Every class has one node of each copy.
  private func names(_ colors: [Int32]) -> [Int32] {
    var nameOf = [Int32](repeating: 0, count: count)
    for node in 0..<count {
      nameOf[Int(colors[count + node])] = Int32(truncatingIfNeeded: node)
    }
    return (0..<count).map { nameOf[Int(colors[$0])] }
  }
}
