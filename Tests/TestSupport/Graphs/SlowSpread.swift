public import GraphCore

/// All that chance can decide about a spread, with how probable it is.
public struct SlowSpread {
  /// One world: by edge index, the ends to which it carries.
  public struct World {
    /// How probable it is.
    public let chance: Double
    /// The ways along edges that carry, by edge.
    public let arcs: [(edge: Int, tail: Int, head: Int)]
  }

  /// The worlds.
  public let worlds: [World]
  private let nodeCount: Int

  /// Each edge holds or fails.
  public init(_ graph: Graph, probabilities: [Double]) {
    nodeCount = graph.nodeCount
    worlds = (0..<(1 << graph.edgeCount)).map { mask in
      var chance = 1.0
      var arcs: [(edge: Int, tail: Int, head: Int)] = []
      for (index, edge) in graph.edges.enumerated() {
        let holds = mask >> index & 1 == 1
        chance *= holds ? probabilities[index] : 1 - probabilities[index]
        guard holds else { continue }
        arcs.append((index, edge.tail, edge.head))
        if !graph.isDirected { arcs.append((index, edge.head, edge.tail)) }
      }
      return World(chance: chance, arcs: arcs)
    }
  }

  /// Each node listens to one of the edges that arrive, or to none.
  public init(_ graph: Graph, thresholdWeights: [Double]?) {
    nodeCount = graph.nodeCount
    var found = [World(chance: 1, arcs: [])]
    for node in graph.nodes {
      var choices: [(edge: Int, tail: Int)] = []
      for (index, edge) in graph.edges.enumerated() where edge.tail != edge.head {
        if edge.head == node { choices.append((index, edge.tail)) }
        if !graph.isDirected, edge.tail == node { choices.append((index, edge.head)) }
      }
      let weights = choices.map { thresholdWeights?[$0.edge] ?? 1 / Double(choices.count) }
      let none = max(0, 1 - weights.reduce(0, +))
      found = found.flatMap { world in
        [World(chance: world.chance * none, arcs: world.arcs)]
          + zip(choices, weights).map { choice, weight in
            World(
              chance: world.chance * weight,
              arcs: world.arcs + [(choice.edge, choice.tail, node)])
          }
      }
    }
    worlds = found.filter { $0.chance > 0 }
  }

  /// The nodes that are reached in a world.
  public func reached(
    from seeds: [Int], in world: World, without gone: [Int] = [], withoutEdges: [Int] = []
  ) -> Set<Int> {
    var found = Set(seeds)
    while true {
      let more = world.arcs.filter {
        found.contains($0.tail) && !found.contains($0.head) && !gone.contains($0.head)
          && !withoutEdges.contains($0.edge)
      }
      if more.isEmpty { return found }
      found.formUnion(more.map(\.head))
    }
  }

  /// The expected number of nodes reached.
  public func expected(
    from seeds: [Int], without gone: [Int] = [], withoutEdges: [Int] = []
  ) -> Double {
    worlds.reduce(0) {
      $0 + $1.chance
        * Double(reached(from: seeds, in: $1, without: gone, withoutEdges: withoutEdges).count)
    }
  }

  /// The variance of the number of nodes reached.
  public func variance(from seeds: [Int]) -> Double {
    let mean = expected(from: seeds)
    return worlds.reduce(0) {
      let size = Double(reached(from: seeds, in: $1).count)
      return $0 + $1.chance * (size - mean) * (size - mean)
    }
  }

  /// The probability that all terminals are reached from the first.
  public func reliability(from first: Int, to others: [Int]) -> Double {
    worlds.reduce(0) {
      $0 + (reached(from: [first], in: $1).isSuperset(of: others) ? $1.chance : 0)
    }
  }
}
