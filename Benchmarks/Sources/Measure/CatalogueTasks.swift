import GraphCore

/// The tasks of `run.py --family catalogue`, as peers/catalogue.py has them for the other libraries.
///
/// The file holds edges without direction. With direction, each is an arc as it stands there, and every
/// third leads back as well; weights follow from the two ends.
struct CatalogueTasks {
  let plain: Graph
  let weighted: Graph
  let arcs: Graph
  /// The ends of a flow: the node of most edges and the next.
  let (source, sink): (Int, Int)
  /// Two divisions of the nodes that have little to do with each other.
  let divisions: (first: [Int], second: [Int])

  init(_ graph: Graph) throws {
    plain = graph
    weighted = try Graph(
      nodeCount: graph.nodeCount,
      edges: graph.edges.map {
        Graph.Edge($0.tail, $0.head, weight: Self.weight($0.tail, $0.head))
      }, isDirected: false)
    let back = stride(from: 0, to: graph.edgeCount, by: 3).map { graph.edges[$0] }
    arcs = try Graph(
      nodeCount: graph.nodeCount,
      edges: graph.edges + back.map { Graph.Edge($0.head, $0.tail) }, isDirected: true)
    let degrees = graph.nodes.map { graph.outNeighbors(of: $0).count }
    let hubs = graph.nodes.sorted { (degrees[$1], $0) < (degrees[$0], $1) }
    (source, sink) = (hubs[0], hubs[1])
    divisions = (graph.nodes.map { $0 * 31 % 101 }, graph.nodes.map { $0 / 100 })
  }

  private static func weight(_ first: Int, _ second: Int) -> Double {
    let (low, high) = (min(first, second), max(first, second))
    return Double(1 + (low * 73_856_093 ^ high * 19_349_663) % 1000)
  }

  /// Runs a task.
  ///
  /// - Returns: Whether there is one of that name.
  func run(_ task: String, _ meter: Meter) throws -> Bool {
    switch task {
    // Each finds its own division: the answer is how good it is.
    case "labels":
      try meter.measure(task) {
        try plain.labelPropagation()
      } answer: {
        Answer(short: "\($0.quality ?? 0)")
      }
    case "infomap", "infomap1":
      try meter.measure(task) {
        try plain.infomap(
          task == "infomap" ? .init(trials: 10) : .init(trials: 1, rounds: 1))
      } answer: {
        Answer(short: "\($0.quality ?? 0)")
      }
    // By size, how many there are; they are listed, as peers list them.
    case "cliques":
      try meter.measure(task) {
        Array(plain.maximalCliques())
      } answer: { cliques in
        var counts: [Double] = []
        for clique in cliques {
          while counts.count <= clique.count { counts.append(0) }
          counts[clique.count] += 1
        }
        return Answer(values: counts)
      }
    case "clique":
      try meter.measure(task) {
        try plain.maximumClique()
      } answer: {
        Answer(short: "\($0.count)")
      }
    // The number of blocks, and the nodes in more than one.
    case "blocks":
      try meter.measure(task) {
        plain.biconnectedComponents()
      } answer: {
        Answer(values: [Double($0.count)] + $0.articulationPoints.map(Double.init))
      }
    case "strong":
      try meter.measure(task) {
        arcs.strongComponents()
      } answer: {
        Answer(short: "\($0.count) \($0.sizes.max() ?? 0)")
      }
    // In the order in which all write the sixteen kinds.
    case "triads":
      try meter.measure(task) {
        try arcs.triadCensus()
      } answer: {
        Answer(values: $0.counts.map(Double.init))
      }
    case "motifs":
      try meter.measure(task) {
        try plain.motifCounts()
      } answer: { counts in
        let ofFour: [Motif] = [.star4, .path4, .paw, .cycle4, .diamond, .clique4]
        return Answer(values: ofFour.map { Double(counts[$0]) })
      }
    case "forest":
      try meter.measure(task) {
        try weighted.minimumSpanningForest(lengths: .weights)
      } answer: {
        Answer(short: "\(Int($0.length))")
      }
    case "flow":
      try meter.measure(task) {
        try weighted.maximumFlow(from: source, to: sink, capacities: .weights)
      } answer: {
        Answer(short: "\(Int($0.value))")
      }
    // Trees differ, but the cuts of one are as large as those of another.
    case "cuts":
      try meter.measure(task) {
        try weighted.gomoryHuTree(capacities: .weights)
      } answer: {
        Answer(values: $0.capacities.dropFirst().sorted())
      }
    case "dominators":
      try meter.measure(task) {
        arcs.dominatorTree(from: 0)
      } answer: {
        Answer(values: $0.immediate.map { Double($0 ?? -1) })
      }
    case "compare":
      try meter.measure(task) {
        try PartitionComparison(of: divisions.first, and: divisions.second)
      } answer: {
        Answer(values: [$0.adjustedRandIndex])
      }
    case "rewire":
      try meter.measure(task) {
        var generator = SeededGenerator(seed: 1)
        return try plain.rewired(using: &generator)
      } answer: {
        Answer(short: switched($0))
      }
    case "assortativity":
      try meter.measure(task) {
        plain.degreeAssortativity()
      } answer: {
        Answer(values: [$0 ?? .nan])
      }
    case "constraint":
      try meter.measure(task) {
        try plain.constraint()
      } answer: {
        Answer(values: $0.values.map { $0 ?? .nan })
      }
    default: return false
    }
    return true
  }

  /// Whether switching kept degrees and made nothing double; and how many edges are where they were.
  private func switched(_ graph: Graph) -> String {
    func pairs(_ graph: Graph) -> Set<[Int]> {
      Set(graph.edges.map { [min($0.tail, $0.head), max($0.tail, $0.head)] })
    }
    let (old, new) = (pairs(plain), pairs(graph))
    let isSimple = new.count == graph.edgeCount && new.allSatisfy { $0[0] < $0[1] }
    let keepsDegrees = plain.nodes.allSatisfy {
      plain.outNeighbors(of: $0).count == graph.outNeighbors(of: $0).count
    }
    let share = Double(old.intersection(new).count) / Double(old.count)
    let rounded = (share * 10_000).rounded() / 10_000
    return (isSimple && keepsDegrees ? "degrees kept, simple; " : "wrong; ") + "\(rounded) in place"
  }
}
