internal import GraphCore
internal import InfluenceAnalysis

/// Sets of nodes chosen together.
extension RobustnessReport {
  /// A goal of a set, by its key.
  private struct Goal {
    let goal: Graph.KeyPlayerOptions.Goal
    let key: String
    let words: String
    /// Whether measuring a set takes a search from every node.
    var needsDistances = false
  }

  private var goals: [Goal] {
    let arrows = network.graph.isDirected ? ", along the arrows" : ""
    return [
      Goal(goal: .fragment, key: "fragment", words: "most pairs without a path when they are gone"),
      Goal(
        goal: .spreadApart, key: "spreadApart",
        words: "the others farthest apart when they are gone", needsDistances: true),
      Goal(goal: .reach(hops: 1), key: "reach", words: "most nodes within one step" + arrows),
      Goal(
        goal: .reachByDistance, key: "reachByDistance", words: "nearest to all together" + arrows),
    ]
  }

  /// So many steps, roughly, may go into exchanges of nodes in random sets.
  private static let stepsOfRestarts = 2_000_000_000.0
  /// Beyond so many steps, roughly, a goal is left out.
  private static let mostSteps = 20_000_000_000.0
  /// So many random sets are enough.
  private static let mostRestarts = 30

  /// The steps of measuring a set, roughly.
  private func steps(_ goal: Goal) -> Double {
    let nodes = Double(network.graph.nodeCount)
    let walk = nodes + Double(network.graph.edgeCount) * (network.graph.isDirected ? 1 : 2)
    let isFar = goal.needsDistances || (goal.goal == .fragment && network.graph.isDirected)
    return isFar ? nodes * walk : walk
  }

  /// How many random sets are improved too, about four rounds of exchanges each.
  private func restarts(_ goal: Goal, _ count: Int) -> Int {
    let exchanges = Double(count * max(network.graph.nodeCount - count, 1))
    return Int(min(Self.stepsOfRestarts / (4 * exchanges * steps(goal)), Double(Self.mostRestarts)))
  }

  /// Sets chosen together.
  func players(_ count: Int, _ execution: Execution) throws(GraphError) -> NetworkFindings.Section {
    var rows: [[NetworkFindings.Cell]] = []
    var left: [String] = []
    var searched: [Int] = []
    let goals = goals
    for (place, goal) in goals.enumerated() {
      guard Double(count * network.graph.nodeCount) * steps(goal) <= Self.mostSteps else {
        left.append(goal.words)
        rows.append([
          .words(goal.key), .words(goal.words), .number(nil), .flag(false), .number(nil),
          .names([]), .names([]),
        ])
        continue
      }
      let restarts = restarts(goal, count)
      let found = try network.graph.keyPlayers(
        count,
        Graph.KeyPlayerOptions(
          goal: goal.goal, restarts: restarts, seed: seed,
          execution: execution.part(place, of: goals.count)))
      if !found.isExact { searched.append(restarts + 1) }
      let members = found.nodes.map { network.nodes[$0] }
      rows.append([
        .words(goal.key), .words(goal.words), .number(found.score), .flag(found.isExact),
        found.isExact ? .number(nil) : .integer(restarts + 1), .names(members.map(\.name)),
        .names(members.map(\.id)),
      ])
    }
    return NetworkFindings.Section(
      key: "keyPlayers", title: "Key players",
      notes: [
        "Borgatti's sets of \(count). Where it says exact, all sets were tried, and none is better"
          + (searched.isEmpty
            ? "."
            : "; elsewhere \(Self.starts(searched)) were improved by exchanging one node at a time until none "
              + "helped, and a better set may exist.")
          + " They say where the network as recorded hangs together, not whom to act against."
      ]
        + (left.isEmpty
          ? [] : ["Left out, since it would take too long: \(left.joined(separator: "; "))."]),
      content: .rows(
        NetworkFindings.Rows(
          [
            .init("goal", "goal", isData: true), .init("label", "what they do"),
            .init("score", "score", isNumber: true), .init("exact", "exact"),
            .init("starts", "starts", isNumber: true, isData: true), .init("members", "who"),
            .init("ids", "ids", isData: true),
          ], rows)))
  }

  /// From how many sets a search began.
  private static func starts(_ counts: [Int]) -> String {
    let (least, most) = (counts.min() ?? 1, counts.max() ?? 1)
    return least == most ? Plural.text(most, "set", "sets") : "\(least) to \(most) sets"
  }
}
