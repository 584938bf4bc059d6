public import GraphCore

/// How probable each outcome of a random graph is, worked out from the definition of the model by
/// trying every course that chance can take.
///
/// An outcome is the sorted list of its edges as pairs of nodes; in an undirected graph the smaller
/// node comes first.
public struct GraphChances {
  /// By outcome, its probability.
  public private(set) var values: [[[Int]]: Double] = [:]
  /// Whether the order of the two nodes of an edge counts.
  public let isDirected: Bool

  private init(isDirected: Bool) { self.isDirected = isDirected }

  /// The outcome that a graph is.
  public static func outcome(of graph: Graph) -> [[Int]] {
    outcome(graph.edges.map { [$0.tail, $0.head] }, isDirected: graph.isDirected)
  }

  private static func outcome(_ pairs: [[Int]], isDirected: Bool) -> [[Int]] {
    pairs.map { isDirected ? $0 : $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private mutating func add(_ pairs: [[Int]], _ chance: Double) {
    if chance > 0 { values[Self.outcome(pairs, isDirected: isDirected), default: 0] += chance }
  }

  /// Each pair of nodes is joined with a probability of its own.
  public static func independentPairs(
    nodeCount: Int, isDirected: Bool, probability: (Int, Int) -> Double
  ) -> GraphChances {
    var chances = GraphChances(isDirected: isDirected)
    for graph in GraphFamilies.simpleGraphs(nodeCount: nodeCount, isDirected: isDirected) {
      let joined = Set(outcome(of: graph))
      var chance = 1.0
      for tail in 0..<nodeCount {
        for head in 0..<nodeCount where isDirected ? tail != head : tail < head {
          let own = probability(tail, head)
          chance *= joined.contains([tail, head]) ? own : 1 - own
        }
      }
      chances.add(outcome(of: graph), chance)
    }
    return chances
  }

  /// All simple graphs that satisfy a condition are equally likely.
  public static func equal(
    nodeCount: Int, isDirected: Bool, where isAllowed: (Graph) -> Bool
  ) -> GraphChances {
    var chances = GraphChances(isDirected: isDirected)
    let allowed = GraphFamilies.simpleGraphs(nodeCount: nodeCount, isDirected: isDirected)
      .filter(isAllowed)
    for graph in allowed { chances.add(outcome(of: graph), 1 / Double(allowed.count)) }
    return chances
  }

  /// Nodes come one by one, each joined to older ones drawn by degree without repetition.
  public static func grown(nodeCount: Int, edgesPerNode: Int) -> GraphChances {
    var chances = GraphChances(isDirected: false)
    func draw(_ node: Int, _ drawn: [Int], _ pairs: [[Int]], _ chance: Double) {
      if node == nodeCount { return chances.add(pairs, chance) }
      if drawn.count == edgesPerNode {
        return draw(node + 1, [], pairs + drawn.map { [node, $0] }, chance)
      }
      let weights = (0..<node).map { older in
        drawn.contains(older) ? 0 : pairs.filter { $0.contains(older) }.count
      }
      let total = weights.reduce(0, +)
      for older in 0..<node where weights[older] > 0 {
        draw(node, drawn + [older], pairs, chance * Double(weights[older]) / Double(total))
      }
    }
    draw(edgesPerNode + 1, [], (0..<edgesPerNode).map { [edgesPerNode, $0] }, 1)
    return chances
  }

  /// A ring whose edges are, one after another, replaced or left (or, if `adds`, joined by another).
  public static func smallWorld(
    nodeCount: Int, degree: Int, probability: Double, adds: Bool
  ) -> GraphChances {
    var chances = GraphChances(isDirected: false)
    let ring = (1...(degree / 2)).flatMap { step in
      (0..<nodeCount).map { [$0, ($0 + step) % nodeCount] }
    }
    func visit(_ place: Int, _ pairs: [[Int]], _ chance: Double) {
      if place == ring.count { return chances.add(pairs, chance) }
      let tail = ring[place][0]
      let strangers = (0..<nodeCount).filter { node in
        node != tail && !pairs.contains([tail, node]) && !pairs.contains([node, tail])
      }
      if strangers.isEmpty { return visit(place + 1, pairs, chance) }
      visit(place + 1, pairs, chance * (1 - probability))
      for head in strangers {
        var changed = pairs
        if adds { changed.append([tail, head]) } else { changed[place] = [tail, head] }
        visit(place + 1, changed, chance * probability / Double(strangers.count))
      }
    }
    visit(0, ring, 1)
    return chances
  }

  /// All ways to pair the ends of edges are equally likely.
  public static func paired(degrees: [Int]) -> GraphChances {
    var chances = GraphChances(isDirected: false)
    func pair(_ ends: [Int], _ pairs: [[Int]], _ chance: Double) {
      guard let first = ends.first else { return chances.add(pairs, chance) }
      for other in 1..<ends.count {
        var rest = Array(ends.dropFirst())
        rest.remove(at: other - 1)
        pair(rest, pairs + [[first, ends[other]]], chance / Double(ends.count - 1))
      }
    }
    pair(degrees.indices.flatMap { Array(repeating: $0, count: degrees[$0]) }, [], 1)
    return chances
  }

  /// All ways to give each tail a head are equally likely.
  public static func assigned(outDegrees: [Int], inDegrees: [Int]) -> GraphChances {
    var chances = GraphChances(isDirected: true)
    func assign(_ tails: [Int], _ heads: [Int], _ pairs: [[Int]], _ chance: Double) {
      guard let tail = tails.first else { return chances.add(pairs, chance) }
      for place in heads.indices {
        var rest = heads
        let head = rest.remove(at: place)
        assign(
          Array(tails.dropFirst()), rest, pairs + [[tail, head]], chance / Double(heads.count))
      }
    }
    assign(
      outDegrees.indices.flatMap { Array(repeating: $0, count: outDegrees[$0]) },
      inDegrees.indices.flatMap { Array(repeating: $0, count: inDegrees[$0]) }, [], 1)
    return chances
  }

  /// Edges are drawn each on its own, an entry of the matrix with the product of the shares of the
  /// quarters around it.
  public static func quartered(
    scale: Int, edgeCount: Int, quadrants: Graph.Quadrants, isDirected: Bool
  ) -> GraphChances {
    let shares = [
      [quadrants.lowToLow, quadrants.lowToHigh], [quadrants.highToLow, quadrants.highToHigh],
    ]
    var chances = GraphChances(isDirected: isDirected)
    func draw(_ pairs: [[Int]], _ chance: Double) {
      if pairs.count == edgeCount { return chances.add(pairs, chance) }
      for tail in 0..<(1 << scale) {
        for head in 0..<(1 << scale) {
          let entry = (0..<scale).reduce(1.0) { $0 * shares[tail >> $1 & 1][head >> $1 & 1] }
          draw(pairs + [[tail, head]], chance * entry)
        }
      }
    }
    draw([], 1)
    return chances
  }
}
