public import Evidence

/// What a line of a picture says about influence.
public enum Standing: Sendable, Hashable, CaseIterable {
  /// Influence that the sources support.
  case influence
  /// Influence that some sources affirm and some deny.
  case disputed
  /// A weak lead: drawn, but no influence.
  case lead
  /// Affirmed by the credited party only, or a claim of responsibility: drawn, but no influence.
  case claimedOnly
  /// Denied or found without evidence: drawn, but no influence.
  case denied
  /// A tie of a plain network: no evidence is recorded, and nothing is said about influence.
  case tie

  /// Whether the line stands for influence; in a picture of evidence only such lines are solid.
  public var isInfluence: Bool { self == .influence || self == .disputed }
}

/// How a line is drawn. In a picture of evidence solid lines are influence and nothing else is solid; the
/// ties of a plain network, which claim nothing, are solid too.
public struct LineMark: Sendable, Hashable {
  /// The line: `solid`, `dashed` or `dotted`.
  public let style: String
  /// The arrowhead, a name that Graphviz knows.
  public let arrowhead: String
  /// The colour.
  public let colour: Colour
  /// Whether the line is drawn twice side by side.
  public let isDouble: Bool
  /// The width of a line of probability 1, in points.
  public let width: Double
  /// What it stands for, as the part of a key of words.
  let sense: String

  /// What it stands for, in the words of a legend.
  public var meaning: String { meaning(in: .standard) }

  /// What it stands for, in the words of a legend.
  ///
  /// - Parameter words: The language.
  /// - Returns: The words.
  func meaning(in words: Words) -> String { words.plain("legend." + sense) }

  /// The mark of a line.
  ///
  /// - Parameters:
  ///   - degree: The degree of the relation.
  ///   - standing: What the line says about influence.
  /// - Returns: The mark.
  public static func mark(of degree: Degree, _ standing: Standing) -> LineMark {
    switch standing {
    case .influence: return influence(degree)
    case .disputed:
      let plain = influence(degree)
      return LineMark(
        style: "solid", arrowhead: plain.arrowhead, colour: Colour(0xB34700), isDouble: true,
        width: 1.6, sense: "disputed")
    case .lead:
      return LineMark(
        style: "dashed", arrowhead: "lvee", colour: Colour(0x666F79), isDouble: false, width: 1.4,
        sense: "lead")
    case .claimedOnly:
      return LineMark(
        style: "dashed", arrowhead: "onormal", colour: Colour(0x8A3A6B), isDouble: false,
        width: 1.7, sense: "claimed-only")
    case .tie:
      return LineMark(
        style: "solid", arrowhead: "normal", colour: Colour(0x57606A), isDouble: false,
        width: 1.3, sense: "tie")
    case .denied:
      return LineMark(
        style: "dotted", arrowhead: "tee", colour: Colour(0x4A4A4A), isDouble: false, width: 1.8,
        sense: "denied")
    }
  }

  /// The mark without an arrowhead, for lines without a direction.
  var withoutDirection: LineMark {
    LineMark(
      style: style, arrowhead: "none", colour: colour, isDouble: isDouble, width: width,
      sense: sense)
  }

  private static func influence(_ degree: Degree) -> LineMark {
    func mark(_ arrowhead: String, _ colour: UInt32, _ width: Double) -> LineMark {
      LineMark(
        style: "solid", arrowhead: arrowhead, colour: Colour(colour), isDouble: false,
        width: width, sense: degree.rawValue)
    }
    switch degree {
    case .directs: return mark("normalnormal", 0x111111, 3.4)
    case .enables: return mark("diamond", 0x00573F, 2.8)
    case .inspires: return mark("vee", 0x0072B2, 2.4)
    case .carries: return mark("normal", 0x6E7781, 1.4)
    case .associates: return mark("dot", 0x6B5B00, 1.4)
    case .none: return mark("normal", 0x57606A, 1.4)
    }
  }
}
