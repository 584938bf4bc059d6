package import Evidence
internal import InfluenceAnalysis

extension TraceReport {
  /// The report as JSON, its keys in the order of the command's contract.
  ///
  /// `links` holds every arc of every hop in order; `weakest` is the index there of the most probable arc
  /// of the weakest hop. `refusals` says what is told of the two and makes no chain.
  ///
  /// - Parameter pretty: Whether it is spread over lines.
  /// - Returns: The text, ending in a line end.
  public func json(pretty: Bool = true) -> String { value.text(pretty: pretty) + "\n" }

  /// The report as a JSON value.
  package var value: JSONValue {
    .object([
      "from": context.named(trace.from), "to": context.named(trace.to),
      "policy": .string(context.policy), "projection": .string(context.projection),
      "seed": .string64(context.seed), "connection": context.value(trace.connection),
      "chains": .array(trace.chains.map(context.value)),
      "refusals": .array(trace.refusals.map(context.value)),
      "check": check.map(context.value) ?? .null,
    ])
  }
}

extension JSONValue {
  /// A whole number that may not fit an `Int`; then it is the nearest floating-point number.
  static func string64(_ number: UInt64) -> JSONValue {
    Int(exactly: number).map(JSONValue.integer) ?? .number(Double(number))
  }
}

extension FindingContext {
  func named(_ id: String) -> JSONValue {
    .object(["id": .string(id), "name": .string(evidence.name(of: id))])
  }

  func value(_ link: LinkKey) -> JSONValue {
    .object([
      "subject": .string(link.subject), "relation": .string(link.relation),
      "object": .string(link.object),
    ])
  }

  func value(_ connection: Connection) -> JSONValue {
    .object([
      "probability": .number(connection.probability), "low": .number(connection.low),
      "high": .number(connection.high), "method": .string(connection.method.description),
    ])
  }

  func value(_ chain: Chain) -> JSONValue {
    .object([
      "probability": .number(chain.probability), "product": .number(chain.product),
      "phrase": .string(chain.phrase), "degree": .string(chain.degree.rawValue),
      "order": .string(chain.order.rawValue), "throughGroup": .bool(chain.crossesGroup),
      "weakest": .integer(weakestLink(of: chain)),
      "nodes": .array(
        chain.nodes.map { id in
          .object([
            "id": .string(id), "name": .string(evidence.name(of: id)),
            "kind": .string(evidence.entity(id)?.kind ?? ""),
          ])
        }),
      "links": .array(chain.hops.flatMap(\.arcs).map(value)),
    ])
  }

  /// The index, among all arcs of a chain in order, of the most probable arc of its weakest hop.
  private func weakestLink(of chain: Chain) -> Int {
    guard chain.hops.indices.contains(chain.weakest) else { return 0 }
    let before = chain.hops[..<chain.weakest].reduce(0) { $0 + $1.arcs.count }
    let arcs = chain.hops[chain.weakest].arcs
    let best = arcs.indices.reduce(0) { arcs[$1].probability > arcs[$0].probability ? $1 : $0 }
    return before + best
  }

  private func value(_ arc: Arc) -> JSONValue {
    .object([
      "relation": .string(arc.relation), "tail": .string(arc.tail), "head": .string(arc.head),
      "degree": .string(arc.degree.rawValue), "status": .string(arc.status.rawValue),
      "probability": .number(arc.probability), "when": .optional(when(arc)),
      "statements": .array(statements(arc.statements).map(value)),
    ])
  }

  func value(_ refusal: Refusal) -> JSONValue {
    .object([
      "reason": .string(refusal.reason.rawValue), "link": value(refusal.link),
      "status": .string(refusal.status.rawValue), "sentence": .string(refusal.sentence),
      "statements": .array(statements(refusal.statements).map(value)),
    ])
  }

  func value(_ statement: Statement) -> JSONValue {
    .object([
      "id": .string(statement.id), "stance": .string(statement.stance.rawValue),
      "asserter": .string(asserter(of: statement)), "grade": .string(grade(of: statement)),
      "source": .string(statement.citation.source),
      "paragraph": statement.citation.paragraphs.map { .integer($0.first) } ?? .null,
      "paragraphs": .optional(statement.citation.paragraphs?.description),
      "quote": .optional(statement.citation.quote?.text),
    ])
  }
}
