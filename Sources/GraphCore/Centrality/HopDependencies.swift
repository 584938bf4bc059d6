/// Counts shortest paths by hops from one root after another, and credits the places and edges on
/// them.
///
/// The algorithm of Brandes [Brandes2001], for graphs so long that searches from many roots share
/// few levels.
struct HopDependencies {
  // In the paper's words, counts are sigma, and what is handed on is (1 + delta) / sigma.
  private let graph: FoldedGraph
  private let countsEndpoints: Bool
  private var distances: [Int32]
  private var counts: [Double]
  /// By place, what it hands on; 0 until its level is done.
  private var handedOn: [Double]
  /// The places met, level by level, and where each level begins.
  private var places: [Int32]
  private var starts: [Int] = []

  /// By place, the credit so far.
  private(set) var nodeScores: [Double]
  /// By edge, the credit so far; empty if edges are not asked for.
  private(set) var edgeScores: [Double]

  /// Makes room for searches; as `LaneDependencies`.
  init(_ graph: FoldedGraph, countsEndpoints: Bool, edgeCount: Int) {
    self.graph = graph
    self.countsEndpoints = countsEndpoints
    distances = [Int32](repeating: -1, count: graph.nodes.count)
    counts = [Double](repeating: 0, count: graph.nodes.count)
    handedOn = counts
    places = [Int32](repeating: 0, count: graph.nodes.count)
    nodeScores = counts
    edgeScores = [Double](repeating: 0, count: edgeCount)
  }

  /// Adds the credit of all shortest paths from a root to the ends.
  ///
  /// - Parameters:
  ///   - root: A place.
  ///   - ends: By place, how much a path counts that ends there.
  mutating func add(from root: Int32, to ends: [Double]) {
    Self.search(from: root, graph.outgoing, &distances, &counts, &places, &starts)
    let weight = graph.weights[Int(root)]
    Self.share(
      places, starts, &counts, weight, ends, graph.outgoing, &handedOn, &nodeScores, &edgeScores)
    for index in 0..<starts[starts.count - 1] {
      let place = Int(places[index])
      distances[place] = -1
      handedOn[place] = 0
      if countsEndpoints, index > 0 {
        nodeScores[place] += ends[place]
        nodeScores[Int(root)] += ends[place]
      }
    }
  }

  private static func search(
    from root: Int32, _ steps: FoldedGraph.Rows, _ distances: inout [Int32],
    _ counts: inout [Double], _ places: inout [Int32], _ starts: inout [Int]
  ) {
    let (offsets, targets) = (steps.offsets.span, steps.targets.span)
    var distances = distances.mutableSpan
    var counts = counts.mutableSpan
    var places = places.mutableSpan
    places[0] = root
    distances[Int(root)] = 0
    counts[Int(root)] = 1
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    var end = 1
    var distance: Int32 = 0
    while starts[starts.count - 1] < end {
      let level = starts[starts.count - 1]..<end
      starts.append(end)
      distance += 1
      for index in level {
        let place = Int(places[index])
        let count = counts[place]
        for entry in offsets[unchecked: place]..<offsets[unchecked: place &+ 1] {
          let target = Int(targets[unchecked: entry])
          if distances[unchecked: target] < 0 {
            distances[unchecked: target] = distance
            counts[unchecked: target] = count
            places[end] = Int32(truncatingIfNeeded: target)
            end &+= 1
          } else if distances[unchecked: target] == distance {
            counts[unchecked: target] += count
          }
        }
      }
    }
  }

  /// Credits the places and edges of all levels, from the farthest back.
  private static func share(
    _ places: [Int32], _ starts: [Int], _ counts: inout [Double], _ weight: Double,
    _ ends: [Double], _ steps: FoldedGraph.Rows, _ handedOn: inout [Double],
    _ nodeScores: inout [Double], _ edgeScores: inout [Double]
  ) {
    let (offsets, targets, edges) = (steps.offsets.span, steps.targets.span, steps.edges.span)
    let (places, ends) = (places.span, ends.span)
    let creditsEdges = !edgeScores.isEmpty
    var counts = counts.mutableSpan
    var handedOn = handedOn.mutableSpan
    var nodeScores = nodeScores.mutableSpan
    var edgeScores = edgeScores.mutableSpan
    for distance in (0..<(starts.count - 1)).reversed() {
      let level = starts[distance]..<starts[distance + 1]
      if creditsEdges {
        for index in level {
          let place = Int(places[index])
          for entry in offsets[unchecked: place]..<offsets[unchecked: place &+ 1] {
            edgeScores[unchecked: Int(edges[unchecked: entry])] +=
              counts[place] * handedOn[unchecked: Int(targets[unchecked: entry])]
          }
        }
      }
      if distance == 0 { break }
      for index in level {
        let place = Int(places[index])
        var sum = 0.0
        for entry in offsets[unchecked: place]..<offsets[unchecked: place &+ 1] {
          sum += handedOn[unchecked: Int(targets[unchecked: entry])]
        }
        nodeScores[place] += counts[place] * sum
        counts[place] = weight * ends[place] / counts[place] + sum
      }
      for index in level {
        let place = Int(places[index])
        handedOn[place] = counts[place]
      }
    }
  }
}
