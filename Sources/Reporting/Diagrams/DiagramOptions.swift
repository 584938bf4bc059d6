/// How a diagram is drawn.
public struct DiagramOptions: Sendable, Equatable {
  /// The layout engines of Graphviz.
  public enum Engine: String, Sendable, CaseIterable {
    /// In layers, the influence flowing one way.
    case dot
    /// By springs.
    case neato
    /// By springs, with clusters.
    case fdp
    /// By springs, for large networks.
    case sfdp
    /// In rings around the middle.
    case twopi
    /// On circles.
    case circo
  }

  /// Which way a layered layout runs.
  public enum Direction: String, Sendable, CaseIterable {
    /// From the top down.
    case down = "TB"
    /// From left to right, for chains.
    case right = "LR"
  }

  /// What nodes are framed together by.
  public enum Clustering: Sendable, Equatable {
    /// Nothing.
    case none
    /// Their kind.
    case kind
    /// Their group.
    case groups(Groups)
  }

  /// What a line says of its probability.
  public enum Probabilities: Sendable, Equatable, CaseIterable {
    /// A percentage.
    case number
    /// A word.
    case word
    /// Nothing; width and opacity still show it.
    case none
  }

  /// The layout engine; `nil` leaves it to the picture: layers, but springs for a dense network without
  /// direction, and springs on several scales for a large one.
  public var engine: Engine?
  /// The page that the picture is to fill.
  public var page: PageSize
  /// Which way a layered layout runs; `nil` leaves it to the picture: down, but to the right where a layer
  /// would be wider than a page.
  public var direction: Direction?
  /// Whether there is a legend.
  public var hasLegend: Bool
  /// Whether lines are labelled with their relation.
  public var hasLineLabels: Bool
  /// What a line says of its probability.
  public var probabilities: Probabilities
  /// What the fill of a node shows.
  public var colouring: Colouring
  /// What the colour of a line shows.
  public var lineColouring: LineColouring
  /// The scores that a node's size shows.
  public var sizes: Scores?
  /// What nodes are framed together by.
  public var clustering: Clustering
  /// The ground that it is drawn on.
  public var theme: Theme
  /// Put before every id of the picture, so that several pictures fit on one page.
  public var idPrefix: String

  /// Makes options.
  ///
  /// - Parameters:
  ///   - engine: The layout engine; `nil` leaves it to the picture.
  ///   - direction: Which way a layered layout runs; `nil` leaves it to the picture.
  ///   - hasLegend: Whether there is a legend.
  ///   - hasLineLabels: Whether lines are labelled with their relation.
  ///   - probabilities: What a line says of its probability.
  ///   - colouring: What the fill of a node shows.
  ///   - lineColouring: What the colour of a line shows.
  ///   - sizes: The scores that a node's size shows.
  ///   - clustering: What nodes are framed together by.
  ///   - theme: The ground that it is drawn on.
  ///   - idPrefix: Put before every id of the picture.
  ///   - page: The page that the picture is to fill.
  public init(
    engine: Engine? = nil, direction: Direction? = nil, hasLegend: Bool = true,
    hasLineLabels: Bool = true, probabilities: Probabilities = .number,
    colouring: Colouring = .kind, lineColouring: LineColouring = .degree, sizes: Scores? = nil,
    clustering: Clustering = .none, theme: Theme = .light, idPrefix: String = "",
    page: PageSize = .fit
  ) {
    self.engine = engine
    self.direction = direction
    self.hasLegend = hasLegend
    self.hasLineLabels = hasLineLabels
    self.probabilities = probabilities
    self.colouring = colouring
    self.lineColouring = lineColouring
    self.sizes = sizes
    self.clustering = clustering
    self.theme = theme
    self.idPrefix = idPrefix
    self.page = page
  }
}
