/// The rows of a graph with its nodes renumbered so that those near to each other have near numbers.
///
/// Searches from many nodes at once share most of their steps when they begin near to each other
/// [Then2014]. So the nodes are taken in balls: breadth-first from a node until the ball is full,
/// then from a node at the border of what was taken. Loops and parallel edges are left out, since
/// they change no number of hops.
struct SearchOrder: Sendable {
  /// For each number, the numbers next to it in ascending order.
  struct Rows: Sendable {
    var offsets: [Int] = [0]
    var targets: [Int32] = []
  }

  /// By number, the node.
  let nodes: [Int32]
  /// By number, the nodes from which a step leads to it.
  let before: Rows
  /// By number, the nodes to which a step leads from it.
  let after: Rows
  /// All numbers, ball by ball.
  let balls: [Ball]

  /// Nodes near to each other.
  struct Ball: Sendable {
    /// Their numbers.
    let members: Range<Int>
    /// The numbers of the weak components of which they are.
    let span: Range<Int>
  }

  /// Renumbers the nodes for searches that end at them.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - direction: Inward for steps from tail to head, so that a search from a node finds the
  ///     distances from it; outward for steps the other way.
  ///   - ballSize: How many nodes make a ball.
  init(_ graph: Graph, direction: Graph.Direction, ballSize: Int) {
    let found = Self.taken(from: graph, ballSize: ballSize)
    nodes = found.nodes
    balls = Self.balls(size: ballSize, count: found.nodes.count, starts: found.componentStarts)
    before = Self.rows(graph.adjacency(direction), nodes: found.nodes, numbers: found.numbers)
    after =
      graph.isDirected
      ? Self.rows(
        graph.adjacency(direction == .inward ? .outward : .inward), nodes: found.nodes,
        numbers: found.numbers)
      : before
  }

  private static func balls(size: Int, count: Int, starts: [Int]) -> [Ball] {
    let starts = starts + [count]
    var component = 0
    return stride(from: 0, to: count, by: size).map { first in
      let members = first..<min(first + size, count)
      while starts[component + 1] <= first { component += 1 }
      let spanStart = starts[component]
      while starts[component + 1] < members.upperBound { component += 1 }
      return Ball(members: members, span: spanStart..<starts[component + 1])
    }
  }

  private static func taken(
    from graph: Graph, ballSize: Int
  ) -> (nodes: [Int32], numbers: [Int32], componentStarts: [Int]) {
    var nodes: [Int32] = []
    nodes.reserveCapacity(graph.nodeCount)
    var numbers = [Int32](repeating: -1, count: graph.nodeCount)
    var componentStarts: [Int] = []
    let rows = graph.isDirected ? [graph.outgoing, graph.incoming] : [graph.outgoing]
    func take(_ node: Int32) {
      numbers[Int(node)] = Int32(nodes.count)
      nodes.append(node)
    }
    // Nodes seen from a full ball, first seen first.
    var border: [Int32] = []
    var nextBorder = 0
    for start in graph.nodes where numbers[start] < 0 {
      componentStarts.append(nodes.count)
      border.append(Int32(start))
      while nextBorder < border.count {
        let centre = border[nextBorder]
        nextBorder += 1
        guard numbers[Int(centre)] < 0 else { continue }
        var next = nodes.count
        let end = (nodes.count / ballSize + 1) * ballSize
        take(centre)
        while next < nodes.count {
          let node = Int(nodes[next])
          next += 1
          for adjacency in rows {
            for entry in adjacency.row(node) {
              let target = adjacency.targets[entry]
              guard numbers[Int(target)] < 0 else { continue }
              if nodes.count < end { take(target) } else { border.append(target) }
            }
          }
        }
      }
    }
    return (nodes, numbers, componentStarts)
  }

  private static func rows(_ adjacency: Adjacency, nodes: [Int32], numbers: [Int32]) -> Rows {
    var rows = Rows()
    rows.offsets.reserveCapacity(nodes.count + 1)
    rows.targets.reserveCapacity(adjacency.targets.count)
    for node in nodes {
      let first = rows.targets.count
      var previous = node
      for entry in adjacency.row(Int(node)) {
        let target = adjacency.targets[entry]
        // Parallel edges stand side by side.
        if target != node, target != previous { rows.targets.append(numbers[Int(target)]) }
        previous = target
      }
      rows.targets[first...].sort()
      rows.offsets.append(rows.targets.count)
    }
    return rows
  }
}
