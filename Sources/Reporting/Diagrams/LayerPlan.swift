/// How a layered layout is arranged so that it fills a page: which way it runs, over how many layers the
/// neighbours of a hub are spread, and where the small parts lie.
///
/// Graphviz places layers well but knows no page: a node with fifty neighbours makes a column of fifty, and parts
/// without a line between them are piled on each other. The plan estimates the size of each arrangement from the
/// sizes of the boxes, by the longest ways through the lines, and takes the one that is printed largest.
struct LayerPlan: Equatable {
  /// A node, or the words at a line, before it has a place.
  struct Box: Equatable {
    var width: Double
    var height: Double
  }

  /// A line between two nodes by their numbers.
  struct Line: Equatable {
    var tail: Int
    var head: Int
    /// Whether the head must lie in a later layer than the tail.
    var ranks: Bool
    /// The size of its words, nothing without.
    var words = Box(width: 0, height: 0)
  }

  /// Distances between boxes, in points.
  struct Gaps: Equatable {
    /// Between neighbours of a layer.
    var nodes: Double
    /// Between layers.
    var layers: Double
  }

  /// Which way it runs.
  var direction: DiagramOptions.Direction
  /// How many layers a line spans, by its number, where that is more than one.
  var spans: [Int: Int] = [:]
  /// Pairs of nodes, by their numbers, that lie in one layer: each sets a small part beside the largest.
  var pairs: [Pair] = []
  /// The estimated width in points.
  var width: Double
  /// The estimated height in points.
  var height: Double

  /// Two nodes of one layer.
  struct Pair: Equatable {
    /// The node of the largest part.
    var anchor: Int
    /// The node of the small part.
    var node: Int
  }

  /// A hub has more leaves than this.
  static let fewLeaves = 6
  /// Leaves are spread over at most so many layers.
  static let mostSpans = 6

  /// Finds the arrangement that is printed largest.
  ///
  /// - Parameters:
  ///   - boxes: The sizes of the nodes.
  ///   - lines: The lines.
  ///   - gaps: Distances between boxes.
  ///   - page: The page that it is to fill.
  ///   - direction: Which way it must run; `nil` leaves it open. Down is preferred to right where both are
  ///     printed about as large.
  ///   - extra: The height of what stands above and below.
  /// - Complexity: O(n + m) for each arrangement tried, and there are at most twenty-four.
  init(
    boxes: [Box], lines: [Line], gaps: Gaps, page: PageSize,
    direction: DiagramOptions.Direction? = nil, extra: Double = 0
  ) {
    let shape = LayerShape(boxes: boxes, lines: lines)
    let depths = shape.hasHub ? Array(1...Self.mostSpans) : [1]
    var best: (plan: LayerPlan, score: Double)?
    for way in direction.map({ [$0] }) ?? [.down, .right] {
      for depth in depths {
        for packs in [false, true] {
          let plan = shape.plan(way, depth: depth, packs: packs, gaps: gaps)
          let scale = page.best(width: plan.width, height: plan.height + extra).scale
          // What makes the picture less plain must be worth it.
          let score =
            scale * (way == .down ? 1.15 : 1) / (packs ? 1.03 : 1) / (0.97 + 0.03 * Double(depth))
          if score > (best?.score ?? 0) { best = (plan, score) }
        }
      }
    }
    self = best?.plan ?? LayerPlan(direction: direction ?? .down, width: 0, height: 0)
  }

  init(
    direction: DiagramOptions.Direction, spans: [Int: Int] = [:], pairs: [Pair] = [],
    width: Double, height: Double
  ) {
    self.direction = direction
    self.spans = spans
    self.pairs = pairs
    self.width = width
    self.height = height
  }
}
