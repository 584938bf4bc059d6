import Evidence

/// Finds for each statement of a graph the one of another graph that it is, or was.
///
/// Five rules, the surest first; what one rule pairs the next ones leave alone:
/// 1. the same id and the same content;
/// 2. the same content, under another id;
/// 3. the same id, on the same matter: source, subject, predicate and what is counted;
/// 4. where ids do not last, the same matter under another id;
/// 5. the same id; where ids do not last, in the same source.
///
/// Ids do not last if rule 2 found any, or if some statement has none of its own: what a reader gives
/// it then is its place in the file, not an identity.
///
/// Of several that fit alike the first in the file is taken.
struct StatementMatching {
  /// Positions of the same statement in the old and in the new graph, in the order of the new one.
  private(set) var pairs: [(old: Int, new: Int)] = []

  private let old: [Statement]
  private let new: [Statement]
  private var oldLeft: [Int]
  private var newLeft: [Int]

  init(from old: InfluenceGraph, to new: InfluenceGraph) {
    self.old = old.statements
    self.new = new.statements
    oldLeft = Array(old.statements.indices)
    newLeft = Array(new.statements.indices)
    pair { Self.joined([$0.id, $0.content]) }
    let known = pairs.count
    pair { $0.content }
    let idsLast =
      pairs.count == known && !(self.old + self.new).contains(where: \.hasProvisionalId)
    pair { Self.joined([$0.id, $0.matter]) }
    if !idsLast { pair { $0.matter } }
    pair { statement in
      guard !statement.hasProvisionalId else { return nil }
      return Self.joined([statement.id, idsLast ? "" : statement.citation.source])
    }
    pairs.sort { $0.new < $1.new }
  }

  /// Pairs what is left by a key; statements without one are left.
  private mutating func pair(_ key: (Statement) -> String?) {
    var waiting: [String: [Int]] = [:]
    for position in oldLeft.reversed() {
      if let key = key(old[position]) { waiting[key, default: []].append(position) }
    }
    var taken: Set<Int> = []
    newLeft = newLeft.filter { position in
      guard let key = key(new[position]), let match = waiting[key]?.popLast() else { return true }
      pairs.append((match, position))
      taken.insert(match)
      return false
    }
    oldLeft.removeAll { taken.contains($0) }
  }

  private static func joined(_ parts: [String]) -> String { parts.joined(separator: "\u{1F}") }

  /// The statements that are new, then those that are gone, then those that changed.
  var changes: [StatementChange] {
    let newIds = newIds
    let changed = pairs.compactMap { pair -> StatementChange? in
      let (before, after) = (old[pair.old], new[pair.new])
      // Ids of other statements are compared as they are called now.
      var moved = before
      moved.about = before.about.map { newIds[$0] ?? $0 }
      let fields = FieldChange.changes(from: moved.fields, to: after.fields)
      return fields.isEmpty
        ? nil
        : StatementChange(change: .changed, old: before.id, new: after.id, fields: fields)
    }
    return newLeft.map {
      StatementChange(change: .added, old: nil, new: new[$0].id, fields: [])
    }
      + oldLeft.map { StatementChange(change: .removed, old: old[$0].id, new: nil, fields: []) }
      + changed
  }

  /// The statements that have another id, in the order of the new graph.
  var renumbered: [Renumbering] {
    pairs.compactMap { pair in
      let (before, after) = (old[pair.old].id, new[pair.new].id)
      return before == after ? nil : Renumbering(old: before, new: after)
    }
  }

  private var newIds: [String: String] {
    Dictionary(
      pairs.map { (old[$0.old].id, new[$0.new].id) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Statement {
  /// Everything that the statement says and where, its id and the ids of other statements left out.
  fileprivate var content: String {
    fields.filter { $0.key != "about" }.map { "\($0.key)\u{1F}\($0.value)" }
      .joined(separator: "\u{1E}")
  }

  /// What it is about, and in which source.
  fileprivate var matter: String {
    let keys = ["source", "subject", "relation", "object", "attribute", "of"]
    return fields.filter { keys.contains($0.key) }.map { "\($0.key)\u{1F}\($0.value)" }
      .joined(separator: "\u{1E}")
  }

  /// Whether the id is one that a reader gives for want of another: the source, then the place there.
  fileprivate var hasProvisionalId: Bool { id.hasPrefix(citation.source + ".") }
}
