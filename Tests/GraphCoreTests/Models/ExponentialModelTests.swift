import Foundation
import GraphCore
import TestSupport
import Testing

private func close(
  _ found: [Double], _ expected: [Double], within share: Double, of errors: [Double]
)
  -> Bool
{
  found.count == expected.count
    && found.indices.allSatisfy { abs(found[$0] - expected[$0]) < share * errors[$0] }
}

@Suite struct ExponentialModelTests {
  static let families = NamedNetwork.florentineFamilies.graph
  /// Wealth of the families in thousands of lira, as in statnet's flomarriage.
  static let wealth: [Double] = [10, 36, 55, 44, 20, 32, 8, 42, 103, 48, 49, 3, 27, 10, 146, 48]

  /// Values of the R package ergm for flomarriage ~ edges and ~ edges + nodecov("wealth"), as public
  /// course notes and the tests of other programs quote them; R was not run here. The first follows
  /// from 20 ties among 120 pairs.
  @Test func independentTermsAgreeWithStatnet() throws {
    let edges = try Self.families.exponentialModel([.edges])
    #expect(abs(edges.coefficients[0] - log(1.0 / 5)) < 1e-9)
    #expect(abs(edges.coefficients[0] - -1.6094) < 5e-5)
    #expect(abs((edges.standardErrors[0] ?? 0) - 0.2449) < 5e-5)
    #expect(edges.isExact && edges.converged)
    #expect(abs((edges.logLikelihood ?? 0) - (20 * log(1.0 / 6) + 100 * log(5.0 / 6))) < 1e-9)
    let wealth = try Self.families.exponentialModel([.edges, .nodeCovariate(Self.wealth)])
    #expect(abs(wealth.coefficients[0] - -2.594929) < 5e-7)
    #expect(abs(wealth.coefficients[1] - 0.010546) < 5e-7)
    #expect(abs((wealth.standardErrors[0] ?? 0) - 0.536056) < 5e-6)
    #expect(abs((wealth.standardErrors[1] ?? 0) - 0.004674) < 5e-7)
    #expect(largestDifference(wealth.simulated, wealth.observed) < 1e-9)
  }

  /// Three printed runs of ergm(flomarriage ~ edges + triangle), which differ by chance: edges
  /// -1.6507 (error 0.3179), -1.6773 (0.3499), -1.6982 (0.3459); triangles 0.1082 (0.5184),
  /// 0.1574 (0.5831), 0.1922 (0.5604). The bounds are a little wider than they are.
  @Test func trianglesAgreeWithStatnet() throws {
    let found = try Self.families.exponentialModel(
      [.edges, .triangles], .init(samples: 1_000, seed: 1))
    #expect(found.converged && !found.isExact && found.logLikelihood == nil)
    #expect(found.observed == [20, 3])
    #expect(found.coefficients[0] > -1.71 && found.coefficients[0] < -1.63)
    #expect(found.coefficients[1] > 0.09 && found.coefficients[1] < 0.21)
    let errors = found.standardErrors.compactMap(\.self)
    #expect(errors[0] > 0.30 && errors[0] < 0.39 && errors[1] > 0.48 && errors[1] < 0.65)
    #expect(found.deviations.allSatisfy { $0 < 0.1 })
  }

  /// All 1,024 graphs of five nodes.
  @Test func coefficientsAreThoseOfAllGraphs() throws {
    let graphs = GraphFamilies.simpleGraphs(nodeCount: 5, isDirected: false)
    let graph = GraphFamilies.make(
      5, [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4)], isDirected: false)
    let models: [[GraphTerm]] = [
      [.edges, .triangles], [.edges, .sharedPartners(decay: 0.4)],
      [.edges, .triangles, .nodeMatch([0, 1, 0, 1, 0])],
    ]
    for terms in models {
      let observed = SlowModels.statistics(of: graph, terms)
      let expected = SlowModels.fit(graphs, terms, observed: observed)
      let found = try graph.exponentialModel(terms, .init(samples: 1_500, interval: 30, seed: 1))
      #expect(found.converged)
      #expect(close(found.coefficients, expected.coefficients, within: 0.1, of: expected.errors))
      let errors = found.standardErrors.compactMap(\.self)
      #expect(close(errors, expected.errors, within: 0.1, of: expected.errors))
    }
  }

  /// All 4,096 directed graphs of four nodes.
  @Test func directedCoefficientsAreThoseOfAllGraphs() throws {
    let graphs = GraphFamilies.simpleGraphs(nodeCount: 4, isDirected: true)
    let graph = GraphFamilies.make(
      4, [(0, 1), (1, 0), (1, 2), (0, 2), (2, 3), (3, 1)], isDirected: true)
    let models: [[GraphTerm]] = [
      [.edges, .mutual, .sharedPartners(decay: 0.5)], [.edges, .transitiveTriples],
      [.edges, .cyclicTriples], [.edges, .mutual, .triangles],
    ]
    for terms in models {
      let observed = SlowModels.statistics(of: graph, terms)
      let expected = SlowModels.fit(graphs, terms, observed: observed)
      let found = try graph.exponentialModel(terms, .init(samples: 1_500, interval: 30, seed: 1))
      #expect(found.converged, "\(terms)")
      #expect(
        close(found.coefficients, expected.coefficients, within: 0.1, of: expected.errors),
        "\(terms) \(found.coefficients) \(expected.coefficients)")
      let errors = found.standardErrors.compactMap(\.self)
      #expect(close(errors, expected.errors, within: 0.1, of: expected.errors), "\(terms)")
    }
  }

  /// Both programs draw random graphs: the coefficients of either vary by some hundredths of an error, and
  /// the errors by a tenth or so.
  @Test func monksAgreeWithStatnet() throws {
    let found = try SampsonMonks.graph.exponentialModel(
      SampsonMonks.terms, .init(samples: 1_000, seed: 1))
    #expect(found.converged && !found.isExact)
    #expect(largestDifference(found.observed, SampsonMonks.statistics) < 1e-12)
    #expect(
      close(found.coefficients, SampsonMonks.likelihood, within: 0.15, of: SampsonMonks.errors),
      "\(found.coefficients)")
    let errors = found.standardErrors.compactMap(\.self)
    #expect(close(errors, SampsonMonks.errors, within: 0.2, of: SampsonMonks.errors), "\(errors)")
  }

  /// With M mutual, A one-way and N empty pairs, edges have ln(A / 2N) and mutual has
  /// ln(4 M N / A^2).
  @Test func mutualEdgesHaveAClosedForm() throws {
    var edges: [(Int, Int)] = []
    for node in 0..<8 { edges.append((node, (node + 1) % 8)) }
    for node in 0..<4 { edges.append(((node + 1) % 8, node)) }
    edges.append((0, 4))
    let graph = GraphFamilies.make(8, edges, isDirected: true)
    // 28 pairs: 4 mutual, 5 one-way, 19 empty.
    let found = try graph.exponentialModel([.edges, .mutual], .init(samples: 1_500, seed: 3))
    #expect(found.converged)
    let expected = [log(5.0 / 38), log(4 * 4 * 19.0 / 25)]
    let errors = found.standardErrors.compactMap(\.self)
    #expect(close(found.coefficients, expected, within: 0.08, of: errors))
    #expect(found.observed == [13, 4])
  }

  /// Two shares: 5 of 9 pairs between groups of three, and 2 of 6 within.
  @Test func groupsHaveAClosedForm() throws {
    let graph = GraphFamilies.make(
      6, [(0, 3), (0, 4), (1, 4), (2, 5), (1, 5), (0, 1), (3, 4)], isDirected: false)
    let found = try graph.exponentialModel([.edges, .nodeMatch([0, 0, 0, 7, 7, 7])])
    let between = log(5.0 / 4)
    #expect(largestDifference(found.coefficients, [between, log(2.0 / 4) - between]) < 1e-9)
    // The errors of logits: one over the pairs times both chances.
    let errors = [1 / (9 * 20.0 / 81), 1 / (9 * 20.0 / 81) + 1 / (6 * 8.0 / 36)]
    #expect(
      largestDifference(found.standardErrors, errors.map { $0.squareRoot() }) < 1e-9)
  }

  @Test func whatHasNoFiniteCoefficientsDoesNotConverge() throws {
    let path = try Graph.path(nodeCount: 5)
    #expect(try !path.exponentialModel([.edges, .triangles], .init(samples: 200)).converged)
    #expect(try !Graph.complete(nodeCount: 4).exponentialModel([.edges]).converged)
    #expect(try !path.exponentialModel([.edges, .edges]).converged)
    let line = try Graph.path(nodeCount: 5, isDirected: true)
    let closed: [GraphTerm] = [.edges, .sharedPartners(decay: 0.5)]
    #expect(try !line.exponentialModel(closed, .init(samples: 200)).converged)
    // Every pair is joined, which edges without answers would have gone on and on for.
    let joined = try Graph.complete(nodeCount: 4, isDirected: true)
    let nearly = GraphFamilies.make(
      4, joined.edges.dropLast().map { ($0.tail, $0.head) }, isDirected: true)
    let usual: [GraphTerm] = [.edges, .mutual, .sharedPartners(decay: 0.5)]
    #expect(try !nearly.exponentialModel([.edges, .mutual]).converged)
    #expect(try !nearly.exponentialModel(usual, .init(samples: 200)).converged)
    // Of the three kinds of triples each follows from the other two.
    let triples: [GraphTerm] = [.edges, .triangles, .transitiveTriples, .cyclicTriples]
    #expect(try !SampsonMonks.graph.exponentialModel(triples, .init(samples: 200)).converged)
    #expect(try !Graph.complete(nodeCount: 0).exponentialModel([.edges]).converged)
  }

  @Test func threadsDoNotMatterAndOptionsAreChecked() throws {
    func fit(_ threads: Int) throws -> ExponentialModel {
      try Self.families.exponentialModel(
        [.edges, .triangles], .init(samples: 200, seed: 7, execution: Execution(threads: threads)))
    }
    #expect(try fit(1) == fit(3))
    #expect(throws: GraphError.self) {
      try Self.families.exponentialModel([.edges], .init(samples: 1))
    }
    #expect(throws: GraphError.self) {
      try Self.families.exponentialModel([.edges], .init(interval: 0))
    }
    #expect(throws: GraphError.self) {
      try Self.families.exponentialModel([.edges], .init(maximumRounds: 0))
    }
  }
}
