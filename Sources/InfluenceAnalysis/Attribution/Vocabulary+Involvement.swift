import Evidence

extension Vocabulary {
  /// All relations that follow from one, itself included.
  func closure(of relation: String) -> Set<String> {
    var found: Set<String> = [relation]
    var queue = [relation]
    while let next = queue.popLast() {
      for other in self.relation(next)?.implies ?? [] where found.insert(other).inserted {
        queue.append(other)
      }
    }
    return found
  }

  /// Whether the relation says that two were in touch, without more.
  func isContact(_ relation: String) -> Bool {
    self.relation(relation)?.degree == .associates && closure(of: relation).contains("contacted")
  }

  /// What a denial of a relation denies, if the relation is neither a rung nor a contact but follows
  /// from one: who was not linked was not in contact, who had no foreknowledge did not direct.
  func denied(by relation: String) -> Involvement? {
    if closure(of: "contacted").contains(relation) { return .contact }
    let rungs = relations.filter { closure(of: $0.name).contains(relation) }.compactMap {
      Rung($0.degree)
    }
    return rungs.min().map(Involvement.rung)
  }

  /// Whether a statement on the relation bears on who was involved in an attack.
  func bearsOnInvolvement(_ relation: String) -> Bool {
    guard let known = self.relation(relation) else { return false }
    return Rung(known.degree) != nil && known.influence != .none || isContact(relation)
      || denied(by: relation) != nil
  }
}

/// What a statement affirms or denies of somebody and an attack.
enum Involvement: Sendable, Hashable {
  /// A part in it.
  case rung(Rung)
  /// Contact with those who carried it out.
  case contact
}
