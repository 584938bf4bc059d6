public import Evidence

/// How a kind of entity is drawn: by shape and by colour, so that either alone tells it.
public struct KindMark: Sendable, Hashable {
  /// The kind that the mark stands for; empty for nodes without a kind.
  public let kind: String
  /// The shape, a name that Graphviz knows.
  public let shape: String
  /// How many outlines there are.
  public let outlines: Int
  /// Whether the corners are round.
  public let isRounded: Bool
  /// The colour inside.
  public let fill: Colour

  /// The colour of the outline: the fill, darkened.
  public var outline: Colour { fill.mixed(with: .black, share: 0.55) }

  init(
    _ kind: String, shape: String, fill: Colour, outlines: Int = 1, isRounded: Bool = false
  ) {
    self.kind = kind
    self.shape = shape
    self.outlines = outlines
    self.isRounded = isRounded
    self.fill = fill
  }

  /// The marks of the standard kinds, in the order of a legend.
  static let standard: [KindMark] = [
    KindMark("ideologue", shape: "ellipse", fill: Palette.blue, outlines: 2),
    KindMark("person", shape: "ellipse", fill: Palette.skyBlue.mixed(with: .white, share: 0.4)),
    KindMark("group", shape: "hexagon", fill: Palette.orange),
    KindMark(
      "attack", shape: "octagon", fill: Palette.vermillion.mixed(with: .white, share: 0.3)),
    KindMark("publication", shape: "note", fill: Palette.yellow.mixed(with: .white, share: 0.35)),
    KindMark("outlet", shape: "component", fill: Palette.purple.mixed(with: .white, share: 0.25)),
    KindMark("organisation", shape: "box", fill: Palette.green.mixed(with: .white, share: 0.55)),
    KindMark("authority", shape: "box3d", fill: Colour(0xC3C9CE)),
    KindMark(
      "event", shape: "parallelogram", fill: Palette.vermillion.mixed(with: .white, share: 0.75)),
    KindMark("place", shape: "box", fill: Colour(0xEEF0F1), isRounded: true),
  ]

  /// The mark of a node without a kind, as in a plain network.
  static let plain = KindMark("", shape: "ellipse", fill: Palette.grey)

  /// The mark of a kind.
  ///
  /// A kind of the reader's own vocabulary takes the mark of the nearest kind that it is a special case of,
  /// else a plain box.
  ///
  /// - Parameters:
  ///   - kind: The kind.
  ///   - vocabulary: The words that say of what it is a special case.
  /// - Returns: The mark.
  public static func mark(of kind: String, in vocabulary: Vocabulary) -> KindMark {
    if kind.isEmpty { return plain }
    var current: String? = kind
    for _ in 0...vocabulary.kinds.count {
      guard let name = current else { break }
      if let mark = standard.first(where: { $0.kind == name }) {
        return KindMark(
          kind, shape: mark.shape, fill: mark.fill, outlines: mark.outlines,
          isRounded: mark.isRounded)
      }
      current = vocabulary.kind(name)?.isA
    }
    return KindMark(kind, shape: "box", fill: Palette.grey)
  }

  /// The place of a kind in a legend: the standard kinds first, then the others by name.
  static func order(_ left: String, _ right: String) -> Bool {
    func place(_ kind: String) -> Int {
      standard.firstIndex { $0.kind == kind } ?? standard.count
    }
    return (place(left), left) < (place(right), right)
  }
}
