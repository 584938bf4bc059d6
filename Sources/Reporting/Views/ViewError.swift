/// Why a view of a network cannot be drawn.
public enum ViewError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A backbone of a network whose edges have no weights, or one weight all.
  case noWeights(isUnweighted: Bool)
  /// No edge is below alpha; the least chance among them.
  case nothingStandsOut(alpha: Double, least: Double)

  /// What is wrong, and how to mend it.
  public var description: String {
    switch self {
    case .noWeights(let isUnweighted):
      (isUnweighted
        ? "a backbone needs weights, and the edges of this network have none"
        : "a backbone needs weights that differ, and all edges of this network weigh the same")
        + ": among equal ties none stands out; give the edges an attribute 'weight', or draw --view "
        + "communities"
    case .nothingStandsOut(let alpha, let least):
      "no edge stands out at alpha \(alpha); the least chance of any is "
        + "\(((least - 1e-9) * 1000).rounded(.up) / 1000): give a larger --alpha"
    }
  }
}
