/// A network from the literature: a graph, and beside it the names of its nodes.
///
/// Its graph is like any other; whoever wants the names takes them from here.
public struct NamedNetwork: Sendable, Equatable {
  /// The graph; undirected, its edges ordered by tail, then by head.
  public let graph: Graph
  /// By node, its name.
  public let names: [String]
  /// By node, the group to which it is known to belong, from 0; nil where none are known.
  public let groups: [Int]?

  /// Reads a table that is part of the program; a mistake in it stops the program.
  ///
  /// - Parameters:
  ///   - table: For each node a line `NAME: HEAD HEAD ...` of the edges to later nodes, or
  ///     `NAME: HEAD*WEIGHT HEAD*WEIGHT ...` if there are weights. A head is the number of its own line, from 0.
  ///   - groups: For each node a digit, or nil.
  init(table: String, groups: String? = nil) {
    var names: [String] = []
    var tails: [Int32] = []
    var heads: [Int32] = []
    var weights: [Double] = []
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: ":", omittingEmptySubsequences: false)
      precondition(parts.count == 2, "a line without one colon: \(line)")
      for entry in parts[1].split(separator: " ") {
        let numbers = entry.split(separator: "*").compactMap { Int32($0) }
        guard let head = numbers.first, let weight = numbers.last, head > names.count else {
          preconditionFailure("an edge that does not lead to a later node: \(line)")
        }
        tails.append(Int32(names.count))
        heads.append(head)
        if numbers.count == 2 { weights.append(Double(weight)) }
      }
      names.append(String(parts[0]))
    }
    precondition(weights.isEmpty || weights.count == tails.count, "some edges have no weight")
    precondition(heads.allSatisfy { $0 < names.count }, "an edge leads to no node")
    self.groups = groups.map { $0.compactMap(\.wholeNumberValue) }
    precondition((self.groups?.count ?? names.count) == names.count, "not one group for each node")
    graph = Graph(
      nodeCount: names.count, tails: tails, heads: heads, weights: weights.isEmpty ? nil : weights,
      isDirected: false)
    self.names = names
  }
}
