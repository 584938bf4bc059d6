internal import Evidence
internal import GraphCore
public import InfluenceAnalysis

/// A network as a matrix: what influences stands in the rows, what is influenced in the columns, and a cell holds
/// the probability of the influence, or the weight of the tie.
///
/// Where lines would cross each other a hundred times, a matrix keeps each link in a place of its own. A claim, a
/// denial or a lead is no influence: its cell stays unfilled and has a sign.
public struct MatrixPicture: Sendable {
  /// The order of rows and columns.
  public enum Order: String, Sendable, CaseIterable {
    /// Communities together, the strongest first; in each the strong before the weak.
    case community
    /// By the number of neighbours.
    case degree
    /// By name.
    case name
  }

  /// How a matrix is drawn.
  public struct Options: Sendable {
    /// The order of rows and columns.
    public var order = Order.community
    /// The most rows; the nodes with the most neighbours are shown.
    public var limit = 36
    /// The ground that it is drawn on.
    public var theme = Theme.light
    /// A title in place of the picture's own.
    public var title: String?
    /// Whether the marks are explained.
    public var hasLegend = true

    /// Makes options.
    public init() {}
  }

  let plan: MatrixPlan
  let groups: DiagramOptions.Groups
  let options: Options
  let title: String
  let subtitle: String
  let sourceLine: String
  /// What is in the cells.
  let content: Content

  /// What the cells of a matrix hold.
  enum Content { case probabilities, weights, counts, ties }
  /// Whether a row and its column say the same.
  let isSymmetric: Bool
  /// Whether it is mostly of influence: ties of kin and contact must not be read as that.
  let speaksOfInfluence: Bool

  /// The network as a sheet.
  ///
  /// - Returns: The sheet.
  /// - Complexity: O(r + c) for r rows and c filled cells.
  public func canvas() -> Canvas {
    let drawing = MatrixDrawing(picture: self)
    var sheet = Sheet(theme: options.theme, width: drawing.width)
    sheet.writeHeading(title, subtitle)
    if plan.rows.isEmpty {
      sheet.write("There is no link to show.", Sheet.body, options.theme.ink)
    } else {
      drawing.draw(on: &sheet)
    }
    sheet.top += 10
    if options.hasLegend {
      MatrixLegend(picture: self).write(on: &sheet)
      sheet.top += 4
    }
    for note in notes { sheet.write(note, Sheet.note) }
    sheet.write(sourceLine, Sheet.note)
    return sheet.canvas(title: title, summary: ([subtitle] + notes).joined(separator: ". "))
  }

  private var notes: [String] {
    let order =
      switch options.order {
      case .community:
        "Rows and columns are ordered by community (Leiden, modularity, direction ignored), the strongest "
          + "first, then by strength."
      case .degree: "Rows and columns are ordered by the number of neighbours."
      case .name: "Rows and columns are ordered by name."
      }
    let counts = "Numbers at the edges count the filled cells of the whole network."
    let direction =
      isSymmetric
      ? "Ties have no direction, so each stands in two cells. " + counts
      : speaksOfInfluence
        ? "What influences stands in the rows, what is influenced in the columns. " + counts
        : "Ties run from the row to the column. " + counts
    let left = plan.nodeCount - plan.rows.count
    let shown =
      left > 0
      ? [
        "Shown are the \(plan.rows.count) of \(plan.nodeCount) with the most neighbours; "
          + "\(left) are left out, and with them "
          + "\(plan.valueCount - plan.cells.count { $0.value != nil }) of \(plan.valueCount) filled cells."
      ] : []
    return shown + [order, direction]
  }
}

extension MatrixPicture {
  /// The matrix of a network of influence.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - groups: Its communities.
  ///   - options: How it is drawn.
  public init(_ network: InfluenceNetwork, groups: DiagramOptions.Groups, options: Options) {
    let diagram = Diagram(network, title: options.title)
    let entries = diagram.lines.flatMap { line -> [MatrixPlan.Entry] in
      func entry(_ tail: String, _ head: String) -> MatrixPlan.Entry {
        MatrixPlan.Entry(
          tail: tail, head: head, value: line.standing.isInfluence ? line.probability : nil,
          standing: line.standing, tooltip: line.tooltip)
      }
      let forward = entry(line.tail, line.head)
      return line.isDirected ? [forward] : [forward, entry(line.head, line.tail)]
    }
    plan = MatrixPlan(
      nodes: diagram.nodes, entries: entries, groups: groups.values, order: options.order,
      limit: options.limit
    ) { entry, values in
      let least = values.max() ?? 0
      // A hop with a weak lead among its arcs is more probable than the influence alone.
      guard let hop = network.hop(from: entry.tail, to: entry.head),
        !hop.arcs.contains(where: \.isWeakLead)
      else { return least }
      return hop.probability
    }
    self.groups = groups
    self.options = options
    let undirected = diagram.lines.count { !$0.isDirected }
    isSymmetric = undirected > 0 && undirected == diagram.lines.count
    speaksOfInfluence = 2 * undirected <= diagram.lines.count
    let question =
      isSymmetric
      ? "who is tied to whom"
      : speaksOfInfluence ? "who influences whom" : "ties and influence"
    title = options.title ?? "\(diagram.title): \(question)"
    subtitle = diagram.subtitle
    sourceLine = diagram.sourceLine
    content = .probabilities
  }

  /// The matrix of a plain network, by its weights.
  ///
  /// - Parameters:
  ///   - subject: The network.
  ///   - groups: Its communities.
  ///   - options: How it is drawn.
  public init(_ subject: PlainSubject, groups: DiagramOptions.Groups, options: Options) {
    let graph = subject.graph
    let diagram = subject.diagram(title: options.title)
    var entries: [MatrixPlan.Entry] = []
    for (number, edge) in graph.edges.enumerated() {
      let (tail, head) = (subject.nodes[edge.tail].id, subject.nodes[edge.head].id)
      let value = edge.weight ?? 1
      let weight = graph.isWeighted ? ", weight \(MatrixDrawing.text(value))" : ""
      let tooltip = subject.tie(number) + weight + "; " + PlainSubject.noEvidence
      for ends in graph.isDirected || tail == head ? [(tail, head)] : [(tail, head), (head, tail)] {
        entries.append(
          MatrixPlan.Entry(
            tail: ends.0, head: ends.1, value: value, standing: .tie, tooltip: tooltip))
      }
    }
    plan = MatrixPlan(
      nodes: diagram.nodes, entries: entries, groups: groups.values, order: options.order,
      limit: options.limit
    ) { _, values in values.reduce(0, +) }
    self.groups = groups
    self.options = options
    title = diagram.title
    subtitle = diagram.subtitle
    sourceLine = ""
    content =
      graph.isWeighted ? .weights : plan.cells.contains { $0.value != 1 } ? .counts : .ties
    isSymmetric = !graph.isDirected
    speaksOfInfluence = false
  }
}
