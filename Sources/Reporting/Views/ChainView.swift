internal import Evidence
public import InfluenceAnalysis

/// Chains of influence as a figure: from left to right in the order of their links, with the evidence for
/// each link below the entity that it leaves.
///
/// Links carry numbers, and notes of the same numbers say what was said, by whom and where. Chains that share
/// entities share them in the figure too.
public struct ChainView: Sendable {
  /// The most chains that are drawn for one pair of ends.
  public static let mostChains = 3

  private let traces: [Trace]
  private let sketch: NetworkSketch
  private let chains: [Chain]

  /// Makes the figure of what some traces found.
  ///
  /// - Parameters:
  ///   - traces: The traces, of which those without a chain add only what was said and makes none.
  ///   - network: The network in which they were found.
  public init(_ traces: [Trace], in network: InfluenceNetwork) {
    self.traces = traces
    sketch = NetworkSketch(network: network, view: .whole)
    var found: [Chain] = []
    for chain in traces.flatMap({ $0.chains.prefix(Self.mostChains) }) where !found.contains(chain)
    {
      found.append(chain)
    }
    chains = found
  }

  /// The figure.
  ///
  /// - Parameter title: The title; by default the ends.
  /// - Returns: The diagram.
  public func diagram(title: String? = nil) -> Diagram {
    let columns = self.columns
    let nodes = columns.keys.sorted().map { id in
      var node = sketch.node(id)
      node.detail = dates(of: id)
      node.column = columns[id]
      if traces.contains(where: { $0.from == id || $0.to == id }) { node.emphasis = .strong }
      return node
    }
    let hops = self.hops
    let statements = hops.flatMap(\.arcs).flatMap(\.statements).compactMap(
      sketch.evidence.statement)
    let selection = NetworkSketch.Selection(
      nodes: nodes, lines: [], sources: Set(statements.map(\.citation.source)))
    var diagram = Diagram(
      title: title ?? heading, subtitle: subtitle,
      sourceLine: sketch.sourceLine(selection), nodes: nodes,
      lines: hops.enumerated().map { line($1, number: $0 + 1) })
    diagram.notes = notes
    return diagram
  }

  private func ends(_ trace: Trace) -> String {
    "From \(sketch.evidence.name(of: trace.from)) to \(sketch.evidence.name(of: trace.to))"
  }

  private var heading: String {
    traces.map(ends).enumerated().map { place, ends in
      place == 0 ? ends : ends.prefix(1).lowercased() + ends.dropFirst()
    }.joined(separator: "; ")
  }

  private var subtitle: String {
    let found = traces.filter { !$0.chains.isEmpty }.map { trace in
      let words =
        "some chain holds: \(Phrase.likelihood(trace.connection.probability)) "
        + "(\(Phrase.percent(trace.connection.probability)), \(trace.connection.method))"
      return traces.count > 1 ? "\(ends(trace)): \(words)" : words
    }
    return "\(sketch.evidence.title); projection \(sketch.network.projection.name), policy "
      + "\(sketch.network.policy.name): "
      + (["\(Plural.text(chains.count, "chain", "chains"))"] + found).joined(separator: "; ")
  }
}

extension ChainView {
  /// The hops of all chains once each, in the order in which they are read.
  private var hops: [Hop] {
    var hops: [Hop] = []
    for hop in chains.flatMap(\.hops) where !hops.contains(hop) { hops.append(hop) }
    return hops
  }

  /// The column of each entity: one after the last of those that lead to it.
  private var columns: [String: Int] {
    var columns: [String: Int] = [:]
    // Chains against each other's direction have no common order: then the first rounds decide.
    for _ in chains {
      for chain in chains {
        for (place, id) in chain.nodes.enumerated() {
          let before = place > 0 ? (columns[chain.nodes[place - 1]] ?? 0) + 1 : 0
          columns[id] = max(columns[id] ?? 0, before)
        }
      }
    }
    let used = Set(columns.values).sorted()
    return columns.mapValues { used.firstIndex(of: $0) ?? 0 }
  }

  private func dates(of id: String) -> String? {
    guard let entity = sketch.evidence.entity(id) else { return nil }
    if let date = entity.date { return DateWords.text(date) }
    let start = (entity.born ?? entity.founded).map { DateWords.text($0) }
    let end = (entity.died ?? entity.dissolved).map { DateWords.text($0) }
    switch (start, end) {
    case (let start?, let end?): return "\(start) \u{2013} \(end)"
    case (let start?, nil): return (entity.born == nil ? "founded " : "born ") + start
    case (nil, let end?): return (entity.died == nil ? "dissolved " : "died ") + end
    case (nil, nil): return nil
    }
  }

  /// Of which chain a hop is the weakest link, in words; nothing if of none.
  private func weakness(of hop: Hop) -> String? {
    let numbers = chains.indices.filter { place in
      let chain = chains[place]
      return chain.hops.count > 1 && chain.hops[chain.weakest] == hop
    }
    guard !numbers.isEmpty else { return nil }
    guard chains.count > 1 else { return "the weakest link" }
    let names = numbers.map { "\($0 + 1)" }.joined(separator: " and ")
    return "the weakest link of chain\(numbers.count > 1 ? "s" : "") \(names)"
  }

  private func line(_ hop: Hop, number: Int) -> Diagram.Line {
    let arcs = hop.arcs.sorted { ($1.probability, $0.link) < ($0.probability, $1.link) }
    let context = sketch.context
    let standings = arcs.map(sketch.standing)
    let standing: Standing =
      standings.contains(.influence)
      ? .influence : standings.contains(.disputed) ? .disputed : .lead
    let relations = arcs.map(context.relation)
    var line = Diagram.Line(
      tail: hop.tail, head: hop.head, relation: arcs[0].relation, label: relations[0],
      degree: hop.degree, standing: standing, probability: hop.probability,
      tooltip: arcs.map { arc in
        context.tooltip([context.sentence(arc.link)], arc.statements)
      }.joined(separator: "\n"),
      isDirected: !arcs.allSatisfy(sketch.runsBothWays), emphasis: .plain)
    line.status = arcs[0].status
    line.year = sketch.year(arcs.flatMap(\.statements))
    line.words =
      VisibleText.wrapped(
        "\(number)  \(relations[0])" + (relations.count > 1 ? " (+\(relations.count - 1))" : ""),
        columns: 12)
      + [Phrase.percent(hop.probability)]
    line.note = note(hop, arcs, number: number)
    return line
  }

  private func note(_ hop: Hop, _ arcs: [Arc], number: Int) -> Diagram.Note {
    let context = sketch.context
    var lines: [String] = []
    for (place, arc) in arcs.prefix(3).enumerated() {
      let likelihood = "\(Phrase.likelihood(arc.probability)) (\(Phrase.percent(arc.probability)))"
      let disputed = arc.status == .disputed ? ", disputed" : ""
      if place > 0 { lines.append("\(context.relation(arc)): \(likelihood)\(disputed)") }
      let degree = arc.degree == .carries ? "carries on" : arc.degree.rawValue
      lines.append(
        ([degree] + [context.whenWords(arc)].compactMap { $0 }).joined(separator: ", "))
      lines += statementLines(arc, most: arcs.count > 1 ? 1 : 2)
    }
    if arcs.count > 3 { lines.append("and \(arcs.count - 3) more relations") }
    let first = arcs[0]
    let disputed = first.status == .disputed ? ", disputed" : ""
    return Diagram.Note(
      mark: "\(number)",
      heading: "\(context.relation(first)): \(Phrase.likelihood(first.probability)) "
        + "(\(Phrase.percent(first.probability)))\(disputed)"
        + (weakness(of: hop).map { ", \($0)" } ?? ""),
      lines: lines, isStrong: weakness(of: hop) != nil)
  }

  /// The statements that count most for a link, and the one that counts most against it.
  private func statementLines(_ arc: Arc, most: Int) -> [String] {
    let context = sketch.context
    func trust(_ statement: Statement) -> Double {
      context.table.weight(of: statement.id)?.trust ?? 0
    }
    let all = context.statements(arc.statements).enumerated().sorted { left, right in
      (trust(right.element), left.offset) < (trust(left.element), right.offset)
    }.map(\.element)
    let denials = all.filter(\.stance.isDenial)
    let shown = all.filter { !$0.stance.isDenial }.prefix(most) + denials.prefix(1)
    var lines = shown.flatMap { statement in
      let date =
        statement.said ?? context.evidence.source(statement.citation.source)?.published
      let hedges = context.hedges(of: statement)
      return [
        "\u{2022} \(statement.id) "
          + ([context.voice(of: statement)] + [date.map { DateWords.text($0) }].compactMap { $0 }
          + [context.grade(of: statement)]).joined(separator: ", ")
          + (hedges.isEmpty ? "" : " (\(hedges.joined(separator: ", ")))"),
        context.place(of: statement),
      ]
    }
    if all.count > shown.count { lines.append("and \(all.count - shown.count) more") }
    return lines
  }

  /// What each chain comes to, and what was said and makes no chain.
  private var notes: [String] {
    var notes = chains.enumerated().map { place, chain in
      let path = chain.nodes.map(sketch.evidence.name).joined(separator: " \u{2192} ")
      let name = chains.count > 1 ? "Chain \(place + 1), \(path)" : "The chain"
      return "\(name): \(TraceReport.summary(chain)); "
        + TraceReport.remarks(chain).joined(separator: "; ") + "."
    }
    let further = traces.reduce(0) { $0 + max(0, $1.chains.count - Self.mostChains) }
    if further > 0 {
      notes.append(
        "\(Plural.text(further, "further chain is", "further chains are")) less probable and not drawn."
      )
    }
    var refusals: [String] = []
    for refusal in traces.flatMap(\.refusals) where !refusals.contains(refusal.sentence) {
      refusals.append(refusal.sentence)
    }
    if !refusals.isEmpty {
      let more = refusals.count > 4 ? ["and \(refusals.count - 4) more"] : []
      notes.append(
        "Said of the two and no chain: " + (refusals.prefix(4) + more).joined(separator: "; ") + "."
      )
    }
    return notes
  }
}
