internal import GraphCore
internal import InfluenceAnalysis

extension CommunitiesReport {
  /// A network taken apart edge by edge.
  struct Steps: Sendable {
    /// How many levels people are shown.
    private static let shown = 12

    let division: StepwiseDivision
    /// By node, its community at the best level, the largest first.
    let groups: [Int]

    init(_ division: StepwiseDivision, groups: [Int]) {
      self.division = division
      self.groups = groups
    }

    /// The levels, each with its modularity.
    var section: NetworkFindings.Section {
      let levels = division.levels
      let best = levels.firstIndex(of: division.best) ?? 0
      let first = max(0, min(best - Self.shown / 2, levels.count - Self.shown))
      let visible = Array(first..<min(first + Self.shown, levels.count))
      return NetworkFindings.Section(
        key: "levels", title: "How it falls apart",
        notes: visible.count < levels.count
          ? ["\(visible.count) of \(levels.count) levels, around the best; json has all."] : [],
        content: .rows(
          NetworkFindings.Rows(
            [
              .init("communities", "communities", isNumber: true),
              .init("removedEdges", "edges removed", isNumber: true),
              .init("modularity", "modularity", isNumber: true), .init("best", "best"),
            ],
            levels.enumerated().map { place, level in
              [
                .integer(level.count), .integer(level.removedCount), .number(level.modularity),
                .flag(place == best),
              ]
            }, shown: visible)))
    }

    /// The tree of all levels; nil with more names than can be read.
    func tree(of network: StudiedNetwork) -> Dendrogram? {
      guard !groups.isEmpty, groups.count <= Dendrogram.mostNodes else { return nil }
      let best = division.levels.firstIndex(of: division.best) ?? 0
      let modularity = CentralityReport.text(division.best.modularity)
      return Dendrogram(
        title: "How it falls apart", names: network.nodes.map(\.name),
        levels: division.levels.enumerated().map { place, level in
          Dendrogram.Level(
            position: Double(level.removedCount),
            // Numbered as in the table where it is told.
            groups: place == best
              ? groups : division.groups(count: level.count) ?? Array(groups.indices))
        },
        axis: "edges removed, those with most shortest ways first", chosen: best,
        words: "At the dashed line, where modularity is highest (\(modularity)), there are "
          + "\(Plural.text(division.best.count, "community", "communities")), numbered as in the table."
      )
    }
  }
}
