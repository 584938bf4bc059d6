import Evidence
import Testing

@testable import InfluenceAnalysis

@Suite struct AssociationTestTests {
  @Test("the prototype's cases", arguments: AttributionCases.of("association"))
  func prototype(_ row: AttributionCases.Case) throws {
    let question = row.question
    let span = try need(question.span)
    let test = AssociationTest(
      calls: try need(question.calls).map(\.bounds),
      attacks: try need(question.attacks).map(\.bounds), windows: [try need(question.window)],
      span: AttributionCases.Days.day(span[0])...AttributionCases.Days.day(span[1]),
      isComplete: try need(question.complete))
    let result = test.run()
    let count = try need(result.counts.first)
    #expect(count.observed == row.answer.observed)
    #expect([count.range.lowerBound, count.range.upperBound] == row.answer.range)
    try expectNear(count.expected, row.answer.expected)
    try expectNear(count.covered, row.answer.covered)
    try expectNear(result.attainable, row.answer.attainable)
    if let p = row.answer.p { try expectNear(try need(result.p), p) } else { #expect(result.p == nil) }
    // The prototype has one word for dates that are too wide and for those that decide the outcome.
    let reasons = result.refusals.map { refusal in
      refusal == .wideDates || refusal == .straddles ? "dates" : refusal.rawValue
    }
    #expect(reasons.sorted() == row.answer.refused)
  }
}
