/// A page that a picture is to fill.
public enum PageSize: String, Sendable, Hashable, CaseIterable {
  /// 210 by 297 mm.
  case a4
  /// 297 by 210 mm.
  case a4Landscape = "a4-landscape"
  /// 297 by 420 mm.
  case a3
  /// 420 by 297 mm.
  case a3Landscape = "a3-landscape"
  /// 8.5 by 11 inches.
  case letter
  /// 11 by 8.5 inches.
  case letterLandscape = "letter-landscape"
  /// A slide of 16 to 9.
  case slide
  /// As wide as high.
  case square
  /// No page: the picture takes the room that it needs.
  case fit

  /// An area in points.
  public struct Area: Sendable, Hashable {
    /// From left to right.
    public let width: Double
    /// From top to bottom.
    public let height: Double

    /// How much a picture must be scaled to lie in the area, never enlarged.
    ///
    /// - Parameters:
    ///   - width: The width of the picture.
    ///   - height: The height of the picture.
    /// - Returns: More than 0 and at most 1.
    public func scale(width: Double, height: Double) -> Double {
      min(1, self.width / max(width, 1), self.height / max(height, 1))
    }
  }

  /// The margin of each side, in points: 10 mm.
  public static let margin = 72 / 2.54

  /// The area within the margins; `nil` without a page.
  public var area: Area? {
    let (width, height): (Double, Double)
    switch self {
    case .a4: (width, height) = (595.28, 841.89)
    case .a4Landscape: (width, height) = (841.89, 595.28)
    case .a3: (width, height) = (841.89, 1190.55)
    case .a3Landscape: (width, height) = (1190.55, 841.89)
    case .letter: (width, height) = (612, 792)
    case .letterLandscape: (width, height) = (792, 612)
    case .slide: (width, height) = (960, 540)
    case .square: (width, height) = (720, 720)
    case .fit: return nil
    }
    return Area(width: width - 2 * Self.margin, height: height - 2 * Self.margin)
  }

  /// The pages that a picture may be printed on: itself, or A4 either way where there is no page.
  var candidates: [PageSize] { self == .fit ? [.a4Landscape, .a4] : [self] }

  /// The page on which a picture is printed largest.
  func best(width: Double, height: Double) -> (page: PageSize, scale: Double) {
    var best: (page: PageSize, scale: Double) = (.a4, 0)
    for page in candidates {
      guard let scale = page.area?.scale(width: width, height: height), scale > best.scale else {
        continue
      }
      best = (page, scale)
    }
    return best
  }

  /// The name in a sentence, as in `A4 landscape`.
  public var words: String {
    switch self {
    case .a4: "A4"
    case .a4Landscape: "A4 landscape"
    case .a3: "A3"
    case .a3Landscape: "A3 landscape"
    case .letter: "letter"
    case .letterLandscape: "letter landscape"
    case .slide: "a slide"
    case .square: "a square"
    case .fit: "A4"
    }
  }
}
