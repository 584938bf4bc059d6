/// How much of a large network is shown: all of it, or names for the nodes with most links only.
struct Detail: Equatable {
  /// A network with more nodes than this is drawn in less detail, unless it lies in layers.
  static let fullNodes = 300
  /// So many nodes keep their names.
  static let names = 40

  /// The nodes that have names, or `nil` if all have.
  private let named: Set<String>?

  /// Whether some nodes are specks without a name.
  var isReduced: Bool { named != nil }

  /// How many nodes are chosen by their links.
  let count: Int

  /// - Parameters:
  ///   - diagram: The network.
  ///   - isLayered: Whether it lies in layers.
  /// - Complexity: O(n log n + m).
  init(_ diagram: Diagram, isLayered: Bool) {
    guard !isLayered, diagram.nodes.count > Self.fullNodes else {
      named = nil
      count = diagram.nodes.count
      return
    }
    var links: [String: Int] = [:]
    for line in diagram.lines {
      links[line.tail, default: 0] += 1
      if line.head != line.tail { links[line.head, default: 0] += 1 }
    }
    let chosen = diagram.nodes.map(\.id)
      .sorted { (links[$1] ?? 0, $0) < (links[$0] ?? 0, $1) }.prefix(Self.names)
    count = chosen.count
    named = Set(chosen).union(diagram.nodes.filter { $0.emphasis == .strong }.map(\.id))
  }

  /// Whether a node has its name.
  func names(_ node: Diagram.Node) -> Bool { named?.contains(node.id) ?? true }

  /// What a reader must know of it; `nil` if everything is shown.
  func sentence(in words: Words) -> String? {
    isReduced ? words.plain("picture.reduced", ["n": .count(count)]) : nil
  }
}
