internal import Evidence
internal import InfluenceAnalysis

/// What a figure knows: nodes, lines, statements and sources, numbered by their places in these lists.
struct FigureData {
  struct Node {
    let node: Diagram.Node
    var tag: String?
    var aliases: [String] = []
    /// What is known of days of its life, in words.
    var dates: [String] = []
    /// The day that the node itself happened on, by which time is filtered.
    var date: EDTF?
    var group: String?
    var note: String?
    var facts: [InteractiveFigure.Fact] = []
    /// The statements on attributes of the node.
    var said: [Int] = []
    /// The nodes of the collectives that it stands for, in the order of a trace.
    var collectives: [Int] = []
  }

  struct Line {
    let line: Diagram.Line
    let tail: Int
    let head: Int
    var tag: String?
    /// The link in words, and how it stands.
    var sentence: String?
    var phrase: String?
    var when: String?
    var days = DayBounds(first: nil, last: nil)
    var facts: [InteractiveFigure.Fact] = []
    /// The statements on the link itself.
    var statements: [Int] = []
    /// Statements on other links that bear on it through what they imply.
    var implied: [Int] = []
  }

  /// A hop that a chain may take.
  struct Hop {
    let tail: Int
    let head: Int
    let probability: Double
    let probabilityForAll: Double?
    let degree: Degree
    let entersGroup: Bool
    let lines: [Int]
  }

  /// The best chain between two nodes, found ahead.
  struct Known {
    let nodes: [Int]
    let chain: Chain
    /// The chance that this or another chain holds.
    let connection: Double
  }

  let figure: InteractiveFigure
  let groupName: String?
  private(set) var nodes: [Node] = []
  private(set) var lines: [Line] = []
  private(set) var hops: [Hop] = []
  private(set) var known: [Known] = []
  private(set) var statements: [Statement] = []
  private(set) var sources: [Source] = []
  let context: FindingContext?
  private var nodeIndex: [String: Int] = [:]
  private var statementIndex: [String: Int] = [:]
  private var sourceIndex: [String: Int] = [:]

  init(
    _ figure: InteractiveFigure, _ diagram: Diagram, _ options: DiagramOptions, tags: TaggedDrawing
  ) {
    self.figure = figure
    context = figure.network.map { FindingContext($0, seed: 0, words: figure.words) }
    let groups: DiagramOptions.Groups? =
      if case .groups(let groups) = options.colouring { groups } else { nil }
    groupName = groups?.name
    for (index, node) in diagram.nodes.enumerated() { nodeIndex[node.id] = index }
    nodes = diagram.nodes.enumerated().map { index, node in
      var entry = Node(node: node, tag: tags.nodeTags[index])
      entry.group = groups.flatMap { groups in groups.values[node.id].map(groups.title) }
      entry.facts = figure.nodeFacts[node.id] ?? []
      return entry
    }
    lines = diagram.lines.enumerated().compactMap { index, line in
      guard let tail = nodeIndex[line.tail], let head = nodeIndex[line.head] else { return nil }
      var entry = Line(line: line, tail: tail, head: head, tag: tags.lineTags[index])
      entry.facts = figure.lineFacts[line.relation] ?? []
      return entry
    }
    if let network = figure.network { read(network) }
  }

  /// The place of a source in the list.
  func source(_ id: String) -> Int? { sourceIndex[id] }

  private mutating func number(_ ids: [String], in evidence: InfluenceGraph) -> [Int] {
    ids.compactMap { id in
      if let known = statementIndex[id] { return known }
      guard let statement = evidence.statement(id) else { return nil }
      statementIndex[id] = statements.count
      statements.append(statement)
      if sourceIndex[statement.citation.source] == nil,
        let source = evidence.source(statement.citation.source)
      {
        sourceIndex[source.id] = sources.count
        sources.append(source)
      }
      return statements.count - 1
    }
  }
}

extension FigureData {
  private mutating func read(_ network: InfluenceNetwork) {
    let evidence = network.evidence
    let tracer = Tracer(network)
    var arcs: [[String]: Arc] = [:]
    for arc in network.claims + network.arcs { arcs[[arc.tail, arc.head, arc.relation]] = arc }
    for index in lines.indices {
      let line = lines[index].line
      read(line: index, arc: arcs[[line.tail, line.head, line.relation]], network)
    }
    var attributes: [String: [String]] = [:]
    for statement in evidence.statements {
      if case .attribute = statement.predicate, let id = statement.subject.id {
        attributes[id, default: []].append(statement.id)
      }
    }
    for index in nodes.indices {
      let id = nodes[index].node.id
      guard let entity = evidence.entity(id) else { continue }
      nodes[index].aliases = entity.aliases + entity.sourceAliases.map(\.name)
      nodes[index].dates = context?.dates(of: entity) ?? []
      nodes[index].date = entity.date
      nodes[index].note = entity.note
      nodes[index].said = number(attributes[id] ?? [], in: evidence)
      nodes[index].collectives = tracer.ends(of: id).dropFirst().compactMap { nodeIndex[$0] }
    }
    var drawn: [[String]: [Int]] = [:]
    for (index, line) in lines.enumerated() where line.line.standing != .denied {
      drawn[[line.line.tail, line.line.head, line.line.relation], default: []].append(index)
      if !line.line.isDirected {
        drawn[[line.line.head, line.line.tail, line.line.relation], default: []].append(index)
      }
    }
    hops = tracer.passages.compactMap { passage in
      let hop = passage.hop
      guard let tail = nodeIndex[hop.tail], let head = nodeIndex[hop.head] else { return nil }
      let own = hop.arcs.flatMap { drawn[[$0.tail, $0.head, $0.relation]] ?? [] }
      // A picture of a part may leave a hop out, and then no chain may seem to run through it.
      guard !own.isEmpty else { return nil }
      return Hop(
        tail: tail, head: head, probability: hop.probability,
        probabilityForAll: passage.probabilityForAll, degree: hop.degree,
        entersGroup: passage.entersGroup, lines: own)
    }
    known = self.known(by: tracer)
  }

  /// The kinds of nodes to which the page knows the chains and need not look for them.
  private static let targets = ["attack", "person"]

  /// The best chains to attacks and persons, those that the picture shows whole.
  private func known(by tracer: Tracer) -> [Known] {
    let drawn = Set(hops.map { [$0.tail, $0.head] })
    return nodes.flatMap { target -> [Known] in
      guard Self.targets.contains(where: { figure.vocabulary.isKind(target.node.kind, a: $0) })
      else { return [] }
      return tracer.influencers(of: target.node.id).compactMap { found in
        let places = found.best.nodes.compactMap { nodeIndex[$0] }
        guard places.count == found.best.nodes.count, found.best.nodes.first == found.entity,
          found.best.nodes.last == target.node.id,
          zip(places, places.dropFirst()).allSatisfy({ drawn.contains([$0, $1]) })
        else { return nil }
        return Known(
          nodes: places, chain: found.best, connection: found.connection.probability)
      }
    }
  }

  /// Finds the statements of a line.
  private mutating func read(line index: Int, arc: Arc?, _ network: InfluenceNetwork) {
    let line = lines[index].line
    guard let relation = network.evidence.vocabulary.relation(line.relation) else { return }
    let forward = LinkKey(subject: line.tail, relation: line.relation, object: line.head)
    let backward = LinkKey(subject: line.head, relation: line.relation, object: line.tail)
    let isReversed = arc?.isReversed ?? (relation.influence == .reverse)
    guard
      let link = network.table[isReversed ? backward : forward]
        ?? (line.isDirected ? nil : network.table[isReversed ? forward : backward])
    else { return }
    lines[index].statements = number(link.statements, in: network.evidence)
    lines[index].implied = number(link.implied, in: network.evidence)
    lines[index].sentence = context?.sentence(link.key)
    lines[index].phrase = figure.words.phrase(link.pooled).plain
    let dates = link.statements.compactMap { id -> (text: String, days: DayBounds)? in
      guard let when = network.evidence.statement(id)?.when, let context else { return nil }
      return (context.text(of: when), Self.days(when))
    }
    var texts: [String] = []
    for date in dates where !texts.contains(date.text) { texts.append(date.text) }
    lines[index].when = texts.isEmpty ? nil : texts.joined(separator: "; ")
    let known = dates.map(\.days).filter { $0.first != nil || $0.last != nil }
    if !known.isEmpty {
      lines[index].days = DayBounds(
        first: known.contains { $0.first == nil } ? nil : known.compactMap(\.first).min(),
        last: known.contains { $0.last == nil } ? nil : known.compactMap(\.last).max())
    }
  }

  /// The first and the last day of a fact; a time relative to another day is left open.
  private static func days(_ when: When) -> DayBounds {
    if case .date(let date) = when { date.bounds } else { DayBounds(first: nil, last: nil) }
  }
}
