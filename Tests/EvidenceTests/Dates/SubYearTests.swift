import Evidence
import Testing

@Suite struct SubYearTests {
  @Test(arguments: [
    // Origin: the season table in this project's documentation of time (northern, 1st of the month
    // to the latest equinox or solstice); southern seasons are the northern ones half a year on.
    (21, "spring", "2015-03-01...2015-06-21"), (22, "summer", "2015-06-01...2015-09-23"),
    (23, "autumn", "2015-09-01...2015-12-22"), (24, "winter", "2015-12-01...2016-03-21"),
    (25, "spring (northern)", "2015-03-01...2015-06-21"),
    (26, "summer (northern)", "2015-06-01...2015-09-23"),
    (27, "autumn (northern)", "2015-09-01...2015-12-22"),
    (28, "winter (northern)", "2015-12-01...2016-03-21"),
    (29, "spring (southern)", "2015-09-01...2015-12-22"),
    (30, "summer (southern)", "2015-12-01...2016-03-21"),
    (31, "autumn (southern)", "2015-03-01...2015-06-21"),
    (32, "winter (southern)", "2015-06-01...2015-09-23"),
    // Origin: EDTF specification 2019, level 2, sub-year groupings (quarters, quadrimesters of
    // four months, semestrals of six).
    (33, "first quarter", "2015-01-01...2015-03-31"),
    (34, "second quarter", "2015-04-01...2015-06-30"),
    (35, "third quarter", "2015-07-01...2015-09-30"),
    (36, "fourth quarter", "2015-10-01...2015-12-31"),
    (37, "first third", "2015-01-01...2015-04-30"),
    (38, "second third", "2015-05-01...2015-08-31"),
    (39, "third third", "2015-09-01...2015-12-31"),
    (40, "first half", "2015-01-01...2015-06-30"),
    (41, "second half", "2015-07-01...2015-12-31"),
  ])
  func meansAPartOfTheYear(code: Int, name: String, bounds: String) throws {
    #expect(try #require(SubYear(code: code)).name == name)
    let date = try EDTF("2015-\(code)")
    #expect(date.bounds.description == bounds)
    guard case .date(let written) = date.form else {
      Issue.record("2015-\(code) is one date")
      return
    }
    #expect(written.subYear?.code == code)
    #expect(written.precision == .subYear)
  }

  @Test(arguments: [0, 12, 20, 42, 99])
  func knowsNoOtherCodes(code: Int) {
    #expect(SubYear(code: code) == nil)
  }
}
