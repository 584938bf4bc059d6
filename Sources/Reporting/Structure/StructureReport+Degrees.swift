internal import GraphCore

/// How many ties nodes have, and whether those of many hold together.
extension StructureReport {
  /// From this many times the lowest degree on, degrees are drawn on logarithmic scales.
  private static let wide = 20

  /// Counts of nodes by degree; of a directed network also by degree in and out. Shares are of nodes with
  /// that degree or more, where a node has it.
  func degrees() -> NetworkFindings.Section {
    let kinds: [(key: String, title: String, share: String, counts: [Int])] =
      [("nodes", "nodes", "share", graph.degreeDistribution())]
      + (graph.isDirected
        ? [
          ("inDegree", "by ties in", "inShare", graph.degreeDistribution(.incoming)),
          ("outDegree", "by ties out", "outShare", graph.degreeDistribution(.outgoing)),
        ] : [])
    func count(_ kind: Int, _ degree: Int) -> Int {
      degree < kinds[kind].counts.count ? kinds[kind].counts[degree] : 0
    }
    let most = kinds.map(\.counts.count).max() ?? 0
    let degrees = (0..<most).filter { degree in
      kinds.indices.contains { count($0, degree) > 0 }
    }
    // From the highest down: how many have so much or more.
    var above = kinds.map { _ in 0 }
    var rows: [[NetworkFindings.Cell]] = []
    for degree in degrees.reversed() {
      let counts = kinds.indices.map { count($0, degree) }
      for kind in kinds.indices { above[kind] += counts[kind] }
      rows.append(
        [.integer(degree)] + counts.map { .integer($0) }
          + kinds.indices.map { kind in
            counts[kind] > 0 ? .number(Double(above[kind]) / Double(graph.nodeCount)) : .number(nil)
          })
    }
    rows.reverse()
    // Of a long list people see the ends; JSON, values and plot have all of it.
    let shown: [Int]? =
      degrees.count > 2 * Self.shown
      ? Array(degrees.indices.prefix(Self.shown)) + Array(degrees.indices.suffix(5)) : nil
    let totals = kinds[0].counts
    return NetworkFindings.Section(
      key: "degrees", title: "Degree distribution",
      notes: shown == nil
        ? [] : ["\(degrees.count) degrees occur; the lowest and the five highest are shown."],
      content: .rows(
        NetworkFindings.Rows(
          [.init("degree", "degree", isNumber: true)]
            + kinds.map { .init($0.key, $0.title, isNumber: true) }
            + kinds.map { .init($0.share, $0.share, isNumber: true, isData: true) },
          rows, shown: shown)),
      shape: totals.count > 2
        ? ("nodes by degree, 0 to \(totals.count - 1)", totals.prefix(60).map(Double.init)) : nil)
  }

  /// How degrees are drawn: bars, or where they are wide the share of nodes of a degree or more, on two
  /// logarithmic scales.
  var degreePlot: NetworkFindings.Plot {
    let kinds: [Graph.DegreeKind] = graph.isDirected ? [.incoming, .outgoing] : [.total]
    let occurring = kinds.flatMap { kind in
      graph.degreeDistribution(kind).enumerated().filter { $0.offset > 0 && $0.element > 0 }
        .map(\.offset)
    }
    let isWide = (occurring.max() ?? 1) >= Self.wide * (occurring.min() ?? 1)
    let without = kinds.map { graph.degreeDistribution($0).first ?? 0 }.max() ?? 0
    guard isWide else {
      return NetworkFindings.Plot(
        section: "degrees", title: "Degree distribution", x: "degree",
        lines: graph.isDirected
          ? [("inDegree", "ties in"), ("outDegree", "ties out")] : [("nodes", "nodes")],
        xTitle: "degree", yTitle: "nodes", kind: .bars)
    }
    return NetworkFindings.Plot(
      section: "degrees", title: "Degree distribution, complementary cumulative", x: "degree",
      lines: graph.isDirected
        ? [("inShare", "ties in"), ("outShare", "ties out")] : [("share", "nodes")],
      xTitle: "degree k, logarithmic" + (without > 0 ? "; degree 0 has no place" : ""),
      yTitle: "share of nodes of degree k or more, logarithmic", kind: .logarithmicPoints)
  }

  /// How densely nodes of high degree are tied, beside random graphs of the same degrees.
  func richClub() throws(GraphError) -> NetworkFindings.Section {
    let flat = graph.asUndirected().simplified()
    let degrees = flat.degreeCounts(.total)
    let count = flat.richClub().coefficients.count
    let found = try flat.comparedWithNulls(
      Graph.NullOptions(samples: samples, seed: seed, execution: execution)
    ) { graph throws(GraphError) -> [Double?] in
      // The degrees are the same, so there are as many coefficients.
      graph.richClub().coefficients.map(Optional.some)
    }
    // Between two degrees that occur, nothing changes.
    let occurring = Set(degrees)
    let rows = (0..<count).filter { $0 == 0 || occurring.contains($0) }.map {
      k -> [NetworkFindings.Cell] in
      let mean = found[k].mean
      let normalized = mean.flatMap { mean in
        mean > 0 ? found[k].observed.map { $0 / mean } : nil
      }
      return [
        .integer(k), .integer(degrees.count { $0 > k }), .number(found[k].observed),
        .number(mean), .number(normalized), .number(found[k].shareAtLeast),
      ]
    }
    return NetworkFindings.Section(
      key: "richClub", title: "Rich club",
      notes: [
        "Phi is the share of pairs that are tied among nodes of more than k ties. It rises with k by itself, so "
          + "it stands beside \(samples) random graphs of the same degrees: above 1 in the ratio, nodes of many "
          + "ties hold together more than their degrees explain. Direction is ignored; loops and parallel edges "
          + "are left out."
      ]
        + (rows.count > Self.shown
          ? ["The \(Self.shown) highest of \(rows.count) degrees; json and csv have all."] : []),
      content: .rows(
        NetworkFindings.Rows(
          [
            .init("degree", "more than k", isNumber: true), .init("nodes", "nodes", isNumber: true),
            .init("phi", "phi", isNumber: true), .init("expected", "by chance", isNumber: true),
            .init("normalized", "ratio", isNumber: true),
            .init("shareAtLeast", "as much", isNumber: true),
          ], rows,
          shown: rows.count > Self.shown ? Array(rows.indices.suffix(Self.shown)) : nil)))
  }
}
