public import Evidence
public import InfluenceAnalysis

/// A network as it is to be drawn: nodes and lines with their words, before any layout.
///
/// A line is influence only if its standing says so. Claims, denials and leads are drawn apart, with marks
/// that no influence has.
public struct Diagram: Sendable, Equatable {
  /// How much an element stands out.
  public enum Emphasis: Sendable, Hashable {
    /// Like all others.
    case plain
    /// What the picture is about.
    case strong
    /// The surroundings of what the picture is about.
    case faded
  }

  /// How many nodes of one kind a node stands for.
  public struct Part: Sendable, Equatable {
    /// The kind.
    public var kind: String
    /// How many.
    public var count: Int

    /// Makes a part.
    ///
    /// - Parameters:
    ///   - kind: The kind.
    ///   - count: How many.
    public init(kind: String, count: Int) {
      self.kind = kind
      self.count = count
    }
  }

  /// What is written beside a line: the evidence for it.
  public struct Note: Sendable, Equatable {
    /// The mark that the line and the note share, such as a number.
    public var mark: String
    /// The first line, in bold.
    public var heading: String
    /// What follows.
    public var lines: [String]
    /// Whether it is framed boldly.
    public var isStrong: Bool

    /// Makes a note.
    ///
    /// - Parameters:
    ///   - mark: The mark that the line and the note share.
    ///   - heading: The first line.
    ///   - lines: What follows.
    ///   - isStrong: Whether it is framed boldly.
    public init(mark: String, heading: String, lines: [String], isStrong: Bool = false) {
      self.mark = mark
      self.heading = heading
      self.lines = lines
      self.isStrong = isStrong
    }
  }

  /// A node.
  public struct Node: Sendable, Equatable {
    /// The entity's id.
    public var id: String
    /// The name.
    public var name: String
    /// The kind, or nothing for a node of a plain network.
    public var kind: String
    /// A second line of the label, such as the date of an attack.
    public var detail: String?
    /// What is shown when the pointer rests on it.
    public var tooltip: String
    /// Whether the entity stands for several.
    public var isCollective: Bool
    /// How much it stands out.
    public var emphasis: Emphasis
    /// What it is made of, kind by kind, where it stands for a whole group of nodes.
    public var parts: [Part] = []
    /// Whether it stands for a whole group of nodes.
    public var isGathered = false
    /// The column that it stands in, for pictures whose layers have a meaning.
    public var column: Int?
    /// How it differs from another graph.
    public var change: Change?

    /// Makes a node.
    ///
    /// - Parameters:
    ///   - id: The entity's id.
    ///   - name: The name.
    ///   - kind: The kind, or nothing for a node of a plain network.
    ///   - detail: A second line of the label.
    ///   - tooltip: What is shown when the pointer rests on it; defaults to name and kind.
    ///   - isCollective: Whether the entity stands for several.
    ///   - emphasis: How much it stands out.
    public init(
      id: String, name: String, kind: String = "", detail: String? = nil, tooltip: String? = nil,
      isCollective: Bool = false, emphasis: Emphasis = .plain
    ) {
      self.id = id
      self.name = name
      self.kind = kind
      self.detail = detail
      self.tooltip = tooltip ?? (kind.isEmpty ? name : "\(name) (\(kind))")
      self.isCollective = isCollective
      self.emphasis = emphasis
    }
  }

  /// A line.
  public struct Line: Sendable, Equatable {
    /// The id of the node that it leaves.
    public var tail: String
    /// The id of the node that it enters.
    public var head: String
    /// The relation's name in the vocabulary.
    public var relation: String
    /// The relation as it is read along the line.
    public var label: String
    /// The degree of the relation.
    public var degree: Degree
    /// What the line says about influence.
    public var standing: Standing
    /// The probability, where there is one.
    public var probability: Double?
    /// What is shown when the pointer rests on it.
    public var tooltip: String
    /// Whether the line has a direction.
    public var isDirected: Bool
    /// How much it stands out.
    public var emphasis: Emphasis
    /// The status of the link, where there is evidence.
    public var status: LinkStatus?
    /// When the fact held, as a year with its fraction.
    public var year: Double?
    /// The weight as a share of the largest, where there is no evidence but a weight.
    public var weight: Double?
    /// The words at the line, where they are not made of label, standing and probability.
    public var words: [String]?
    /// What is written beside the line.
    public var note: Note?
    /// How it differs from another graph.
    public var change: Change?

    /// Makes a line.
    ///
    /// - Parameters:
    ///   - tail: The id of the node that it leaves.
    ///   - head: The id of the node that it enters.
    ///   - relation: The relation's name in the vocabulary.
    ///   - label: The relation as it is read along the line; defaults to its name.
    ///   - degree: The degree of the relation.
    ///   - standing: What the line says about influence.
    ///   - probability: The probability, where there is one.
    ///   - tooltip: What is shown when the pointer rests on it.
    ///   - isDirected: Whether the line has a direction.
    ///   - emphasis: How much it stands out.
    public init(
      tail: String, head: String, relation: String, label: String? = nil, degree: Degree,
      standing: Standing, probability: Double? = nil, tooltip: String = "",
      isDirected: Bool = true, emphasis: Emphasis = .plain
    ) {
      self.tail = tail
      self.head = head
      self.relation = relation
      self.label = label ?? relation
      self.degree = degree
      self.standing = standing
      self.probability = probability
      self.tooltip = tooltip
      self.isDirected = isDirected
      self.emphasis = emphasis
    }

    /// The id of the line in the picture.
    var pictureID: String { "arc-\(tail)-\(relation)-\(head)" }
  }

  /// The title.
  public var title: String
  /// The projection, the policy and the counts.
  public var subtitle: String
  /// Where the evidence is from.
  public var sourceLine: String
  /// What else a reader must know, a sentence each, below the picture.
  public var notes: [String] = []
  /// The language of what is written in the picture.
  public var words: Words = .standard
  /// The node in the middle, for layouts in rings.
  public var center: String?
  /// The nodes, by id.
  public var nodes: [Node]
  /// The lines, by tail, head and relation.
  public var lines: [Line]

  /// Makes a diagram; nodes and lines are sorted.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - subtitle: The projection, the policy and the counts.
  ///   - sourceLine: Where the evidence is from.
  ///   - nodes: The nodes; of two with one id the first is kept.
  ///   - lines: The lines; those without both their nodes are dropped, of two with the same ends and
  ///     relation the first is kept.
  /// - Complexity: O(n log n) in the number of nodes and lines, for the sorting.
  public init(
    title: String, subtitle: String = "", sourceLine: String = "", nodes: [Node], lines: [Line]
  ) {
    self.title = title
    self.subtitle = subtitle
    self.sourceLine = sourceLine
    var ids: Set<String> = []
    self.nodes = nodes.filter { ids.insert($0.id).inserted }.sorted { $0.id < $1.id }
    var keys: Set<[String]> = []
    self.lines =
      lines.filter {
        ids.contains($0.tail) && ids.contains($0.head)
          && keys.insert([$0.tail, $0.head, $0.relation]).inserted
      }
      .sorted { ($0.tail, $0.head, $0.relation) < ($1.tail, $1.head, $1.relation) }
  }
}
