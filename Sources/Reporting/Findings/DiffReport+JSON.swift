internal import Evidence
internal import InfluenceAnalysis

extension DiffReport {
  /// The changes as JSON: the choices, then statements, entries, links,
  /// verdicts and ranks.
  ///
  /// `different` is false if nothing changed but perhaps the ids of statements.
  ///
  /// - Parameter pretty: Whether it is spread over lines.
  /// - Returns: The text, ending in a line end.
  public func json(pretty: Bool = true) -> String {
    JSONValue.object([
      "old": .string(oldName), "new": .string(newName), "policy": .string(new.policy),
      "projection": .string(new.projection), "seed": .string64(new.seed),
      "different": .bool(!diff.isEmpty),
      "statements": .object([
        "added": .array(statements(.added)), "removed": .array(statements(.removed)),
        "changed": .array(statements(.changed)),
        "renumbered": .array(
          diff.renumbered.map {
            .object(["old": .string($0.old), "new": .string($0.new)])
          }),
      ]),
      "entries": .array(
        diff.entries.map { entry in
          .object([
            "kind": .string(entry.kind.rawValue), "id": .string(entry.id),
            "change": .string(entry.change.rawValue), "fields": .array(entry.fields.map(value)),
          ])
        }),
      "links": .array(diff.links.map(value)), "verdicts": .array(diff.verdicts.map(value)),
      "ranks": .array(ranks.map(value)),
    ]).text(pretty: pretty) + "\n"
  }

  private func statements(_ change: Change) -> [JSONValue] {
    diff.statements.filter { $0.change == change }.map { statement in
      let context = statement.new == nil ? old : new
      let id = statement.new ?? statement.old ?? ""
      guard change == .changed else {
        return context.evidence.statement(id).map(context.told) ?? .null
      }
      return .object([
        "id": .string(id), "oldId": .optional(statement.old),
        "sentence": .optional(context.evidence.statement(id).map { context.sentence($0) }),
        "fields": .array(statement.fields.map(value)),
      ])
    }
  }

  private func value(_ field: FieldChange) -> JSONValue {
    .object([
      "name": .string(field.name), "old": .optional(field.old), "new": .optional(field.new),
    ])
  }

  private func value(_ change: LinkChange) -> JSONValue {
    .object([
      "link": new.value(change.key), "change": .string(change.change.rawValue),
      "old": value(change.old), "new": value(change.new),
    ])
  }

  private func value(_ link: Link?) -> JSONValue {
    guard let link else { return .null }
    return .object([
      "probability": .number(link.pooled.probability),
      "status": .string(link.pooled.status.rawValue), "phrase": .string(link.phrase),
    ])
  }

  private func value(_ change: VerdictChange) -> JSONValue {
    let context = change.new == nil ? old : new
    return .object([
      "attack": .string(change.attack),
      "name": .string(context.evidence.name(of: change.attack)),
      "change": .string(change.change.rawValue), "old": value(change.old),
      "new": value(change.new),
    ])
  }

  private func value(_ attribution: Attribution?) -> JSONValue {
    guard let attribution else { return .null }
    return .object([
      "verdict": .string(attribution.verdict.rawValue),
      "tentative": .bool(attribution.isTentative),
      "principal": .optional(attribution.principal?.id), "phrase": .string(attribution.phrase),
      "disputed": .bool(attribution.isDisputed),
    ])
  }

  private func value(_ change: RankChange) -> JSONValue {
    let context = change.new == nil ? old : new
    return .object([
      "measure": .string(change.measure), "id": .string(change.entity),
      "name": .string(context.evidence.name(of: change.entity)), "old": .optional(change.old),
      "new": .optional(change.new),
    ])
  }
}
