public import GraphCore

/// Epidemics as Markov chains over all states of all nodes, for graphs of a few nodes.
public struct SlowEpidemic {
  private let pressure: [[Double]]
  private let escape: [[Double]]
  private let recovery: Double
  private let isImmune: Bool
  private let nodeCount: Int

  /// Takes the transmission of each edge and the recovery.
  public init(_ graph: Graph, transmissions: [Double], recovery: Double, isImmune: Bool) {
    nodeCount = graph.nodeCount
    var pressure = [[Double]](
      repeating: [Double](repeating: 0, count: graph.nodeCount), count: graph.nodeCount)
    var escape = pressure.map { $0.map { _ in 1.0 } }
    for (index, edge) in graph.edges.enumerated() where edge.tail != edge.head {
      for (tail, head) in [(edge.tail, edge.head)]
        + (graph.isDirected ? [] : [(edge.head, edge.tail)])
      {
        pressure[tail][head] += transmissions[index]
        escape[tail][head] *= 1 - transmissions[index]
      }
    }
    self.pressure = pressure
    self.escape = escape
    self.recovery = recovery
    self.isImmune = isImmune
  }

  // States: 0 susceptible, 1 infected, 2 recovered.

  /// The probabilities of the states after one step.
  private func step(_ state: [Int]) -> [[Int]: Double] {
    var found: [[Int]: Double] = [[]: 1]
    for node in 0..<nodeCount {
      var own: [(Int, Double)] = [(state[node], 1)]
      if state[node] == 0 {
        let safe = (0..<nodeCount).filter { state[$0] == 1 }.reduce(1.0) { $0 * escape[$1][node] }
        own = [(0, safe), (1, 1 - safe)]
      } else if state[node] == 1 {
        own = [(isImmune ? 2 : 0, recovery), (1, 1 - recovery)]
      }
      var next: [[Int]: Double] = [:]
      for (prefix, chance) in found {
        for (value, share) in own where share > 0 {
          next[prefix + [value], default: 0] += chance * share
        }
      }
      found = next
    }
    return found
  }

  /// The expected numbers of infected after each step.
  public func expectedInfected(from seeds: [Int], steps: Int) -> [Double] {
    var states = [(0..<nodeCount).map { seeds.contains($0) ? 1 : 0 }: 1.0]
    var numbers: [Double] = []
    for round in 0...steps {
      numbers.append(
        states.reduce(0) { $0 + $1.value * Double($1.key.filter { $0 == 1 }.count) })
      if round == steps { break }
      var next: [[Int]: Double] = [:]
      for (state, chance) in states {
        for (other, share) in step(state) { next[other, default: 0] += chance * share }
      }
      states = next
    }
    return numbers
  }

  /// The expected number of nodes ever infected, in steps, with immunity.
  public func expectedSize(from seeds: [Int]) -> Double {
    size((0..<nodeCount).map { seeds.contains($0) ? 1 : 0 }) { state in
      let next = step(state)
      let leaving = 1 - (next[state] ?? 0)
      return next.filter { $0.key != state }.mapValues { $0 / leaving }
    }
  }

  /// The expected number of nodes ever infected, in continuous time, with immunity.
  public func expectedSizeInContinuousTime(from seeds: [Int]) -> Double {
    size((0..<nodeCount).map { seeds.contains($0) ? 1 : 0 }) { state in
      var rates: [[Int]: Double] = [:]
      for node in 0..<nodeCount {
        var other = state
        if state[node] == 1 {
          other[node] = 2
          rates[other] = recovery
        } else if state[node] == 0 {
          other[node] = 1
          let rate = (0..<nodeCount).filter { state[$0] == 1 }.reduce(0) { $0 + pressure[$1][node] }
          if rate > 0 { rates[other] = rate }
        }
      }
      let total = rates.values.reduce(0, +)
      return rates.mapValues { $0 / total }
    }
  }

  private func size(_ state: [Int], _ next: ([Int]) -> [[Int]: Double]) -> Double {
    if !state.contains(1) { return Double(state.filter { $0 == 2 }.count) }
    return next(state).reduce(0) { $0 + $1.value * size($1.key, next) }
  }
}
