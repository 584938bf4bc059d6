internal import Evidence

extension Diagram {
  /// Whether each line stands for itself, with a note, words or a change of its own.
  var isDrawnLineByLine: Bool {
    lines.contains { $0.note != nil || $0.words != nil || $0.change != nil }
  }

  /// The diagram with one line for each bundle of lines that run the same way between the same two nodes.
  ///
  /// A bundle says how many there are and what they are, is drawn by its strongest member (by degree, then by
  /// probability) and carries that member's id; its tooltip holds all of them. Only lines that stand for the
  /// same thing are bundled: influence never with what is disputed, claimed or denied, and what stands out
  /// not with what does not.
  ///
  /// - Returns: The diagram; itself if nothing runs in parallel.
  /// - Complexity: O(m log m) in the number of lines.
  func bundled() -> Diagram {
    var bundles: [BundleKey: [Line]] = [:]
    for line in lines { bundles[BundleKey(line), default: []].append(line) }
    guard bundles.count < lines.count else { return self }
    var diagram = self
    diagram.lines = bundles.values.map(Self.bundle)
      .sorted { ($0.tail, $0.head, $0.relation) < ($1.tail, $1.head, $1.relation) }
    return diagram
  }

  private static func bundle(_ members: [Line]) -> Line {
    let sorted = members.sorted { left, right in
      if left.degree != right.degree { return strength(left.degree) < strength(right.degree) }
      let (a, b) = (left.probability ?? 0, right.probability ?? 0)
      return a != b ? a > b : (left.relation, left.tail) < (right.relation, right.tail)
    }
    guard var bundle = sorted.first, sorted.count > 1 else { return members[0] }
    var words: [String] = []
    for line in sorted where !words.contains(line.label) { words.append(line.label) }
    let named = words.prefix(3).joined(separator: ", ") + (words.count > 3 ? ", …" : "")
    bundle.label = "\(sorted.count) \(noun(bundle.standing)): \(named)"
    let tooltips = sorted.map { $0.tooltip.isEmpty ? $0.label : $0.tooltip }
    bundle.tooltip = ([bundle.label] + tooltips).joined(separator: "\n")
    return bundle
  }

  /// The strongest first.
  private static func strength(_ degree: Degree) -> Int {
    switch degree {
    case .directs: 0
    case .enables: 1
    case .inspires: 2
    case .carries: 3
    case .associates: 4
    case .none: 5
    }
  }

  private static func noun(_ standing: Standing) -> String {
    switch standing {
    case .influence, .disputed, .denied: "links"
    case .lead: "leads"
    case .claimedOnly: "claims"
    case .tie: "ties"
    }
  }
}

/// What lines have in common that may be drawn as one.
struct BundleKey: Hashable {
  let first: String
  let second: String
  let isDirected: Bool
  let standing: Standing
  let emphasis: Diagram.Emphasis

  init(_ line: Diagram.Line) {
    let isTurned = !line.isDirected && line.head < line.tail
    first = isTurned ? line.head : line.tail
    second = isTurned ? line.tail : line.head
    isDirected = line.isDirected
    standing = line.standing
    emphasis = line.emphasis
  }
}
