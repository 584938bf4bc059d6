import GraphCore
import TestSupport
import Testing

@Suite struct PercolationTests {
  @Test func curvesComeToTheMeanOverAllSets() throws {
    for graph in GraphFamilies.ladder + GraphFamilies.random(count: 8, nodes: 2...5, seed: 721)
    where graph.nodeCount > 0 && graph.edgeCount < 9 {
      for kind in Graph.PercolationKind.allCases {
        let found = try graph.percolation(of: kind, samples: 600, seed: 2)
        let count = kind == .nodes ? graph.nodeCount : graph.edgeCount
        let n = Double(graph.nodeCount)
        for present in 0...count {
          var largest: [Double] = []
          var susceptibility: [Double] = []
          for mask in 0..<(1 << count) where mask.nonzeroBitCount == present {
            let gone = (0..<count).filter { mask >> $0 & 1 == 0 }
            let sizes = SlowRobustness.sizes(
              graph, without: kind == .nodes ? gone : [], withoutEdges: kind == .edges ? gone : [])
            let most = Double(sizes.max() ?? 0)
            largest.append(most / n)
            // The sum of squares of component sizes is the sum of them over the nodes.
            susceptibility.append((Double(sizes.reduce(0, +)) - most * most) / n)
          }
          #expect(largest.isNearMean(found.largestShares[present], draws: 600))
          #expect(susceptibility.isNearMean(found.susceptibilities[present], draws: 600))
        }
      }
    }
  }

  @Test func theDegreesOfTheKarateClub() throws {
    // From the degrees in NetworkX 3.6.1.
    let found = try #require(NamedNetwork.karateClub.graph.percolationEstimate())
    #expect(abs(found.degreeRatio - 7.769230769230769) < 1e-12)
    #expect(abs((found.criticalShare ?? 0) - 1 / 6.769230769230769) < 1e-12)
    #expect(GraphFamilies.ladder[0].percolationEstimate() == nil)
    // A cycle has ratio 2, and falls apart at the first loss.
    let cycle = try #require(Graph.cycle(nodeCount: 9).percolationEstimate())
    #expect(cycle.degreeRatio == 2)
    #expect(cycle.criticalShare == nil)
  }

  @Test func thresholdsOfLargeGraphs() throws {
    // Bond percolation on the square lattice has its threshold at 1/2, in the limit of large sizes
    // as Kesten proved; site percolation at 0.5927.
    let grid = try Graph.grid(rows: 40, columns: 40)
    let bonds = try #require(try grid.percolation(of: .edges, samples: 20, seed: 1).threshold)
    #expect(abs(bonds - 0.5) < 0.06)
    let sites = try #require(try grid.percolation(of: .nodes, samples: 20, seed: 1).threshold)
    #expect(abs(sites - 0.5927) < 0.06)
    // A random graph has it at 1 / (mean degree) edges, which is what its degrees say too.
    var generator = SeededGenerator(seed: 4)
    let random = try Graph.erdosRenyi(nodeCount: 2_000, edgeCount: 4_000, using: &generator)
    let found = try #require(try random.percolation(of: .edges, samples: 10, seed: 1).threshold)
    #expect(abs(found - 0.25) < 0.05)
    #expect(abs((random.percolationEstimate()?.criticalShare ?? 0) - 0.25) < 0.02)
  }

  @Test func oneThreadAndManyAgree() throws {
    let graph = NamedNetwork.karateClub.graph
    for kind in Graph.PercolationKind.allCases {
      let one = try graph.percolation(of: kind, samples: 50, seed: 9, execution: .init(threads: 1))
      #expect(
        try graph.percolation(of: kind, samples: 50, seed: 9, execution: .init(threads: 3)) == one)
    }
    #expect(try GraphFamilies.ladder[0].percolation(of: .nodes).threshold == nil)
  }
}

extension [Double] {
  /// Whether the mean of draws from these numbers, all as likely, is one that chance allows.
  fileprivate func isNearMean(_ found: Double, draws: Int) -> Bool {
    let mean = reduce(0, +) / Double(count)
    let variance = reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
    return abs(found - mean) <= 4.5 * (variance / Double(draws)).squareRoot() + 1e-12
  }
}
