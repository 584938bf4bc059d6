/// A document of evidence: sources, the entities that they speak of, and what they say.
///
/// The value is frozen and indexed; ids are expected to be unique, and of two entries with one id the
/// first is found (``GraphValidator`` reports the other).
public struct InfluenceGraph: Sendable {
  /// How completely the sources were coded.
  public enum Depth: String, Sendable, CaseIterable {
    /// What bears on influence.
    case influence
    /// Everything that the sources state.
    case full
  }

  /// The title.
  public let title: String
  /// What the graph is about, who made it, under which licence.
  public let about: String?
  /// How completely the sources were coded.
  public let depth: Depth?
  /// The sources, in the order of the file.
  public private(set) var sources: [Source]
  /// The voices that are graded but are no entities.
  public let asserters: [DeclaredAsserter]
  /// The entities, in the order of the file.
  public let entities: [Entity]
  /// The statements, in the order of the file.
  public private(set) var statements: [Statement]
  /// The words that it uses.
  public let vocabulary: Vocabulary

  private var sourceIndex: [String: Int]
  private let asserterIndex: [String: Int]
  private let entityIndex: [String: Int]
  private var statementIndex: [String: Int]
  private let names: NameIndex
  /// By member, the places of the collectives that count it.
  private let collectiveIndex: [String: [Int]]

  /// Makes a graph.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - about: What it is about.
  ///   - depth: How completely the sources were coded.
  ///   - sources: The sources.
  ///   - asserters: The graded voices that are no entities.
  ///   - entities: The entities.
  ///   - statements: The statements.
  ///   - vocabulary: The words that it uses.
  /// - Complexity: O(n) in the number of entries and names, one index entry each.
  public init(
    title: String = "", about: String? = nil, depth: Depth? = nil, sources: [Source] = [],
    asserters: [DeclaredAsserter] = [], entities: [Entity] = [], statements: [Statement] = [],
    vocabulary: Vocabulary = .standard
  ) {
    self.title = title
    self.about = about
    self.depth = depth
    self.sources = sources
    self.asserters = asserters
    self.entities = entities
    self.statements = statements
    self.vocabulary = vocabulary
    sourceIndex = Self.index(sources.map(\.id))
    asserterIndex = Self.index(asserters.map(\.id))
    entityIndex = Self.index(entities.map(\.id))
    statementIndex = Self.index(statements.map(\.id))
    names = NameIndex(Self.names(of: entities))
    var collectives: [String: [Int]] = [:]
    for (place, entity) in entities.enumerated() {
      for member in Set(entity.collective?.members ?? []) {
        collectives[member, default: []].append(place)
      }
    }
    collectiveIndex = collectives
  }

  /// The rows of the name index for a list of entities: ids, which may be written as loosely as
  /// names, names, aliases, and aliases of one source.
  ///
  /// - Parameter entities: The entities.
  /// - Returns: One row a name.
  package static func names(of entities: [Entity]) -> [NameIndex.Row] {
    entities.flatMap { entity in
      ([entity.id, entity.name] + entity.aliases).map {
        NameIndex.Row(id: entity.id, name: $0, scope: nil)
      }
        + entity.sourceAliases.map {
          NameIndex.Row(id: entity.id, name: $0.name, scope: $0.source)
        }
    }
  }

  private static func index(_ ids: [String]) -> [String: Int] {
    Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension InfluenceGraph {
  /// The source with an id.
  ///
  /// - Parameter id: The id.
  /// - Returns: The source, or `nil`.
  public func source(_ id: String) -> Source? { sourceIndex[id].map { sources[$0] } }

  /// The declared asserter with an id.
  ///
  /// - Parameter id: The id.
  /// - Returns: The asserter, or `nil`.
  public func asserter(_ id: String) -> DeclaredAsserter? {
    asserterIndex[id].map { asserters[$0] }
  }

  /// The entity with an id.
  ///
  /// - Parameter id: The id.
  /// - Returns: The entity, or `nil`.
  public func entity(_ id: String) -> Entity? { entityIndex[id].map { entities[$0] } }

  /// The statement with an id.
  ///
  /// - Parameter id: The id.
  /// - Returns: The statement, or `nil`.
  public func statement(_ id: String) -> Statement? { statementIndex[id].map { statements[$0] } }

  /// Finds an entity by id, name or alias.
  ///
  /// Case, diacritics, punctuation and the Arabic and English articles do not matter; spellings of
  /// one transliterated name count as alike where that names one entity only.
  ///
  /// - Parameters:
  ///   - name: An id, a name or an alias.
  ///   - source: The id of a source whose own aliases hold too.
  ///   - suggestionLimit: The most suggestions that are made; with 0 the names that come near are
  ///     not looked for.
  /// - Returns: One id, several, or none with suggestions.
  public func resolve(
    _ name: String, in source: String? = nil, suggestionLimit: Int = 5
  ) -> NameIndex.Resolution {
    let answer = names.lookUp(name, in: source, suggestionLimit: suggestionLimit)
    guard answer.step == .transliteration else { return answer.resolution }
    // The loose key joins what only shares consonants: a guess is offered, not taken.
    switch answer.resolution {
    case .one(let id):
      return isSpeltAlike(name, id)
        ? .one(id) : .none(suggestions: suggestionLimit > 0 ? [id] : [])
    case .many(let ids): return .none(suggestions: Array(ids.prefix(suggestionLimit)))
    case .none: return answer.resolution
    }
  }

  /// Whether a text is one of an entity's names word by word, up to the letters in which
  /// transliterations differ: one letter of a short word, three of a word of seven or more.
  private func isSpeltAlike(_ text: String, _ id: String) -> Bool {
    guard let entity = entity(id) else { return false }
    let words = FoldedName(text).words
    let names: [String] = [entity.id, entity.name] + entity.aliases
    return names.contains { name in
      let other = FoldedName(name).words
      return other.count == words.count
        && zip(words, other).allSatisfy { left, right in
          var distance = EditDistance()
          let bound = max(left.count, right.count) >= 7 ? 3 : 1
          return distance.between(
            left.unicodeScalars.map(\.value), right.unicodeScalars.map(\.value)[...],
            atMost: bound) != nil
        }
    }
  }

  /// The name to print for an entity, or the id itself if there is no such entity.
  ///
  /// - Parameter id: The id of an entity.
  /// - Returns: The name.
  public func name(of id: String) -> String { entity(id)?.name ?? id }

  /// The name to print for a voice.
  ///
  /// - Parameter voice: The voice.
  /// - Returns: The name of the entity or asserter, or the words.
  public func name(of voice: Voice) -> String {
    switch voice {
    case .entity(let id): name(of: id)
    case .declared(let id): asserter(id)?.name ?? id
    case .words(let words): words
    }
  }

  /// The collectives that count an entity among their members.
  ///
  /// - Parameter id: The id of an entity.
  /// - Returns: Their ids in the order of the graph.
  /// - Complexity: O(1) for each of them.
  public func collectives(of id: String) -> [String] {
    collectiveIndex[id, default: []].map { entities[$0].id }
  }

  /// The place of a statement in the graph.
  ///
  /// - Parameter id: The id of the statement.
  /// - Returns: Its place in ``statements``, or `nil`.
  public func place(ofStatement id: String) -> Int? { statementIndex[id] }

  /// The same graph with other statements.
  ///
  /// - Parameters:
  ///   - statements: The new statements.
  ///   - sources: The new sources; the same unless given.
  /// - Returns: A new graph.
  /// - Complexity: O(n) in the statements, and in the sources if they are given.
  public func replacing(
    statements: [Statement], sources: [Source]? = nil
  ) -> InfluenceGraph {
    // The names of entities are the same, and to index them takes longest.
    var graph = self
    graph.statements = statements
    graph.statementIndex = Self.index(statements.map(\.id))
    if let sources {
      graph.sources = sources
      graph.sourceIndex = Self.index(sources.map(\.id))
    }
    return graph
  }
}

extension InfluenceGraph: Equatable {
  /// Compares what two graphs hold; the indexes follow from it.
  ///
  /// - Parameters:
  ///   - left: A graph.
  ///   - right: Another.
  /// - Returns: Whether they hold the same.
  public static func == (left: InfluenceGraph, right: InfluenceGraph) -> Bool {
    left.title == right.title && left.about == right.about && left.depth == right.depth
      && left.sources == right.sources && left.asserters == right.asserters
      && left.entities == right.entities && left.statements == right.statements
      && left.vocabulary == right.vocabulary
  }
}
