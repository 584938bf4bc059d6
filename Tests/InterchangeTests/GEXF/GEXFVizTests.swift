import Testing

@testable import Interchange

@Suite struct GEXFVizTests {
  @Test(arguments: [
    ("#aa3377", "#aa3377"), ("#AA3377", "#aa3377"), ("aa3377", "#aa3377"), ("#a37", "#aa3377"),
    ("#aa337780", "#aa337780"), ("#aa3377ff", "#aa3377"),
  ])
  func aColorIsReadInAnyManner(_ row: (String, String)) {
    #expect(GEXFViz.Color(row.0)?.text == row.1)
  }

  @Test(arguments: ["", "#", "red", "#aa33", "#aa337", "##aa3377", "#gg3377", "#ａa3377"])
  func otherTextsAreNoColor(_ text: String) { #expect(GEXFViz.Color(text) == nil) }

  /// Only what comes back as it was.
  @Test func onlyUsualTextsAreWrittenAsColors() {
    #expect(GEXFViz.color(.text("#aa3377")) != nil)
    #expect(GEXFViz.color(.text("#AA3377")) == nil)
    #expect(GEXFViz.color(.text("#aa3377ff")) == nil)
    #expect(GEXFViz.color(.integer(0)) == nil)
  }

  @Test func everyAlphaComesBack() throws {
    for alpha in 0...255 {
      let written = NetworkNumber.text(Double(alpha) / 255)
      let part = try #require(Double(written))
      #expect(Int((part * 255).rounded()) == alpha)
    }
  }

  @Test func sizesAreNotBelowZero() {
    #expect(GEXFViz.size(.real(1.5)) == "1.5")
    #expect(GEXFViz.size(.integer(12)) == "12")
    #expect(GEXFViz.size(.integer(-1)) == nil)
    #expect(GEXFViz.size(.text("1")) == nil)
  }
}
