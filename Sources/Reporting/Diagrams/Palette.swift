internal import InfluenceAnalysis

/// The colours of pictures.
///
/// The eight colours of Okabe and Ito [Okabe2008] keep apart for every common kind of colour vision. Colour never
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

  /// How many groups have a colour of their own.
  static let groupCount = 8

  /// The fill of a group of nodes, in the order of the groups; after the eighth all are grey, since nobody
  /// tells more colours apart.
  ///
  /// - Parameter index: The group, from 0.
  /// - Returns: The colour.
  static func group(_ index: Int) -> Colour {
    let colours = [
      skyBlue, orange, green, purple, yellow, blue,
      vermillion.mixed(with: .white, share: 0.35), Colour(0x8B949E),
    ]
    return colours.indices.contains(index) ? colours[index] : grey
  }

  /// The fill of a status: the worse, the darker, so that it is read in grey.
  static func status(_ status: LinkStatus) -> Colour {
    switch status {
    case .supported: skyBlue.mixed(with: .white, share: 0.7)
    case .weak: yellow.mixed(with: Colour(0xB09000), share: 0.35)
    case .disputed: orange.mixed(with: vermillion, share: 0.45)
    case .claimedOnly: purple.mixed(with: .black, share: 0.3)
    case .denied: Colour(0x2B3036)
    case .raised: grey
    }
  }

  /// What is new, gone or not the same from one graph to another, as lines and words.
  static func change(_ change: Change) -> Colour {
    switch change {
    case .added: blue
    case .removed: vermillion
    case .changed: purple.mixed(with: .black, share: 0.35)
    }
  }
}
