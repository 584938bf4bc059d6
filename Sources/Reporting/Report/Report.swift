internal import Evidence
public import GraphCore
public import InfluenceAnalysis

/// The whole report on one graph: what the sources support, how it hangs together, and on what it rests.
public struct Report: Sendable {
  /// How much is reckoned and shown.
  public struct Options: Sendable {
    /// The names of the measures to show; nil for those that the network makes sense of.
    public var measures: [String]?
    /// How many chains are shown for each attack.
    public var chainsPerAttack = 3
    /// How many worlds are drawn for intervals of scores and ranks, 1 or more.
    public var samples = 400
    /// How often the grades are moved to see whether a verdict hangs on them.
    public var draws = 200
    /// How many days after a call an attack counts as having followed.
    public var window = 30

    /// The usual options.
    public init() {}
  }

  /// What leads to one attack, or why nothing does.
  public struct AttackFinding: Sendable, Equatable {
    /// The id of the attack.
    public let attack: String
    /// What may have influenced it, the most probable first.
    public let influencers: [Reached]
    /// The chains to show: those that the verdict rests on, then of the best others those that are no part of
    /// another.
    public let chains: [Chain]
    /// How many of them, from the first, the verdict rests on.
    public let verdictChains: Int
    /// What is said of it and its perpetrators and makes no chain.
    public let refusals: [Refusal]
  }

  /// The network.
  public let network: InfluenceNetwork
  /// The scores to show.
  public let measures: MeasureTable
  /// What made the report, when, and under which conditions.
  public let edition: Edition
  /// How much is reckoned and shown.
  public let options: Options
  /// What leads to each attack, by date and id.
  public let attacks: [AttackFinding]
  /// Who stands behind each attack, entries for several attacks included.
  public let attribution: AttributionReport
  /// What cannot all be right.
  public let contradictions: [Contradiction]
  /// What hangs together, and what holds it.
  public let structure: NetworkStructure
  /// Calls, and what followed them.
  public let timeline: TimelineReport

  let context: FindingContext
  /// What each verdict that names somebody hangs on, by attack.
  public let verdictChecks: [String: VerdictCheck]
  /// What the best chain to an attack whose verdict names nobody hangs on, by attack.
  let checks: [String: ConnectionCheck]

  /// The measures of a report that names none.
  public static let usualMeasures = ["reach", "out-degree", "betweenness", "pagerank", "in-degree"]

  /// The same for ties without direction, where nobody influences and everybody reaches everybody.
  public static let usualMeasuresOfTies = ["degree", "betweenness", "closeness", "effective-size"]

  /// Makes the findings of a report.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - edition: What made the report, when, and under which conditions.
  ///   - options: How much is reckoned and shown.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Throws: `AnalysisError` for an unknown measure.
  public init(
    _ network: InfluenceNetwork, edition: Edition, options: Options = Options(),
    execution: Execution = Execution()
  ) throws(AnalysisError) {
    self.network = network
    self.edition = edition
    self.options = options
    contradictions = network.table.contradictions()
    context = FindingContext(network, seed: edition.seed)
    let finder = AttackFinder(network: network, seed: edition.seed, options: options)
    let attributor = Attributor(
      network.evidence, policy: network.policy, dependence: network.dependence,
      seed: edition.seed)
    attribution = AttributionReport(
      attributor, includesCollectives: true, draws: options.draws)
    execution.progress?(0.3)
    let attributions = Dictionary(
      attribution.findings.map { ($0.attribution.attack, $0.attribution) },
      uniquingKeysWith: { first, _ in first })
    attacks = finder.attacks.map { finder.finding($0, attributions[$0]) }
    var verdictChecks: [String: VerdictCheck] = [:]
    for finding in attribution.findings where !finding.attribution.isCollective {
      verdictChecks[finding.attribution.attack] = attributor.check(finding.attribution.attack)
    }
    self.verdictChecks = verdictChecks
    execution.progress?(0.5)
    var checks: [String: ConnectionCheck] = [:]
    for finding in attacks where verdictChecks[finding.attack] == nil {
      guard let best = finding.chains.first, let start = best.nodes.first,
        network.evidence.entity(finding.attack)?.collective == nil
      else { continue }
      // Each statement costs two traces: those on the first chain tell what a reader should look at first.
      checks[finding.attack] = ConnectionCheck(
        finder.tracer, from: start, to: finding.attack, units: [.statement],
        links: Set(best.hops.flatMap { $0.arcs.map(\.link) }))
    }
    self.checks = checks
    execution.progress?(0.7)
    let chosen =
      options.measures ?? (network.isMutual ? Self.usualMeasuresOfTies : Self.usualMeasures)
    measures =
      network.hops.isEmpty
      ? try MeasureTable(network, measures: chosen)
      : try MeasureTable(
        network, measures: chosen, samples: options.samples, seed: edition.seed)
    structure = try NetworkStructure(
      network, samples: min(options.samples, 100), seed: edition.seed)
    timeline = TimelineReport(network.table, windows: [options.window])
  }

  /// The evidence.
  var evidence: InfluenceGraph { network.evidence }

  /// The attacks that some chain leads to.
  var reached: [AttackFinding] { attacks.filter { !$0.chains.isEmpty } }

  /// The attacks that no chain leads to; entries that stand for several attacks, as calls and threats speak
  /// of, are not among them.
  var unreached: [AttackFinding] { attacks.filter { $0.chains.isEmpty && !isCollective($0) } }

  /// The entries for several attacks that no chain leads to.
  var unreachedCollectives: [AttackFinding] {
    attacks.filter { $0.chains.isEmpty && isCollective($0) }
  }

  func isCollective(_ finding: AttackFinding) -> Bool {
    evidence.entity(finding.attack)?.collective != nil
  }
}

/// Finds what leads to each attack.
private struct AttackFinder {
  let network: InfluenceNetwork
  let tracer: Tracer
  let limit: Int

  init(network: InfluenceNetwork, seed: UInt64, options: Report.Options) {
    self.network = network
    limit = options.chainsPerAttack
    var tracing = Tracer.Options()
    tracing.seed = seed
    tracer = Tracer(network, options: tracing)
  }

  private var evidence: InfluenceGraph { network.evidence }

  /// The attacks that some statement on a link speaks of, by itself or as one of several, by first possible day
  /// and id.
  var attacks: [String] {
    evidence.entities.filter { entity in
      evidence.vocabulary.isKind(entity.kind, a: "attack")
        && tracer.ends(of: entity.id).contains { !network.table.links(touching: $0).isEmpty }
    }
    .sorted {
      let days = ($0.date?.first, $1.date?.first)
      switch days {
      case (let left?, let right?) where left != right: return left < right
      case (nil, _?): return false
      case (_?, nil): return true
      default: return $0.id < $1.id
      }
    }
    .map(\.id)
  }

  /// What leads to an attack; the chains that its verdict rests on come first, then others of its principal.
  func finding(_ attack: String, _ attribution: Attribution?) -> Report.AttackFinding {
    let influencers = tracer.influencers(of: attack)
    let resting = (attribution?.ways ?? []).prefix(limit).compactMap {
      tracer.chain(along: $0.arcs)
    }
    let best = influencers.map(\.best)
    // A chain through a group says what no source said: it is shown only if there is no other.
    let plain = best.filter { !$0.crossesGroup }
    let candidates = plain.isEmpty && resting.isEmpty ? best : plain
    let whole = candidates.filter { chain in
      !resting.contains { $0.nodes == chain.nodes }
        && !candidates.contains {
          $0.nodes.count > chain.nodes.count && $0.nodes.ends(with: chain.nodes)
        }
    }
    func isOfPrincipal(_ chain: Chain) -> Bool {
      attribution?.principal?.alternatives.contains { chain.nodes.dropLast().contains($0) } ?? false
    }
    let ordered = whole.filter(isOfPrincipal) + whole.filter { !isOfPrincipal($0) }
    return Report.AttackFinding(
      attack: attack, influencers: influencers,
      chains: resting + ordered.prefix(limit - resting.count), verdictChains: resting.count,
      refusals: refusals(attack))
  }

  /// What is said of the attack and those who carried it out by everyone who may be behind it, and makes no
  /// chain; each link once.
  private func refusals(_ attack: String) -> [Refusal] {
    let carriers = network.arcs.filter { $0.head == attack && $0.degree == .carries }.map(\.tail)
    let ends = Set([attack] + carriers)
    let principals = Set(
      ends.flatMap { network.table.links(touching: $0) }
        .flatMap { [$0.key.subject, $0.key.object] }
    )
    .filter { id in
      let kind = evidence.entity(id)?.kind ?? ""
      return !ends.contains(id)
        && ["group", "ideologue", "publication"].contains {
          evidence.vocabulary.isKind(kind, a: $0)
        }
    }
    let shown: Set<Refusal.Reason> = [
      .claimedOnly, .denied, .hypothetical, .leftOpen, .alternatives,
    ]
    let telling: Set<String> = [
      "claimed", "called-for", "knew-of", "linked-to", "matches", "praised",
    ]
    var seen: Set<LinkKey> = []
    return principals.sorted().flatMap { tracer.chains(from: $0, to: attack).refusals }.filter {
      shown.contains($0.reason) || $0.reason == .noInfluence && telling.contains($0.link.relation)
    }
    .filter {
      seen.insert($0.link).inserted
    }
  }
}

extension [String] {
  /// Whether a list ends with another.
  fileprivate func ends(with other: [String]) -> Bool {
    count >= other.count && Array(suffix(other.count)) == other
  }
}

extension InfluenceNetwork {
  /// Whether every arc runs both ways: a network of ties, of which none is influence of one on the other.
  var isMutual: Bool {
    !arcs.isEmpty
      && arcs.allSatisfy { evidence.vocabulary.relation($0.relation)?.influence == .both }
  }

  /// The arcs, a tie that runs both ways once.
  var lineCount: Int {
    arcs.count {
      !$0.isReversed || evidence.vocabulary.relation($0.relation)?.influence != .both
    }
  }
}
