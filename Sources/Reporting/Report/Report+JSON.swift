internal import Evidence
internal import InfluenceAnalysis

extension Report {
  /// The findings as JSON.
  ///
  /// - Parameter pretty: Whether it is spread over lines.
  /// - Returns: The text, ending in a line end.
  public func json(pretty: Bool = true) -> String {
    let value = JSONValue.object([
      "title": .string(evidence.title), "version": .string(edition.version),
      "date": .string(edition.date), "policy": .string(network.policy.name),
      "projection": .string(network.projection.name), "seed": .string64(edition.seed),
      "counts": .object([
        "sources": .integer(evidence.sources.count),
        "statements": .integer(evidence.statements.count),
        "entities": .integer(evidence.entities.count),
        "links": .integer(network.table.links.count), "arcs": .integer(network.arcs.count),
      ]),
      "conditions": conditions.value,
      "attacks": .array(attacks.map(value)),
      "attribution": .array(attribution.findings.map(attribution.value)),
      "structure": .object([
        "parts": .integer(structure.parts),
        "cutPoints": .array(
          structure.cutPoints.map { point in
            .object([
              "id": .string(point.id), "name": .string(evidence.name(of: point.id)),
              "cutOff": .integer(point.cutOff),
            ])
          }),
        "communities": .array(
          structure.communities.map { community in
            .object([
              "stability": .number(community.stability),
              "members": .array(community.members.map(context.named)),
            ])
          }),
      ]),
      "centrality": centrality.value, "timeline": timeline.value,
      "contradictions": .array(contradictions.map(value)),
      "sources": .array(
        evidence.sources.map { source in
          .object([
            "id": .string(source.id), "title": .string(source.title),
            "publisher": .optional(source.publisher), "author": .optional(source.author),
            "published": .optional(source.published?.text),
            "reliability": .optional(source.reliability?.rawValue), "url": .optional(source.url),
          ])
        }),
      "statements": .array(evidence.statements.map(context.value)),
    ])
    return value.text(pretty: pretty) + "\n"
  }

  private var centrality: CentralityReport {
    CentralityReport(
      measures,
      setting: CentralityReport.Setting(
        projection: network.projection.name, nodes: network.nodes.count,
        edges: network.hops.count, isDirected: true, seed: edition.seed,
        samples: network.hops.isEmpty ? 0 : options.samples))
  }

  private func value(_ finding: AttackFinding) -> JSONValue {
    .object([
      "id": .string(finding.attack), "name": .string(evidence.name(of: finding.attack)),
      "date": .optional(evidence.entity(finding.attack)?.date?.text),
      "influencers": .array(
        finding.influencers.map { item in
          .object([
            "id": .string(item.entity), "name": .string(evidence.name(of: item.entity)),
            "connection": context.value(item.connection),
          ])
        }),
      "chains": .array(finding.chains.map(context.value)),
      "verdictChains": .integer(finding.verdictChains),
      "refusals": .array(finding.refusals.map(context.value)),
      "check": checks[finding.attack].map(context.value) ?? .null,
      "verdictCheck": verdictChecks[finding.attack].map(value) ?? .null,
    ])
  }

  private func value(_ check: VerdictCheck) -> JSONValue {
    .object([
      "outcome": value(check.outcome),
      "statements": .array(
        check.statements.map { statement in
          .object([
            "id": .string(statement.id), "for": .bool(statement.isFor),
            "confirmed": value(statement.confirmed), "struck": value(statement.struck),
          ])
        }),
      "breaking": .array(check.breaking.map { .array($0.map(JSONValue.string)) }),
    ])
  }

  private func value(_ outcome: VerdictCheck.Outcome) -> JSONValue {
    .object([
      "verdict": .string(outcome.verdict.rawValue), "principal": .optional(outcome.principal),
      "tentative": .bool(outcome.isTentative),
      "chance": .number(outcome.chance),
    ])
  }

  private func value(_ contradiction: Contradiction) -> JSONValue {
    .object([
      "kind": .string(contradiction.kind.rawValue), "subject": .string(contradiction.subject),
      "predicate": .string(contradiction.predicate), "object": .optional(contradiction.object),
      "positions": .array(
        contradiction.positions.map { position in
          .object([
            "says": .string(position.says),
            "statements": .array(position.statements.map(JSONValue.string)),
          ])
        }),
    ])
  }
}
