import Evidence
import Testing

@testable import Reporting

@Suite struct DateWordsTests {
  @Test(arguments: [
    ("1d", "1 day"), ("10d", "10 days"), ("1w/8w", "1 to 8 weeks"), ("2m/2m", "2 months"),
    ("10d/2w", "10 to 14 days"), ("1y", "1 year"),
  ])
  func distancesAreSaidAsReadersSayThem(written: String, words: String) throws {
    #expect(DateWords.text(try #require(When.Distance(written))) == words)
  }

  @Test(arguments: [
    ("2015-06-26", "26 June 2015"), ("2015-06", "June 2015"), ("2015", "2015"),
    ("2014-22", "summer 2014"), ("2015~", "about 2015"), ("2015-06?", "perhaps June 2015"),
    ("2015%", "perhaps about 2015"),
    ("2015-06-18/2015-06-27", "18\u{2013}27 June 2015"),
    ("2015-01/2015-03", "between January and March 2015"),
    ("2014-10/2015-02", "between October 2014 and February 2015"),
    ("2014/2016", "between 2014 and 2016"),
    ("2015-06-28/2015-07-02", "between 28 June and 2 July 2015"),
    ("2015~/2016", "between about 2015 and 2016"),
    ("2015-06/..", "from June 2015 on"),
    ("2015-03/", "from March 2015 to an unknown day"), ("../2014-05", "before June 2014"),
    ("../2015-12", "before 2016"), ("../2015", "before 2016"),
    ("../2015-11-13", "up to 13 November 2015"), ("../2015~", "up to about 2015"),
    ("/2014-05", "from an unknown day to May 2014"), ("201X", "the 2010s"), ("19XX", "the 1900s"),
    ("2015-XX", "2015"), ("2015-06-XX", "June 2015"), ("19XX-05", "19XX-05"),
    ("[2015-02-01,2015-04-01]", "1 February 2015 or 1 April 2015"),
    ("{2015-02,2015-04}", "February 2015 and April 2015"), ("[2015..2017]", "[2015..2017]"),
    ("Y170000002", "170000002"), ("-0044", "-0044"),
  ])
  func datesAreSaidAsReadersSayThem(edtf: String, words: String) throws {
    #expect(DateWords.text(try EDTF(edtf)) == words)
  }

  @Test func theYearAboveIsNotSaidAgain() throws {
    #expect(DateWords.text(try EDTF("2015-06-26"), in: 2015) == "26 June")
    #expect(DateWords.text(try EDTF("2015"), in: 2015) == "2015")
    #expect(
      DateWords.text(try EDTF("2014-10/2015-02"), in: 2014) == "between October and February 2015")
    #expect(DateWords.text(try EDTF("2014-22"), in: 2014) == "summer")
    #expect(DateWords.text(try EDTF("../2014-05"), in: 2014) == "before June")
  }

  @Test func whatIsNoDateStaysAsItIs() {
    #expect(DateWords.text("in the spring") == "in the spring")
    #expect(DateWords.text("2015-01/2015-03") == "between January and March 2015")
  }

  /// A report in another language says its dates in it.
  @Test func datesComeInTheLanguageOfTheWords() throws {
    let file = WordsFile(
      name: "w.json",
      text: #"""
        {"language": "de", "month.6": "Juni", "date.before": "vor {{date}}",
         "date.day": "{{day}}. {{month}}{{#year}} {{year}}{{/year}}"}
        """#)
    let words = try file.read(over: ReportTemplate.standard.words)
    let dates = DateWords(words: words)
    #expect(dates.inline("2015-06-26").plain == "26. Juni 2015")
    #expect(dates.inline("../2015").plain == "vor 2016")
  }
}
