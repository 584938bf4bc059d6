internal import Evidence
public import InfluenceAnalysis

/// What a connection hangs on: without which evidence it falls, and what to check next.
public struct ConnectionCheck: Sendable, Equatable {
  /// The smallest sets without which every chain is improbable, by statement, source and voice.
  public let cuts: [EvidenceCut]
  /// What would move the connection most if it were checked.
  public let check: WhatToCheck

  /// Looks for what a connection hangs on.
  ///
  /// - Parameters:
  ///   - tracer: The tracer that found the connection.
  ///   - from: The id of the entity that may have influenced.
  ///   - to: The id of the entity that may have been influenced.
  ///   - threshold: Chains must fall below this probability, more than 0; half that of the best
  ///     chain unless given.
  ///   - units: What is taken away as one, in turn.
  ///   - links: Only statements on these links are tried; on all that bear on it unless given.
  public init(
    _ tracer: Tracer, from: String, to: String, threshold: Double? = nil,
    units: [EvidenceCut.Unit] = EvidenceCut.Unit.allCases, links: Set<LinkKey>? = nil
  ) {
    cuts = units.map {
      tracer.cut(from: from, to: to, unit: $0, threshold: threshold)
    }
    check = tracer.whatToCheck(from: from, to: to, links: links)
  }
}

extension FindingContext {
  /// What a connection hangs on, in words.
  func passages(_ found: ConnectionCheck) -> [Passage] {
    let cuts = found.cuts.filter { $0.best > 0 }.map(entry)
    let statements = found.check.statements.prefix(5).compactMap { item -> Passage.Entry? in
      guard let statement = evidence.statement(item.id) else { return nil }
      return Passage.Entry(
        head: said(statement),
        details: [
          "confirmed by one more voice, some chain holds with \(Phrase.percent(item.confirmed)); "
            + "struck out, with \(Phrase.percent(item.struck))"
        ])
    }
    var check = Array(statements)
    if let voice = found.check.origins.first, voice.bits > 0 {
      check.append(
        Passage.Entry(
          head: "To know how far \(voice.name) can be trusted would tell most: "
            + "\(AttributionSentences.number(voice.bits)) bits of whether some chain holds."))
    }
    return [
      cuts.isEmpty ? nil : Passage(title: "What it hangs on", entries: cuts),
      check.isEmpty ? nil : Passage(title: "What to check next", entries: check),
    ].compactMap { $0 }
  }

  private func entry(_ cut: EvidenceCut) -> Passage.Entry {
    let (one, many) =
      switch cut.unit {
      case .statement: ("statement", "statements")
      case .source: ("source", "sources")
      case .origin: ("voice", "voices")
      }
    guard let size = cut.size else {
      return Passage.Entry(
        head: "No six \(many) or fewer carry it: without any of these, a chain of "
          + "\(Phrase.percent(cut.threshold)) or more is left.")
    }
    let ways = cut.count == 1 ? "" : ", in \(cut.count) ways"
    let caveat = cut.isExact ? "" : " (not all sets were tried: smaller ones may exist)"
    return Passage.Entry(
      head: "Without \(Plural.text(size, one, many))\(ways), no chain of "
        + "\(Phrase.percent(cut.threshold)) is left\(caveat):",
      details: cut.sets.prefix(5).map {
        $0.map { name($0, of: cut.unit) }.joined(separator: " and ")
      }
        + (cut.count > 5 ? ["and \(cut.count - 5) more"] : []))
  }

  private func name(_ id: String, of unit: EvidenceCut.Unit) -> String {
    switch unit {
    case .statement: evidence.statement(id).map(said) ?? id
    case .source: evidence.source(id).map { "\(id) (\($0.title))" } ?? id
    case .origin: originName(of: id)
    }
  }

  private func originName(of id: String) -> String {
    table.links.lazy.flatMap(\.origins).first { $0.id == id }?.name ?? id
  }

  /// What a connection hangs on, as JSON.
  func value(_ found: ConnectionCheck) -> JSONValue {
    .object([
      "cuts": .array(
        found.cuts.map { cut in
          .object([
            "unit": .string(cut.unit.rawValue), "threshold": .number(cut.threshold),
            "best": .number(cut.best), "size": cut.size.map(JSONValue.integer) ?? .null,
            "count": .integer(cut.count), "exact": .bool(cut.isExact),
            "sets": .array(cut.sets.map { .array($0.map(JSONValue.string)) }),
          ])
        }),
      "statements": .array(
        found.check.statements.map { item in
          .object([
            "id": .string(item.id), "side": .string(item.side.rawValue),
            "confirmed": .number(item.confirmed), "struck": .number(item.struck),
            "swing": .number(item.swing),
          ])
        }),
      "origins": .array(
        found.check.origins.map { origin in
          .object([
            "id": .string(origin.id), "name": .string(origin.name), "bits": .number(origin.bits),
          ])
        }),
    ])
  }
}
