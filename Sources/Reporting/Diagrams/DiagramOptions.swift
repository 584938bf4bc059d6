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

  /// A measure's scores by node id.
  public struct Scores: Sendable, Equatable {
    /// The measure's name.
    public var name: String
    /// The scores; a node without one is drawn as 0.
    public var values: [String: Double]

    /// Makes scores.
    ///
    /// - Parameters:
    ///   - name: The measure's name.
    ///   - values: The scores by node id.
    public init(name: String, values: [String: Double]) {
      self.name = name
      self.values = values
    }

    /// A score as a share of the largest one, from 0 to 1.
    func share(of id: String) -> Double {
      let largest = values.values.reduce(0) { $1.isFinite ? max($0, $1) : $0 }
      guard largest > 0, let value = values[id], value.isFinite else { return 0 }
      return max(0, value / largest)
    }
  }

  /// A division of the nodes into groups, numbered from 0.
  public struct Groups: Sendable, Equatable {
    /// What the groups are, such as `community`.
    public var name: String
    /// The group of each node.
    public var values: [String: Int]
    /// What each group is called; `community 1` and so on where there is nothing.
    public var titles: [String]

    /// Makes groups.
    ///
    /// - Parameters:
    ///   - name: What the groups are, such as `community`.
    ///   - values: The group of each node.
    ///   - titles: What each group is called.
    public init(name: String, values: [String: Int], titles: [String] = []) {
      self.name = name
      self.values = values
      self.titles = titles
    }

    /// What a group is called.
    func title(of group: Int) -> String {
      titles.indices.contains(group)
        ? VisibleText.line(titles[group]) : "\(name) \(group + 1)"
    }
  }

  /// What the fill of a node shows.
  public enum Colouring: Sendable, Equatable {
    /// Its kind.
    case kind
    /// A score.
    case scores(Scores)
    /// Its group.
    case groups(Groups)
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
  ///   - sizes: The scores that a node's size shows.
  ///   - clustering: What nodes are framed together by.
  ///   - theme: The ground that it is drawn on.
  ///   - idPrefix: Put before every id of the picture.
  ///   - page: The page that the picture is to fill.
  public init(
    engine: Engine? = nil, direction: Direction? = nil, hasLegend: Bool = true,
    hasLineLabels: Bool = true, probabilities: Probabilities = .number,
    colouring: Colouring = .kind, sizes: Scores? = nil, clustering: Clustering = .none,
    theme: Theme = .light, idPrefix: String = "", page: PageSize = .fit
  ) {
    self.engine = engine
    self.direction = direction
    self.hasLegend = hasLegend
    self.hasLineLabels = hasLineLabels
    self.probabilities = probabilities
    self.colouring = colouring
    self.sizes = sizes
    self.clustering = clustering
    self.theme = theme
    self.idPrefix = idPrefix
    self.page = page
  }
}
