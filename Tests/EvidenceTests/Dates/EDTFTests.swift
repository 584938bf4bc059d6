import Evidence
import Foundation
import Testing

/// A text, its strict first and last day, and where they come from.
struct DateRow: Sendable, CustomTestStringConvertible {
  let text: String
  let bounds: String
  let origin: String

  init(_ text: String, _ bounds: String, _ origin: String) {
    self.text = text
    self.bounds = bounds
    self.origin = origin
  }

  var testDescription: String { "\(text) (\(origin))" }
}

private let tool = "example of the specification; days by python-edtf 5.0.2, *_strict"
private let spec = "example of the specification; days by its words"

@Suite struct EDTFTests {
  // All examples of the Library of Congress specification of 4 February 2019.

  static let level0: [DateRow] = [
    DateRow("1985-04-12", "1985-04-12...1985-04-12", tool),
    DateRow("1985-04", "1985-04-01...1985-04-30", tool),
    DateRow("1985", "1985-01-01...1985-12-31", tool),
    DateRow("1985-04-12T23:20:30", "1985-04-12...1985-04-12", tool),
    DateRow("1985-04-12T23:20:30Z", "1985-04-12...1985-04-12", tool),
    DateRow("1985-04-12T23:20:30-04", "1985-04-12...1985-04-12", tool),
    DateRow("1985-04-12T23:20:30+04:30", "1985-04-12...1985-04-12", tool),
    DateRow("1964/2008", "1964-01-01...2008-12-31", tool),
    DateRow("2004-06/2006-08", "2004-06-01...2006-08-31", tool),
    DateRow("2004-02-01/2005-02-08", "2004-02-01...2005-02-08", tool),
    DateRow("2004-02-01/2005-02", "2004-02-01...2005-02-28", tool),
    DateRow("2004-02-01/2005", "2004-02-01...2005-12-31", tool),
    DateRow("2005/2006-02", "2005-01-01...2006-02-28", tool),
  ]

  static let level1: [DateRow] = [
    DateRow("Y170000002", "+170000002-01-01...+170000002-12-31", tool),
    DateRow("Y-170000002", "-170000002-01-01...-170000002-12-31", tool),
    DateRow("2001-21", "2001-03-01...2001-06-21", "example; days by this project's season table"),
    DateRow("1984?", "1984-01-01...1984-12-31", tool),
    DateRow("2004-06~", "2004-06-01...2004-06-30", tool),
    DateRow("2004-06-11%", "2004-06-11...2004-06-11", tool),
    DateRow("201X", "2010-01-01...2019-12-31", tool),
    DateRow("20XX", "2000-01-01...2099-12-31", tool),
    DateRow("2004-XX", "2004-01-01...2004-12-31", tool),
    DateRow("1985-04-XX", "1985-04-01...1985-04-30", tool),
    DateRow("1985-XX-XX", "1985-01-01...1985-12-31", tool),
    // The tool pads unknown ends by ten years; the specification gives no day there.
    DateRow("1985-04-12/..", "1985-04-12...", spec),
    DateRow("1985-04/..", "1985-04-01...", spec),
    DateRow("1985/..", "1985-01-01...", spec),
    DateRow("../1985-04-12", "...1985-04-12", spec),
    DateRow("../1985-04", "...1985-04-30", spec),
    DateRow("../1985", "...1985-12-31", spec),
    DateRow("1985-04-12/", "1985-04-12...", spec),
    DateRow("1985-04/", "1985-04-01...", spec),
    DateRow("1985/", "1985-01-01...", spec),
    DateRow("/1985-04-12", "...1985-04-12", spec),
    DateRow("/1985-04", "...1985-04-30", spec),
    DateRow("/1985", "...1985-12-31", spec),
    DateRow("-1985", "-1985-01-01...-1985-12-31", tool),
  ]

  static let level2: [DateRow] = [
    DateRow("Y-17E7", "-170000000-01-01...-170000000-12-31", tool),
    DateRow("1950S2", "1900-01-01...1999-12-31", spec),
    DateRow("Y171010000S3", "+171000000-01-01...+171999999-12-31", spec),
    DateRow("Y3388E2S3", "+338000-01-01...+338999-12-31", spec),
    DateRow("2001-34", "2001-04-01...2001-06-30", tool),
    DateRow("[1667,1668,1670..1672]", "1667-01-01...1672-12-31", tool),
    DateRow("[..1760-12-03]", "...1760-12-03", spec),
    DateRow("[1760-12..]", "1760-12-01...", spec),
    DateRow("[1760-01,1760-02,1760-12..]", "1760-01-01...", spec),
    DateRow("[1667,1760-12]", "1667-01-01...1760-12-31", tool),
    DateRow("[..1984]", "...1984-12-31", spec),
    DateRow("{1667,1668,1670..1672}", "1667-01-01...1672-12-31", tool),
    DateRow("{1960,1961-12}", "1960-01-01...1961-12-31", tool),
    DateRow("{..1984}", "...1984-12-31", spec),
    DateRow("2004-06~-11", "2004-06-11...2004-06-11", tool),
    DateRow("2004?-06-11", "2004-06-11...2004-06-11", tool),
    DateRow("?2004-06-~11", "2004-06-11...2004-06-11", tool),
    DateRow("2004-%06-11", "2004-06-11...2004-06-11", tool),
    DateRow("156X-12-25", "1560-12-25...1569-12-25", tool),
    DateRow("15XX-12-25", "1500-12-25...1599-12-25", tool),
    DateRow("XXXX-12-XX", "0000-12-01...9999-12-31", tool),
    DateRow("1XXX-XX", "1000-01-01...1999-12-31", tool),
    DateRow("1XXX-12", "1000-12-01...1999-12-31", tool),
    DateRow("1984-1X", "1984-10-01...1984-12-31", spec),
    DateRow("2004-06-~01/2004-06-~20", "2004-06-01...2004-06-20", tool),
    DateRow("2004-06-XX/2004-07-03", "2004-06-01...2004-07-03", tool),
  ]

  /// Origin: an independent prototype of this project's rules of time.
  static let prototype: [DateRow] = [
    DateRow("2015-06-26", "2015-06-26...2015-06-26", "edtf-2015-06-26"),
    DateRow("2016-02-XX", "2016-02-01...2016-02-29", "edtf-2016-02-XX, leap year"),
    DateRow("201X", "2010-01-01...2019-12-31", "edtf-201X, decade"),
    DateRow("[2009,2010]", "2009-01-01...2010-12-31", "edtf-[2009,2010], one of"),
    DateRow("2015-24", "2015-12-01...2016-03-21", "edtf-2015-24, winter crosses the year"),
  ]

  /// Origin: closed form, from the calendar.
  static let corners: [DateRow] = [
    DateRow("0000", "0000-01-01...0000-12-31", "the year before 1"),
    DateRow("-0044-03-15", "-0044-03-15...-0044-03-15", "before year 0"),
    DateRow("-201X", "-2019-01-01...-2010-12-31", "digits count away from 0"),
    DateRow("-000X", "-0009-01-01...-0001-12-31", "there is no -0000"),
    DateRow("-0X00", "-0900-01-01...-0100-12-31", "there is no -0000"),
    DateRow("1X32", "1032-01-01...1932-12-31", "unspecified in the middle"),
    DateRow("2004-X1", "2004-01-01...2004-11-30", "January or November"),
    DateRow("2004-XX-31", "2004-01-31...2004-12-31", "months of 31 days"),
    DateRow("2015-06-2X", "2015-06-20...2015-06-29", "twenties"),
    DateRow("2015-06-3X", "2015-06-30...2015-06-30", "only one day fits"),
    DateRow("XXXX-02-29", "0000-02-29...9996-02-29", "leap years only"),
    DateRow("190X-02-29", "1904-02-29...1908-02-29", "1900 was no leap year"),
    DateRow("Y12345", "+12345-01-01...+12345-12-31", "five digits"),
    DateRow("Y-19501S4?", "-19509-01-01...-19500-12-31", "the last digit is open"),
    DateRow("-1859S2", "-1899-01-01...-1800-12-31", "a century before year 0"),
    DateRow("2016-12-31T23:59:60Z", "2016-12-31...2016-12-31", "a leap second"),
    DateRow("2015-21/2015-23", "2015-03-01...2015-12-22", "seasons at both ends"),
    DateRow("../..", "...", "at all times"),
    DateRow("/..", "...", "from an unknown day on, for ever"),
  ]

  @Test(arguments: level0 + level1 + level2 + prototype + corners)
  func readsAsDays(row: DateRow) throws {
    let date = try EDTF(row.text)
    #expect(date.bounds.description == row.bounds)
    #expect(date.first == date.bounds.first)
    #expect(date.last == date.bounds.last)
  }

  @Test(arguments: level0 + level1 + level2 + prototype + corners)
  func writesWhatItRead(row: DateRow) throws {
    let date = try EDTF(row.text)
    #expect(Array(date.text.utf8) == Array(row.text.utf8))
    #expect("\(date)" == row.text)
    let json = try JSONEncoder().encode([date])
    let again = try JSONDecoder().decode([EDTF].self, from: json)
    #expect(again == [date])
    #expect(try JSONEncoder().encode(again) == json)
    #expect(again[0].extent == date.extent)
  }

  @Test func agreesWithMatchingTheWrittenDigits() throws {
    // Brute force: all days of 1890 to 2029 as text, compared digit by digit with the mask.
    let first = try #require(Day("1890-01-01"))
    let last = try #require(Day("2029-12-31"))
    let days = (first.daysSinceEpoch...last.daysSinceEpoch).map {
      Array(Day(daysSinceEpoch: $0).description.utf8)
    }
    let masks = [
      "199X", "192X-1X", "2004-XX", "2004-1X", "2004-X2", "2003-02-XX", "2004-02-2X",
      "201X-02-29", "200X-XX-31", "2015-0X-30", "1900-XX-3X", "19X5-11-X1", "2004-12-X9",
    ]
    for mask in masks {
      let fits = days.filter { day in zip(mask.utf8, day).allSatisfy { $0 == 0x58 || $0 == $1 } }
      let earliest = String(decoding: try #require(fits.first), as: UTF8.self)
      let latest = String(decoding: try #require(fits.last), as: UTF8.self)
      #expect(try EDTF(mask).bounds.description == "\(earliest)...\(latest)", "\(mask)")
    }
  }

  // MARK: Intervals and sets

  /// Where an interval's first and last day lie; "open" where there is none.
  private func ends(_ extent: EDTF.Extent) -> [String] {
    [extent.start?.description ?? "open", extent.end?.description ?? "open"]
  }

  @Test(arguments: [
    // Origin: an independent prototype (cases edtf-2014/ and edtf-/2015).
    ("2014/", "2014-01-01...2014-12-31", "2014-01-01..."),
    ("/2015", "...2015-12-31", "2015-01-01...2015-12-31"),
    // Origin: the definition: an open end has no day at all.
    ("2014/..", "2014-01-01...2014-12-31", "open"),
    ("../2015-12", "open", "2015-12-01...2015-12-31"),
    ("../..", "open", "open"),
    ("../", "open", "..."),
    ("/..", "...", "open"),
    ("2014/2015-06", "2014-01-01...2014-12-31", "2015-06-01...2015-06-30"),
    // Origin: the definition: the first of all members is not after any member's last day.
    ("{1960,1961-12}", "1960-01-01...1960-12-31", "1961-12-01...1961-12-31"),
    ("{1960,1960-06}", "1960-01-01...1960-06-30", "1960-06-01...1960-12-31"),
    ("{1667,1670..1672}", "1667-01-01...1667-12-31", "1672-01-01...1672-12-31"),
    ("{..1984}", "open", "1984-01-01...1984-12-31"),
    ("{1984..}", "1984-01-01...1984-12-31", "open"),
  ])
  func boundsItsEnds(text: String, start: String, end: String) throws {
    let date = try EDTF(text)
    #expect(ends(date.extent) == [start, end])
    #expect(date.start == date.extent.start)
    #expect(date.end == date.extent.end)
  }

  @Test func tellsUnknownFromOpen() throws {
    guard case .interval(_, let unknown) = try EDTF("2014/").form,
      case .interval(_, let open) = try EDTF("2014/..").form
    else {
      Issue.record("both are intervals")
      return
    }
    #expect(unknown == .unknown)
    #expect(open == .open)
    #expect(try EDTF("2014/").isInterval)
    #expect(try !EDTF("[2014,2015]").isInterval)
    #expect(try EDTF("2014/").extent != EDTF("2014/..").extent)
  }

  @Test(arguments: ["2015-06", "[2009,2010]", "2015-06-26T10:00:00", "201X"])
  func oneDayIsWithinItsBounds(text: String) throws {
    let date = try EDTF(text)
    #expect(date.extent == .day(date.bounds))
    #expect(date.start == date.bounds)
    #expect(date.end == date.bounds)
  }

  // MARK: Qualifiers

  @Test(arguments: [
    // Origin: the specification: right of a component, for it and all to its left; left of it, for
    // it alone. Letters: c certain, u uncertain, a approximate, b both; year, month, day.
    ("2004-06-11%", "bbb"), ("2004-06~-11", "aac"), ("2004?-06-11", "ucc"),
    ("?2004-06-~11", "uca"), ("2004-%06-11", "cbc"), ("1984?", "ucc"), ("2004-06~", "aac"),
    ("2004-06-11", "ccc"), ("~2004?", "bcc"), ("?2004-06-11~", "baa"), ("2001-21~", "aac"),
    ("201X?", "ucc"), ("Y17000~", "acc"),
  ])
  func qualifiesComponents(text: String, expected: String) throws {
    guard case .date(let date) = try EDTF(text).form else {
      Issue.record("\(text) is one date")
      return
    }
    let letters = EDTFDate.Component.allCases.map { component in
      let qualifier = date.qualifier(of: component)
      return qualifier.isUncertain
        ? (qualifier.isApproximate ? "b" : "u") : (qualifier.isApproximate ? "a" : "c")
    }
    #expect(letters.joined() == expected)
    #expect(date.isUncertain == (expected.contains("u") || expected.contains("b")))
    #expect(date.isApproximate == (expected.contains("a") || expected.contains("b")))
  }

  @Test(arguments: [
    ("2004-06~/2005", false, true), ("2004/2005?", true, false), ("2004%/..", true, true),
    ("[2009,2010~]", false, true), ("{2009?..2011,2012}", true, false),
    ("[2009,2010]", false, false),
    ("2004-06/2005", false, false),
  ])
  func qualifiesAsAWhole(text: String, uncertain: Bool, approximate: Bool) throws {
    let date = try EDTF(text)
    #expect(date.isUncertain == uncertain)
    #expect(date.isApproximate == approximate)
  }

  @Test(arguments: [
    // Origin: an independent prototype (case edtf-slack).
    ("2016-06~", 7, "2016-05-25...2016-07-07", "2016-05-25...2016-07-07"),
    // Origin: the definition: only what carries a qualifier is widened, by so many days.
    ("2016-06", 7, "2016-06-01...2016-06-30", "2016-06-01...2016-06-30"),
    ("2015-06-24~", 3, "2015-06-21...2015-06-27", "2015-06-21...2015-06-27"),
    ("?2004-06-11", 1, "2004-06-10...2004-06-12", "2004-06-10...2004-06-12"),
    ("2014/2015-06~", 2, "2014-01-01...2014-12-31", "2015-05-30...2015-07-02"),
    ("2014?/", 1, "2013-12-31...2015-01-01", "2013-12-31..."),
    ("/2015~", 1, "...2016-01-01", "2014-12-31...2016-01-01"),
    ("2014~/..", 1, "2013-12-31...2015-01-01", "open"),
    ("[2009~,2010]", 1, "2008-12-31...2010-12-31", "2008-12-31...2010-12-31"),
    ("{2009,2010%}", 1, "2009-01-01...2009-12-31", "2009-12-31...2011-01-01"),
  ])
  func slackWidensWhatIsQualified(text: String, slack: Int, start: String, end: String) throws {
    let date = try EDTF(text)
    #expect(ends(date.extent(slack: slack)) == [start, end])
    #expect(date.extent(slack: 0) == date.extent)
  }

  // MARK: Parts

  @Test(arguments: [
    ("1985", EDTFDate.Precision.year, false), ("198X", .year, true), ("1985-04", .month, false),
    ("1985-XX", .month, true), ("1985-22", .subYear, false), ("1985-04-12", .day, false),
    ("1985-04-XX", .day, true), ("1950S2", .year, false),
  ])
  func knowsItsPrecision(text: String, precision: EDTFDate.Precision, unspecified: Bool) throws {
    let date = try #require(try EDTF(text).form.dates.first)
    #expect(date.precision == precision)
    #expect(date.hasUnspecifiedDigits == unspecified)
  }

  @Test func keepsTheTime() throws {
    let date = try #require(try EDTF("1985-04-12T23:20:30+04:30").form.dates.first)
    #expect(date.time == "23:20:30+04:30")
    #expect(try EDTF("1985-04-12").form.dates.first?.time == nil)
  }

  @Test(arguments: [("2014-06/..", 1), ("../..", 0), ("[2009,2010..2012]", 3), ("[..1984]", 1)])
  func listsItsDates(text: String, count: Int) throws {
    #expect(try EDTF(text).form.dates.count == count)
  }

  // MARK: Order

  @Test func sortsByFirstThenLastThenText() throws {
    // Origin: the definition; each text belongs before the next.
    let ordered = [
      "[..1984]", "../2015", "../..", "2014-01-01", "2014-01", "2014", "2014?", "2014/2015",
      "2014/", "2014/..", "2014-02",
    ]
    let shuffled = try ordered.sorted().reversed().map { try EDTF($0) }
    #expect(shuffled.sorted().map(\.text) == ordered)
  }

  @Test func orderIsTotal() throws {
    // Law: exactly one of a < b, b < a, a == b, and < is transitive.
    let dates = try (Self.level0 + Self.level1 + Self.level2).map { try EDTF($0.text) }
    var broken = 0
    for a in dates {
      for b in dates {
        if [a < b, b < a, a == b].filter({ $0 }).count != 1 { broken += 1 }
        for c in dates where a < b && b < c && !(a < c) { broken += 1 }
      }
    }
    #expect(broken == 0)
  }

  @Test func decodingReportsTheMistake() throws {
    #expect {
      _ = try JSONDecoder().decode([EDTF].self, from: Data(#"["26/06/2015"]"#.utf8))
    } throws: { error in
      guard case DecodingError.dataCorrupted(let context) = error else { return false }
      return context.debugDescription.contains("write 2015-06-26")
    }
  }
}
