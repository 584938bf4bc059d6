import Evidence
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct ColourScaleTests {
  private static let scales = [ColourScale.viridis, .cividis]
  private static let shares = (0...100).map { Double($0) / 100 }

  /// Five colours of each as viridisLite 0.4.2 for R gives them; its cividis was made anew from the paper
  /// and differs from Matplotlib's by up to 14 steps of 255, at its yellow end.
  @Test(arguments: [
    (ColourScale.viridis, [UInt32(0x440154), 0x3B528B, 0x21908C, 0x5DC863, 0xFDE725], 3),
    (.cividis, [0x00204D, 0x414D6B, 0x7C7B78, 0xBCAF6F, 0xFFEA46], 15),
  ])
  func theColoursAreThePublishedOnes(scale: ColourScale, colours: [UInt32], tolerance: Int) {
    for (place, rgb) in colours.enumerated() {
      let (found, expected) = (scale.colour(at: Double(place) / 4), Colour(rgb))
      for channel in [\Colour.red, \.green, \.blue] {
        let difference = abs(Int(found[keyPath: channel]) - Int(expected[keyPath: channel]))
        #expect(difference <= tolerance, "\(found.hex) is not \(expected.hex)")
      }
    }
  }

  @Test(arguments: scales, Theme.all)
  func fillsAreReadInGreyAndTheirTextAtAll(scale: ColourScale, theme: Theme) {
    let fills = Self.shares.map { theme.fill(scale.fill($0, on: theme)) }
    let luminances = fills.map(\.luminance)
    // The more, the farther from the ground.
    let steps = zip(luminances, luminances.dropFirst())
    #expect(steps.allSatisfy { theme.isDark ? $0 < $1 : $0 > $1 })
    for fill in fills { #expect(fill.contrast(with: fill.text) >= 4.5, "\(fill.hex)") }
  }

  @Test(arguments: scales, Theme.all)
  func linesAreReadOnTheGround(scale: ColourScale, theme: Theme) {
    let lines = Self.shares.map { scale.line($0, on: theme) }
    for line in lines { #expect(line.contrast(with: theme.paper) >= 4.5, "\(line.hex)") }
    let steps = zip(lines.map(\.luminance), lines.map(\.luminance).dropFirst())
    #expect(steps.allSatisfy { theme.isDark ? $0 <= $1 : $0 >= $1 })
    let ends = [lines[0], lines[100]]
    #expect(ends[0].contrast(with: ends[1]) >= 1.8, "\(ends[0].hex) \(ends[1].hex)")
  }

  @Test func whatIsNoShareIsMovedToAnEnd() {
    #expect(ColourScale.viridis.colour(at: -1) == Colour(0x440154))
    #expect(ColourScale.viridis.colour(at: 7) == Colour(0xFDE725))
    #expect(ColourScale.viridis.colour(at: .nan) == Colour(0x440154))
  }

  @Test(arguments: Theme.all)
  func everyMarkIsReadInEveryTheme(theme: Theme) {
    var colours = Change.allCases.map(Palette.change) + LinkStatus.allCases.map(Drawing.line)
    for standing in Standing.allCases {
      colours += [.directs, .enables, .inspires, .associates, .carries].map {
        LineMark.mark(of: $0, standing).colour
      }
    }
    for colour in colours {
      #expect(theme.line(colour).contrast(with: theme.paper) >= 4.5, "\(colour.hex)")
    }
    for text in [theme.ink, theme.quietInk] { #expect(text.contrast(with: theme.paper) >= 4.5) }
    for status in LinkStatus.allCases {
      let fill = theme.fill(Palette.status(status))
      #expect(fill.contrast(with: fill.text) >= 4.5)
    }
  }

  @Test(arguments: Theme.all)
  func theWorseAStatusTheDarker(theme: Theme) {
    let luminances = Diagram.statusOrder.map { theme.fill(Palette.status($0)).luminance }
    // A tenth of contrast apart at least, so that a print in grey keeps them apart.
    let steps = zip(luminances, luminances.dropFirst())
    #expect(steps.allSatisfy { ($0 + 0.05) / ($1 + 0.05) >= 1.1 }, "\(luminances)")
  }
}
