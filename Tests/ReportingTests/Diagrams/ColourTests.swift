import Evidence
import Testing

@testable import Reporting

@Suite struct ColourTests {
  /// Ratios as the definition of WCAG 2.2 gives them: black on white 21, and #767676 on white the known
  /// lightest grey of 4.54, #777777 of 4.48.
  @Test(arguments: [
    (UInt32(0x000000), UInt32(0xFFFFFF), 21.0), (0xFFFFFF, 0xFFFFFF, 1), (0x767676, 0xFFFFFF, 4.54),
    (0x777777, 0xFFFFFF, 4.48), (0xFF0000, 0xFFFFFF, 4.00),
  ])
  func contrastFollowsTheDefinition(first: UInt32, second: UInt32, expected: Double) {
    let ratio = Colour(first).contrast(with: Colour(second))
    #expect(abs(ratio - expected) < 0.005)
    #expect(ratio == Colour(second).contrast(with: Colour(first)))
  }

  @Test func hexadecimalForms() {
    #expect(Colour(0x0A0B0C).hex == "#0A0B0C")
    #expect(Colour(0xFFFFFF).hex(opacity: 0.5) == "#FFFFFF80")
    #expect(Colour(0x000000).mixed(with: .white, share: 0.2).hex == "#333333")
  }

  @Test func everyFillCarriesReadableText() {
    let kinds = KindMark.standard.map(\.fill) + [KindMark.plain.fill, Palette.grey]
    let groups = (0..<20).map(Palette.group)
    for fill in kinds + groups {
      for emphasis in [Diagram.Emphasis.plain, .strong, .faded] {
        let colours = NodeColours(fill: fill, emphasis: emphasis)
        #expect(colours.fill.contrast(with: colours.text) >= 4.5, "\(fill.hex) \(emphasis)")
      }
    }
  }

  @Test func everyLineAndItsWordsAreReadableOnWhite() {
    for standing in Standing.allCases {
      for degree in [.directs, .enables, .inspires, .associates, .carries] as [Degree] {
        let mark = LineMark.mark(of: degree, standing)
        #expect(mark.colour.contrast(with: .white) >= 4.5, "\(standing) \(degree)")
      }
    }
    #expect(Palette.quietInk.contrast(with: .white) >= 4.5)
  }

  @Test func pageTextIsReadableInBothSchemes() {
    for pick in [\PageStyle.Tone.light, \.dark] {
      for text in [PageStyle.ink, PageStyle.quiet, PageStyle.link] {
        for ground in [PageStyle.paper, PageStyle.panel] {
          #expect(text[keyPath: pick].contrast(with: ground[keyPath: pick]) >= 4.5, "\(text.name)")
        }
      }
    }
  }
}
