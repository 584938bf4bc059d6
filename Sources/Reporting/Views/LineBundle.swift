internal import Evidence
internal import InfluenceAnalysis

/// Lines that run alike between the same two nodes, drawn as one with their number.
struct LineBundle {
  /// What lines must share to be drawn as one.
  struct Key: Hashable, Comparable {
    let tail: String
    let head: String
    let sort: String
    let isDirected: Bool

    static func < (left: Key, right: Key) -> Bool {
      (left.tail, left.head, left.sort, left.isDirected ? 1 : 0)
        < (right.tail, right.head, right.sort, right.isDirected ? 1 : 0)
    }
  }

  /// The lines with their own ends.
  let lines: [Diagram.Line]
  private let words: Words

  /// Bundles lines by the nodes that stand for their ends.
  ///
  /// - Parameters:
  ///   - lines: The lines.
  ///   - stand: The id of the node that stands for an end; a line without one at both ends is left out, and
  ///     so is one that runs within a node.
  ///   - name: The name of an entity, for what is shown when the pointer rests on the line.
  ///   - words: The language.
  /// - Returns: One line for each bundle, in order.
  static func bundled(
    _ lines: [Diagram.Line], stand: (String) -> String?, name: (String) -> String, words: Words
  ) -> [Diagram.Line] {
    var bundles: [Key: [Diagram.Line]] = [:]
    for line in lines {
      guard let tail = stand(line.tail), let head = stand(line.head), tail != head else { continue }
      let turns = !line.isDirected && head < tail
      let key = Key(
        tail: turns ? head : tail, head: turns ? tail : head, sort: sort(line.standing),
        isDirected: line.isDirected)
      bundles[key, default: []].append(line)
    }
    return bundles.sorted { $0.key < $1.key }.map { key, lines in
      LineBundle(lines: lines, words: words).line(key, name: name)
    }
  }

  /// What a bundle is made of; a dispute is never told as influence by what it stands beside.
  private static func sort(_ standing: Standing) -> String {
    switch standing {
    case .influence: "influence"
    case .disputed: "disputed"
    case .lead: "lead"
    case .claimedOnly: "claim"
    case .denied: "denial"
    case .tie: "tie"
    }
  }

  /// The line of a bundle: of the strongest degree and the highest probability in it.
  private func line(_ key: Key, name: (String) -> String) -> Diagram.Line {
    let order: [Degree] = [.directs, .enables, .inspires, .associates, .carries, .none]
    let degree = order.first { degree in lines.contains { $0.degree == degree } } ?? .none
    let standing = lines[0].standing
    let probability = lines.compactMap(\.probability).max()
    var line = Diagram.Line(
      tail: key.tail, head: key.head, relation: "bundle-\(key.sort)",
      label: count(standing, degree),
      degree: degree, standing: standing, probability: probability,
      tooltip: tooltip(name), isDirected: key.isDirected)
    line.status = lines.compactMap(\.status).max { left, right in
      place(left) < place(right)
    }
    line.words = single(standing, degree, name) ?? [count(standing, degree)]
    if standing.isInfluence, let probability {
      let percent = words.percent(probability)
      line.words?.append(
        (lines.count > 1 ? words("bundle.up-to", ["percent": .inline(percent)]) : percent).plain)
    }
    return line
  }

  /// What a bundle of one says: who, what and whom, since the ends of the line stand for many; and first of all what it
  /// is, if it is no influence, so that nobody takes what was denied for said.
  private func single(
    _ standing: Standing, _ degree: Degree, _ name: (String) -> String
  ) -> [String]? {
    guard lines.count == 1 else { return nil }
    let line = lines[0]
    let verb = line.label.isEmpty ? (line.isDirected ? "\u{2192}" : "\u{2013}") : line.label
    let names = [line.tail, line.head].map { VisibleText.cut(VisibleText.line(name($0)), to: 32) }
    let isPlain = standing == .influence || standing == .tie
    return [
      (isPlain ? "" : count(standing, degree) + ": ") + names[0],
      VisibleText.line("\(verb) \(names[1])"),
    ]
  }

  private func place(_ status: LinkStatus) -> Int {
    Diagram.statusOrder.firstIndex(of: status) ?? Diagram.statusOrder.count
  }

  /// The number of lines in words.
  private func count(_ standing: Standing, _ degree: Degree) -> String {
    let key =
      switch standing {
      case .disputed: "status.disputed"
      case .influence: degree == .associates ? "count.associations" : "count.influences"
      case .lead: "count.leads"
      case .claimedOnly: "count.claims"
      case .denied: "count.denials"
      case .tie: "count.ties"
      }
    return words.plain(key, ["n": .count(lines.count)])
  }

  private func tooltip(_ name: (String) -> String) -> String {
    let shown = lines.prefix(12).map { line in
      let number = line.probability.map { " (\(words.percentText($0)))" } ?? ""
      let label = line.label.isEmpty ? (line.isDirected ? "\u{2192}" : "\u{2013}") : line.label
      return "\(name(line.tail)) \(label) \(name(line.head))\(number)"
    }
    let more = lines.count > 12 ? [words.rest(lines.count - 12)] : []
    return (shown + more).joined(separator: "\n")
  }
}

extension Diagram {
  /// How many nodes of each kind there are, in the order of a legend; nothing if no node has a kind.
  static func parts(of nodes: [Node]) -> [Part] {
    var counts: [String: Int] = [:]
    for node in nodes where !node.kind.isEmpty { counts[node.kind, default: 0] += 1 }
    return counts.keys.sorted(by: KindMark.order).map { Part(kind: $0, count: counts[$0] ?? 0) }
  }

  /// Names of nodes on lines of their own, cut off where there are many.
  static func list(_ nodes: [Node], _ words: Words) -> String {
    let shown = nodes.prefix(30).map { node in
      node.kind.isEmpty
        ? node.name
        : words.plain(
          "picture.entity",
          [
            "name": .text(node.name),
            "kind": .inline(words.optional("kind." + node.kind) ?? [.text(node.kind)]),
          ])
    }
    return (shown + (nodes.count > 30 ? [words.rest(nodes.count - 30)] : []))
      .joined(separator: "\n")
  }
}
