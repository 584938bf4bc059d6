/// A network with an error, and where its nodes are in the true one.
public struct PerturbedGraph: Sendable, Equatable {
  /// The network with the error.
  public let graph: Graph
  /// The true nodes of the first nodes of that network; nodes that were added come after them.
  public let kept: [Int]
}

extension Graph {
  /// A random error in a network: nodes or edges that are missing from it, or should not be in it.
  public enum Perturbation: String, Sendable, CaseIterable {
    /// Some nodes are left out, with their edges.
    case removeNodes = "remove nodes"
    /// Nodes are added, each with the numbers of edges to and from it of some node, their other ends
    /// drawn at random.
    case addNodes = "add nodes"
    /// Some edges are left out.
    case removeEdges = "remove edges"
    /// Edges are added between ends that have none, drawn at random.
    case addEdges = "add edges"
  }

  /// The network with an error of one kind, as in [BorgattiCarley2006].
  ///
  /// What is removed is drawn evenly; parallel edges count as several. A node that is added has as many
  /// edges as some node, drawn evenly, without its loops. An edge that is added has the weight of an
  /// edge drawn evenly. Parallel edges and loops stay as they are; none are added. If fewer edges are
  /// missing than are to be added, all of them are; if there are none to begin with, none are.
  ///
  /// - Parameters:
  ///   - perturbation: The kind of error.
  ///   - share: What part of the nodes, or of the edges, above 0 and at most 1; rounded to a whole
  ///     number, at least one of them.
  ///   - generator: Draws the error.
  /// - Returns: The network with the error.
  /// - Throws: `GraphError` if the share is out of range, or there would be too many nodes or edges.
  /// - Complexity: O(n + m) time and space, and O(n) for each node that is added.
  public func perturbed(
    _ perturbation: Perturbation, share: Double, using generator: inout SeededGenerator
  ) throws(GraphError) -> PerturbedGraph {
    guard share > 0, share <= 1 else {
      throw .optionOutOfRange(name: "the share", value: share, range: "above 0 and at most 1")
    }
    func count(of whole: Int) -> Int {
      min(whole, max(1, Int((share * Double(whole)).rounded())))
    }
    switch perturbation {
    case .removeNodes:
      let drawn = nodes.shuffled(using: &generator).prefix(count(of: nodeCount))
      let gone = membership(Array(drawn))
      let part = subgraph(of: nodes.filter { !gone[$0] })
      return PerturbedGraph(graph: part.graph, kept: part.nodes)
    case .removeEdges:
      let drawn = edges.indices.shuffled(using: &generator).prefix(count(of: edgeCount))
      var isGone = [Bool](repeating: false, count: edgeCount)
      for edge in drawn { isGone[edge] = true }
      return try with(edges.indices.filter { !isGone[$0] }.map { edges[$0] })
    case .addEdges:
      let added = missingEdges(count: count(of: edgeCount), using: &generator)
      return try with(edges + added)
    case .addNodes:
      let count = count(of: nodeCount)
      var added: [Edge] = []
      for node in 0..<count { added += edges(ofNew: nodeCount + node, using: &generator) }
      return try with(edges + added, adding: count)
    }
  }

  private func with(_ edges: [Edge], adding count: Int = 0) throws(GraphError) -> PerturbedGraph {
    PerturbedGraph(
      graph: try Graph(nodeCount: nodeCount + count, edges: edges, isDirected: isDirected),
      kept: Array(nodes))
  }

  /// The edges of a new node that is as busy as a node drawn at random.
  private func edges(ofNew node: Int, using generator: inout SeededGenerator) -> [Edge] {
    let model = Int.random(in: nodes, using: &generator)
    // In the order of the edges, those that begin here before those that end here.
    let outgoing = outNeighbors(of: model).filter { $0.node != model }.map(\.edge)
    let incoming = inNeighbors(of: model).filter { $0.node != model }.map(\.edge)
    let begun = outgoing.filter { edges[$0].tail == model }.sorted().map { edges[$0].weight }
    let ended = incoming.filter { edges[$0].head == model }.sorted().map { edges[$0].weight }
    let ends = nodes.shuffled(using: &generator)
    let others = nodes.shuffled(using: &generator)
    guard isDirected else {
      return zip(ends, begun + ended).map { Edge(node, $0, weight: $1) }
    }
    return zip(ends, begun).map { Edge(node, $0, weight: $1) }
      + zip(others, ended).map { Edge($0, node, weight: $1) }
  }

  /// Edges between ends that have none, each with the weight of an edge drawn at random.
  private func missingEdges(count: Int, using generator: inout SeededGenerator) -> [Edge] {
    struct Ends: Hashable {
      var tail: Int
      var head: Int
    }
    func ends(_ tail: Int, _ head: Int) -> Ends {
      isDirected || tail <= head ? Ends(tail: tail, head: head) : Ends(tail: head, head: tail)
    }
    var taken = Set(edges.filter { $0.tail != $0.head }.map { ends($0.tail, $0.head) })
    let places = isDirected ? nodeCount * (nodeCount - 1) : nodeCount * (nodeCount - 1) / 2
    var added: [Edge] = []
    func add(_ pair: Ends) {
      taken.insert(pair)
      let model = Int.random(in: edges.indices, using: &generator)
      added.append(Edge(pair.tail, pair.head, weight: edges[model].weight))
    }
    guard edgeCount > 0 else { return [] }
    if places - taken.count <= 2 * count {
      // Too few are missing to find them by chance.
      let missing = nodes.flatMap { tail in
        nodes.filter { $0 != tail && (isDirected || tail < $0) }.map { ends(tail, $0) }
      }.filter { !taken.contains($0) }
      for pair in missing.shuffled(using: &generator).prefix(count) { add(pair) }
      return added
    }
    while added.count < count {
      let tail = Int.random(in: nodes, using: &generator)
      let head = Int.random(in: nodes, using: &generator)
      guard tail != head, !taken.contains(ends(tail, head)) else { continue }
      add(ends(tail, head))
    }
    return added
  }
}
