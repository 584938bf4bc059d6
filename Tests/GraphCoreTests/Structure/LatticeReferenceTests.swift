import GraphCore
import TestSupport
import Testing

@Suite struct LatticeReferenceTests {
  private func apart(_ graph: Graph) -> Int {
    graph.edges.reduce(0) { sum, edge in
      let steps = abs(edge.tail - edge.head)
      return sum + min(steps, graph.nodeCount - steps) * min(steps, graph.nodeCount - steps)
    }
  }

  @Test func degreesStayAndEdgesComeNearer() throws {
    var generator = SeededGenerator(seed: 711)
    for graph in GraphFamilies.ladder + GraphFamilies.random(count: 40, nodes: 1...20, seed: 712) {
      let simple = graph.asUndirected().simplified()
      let found = try graph.latticeReference(using: &generator)
      try found.checkInvariants()
      #expect(found.degree(isNormalized: false).values == simple.degree(isNormalized: false).values)
      #expect(found.simplified().edgeCount == simple.edgeCount)
      #expect(apart(found) <= apart(simple))
    }
  }

  /// A ring lattice whose nodes were renamed comes close to the ring again.
  @Test func aScrambledLatticeIsUndone() throws {
    var generator = SeededGenerator(seed: 713)
    let lattice = try Graph.wattsStrogatz(
      nodeCount: 60, degree: 4, rewiring: 0, using: &generator)
    let names = Array(lattice.nodes).shuffled(using: &generator)
    let scrambled = GraphFamilies.relabelled(lattice, names)
    let found = try scrambled.latticeReference(switchesPerEdge: 200, using: &generator)
    #expect(apart(lattice) == 60 + 240)
    #expect(apart(scrambled) > 20_000)
    #expect(apart(found) < 600)
  }
}
