public import Evidence
public import InfluenceAnalysis

extension Diagram {
  /// The statuses of links from the best to the worst; groups of nodes by status are numbered so.
  public static let statusOrder: [LinkStatus] = [
    .supported, .weak, .disputed, .claimedOnly, .denied,
  ]

  /// The degrees from the most direct involvement to none of its own.
  private static let degreeOrder: [Degree] = [
    .directs, .enables, .inspires, .associates, .carries,
  ]

  /// How directly each node is involved: the strongest degree among the arcs at it, either way.
  ///
  /// - Returns: The groups, the most direct one first; nodes that only claims, denials or relations without a
  ///   degree speak of are in none.
  public func involvement() -> DiagramOptions.Groups {
    groups(named: "involvement", titles: Self.degreeOrder.map(\.rawValue), colours: .ordered) {
      lines in
      let degrees = Set(lines.filter(\.isArc).map(\.degree))
      return Self.degreeOrder.firstIndex { degrees.contains($0) }
    }
  }

  /// The worst status among the links at each node.
  ///
  /// - Returns: The groups, in the order of ``statusOrder``; nodes without a link that has one are in none.
  public func worstStatuses() -> DiagramOptions.Groups {
    groups(named: "status", titles: Self.statusOrder.map(\.rawValue), colours: .status) { lines in
      let statuses = Set(lines.compactMap(\.status))
      return Self.statusOrder.lastIndex { statuses.contains($0) }
    }
  }

  /// The probability of the most probable arc at each node.
  ///
  /// - Returns: The probabilities; nodes without an arc have none.
  public func strongestProbabilities() -> DiagramOptions.Scores {
    var values: [String: Double] = [:]
    for line in lines where line.isArc {
      guard let probability = line.probability else { continue }
      for id in [line.tail, line.head] { values[id] = max(values[id] ?? 0, probability) }
    }
    return DiagramOptions.Scores(name: "probability", values: values, unit: .probability)
  }

  private func groups(
    named name: String, titles: [String], colours: DiagramOptions.Groups.Colours,
    _ group: ([Line]) -> Int?
  ) -> DiagramOptions.Groups {
    var lines: [String: [Line]] = [:]
    for line in self.lines {
      for id in Set([line.tail, line.head]) { lines[id, default: []].append(line) }
    }
    let values = nodes.compactMap { node in group(lines[node.id] ?? []).map { (node.id, $0) } }
    return DiagramOptions.Groups(
      name: name, values: Dictionary(values, uniquingKeysWith: { first, _ in first }),
      titles: titles, colours: colours)
  }
}

extension Diagram.Line {
  /// Whether an arc of the projection makes it; a dispute that makes none has no probability.
  var isArc: Bool { standing.isInfluence || (standing == .lead && probability != nil) }
}

extension DiagramOptions.Scores {
  /// When the dated entities of a graph were: attacks, publications, events.
  ///
  /// A date of more than one day counts as its middle, one with a single bound as that bound.
  ///
  /// - Parameter evidence: The graph.
  /// - Returns: Years with their fraction by id.
  public static func dates(of evidence: InfluenceGraph) -> DiagramOptions.Scores {
    let values = evidence.entities.compactMap { entity in
      entity.date.flatMap(Diagram.year).map { (entity.id, $0) }
    }
    return DiagramOptions.Scores(
      name: "date", values: Dictionary(values, uniquingKeysWith: { first, _ in first }), unit: .year
    )
  }

  /// The chance that some chain leads from an entity to each other one.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - id: The id of the entity, from which everything is reckoned; its own chance is 1.
  /// - Returns: The chances by id; entities that no chain reaches have none. Chains that only carry count.
  /// - Complexity: As `Tracer.connection(from:to:)` for each entity.
  public static func connections(
    in network: InfluenceNetwork, from id: String
  ) -> DiagramOptions.Scores {
    let tracer = Tracer(network)
    let values = network.nodes.compactMap { other -> (String, Double)? in
      let chance = other == id ? 1 : tracer.connection(from: id, to: other).probability
      return chance > 0 ? (other, chance) : nil
    }
    return DiagramOptions.Scores(
      name: "connection from \(network.evidence.name(of: id))",
      values: Dictionary(values, uniquingKeysWith: { first, _ in first }), unit: .probability)
  }
}

extension Diagram {
  /// A date as a year with its fraction; `nil` if it has no bound.
  static func year(_ date: EDTF) -> Double? {
    guard let day = date.first ?? date.last, let other = date.last ?? date.first else { return nil }
    func year(_ day: Day) -> Double {
      guard let start = Day(year: day.year, month: 1, day: 1) else { return Double(day.year) }
      return Double(day.year) + Double(start.days(to: day)) / (Day.isLeap(day.year) ? 366 : 365)
    }
    return (year(day) + year(other)) / 2
  }
}

extension Change {
  /// The sign before what differs.
  var sign: String {
    switch self {
    case .added: "+"
    case .removed: "\u{2212}"
    case .changed: "\u{0394}"
    }
  }
}
