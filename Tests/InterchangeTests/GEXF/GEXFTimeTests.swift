import Testing

@testable import Interchange

@Suite struct GEXFTimeTests {
  @Test(arguments: ["2015-12-02", "2016-02-29", "0001-01-01", "2000-02-29"])
  func daysAreDays(_ text: String) { #expect(GEXFTime.isDay(text)) }

  /// 1900 and 2015 were no leap years; the year 0 is none of the schema's.
  @Test(arguments: [
    "2015-02-29", "1900-02-29", "0000-01-01", "2015-13-01", "2015-00-01", "2015-12-32", "2015-12",
    "2015-12-02~", "2015-1-1", "2015-12-00", "１２３４-12-02", "2015-12-02T00:00:00", "",
  ])
  func otherTextsAreNone(_ text: String) { #expect(!GEXFTime.isDay(text)) }

  @Test func onlyCertainSpansHaveBounds() {
    #expect(GEXFTime.bounds(of: "2015-12-02")?.end == "2015-12-02")
    #expect(GEXFTime.bounds(of: "2007-01-01/2015-12-02")?.start == "2007-01-01")
    for text in ["2007~/2015-12-02", "2015-12-02/..", "2015-12-02/", "2015-12-02/2015-12-01"] {
      #expect(GEXFTime.bounds(of: text) == nil)
    }
  }

  @Test func aSpanIsAnObject() {
    let span = GEXFSpan(start: .text("2009-03-01"), end: .real(2), endIsOpen: true)
    #expect(span.json() == #"{"start":"2009-03-01","endopen":2.0}"#)
    #expect(
      GEXFSpan(timestamp: .integer(3)).json(value: .flag(true)) == #"{"value":true,"timestamp":3}"#)
  }
}
