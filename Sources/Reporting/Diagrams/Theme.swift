/// The ground that a picture is drawn on, and how its colours fit it.
public struct Theme: Sendable, Hashable {
  /// The name, as a user gives it.
  public let name: String
  /// The ground.
  public let paper: Colour
  /// Text.
  public let ink: Colour
  /// Text of less weight.
  public let quietInk: Colour
  /// Frames, and outlines of what is faded.
  public let rule: Colour
  /// How much of white is mixed into a fill.
  let wash: Double

  /// Dark on white, for a page.
  public static let light = Theme(
    name: "light", paper: .white, ink: Palette.ink, quietInk: Palette.quietInk,
    rule: Colour(0xA3ABB3), wash: 0)
  /// Light on near black, for a screen.
  public static let dark = Theme(
    name: "dark", paper: Colour(0x14171A), ink: Colour(0xE6E8EA), quietInk: Colour(0xA3ABB3),
    rule: Colour(0x57606A), wash: 0)
  /// Black on white with pale fills, for paper and for grey.
  public static let print = Theme(
    name: "print", paper: .white, ink: .black, quietInk: Colour(0x3D444B), rule: Colour(0x7A828A),
    wash: 0.5)

  /// All themes.
  public static let all: [Theme] = [.light, .dark, .print]

  /// Whether the ground is dark.
  public var isDark: Bool { paper.luminance < 0.5 }

  /// The fill of a node: the fill of its mark, paler on paper that is to be printed on.
  ///
  /// - Parameter fill: The fill of the mark.
  /// - Returns: The fill in this theme.
  public func fill(_ fill: Colour) -> Colour { fill.mixed(with: .white, share: wash) }

  /// The outline of a node: its fill, moved away from the ground.
  ///
  /// - Parameter fill: The fill as drawn.
  /// - Returns: The outline.
  public func outline(of fill: Colour) -> Colour {
    isDark ? fill.mixed(with: .white, share: 0.45) : fill.mixed(with: .black, share: 0.55)
  }

  /// A colour of lines and words, moved away from the ground until it can be read on it.
  ///
  /// - Parameter colour: The colour of the mark.
  /// - Returns: A colour whose contrast with the paper is 4.5 or more, as WCAG 2.2 asks of text.
  public func line(_ colour: Colour) -> Colour {
    let far: Colour = isDark ? .white : .black
    for step in 0...20 {
      let moved = colour.mixed(with: far, share: Double(step) / 20)
      if moved.contrast(with: paper) >= 4.5 { return moved }
    }
    return far
  }
}
