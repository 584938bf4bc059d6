internal import Evidence
internal import InfluenceAnalysis

extension TimelineReport {
  /// The dated events as comma-separated values, a row an event.
  ///
  /// - Returns: The text with CRLF line ends, a header first; an unknown first or last day is empty.
  public func csv() -> String {
    let header = ["id", "name", "kind", "date", "first", "last", "collective", "call"]
    let isCall = Set(calls.map(\.call.id))
    return chronology.events.reduce(into: CSVText.row(header.map { .text($0) })) { text, event in
      text += CSVText.row([
        .text(event.id), .text(context.evidence.name(of: event.id)), .text(event.kind),
        .text(date(of: event)), .text(event.span.first?.description ?? ""),
        .text(event.span.last?.description ?? ""), .text(event.isCollective ? "yes" : "no"),
        .text(isCall.contains(event.id) ? "yes" : "no"),
      ])
    }
  }

  /// The dated events as a plot for Vega-Lite: a bar from the first to the last possible day, a point where the day
  /// is known; an end that is not known is drawn to the edge.
  ///
  /// - Returns: The specification as JSON, ending in a line end.
  public func vegaLite() -> String {
    let days = chronology.events.flatMap { [$0.span.first, $0.span.last].compactMap { $0 } }
    guard let first = days.min(), let last = days.max() else {
      return VegaLite.specification(
        title: Self.title, subtitle: ["Nothing in this graph has a date."], views: []
      ).text(pretty: true) + "\n"
    }
    let isCall = Set(calls.map(\.call.id))
    let labels = VegaLite.labels(
      chronology.events.map { ($0.id, context.evidence.name(of: $0.id)) })
    let rows = zip(chronology.events, labels).map { event, label in
      JSONValue.object([
        "label": .string(label), "id": .string(event.id), "kind": .string(event.kind),
        "date": .string(date(of: event)),
        "first": .string((event.span.first ?? first).description),
        "last": .string((event.span.last ?? last).description),
        "mark": .string(isCall.contains(event.id) ? "call" : event.isExact ? "day known" : ""),
      ])
    }
    func time(_ field: String) -> JSONValue {
      .object(["field": .string(field), "type": "temporal", "title": .null])
    }
    let kind = JSONValue.object([
      "field": "kind", "type": "nominal",
      "scale": .object([
        "range": .array((0..<8).map { .string(Palette.group($0).hex) })
      ]),
    ])
    let span = JSONValue.object([
      "mark": .object([
        "type": "bar", "height": .integer(8), "tooltip": .object(["content": "data"]),
      ]),
      "encoding": .object([
        "x": time("first"), "x2": .object(["field": "last"]), "color": kind,
      ]),
    ])
    let point = JSONValue.object([
      "mark": .object([
        "type": "point", "filled": .bool(true), "size": .integer(60),
        "tooltip": .object(["content": "data"]),
      ]),
      "transform": .array([
        .object(["filter": "datum.mark != ''"])
      ]),
      "encoding": .object([
        "x": time("first"), "color": kind,
        "shape": .object(["field": "mark", "type": "nominal", "title": .null]),
      ]),
    ])
    return VegaLite.specification(
      title: Self.title, subtitle: ["policy \(context.policy)"],
      views: [
        VegaLite.view(
          title: context.evidence.title, rows: rows,
          encoding: .object(["y": VegaLite.rows("label")]), layers: [span, point])
      ]
    ).text(pretty: true) + "\n"
  }
}
