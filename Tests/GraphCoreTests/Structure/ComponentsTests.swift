import GraphCore
import TestSupport
import Testing

/// Nodes grouped by a relation that holds both ways, each group ascending, groups by smallest node.
private func groups(_ count: Int, joined: (Int, Int) -> Bool) -> [[Int]] {
  var groups: [[Int]] = []
  for node in 0..<count {
    if let index = groups.firstIndex(where: { joined($0[0], node) }) {
      groups[index].append(node)
    } else {
      groups.append([node])
    }
  }
  return groups
}

@Suite struct ComponentsTests {
  @Test func weakComponentsAgreeWithTransitiveClosure() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...20, seed: 11)
    {
      let reach = GraphTable(graph.asUndirected()).reach()
      let found = graph.weakComponents()
      #expect(found.members == groups(graph.nodeCount) { reach[$0][$1] })
      for (label, members) in found.members.enumerated() {
        #expect(members.allSatisfy { found.labels[$0] == label })
      }
    }
  }

  @Test func strongComponentsAgreeWithTransitiveClosure() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...20, seed: 12)
    {
      let reach = GraphTable(graph).reach()
      let found = graph.strongComponents()
      #expect(found.members == groups(graph.nodeCount) { reach[$0][$1] && reach[$1][$0] })
      #expect(graph.reversed().strongComponents() == found)
    }
  }

  @Test func theLargestIsTheFirstOfTheLargest() {
    let graph = GraphFamilies.make(6, [(4, 5), (1, 2)], isDirected: false)
    #expect(graph.weakComponents().largest == [1, 2])
    #expect(graph.weakComponents().count == 4)
    #expect(graph.weakComponents().joins(4, 5))
    #expect(!graph.weakComponents().joins(0, 5))
    #expect(GraphFamilies.ladder[0].weakComponents().largest == nil)
  }

  @Test func aDeepGraphNeedsNoRecursion() {
    let count = 100_000
    let ring = GraphFamilies.make(
      count, (0..<count).map { ($0, ($0 + 1) % count) }, isDirected: true)
    #expect(ring.strongComponents().count == 1)
    let path = GraphFamilies.make(count, (1..<count).map { ($0 - 1, $0) }, isDirected: true)
    #expect(path.strongComponents().count == count)
    #expect(path.weakComponents().count == 1)
  }

  @Test func sizesAreThoseOfTheMembers() {
    for graph in GraphFamilies.small + GraphFamilies.ladder
      + GraphFamilies.random(count: 60, nodes: 1...20, seed: 13)
    {
      for found in [graph.weakComponents(), graph.strongComponents()] {
        #expect(found.sizes == found.members.map(\.count))
        #expect(found.count == found.members.count)
        #expect(found.largest?.count == found.members.map(\.count).max())
        #expect(found.largest.map { found.members.contains($0) } ?? true)
      }
    }
  }

  /// Graphs of known components: a large one and many small ones, or only small ones; nodes and
  /// edges in random order, with loops and parallel edges.
  @Test(arguments: [1, 40, 900, 5000], [false, true])
  func largeGraphsFallApartAsTheyWereMade(groupCount: Int, isDirected: Bool) {
    var generator = SeededGenerator(seed: 14)
    // About half of the nodes are in the first group.
    let group = (0..<6000).map { _ in
      groupCount < 5000 && Bool.random(using: &generator)
        ? 0 : Int.random(in: 0..<groupCount, using: &generator)
    }
    var members = [[Int]](repeating: [], count: groupCount)
    for (node, group) in group.enumerated() { members[group].append(node) }
    var pairs: [(Int, Int)] = []
    for members in members where !members.isEmpty {
      let order = members.shuffled(using: &generator)
      pairs += zip(order, order.dropFirst())
      for node in order {
        if let other = order.randomElement(using: &generator) { pairs.append((other, node)) }
      }
    }
    pairs.shuffle(using: &generator)
    let found = GraphFamilies.make(6000, pairs, isDirected: isDirected).weakComponents()
    var number: [Int: Int] = [:]
    let expected = group.map { group in
      if let known = number[group] { return known }
      number[group] = number.count
      return number.count - 1
    }
    #expect(found.labels == expected)
    #expect(found.members == members.filter { !$0.isEmpty }.sorted { $0[0] < $1[0] })
  }

  /// The common component is left out of the second pass over the rows: nodes outside it must find
  /// their way in by themselves, at any place of their rows.
  @Test(arguments: [false, true]) func everyEdgeCounts(isDirected: Bool) {
    // A long path, ten nodes that hang on it, and a way round.
    var pairs: [(Int, Int)] = (11..<3000).map { ($0 - 1, $0) }
    for node in 0..<10 {
      pairs.append((node, 2000 + node))
    }
    pairs += [(0, 3000), (0, 3001), (3001, 3002), (3002, 3003), (2999, 3003)]
    let whole = GraphFamilies.make(3005, pairs, isDirected: isDirected).weakComponents()
    #expect(whole.count == 2)
    #expect(whole.sizes == [3004, 1])
    for lost in pairs.indices.suffix(20) {
      var fewer = pairs
      fewer.remove(at: lost)
      #expect(
        GraphFamilies.make(3005, fewer, isDirected: isDirected).weakComponents().count
          == GraphFamilies.make(3005, fewer, isDirected: true).asUndirected().countedComponents)
    }
  }
}

extension Graph {
  /// The number of components by walking from each node that was not seen.
  fileprivate var countedComponents: Int {
    var isSeen = [Bool](repeating: false, count: nodeCount)
    var count = 0
    for start in nodes where !isSeen[start] {
      count += 1
      isSeen[start] = true
      var open = [start]
      while let node = open.popLast() {
        for next in outNeighbors(of: node) where !isSeen[next.node] {
          isSeen[next.node] = true
          open.append(next.node)
        }
      }
    }
    return count
  }
}
