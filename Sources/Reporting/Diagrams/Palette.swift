/// The colours of pictures.
///
/// The eight colours of Okabe and Ito keep apart for every common kind of colour vision. Colour never
/// stands alone: a shape, an arrowhead or a word says the same, so that a print in grey is read too.
enum Palette {
  static let black = Colour(0x000000)
  static let orange = Colour(0xE69F00)
  static let skyBlue = Colour(0x56B4E9)
  static let green = Colour(0x009E73)
  static let yellow = Colour(0xF0E442)
  static let blue = Colour(0x0072B2)
  static let vermillion = Colour(0xD55E00)
  static let purple = Colour(0xCC79A7)

  /// For what has no colour of its own.
  static let grey = Colour(0xE3E6E8)

  /// Text and lines of a picture on white.
  static let ink = Colour(0x1B1F23)
  /// Text of less weight on white.
  static let quietInk = Colour(0x57606A)

  /// The fill of a group of nodes, in the order of the groups; after the eighth they repeat, and the number
  /// in the legend tells them apart.
  ///
  /// - Parameter index: The group, from 0.
  /// - Returns: The colour.
  static func group(_ index: Int) -> Colour {
    let colours = [
      skyBlue, orange, green, purple, yellow, blue.mixed(with: .white, share: 0.45),
      vermillion.mixed(with: .white, share: 0.35), Colour(0xB8BEC4),
    ]
    return colours[((index % colours.count) + colours.count) % colours.count]
  }

  /// The fill of a score: from near white to blue, growing darker throughout, so that it is read in grey.
  ///
  /// - Parameter share: The score as a share of the largest, from 0 to 1.
  /// - Returns: The colour.
  static func score(_ share: Double) -> Colour {
    let share = share.isFinite ? min(max(share, 0), 1) : 0
    return share < 0.5
      ? Colour(0xF4F8FB).mixed(with: skyBlue, share: share * 2)
      : skyBlue.mixed(with: Colour(0x00548A), share: share * 2 - 1)
  }
}
