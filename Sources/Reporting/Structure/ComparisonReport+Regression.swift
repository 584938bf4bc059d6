internal import GraphCore
internal import InfluenceAnalysis

/// The ties of a network explained by those of others together, over the nodes that all have (MRQAP).
extension ComparisonReport {
  /// The regression of ties and, where all networks have weights, that of weights.
  static func regressions(
    of first: StudiedNetwork, on others: [StudiedNetwork], _ options: Graph.PermutationOptions,
    _ execution: Execution
  ) throws(GraphError) -> [NetworkFindings.Section] {
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
    let target = comparable(try first.part(common))
    var predictors: [Graph] = []
    for (other, places) in zip(others, places) {
      predictors.append(
        comparable(try other.part(common.compactMap { places[first.nodes[$0].id] })))
    }
    let isValued = ([first] + others).allSatisfy(\.graph.isWeighted)
    let parts = isValued ? 2 : 1
    func found(_ number: Int) throws(GraphError) -> MatrixRegression? {
      guard (3...mostShuffled).contains(common.count) else { return nil }
      var options = options
      options.usesWeights = number == 1
      options.execution = execution.part(number, of: parts)
      return try target.matrixRegression(on: predictors, options)
    }
    let titles = others.map(\.title)
    var sections = Regression(
      key: "regression", title: "Explained together", what: "Whether two nodes are tied",
      by: "whether they are in the others", nodes: common.count, predictors: titles,
      permutations: options.permutations
    ).sections(try found(0))
    if isValued {
      sections += Regression(
        key: "valuedRegression", title: "Weights explained together",
        what: "The weight between two nodes, 0 without an edge",
        by: "their weights in the others", nodes: common.count, predictors: titles,
        permutations: options.permutations
      ).sections(try found(1))
    }
    return sections
  }

  /// One regression in words.
  private struct Regression {
    let key: String
    let title: String
    let what: String
    let by: String
    let nodes: Int
    let predictors: [String]
    let permutations: Int

    /// The coefficients and how well they fit.
    func sections(_ found: MatrixRegression?) -> [NetworkFindings.Section] {
      let columns: [NetworkFindings.Rows.Column] = [
        .init("predictor", "ties of"), .init("coefficient", "coefficient", isNumber: true),
        .init("shareAtLeast", "as large", isNumber: true),
        .init("shareAtMost", "as small", isNumber: true),
        .init("shareAsExtreme", "as extreme", isNumber: true),
      ]
      guard let found else {
        return [
          NetworkFindings.Section(
            key: key, title: title,
            notes: [
              "There is no regression: \(nodes) nodes are in all of them, it takes 3 to \(mostShuffled); "
                + "and none may have the same tie everywhere, or follow from the others."
            ], content: .rows(NetworkFindings.Rows(columns, [])))
        ]
      }
      let rows = predictors.indices.map { place -> [NetworkFindings.Cell] in
        let test = found.tests[place]
        return [
          .name(predictors[place]), .number(found.coefficients[place]),
          .number(test.shareAtLeast), .number(test.shareAtMost), .number(test.shareAsExtreme),
        ]
      }
      return [
        NetworkFindings.Section(
          key: key, title: title,
          notes: [
            "\(what), regressed on \(by), over all pairs of the \(nodes) nodes that all have. The shares are of "
              + "\(permutations) shufflings of what the other predictors leave unexplained (MRQAP by Dekker's "
              + "double semi-partialling), and this one."
          ], content: .rows(NetworkFindings.Rows(columns, rows))),
        NetworkFindings.Section(
          key: key + "Fit", title: "How well they explain it",
          content: .figures([
            .init("nodes", "nodes", .integer(nodes)),
            .init("pairs", "pairs of nodes", .integer(found.observations)),
            .init("intercept", "intercept", .number(found.intercept)),
            .init(
              "rSquared", "R squared", .number(found.rSquared), "the share of variance explained"),
            .init(
              "adjustedRSquared", "adjusted", .number(found.adjustedRSquared),
              "less what as many predictors explain by chance"),
            .init(
              "fStatistic", "F", .number(found.fStatistic),
              "of all together; pairs hang together, so tables of F give no chance for it"),
          ])),
      ]
    }
  }
}
