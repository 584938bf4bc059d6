/// The edges of a graph divided into blocks, which meet in articulation points only.
///
/// A block is a largest part that stays connected when any one of its nodes is taken away. Blocks
/// are ordered by their nodes, smallest first.
public struct BiconnectedComponents: Sendable, Equatable {
  /// By edge index, the number of its block; nil for a loop, which is in none.
  public let edgeLabels: [Int?]
  /// By block, its nodes in ascending order; a node without an edge to another is in none.
  public let members: [[Int]]
  /// The nodes in more than one block, ascending: each joins parts that fall apart without it.
  public let articulationPoints: [Int]
  /// The edges that are a block alone, ascending: each joins two parts that fall apart without it.
  public let bridges: [Int]

  /// The number of blocks.
  public var count: Int { members.count }

  /// Orders blocks by their nodes.
  init(graph: Graph, rows: Adjacency, rough: [Int32], blockCount: Int) {
    var nodes = [[Int]](repeating: [], count: blockCount)
    var articulationPoints: [Int] = []
    // By block, the last node that was put into it: nodes come in order, each with its blocks.
    var last = [Int](repeating: -1, count: blockCount)
    let edges = rows.edges
    for node in graph.nodes {
      var blocks = 0
      for entry in rows.row(node) {
        let block = Int(rough[Int(edges[entry])])
        if block < 0 || last[block] == node { continue }
        last[block] = node
        nodes[block].append(node)
        blocks += 1
      }
      if blocks > 1 { articulationPoints.append(node) }
    }
    // Two blocks share one node at most, so the first two tell them apart.
    let order = nodes.indices.sorted {
      (nodes[$0][0], nodes[$0][1]) < (nodes[$1][0], nodes[$1][1])
    }
    var number = [Int](repeating: 0, count: blockCount)
    for (place, block) in order.enumerated() { number[block] = place }
    var sizes = [Int](repeating: 0, count: blockCount)
    for block in rough where block >= 0 { sizes[Int(block)] += 1 }
    edgeLabels = rough.map { $0 < 0 ? nil : number[Int($0)] }
    members = order.map { nodes[$0] }
    bridges = rough.indices.filter { rough[$0] >= 0 && sizes[Int(rough[$0])] == 1 }
    self.articulationPoints = articulationPoints
  }
}

extension Graph {
  /// The blocks of the graph, with its articulation points and bridges.
  ///
  /// One depth-first search with a stack of its own in place of recursion keeps, for each node, the
  /// earliest node that its descendants reach by one edge [Hopcroft1973]. Direction is ignored;
  /// parallel edges are a cycle, so they are no bridge; loops are left out.
  ///
  /// - Returns: The blocks; a graph without edges between nodes has none.
  /// - Complexity: O(n + m) time, since each row is read twice, and O(b log b) to put b blocks in
  ///   order; O(n + m) space.
  public func biconnectedComponents() -> BiconnectedComponents {
    let rows = asUndirected().outgoing
    let edges = rows.edges
    // The paper's number and lowpoint; its stack of edges; and, for each call that recursion would
    // hold, the node, the edge by which it came and the row entry at which to go on.
    var number = [Int32](repeating: -1, count: nodeCount)
    var low = [Int32](repeating: 0, count: nodeCount)
    var label = [Int32](repeating: -1, count: edgeCount)
    var open: [Int32] = []
    var calls: [(node: Int, by: Int32, entry: Int)] = []
    var visited: Int32 = 0
    var found: Int32 = 0

    for start in nodes where number[start] < 0 {
      calls.append((start, -1, rows.offsets[start]))
      number[start] = visited
      low[start] = visited
      visited += 1
      while let (node, by, entry) = calls.last {
        if entry < rows.offsets[node + 1] {
          calls[calls.count - 1].entry += 1
          let target = Int(rows.targets[entry])
          let edge = edges[entry]
          if target == node || edge == by { continue }
          if number[target] < 0 {
            open.append(edge)
            number[target] = visited
            low[target] = visited
            visited += 1
            calls.append((target, edge, rows.offsets[target]))
          } else if number[target] < number[node] {
            open.append(edge)
            low[node] = min(low[node], number[target])
          }
          continue
        }
        calls.removeLast()
        guard let caller = calls.last?.node else { continue }
        low[caller] = min(low[caller], low[node])
        if low[node] >= number[caller] {
          while let edge = open.popLast() {
            label[Int(edge)] = found
            if edge == by { break }
          }
          found += 1
        }
      }
    }
    return BiconnectedComponents(
      graph: self, rows: rows, rough: label, blockCount: Int(found))
  }

  /// The articulation points: the nodes without which their component falls apart.
  ///
  /// As `biconnectedComponents()`.
  ///
  /// - Returns: The nodes in ascending order.
  /// - Complexity: As `biconnectedComponents()`.
  public func articulationPoints() -> [Int] { biconnectedComponents().articulationPoints }

  /// The bridges: the edges without which their component falls apart.
  ///
  /// As `biconnectedComponents()`.
  ///
  /// - Returns: The edge indices in ascending order.
  /// - Complexity: As `biconnectedComponents()`.
  public func bridges() -> [Int] { biconnectedComponents().bridges }
}
