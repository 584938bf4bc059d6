import Evidence
import Testing

@Suite struct EDTFMendTests {
  @Test(arguments: [
    // Origin: what a reader of the text takes it to mean; two texts where two readings are common.
    ("26/06/2015", ["2015-06-26"]), ("06/26/2015", ["2015-06-26"]), ("26.6.2015", ["2015-06-26"]),
    ("05/06/2015", ["2015-06-05", "2015-05-06"]), ("2015/06/26", ["2015-06-26"]),
    ("2015-13-06", ["2015-06-13"]), ("2015/6", ["2015-06"]), ("2015-6", ["2015-06"]),
    ("2015-6-3", ["2015-06-03", "2015-03-06"]), ("06/2015", ["2015-06"]),
    ("20150626", ["2015-06-26"]), ("12345", ["Y12345"]), ("Y2015", ["2015"]),
    ("June 2015", ["2015-06"]), ("june, 2015", ["2015-06"]), ("Sept. 2015", ["2015-09"]),
    ("26 June 2015", ["2015-06-26"]), ("26th of June 2015", ["2015-06-26"]),
    ("June 26, 2015", ["2015-06-26"]), ("Jun 3 2015", ["2015-06-03"]),
    ("spring 2015", ["2015-21"]), ("summer of 2015", ["2015-22"]), ("Fall 2015", ["2015-23"]),
    ("the 1990s", ["199X"]), ("1990's", ["199X"]), ("201x", ["201X"]), ("2004-uu", ["2004-XX"]),
    ("201?", ["201X"]), ("2004?~", ["2004%"]), ("2004-06-11~?", ["2004-06-11%"]),
    ("circa 2009", ["2009~"]), ("c. June 2015", ["2015-06~"]), ("about 2015-06", ["2015-06~"]),
    ("before 2015", ["../2015"]), ("since June 2015", ["2015-06/.."]),
    ("2009 or 2010", ["[2009,2010]"]), ("between 2009 and 2011", ["[2009..2011]"]),
    ("2009 and 2010", ["{2009,2010}"]), ("2009-2010", ["2009/2010"]),
    ("2009 – 2010", ["2009/2010"]),
    ("June 2015 to May 2016", ["2015-06/2016-05"]), ("2008/1964", ["1964/2008"]),
    ("2014/open", ["2014/.."]), ("2014/unknown", ["2014/"]), ("unknown/2015", ["/2015"]),
    ("open/2015", ["../2015"]), ("2014-", ["2014/.."]), ("2014-present", ["2014/.."]),
    ("2014–2015", ["2014/2015"]), (" 2015-06-26\n", ["2015-06-26"]),
    ("2015–06–26", ["2015-06-26"]), ("[2009, 2010]", ["[2009,2010]"]),
    ("2015-06-26 10:30", ["2015-06-26"]), ("2015-06-26T10:30", ["2015-06-26"]),
  ])
  func suggestsWhatWasMeant(text: String, expected: [String]) {
    #expect {
      _ = try EDTF(text)
    } throws: { error in
      guard let error = error as? EDTFError else { return false }
      return error.replacements == expected
        && error.mend == "write " + expected.joined(separator: " or ")
    }
  }

  @Test(arguments: [
    "", "nonsense", "2015-02-30", "2015-13", "32/13/2015", "Juneteenth 2015", "soon", "/", "..",
    "99/99/9999", "2004??",
  ])
  func suggestsNothingWhenItCannotKnow(text: String) {
    #expect {
      _ = try EDTF(text)
    } throws: { error in
      (error as? EDTFError)?.replacements == [] && (error as? EDTFError)?.mend.isEmpty == false
    }
  }

  @Test func suggestionsAreDates() throws {
    // Law: a suggestion is itself a date, whatever was written.
    let pieces = [
      "2015", "june", "26", "/", "-", " ", "or", "about", "~", "?", "x", "and", "to", ",",
    ]
    for a in pieces {
      for b in pieces {
        for c in pieces {
          do {
            _ = try EDTF(a + b + c)
          } catch {
            for text in error.replacements { #expect(throws: Never.self) { try EDTF(text) } }
          }
        }
      }
    }
  }
}
