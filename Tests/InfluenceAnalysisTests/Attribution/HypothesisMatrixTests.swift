import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct HypothesisMatrixTests {
  @Test("the prototype's cases", arguments: AttributionCases.of("hypotheses"))
  func prototype(_ row: AttributionCases.Case) throws {
    let matrix = try need(try row.attributor.hypotheses(on: try need(row.question.attack)))
    let wanted = try need(row.answer.inconsistency)
    for hypothesis in Hypothesis.allCases {
      try expectNear(
        matrix.inconsistency(with: hypothesis), wanted[hypothesis.rawValue],
        "\(hypothesis): \(matrix.items)")
    }
    #expect(matrix.first.map(\.rawValue) == row.answer.first)
    // The prototype lists single items only.
    let single = matrix.smallestFlips.filter { $0.count == 1 }.flatMap { $0 }
    #expect(single.sorted() == row.answer.flips)
  }
}
