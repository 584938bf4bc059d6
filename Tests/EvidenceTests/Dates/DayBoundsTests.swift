import Evidence
import Testing

@Suite struct DayBoundsTests {
  private let june = DayBounds(first: Day("2015-06-01"), last: Day("2015-06-30"))

  @Test(arguments: [
    // Origin: the definition.
    ("2015-05-31", false), ("2015-06-01", true), ("2015-06-30", true), ("2015-07-01", false),
  ])
  func containsItsEnds(text: String, expected: Bool) throws {
    #expect(june.contains(try #require(Day(text))) == expected)
  }

  @Test func absentEndsAreUnbounded() throws {
    let day = try #require(Day("-9999-01-01"))
    #expect(DayBounds(first: nil, last: Day("2015-06-30")).contains(day))
    #expect(!DayBounds(first: Day("2015-06-01"), last: nil).contains(day))
    #expect(DayBounds(first: nil, last: nil).contains(day))
    #expect(
      DayBounds(first: nil, last: Day("2015-06-30")).widened(by: 2).description == "...2015-07-02")
  }

  @Test func widensBothEnds() {
    #expect(june.widened(by: 0) == june)
    #expect(june.widened(by: 3).description == "2015-05-29...2015-07-03")
  }
}
