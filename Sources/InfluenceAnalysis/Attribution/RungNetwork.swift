import Evidence

/// The links that count in attribution, as arcs with a rung or as carriers.
///
/// It is narrower than a projection. Interested statements are left out, so are likenesses, contacts,
/// memberships and calls without a hearer; a group hands influence on to its leader and its spokesman,
/// never the reverse.
struct RungNetwork: Sendable {
  /// An arc.
  struct Step: Sendable {
    /// What makes it.
    var arc: Arc
    /// Its rung; `nil` if it only carries.
    var rung: Rung?
    /// The number of its link in ``links``.
    var link: Int
  }

  /// The links as they count here: without interested voices.
  let links: [Link]
  /// The arcs, by tail.
  let steps: [String: [Step]]
  /// The arcs, by head.
  let stepsInto: [String: [Step]]
  /// Who carried out what, by attack: people and collectives of people.
  let perpetrators: [String: [String]]
  /// What bears on the order of the arcs in time.
  let timeline: Timeline

  init(_ table: LinkTable) {
    let graph = table.graph
    var links: [Link] = []
    var steps: [Step] = []
    var perpetrators: [String: [String]] = [:]
    for link in table.links {
      let readings = Self.readings(of: link, in: graph)
      guard !readings.isEmpty, let counted = table.withoutInterest(link) else { continue }
      for (isReversed, rung) in readings {
        let (subject, object) = (link.key.subject, link.key.object)
        let arc = Arc(
          tail: isReversed ? object : subject, head: isReversed ? subject : object,
          link: link.key, relation: link.key.relation, degree: link.degree,
          probability: counted.pooled.probability, isReversed: isReversed,
          status: counted.pooled.status, isWeakLead: false, statements: link.statements)
        steps.append(Step(arc: arc, rung: rung, link: links.count))
      }
      if link.key.relation == "perpetrated", link.degree == .carries {
        perpetrators[link.key.object, default: []].append(link.key.subject)
      }
      links.append(counted)
    }
    self.links = links
    self.perpetrators = perpetrators
    self.steps = Dictionary(grouping: steps) { $0.arc.tail }
    stepsInto = Dictionary(grouping: steps) { $0.arc.head }
    timeline = Timeline(table, arcs: steps.map(\.arc))
  }

  /// How a link is read: its directions, and the rung of each, `nil` for a carrier.
  private static func readings(
    of link: Link, in graph: InfluenceGraph
  ) -> [(isReversed: Bool, rung: Rung?)] {
    guard link.key.subject != link.key.object else { return [] }
    switch link.key.relation {
    case "leads", "spokesman-of":
      // From the group to the person who speaks for it, whichever way the vocabulary has it.
      let kind = graph.entity(link.key.object)?.kind ?? ""
      return graph.vocabulary.isKind(kind, a: "group") ? [(true, nil)] : []
    case "authored", "published": return [(false, nil)]
    case "perpetrated": return [(false, Rung(link.degree))]
    default:
      guard let rung = Rung(link.degree),
        let influence = graph.vocabulary.relation(link.key.relation)?.influence
      else { return [] }
      switch influence {
      case .forward: return [(false, rung)]
      case .reverse: return [(true, rung)]
      case .both: return [(false, rung), (true, rung)]
      case .none: return []
      }
    }
  }
}

extension Rung {
  /// The rung of a degree, if it is one of the three.
  init?(_ degree: Degree) {
    switch degree {
    case .directs: self = .directed
    case .enables: self = .enabled
    case .inspires: self = .inspired
    case .associates, .carries, .none: return nil
    }
  }
}

extension LinkTable {
  /// A link as the statements of others than interested voices leave it, or `nil` if none of them
  /// affirms it.
  fileprivate func withoutInterest(_ link: Link) -> Link? {
    func bearings(_ ids: [String], isImplied: Bool) -> [Bearing] {
      ids.compactMap { id in
        guard let weight = weight(of: id), !weight.isInterested,
          let statement = graph.statement(id)
        else { return nil }
        let said = statement.said ?? graph.source(statement.citation.source)?.published
        return Bearing(weight: weight, isImplied: isImplied, said: said?.bounds)
      }
    }
    let voices = Origins.verdicts(
      of: bearings(link.statements, isImplied: false) + bearings(link.implied, isImplied: true))
    guard voices.contains(where: { $0.side == .affirms && !$0.isImplied }) else { return nil }
    let pooled = Pooling.pool(voices, policy: policy)
    guard pooled.probability > 0 else { return nil }
    return Link(
      key: link.key, statements: link.statements, implied: link.implied, pooled: pooled,
      origins: voices, degree: link.degree, phrase: Phrase.link(pooled),
      sensitivity: link.sensitivity)
  }
}
