public import Evidence
internal import GraphCore
public import InfluenceAnalysis

/// What differs between two networks, in one picture: what is new has a plus, what is gone a minus and dashes,
/// what is not the same both its numbers; all else is faded.
public struct DiffView: Sendable {
  /// Above so many lines, only the unchanged ones beside a change are drawn.
  static let mostUnchanged = 40

  private let old: Diagram
  private let new: Diagram
  private let words: String
  private let noun: (String, String)
  /// How a line that is in both differs: its words, or nothing if it is the same.
  private let difference: @Sendable (Diagram.Line, Diagram.Line) -> String?
  private let undrawn: Int

  /// Compares two networks of evidence.
  ///
  /// - Parameter diff: What changed.
  public init(_ diff: GraphDiff) {
    old = Diagram(diff.old)
    new = Diagram(diff.new)
    noun = ("entity", "entities")
    let changes = Dictionary(
      diff.links.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    difference = { before, after in
      let change = Self.keys(of: after).lazy.compactMap { changes[$0] }.first
      guard let change, let one = change.old, let other = change.new else {
        return before.standing == after.standing ? nil : Self.words(before, after)
      }
      let (first, second) = (one.pooled, other.pooled)
      let numbers = [first, second].map { Phrase.percent($0.probability) }
      let moved =
        numbers[0] == numbers[1]
        ? numbers[0] : numbers.joined(separator: " \u{2192} ")
      return first.status == second.status
        ? moved : "\(moved), \(first.status.rawValue) \u{2192} \(second.status.rawValue)"
    }
    let drawn = Set((old.lines + new.lines).flatMap(Self.keys))
    undrawn = diff.links.count { !drawn.contains($0.key) }
    let statements = Change.allCases.map { change in
      "\(diff.statements.count { $0.change == change }) \(change.rawValue)"
    }
    words =
      "projection \(diff.new.projection.name), policy \(diff.new.policy.name); statements: "
      + statements.joined(separator: ", ")
  }

  /// Compares two plain networks: nodes by their ids, edges by their ends and names, the first with the
  /// first where there are several.
  ///
  /// - Parameters:
  ///   - old: The network as it was.
  ///   - new: The network as it is.
  ///   - showsKinds: Whether nodes are drawn by their kinds.
  public init(from old: PlainSubject, to new: PlainSubject, showsKinds: Bool = true) {
    self.old = Self.keyed(old, showsKinds: showsKinds)
    self.new = Self.keyed(new, showsKinds: showsKinds)
    noun = ("node", "nodes")
    difference = { before, after in
      guard before.weight != after.weight || before.isDirected != after.isDirected else {
        return nil
      }
      let numbers = [before, after].map { $0.weight.map(FindingContext.number) ?? "no weight" }
      return before.weight == after.weight
        ? (after.isDirected ? "now directed" : "now undirected")
        : numbers.joined(separator: " \u{2192} ")
    }
    undrawn = 0
    words = "plain networks, \(PlainSubject.noEvidence)"
  }

  private static func keys(of line: Diagram.Line) -> [LinkKey] {
    [
      LinkKey(subject: line.tail, relation: line.relation, object: line.head),
      LinkKey(subject: line.head, relation: line.relation, object: line.tail),
    ]
  }

  private static func words(_ before: Diagram.Line, _ after: Diagram.Line) -> String {
    [before, after].map { $0.status?.rawValue ?? "no arc" }.joined(separator: " \u{2192} ")
  }

  /// A plain network whose lines are named by what they are and not by their place in the file.
  private static func keyed(_ subject: PlainSubject, showsKinds: Bool) -> Diagram {
    let diagram = subject.diagram(showsKinds: showsKinds)
    let weights = subject.graph.edges.map(\.weight)
    var counts: [[String]: Int] = [:]
    let inOrder = diagram.lines.sorted { (Int($0.relation) ?? 0) < (Int($1.relation) ?? 0) }
    let lines = inOrder.map { line in
      var line = line
      if !line.isDirected, line.head < line.tail { swap(&line.tail, &line.head) }
      line.weight = Int(line.relation).flatMap { weights[$0] }
      let key = [line.tail, line.head, line.label]
      counts[key, default: 0] += 1
      line.relation = "\(line.label) \(counts[key] ?? 1)"
      return line
    }
    return Diagram(title: diagram.title, nodes: diagram.nodes, lines: lines)
  }
}

extension DiffView {
  /// Whether the two pictures are the same.
  public var isEmpty: Bool { changes.lines.isEmpty && changes.nodes.isEmpty }

  /// What differs, with its marks.
  private var changes: (nodes: [Diagram.Node], lines: [Diagram.Line]) {
    let all = marked
    return (all.nodes.filter { $0.change != nil }, all.lines.filter { $0.change != nil })
  }

  /// Everything of both, each with how it differs.
  private var marked: (nodes: [Diagram.Node], lines: [Diagram.Line]) {
    let olds = Dictionary(
      old.lines.map { ([$0.tail, $0.head, $0.relation], $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let news = Set(new.lines.map { [$0.tail, $0.head, $0.relation] })
    var lines = new.lines.map { line in
      guard let before = olds[[line.tail, line.head, line.relation]] else {
        return mark(line, .added, Self.number(line))
      }
      return difference(before, line).map { mark(line, .changed, $0) } ?? faded(line)
    }
    lines += old.lines.filter { !news.contains([$0.tail, $0.head, $0.relation]) }.map {
      mark($0, .removed, Self.number($0))
    }
    let (oldIDs, newIDs) = (Set(old.nodes.map(\.id)), Set(new.nodes.map(\.id)))
    let nodes = (new.nodes + old.nodes.filter { !newIDs.contains($0.id) }).map { node in
      var node = node
      node.change = !oldIDs.contains(node.id) ? .added : !newIDs.contains(node.id) ? .removed : nil
      if let change = node.change { node.name = "\(change.sign) \(node.name)" }
      return node
    }
    return (nodes, lines)
  }

  private static func number(_ line: Diagram.Line) -> String? {
    line.standing.isInfluence
      ? line.probability.map(Phrase.percent) : line.weight.map(FindingContext.number)
  }

  private func mark(_ line: Diagram.Line, _ change: Change, _ number: String?) -> Diagram.Line {
    var line = line
    line.change = change
    line.words =
      [[change.sign, Self.standing(line), line.label], [number ?? ""]].flatMap { words in
        VisibleText.wrapped(VisibleText.line(words.joined(separator: " ")), columns: 22)
      }
    line.tooltip = "\(change.rawValue): \(line.tooltip)"
    line.weight = nil
    return line
  }

  /// What a line says of influence, where it says something else than that there is some.
  private static func standing(_ line: Diagram.Line) -> String {
    switch line.standing {
    case .denied: "denied:"
    case .disputed: "disputed:"
    case .claimedOnly where line.relation != "claimed": "claimed only:"
    case .claimedOnly, .influence, .lead, .tie: ""
    }
  }

  private func faded(_ line: Diagram.Line) -> Diagram.Line {
    var line = line
    line.emphasis = .faded
    line.weight = nil
    return line
  }

  /// The picture.
  ///
  /// - Parameters:
  ///   - title: The title; by default what is compared.
  ///   - oldName: What the old network is called.
  ///   - newName: What the new network is called.
  /// - Returns: The diagram; where nothing differs it says so.
  public func diagram(title: String? = nil, oldName: String, newName: String) -> Diagram {
    var (nodes, lines) = marked
    let moved = lines.filter { $0.change != nil }
    let touched = Set(
      moved.flatMap { [$0.tail, $0.head] } + nodes.filter { $0.change != nil }.map(\.id))
    var left = 0
    if lines.count - moved.count > Self.mostUnchanged {
      let near = lines.filter {
        $0.change != nil || touched.contains($0.tail) && touched.contains($0.head)
      }
      left = lines.count - near.count
      lines = near
      nodes = nodes.filter { touched.contains($0.id) }
    }
    for index in nodes.indices where !touched.contains(nodes[index].id) {
      nodes[index].emphasis = .faded
    }
    let heading = title ?? "From \(oldName) to \(newName)"
    var diagram = Diagram(
      title: heading, subtitle: subtitle(moved), sourceLine: new.sourceLine, nodes: nodes,
      lines: lines)
    if moved.isEmpty, nodes.allSatisfy({ $0.change == nil }) {
      diagram.notes.append("No difference: the two networks have the same nodes and lines.")
    }
    if left > 0 {
      diagram.notes.append(
        "\(Plural.text(left, "unchanged line", "unchanged lines")) away from the changes left out.")
    }
    if undrawn > 0 {
      diagram.notes.append(
        "\(Plural.text(undrawn, "more link", "more links")) differ of which this projection draws no line; "
          + "the verb diff lists them.")
    }
    return diagram
  }

  /// The title of what was published after a day.
  ///
  /// - Parameters:
  ///   - evidence: The evidence as it is.
  ///   - day: The day, as it was given.
  /// - Returns: The title.
  public static func title(of evidence: InfluenceGraph, after day: String) -> String {
    "\(evidence.title): what was published after \(DateWords.text(day)) adds"
  }

  private func subtitle(_ moved: [Diagram.Line]) -> String {
    let all = marked
    func counts(_ changes: [Change?]) -> String {
      Change.allCases.map { change in "\(changes.count { $0 == change }) \(change.rawValue)" }
        .joined(separator: ", ")
    }
    let nodes = all.nodes.map(\.change)
    return
      "\(words); lines: \(counts(moved.map(\.change))), \(all.lines.count - moved.count) unchanged; "
      + "\(noun.1): \(nodes.count { $0 == .added }) added, \(nodes.count { $0 == .removed }) removed, "
      + "\(nodes.count { $0 == nil }) in both"
  }
}
