import Evidence

/// Who speaks for whom, by the graph's own statements.
///
/// A voice is interested in a link if it speaks for the party that the link credits: is that party,
/// leads it, is its spokesman, its outlet or a publication of one of these. A perpetrator who tells
/// what moved him speaks of the head of an arc, not for its tail, and so is not interested.
struct Camps: Sendable {
  /// Relations whose subject speaks for the object.
  private static let mouthpieces = ["leads", "spokesman-of", "outlet-of"]

  private var speaksFor: [String: [String]] = [:]
  private var authors: [String: [String]] = [:]
  private var publishers: [String: [String]] = [:]

  init(_ graph: InfluenceGraph) {
    for statement in graph.statements where statement.stance == .affirms && statement.canPool {
      guard let subject = statement.subject.id, let object = statement.object?.id,
        let relation = statement.relation, statement.credibility != .improbable
      else { continue }
      if Self.mouthpieces.contains(relation) {
        speaksFor[subject, default: []].append(object)
      } else if relation == "authored" {
        authors[object, default: []].append(subject)
      } else if relation == "published" {
        publishers[object, default: []].append(subject)
      }
    }
  }

  /// Those for whom a voice speaks: itself, the author of a message (without one its publisher),
  /// and whomever these lead or speak for.
  func principals(of voice: String) -> Set<String> {
    closure(of: [voice]) { speaksFor[$0, default: []] + (authors[$0] ?? publishers[$0] ?? []) }
  }

  /// Those who gain if a party is believed to have influenced: itself, the author of a message, a
  /// publisher that is somebody's mouthpiece, and whomever these lead or speak for.
  func credited(with party: String) -> Set<String> {
    let mouthpieces = publishers[party, default: []].filter { speaksFor[$0] != nil }
    return closure(of: [party] + authors[party, default: []] + mouthpieces) {
      speaksFor[$0, default: []]
    }
  }

  private func closure(of start: [String], next: (String) -> [String]) -> Set<String> {
    var found = Set(start)
    var queue = start
    while let voice = queue.popLast() {
      for other in next(voice) where found.insert(other).inserted { queue.append(other) }
    }
    return found
  }
}

extension Statement {
  /// Whether the statement may count for or against a link: it is about one subject and one object,
  /// neither supposed nor foretold nor left open, and no judgement on other statements.
  var canPool: Bool {
    modality.pools && stance != .leavesOpen && about.isEmpty && subject.id != nil
      && (object.map { $0.id != nil } ?? true)
  }
}

extension Relation {
  /// Which end of a link of this relation is credited with influence.
  ///
  /// - Parameters:
  ///   - subject: The id of the subject.
  ///   - object: The id of the object.
  /// - Returns: The ids of the ends that gain; none for a relation that says nothing of involvement.
  func credits(subject: String, object: String) -> [String] {
    switch influence {
    case .forward: [subject]
    case .reverse: [object]
    case .both: [subject, object]
    case .none: degree == .none ? [] : [subject]
    }
  }
}
