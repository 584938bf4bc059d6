internal import GraphCore
internal import InfluenceAnalysis

extension ComparisonReport {
  /// The ties of a network explained by those of others together, over the nodes that all have (MRQAP).
  static func regression(
    of first: StudiedNetwork, on others: [StudiedNetwork], _ options: Graph.PermutationOptions
  ) throws(GraphError) -> NetworkFindings.Section {
    let places = others.map { other in
      Dictionary(
        other.nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let common = first.graph.nodes.filter { node in
      places.allSatisfy { $0[first.nodes[node].id] != nil }
    }
    let isDirected = first.graph.isDirected && others.allSatisfy(\.graph.isDirected)
    func comparable(_ part: StudiedNetwork) -> Graph {
      (isDirected ? part.graph : part.graph.asUndirected()).simplified()
    }
    let predictors = zip(others, places).map { other, places in
      comparable(other.part(common.compactMap { places[first.nodes[$0].id] }))
    }
    let found =
      common.count >= 3 && common.count <= mostShuffled
      ? try comparable(first.part(common)).matrixRegression(on: predictors, options) : nil
    let columns: [NetworkFindings.Rows.Column] = [
      .init("predictor", "ties of"), .init("coefficient", "coefficient", isNumber: true),
      .init("shareAtLeast", "as large", isNumber: true),
      .init("shareAtMost", "as small", isNumber: true),
      .init("shareAsExtreme", "as extreme", isNumber: true),
    ]
    guard let found else {
      return NetworkFindings.Section(
        key: "regression", title: "Explained together",
        notes: [
          "There is no regression: \(common.count) nodes are in all of them, it takes 3 to \(mostShuffled); "
            + "and none may have the same tie everywhere, or follow from the others."
        ], content: .rows(NetworkFindings.Rows(columns, [])))
    }
    return NetworkFindings.Section(
      key: "regression", title: "Explained together",
      notes: [
        "Whether two nodes are tied, regressed on whether they are in the others, over all pairs of the "
          + "\(common.count) nodes that all have. R squared is \(CentralityReport.text(found.rSquared)). "
          + "The shares are of \(options.permutations) shufflings of what the other predictors leave "
          + "unexplained (MRQAP by Dekker's double semi-partialling), and this one."
      ],
      content: .rows(
        NetworkFindings.Rows(
          columns,
          others.indices.map { place in
            let test = found.tests[place]
            return [
              .name(others[place].title), .number(found.coefficients[place]),
              .number(test.shareAtLeast), .number(test.shareAtMost),
              .number(test.shareAsExtreme),
            ]
          })))
  }
}
