import Testing

@testable import Reporting

@Suite struct LetterWidthsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let regular: Double
    let bold: Double
    /// How far off an estimate may be.
    var tolerance = 0.01
    var testDescription: String { text }
  }

  /// The widths at 100 points as Chromium 156 measures them in Liberation Sans, without kerning; the scripts that
  /// the font does not have in Noto Sans.
  static let rows = [
    Row(
      text: "Attacks inspired, directed or claimed by ISIS", regular: 1956.396, bold: 2111.816),
    Row(
      text: "The quick brown fox jumps over the lazy dog 0123456789", regular: 2562.695,
      bold: 2723.096),
    Row(text: "AVATAR WAVE To Ty", regular: 1005.713, bold: 1038.867),
    Row(text: "Abu Muhammad al-Adnani", regular: 1183.984, bold: 1261.133),
    Row(text: "minimum illicit filling", regular: 877.881, bold: 994.482),
    Row(
      text: "Saïd Kouachi, Chérif Kouachi, Łódź, Ñandú, ıİ", regular: 2040.137, bold: 2166.797),
    Row(
      text: "68 % (under 1 %) – “quoted” … & [x]", regular: 1617.431, bold: 1722.412),
    Row(text: "日本語の名前", regular: 600, bold: 600),
    Row(text: "Магнитогорск", regular: 629.346, bold: 681.982, tolerance: 0.2),
    Row(text: "Ἀθῆναι Θεσσαλονίκη", regular: 922.803, bold: 1000.488, tolerance: 0.2),
  ]

  @Test(arguments: rows) func widthsAreThoseOfTheFont(row: Row) {
    let regular = LetterWidths.width(of: row.text, size: 100)
    let bold = LetterWidths.width(of: row.text, size: 100, isBold: true)
    #expect(abs(regular - row.regular) <= row.tolerance * row.regular, "\(regular)")
    #expect(abs(bold - row.bold) <= row.tolerance * row.bold, "\(bold)")
  }

  @Test func widthsGrowWithTheSizeAndAdd() {
    let whole = LetterWidths.width(of: "Paris", size: 12)
    let parts = LetterWidths.width(of: "Pa", size: 12) + LetterWidths.width(of: "ris", size: 12)
    #expect(abs(whole - parts) < 1e-9)
    #expect(abs(LetterWidths.width(of: "Paris", size: 24) - 2 * whole) < 1e-9)
    #expect(LetterWidths.width(of: "", size: 12) == 0)
    // An accent that combines takes no room of its own.
    #expect(
      LetterWidths.width(of: "e\u{301}", size: 12) == LetterWidths.width(of: "e", size: 12))
  }
}
