import Foundation
import TestSupport
import Testing

@testable import GraphCore

@Suite struct TieRegressionTests {
  @Test func aPositiveSystemIsSolved() throws {
    let matrix = [[4.0, 2, 0.5], [2, 5, 1], [0.5, 1, 3]]
    let system = try #require(SymmetricSystem(matrix))
    let right = [1.0, -2, 3]
    #expect(
      largestDifference(system.solved(right), LinearAlgebra.solve(matrix, right)) < 1e-12)
    let diagonal = (0..<3).map { index in
      LinearAlgebra.solve(matrix, (0..<3).map { $0 == index ? 1 : 0 })[index]
    }
    #expect(largestDifference(system.diagonalOfInverse, diagonal) < 1e-12)
    #expect(SymmetricSystem([[1, 1], [1, 1]]) == nil)
    #expect(SymmetricSystem([[-1]]) == nil && SymmetricSystem([[0]]) == nil)
  }

  /// The pseudo-likelihood of triangles in a graph of four nodes, counted by hand.
  @Test func triangleTiesAreCountedByWhatTheyWouldClose() throws {
    // A triangle 0 1 2, with 3 tied to 2. Pairs and what they share: 01: 1 tied, 02: 1 tied, 12: 1
    // tied, 23: 0 tied, 03: 1 free, 13: 1 free. Odds of pairs sharing one: 3 of 5; sharing none: 1 of 1.
    let graph = GraphFamilies.make(4, [(0, 1), (1, 2), (0, 2), (2, 3)], isDirected: false)
    let terms: [GraphTerm] = [.triangles]
    let found = try TieRegression(try TieTable(graph, terms), termCount: 1)
    #expect(found.converged)
    #expect(abs(found.coefficients[0] - log(1.5)) < 1e-9)
    // One over the root of 5 pairs times 3/5 times 2/5.
    #expect(abs((found.standardErrors[0] ?? 0) - (1 / 1.2).squareRoot()) < 1e-9)
    let likelihood = 3 * log(0.6) + 2 * log(0.4) + log(0.5)
    #expect(abs((found.logLikelihood ?? 0) - likelihood) < 1e-9)
  }

  /// The regression is on what every tie and every free pair would change, so that one error of one of them
  /// would show.
  @Test func thePseudoLikelihoodOfMonksAgreesWithStatnet() throws {
    let table = try TieTable(SampsonMonks.graph, SampsonMonks.terms)
    let found = try TieRegression(table, termCount: 3)
    #expect(found.converged)
    #expect(largestDifference(found.coefficients, SampsonMonks.pseudoLikelihood) < 1e-8)
  }
}
