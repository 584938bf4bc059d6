/// How well a picture can be read, as far as that can be counted: what lies on what, which lines cross, and how
/// small the letters are on a page.
///
/// Boxes are those of the nodes, and of the words at lines without the blanks around them. Lines are taken as the
/// curves that Graphviz draws, each cubic in `steps` straight pieces. All lengths are in points.
public struct LayoutQuality: Sendable, Equatable {
  /// How many nodes there are.
  public var nodes: Int
  /// How many lines there are.
  public var edges: Int
  /// How many lines have words.
  public var labels: Int
  /// Pairs of nodes whose boxes overlap by more than half a point.
  public var nodeOverlaps: Int
  /// Pairs of a node and words at a line that overlap by more than a point.
  public var labelsOnNodes: Int
  /// Pairs of words at lines that overlap by more than a point.
  public var labelsOnLabels: Int
  /// Pairs of lines that cross, but for the surroundings of a node that both touch.
  public var crossings: Int
  /// Pairs of a line and a node that it runs through without beginning or ending there; two points at the rim
  /// of a node do not count.
  public var edgesThroughNodes: Int
  /// The width of the picture.
  public var width: Double
  /// The height of the picture.
  public var height: Double
  /// The size of the smallest letters, as they are drawn.
  public var smallestFont: Double

  /// Straight pieces for a cubic curve.
  static let steps = 8

  /// The width to the height.
  public var aspectRatio: Double { height > 0 ? width / height : 0 }

  /// The size of the smallest letters on a page, and whether height counts.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - isWhole: Whether the height of the page counts too, so that the whole picture lies on it.
  /// - Returns: The size in points; nothing is enlarged.
  public func smallestFont(on page: PageSize, isWhole: Bool = true) -> Double {
    guard let area = page.area else { return smallestFont }
    return smallestFont * area.scale(width: width, height: isWhole ? height : 0)
  }

  /// The figures of a picture that lies on a page.
  ///
  /// - Parameter page: The page.
  /// - Returns: The figures, letters scaled and the size that of the page; those of the picture itself without one.
  func framed(on page: PageSize) -> LayoutQuality {
    guard let area = page.area else { return self }
    var framed = self
    framed.smallestFont *= area.scale(width: width, height: height)
    framed.width = area.width + 2 * PageSize.margin
    framed.height = area.height + 2 * PageSize.margin
    return framed
  }
}

/// A box by its edges.
struct LayoutBox: Equatable {
  var left: Double
  var bottom: Double
  var right: Double
  var top: Double

  /// The box around points; `nil` without any.
  init?(around points: [LayoutPlace]) {
    guard let first = points.first else { return nil }
    (left, right, bottom, top) = (first.x, first.x, first.y, first.y)
    for point in points.dropFirst() {
      left = min(left, point.x)
      right = max(right, point.x)
      bottom = min(bottom, point.y)
      top = max(top, point.y)
    }
  }

  init(left: Double, bottom: Double, right: Double, top: Double) {
    (self.left, self.bottom, self.right, self.top) = (left, bottom, right, top)
  }

  /// Whether two boxes overlap by more than some length both ways.
  func overlaps(_ other: LayoutBox, by slack: Double) -> Bool {
    min(right, other.right) - max(left, other.left) > slack
      && min(top, other.top) - max(bottom, other.bottom) > slack
  }

  /// The box with each edge moved outwards.
  func grown(by length: Double) -> LayoutBox {
    LayoutBox(
      left: left - length, bottom: bottom - length, right: right + length, top: top + length)
  }

  func contains(_ point: LayoutPlace) -> Bool {
    left <= point.x && point.x <= right && bottom <= point.y && point.y <= top
  }

  /// Whether a straight line has a piece in the box (Liang and Barsky's clipping).
  func isEntered(from start: LayoutPlace, to end: LayoutPlace) -> Bool {
    var (low, high) = (0.0, 1.0)
    for (origin, delta, least, most) in [
      (start.x, end.x - start.x, left, right), (start.y, end.y - start.y, bottom, top),
    ] {
      if delta == 0 {
        guard least < origin, origin < most else { return false }
        continue
      }
      let (a, b) = ((least - origin) / delta, (most - origin) / delta)
      low = max(low, min(a, b))
      high = min(high, max(a, b))
      if low >= high { return false }
    }
    return true
  }
}

/// A point of a layout.
struct LayoutPlace: Equatable {
  var x: Double
  var y: Double
}

/// The shapes of a picture that its quality is counted from.
struct LayoutShapes {
  /// A line: its ends among the boxes and its points.
  struct Line {
    var tail: Int
    var head: Int
    var points: [LayoutPlace]
  }

  var boxes: [LayoutBox] = []
  var lines: [Line] = []
  var labels: [LayoutBox] = []

  /// The points of cubic curves that share their ends; those of a straight one are its ends.
  static func flattened(_ controls: [LayoutPlace]) -> [LayoutPlace] {
    var points = Array(controls.prefix(1))
    for start in stride(from: 0, to: controls.count - 3, by: 3) {
      let (a, b, c, d) = (
        controls[start], controls[start + 1], controls[start + 2], controls[start + 3]
      )
      for step in 1...LayoutQuality.steps {
        let t = Double(step) / Double(LayoutQuality.steps)
        let s = 1 - t
        func mix(_ key: KeyPath<LayoutPlace, Double>) -> Double {
          let ends = s * s * s * a[keyPath: key] + t * t * t * d[keyPath: key]
          return ends + 3 * s * t * (s * b[keyPath: key] + t * c[keyPath: key])
        }
        points.append(LayoutPlace(x: mix(\.x), y: mix(\.y)))
      }
    }
    return points
  }

  /// How many pairs of boxes overlap.
  /// - Complexity: O(n log n) for the sorting and O(k) for the k pairs that overlap from left to right.
  static func overlaps(_ boxes: [LayoutBox], by slack: Double) -> Int {
    let sorted = boxes.sorted { $0.left < $1.left }
    var count = 0
    for (index, box) in sorted.enumerated() {
      for other in sorted[(index + 1)...] {
        if other.left >= box.right { break }
        if box.overlaps(other, by: slack) { count += 1 }
      }
    }
    return count
  }

  /// How many pairs of lines cross.
  /// - Complexity: O(m²) in the number of lines for their bounds, and the pieces of those that meet.
  var crossings: Int {
    let bounded = lines.compactMap { line in
      LayoutBox(around: line.points).map { (line: line, bounds: $0) }
    }
    .sorted { $0.bounds.left < $1.bounds.left }
    var count = 0
    for (index, first) in bounded.enumerated() {
      for second in bounded[(index + 1)...] {
        if second.bounds.left > first.bounds.right { break }
        if second.bounds.bottom > first.bounds.top || second.bounds.top < first.bounds.bottom {
          continue
        }
        if cross(first.line, second.line) { count += 1 }
      }
    }
    return count
  }

  private func cross(_ first: Line, _ second: Line) -> Bool {
    let common = [first.tail, first.head].filter { $0 == second.tail || $0 == second.head }
      .filter(boxes.indices.contains).map { boxes[$0].grown(by: 4) }
    for (a, b) in zip(first.points, first.points.dropFirst()) {
      for (c, d) in zip(second.points, second.points.dropFirst()) {
        guard max(a.x, b.x) >= min(c.x, d.x), max(c.x, d.x) >= min(a.x, b.x),
          let point = Self.crossing(a, b, c, d), !common.contains(where: { $0.contains(point) })
        else { continue }
        return true
      }
    }
    return false
  }

  /// Where two straight lines cross; not where they only touch.
  static func crossing(
    _ a: LayoutPlace, _ b: LayoutPlace, _ c: LayoutPlace, _ d: LayoutPlace
  ) -> LayoutPlace? {
    func side(_ p: LayoutPlace, _ q: LayoutPlace, _ r: LayoutPlace) -> Double {
      (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
    }
    let (ofA, ofB) = (side(c, d, a), side(c, d, b))
    guard side(a, b, c) * side(a, b, d) < 0, ofA * ofB < 0 else { return nil }
    let share = ofA / (ofA - ofB)
    return LayoutPlace(x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y))
  }

  /// How many lines run through how many nodes that they do not touch.
  var linesThroughBoxes: Int {
    var count = 0
    let small = boxes.map { $0.grown(by: -2) }
    for line in lines {
      guard let bounds = LayoutBox(around: line.points) else { continue }
      for (index, box) in small.enumerated()
      where index != line.tail && index != line.head && box.left < bounds.right
        && box.right > bounds.left && box.bottom < bounds.top && box.top > bounds.bottom
      {
        let isEntered = zip(line.points, line.points.dropFirst()).contains {
          box.isEntered(from: $0, to: $1)
        }
        if isEntered { count += 1 }
      }
    }
    return count
  }
}
