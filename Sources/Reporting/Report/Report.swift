internal import Evidence
public import InfluenceAnalysis

/// The whole report on one graph: what the sources support, how it hangs together, and on what it rests.
public struct Report: Sendable {
  /// What made the report, and when.
  public struct Edition: Sendable, Equatable {
    /// The version of the program.
    public var version: String
    /// The day, as it is to be printed.
    public var date: String
    /// The seed of random steps.
    public var seed: UInt64

    /// Makes an edition.
    ///
    /// - Parameters:
    ///   - version: The version of the program.
    ///   - date: The day, as it is to be printed.
    ///   - seed: The seed of random steps.
    public init(version: String, date: String, seed: UInt64) {
      self.version = version
      self.date = date
      self.seed = seed
    }
  }

  /// What leads to one attack, or why nothing does.
  public struct AttackFinding: Sendable, Equatable {
    /// The id of the attack.
    public let attack: String
    /// What may have influenced it, the most probable first.
    public let influencers: [Reached]
    /// The chains to show: of the best chains those that are no part of another.
    public let chains: [Chain]
    /// What is said of it and its perpetrators and makes no chain.
    public let refusals: [Refusal]
  }

  /// The network.
  public let network: InfluenceNetwork
  /// The scores to show.
  public let measures: MeasureTable
  /// What made the report, and when.
  public let edition: Edition
  /// What leads to each attack, by date and id.
  public let attacks: [AttackFinding]
  /// What cannot all be right.
  public let contradictions: [Contradiction]

  let context: FindingContext

  /// The measures of a report that names none.
  public static let usualMeasures = ["reach", "out-degree", "betweenness", "pagerank", "in-degree"]

  /// Makes the findings of a report.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - edition: What made the report, and when.
  ///   - measures: The names of the measures to show.
  ///   - chainsPerAttack: How many chains are shown for each attack.
  /// - Throws: ``AnalysisError`` for an unknown measure.
  public init(
    _ network: InfluenceNetwork, edition: Edition, measures: [String] = Report.usualMeasures,
    chainsPerAttack: Int = 3
  ) throws(AnalysisError) {
    self.network = network
    self.edition = edition
    self.measures = try MeasureTable(network, measures: measures)
    contradictions = network.table.contradictions()
    context = FindingContext(network, seed: edition.seed)
    let finder = AttackFinder(network: network, seed: edition.seed, limit: chainsPerAttack)
    attacks = finder.attacks.map(finder.finding)
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

  private func isCollective(_ finding: AttackFinding) -> Bool {
    evidence.entity(finding.attack)?.collective != nil
  }
}

/// Finds what leads to each attack.
private struct AttackFinder {
  let network: InfluenceNetwork
  let tracer: Tracer
  let limit: Int

  init(network: InfluenceNetwork, seed: UInt64, limit: Int) {
    self.network = network
    self.limit = limit
    var options = Tracer.Options()
    options.seed = seed
    tracer = Tracer(network, options: options)
  }

  private var evidence: InfluenceGraph { network.evidence }

  /// The attacks that some statement on a link speaks of, by first possible day and id.
  var attacks: [String] {
    evidence.entities.filter { entity in
      evidence.vocabulary.isKind(entity.kind, a: "attack")
        && !network.table.links(touching: entity.id).isEmpty
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

  func finding(_ attack: String) -> Report.AttackFinding {
    let influencers = tracer.influencers(of: attack)
    let best = influencers.map(\.best)
    // A chain through a group says what no source said: it is shown only if there is no other.
    let plain = best.filter { !$0.crossesGroup }
    let candidates = plain.isEmpty ? best : plain
    let whole = candidates.filter { chain in
      !candidates.contains {
        $0.nodes.count > chain.nodes.count && $0.nodes.ends(with: chain.nodes)
      }
    }
    return Report.AttackFinding(
      attack: attack, influencers: influencers, chains: Array(whole.prefix(limit)),
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
