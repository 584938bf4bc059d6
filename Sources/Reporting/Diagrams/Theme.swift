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

  /// A colour of lines and words, so far from the ground that it can be read on it.
  ///
  /// On a dark ground a colour stands a little farther from the ground than it does from white on a light one, since
  /// thin lines seem dim there, and keeps its hue: what is black there is nearly white here, and grey stays grey. What
  /// can be read on it stays as it is.
  ///
  /// - Parameter colour: The colour of the mark.
  /// - Returns: A colour whose contrast with the paper is 4.5 or more, as WCAG 2.2 asks of text.
  public func line(_ colour: Colour) -> Colour {
    guard isDark else {
      return colour.nearest(to: [.black], until: { $0.contrast(with: paper) >= Self.readable })
    }
    if colour.contrast(with: paper) >= Self.readable { return colour }
    let most = Colour.white.contrast(with: paper) * 0.9
    let wanted = min(max(Self.readable, colour.contrast(with: .white) * 1.1), most)
    return colour.nearest(
      to: [colour.brightened, .white], until: { $0.contrast(with: paper) >= wanted })
  }

  /// The colour of a line that is only there for its surroundings: as close to the ground as a line may come that
  /// still has to be seen.
  ///
  /// - Parameter colour: The colour of the line as drawn.
  /// - Returns: A colour whose contrast with the paper is 3 or more, as WCAG 2.2 asks of graphics.
  func faded(_ colour: Colour) -> Colour {
    let near = (0...20).last { step in
      colour.mixed(with: paper, share: Double(step) / 20).contrast(with: paper) >= Self.visible
    }
    return colour.mixed(with: paper, share: Double(near ?? 0) / 20)
  }

  /// The contrast that text needs.
  static let readable = 4.5
  /// The contrast that lines need.
  static let visible = 3.0
}

extension Colour {
  /// The same hue as bright as it can be: all channels grown by one factor until one of them is full.
  var brightened: Colour {
    let most = max(red, green, blue)
    guard most > 0 else { return .white }
    func grown(_ byte: UInt8) -> UInt32 {
      UInt32((Double(byte) * 255 / Double(most)).rounded())
    }
    return Colour(grown(red) << 16 | grown(green) << 8 | grown(blue))
  }

  /// The first colour on the way from this one over others that fits, else the last of them.
  fileprivate func nearest(to others: [Colour], until fits: (Colour) -> Bool) -> Colour {
    var start = self
    for end in others {
      for step in 0...20 {
        let moved = start.mixed(with: end, share: Double(step) / 20)
        if fits(moved) { return moved }
      }
      start = end
    }
    return start
  }
}
