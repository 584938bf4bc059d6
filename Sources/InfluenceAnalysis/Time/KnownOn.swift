public import Evidence

extension InfluenceGraph {
  /// The graph as it was known on a day: the clock of the sources, not of the facts.
  ///
  /// A statement is known if its source was certainly out, and if it was certainly said: a comment
  /// under an article is later than the article. Births, deaths, dates and ends of entities that can
  /// only be later are taken out, and so are entities of which every statement is later.
  ///
  /// - Parameter day: The day.
  /// - Returns: The same graph without what was said or happened later.
  /// - Complexity: O(n + e) for n statements and e entities.
  public func known(on day: Day) -> InfluenceGraph {
    func isOver(_ date: EDTF?) -> Bool { date?.last.map { $0 <= day } ?? false }
    let left = statements.filter { statement in
      isOver(source(statement.citation.source)?.published)
        && (statement.said == nil || isOver(statement.said))
    }
    let named = Set(left.flatMap { namedEntities(of: $0) })
    let onlyLater = Set(statements.flatMap { namedEntities(of: $0) }).subtracting(named)
    let members = Set(
      entities.filter { named.contains($0.id) }.flatMap { $0.collective?.members ?? [] })
    return InfluenceGraph(
      title: title, about: about, depth: depth, sources: sources, asserters: asserters,
      entities: entities.filter { !onlyLater.contains($0.id) || members.contains($0.id) }
        .map { $0.known(on: day) },
      statements: left, vocabulary: vocabulary)
  }

  private func namedEntities(of statement: Statement) -> [String] {
    var anchor: [String] = []
    if case .relative(let relative) = statement.when { anchor = [relative.anchor] }
    let voices = ([statement.asserter] + statement.via).compactMap { voice -> String? in
      if case .entity(let id) = voice { id } else { nil }
    }
    return statement.ends + [statement.through].compactMap { $0 } + voices + anchor
  }
}

extension Entity {
  /// The entity without the dates that can only be later than a day.
  fileprivate func known(on day: Day) -> Entity {
    func known(_ date: EDTF?) -> EDTF? {
      date.flatMap { date in date.first.map { $0 > day } == true ? nil : date }
    }
    var entity = self
    entity.born = known(born)
    entity.died = known(died)
    entity.date = known(date)
    entity.founded = known(founded)
    entity.dissolved = known(dissolved)
    return entity
  }
}
