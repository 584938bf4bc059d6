internal import InfluenceAnalysis

/// A network by its communities: each is one node that says who is in it, and the lines between two of them
/// are one line with their number.
public struct CommunitiesView: Sendable {
  private let diagram: Diagram
  private let groups: DiagramOptions.Groups
  private let stability: [Int: Double]
  private let words: Words

  /// Collapses a picture.
  ///
  /// - Parameters:
  ///   - diagram: The whole network.
  ///   - groups: The communities of its nodes.
  ///   - stability: How far each community, by its number, is found again in other worlds of the evidence, 0 to 1;
  ///     nothing where that was not reckoned.
  ///   - words: The words for what is written in a community.
  public init(
    _ diagram: Diagram, by groups: DiagramOptions.Groups, stability: [Int: Double] = [:],
    words: Words = .standard
  ) {
    self.diagram = diagram
    self.groups = groups
    self.stability = stability
    self.words = words
  }

  private static let alone = "community-alone"

  private struct Community {
    var number: Int
    var members: [Diagram.Node]

    var id: String { "community-\(number + 1)" }
  }

  /// The picture of the communities.
  ///
  /// - Parameter title: The title; by default that of the network.
  /// - Returns: The diagram, and sizes by the number of members.
  public func collapsed(
    title: String? = nil
  ) -> (diagram: Diagram, sizes: DiagramOptions.Scores) {
    var members: [Int: [Diagram.Node]] = [:]
    for node in diagram.nodes {
      if let group = groups.values[node.id] { members[group, default: []].append(node) }
    }
    let all = members.sorted { $0.key < $1.key }.map {
      Community(number: $0.key, members: $0.value)
    }
    let communities = all.filter { $0.members.count > 1 }
    let single = all.filter { $0.members.count == 1 }.flatMap(\.members)
    var stand: [String: String] = [:]
    for community in communities {
      for node in community.members { stand[node.id] = community.id }
    }
    for node in single { stand[node.id] = Self.alone }
    var nodes = communities.map { node(of: $0) }
    if !single.isEmpty { nodes.append(gathered(single)) }
    let names = Dictionary(
      diagram.nodes.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var result = Diagram(
      title: title ?? words.plain("communities.title", ["title": .text(diagram.title)]),
      subtitle: "", sourceLine: diagram.sourceLine, nodes: nodes,
      lines: LineBundle.bundled(
        diagram.lines, stand: { stand[$0] }, name: { names[$0] ?? $0 }, words: words))
    result.words = words
    result.subtitle = subtitle(communities.count, single.count, lines: result.lines.count)
    if !stability.isEmpty {
      result.notes.append(
        words.plain(
          "communities.note.stability",
          [
            "firm": .text(words.number(StabilityWords.firm)),
            "loose": .text(words.number(StabilityWords.loose)),
          ]))
    }
    let outside = diagram.nodes.count { groups.values[$0.id] == nil }
    if outside > 0 {
      result.notes.append(words.plain("communities.note.outside", ["n": .count(outside)]))
    }
    let sizes = DiagramOptions.Scores(
      name: words.plain("communities.members"),
      values: Dictionary(
        communities.map { ($0.id, Double($0.members.count)) }
          + (single.isEmpty ? [] : [(Self.alone, 1)]), uniquingKeysWith: { first, _ in first }))
    return (result, sizes)
  }

  private func subtitle(_ communities: Int, _ single: Int, lines: Int) -> String {
    words.plain(
      "communities.subtitle",
      [
        "subtitle": .text(diagram.subtitle), "n": .count(communities), "single": .count(single),
        "lines": .count(lines),
      ])
  }

  /// The node of a community, called after its members with the most lines inside it.
  private func node(of community: Community) -> Diagram.Node {
    let ids = Set(community.members.map(\.id))
    let inside = diagram.lines.filter {
      ids.contains($0.tail) && ids.contains($0.head) && ($0.isArc || $0.standing == .tie)
    }
    var degrees: [String: Int] = [:]
    for line in inside {
      for id in Set([line.tail, line.head]) { degrees[id, default: 0] += 1 }
    }
    let central = community.members.sorted { left, right in
      (degrees[right.id] ?? 0, left.id) < (degrees[left.id] ?? 0, right.id)
    }
    let names = central.prefix(2).map(\.name).joined(separator: ", ")
    let rest = community.members.count - min(2, central.count)
    var node = Diagram.Node(
      id: community.id, name: "\(community.number + 1)  \(names)" + (rest > 0 ? " +\(rest)" : ""),
      detail: detail(of: community, inside: inside.count),
      tooltip: Diagram.list(central, words))
    node.isGathered = true
    node.parts = Diagram.parts(of: community.members)
    return node
  }

  private func detail(of community: Community, inside: Int) -> String {
    let facts = [
      words("communities.size", ["n": .count(community.members.count)]),
      words("communities.inside", ["n": .count(inside)]),
      stability[community.number].map(words.stability) ?? [],
    ]
    return words.joined(facts.filter { !$0.isEmpty }, by: "list.comma").plain
  }

  private func gathered(_ members: [Diagram.Node]) -> Diagram.Node {
    var node = Diagram.Node(
      id: Self.alone, name: words.plain("communities.alone", ["n": .count(members.count)]),
      tooltip: Diagram.list(members, words))
    node.isGathered = true
    node.parts = Diagram.parts(of: members)
    return node
  }
}
