import GraphCore

/// A random error in a network: people or ties that are missing from it, or should not be in it.
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

extension Perturbation {
  /// A network with an error, and where its nodes are in the true one.
  struct Perturbed {
    /// The network with the error.
    var graph: Graph
    /// The numbers in the true network of the first nodes of this one; added nodes come after them.
    var kept: [Int]
  }

  /// Makes an error in a network.
  ///
  /// Parallel edges and loops stay as they are; none are added. Where fewer edges are missing from
  /// the network than are to be added, all of them are.
  ///
  /// - Parameters:
  ///   - graph: The true network.
  ///   - share: What part of its nodes or edges, rounded to a whole number, at least one.
  ///   - generator: Draws the numbers.
  /// - Returns: The network with the error.
  /// - Throws: `GraphError` if the network with the error has too many nodes or edges.
  func applied(
    to graph: Graph, share: Double, using generator: inout SeededGenerator
  ) throws(GraphError) -> Perturbed {
    let nodes = Array(graph.nodes)
    switch self {
    case .removeNodes:
      let gone = Set(
        nodes.shuffled(using: &generator).prefix(Self.count(share, of: nodes.count)))
      let kept = nodes.filter { !gone.contains($0) }
      let places = Dictionary(
        kept.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      let edges = graph.edges.compactMap { edge -> Graph.Edge? in
        guard let tail = places[edge.tail], let head = places[edge.head] else { return nil }
        return Graph.Edge(tail, head, weight: edge.weight)
      }
      return Perturbed(
        graph: try Graph(nodeCount: kept.count, edges: edges, isDirected: graph.isDirected),
        kept: kept)
    case .removeEdges:
      let numbers = Array(graph.edges.indices)
      let gone = Set(
        numbers.shuffled(using: &generator).prefix(Self.count(share, of: numbers.count)))
      let edges = graph.edges.enumerated().filter { !gone.contains($0.offset) }.map(\.element)
      return Perturbed(
        graph: try Graph(nodeCount: nodes.count, edges: edges, isDirected: graph.isDirected),
        kept: nodes)
    case .addEdges:
      let added = Self.missingEdges(
        of: graph, count: Self.count(share, of: graph.edges.count), using: &generator)
      return Perturbed(
        graph: try Graph(
          nodeCount: nodes.count, edges: Array(graph.edges) + added, isDirected: graph.isDirected),
        kept: nodes)
    case .addNodes:
      let count = Self.count(share, of: nodes.count)
      let added = (0..<count).flatMap { number in
        Self.edges(ofNew: nodes.count + number, in: graph, using: &generator)
      }
      return Perturbed(
        graph: try Graph(
          nodeCount: nodes.count + count, edges: Array(graph.edges) + added,
          isDirected: graph.isDirected),
        kept: nodes)
    }
  }

  private static func count(_ share: Double, of whole: Int) -> Int {
    min(whole, max(1, Int((share * Double(whole)).rounded())))
  }

  /// The edges of a new node that is as busy as a node drawn at random.
  private static func edges(
    ofNew node: Int, in graph: Graph, using generator: inout SeededGenerator
  ) -> [Graph.Edge] {
    guard graph.nodeCount > 0 else { return [] }
    let model = Int.random(in: 0..<graph.nodeCount, using: &generator)
    let outgoing = graph.edges.filter { $0.tail == model && $0.head != model }
    let incoming = graph.edges.filter { $0.head == model && $0.tail != model }
    let ends = (0..<graph.nodeCount).shuffled(using: &generator)
    let others = (0..<graph.nodeCount).shuffled(using: &generator)
    if !graph.isDirected {
      return zip(ends, outgoing + incoming).map { Graph.Edge(node, $0, weight: $1.weight) }
    }
    return zip(ends, outgoing).map { Graph.Edge(node, $0, weight: $1.weight) }
      + zip(others, incoming).map { Graph.Edge($0, node, weight: $1.weight) }
  }

  /// Edges between ends that have none, each with the weight of an edge drawn at random.
  private static func missingEdges(
    of graph: Graph, count: Int, using generator: inout SeededGenerator
  ) -> [Graph.Edge] {
    struct Ends: Hashable {
      var tail: Int
      var head: Int
    }
    func ends(_ tail: Int, _ head: Int) -> Ends {
      graph.isDirected || tail <= head ? Ends(tail: tail, head: head) : Ends(tail: head, head: tail)
    }
    let n = graph.nodeCount
    let edges = Array(graph.edges)
    var taken = Set(edges.filter { $0.tail != $0.head }.map { ends($0.tail, $0.head) })
    let places = graph.isDirected ? n * (n - 1) : n * (n - 1) / 2
    var added: [Graph.Edge] = []
    func add(_ pair: Ends) {
      taken.insert(pair)
      let model = Int.random(in: edges.indices, using: &generator)
      added.append(Graph.Edge(pair.tail, pair.head, weight: edges[model].weight))
    }
    guard !edges.isEmpty else { return [] }
    if places - taken.count <= 2 * count {
      // Too few are missing to find them by chance.
      let missing = (0..<n).flatMap { tail in
        (0..<n).filter { $0 != tail && (graph.isDirected || tail < $0) }
          .map { ends(tail, $0) }
      }.filter { !taken.contains($0) }
      for pair in missing.shuffled(using: &generator).prefix(count) { add(pair) }
      return added
    }
    while added.count < count {
      let tail = Int.random(in: 0..<n, using: &generator)
      let head = Int.random(in: 0..<n, using: &generator)
      guard tail != head, !taken.contains(ends(tail, head)) else { continue }
      add(ends(tail, head))
    }
    return added
  }
}
