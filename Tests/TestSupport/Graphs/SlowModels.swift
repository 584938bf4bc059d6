import Foundation
public import GraphCore

/// Exponential random graph models by going through all graphs.
public enum SlowModels {
  /// The statistics of a graph, each from its definition on the matrix.
  public static func statistics(of graph: Graph, _ terms: [GraphTerm]) -> [Double] {
    var isTied = [[Bool]](
      repeating: [Bool](repeating: false, count: graph.nodeCount), count: graph.nodeCount)
    for edge in graph.edges {
      isTied[edge.tail][edge.head] = true
      if !graph.isDirected { isTied[edge.head][edge.tail] = true }
    }
    /// By a way of two ties from the first to the second, which without direction is to share.
    func shared(_ first: Int, _ second: Int) -> Int {
      graph.nodes.filter { isTied[first][$0] && isTied[$0][second] }.count
    }
    /// Rows of three nodes, each led to by the one before, of which the ends are joined in some way.
    func rows(where areJoined: (_ first: Int, _ third: Int) -> Bool) -> Int {
      var count = 0
      for first in graph.nodes {
        for second in graph.nodes where isTied[first][second] {
          for third in graph.nodes
          where isTied[second][third] && Set([first, second, third]).count == 3 {
            if areJoined(first, third) { count += 1 }
          }
        }
      }
      return count
    }
    return terms.map { term in
      switch term {
      case .edges: return Double(graph.edgeCount)
      case .mutual:
        return Double(graph.edges.filter { isTied[$0.head][$0.tail] }.count) / 2
      case .triangles where graph.isDirected:
        return Double(rows { isTied[$0][$1] } + rows { isTied[$1][$0] } / 3)
      case .triangles:
        // Each of six orders.
        return Double(rows { isTied[$0][$1] }) / 6
      case .transitiveTriples: return Double(rows { isTied[$0][$1] })
      case .cyclicTriples:
        // Each begins at three nodes.
        return Double(rows { isTied[$1][$0] }) / 3
      case .sharedPartners(let decay):
        var sum = 0.0
        for edge in graph.edges {
          let rest: Double = pow(1 - exp(-decay), Double(shared(edge.tail, edge.head)))
          sum += exp(decay) * (1 - rest)
        }
        return sum
      case .nodeMatch(let groups):
        return Double(graph.edges.filter { groups[$0.tail] == groups[$0.head] }.count)
      case .nodeCovariate(let values):
        var sum = 0.0
        for edge in graph.edges { sum += values[edge.tail] + values[edge.head] }
        return sum
      }
    }
  }

  /// The chance of each of some graphs under the model.
  public static func chances(
    of graphs: [Graph], _ terms: [GraphTerm], _ coefficients: [Double]
  ) -> [Double] {
    chances(graphs.map { statistics(of: $0, terms) }, coefficients)
  }

  private static func chances(_ counts: [[Double]], _ coefficients: [Double]) -> [Double] {
    let weights: [Double] = counts.map { values in
      var sum = 0.0
      for (value, coefficient) in zip(values, coefficients) { sum += value * coefficient }
      return exp(sum)
    }
    let all = weights.reduce(0, +)
    return weights.map { $0 / all }
  }

  /// The coefficients with which the mean over all graphs is what was observed, and their standard
  /// errors, by Newton's method.
  public static func fit(
    _ graphs: [Graph], _ terms: [GraphTerm], observed: [Double]
  ) -> (coefficients: [Double], errors: [Double]) {
    let counts = graphs.map { Self.statistics(of: $0, terms) }
    var coefficients = terms.map { _ in 0.0 }
    var covariance: [[Double]] = []
    for _ in 0..<60 {
      let chances = chances(counts, coefficients)
      var means = terms.map { _ in 0.0 }
      for (chance, values) in zip(chances, counts) {
        for term in terms.indices { means[term] += chance * values[term] }
      }
      covariance = terms.map { _ in terms.map { _ in 0.0 } }
      for (chance, values) in zip(chances, counts) {
        for first in terms.indices {
          for second in terms.indices {
            let gaps = (values[first] - means[first]) * (values[second] - means[second])
            covariance[first][second] += chance * gaps
          }
        }
      }
      let gap: [Double] = terms.indices.map { observed[$0] - means[$0] }
      let step = LinearAlgebra.solve(covariance, gap)
      let size = step.map { abs($0) }.max() ?? 0
      let share = size > 1 ? 1 / size : 1
      for term in terms.indices { coefficients[term] += share * step[term] }
    }
    let errors: [Double] = terms.indices.map { term in
      let unit: [Double] = terms.indices.map { $0 == term ? 1 : 0 }
      return LinearAlgebra.solve(covariance, unit)[term].squareRoot()
    }
    return (coefficients, errors)
  }
}
