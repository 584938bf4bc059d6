import GraphCore
import TestSupport
import Testing

@Suite struct GraphColumnsTests {
  @Test func columnsMakeTheSameGraphAgain() throws {
    for graph in GraphFamilies.small + GraphFamilies.random(count: 40, seed: 9, isWeighted: true) {
      let again = try Graph(trusting: graph.columns)
      try again.checkInvariants()
      #expect(again == graph)
      let columns = graph.columns
      let edges = try Graph(
        checking: columns.nodeCount, tails: columns.tails, heads: columns.heads,
        weights: columns.weights, isDirected: columns.isDirected)
      #expect(edges == graph)
    }
  }

  @Test func edgesThatFitNoGraphAreRefused() {
    #expect(throws: GraphError.endpointOutOfRange(edge: 1, node: 2, nodeCount: 2)) {
      try Graph(checking: 2, tails: [0, 1], heads: [1, 2], weights: nil, isDirected: true)
    }
    #expect(throws: GraphError.endpointOutOfRange(edge: 0, node: -5, nodeCount: 2)) {
      try Graph(checking: 2, tails: [-5, 1], heads: [1, 1], weights: nil, isDirected: true)
    }
    #expect(throws: GraphError.wrongCount(of: "heads", expected: 2, actual: 1)) {
      try Graph(checking: 2, tails: [0, 1], heads: [1], weights: nil, isDirected: true)
    }
    #expect(throws: GraphError.wrongCount(of: "weights", expected: 1, actual: 2)) {
      try Graph(checking: 2, tails: [0], heads: [1], weights: [1, 2], isDirected: true)
    }
    #expect(throws: GraphError.self) {
      try Graph(checking: 2, tails: [0], heads: [1], weights: [.nan], isDirected: true)
    }
    #expect(throws: GraphError.nodeCount(-1)) {
      try Graph(checking: -1, tails: [], heads: [], weights: nil, isDirected: true)
    }
  }

  /// What is changed in the columns of the path 0 -> 1 -> 2.
  struct Spoiling: Sendable {
    var rule: String
    var change: @Sendable (inout Graph.Columns) -> Void

    init(_ rule: String, _ change: @escaping @Sendable (inout Graph.Columns) -> Void) {
      self.rule = rule
      self.change = change
    }
  }

  @Test(arguments: [
    Spoiling("the number of nodes is possible") { $0.nodeCount = -1 },
    Spoiling("each edge has two ends") { $0.heads = [1] },
    Spoiling("each edge has one weight") { $0.weights = [1] },
    Spoiling("weights are finite") { $0.weights = [1, .infinity] },
    Spoiling("the ends of edges are nodes") { $0.tails = [0, 3] },
    Spoiling("out: one offset for each node and one more") { $0.outgoing.offsets = [0, 2] },
    Spoiling("out: offsets start at 0") { $0.outgoing.offsets = [1, 1, 2, 2] },
    Spoiling("out: offsets end at the number of entries") { $0.outgoing.offsets = [0, 1, 2, 3] },
    Spoiling("out: targets are nodes") { $0.outgoing.targets = [1, -2] },
    Spoiling("out: a row is as long as its node has edges") {
      $0.outgoing.offsets = [0, 2, 2, 2]
    },
    Spoiling("in: offsets never fall") { $0.incoming.offsets = [0, .min, 1, 2] },
    Spoiling("in: targets are nodes") { $0.incoming.targets = [0, 3] },
  ])
  func columnsThatWouldLeadAstrayAreRefused(spoiling: Spoiling) throws {
    var columns = try Graph(
      nodeCount: 3, edges: [Graph.Edge(0, 1), Graph.Edge(1, 2)], isDirected: true
    ).columns
    spoiling.change(&columns)
    let error = #expect(throws: BrokenInvariant.self) { try Graph(trusting: columns) }
    #expect(error?.description == spoiling.rule)
  }

  @Test func aRowThatIsNotSortedIsRefused() throws {
    var columns = try Graph(
      nodeCount: 3, edges: [Graph.Edge(0, 1), Graph.Edge(0, 2)], isDirected: false
    ).columns
    #expect(columns.outgoing.targets == [1, 2, 0, 0])
    columns.outgoing.targets = [2, 1, 0, 0]
    let error = #expect(throws: BrokenInvariant.self) { try Graph(trusting: columns) }
    #expect(error?.description == "out: rows are sorted by target")
  }
}
