import Evidence
import Testing

/// A naive calendar: counts a date up one day at a time. Independent of `Day`'s formulas.
private struct WalkedDate: Equatable {
  var year: Int
  var month = 1
  var day = 1

  mutating func step() {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    day += 1
    if day > lengths[month - 1] {
      day = 1
      month += 1
    }
    if month > 12 {
      month = 1
      year += 1
    }
  }
}

@Suite struct DayTests {
  @Test(arguments: [
    // Origin: Python 3.11, date(y, m, d).toordinal() - 719163.
    ("0001-01-01", -719_162), ("1582-10-15", -141_427), ("1900-03-01", -25_508),
    ("1969-12-31", -1), ("1970-01-01", 0), ("2000-02-29", 11_016), ("2015-06-26", 16_612),
    ("2016-06-12", 16_964), ("9999-12-31", 2_932_896),
    // Origin: closed form, 400 years are 146,097 days: 2000-02-29 less 2,400 years.
    ("-0400-02-29", 11_016 - 6 * 146_097),
    // Origin: closed form, 1970-01-01 plus 400,000 years.
    ("+401970-01-01", 146_097_000),
  ])
  func countsFromTheEpoch(text: String, count: Int) throws {
    let day = try #require(Day(text))
    #expect(day.daysSinceEpoch == count)
    #expect(Day(daysSinceEpoch: count).description == text)
  }

  @Test func agreesWithAWalkedCalendar() throws {
    // Brute force: every day of the years -801 to 2401, more than eight cycles of 400 years.
    var walked = WalkedDate(year: -801)
    var day = try #require(Day(year: -801, month: 1, day: 1))
    var mismatches = 0
    while walked.year <= 2401 {
      if WalkedDate(year: day.year, month: day.month, day: day.day) != walked
        || Day(year: walked.year, month: walked.month, day: walked.day) != day
      {
        mismatches += 1
      }
      walked.step()
      day = day.adding(days: 1)
    }
    #expect(mismatches == 0)
  }

  @Test(arguments: [
    (2015, 2, 29), (2015, 2, 30), (1900, 2, 29), (2015, 4, 31), (2015, 13, 1), (2015, 0, 1),
    (2015, 1, 0), (2015, 1, 32), (1_000_000_000_000, 1, 1),
  ])
  func refusesDatesThatDoNotExist(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    "2015-6-26", "2015-06-31", "15-06-26", "2015-06", "2015-06-26 ", "+2015-06-26", "12015-06-26",
    "-0000-01-01", "+-2015-01-01", "", "٢٠١٥-06-26",
  ])
  func refusesOtherText(text: String) {
    #expect(Day(text) == nil)
  }

  @Test(arguments: [
    // Origin: the definition (the same day of the month, or the month's last day).
    ("2015-01-31", 1, "2015-02-28"), ("2016-01-31", 1, "2016-02-29"),
    ("2015-11-15", 3, "2016-02-15"), ("2016-02-15", -3, "2015-11-15"),
    ("2015-01-15", -1, "2014-12-15"), ("2015-06-30", -18, "2013-12-30"),
    ("0000-01-31", -1, "-0001-12-31"), ("2016-02-29", 12, "2017-02-28"),
    ("2016-02-29", 48, "2020-02-29"),
  ])
  func addsMonths(text: String, months: Int, expected: String) throws {
    let day = try #require(Day(text))
    #expect(day.adding(months: months).description == expected)
    if months.isMultiple(of: 12) {
      #expect(day.adding(years: months / 12).description == expected)
    }
  }

  @Test func subtractsWhatItAdds() throws {
    let day = try #require(Day("2014-12-15"))
    let later = try #require(Day("2016-06-12"))
    // Origin: Python 3.11, (date(2016, 6, 12) - date(2014, 12, 15)).days.
    #expect(day.days(to: later) == 545)
    #expect(day.adding(days: 545) == later)
    #expect(later.days(to: day) == -545)
    #expect(day < later)
    #expect(!(later < day))
  }
}
