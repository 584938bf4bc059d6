/// An entity and what lies around it: what influences it on the left, what it influences on the right, each
/// as far from the middle as it takes hops.
public struct EgoView: Sendable {
  /// The most neighbours that are drawn one by one.
  public static let mostNeighbours = 40

  private let id: String
  private let hops: Int
  private let most: Int
  private let found: Diagram

  /// Arranges a picture around a node of it.
  ///
  /// - Parameters:
  ///   - id: The id of the node.
  ///   - found: The node and what lies within some hops of it, whichever way the lines run.
  ///   - hops: How many hops these are.
  ///   - most: The most neighbours that are drawn one by one.
  public init(
    around id: String, in found: Diagram, hops: Int, most: Int = EgoView.mostNeighbours
  ) {
    self.id = id
    self.hops = hops
    self.most = most
    self.found = found
  }

  /// A neighbour: how far away, on which side, and how probable what joins it to the middle.
  private struct Neighbour {
    var distance: Int
    /// -1 for what influences, 1 for what is influenced.
    var side: Int
    var probability: Double
  }

  /// The layout that reads best: columns where there are directions and each column has its room, rings
  /// around the middle otherwise.
  public var engine: DiagramOptions.Engine {
    let lines = found.lines.filter(Self.reaches)
    let sizes = Dictionary(grouping: diagram.nodes.compactMap(\.column)) { $0 }.values.map(\.count)
    let isDirected = lines.count(where: \.isDirected) * 2 > lines.count
    return isDirected && (sizes.max() ?? 0) <= Self.mostInColumn ? .dot : .twopi
  }

  private static let mostInColumn = 16

  /// The picture.
  public var diagram: Diagram {
    let places = neighbours()
    let order = places.keys.sorted { left, right in
      guard let a = places[left], let b = places[right] else { return left < right }
      return (a.distance, b.probability, left) < (b.distance, a.probability, right)
    }
    let kept = Set(order.prefix(most)).union([id])
    let dropped = order.dropFirst(most)
    var nodes = found.nodes.filter { kept.contains($0.id) }
    for index in nodes.indices {
      nodes[index].column = places[nodes[index].id].map { $0.side * $0.distance } ?? 0
    }
    var lines = found.lines.filter { kept.contains($0.tail) && kept.contains($0.head) }
    for side in [-1, 1] {
      let gathered = dropped.filter { places[$0]?.distance == 1 && places[$0]?.side == side }
      guard !gathered.isEmpty else { continue }
      let words = side < 0 ? "more that influence" : "more that are influenced"
      let stand = "more \(side < 0 ? "in" : "out")"
      nodes.append(more(gathered, id: stand, title: words, column: side))
      let members = Set(gathered)
      lines += LineBundle.bundled(
        found.lines.filter {
          ($0.tail == id && members.contains($0.head))
            || ($0.head == id && members.contains($0.tail))
        },
        stand: { $0 == id ? id : members.contains($0) ? stand : nil },
        name: name, words: found.words)
    }
    var diagram = Diagram(
      title: found.title, subtitle: subtitle, sourceLine: found.sourceLine, nodes: nodes,
      lines: lines)
    diagram.center = id
    diagram.words = found.words
    let far = dropped.filter { (places[$0]?.distance ?? 0) > 1 }
    if !dropped.isEmpty {
      diagram.notes.append(
        "Of \(places.count) neighbours the \(most) nearest, and of these the most probable, are drawn one by "
          + "one." + (far.isEmpty ? "" : " \(far.count) farther than one hop are left out."))
    }
    return diagram
  }

  private func name(_ id: String) -> String { found.nodes.first { $0.id == id }?.name ?? id }

  private func more(
    _ ids: [String], id: String, title: String, column: Int
  ) -> Diagram.Node {
    let ids = Set(ids)
    let members = found.nodes.filter { ids.contains($0.id) }
    var node = Diagram.Node(
      id: id, name: "+\(ids.count) \(title)", tooltip: Diagram.list(members, found.words))
    node.isGathered = true
    node.parts = Diagram.parts(of: members)
    node.column = column
    return node
  }

  /// Distances and sides, ring by ring from the middle.
  private func neighbours() -> [String: Neighbour] {
    var places: [String: Neighbour] = [:]
    var ring: Set<String> = [id]
    let reaching = found.lines.filter(Self.reaches) + found.lines.filter { !Self.reaches($0) }
    for distance in 1...max(1, hops) where hops > 0 {
      var next: [String: Neighbour] = [:]
      // Influence decides where somebody stands; claims and denials only where nothing else does.
      for line in reaching {
        for (near, far, side) in [(line.tail, line.head, 1), (line.head, line.tail, -1)]
        where ring.contains(near) && places[far] == nil && far != id {
          let own = distance == 1 ? (line.isDirected ? side : 1) : places[near]?.side ?? side
          let probability = Self.reaches(line) ? line.probability ?? line.weight ?? 0 : -1
          if let other = next[far], other.probability >= probability { continue }
          next[far] = Neighbour(distance: distance, side: own, probability: probability)
        }
      }
      places.merge(next) { first, _ in first }
      ring = Set(next.keys)
    }
    return places
  }

  private static func reaches(_ line: Diagram.Line) -> Bool {
    line.standing.isInfluence || line.standing == .tie
  }

  private var subtitle: String {
    let own = found.lines.filter { $0.tail == id || $0.head == id }
    func count(_ isCounted: (Diagram.Line) -> Bool) -> Int { own.count(where: isCounted) }
    let counts: [(Int, String)] = [
      (count { Self.reaches($0) && $0.isDirected && $0.head == id }, "in"),
      (count { Self.reaches($0) && $0.isDirected && $0.tail == id }, "out"),
      (count { Self.reaches($0) && !$0.isDirected }, "without direction"),
      (count { $0.standing == .lead }, "mere lead"),
      (count { $0.standing == .claimedOnly }, "claimed only"),
      (count { $0.standing == .denied }, "denied"),
    ]
    let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return found.subtitle + "; at \(name(id)): "
      + (words.isEmpty ? "nothing" : words.joined(separator: ", "))
  }
}
