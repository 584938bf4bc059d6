public import GraphCore

/// All time-respecting paths without repeated nodes, one by one.
public struct SlowTemporal {
  /// A path.
  public struct Path {
    /// The nodes, the first among them.
    public let nodes: [Int]
    /// The contacts.
    public let contacts: [ContactSequence.Contact]
    /// When the first contact begins.
    public var departure: Double { contacts[0].start }
    /// When the last contact is over.
    public var arrival: Double { contacts[contacts.count - 1].end }
  }

  /// By source and target, the paths of one contact or more.
  public private(set) var paths: [[[Path]]]

  /// Looks for all paths within a window.
  public init(_ sequence: ContactSequence, within window: ClosedRange<Double>) {
    paths = [[[Path]]](
      repeating: [[Path]](repeating: [], count: sequence.nodeCount), count: sequence.nodeCount)
    func extend(_ nodes: [Int], _ contacts: [ContactSequence.Contact]) {
      let here = nodes[nodes.count - 1]
      for contact in sequence.contacts
      where contact.start >= window.lowerBound && contact.end <= window.upperBound {
        var next: [Int] = []
        if contact.tail == here { next.append(contact.head) }
        if !sequence.isDirected, contact.head == here { next.append(contact.tail) }
        if let last = contacts.last,
          contact.start < last.end || contact.start <= last.start
        {
          continue
        }
        for node in Set(next) where !nodes.contains(node) {
          let path = Path(nodes: nodes + [node], contacts: contacts + [contact])
          paths[nodes[0]][node].append(path)
          extend(path.nodes, path.contacts)
        }
      }
    }
    for node in sequence.nodes { extend([node], []) }
  }

  /// The best of a number over the paths from one node to each other.
  public func best(
    from source: Int, _ number: (Path) -> Double
  ) -> [Double?] {
    paths[source].map { $0.map(number).min() }
  }

  /// Betweenness by definition: the share of paths of fewest contacts on which a node lies between.
  public var betweenness: [Double] {
    var scores = [Double](repeating: 0, count: paths.count)
    for row in paths {
      for all in row {
        guard let fewest = all.map(\.contacts.count).min() else { continue }
        let chosen = all.filter { $0.contacts.count == fewest }
        for path in chosen {
          for node in path.nodes.dropFirst().dropLast() { scores[node] += 1 / Double(chosen.count) }
        }
      }
    }
    return scores
  }

  /// Random contacts, with ties in time, contacts that take no time, loops and repeated pairs.
  public static func sequences(
    count: Int, nodes: ClosedRange<Int>, seed: UInt64
  ) -> [ContactSequence] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).compactMap { index in
      let nodeCount = Int.random(in: nodes, using: &generator)
      let contacts = (0..<Int.random(in: 0...(3 * nodeCount), using: &generator)).map { _ in
        ContactSequence.Contact(
          Int.random(in: 0..<nodeCount, using: &generator),
          Int.random(in: 0..<nodeCount, using: &generator),
          start: Double(Int.random(in: 0...9, using: &generator)),
          duration: Double(max(0, Int.random(in: -2...2, using: &generator))))
      }
      return try? ContactSequence(
        nodeCount: nodeCount, contacts: contacts, isDirected: index.isMultiple(of: 2))
    }
  }
}
