import Foundation
import GraphCore
import TestSupport
import Testing

/// Every way to put equal things into boxes: by box, how many.
private func fillings(_ things: Int, boxes: Int) -> [[Int]] {
  if boxes == 1 { return [[things]] }
  return (0...things).flatMap { first in
    fillings(things - first, boxes: boxes - 1).map { [first] + $0 }
  }
}

/// Every undirected multigraph with loops of some nodes and edges.
private func multigraphs(nodeCount: Int, edgeCount: Int) -> [Graph] {
  let pairs = (0..<nodeCount).flatMap { first in (0...first).map { (first, $0) } }
  return fillings(edgeCount, boxes: pairs.count).map { counts in
    let edges = zip(pairs, counts).flatMap { pair, count in Array(repeating: pair, count: count) }
    return GraphFamilies.make(nodeCount, edges, isDirected: false)
  }
}

private func factorial(_ number: Int) -> Double {
  (1...max(number, 1)).reduce(1) { $0 * Double($1) }
}

@Suite struct StochasticBlockModelTests {
  /// It is minus the logarithm of a chance: over all graphs and all divisions with named blocks these
  /// sum to 1. A slip in any factor, or one left out, breaks that.
  @Test(arguments: [(1, 2), (2, 1), (2, 3), (3, 2), (3, 3), (4, 2)])
  func chancesSumToOne(nodeCount: Int, edgeCount: Int) throws {
    let graphs = multigraphs(nodeCount: nodeCount, edgeCount: edgeCount)
    var all = 0.0
    for groups in Partitions.all(nodeCount) {
      let count = Set(groups).count
      var ofDivision = 0.0
      for graph in graphs { ofDivision += exp(-(try graph.descriptionLength(of: groups))) }
      // Of nodes, those of each number of blocks, those of each size, and then themselves.
      let sizes = (0..<count).map { block in groups.filter { $0 == block }.count }
      let ways = factorial(nodeCount) / sizes.reduce(1) { $0 * factorial($1) }
      let kinds = factorial(nodeCount - 1) / factorial(count - 1) / factorial(nodeCount - count)
      #expect(abs(ofDivision * ways * kinds * Double(nodeCount) - 1) < 1e-9, "\(groups)")
      all += ofDivision * factorial(count)
    }
    #expect(abs(all - 1) < 1e-9)
  }

  @Test func movesAndMergersAreCountedAsTheDescriptionSays() throws {
    // The search keeps a running sum; the result must have the length that is counted from nothing,
    // and none that differs in one node may be shorter.
    for graph in GraphFamilies.ladder
      + GraphFamilies.random(count: 30, nodes: 4...12, seed: 461)
    {
      let found = try graph.stochasticBlockModel(.init(seed: 1, trials: 2))
      let length = try graph.descriptionLength(of: found.groups)
      #expect(largestDifference([found.quality], [length]) < 1e-9)
      for node in graph.nodes {
        for block in 0..<found.count {
          var groups = found.groups
          groups[node] = block
          #expect(try graph.descriptionLength(of: groups) > length - 1e-6)
        }
      }
    }
  }

  @Test func theBestOfAFewTrialsIsMostlyTheBestOfAllDivisions() throws {
    var (reached, all) = (0, 0)
    for graph in GraphFamilies.random(count: 24, nodes: 4...7, seed: 462) {
      let best =
        try Partitions.all(graph.nodeCount).map { try graph.descriptionLength(of: $0) }
        .min() ?? 0
      let found = try #require(try graph.stochasticBlockModel().quality)
      #expect(found > best - 1e-9)
      all += 1
      if found < best + 1e-9 { reached += 1 }
    }
    #expect(reached * 10 >= all * 9)
  }

  @Test func madeBlocksAreFoundWhetherTiedWithinOrBetween() throws {
    var generator = SeededGenerator(seed: 463)
    let assortative = try Graph.stochasticBlocks(
      sizes: [20, 20, 20],
      probabilities: (0..<3).map { row in (0..<3).map { $0 == row ? 0.5 : 0.02 } },
      using: &generator)
    let found = try assortative.stochasticBlockModel(.init(trials: 2))
    #expect(found.groups == assortative.nodes.map { $0 / 20 })
    let made = try assortative.descriptionLength(of: assortative.nodes.map { $0 / 20 })
    #expect(abs((found.quality ?? 0) - made) < 1e-9)
    // Two sides with ties between them only, which modularity cannot see.
    let sides = try Graph.stochasticBlocks(
      sizes: [25, 25], probabilities: [[0.01, 0.4], [0.4, 0.01]], using: &generator)
    #expect(try sides.stochasticBlockModel(.init(trials: 2)).groups == sides.nodes.map { $0 / 25 })
  }

  @Test func aRandomGraphIsOneBlock() throws {
    var generator = SeededGenerator(seed: 464)
    let even = try Graph.erdosRenyi(nodeCount: 60, edgeCount: 180, using: &generator)
    #expect(try even.stochasticBlockModel(.init(trials: 2)).count == 1)
    // Degrees differ much, and still say nothing of blocks.
    let uneven = try Graph.barabasiAlbert(nodeCount: 60, edgesPerNode: 2, using: &generator)
    let rewired = try uneven.rewired(using: &generator)
    #expect(try rewired.stochasticBlockModel(.init(trials: 2)).count <= 2)
  }

  @Test func theSeedDecidesAndThreadsDoNot() throws {
    let graph = try ReferenceNetwork.plain("davis_women")
    func found(_ threads: Int) throws -> Communities {
      try graph.stochasticBlockModel(
        .init(seed: 2, trials: 3, execution: Execution(threads: threads)))
    }
    #expect(try found(1) == found(3))
    #expect(try found(1).measure == "description-length")
    // Eighteen women and the events that they attended: no ties within either.
    #expect(try found(1).groups == graph.nodes.map { $0 < 18 ? 0 : 1 })
  }

  @Test func unsoundOptionsAreRefused() throws {
    let graph = GraphFamilies.make(2, [(0, 1)], isDirected: false)
    #expect(throws: GraphError.self) { try graph.descriptionLength(of: [0]) }
    #expect(throws: GraphError.self) { try graph.stochasticBlockModel(.init(trials: 0)) }
    #expect(throws: GraphError.self) { try graph.stochasticBlockModel(.init(maximumBlocks: 0)) }
    #expect(try graph.stochasticBlockModel(.init(maximumBlocks: 1)).groups == [0, 0])
  }
}
