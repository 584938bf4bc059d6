/// The times that the tags of nodes or edges say, of the attributes `start` and `end`, or of `when`.
struct GEXFTimes {
  /// The bounds in a tag.
  struct Bounds: Equatable {
    /// The first time.
    var start: String?
    /// The last time.
    var end: String?
    /// Whether they are those of `when`, and not the attributes.
    var isOfWhen = false
  }

  private let start: AttributeColumn?
  private let end: AttributeColumn?
  private let when: AttributeColumn?
  /// Whether the network says that its times are whole numbers, so that they come back as such.
  private let hasWholeTimes: Bool

  /// Looks the columns up.
  init(_ table: AttributeTable, ofEdges: Bool, network: PlainNetwork) {
    start = table["start"]
    end = table["end"]
    when = ofEdges ? table["when"] : nil
    hasWholeTimes = GEXFTime.isWhole(network.attribute("timeformat")?.text)
  }

  /// Whether there is anything to say.
  var isEmpty: Bool { start == nil && end == nil && when == nil }

  /// The bounds that the tag of a row can say.
  ///
  /// - Returns: `nil` if there are none, or one of them cannot be said in the format of the file: half
  ///   a span would look like one without end.
  func bounds(_ row: Int, format: GEXFTime.Format) -> Bounds? {
    let (first, last) = (start?[row], end?[row])
    if first == nil, last == nil {
      guard format == .date, case .text(let text)? = when?[row],
        let bounds = GEXFTime.bounds(of: text)
      else { return nil }
      return Bounds(start: bounds.start, end: bounds.end, isOfWhen: true)
    }
    let texts = [first, last].map { $0.flatMap { text(of: $0, format: format) } }
    guard (first == nil) == (texts[0] == nil), (last == nil) == (texts[1] == nil) else {
      return nil
    }
    if let from = texts[0], let to = texts[1] {
      let isOrdered: Bool
      if format == .date {
        isOrdered = from <= to
      } else {
        isOrdered = (first?.number ?? 0) <= (last?.number ?? 0)
      }
      // Gephi refuses a span that ends before it begins.
      guard isOrdered else { return nil }
    }
    return Bounds(start: texts[0], end: texts[1])
  }

  private func text(of value: AttributeValue, format: GEXFTime.Format) -> String? {
    switch (format, value) {
    case (.date, .text(let text)): GEXFTime.isDay(text) ? text : nil
    case (.double, .real): hasWholeTimes ? nil : value.text
    case (.double, .integer): hasWholeTimes ? value.text : nil
    default: nil
    }
  }

  /// Whether a tag can say bounds in a format.
  func hasBounds(rows: Int, format: GEXFTime.Format) -> Bool {
    !isEmpty && (0..<rows).contains { bounds($0, format: format) != nil }
  }
}
