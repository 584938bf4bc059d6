package import Evidence
internal import InfluenceAnalysis

extension AttributionReport {
  /// The report as JSON, its keys in the order of the command's contract.
  ///
  /// - Parameter pretty: Whether it is spread over lines.
  /// - Returns: The text, ending in a line end.
  public func json(pretty: Bool = true) -> String { value.text(pretty: pretty) + "\n" }

  /// The report as a JSON value.
  package var value: JSONValue {
    .object([
      "attacks": .array(findings.map(value)), "policy": .string(context.policy),
      "seed": .string64(context.seed), "leftOut": .array(leftOut.map(JSONValue.string)),
    ])
  }

  /// One attack as a JSON value.
  func value(_ finding: Finding) -> JSONValue {
    let attribution = finding.attribution
    return .object([
      "id": .string(attribution.attack),
      "name": .string(context.evidence.name(of: attribution.attack)),
      "date": .optional(context.evidence.entity(attribution.attack)?.date?.text),
      "verdict": .string(attribution.verdict.rawValue), "tentative": .bool(attribution.isTentative),
      "principal": .optional(attribution.principal?.id), "phrase": .string(attribution.phrase),
      "degrees": value(attribution.degrees), "claims": .array(attribution.claims.map(value)),
      "ways": .array(attribution.ways.map(value)),
      "statementsForVerdict": .array(attribution.statementsForVerdict.map(JSONValue.string)),
      "statementsAgainstVerdict": .array(
        attribution.statementsAgainstVerdict.map(JSONValue.string)),
      "statementsFor": statements(attribution.statementsFor),
      "statementsAgainst": statements(attribution.statementsAgainst),
      "disputed": .bool(attribution.isDisputed),
      "disputedLinks": .array(attribution.disputedLinks.map(context.value)),
      "perpetrators": .array(attribution.perpetrators.map(context.named)),
      "candidates": .array(attribution.candidates.map(value)),
      "hypotheses": value(finding.hypotheses), "sensitivity": value(finding.sensitivity),
    ])
  }

  private func value(_ way: AttributionWay) -> JSONValue {
    let ends = (way.arcs.first.map { [$0.tail] } ?? []) + way.arcs.map(\.head)
    return .object([
      "rung": .string(way.rung.rawValue), "probability": .number(way.probability),
      "nodes": .array(ends.map(JSONValue.string)),
      "links": .array(way.arcs.map { context.value($0.link) }),
      "statements": .array(way.statements.map(JSONValue.string)),
    ])
  }

  private func statements(_ ids: [String]) -> JSONValue {
    .array(context.statements(ids).map(context.value))
  }

  private func value(_ degrees: RungChances) -> JSONValue {
    .object([
      "directed": .number(degrees.directed), "enabled": .number(degrees.enabled),
      "inspired": .number(degrees.inspired),
    ])
  }

  private func value(_ claim: ClaimOfResponsibility) -> JSONValue {
    .object([
      "by": .string(claim.by), "outlet": .optional(claim.outlet),
      "date": .optional(claim.date.flatMap(AttributionSentences.text)),
      "lagDays": claim.lagDays.map(JSONValue.integer) ?? .null,
      "statements": statements(claim.statements),
      "contents": .array(claim.contents.map { .string($0.rawValue) }),
      "titles": .array(claim.titles.map(JSONValue.string)),
      "probability": .number(claim.probability),
      "lag": claim.lag.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) } ?? .null,
    ])
  }

  private func value(_ candidate: Candidate) -> JSONValue {
    .object([
      "id": .string(candidate.principal.id), "name": .string(candidate.principal.name),
      "degrees": value(candidate.degrees), "rung": .optional(candidate.rung?.rawValue),
      "tentative": .bool(candidate.isTentative),
      "types": .array((candidate.rung?.ties ?? []).map { .string($0.words) }),
      "serviceClass": .optional(candidate.rung.map { ServiceClass($0).rawValue }),
      "method": .string(candidate.method.description), "complete": .bool(candidate.isComplete),
      "statements": .array(candidate.statements.map(JSONValue.string)),
    ])
  }

  private func value(_ matrix: HypothesisMatrix) -> JSONValue {
    .object([
      "inconsistency": .object(
        Hypothesis.allCases.map {
          .init($0.rawValue, .number(matrix.inconsistency(with: $0)))
        }),
      "first": .array(matrix.first.map { .string($0.rawValue) }),
      "items": .array(
        matrix.items.map { item in
          .object([
            "statement": .string(item.statement), "origin": .string(item.origin),
            "side": .string(item.side.rawValue), "content": .string(item.content.rawValue),
            "weight": .number(item.weight), "diagnosticity": .number(item.diagnosticity),
          ])
        }),
      "flips": .array(matrix.smallestFlips.map { .array($0.map(JSONValue.string)) }),
    ])
  }

  private func value(_ moved: VerdictSensitivity) -> JSONValue {
    .object([
      "draws": .integer(moved.draws), "spread": .number(Self.spread),
      "changed": .integer(moved.changed), "firmnessChanged": .integer(moved.firmnessChanged),
      "verdicts": .object(
        moved.counts.map { .init($0.verdict.rawValue, .integer($0.draws)) }),
    ])
  }
}
