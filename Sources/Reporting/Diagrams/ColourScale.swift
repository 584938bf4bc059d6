/// A scale of colours that grows lighter throughout, so that it is read in grey and with any colour vision.
struct ColourScale: Sendable, Hashable {
  /// Colours at equal steps, the darkest first; between them colours are mixed.
  let stops: [Colour]

  /// From purple through green to yellow, every 17th of the 256 colours of viridis [Smith2015].
  static let viridis = ColourScale(stops: [
    Colour(0x440154), Colour(0x481A6C), Colour(0x472F7D), Colour(0x414487), Colour(0x39568C),
    Colour(0x31688E), Colour(0x2A788E), Colour(0x23888E), Colour(0x1F988B), Colour(0x22A884),
    Colour(0x35B779), Colour(0x54C568), Colour(0x7AD151), Colour(0xA5DB36), Colour(0xD2E21B),
    Colour(0xFDE725),
  ])

  /// From blue through grey to yellow, every 17th of the 256 colours of cividis [Nunez2018].
  static let cividis = ColourScale(stops: [
    Colour(0x00224E), Colour(0x002E6C), Colour(0x1E3A6F), Colour(0x35456C), Colour(0x47516C),
    Colour(0x575D6D), Colour(0x666970), Colour(0x757575), Colour(0x848279), Colour(0x948E77),
    Colour(0xA59C74), Colour(0xB7A96E), Colour(0xC8B866), Colour(0xDBC75A), Colour(0xEED649),
    Colour(0xFEE838),
  ])

  /// The colour at a place of the scale.
  ///
  /// - Parameter place: From 0, the darkest, to 1, the lightest; anything else is moved to the nearer end.
  /// - Returns: The colour.
  func colour(at place: Double) -> Colour {
    let place = place.isFinite ? min(max(place, 0), 1) : 0
    let step = place * Double(stops.count - 1)
    let lower = min(Int(step), stops.count - 2)
    return stops[lower].mixed(with: stops[lower + 1], share: step - Double(lower))
  }

  /// The fill for a share: the more, the farther from the ground, which is darker on white paper and lighter
  /// on black.
  ///
  /// - Parameters:
  ///   - share: From 0 to 1.
  ///   - theme: The ground.
  /// - Returns: The fill, before the theme washes it.
  func fill(_ share: Double, on theme: Theme) -> Colour {
    let share = share.isFinite ? share : 0
    return colour(at: theme.isDark ? share : 1 - share)
  }

  /// The colour of a line for a share, from the part of the scale that can be read on the ground.
  ///
  /// - Parameters:
  ///   - share: From 0 to 1.
  ///   - theme: The ground.
  /// - Returns: A colour whose contrast with the paper is 4.5 or more.
  func line(_ share: Double, on theme: Theme) -> Colour {
    let share = share.isFinite ? min(max(share, 0), 1) : 0
    // Luminance is monotone, so what can be read is one stretch from the end that is far from the ground.
    let far = theme.isDark ? 1.0 : 0
    let steps = 100
    let near =
      (0...steps).map { far + (1 - 2 * far) * Double($0) / Double(steps) }
      .last { colour(at: $0).contrast(with: theme.paper) >= 4.5 } ?? far
    return theme.line(colour(at: near + (far - near) * share))
  }
}
