internal import Evidence

/// Plots for those who draw elsewhere: specifications of Vega-Lite with their data in them.
///
/// They load nothing: neither data nor fonts come from an address. Text from data stands in the data only, never in
/// an expression.
enum VegaLite {
  /// The schema that the specifications keep to.
  static let schema = "https://vega.github.io/schema/vega-lite/v6.json"

  /// A whole specification.
  ///
  /// - Parameters:
  ///   - title: What is shown.
  ///   - subtitle: How it was reckoned, a line each.
  ///   - views: The parts, below each other.
  /// - Returns: The specification.
  static func specification(
    title: String, subtitle: [String], views: [JSONValue]
  ) -> JSONValue {
    .object([
      "$schema": .string(schema),
      "title": .object([
        "text": .string(VisibleText.line(title)),
        "subtitle": .array(subtitle.map { .string(VisibleText.line($0)) }), "anchor": "start",
      ]),
      "vconcat": .array(views), "resolve": .object(["scale": .object(["color": "independent"])]),
      "config": .object([
        "view": .object(["stroke": .null]),
        "axis": .object(["labelLimit": .integer(440), "domainColor": .string(Palette.grey.hex)]),
      ]),
    ])
  }

  /// One part: layers of marks over rows of data.
  ///
  /// - Parameters:
  ///   - title: What the part shows.
  ///   - rows: The data.
  ///   - encoding: What all layers share.
  ///   - layers: The marks.
  /// - Returns: The part.
  static func view(
    title: String, rows: [JSONValue], encoding: JSONValue, layers: [JSONValue]
  ) -> JSONValue {
    .object([
      "title": .object(["text": .string(VisibleText.line(title)), "anchor": "start"]),
      "data": .object(["values": .array(rows)]), "width": .integer(460),
      "height": .object(["step": .integer(18)]), "encoding": encoding, "layer": .array(layers),
    ])
  }

  /// A column of words in the order of the rows.
  static func rows(_ field: String) -> JSONValue {
    .object([
      "field": .string(field), "type": "nominal", "sort": .null, "title": .null,
    ])
  }

  /// A column of numbers.
  static func number(_ field: String, title: String, from domain: [Double]? = nil) -> JSONValue {
    let scale: [JSONValue.Member] =
      domain.map {
        [.init("scale", .object(["domain": .array($0.map(JSONValue.number))]))]
      } ?? []
    return .object(
      [
        .init("field", .string(field)), .init("type", "quantitative"),
        .init("title", .string(title)),
      ] + scale)
  }

  /// The colour of a degree, as lines of diagrams have it; the degrees that occur and no others.
  static func degree(_ field: String, of shown: Set<Degree>) -> JSONValue {
    let degrees = Degree.allCases.filter(shown.contains)
    return .object([
      "field": .string(field), "type": "nominal", "title": "degree",
      "scale": .object([
        "domain": .array(degrees.map { .string($0.rawValue) }),
        "range": .array(
          degrees.map { .string(LineMark.mark(of: $0, .influence).colour.hex) }),
      ]),
    ])
  }

  /// A row's name that no other row has: of equal names, the ids follow.
  static func labels(_ items: [(id: String, name: String)]) -> [String] {
    var counts: [String: Int] = [:]
    for item in items { counts[item.name, default: 0] += 1 }
    return items.map { item in
      VisibleText.line(counts[item.name] == 1 ? item.name : "\(item.name) (\(item.id))")
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral {
  /// Makes a string.
  package init(stringLiteral value: String) { self = .string(value) }
}
