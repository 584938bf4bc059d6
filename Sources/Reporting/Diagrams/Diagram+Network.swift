internal import Evidence
public import InfluenceAnalysis

extension Diagram {
  /// What of a network is drawn.
  public enum View: Sendable, Equatable {
    /// All of it.
    case whole
    /// An entity and what lies within some hops of it, whichever way the influence runs.
    case around(String, hops: Int)
    /// Chains: the first one stands out, the others stay plain, their neighbours are faded.
    case chains([Chain])
  }

  /// Draws a network.
  ///
  /// Its arcs are the influence. The disputed, denied and claimed-only links at its nodes are drawn too, apart
  /// from it, and an entity that only they speak of comes into the picture through them.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - view: What of it is drawn.
  ///   - title: The title; by default what the view says and the title of the evidence.
  ///   - words: The language of what is written in the picture.
  public init(
    _ network: InfluenceNetwork, view: View = .whole, title: String? = nil,
    words: Words = .standard
  ) {
    let sketch = NetworkSketch(network: network, view: view, words: words)
    let selection = sketch.selection()
    self.init(
      title: title ?? sketch.title, subtitle: sketch.subtitle(selection),
      sourceLine: sketch.sourceLine(selection), nodes: selection.nodes, lines: selection.lines)
    self.words = words
  }
}

/// Finds what of a network is drawn.
struct NetworkSketch {
  let network: InfluenceNetwork
  let view: Diagram.View
  let context: FindingContext
  /// A chain is shown among its neighbours only while there are few.
  static let neighbourLimit = 26

  init(network: InfluenceNetwork, view: Diagram.View, words: Words = .standard) {
    self.network = network
    self.view = view
    context = FindingContext(network, seed: 0, words: words)
  }

  var evidence: InfluenceGraph { network.evidence }
  var words: Words { context.words }

  struct Selection {
    var nodes: [Diagram.Node]
    var lines: [Diagram.Line]
    /// The ids of the sources that the lines rest on.
    var sources: Set<String>
  }

  var title: String {
    switch view {
    case .whole: return evidence.title
    case .around(let id, let hops):
      return words.plain(
        "picture.around",
        [
          "name": .text(evidence.name(of: id)), "projection": .text(network.projection.name),
          "n": .count(hops),
        ])
    case .chains(let chains):
      guard let first = chains.first, let start = first.nodes.first, let end = first.nodes.last
      else { return evidence.title }
      return ends(from: start, to: end)
    }
  }

  func ends(from start: String, to end: String) -> String {
    words.plain(
      "picture.from-to",
      ["from": .text(evidence.name(of: start)), "to": .text(evidence.name(of: end))])
  }

  func subtitle(_ selection: Selection) -> String {
    func count(_ standing: Standing) -> Int {
      selection.lines.count { $0.standing == standing }
    }
    let ties = selection.lines.count { $0.standing == .influence && $0.degree == .associates }
    let influences = count(.influence) - ties
    var parts: [(key: String, count: Int)] = [("count.entities", selection.nodes.count)]
    if influences > 0 || ties == 0 { parts.append(("count.influences", influences)) }
    if ties > 0 { parts.append(("count.associations", ties)) }
    parts += [
      ("status.disputed", count(.disputed)), ("status.claimed-only", count(.claimedOnly)),
      ("status.denied", count(.denied)), ("count.other", count(.lead)),
    ].filter { $0.1 > 0 }
    return setting(
      words.joined(parts.map { words($0.key, ["n": .count($0.count)]) }, by: "list.comma"))
  }

  /// What a picture shows, after the title of the evidence, the projection and the policy.
  func setting(_ content: [Inline]) -> String {
    words.plain(
      "picture.subtitle",
      [
        "title": .text(view == .whole ? "" : evidence.title),
        "projection": .text(network.projection.name), "policy": .text(network.policy.name),
        "content": .inline(content),
      ])
  }

  func sourceLine(_ selection: Selection) -> String {
    context.sourceLine(ofSources: selection.sources)
  }
}

extension NetworkSketch {
  func selection() -> Selection {
    // A tie that runs both ways is two arcs and one line.
    let influence = network.arcs.filter { !(runsBothWays($0) && $0.isReversed) }
      .map { line($0, standing: standing(of: $0)) }
    let apart = network.claims.map { line($0, standing: .claimedOnly) } + linesApart()
    switch view {
    case .whole:
      let own = Set(network.nodes)
      return select(influence + apart.filter { own.contains($0.tail) || own.contains($0.head) })
    case .around(let id, let hops): return around(id, hops: hops, influence, apart)
    case .chains(let chains): return chosen(chains, influence, apart)
    }
  }

  private func around(
    _ id: String, hops: Int, _ influence: [Diagram.Line], _ apart: [Diagram.Line]
  ) -> Selection {
    var near: Set<String> = [id]
    for _ in 0..<max(0, hops) {
      let touching = influence.filter { near.contains($0.tail) || near.contains($0.head) }
      near.formUnion(touching.flatMap { [$0.tail, $0.head] })
    }
    let own = apart.filter { $0.tail == id || $0.head == id }
    if hops > 0 { near.formUnion(own.flatMap { [$0.tail, $0.head] }) }
    let lines = (influence + apart).filter { near.contains($0.tail) && near.contains($0.head) }
    var selection = select(lines, extra: [id])
    for index in selection.nodes.indices where selection.nodes[index].id == id {
      selection.nodes[index].emphasis = .strong
    }
    return selection
  }

  private func chosen(
    _ chains: [Chain], _ influence: [Diagram.Line], _ apart: [Diagram.Line]
  ) -> Selection {
    func arcs(_ chain: Chain) -> Set<[String]> { Set(chain.hops.map { [$0.tail, $0.head] }) }
    let best = chains.first.map(arcs) ?? []
    let shown = chains.map(arcs).reduce(into: Set()) { $0.formUnion($1) }
    let members = Set(shown.flatMap { $0 } + chains.flatMap(\.nodes))
    let strong = Set(best.flatMap { $0 })
    let touching = influence.filter { members.contains($0.tail) || members.contains($0.head) }
    let neighbours = Set(touching.flatMap { [$0.tail, $0.head] }).union(members)
    let near = neighbours.count <= Self.neighbourLimit ? neighbours : members
    let lines = (influence + apart).compactMap { line -> Diagram.Line? in
      guard near.contains(line.tail), near.contains(line.head) else { return nil }
      let ends = [line.tail, line.head]
      var line = line
      if line.standing.isInfluence, covers(best, line) {
        line.emphasis = .strong
      } else if line.standing.isInfluence
        ? !covers(shown, line) : !members.isSuperset(of: ends)
      {
        line.emphasis = .faded
      }
      return line
    }
    var selection = select(lines, extra: members)
    for index in selection.nodes.indices {
      let id = selection.nodes[index].id
      selection.nodes[index].emphasis =
        strong.contains(id) ? .strong : members.contains(id) ? .plain : .faded
    }
    return selection
  }

  /// Whether a line is among the steps of chains, in either direction if it has none.
  private func covers(_ steps: Set<[String]>, _ line: Diagram.Line) -> Bool {
    steps.contains([line.tail, line.head])
      || !line.isDirected && steps.contains([line.head, line.tail])
  }

  func select(_ lines: [Diagram.Line], extra: Set<String> = []) -> Selection {
    let ids = Set(lines.flatMap { [$0.tail, $0.head] }).union(extra)
    var sources: Set<String> = []
    for line in lines {
      for key in [(line.tail, line.head), (line.head, line.tail)] {
        let key = LinkKey(subject: key.0, relation: line.relation, object: key.1)
        for id in network.table[key]?.statements ?? [] {
          if let statement = evidence.statement(id) { sources.insert(statement.citation.source) }
        }
      }
    }
    return Selection(nodes: ids.sorted().map(node), lines: lines, sources: sources)
  }
}

extension NetworkSketch {
  func node(_ id: String) -> Diagram.Node {
    guard let entity = evidence.entity(id) else { return Diagram.Node(id: id, name: id) }
    let isAttack = evidence.vocabulary.isKind(entity.kind, a: "attack")
    return Diagram.Node(
      id: id, name: entity.name, kind: entity.kind,
      detail: isAttack ? entity.date.map { context.text(of: $0) } : nil,
      tooltip: ([named(entity)] + context.facts(of: entity)).joined(separator: "\n"),
      isCollective: entity.collective != nil)
  }

  private func named(_ entity: Entity) -> String {
    words.plain(
      "picture.entity", ["name": .text(entity.name), "kind": .text(context.kind(entity.kind))])
  }

  /// When the fact held by the first date that a statement for it gives.
  func year(_ ids: [String]) -> Double? {
    context.statements(ids).filter { $0.stance == .affirms }.compactMap { statement in
      guard case .date(let date)? = statement.when else { return nil }
      return Diagram.year(date)
    }.min()
  }

  func runsBothWays(_ arc: Arc) -> Bool {
    evidence.vocabulary.relation(arc.relation)?.influence == .both
  }

  func standing(of arc: Arc) -> Standing {
    if arc.isWeakLead { return .lead }
    // An arc that is refuted more than established has both sides too.
    return arc.status == .disputed || arc.status == .denied ? .disputed : .influence
  }

  private func line(_ arc: Arc, standing: Standing) -> Diagram.Line {
    let relation = context.relation(arc)
    var line = Diagram.Line(
      tail: arc.tail, head: arc.head, relation: arc.relation,
      label: standing == .lead
        ? words.plain("line.lead", ["relation": .text(relation)]) : relation,
      degree: arc.degree, standing: standing, probability: arc.probability,
      tooltip: context.tooltip(
        [summary(of: arc.link, standing == .claimedOnly ? nil : arc.probability)], arc.statements),
      isDirected: !runsBothWays(arc))
    line.status = standing == .claimedOnly ? .claimedOnly : arc.status
    line.year = year(arc.statements)
    return line
  }

  /// Claims of responsibility, and the denied and disputed links that make no arc.
  private func linesApart() -> [Diagram.Line] {
    let made = Set((network.arcs + network.claims).map(\.link))
    let related = Set(evidence.vocabulary.relations(of: network.projection)).union(Self.ties)
    return network.table.links.compactMap { link in
      guard !made.contains(link.key), let standing = standing(apart: link, related: related),
        let relation = evidence.vocabulary.relation(link.key.relation)
      else { return nil }
      let isReversed = relation.influence == .reverse
      let name = context.relation(relation.name, isReversed: isReversed)
      var line = Diagram.Line(
        tail: isReversed ? link.key.object : link.key.subject,
        head: isReversed ? link.key.subject : link.key.object, relation: relation.name,
        label: standing == .lead
          ? words.plain("line.disputed-tie", ["relation": .text(name)]) : name,
        degree: link.degree, standing: standing,
        tooltip: context.tooltip([summary(of: link.key)], link.statements),
        isDirected: !relation.isSymmetric)
      line.status = standing == .claimedOnly ? .claimedOnly : link.pooled.status
      line.year = year(link.statements)
      return line
    }
  }

  /// Relations that bear on influence by their denial, although they hand on none.
  private static let ties: Set<String> = ["contacted", "linked-to", "knew-of"]

  private func standing(apart link: Link, related: Set<String>) -> Standing? {
    if link.key.relation == "claimed" {
      switch link.pooled.status {
      case .supported, .weak, .disputed, .claimedOnly: return .claimedOnly
      case .denied: return .denied
      case .raised: return nil
      }
    }
    guard related.contains(link.key.relation) else { return nil }
    switch link.pooled.status {
    case .denied: return .denied
    case .claimedOnly: return .claimedOnly
    case .disputed: return .lead
    case .supported, .weak, .raised: return nil
    }
  }

  /// A link as a sentence, with how it stands.
  func summary(of key: LinkKey, _ probability: Double? = nil) -> String {
    words.plain(
      "line.summary",
      [
        "matter": .text(context.sentence(key)),
        "phrase": .inline(network.table[key].map { words.phrase($0.pooled) } ?? []),
        "percent": .inline(probability.map(words.percent) ?? []),
      ])
  }
}
