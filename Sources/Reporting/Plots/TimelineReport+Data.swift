internal import Evidence
internal import InfluenceAnalysis

extension TimelineReport {
  /// The dated events as comma-separated values, a row an event, and then a row for each pair of a call and an attack
  /// within the window after it.
  ///
  /// The column `row` tells them apart: `event`; `followed`; `same day`, which counts for no following. Of a pair the
  /// first columns are those of the attack, and the last say after which call, how many days at least and at most, and
  /// whether the dates leave it no doubt.
  ///
  /// - Returns: The text with CRLF line ends, a header first; an unknown first or last day is empty.
  public func csv() -> String {
    let header = [
      "id", "name", "kind", "date", "first", "last", "collective", "call", "row", "after",
      "after-name", "least-days", "most-days", "certain",
    ]
    let events = Dictionary(
      chronology.events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var text = CSVText.row(header.map { .text($0) })
    for event in chronology.events {
      text += CSVText.row(
        cells(event) + [.text("event"), .text(""), .text(""), .text(""), .text(""), .text("")])
    }
    for call in calls {
      let after: [CSVText.Cell] = [
        .text(call.call.id), .text(context.evidence.name(of: call.call.id)),
      ]
      for follower in call.followers {
        guard let attack = events[follower.attack] else { continue }
        text += CSVText.row(
          cells(attack) + [.text("followed")] + after
            + [
              .integer(follower.lag.lowerBound), .integer(follower.lag.upperBound),
              .text(follower.isCertain ? "yes" : "no"),
            ])
      }
      for attack in call.onTheDay.compactMap({ events[$0] }) {
        text += CSVText.row(
          cells(attack) + [.text("same day")] + after + [.integer(0), .integer(0), .text("yes")])
      }
    }
    return text
  }

  private func cells(_ event: DatedEvent) -> [CSVText.Cell] {
    [
      .text(event.id), .text(context.evidence.name(of: event.id)), .text(event.kind),
      .text(date(of: event)), .text(event.span.first?.description ?? ""),
      .text(event.span.last?.description ?? ""), .text(event.isCollective ? "yes" : "no"),
      .text(calls.contains { $0.call.id == event.id } ? "yes" : "no"),
    ]
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
