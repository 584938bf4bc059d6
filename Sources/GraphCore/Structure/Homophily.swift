/// How far ties stay within groups.
public struct Homophily: Sendable, Equatable {
  /// The ties of some nodes, by where they lead.
  public struct Ties: Sendable, Equatable {
    /// Ties to nodes of the same group.
    public let inside: Int
    /// Ties to nodes of other groups.
    public let outside: Int

    /// The E-I index: ties outward less ties inward, over all ties.
    ///
    /// -1 if all stay inside, 1 if all lead outside; nil without ties.
    public var index: Double? {
      let all = inside + outside
      return all > 0 ? Double(outside - inside) / Double(all) : nil
    }

    /// The share of ties that stay inside, from 0 to 1; nil without ties.
    public var shareInside: Double? {
      let all = inside + outside
      return all > 0 ? Double(inside) / Double(all) : nil
    }
  }

  /// All ties; each tie of an undirected graph counts at both ends, here and below.
  public let all: Ties
  /// The E-I index if ties fell on all pairs of nodes alike: pairs between groups less pairs inside,
  /// over all pairs. Nil with fewer than two nodes.
  public let expectedIndex: Double?
  /// By group, in the order of their first nodes, the name that was given.
  public let names: [Int]
  /// By group, the number of its nodes.
  public let sizes: [Int]
  /// By group, the ties of its nodes; of a directed graph those that begin there.
  public let byGroup: [Ties]
  /// By node, its ties; of a directed graph those that begin there.
  public let byNode: [Ties]

  /// By group, Coleman's index: how far its ties stay inside more than its size explains.
  ///
  /// With s the share of its ties that stay inside and w its share of all nodes,
  /// (s - w) / (1 - w) [Coleman1958] [Currarini2009]: 1 if all stay inside, 0 if by size alone,
  /// below 0 if they go outside. Nil for a group without ties or of all nodes.
  public var inbreeding: [Double?] {
    zip(sizes, byGroup).map { size, ties in
      guard let share = ties.shareInside, size < byNode.count else { return nil }
      let expected = Double(size) / Double(byNode.count)
      return (share - expected) / (1 - expected)
    }
  }
}

extension Graph {
  /// How far ties stay within groups: the E-I index of the graph, of each group and of each node,
  /// and homophily by group.
  ///
  /// The E-I index is the external ties less the internal ones over both [Krackhardt1988]. Loops are
  /// left out and parallel edges are one; a tie of a directed graph is counted where it begins.
  ///
  /// - Parameter groups: By node index, any number that names its group.
  /// - Returns: The ties by where they lead, and what follows from them.
  /// - Throws: `GraphError.wrongCount` if there is not one group for each node.
  /// - Complexity: O(n + m) time and space.
  public func homophily(of groups: [Int]) throws(GraphError) -> Homophily {
    let numbered = try numberedGroups(groups)
    let rows = simplified().outgoing
    var names = [Int](repeating: 0, count: numbered.count)
    var sizes = names
    var inside = names
    var outside = names
    var byNode: [Homophily.Ties] = []
    byNode.reserveCapacity(nodeCount)
    for node in nodes {
      let group = Int(numbered.labels[node])
      names[group] = groups[node]
      sizes[group] += 1
      let row = rows.row(node)
      let own = row.reduce(0) { count, entry in
        count + (Int(numbered.labels[Int(rows.targets[entry])]) == group ? 1 : 0)
      }
      inside[group] += own
      outside[group] += row.count - own
      byNode.append(Homophily.Ties(inside: own, outside: row.count - own))
    }
    let pairs = nodeCount * (nodeCount - 1)
    let pairsInside = sizes.reduce(0) { $0 + $1 * ($1 - 1) }
    return Homophily(
      all: Homophily.Ties(inside: inside.reduce(0, +), outside: outside.reduce(0, +)),
      expectedIndex: pairs > 0 ? Double(pairs - 2 * pairsInside) / Double(pairs) : nil,
      names: names, sizes: sizes,
      byGroup: zip(inside, outside).map { Homophily.Ties(inside: $0, outside: $1) },
      byNode: byNode)
  }
}
