internal import GraphCore
internal import InfluenceAnalysis

/// The network of each of several windows of time.
extension StructureReport {
  /// What a window has beside its number.
  private struct Window {
    let time: Range<Double>
    /// The contacts of a time without loops and parallel edges, all nodes in it.
    let simple: Graph
    let contacts: Int

    /// The ties, by their ends.
    var ties: Set<[Int]> {
      Set(
        simple.edges.map { edge in
          simple.isDirected
            ? [edge.tail, edge.head] : [min(edge.tail, edge.head), max(edge.tail, edge.head)]
        })
    }
  }

  /// The beginnings and ends of windows: of equal length, the first from the first contact on, the last up to
  /// the last contact, which is in it.
  ///
  /// - Throws: `GraphError` if a length is not above 0, or is longer than all of the time.
  static func times(
    of count: Int, length: Double?, in span: ClosedRange<Double>
  ) throws(GraphError) -> [Range<Double>] {
    let all = span.upperBound - span.lowerBound
    if let length, !(length > 0 && length <= all) {
      throw .optionOutOfRange(
        name: "the length of a window", value: length,
        range: "above 0 and at most \(CentralityReport.text(all)), which is all of the time")
    }
    let length = length ?? all / Double(count)
    let step = count > 1 ? (all - length) / Double(count - 1) : 0
    // All at the same time is one window.
    return (0..<(all > 0 ? count : 1)).map { place in
      let start = span.lowerBound + Double(place) * step
      let isLast = all == 0 || place == count - 1
      return start..<(isLast ? span.upperBound.nextUp : start + length)
    }
  }

  /// Figures of each window.
  func windows(
    _ sequence: ContactSequence, count: Int, length: Double?, _ execution: Execution
  ) throws(GraphError) -> NetworkFindings.Section {
    var rows: [[NetworkFindings.Cell]] = []
    var before: Set<[Int]>?
    let times = try sequence.span.map { span throws(GraphError) in
      try Self.times(of: count, length: length, in: span)
    }
    for (place, time) in (times ?? []).enumerated() {
      try Execution.checkCancellation()
      execution.progress?(Double(place) / Double(count))
      let snapshot = sequence.snapshot(time)
      let window = Window(
        time: time, simple: snapshot.graph.simplified(), contacts: snapshot.contacts.count)
      rows.append(try row(window, before))
      before = window.ties
    }
    return NetworkFindings.Section(
      key: "windows", title: "Windows of time",
      notes: [
        "\(Plural.text(rows.count, "window", "windows")) of equal length"
          + (length == nil ? "" : ", which slide over each other or leave gaps")
          + ". A window ends before the next number, the last with the last contact. Nodes are those with a contact in "
          + "it; contacts of the same two are one tie, and density, components and transitivity are of ties between "
          + "those nodes. Kept is the share of the ties of the window before that are there again."
      ],
      content: .rows(
        NetworkFindings.Rows(
          [
            .init("from", "from", isNumber: true), .init("to", "to", isNumber: true),
            .init("contacts", "contacts", isNumber: true), .init("nodes", "nodes", isNumber: true),
            .init("ties", "ties", isNumber: true), .init("density", "density", isNumber: true),
            .init("components", "components", isNumber: true),
            .init("largestComponent", "largest", isNumber: true),
            .init("transitivity", "transitivity", isNumber: true),
            .init("kept", "kept", isNumber: true),
          ], rows, shown: rows.count > 60 ? Array(0..<60) : nil)))
  }

  private func row(
    _ window: Window, _ before: Set<[Int]>?
  ) throws(GraphError) -> [NetworkFindings.Cell] {
    let ties = window.ties
    let part = window.simple.subgraph(of: Set(ties.joined()).sorted()).graph
    let weak = part.weakComponents()
    let kept = before.flatMap { before in
      before.isEmpty
        ? nil : Double(before.intersection(ties).count) / Double(before.count)
    }
    return [
      .number(window.time.lowerBound), .number(window.time.upperBound), .integer(window.contacts),
      .integer(part.nodeCount), .integer(ties.count), .number(part.density()),
      .integer(weak.count), .count(weak.sizes.max()), .number(try part.transitivity()),
      .number(kept),
    ]
  }
}
