import Evidence

/// Gathers what was said of two entities and makes no chain between them, with the reason.
///
/// The far side is the target and whoever carried it out or made it; the near side is the entity
/// asked from, whomever it speaks for and whoever speaks for it.
struct Refusals: Sendable {
  let tracer: Tracer
  let from: String
  let to: String

  private var graph: InfluenceGraph { tracer.network.evidence }
  private var table: LinkTable { tracer.network.table }

  /// Every refusal, those of single links by key, then those of whole chains.
  func all(_ found: ChainSolver.Solution, listed: [Chain], map: HopMap) -> [Refusal] {
    direct + chains(found, listed: listed, map: map)
  }

  /// The refusals of single links between the two sides, by key.
  var direct: [Refusal] {
    let (near, far) = (nearSide, farSide)
    let links = table.links.filter { link in
      near.contains(link.key.subject) && far.contains(link.key.object)
        || near.contains(link.key.object) && far.contains(link.key.subject)
    }
    return links.compactMap { refusal(of: $0, near: near, far: far) }
      + alternatives(near: near, far: far)
  }

  /// The entities that some link joins to the far side.
  var others: [String] {
    let far = farSide
    let ends = table.links.flatMap { link -> [String] in
      (far.contains(link.key.object) ? [link.key.subject] : [])
        + (far.contains(link.key.subject) ? [link.key.object] : [])
    }
    let alternatives = tracer.network.evidence.statements.flatMap { statement -> [String] in
      guard statement.subject.id == nil || statement.object.map({ $0.id == nil }) ?? false,
        let object = statement.object, object.ids.contains(where: far.contains)
      else { return [] }
      return statement.subject.ids
    }
    return Set(ends + alternatives).subtracting(far).sorted()
  }

  private var nearSide: Set<String> {
    let camps = Camps(graph)
    let ends = tracer.ends(of: from)
    let principals = Set(ends.flatMap { camps.principals(of: $0) })
    let voices = graph.entities.map(\.id).filter {
      !camps.principals(of: $0).isDisjoint(with: ends)
    }
    return principals.union(voices)
  }

  private var farSide: Set<String> {
    let ends = Set(tracer.ends(of: to))
    let own = tracer.ends(of: from)
    let carriers = tracer.network.arcs.filter {
      ends.contains($0.head) && $0.degree == .carries
    }
    return ends.union(carriers.map(\.tail)).subtracting(own)
  }

  private func refusal(of link: Link, near: Set<String>, far: Set<String>) -> Refusal? {
    guard let relation = graph.vocabulary.relation(link.key.relation) else { return nil }
    let own = tracer.network.arcs.filter { $0.link == link.key }
    if own.contains(where: { near.contains($0.tail) && far.contains($0.head) }) {
      let isPartial = own.allSatisfy { !tracer.speaksOfAll($0) } && to != link.key.object
      return isPartial && tracer.ends(of: to).contains(link.key.object)
        ? make(.shareOnly, link, because: "only a part of them is meant") : nil
    }
    if !own.isEmpty { return make(.otherWay, link, because: "the influence runs the other way") }
    switch link.pooled.status {
    case .claimedOnly:
      return make(.claimedOnly, link, because: "affirmed only by the party that it credits")
    case .denied: return make(.denied, link, because: denials(of: link))
    case .raised: return make(raised(link), link, because: raisedReason(link))
    case .supported, .disputed, .weak:
      if relation.influence == .none {
        return make(.noInfluence, link, because: "'\(link.key.relation)' by itself makes no chain")
      }
      return make(
        .notProjected, link,
        because: "the projection '\(tracer.network.projection.name)' leaves this relation out")
    }
  }

  private func make(_ reason: Refusal.Reason, _ link: Link, because: String) -> Refusal {
    // Who only supposed it, or affirmed it without weight, did not deny it.
    let statements = (link.statements + link.implied).filter { id in
      guard reason == .denied, let statement = graph.statement(id) else { return true }
      return statement.stance.isDenial && statement.canPool
    }
    return Refusal(
      reason: reason, link: link.key, status: link.pooled.status, statements: statements,
      sentence: "\(words(for: link.key)): \(because) (\(statements.joined(separator: ", ")))")
  }

  private func words(for key: LinkKey) -> String {
    let verb = graph.vocabulary.verb(of: key.relation)
    return "\(graph.name(of: key.subject)) \(verb) \(graph.name(of: key.object))"
  }

  private func denials(of link: Link) -> String {
    let voices = link.origins.filter { $0.side == .denies }
    let names = voices.map(\.name).joined(separator: ", ")
    let foundNothing = voices.allSatisfy {
      graph.statement($0.statement)?.stance == .findsNoEvidence
    }
    return (foundNothing ? "no evidence found by " : "denied by ") + names
  }

  private func raised(_ link: Link) -> Refusal.Reason {
    let statements = link.statements.compactMap { graph.statement($0) }
    return statements.contains { $0.stance == .leavesOpen } ? .leftOpen : .hypothetical
  }

  private func raisedReason(_ link: Link) -> String {
    let statements = link.statements.compactMap { graph.statement($0) }
    if statements.contains(where: { $0.stance == .leavesOpen }) {
      return "asked or left undecided"
    }
    return statements.contains { !$0.modality.pools }
      ? "only supposed or foretold" : "said without weight"
  }

  private func alternatives(near: Set<String>, far: Set<String>) -> [Refusal] {
    graph.statements.flatMap { statement -> [Refusal] in
      guard case .relation(let name, let object) = statement.predicate, statement.modality.pools,
        statement.subject.id == nil || object.id == nil
      else { return [] }
      return statement.subject.ids.flatMap { subject in
        object.ids.compactMap { end -> Refusal? in
          guard near.contains(subject) && far.contains(end) else { return nil }
          let key = LinkKey(subject: subject, relation: name, object: end)
          return Refusal(
            reason: .alternatives, link: key, status: .raised, statements: [statement.id],
            sentence: "\(words(for: key)): one of several is meant, it is not known which "
              + "(\(statement.id))")
        }
      }
    }
  }

  /// What there is in chains that are not listed.
  private func chains(
    _ found: ChainSolver.Solution, listed: [Chain], map: HopMap
  ) -> [Refusal] {
    guard listed.isEmpty else { return [] }
    var result: [Refusal] = []
    if let chain = found.chains.first {
      result += refusal(
        .tooImprobable, chain,
        because: "the best chain is less probable than \(tracer.options.minProbability)")
    }
    if let chain = found.impossible.first {
      result += refusal(.impossibleInTime, chain, because: "the dates rule this chain out")
    }
    let fewest = map.sources.compactMap { map.distance[$0] }.min()
    if let fewest, fewest > tracer.options.maxHops,
      let start = map.sources.first(where: {
        map.distance[$0] == fewest
      }), let step = map.steps[start].first(where: { map.distance[$0.head] == fewest - 1 })
    {
      let arc = step.hop.arcs[0]
      result.append(
        Refusal(
          reason: .tooLong, link: arc.link, status: arc.status, statements: arc.statements,
          sentence: "the shortest chain has \(fewest) hops; \(tracer.options.maxHops) are allowed"))
    }
    return result
  }

  private func refusal(
    _ reason: Refusal.Reason, _ chain: Chain, because: String
  ) -> [Refusal] {
    guard chain.hops.indices.contains(chain.weakest) else { return [] }
    let arc = chain.hops[chain.weakest].arcs[0]
    let names = chain.nodes.map { graph.name(of: $0) }.joined(separator: " -> ")
    return [
      Refusal(
        reason: reason, link: arc.link, status: arc.status, statements: arc.statements,
        sentence: "\(names): \(because)")
    ]
  }
}

extension Tracer {
  /// What was said of an entity that makes no chain to it: claims, denials, suppositions.
  ///
  /// Relations that hand on no influence are left out, unless they could join a group to an attack as
  /// a claim does: where something happened does not explain why nothing leads to it.
  ///
  /// - Parameter id: The id of the entity.
  /// - Returns: The refusals by link, each once.
  /// - Complexity: O(k l) for k entities linked to it and l links.
  public func refusals(to id: String) -> [Refusal] {
    let all = Refusals(tracer: self, from: id, to: id).others
      .flatMap { Refusals(tracer: self, from: $0, to: id).direct }
    return unique(all)
  }

  /// What was said of an entity that makes no chain from it.
  ///
  /// - Parameter id: The id of the entity.
  /// - Returns: The refusals by link, each once.
  /// - Complexity: O(k l) for k entities linked to it and l links.
  public func refusals(from id: String) -> [Refusal] {
    let linked = network.table.links(touching: id)
    let others = Set(linked.flatMap { [$0.key.subject, $0.key.object] }).subtracting([id])
    return unique(others.sorted().flatMap { Refusals(tracer: self, from: id, to: $0).direct })
  }

  private func unique(_ refusals: [Refusal]) -> [Refusal] {
    let vocabulary = network.evidence.vocabulary
    var seen: Set<LinkKey> = []
    return refusals.sorted { ($0.link, $0.reason.rawValue) < ($1.link, $1.reason.rawValue) }
      .filter { refusal in
        guard refusal.reason != .otherWay, seen.insert(refusal.link).inserted else { return false }
        guard refusal.reason == .noInfluence,
          let relation = vocabulary.relation(refusal.link.relation)
        else { return true }
        return vocabulary.allows(relation, subject: "group", object: "attack")
      }
  }
}
