import Testing

@testable import Evidence

@Suite struct EDTFParserTests {
  @Test(arguments: [
    // Origin: the grammar of the specification; columns counted by hand.
    ("", EDTFError.Kind.empty, 1),
    (" 2015", .unexpected, 1), ("2015 ", .unexpected, 5), ("2015-06-26x", .unexpected, 11),
    ("2015–06", .unexpected, 5), ("June 2015", .unexpected, 1), ("2015.", .unexpected, 5),
    ("26/06/2015", .year, 1), ("215", .year, 1), ("20155", .year, 1), ("-0000", .year, 1),
    ("20150626", .year, 1), ("2014/15", .year, 6), ("Y2015", .year, 1), ("Y012345", .year, 1),
    ("Y1234567890123", .year, 1), ("Y17E99", .year, 1), ("Y17E", .year, 5), ("Y17000-06", .year, 7),
    ("1950S5", .year, 6), ("1950S0", .year, 6), ("1950S", .year, 6),
    ("2015-13", .month, 6), ("2015-00", .month, 6), ("2015-42", .month, 6), ("2015-6", .month, 6),
    ("2015-", .month, 6), ("2015-3X", .month, 6),
    ("2015-02-30", .day, 9), ("2015-06-31", .day, 9), ("2015-06-32", .day, 9),
    ("2015-06-00", .day, 9), ("2015-06-6", .day, 9), ("1900-02-29", .day, 9),
    ("2004-02-3X", .day, 9), ("XXXX-02-30", .day, 9), ("2015-21-01", .day, 8),
    ("2015-?02-~30", .day, 11),
    ("2015-06-26T", .time, 12), ("2015-06-26T24:00:00", .time, 12),
    ("2015-06-26T10:60:00", .time, 15), ("2015-06-26T10:30", .time, 17),
    ("2015-06-26T10:30:60", .time, 18), ("2015-06-26T10:30:00+4", .time, 21),
    ("2015-06T10:30:00", .time, 8), ("2015-06-26T10:00:00/2016", .time, 1),
    ("2014/2015-06-26T10:00:00", .time, 16), ("[2015-06-26T10:00:00]", .time, 12),
    ("2004??", .qualifier, 6), ("?~2004", .qualifier, 2), ("2004-06-11~?", .qualifier, 12),
    ("..?/2004", .unexpected, 3), ("2004-06-11T10:00:00?", .unexpected, 20),
    ("/", .interval, 1), ("2008/1964", .interval, 6), ("2015-06-26/2015-06-25", .interval, 12),
    ("2014/2015/2016", .unexpected, 10), ("..", .unexpected, 3), ("2014..2015", .unexpected, 5),
    ("[]", .set, 2), ("[2009,]", .set, 7), ("[2009", .set, 6), ("[2009}", .unexpected, 6),
    ("[2009, 2010]", .unexpected, 7), ("[2009,..2010]", .set, 7), ("[2009..,2012]", .set, 8),
    ("[2012..2009]", .set, 2), ("[..]", .unexpected, 4), ("{2009}x", .unexpected, 7),
    ("[2009/2010]", .unexpected, 6), ("2009]", .unexpected, 5), ("٢٠١٥", .unexpected, 1),
    ("2015\u{0301}", .unexpected, 5), ("👍2015", .unexpected, 1),
  ])
  func saysWhatIsWrongAndWhere(text: String, kind: EDTFError.Kind, column: Int) {
    #expect {
      _ = try EDTF(text)
    } throws: { error in
      guard let error = error as? EDTFError else { return false }
      return error.kind == kind && error.column == column && error.text == text
    }
  }

  @Test(arguments: [
    (
      "2015-02-30",
      "“2015-02-30” is no EDTF date: the month has no such day (column 9); write a day from 01 to 28"
    ),
    (
      "2016-02-30",
      "“2016-02-30” is no EDTF date: the month has no such day (column 9); write a day from 01 to 29"
    ),
    (
      "2015-13",
      "“2015-13” is no EDTF date: there is no such month (column 6); write a month from 01 to 12, or a season from 21 to 24"
    ),
    (
      "26/06/2015",
      "“26/06/2015” is no EDTF date: a year has four digits, not 2 (column 1); write 2015-06-26"
    ),
    ("2015–06", "“2015–06” is no EDTF date: U+2013 cannot stand here (column 5); write 2015-06"),
    (
      "2004??",
      "“2004??” is no EDTF date: two qualifiers stand together (column 6); write % for uncertain and approximate"
    ),
  ])
  func messages(text: String, message: String) {
    // Tested text: people and scripts read it.
    #expect {
      _ = try EDTF(text)
    } throws: { error in
      "\(error)" == message
    }
  }

  @Test func survivesAnyShortText() {
    // Law: a text over the alphabet of EDTF is read and kept, or refused with a column in it.
    let alphabet = Array("0129-/X?~%.[]{},YEST:Z")
    var generator = SplitMix(state: 2015)
    var read = 0
    for _ in 0..<20_000 {
      let length = Int(generator.next() % 12)
      let text = String((0..<length).map { _ in alphabet[Int(generator.next() % 22)] })
      do {
        let date = try EDTF(parsing: text)
        read += 1
        #expect(date.text == text)
      } catch {
        #expect((1...text.unicodeScalars.count + 1).contains(error.column), "\(text)")
        #expect(!error.mend.isEmpty)
      }
    }
    #expect(read > 0)
  }
}

/// A small seeded generator (splitmix64, Steele, Lea and Flood 2014).
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
