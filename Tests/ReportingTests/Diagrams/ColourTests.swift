import Evidence
import Foundation
import InfluenceAnalysis
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
      for (theme, emphasis) in Theme.all.flatMap({ theme in
        [Diagram.Emphasis.plain, .strong, .faded].map { (theme, $0) }
      }) {
        let colours = NodeColours(fill: fill, emphasis: emphasis, on: theme)
        let place = "\(fill.hex) \(emphasis) \(theme.name)"
        #expect(colours.fill.contrast(with: colours.text) >= 4.5, "\(place)")
        // What has a pale fill is told from the ground by its outline.
        let edge = max(
          colours.outline.contrast(with: theme.paper), colours.fill.contrast(with: theme.paper))
        #expect(edge >= 3, "\(place)")
      }
    }
  }

  @Test(arguments: Theme.all)
  func linesAndTheirWordsAreReadable(theme: Theme) {
    for (standing, degree) in Standing.allCases.flatMap({ standing in
      Degree.allCases.map { (standing, $0) }
    }) {
      let colour = theme.line(LineMark.mark(of: degree, standing).colour)
      #expect(colour.contrast(with: theme.paper) >= 4.5, "\(standing) \(degree) \(theme.name)")
      #expect(theme.faded(colour).contrast(with: theme.paper) >= 3, "\(standing) \(degree)")
    }
    for change in [Change.added, .removed, .changed] {
      #expect(theme.line(Palette.change(change)).contrast(with: theme.paper) >= 4.5)
    }
    for text in [theme.ink, theme.quietInk] { #expect(text.contrast(with: theme.paper) >= 4.5) }
  }

  /// The lightness of CIELAB from the relative luminance: 116 times its cube root less 16, from 0 to 100; the linear
  /// part near black does not matter here. Ten steps of it are told apart at a glance.
  @Test(arguments: Theme.all)
  func degreesAreToldApartInGrey(theme: Theme) {
    func lightness(_ mark: LineMark) -> Double {
      let luminance = theme.line(mark.colour).luminance
      return luminance <= 0.008856 ? 903.3 * luminance : 116 * cbrt(luminance) - 16
    }
    let marks = [Degree.directs, .enables, .inspires, .associates, .carries].map {
      LineMark.mark(of: $0, .influence)
    }
    for (place, one) in marks.enumerated() {
      for other in marks[(place + 1)...] {
        let words = "\(one.meaning), \(other.meaning), \(theme.name)"
        #expect(one.arrowhead != other.arrowhead, "\(words)")
        #expect(theme.line(one.colour) != theme.line(other.colour), "\(words)")
        let differs =
          abs(lightness(one) - lightness(other)) >= 10 || abs(one.width - other.width) >= 0.8
        #expect(differs, "\(words): \(lightness(one)), \(lightness(other))")
      }
    }
    // What directs stands out before all others.
    let first = theme.line(marks[0].colour).contrast(with: theme.paper)
    #expect(
      marks.dropFirst().allSatisfy {
        theme.line($0.colour).contrast(with: theme.paper) < first / 1.5
      })
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
