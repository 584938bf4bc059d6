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
    // Each set of colours in the style sheet begins with the paper: light, dark, switched to dark, print.
    let sheet = ReportTemplate.standard.style
    let tones = sheet.matches(of: /--([a-z]+): #([0-9A-F]{6})/).map { match in
      (name: String(match.1), colour: Colour(UInt32(match.2, radix: 16) ?? 0))
    }
    let schemes = tones.indices.filter { tones[$0].name == "paper" }.map { start in
      Dictionary(
        tones[start...].prefix { $0.name != "paper" || $0 == tones[start] }.map {
          ($0.name, $0.colour)
        }, uniquingKeysWith: { first, _ in first })
    }
    #expect(schemes.count == 4)
    for scheme in schemes {
      for text in ["ink", "quiet", "link"] {
        for ground in ["paper", "panel"] {
          let contrast = scheme[text].flatMap { one in scheme[ground].map(one.contrast) }
          #expect((contrast ?? 0) >= 4.5, "\(text) on \(ground)")
        }
      }
    }
  }
}
