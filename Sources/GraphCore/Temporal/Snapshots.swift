/// The contacts of some time as a graph.
public struct Snapshot: Sendable, Equatable {
  /// From when to when; the end is no longer in it.
  public let time: Range<Double>
  /// All nodes, and one edge for each contact.
  public let graph: Graph
  /// By edge index, the contact.
  public let contacts: [Int]
}

extension ContactSequence {
  /// All contacts as a graph, without their times: one edge for each, of the same index.
  ///
  /// - Returns: A graph in which several contacts of the same nodes are parallel edges;
  ///   `simplified()` joins them.
  /// - Complexity: O(n + c) for c contacts.
  public func aggregated() -> Graph {
    graph(of: Array(contacts.indices))
  }

  /// The contacts that are going on at some time during a while, as a graph.
  ///
  /// A contact without duration goes on at its start alone; one that has a duration is over at its
  /// end.
  ///
  /// - Parameter time: From when to when; the end is no longer in it.
  /// - Returns: The graph, and the contact of each edge.
  /// - Complexity: O(n + c) for c contacts.
  public func snapshot(_ time: Range<Double>) -> Snapshot {
    let chosen = contacts.indices.filter { index in
      let contact = contacts[index]
      return contact.start < time.upperBound
        && (contact.end > time.lowerBound || contact.start >= time.lowerBound)
    }
    return Snapshot(time: time, graph: graph(of: chosen), contacts: chosen)
  }

  /// The contacts during each of several windows of equal length.
  ///
  /// The first window begins with the first contact, each of the others one step later, as long as a
  /// contact begins or goes on at their beginning or after. Windows slide over each other if the step
  /// is less than the length, and leave gaps if it is more.
  ///
  /// - Parameters:
  ///   - length: How long a window is, above 0.
  ///   - step: How much later the next begins, above 0; nil for the length.
  /// - Returns: The graphs in order of time; none without contacts.
  /// - Throws: `GraphError.optionOutOfRange` if a length is not above 0, or there would be more than a
  ///   million windows.
  /// - Complexity: O(n + c) for each window, of c contacts.
  public func windows(
    length: Double, step: Double? = nil
  ) throws(GraphError) -> [Snapshot] {
    for (name, value) in [("the length", length), ("the step", step ?? length)]
    where !(value.isFinite && value > 0) {
      throw .optionOutOfRange(name: name, value: value, range: "above 0")
    }
    guard let span else { return [] }
    let step = step ?? length
    let count = (span.upperBound - span.lowerBound) / step
    guard count < 1_000_000 else {
      throw .optionOutOfRange(
        name: "the step", value: step, range: "enough for a million windows at most")
    }
    let lastStart = arcs[arcs.count - 1].start
    return (0...Int(count)).map { span.lowerBound + Double($0) * step }
      .filter { $0 <= lastStart || $0 < span.upperBound }
      .map { snapshot($0..<($0 + length)) }
  }

  private func graph(of chosen: [Int]) -> Graph {
    Graph(
      nodeCount: nodeCount, tails: chosen.map { Int32(contacts[$0].tail) },
      heads: chosen.map { Int32(contacts[$0].head) }, weights: nil, isDirected: isDirected)
  }
}
