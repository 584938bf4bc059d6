import GraphCore
import TestSupport
import Testing

@Suite struct TemporalCentralityTests {
  @Test func closenessAndReachAgreeWithAllPaths() throws {
    for sequence in TemporalPathsTests.tried {
      for window in TemporalPathsTests.windows {
        let all = SlowTemporal(sequence, within: window ?? -100...100)
        let beginning = window?.lowerBound ?? sequence.span?.lowerBound ?? 0
        let others = Double(max(sequence.nodeCount - 1, 1))
        let distances: [(ContactSequence.TemporalDistance, (SlowTemporal.Path) -> Double)] = [
          (.contacts, { Double($0.contacts.count) }),
          (.arrival(tick: 0.5), { $0.arrival - beginning + 0.5 }),
          (.duration(tick: 2), { $0.arrival - $0.departure + 2 }),
        ]
        for (distance, number) in distances {
          let found = try sequence.temporalCloseness(.init(distance: distance, window: window))
          let expected = sequence.nodes.map { source in
            sequence.nodes.reduce(0.0) { sum, node in
              guard node != source, let best = all.best(from: source, number)[node] else {
                return sum
              }
              return sum + 1 / best / others
            }
          }
          #expect(largestDifference(found.values, expected) < 1e-12)
        }
        for direction in Graph.Direction.allCases {
          let found = try sequence.temporalReach(direction, within: window, isNormalized: false)
          let expected = sequence.nodes.map { node in
            sequence.nodes.filter { other in
              other != node
                && !(direction == .outward ? all.paths[node][other] : all.paths[other][node])
                  .isEmpty
            }.count
          }
          #expect(found.values == expected.map(Double.init))
        }
      }
    }
  }

  @Test func oneThreadAndManyAgreeAndTicksAreAboveZero() throws {
    let sequence = try #require(SlowTemporal.sequences(count: 1, nodes: 60...60, seed: 5).first)
    for distance in [ContactSequence.TemporalDistance.contacts, .duration(tick: 1)] {
      let one = try sequence.temporalCloseness(
        .init(distance: distance, execution: .init(threads: 1)))
      #expect(
        try sequence.temporalCloseness(.init(distance: distance, execution: .init(threads: 3)))
          == one)
    }
    #expect(
      throws: GraphError.optionOutOfRange(name: "the tick", value: 0, range: "above 0")
    ) { try sequence.temporalCloseness(.init(distance: .arrival(tick: 0))) }
    // Time goes one way: 0 meets 1 before 1 meets 2, so 2 never hears of 0's last news.
    let chain = try ContactSequence(
      nodeCount: 3, contacts: [.init(0, 1, start: 1), .init(1, 2, start: 2)], isDirected: false)
    #expect(try chain.temporalReach().values == [1, 1, 0.5])
    #expect(try chain.temporalReach(.inward).values == [0.5, 1, 1])
  }
}
