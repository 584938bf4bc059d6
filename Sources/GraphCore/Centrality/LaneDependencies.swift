/// Counts shortest paths by hops from many roots at once, and credits the places and edges on them.
///
/// The algorithm of Brandes [Brandes2001] in eight lanes side by side, each for one root. A place has
/// a row of eight path counts, so a step along an edge serves eight roots. And it is nothing but an
/// addition: rows take in a level only when all of it is known, so what a place adds up over all its
/// neighbours is, in each lane that it has not been met in, the sum over those one step nearer to
/// the root. The way back, from the farthest level to the roots, is the same.
struct LaneDependencies {
  // In the paper's words, path counts are sigma; on the way back, rows hold (1 + delta) / sigma.
  typealias Lanes = SIMD8<Double>

  /// By set of four lanes, all bits of these lanes.
  private static let sets: [SIMD4<UInt64>] = (0..<16).map { set in
    SIMD4((0..<4).map { lane in set >> lane & 1 == 1 ? .max : 0 })
  }

  private let graph: FoldedGraph
  private let countsEndpoints: Bool
  private var levels: LaneLevels
  /// By place, what its neighbours add up.
  private var rows: [Lanes]

  // The places of all levels that matter to the eight lanes in hand, level by level: where each
  // level begins, the lanes, those in which a path to an end goes on, and what the row will hold.
  private var starts: [Int] = []
  private var places: [Int32] = []
  private var lanes: [UInt8] = []
  private var onward: [UInt8] = []
  private var values: [Lanes] = []

  /// By place, the credit so far.
  private(set) var nodeScores: [Double]
  /// By edge, the credit so far; empty if edges are not asked for.
  private(set) var edgeScores: [Double]

  /// Makes room for searches.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - countsEndpoints: Whether a path counts for its ends too; only where a place is one node.
  ///   - edgeCount: The number of edges, or 0 if they are not credited.
  init(_ graph: FoldedGraph, countsEndpoints: Bool, edgeCount: Int) {
    self.graph = graph
    self.countsEndpoints = countsEndpoints
    levels = LaneLevels(graph.outgoing)
    rows = [Lanes](repeating: .zero, count: graph.nodes.count)
    nodeScores = [Double](repeating: 0, count: graph.nodes.count)
    edgeScores = [Double](repeating: 0, count: edgeCount)
  }

  /// Adds the credit of all shortest paths from some roots to the ends.
  ///
  /// - Parameters:
  ///   - roots: At most `LaneLevels.width` places, all different.
  ///   - ends: By place, how much a path counts that ends there.
  mutating func add(from roots: ArraySlice<Int32>, to ends: [Double]) {
    levels.search(from: roots)
    if countsEndpoints { creditEndpoints(roots, ends) }
    levels.keep(ends: ends)
    for first in stride(from: 0, to: roots.count, by: Lanes.scalarCount) {
      run(roots.dropFirst(first).prefix(Lanes.scalarCount), shift: UInt64(first), ends)
    }
  }

  private mutating func creditEndpoints(_ roots: ArraySlice<Int32>, _ ends: [Double]) {
    var reached = [Double](repeating: 0, count: roots.count)
    for index in roots.count..<levels.places.count {
      let place = Int(levels.places[index])
      var left = levels.lanes[index]
      nodeScores[place] += ends[place] * Double(left.nonzeroBitCount)
      while left != 0 {
        reached[left.trailingZeroBitCount] += ends[place]
        left &= left - 1
      }
    }
    for (lane, root) in roots.enumerated() { nodeScores[Int(root)] += reached[lane] }
  }

  /// Counts and credits the paths of up to eight roots, whose lanes begin at bit `shift`.
  private mutating func run(_ roots: ArraySlice<Int32>, shift: UInt64, _ ends: [Double]) {
    var weights = Lanes.zero
    for (lane, root) in roots.enumerated() { weights[lane] = graph.weights[Int(root)] }
    takeLevels(shift: shift)
    let last = starts.count - 2
    guard last > 0 else { return }
    func level(_ distance: Int) -> Range<Int> { starts[distance]..<starts[distance + 1] }

    for index in level(0) {
      values[index] = .zero
      values[index][lanes[index].trailingZeroBitCount] = 1
    }
    Self.settle(level(0), places, values, in: &rows)
    for distance in 1...last {
      Self.count(level(distance), places, lanes, &values, graph.incoming, rows)
      if distance < last { Self.settle(level(distance), places, values, in: &rows) }
    }
    Self.clear(0..<starts[last], places, in: &rows)
    for distance in (0...last).reversed() {
      if !edgeScores.isEmpty {
        Self.creditEdges(
          level(distance), places, values, graph.outgoing, rows, &edgeScores)
      }
      if distance == 0 { break }
      Self.share(
        level(distance), places, lanes, onward, &values, weights, ends, graph.outgoing, rows,
        &nodeScores)
      Self.settle(level(distance), places, values, in: &rows)
    }
    Self.clear(starts[1]..<starts[last + 1], places, in: &rows)
  }

  /// Takes the part of eight lanes out of the levels.
  private mutating func takeLevels(shift: UInt64) {
    if places.count < levels.places.count {
      places = [Int32](repeating: 0, count: levels.places.count)
      lanes = [UInt8](repeating: 0, count: levels.places.count)
      onward = lanes
      values = [Lanes](repeating: .zero, count: levels.places.count)
    }
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    for distance in 0..<levels.count {
      let first = starts[distance]
      let end = Self.take(
        levels, distance, shift: shift, &places, &lanes, &onward, from: first)
      if end == first { return }
      starts.append(end)
    }
  }

  private static func take(
    _ levels: LaneLevels, _ distance: Int, shift: UInt64, _ places: inout [Int32],
    _ lanes: inout [UInt8], _ onward: inout [UInt8], from first: Int
  ) -> Int {
    let (allPlaces, allLanes, allOnward) = (
      levels.places.span, levels.lanes.span, levels.onward.span
    )
    var places = places.mutableSpan
    var lanes = lanes.mutableSpan
    var onward = onward.mutableSpan
    var count = first
    for index in levels.level(distance) {
      let met = UInt8(truncatingIfNeeded: allLanes[index] &>> shift)
      if met == 0 { continue }
      places[count] = allPlaces[index]
      lanes[count] = met
      onward[count] = UInt8(truncatingIfNeeded: allOnward[index] &>> shift)
      count &+= 1
    }
    return count
  }

  /// Adds the values of a level to the rows of its places.
  private static func settle(
    _ level: Range<Int>, _ places: [Int32], _ values: [Lanes], in rows: inout [Lanes]
  ) {
    let (places, values) = (places.span, values.span)
    var rows = rows.mutableSpan
    for index in level { rows[unchecked: Int(places[index])] += values[index] }
  }

  private static func clear(_ all: Range<Int>, _ places: [Int32], in rows: inout [Lanes]) {
    let places = places.span
    var rows = rows.mutableSpan
    for index in all { rows[unchecked: Int(places[index])] = .zero }
  }

  /// Counts the paths to the places of a level.
  private static func count(
    _ level: Range<Int>, _ places: [Int32], _ lanes: [UInt8], _ values: inout [Lanes],
    _ steps: FoldedGraph.Rows, _ rows: [Lanes]
  ) {
    let (places, lanes, rows) = (places.span, lanes.span, rows.span)
    let (offsets, targets) = (steps.offsets.span, steps.targets.span)
    var values = values.mutableSpan
    let sets = Self.sets.span
    for index in level {
      let place = Int(places[index])
      var sum = Lanes.zero
      for entry in offsets[unchecked: place]..<offsets[unchecked: place &+ 1] {
        sum += rows[unchecked: Int(targets[unchecked: entry])]
      }
      values[index] = sum.kept(in: lanes[index], sets)
    }
  }

  /// Adds up what the places of a level get back, credits it, and finds what they hand on.
  private static func share(
    _ level: Range<Int>, _ places: [Int32], _ lanes: [UInt8], _ onward: [UInt8],
    _ values: inout [Lanes], _ weights: Lanes, _ ends: [Double],
    _ steps: FoldedGraph.Rows, _ rows: [Lanes], _ nodeScores: inout [Double]
  ) {
    let (places, lanes, onward, rows) = (places.span, lanes.span, onward.span, rows.span)
    let (offsets, targets, ends) = (steps.offsets.span, steps.targets.span, ends.span)
    var values = values.mutableSpan
    var nodeScores = nodeScores.mutableSpan
    let sets = Self.sets.span
    for index in level {
      let place = Int(places[index])
      let counts = values[index]
      var sum = Lanes.zero
      if onward[index] != 0 {
        for entry in offsets[unchecked: place]..<offsets[unchecked: place &+ 1] {
          sum += rows[unchecked: Int(targets[unchecked: entry])]
        }
        nodeScores[place] += (counts * sum).total
      }
      let end = ends[place]
      if end > 0 { sum += weights * end / counts }
      values[index] = sum.kept(in: lanes[index], sets)
    }
  }

  /// Credits the edges that lead on from the places of a level, whose values are still counts.
  private static func creditEdges(
    _ level: Range<Int>, _ places: [Int32], _ values: [Lanes], _ steps: FoldedGraph.Rows,
    _ rows: [Lanes], _ edgeScores: inout [Double]
  ) {
    let (places, values, rows) = (places.span, values.span, rows.span)
    let (offsets, targets, edges) = (steps.offsets.span, steps.targets.span, steps.edges.span)
    var edgeScores = edgeScores.mutableSpan
    for index in level {
      let place = Int(places[index])
      let counts = values[index]
      for entry in offsets[unchecked: place]..<offsets[unchecked: place &+ 1] {
        let sum = counts * rows[unchecked: Int(targets[unchecked: entry])]
        edgeScores[unchecked: Int(edges[unchecked: entry])] += sum.total
      }
    }
  }
}

extension SIMD8<Double> {
  /// The sum of all lanes.
  @inline(__always)
  fileprivate var total: Double {
    let four = lowHalf + highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }

  /// The lanes of a set; 0 in the others, whatever they hold.
  @inline(__always)
  fileprivate func kept(in lanes: UInt8, _ sets: borrowing Span<SIMD4<UInt64>>) -> Self {
    let bits = SIMD8<UInt64>(
      lowHalf: sets[unchecked: Int(lanes & 15)], highHalf: sets[unchecked: Int(lanes >> 4)])
    return unsafeBitCast(unsafeBitCast(self, to: SIMD8<UInt64>.self) & bits, to: Self.self)
  }
}
