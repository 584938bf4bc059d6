/// The fill of a cell: the more, the farther from the ground, on a scale that is read in grey and with any colour
/// vision.
enum MatrixShade {
  /// Every third of sixteen equal steps of cividis, from blue to yellow, the darkest first [Nunez2018].
  private static let stops = [
    Colour(0x00224E), Colour(0x35456C), Colour(0x666970), Colour(0x948E77), Colour(0xC8B866),
    Colour(0xFEE838),
  ]

  /// The fill for a share: darker for more on white paper, lighter for more on black.
  ///
  /// - Parameters:
  ///   - share: From 0 to 1; anything else is moved to the nearer end.
  ///   - theme: The ground.
  /// - Returns: The fill.
  static func fill(_ share: Double, on theme: Theme) -> Colour {
    let share = share.isFinite ? min(max(share, 0), 1) : 0
    let step = (theme.isDark ? share : 1 - share) * Double(stops.count - 1)
    let lower = min(Int(step), stops.count - 2)
    return stops[lower].mixed(with: stops[lower + 1], share: step - Double(lower))
  }
}
