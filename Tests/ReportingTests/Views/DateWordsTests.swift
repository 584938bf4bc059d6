import Evidence
import Testing

@testable import Reporting

@Suite struct DateWordsTests {
  @Test(arguments: [
    ("2015-06-26", "26 June 2015"), ("2015-06", "June 2015"), ("2015", "2015"),
    ("2014-22", "summer 2014"), ("2015~", "about 2015"), ("2015-06?", "June 2015?"),
    ("2015-06-18/2015-06-27", "18\u{2013}27 June 2015"),
    ("2014-10/2015-02", "October 2014 to February 2015"), ("2015-06/..", "from June 2015 on"),
    ("2015-03/", "from March 2015 to an unknown day"), ("../2014-05", "up to May 2014"),
    ("/2014-05", "from an unknown day to May 2014"), ("201X", "201X"), ("19XX-05", "19XX-05"),
    ("[2015-02-01,2015-04-01]", "1 February 2015 or 1 April 2015"),
    ("{2015-02,2015-04}", "February 2015 and April 2015"), ("[2015..2017]", "[2015..2017]"),
  ])
  func datesAreSaidAsReadersSayThem(edtf: String, words: String) throws {
    #expect(DateWords.text(try EDTF(edtf)) == words)
  }

  @Test func theYearAboveIsNotSaidAgain() throws {
    #expect(DateWords.text(try EDTF("2015-06-26"), in: 2015) == "26 June")
    #expect(DateWords.text(try EDTF("2015"), in: 2015) == "2015")
    #expect(
      DateWords.text(try EDTF("2014-10/2015-02"), in: 2014) == "October to February 2015")
    #expect(DateWords.text(try EDTF("2014-22"), in: 2014) == "summer")
  }
}
