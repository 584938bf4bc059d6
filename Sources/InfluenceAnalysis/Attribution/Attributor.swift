public import Evidence

/// Says of attacks who, by what the sources say, directed, enabled or inspired them.
///
/// A principal is a group or an ideologue. In a world it reaches an attack on a rung if some way of up
/// to five arcs leads there of which none is looser than the rung; carriers (who wrote, published,
/// leads, speaks, carried out) hand influence on. Interested statements, claims, suppositions,
/// likenesses, mere contacts and memberships, and ways that the dates rule out, are left out. The
/// rungs follow the literature on attacks in the West [Hegghammer2015].
public struct Attributor: Sendable {
  /// The links, alternatives taken as entities of their own.
  public let table: LinkTable
  /// Which links hold or fail together.
  public let dependence: Dependence
  /// How many worlds are drawn where there are too many cases to go through.
  public let samples: Int
  /// The seed of the draws.
  public let seed: UInt64

  /// The evidence as it was given.
  let evidence: InfluenceGraph
  let network: RungNetwork
  let alternatives: [String: [String]]

  /// Weighs the evidence for attribution.
  ///
  /// - Parameters:
  ///   - graph: The evidence.
  ///   - policy: The conventions; ``Policy/firm`` and ``Policy/substantial`` bound the verdicts.
  ///   - dependence: Which links hold or fail together.
  ///   - samples: How many worlds are drawn where there are too many cases to go through.
  ///   - seed: The seed of the draws.
  /// - Complexity: As ``LinkTable/init(_:policy:)``.
  public init(
    _ graph: InfluenceGraph, policy: Policy = .standard, dependence: Dependence = .origins,
    samples: Int = 10_000, seed: UInt64 = 0
  ) {
    let principals = AlternativePrincipals(graph)
    evidence = graph
    alternatives = principals.alternatives
    table = LinkTable(principals.graph, policy: policy)
    network = RungNetwork(table)
    self.dependence = dependence
    self.samples = samples
    self.seed = seed
  }

  /// The same question asked of part of the same evidence, weighed anew.
  init(_ other: Attributor, on table: LinkTable) {
    evidence = other.evidence
    alternatives = other.alternatives
    self.table = table
    network = RungNetwork(table)
    dependence = other.dependence
    samples = other.samples
    seed = other.seed
  }

  /// The attribution of every attack, in the order of the graph.
  ///
  /// Attacks that stand for several (`collective`) are among them; ``Attribution/isCollective`` tells
  /// them.
  ///
  /// - Returns: One for each entity of the kind `attack`.
  /// - Complexity: As ``attribution(of:)`` for each attack.
  public func attributions() -> [Attribution] { attacks.compactMap { attribution(of: $0) } }

  /// The ids of the attacks, in the order of the graph.
  public var attacks: [String] {
    evidence.entities.map(\.id).filter { isKind($0, "attack") }
  }

  /// The attribution of one attack.
  ///
  /// - Parameter attack: The id of the attack.
  /// - Returns: What is said of it, or `nil` if there is no such attack.
  /// - Complexity: Up to 100,000 steps of search for each principal within five arcs; chances are exact
  ///   up to 2^20 cases.
  public func attribution(of attack: String) -> Attribution? {
    guard isKind(attack, "attack") else { return nil }
    return finding(of: AttackView(attack, in: self))
  }

  func isKind(_ id: String, _ kind: String) -> Bool {
    table.graph.entity(id).map { table.graph.vocabulary.isKind($0.kind, a: kind) } ?? false
  }
}

extension Attributor {
  /// Whether a statement that affirms an arc covers every member of a collective at its end.
  func speaksOfAll(_ arc: Arc) -> Bool {
    arc.statements.contains { id in
      guard let statement = table.graph.statement(id), statement.stance == .affirms,
        table.weight(of: id).map({ $0.trust > 0 && !$0.isInterested }) == true
      else { return false }
      return statement.share?.coversEveryMember ?? true
    }
  }

  /// The verdict on an attack alone.
  func verdict(on view: AttackView) -> (verdict: Verdict, isTentative: Bool) {
    if let best = candidates(for: view).first?.candidate, let rung = best.rung {
      return (Verdict(rung), best.isTentative)
    }
    let claims = ClaimOfResponsibility.claims(
      in: table, of: view.targets, perpetrators: view.perpetrators, date: date(of: view.attack))
    return (isClaimed(view, claims) ? .claimedOnly : .noKnownLink, false)
  }

  private func finding(of view: AttackView) -> Attribution {
    let found = candidates(for: view)
    let best = found.first { $0.candidate.rung != nil }
    let claims = ClaimOfResponsibility.claims(
      in: table, of: view.targets, perpetrators: view.perpetrators, date: date(of: view.attack))
    let verdict =
      best?.candidate.rung.map(Verdict.init)
      ?? (isClaimed(view, claims) ? .claimedOnly : .noKnownLink)
    let disputed = disputedLinks(view, chains: found.flatMap(\.chains))
    let degrees = (best ?? found.first)?.candidate.degrees ?? .none
    let supporting = best.map { $0.candidate.statements } ?? found.flatMap(\.candidate.statements)
    let against = inOrder(denials(view, found))
    let chains = best.flatMap { best in best.candidate.rung.map { ways(of: best, on: $0) } } ?? []
    return Attribution(
      attack: view.attack, date: date(of: view.attack),
      isCollective: table.graph.entity(view.attack)?.collective != nil,
      perpetrators: view.perpetrators, claims: claims, verdict: verdict,
      isTentative: best?.candidate.isTentative ?? false,
      principal: best?.candidate.principal, degrees: degrees,
      candidates: found.map(\.candidate), isDisputed: !disputed.isEmpty, disputedLinks: disputed,
      phrase: phrase(
        verdict, degrees, isTentative: best?.candidate.isTentative ?? false,
        isDisputed: !disputed.isEmpty),
      ways: chains.prefix(Self.mostWays).map(told), statementsFor: inOrder(supporting),
      statementsForVerdict: Self.unique(chains.flatMap(affirmations)),
      statementsAgainst: against,
      statementsAgainstVerdict: best.flatMap { best in
        best.candidate.rung.map {
          denials(against, against: chains, of: best.candidate.principal, on: $0, view)
        }
      } ?? [])
  }

  private func date(of attack: String) -> DayBounds? {
    table.graph.entity(attack)?.date?.extent(slack: table.policy.slack).bounds
  }

  private func phrase(
    _ verdict: Verdict, _ degrees: RungChances, isTentative: Bool, isDisputed: Bool
  ) -> String {
    guard let rung = verdict.rung else { return verdict.rawValue }
    let words = Phrase.likelihood(isTentative ? degrees[rung] : degrees.atLeast(rung))
    return "\(verdict.rawValue), \(words)" + (isTentative ? ", tentative" : "")
      + (isDisputed ? ", disputed" : "")
  }

  private static func unique(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }
  }

  /// Ids of statements in the order of the graph, each once.
  private func inOrder(_ ids: [String]) -> [String] {
    Set(ids).compactMap { id in evidence.place(ofStatement: id).map { (place: $0, id: id) } }
      .sorted { $0.place < $1.place }.map(\.id)
  }
}

// MARK: - Principals

extension Attributor {
  /// A candidate, and the ways by which it reaches the attack.
  struct Found {
    var candidate: Candidate
    var chains: [RungChain]
  }

  /// Every principal with a chance of some rung, the best first.
  func candidates(for view: AttackView) -> [Found] {
    let search = RungSearch(network, targets: Set(view.targets))
    let principals = search.distance.keys.sorted().filter {
      isKind($0, "group") || isKind($0, "ideologue")
    }
    let found = principals.compactMap { candidate($0, for: view, search: search) }
    return found.sorted { precedes($0.candidate, $1.candidate) }
  }

  func candidate(
    _ id: String, for view: AttackView, search: RungSearch
  ) -> Found? {
    let isGroup = isKind(id, "group")
    var (chains, isComplete) = ways(from: [id], isGroup: isGroup, view, search)
    guard !chains.isEmpty else { return nil }
    // What is said of one alternative is true of "one of them"; but only who is named together stands
    // together.
    if let members = alternatives[id] {
      let more = ways(from: members, isGroup: isGroup, view, search)
      chains += more.chains
      isComplete = isComplete && more.isComplete
    }
    let event = RungEvent(
      chains, network: network, policy: table.policy, dependence: dependence)
    let (atLeast, method) = event.chances(samples: samples, seed: seed)
    let chances = RungChances(atLeast: atLeast)
    let (rung, isTentative) = verdict(chances)
    let members = alternatives[id] ?? [id]
    return Found(
      candidate: Candidate(
        principal: Principal(
          id: id, alternatives: members, name: table.graph.name(of: id)),
        degrees: chances, rung: rung, isTentative: isTentative,
        statements: inOrder(chains.flatMap { $0.steps.flatMap { affirmations($0) } }),
        method: method, isComplete: isComplete),
      chains: chains)
  }

  /// The ways to the attack itself, and to a collective of attacks where all of it is meant.
  private func ways(
    from sources: [String], isGroup: Bool, _ view: AttackView, _ search: RungSearch
  ) -> (chains: [RungChain], isComplete: Bool) {
    let (chains, isComplete) = search.chains(
      from: sources, isGroup: isGroup, lead: table.policy.lead)
    return (
      chains.filter { chain in
        guard let last = chain.steps.last?.arc else { return false }
        return last.head == view.attack || speaksOfAll(last)
      },
      isComplete
    )
  }

  func affirmations(_ step: RungNetwork.Step) -> [String] {
    let link = network.links[step.link]
    return (link.statements + link.implied).filter { id in
      table.weight(of: id).map { $0.side == .affirms && $0.trust > 0 && !$0.isInterested } ?? false
    }
  }

  /// The median rung if some rung is reached with the chance of a firm verdict; else the most probable
  /// one, of equal ones the looser, if any is reached with a substantial chance.
  private func verdict(_ chances: RungChances) -> (rung: Rung?, isTentative: Bool) {
    let policy = table.policy
    for rung in Rung.allCases where rounded(chances.atLeast(rung)) >= policy.firm {
      return (rung, false)
    }
    guard rounded(chances.atLeast(.inspired)) >= policy.substantial else { return (nil, false) }
    let best = Rung.allCases.max {
      (rounded(chances[$0]), $0.place) < (rounded(chances[$1]), $1.place)
    }
    return (best, best != nil)
  }

  /// Firm before tentative before none, closer before looser, then by the chance of any rung, then one
  /// principal before alternatives, then by id.
  private func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    func key(_ one: Candidate) -> (Int, Int, Double, Int) {
      (
        one.rung == nil ? 2 : one.isTentative ? 1 : 0, one.rung?.place ?? 3,
        -rounded(one.degrees.atLeast(.inspired)), one.principal.alternatives.count
      )
    }
    let (a, b) = (key(left), key(right))
    return a == b ? left.principal.id < right.principal.id : a < b
  }

  /// Rounded as the words are, so that a verdict and its word agree at the boundary.
  func rounded(_ chance: Double) -> Double { (chance * 1e6).rounded() / 1e6 }
}
