/// Finds the entity that a text names.
///
/// Ways of matching are tried from the surest to the loosest, and the first step that finds anything
/// decides: see ``Step``. A near miss is never taken for a match; it becomes a suggestion.
///
/// Building takes time in proportion to the letters of all names (and n log n for n ids); a lookup
/// that finds something is a few dictionary reads. Only a lookup that finds nothing goes through
/// all names, comparing letters of the few that come near. The order of the rows does not matter.
public struct NameIndex: Sendable {
  /// A name or alias, and the entity that it stands for.
  public struct Row: Sendable, Hashable {
    /// The entity.
    public let id: String
    /// A name or alias of it.
    public let name: String
    /// Where the name holds, such as the id of a source; nil for everywhere.
    public let scope: String?

    /// A name or alias, and the entity that it stands for.
    /// - Parameters:
    ///   - id: The entity.
    ///   - name: A name or alias of it.
    ///   - scope: Where the name holds; nil for everywhere.
    public init(id: String, name: String, scope: String? = nil) {
      self.id = id
      self.name = name
      self.scope = scope
    }
  }

  /// What a text turned out to name.
  public enum Resolution: Sendable, Hashable {
    /// This entity.
    case one(String)
    /// Any of these entities; ids in order.
    case many([String])
    /// Nothing known. The suggestions are ids of entities that come near, likeliest first.
    case none(suggestions: [String])
  }

  /// How a text was matched, from the surest way to the loosest.
  public enum Step: Int, Sendable, Hashable, CaseIterable {
    /// The text is an id.
    case id
    /// The folded text is a name that holds in the scope only. It comes before the names that
    /// hold everywhere, since that is what declaring it for the scope means: “Paris” for an attack
    /// near Paris, in the one article that says so.
    case scopedName
    /// The text is a name or an alias, letter by letter.
    case exactName
    /// The folded text is a name or an alias.
    case foldedName
    /// The transliteration key is that of one entity.
    case transliteration
  }

  /// The answer to a lookup, and how it came about.
  public struct Answer: Sendable, Hashable {
    /// What the text names.
    public let resolution: Resolution
    /// The step that decided; nil if none found anything.
    public let step: Step?
  }

  private struct Key: Hashable {
    let scope: String?
    let text: String
  }

  /// All ids, in order; everything below holds places in this list.
  private let ids: [String]
  private let places: [String: Int]
  private let exactNames: [String: [Int]]
  private let folded: [Key: [Int]]
  private let transliterated: [Key: [Int]]
  private let suggester: NameSuggester

  /// Makes an index.
  /// - Parameter rows: Every name and alias of every entity, in any order.
  public init(_ rows: [Row]) {
    let ids = Set(rows.map(\.id)).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
    var exactNames: [String: [Int]] = [:]
    var folded: [Key: [Int]] = [:]
    var transliterated: [Key: [Int]] = [:]
    var suggester = NameSuggester()
    for row in rows {
      guard let place = places[row.id] else { continue }
      if row.scope == nil { exactNames[row.name, default: []].append(place) }
      let name = FoldedName(row.name)
      if name.isEmpty { continue }
      folded[Key(scope: row.scope, text: name.key), default: []].append(place)
      suggester.append(name, place: place, scope: row.scope)
      let key = TransliterationKey(name)
      if key.isTelling {
        transliterated[Key(scope: row.scope, text: key.key), default: []].append(place)
      }
    }
    self.ids = ids
    self.places = places
    self.exactNames = exactNames.mapValues(NameIndex.distinct)
    self.folded = folded.mapValues(NameIndex.distinct)
    self.transliterated = transliterated.mapValues(NameIndex.distinct)
    self.suggester = suggester
  }

  /// Finds the entity that a text names.
  /// - Parameters:
  ///   - text: An id, a name or an alias, in any spelling.
  ///   - scope: Whose own spellings hold as well, such as the id of a source; nil for nobody's.
  ///   - suggestionLimit: The most suggestions that are made; with 0 the names that come near are
  ///     not looked for.
  /// - Returns: One entity, several, or suggestions.
  public func resolve(
    _ text: String, in scope: String? = nil, suggestionLimit: Int = 5
  ) -> Resolution {
    lookUp(text, in: scope, suggestionLimit: suggestionLimit).resolution
  }

  /// Finds the entity that a text names, and says how.
  /// - Parameters:
  ///   - text: An id, a name or an alias, in any spelling.
  ///   - scope: Whose own spellings hold as well, such as the id of a source; nil for nobody's.
  ///   - suggestionLimit: The most suggestions that are made; with 0 the names that come near are
  ///     not looked for.
  /// - Returns: The resolution and the step that decided.
  public func lookUp(
    _ text: String, in scope: String? = nil, suggestionLimit: Int = 5
  ) -> Answer {
    if places[text] != nil { return Answer(resolution: .one(text), step: .id) }
    let name = FoldedName(text)
    if let scope, let found = folded[Key(scope: scope, text: name.key)] {
      return answer(found, .scopedName)
    }
    if let found = exactNames[text] { return answer(found, .exactName) }
    if let found = folded[Key(scope: nil, text: name.key)] {
      return answer(found, .foldedName)
    }
    let key = TransliterationKey(name)
    var alike = transliterated[Key(scope: nil, text: key.key)] ?? []
    if let scope { alike += transliterated[Key(scope: scope, text: key.key)] ?? [] }
    alike = NameIndex.distinct(alike)
    if alike.count == 1 { return answer(alike, .transliteration) }
    if suggestionLimit == 0 { return Answer(resolution: .none(suggestions: []), step: nil) }
    let near = suggester.suggestions(
      for: name, in: scope, first: alike, limit: suggestionLimit)
    return Answer(resolution: .none(suggestions: near.map { ids[$0] }), step: nil)
  }

  private func answer(_ found: [Int], _ step: Step) -> Answer {
    let resolution: Resolution =
      found.count == 1 ? .one(ids[found[0]]) : .many(found.map { ids[$0] })
    return Answer(resolution: resolution, step: step)
  }

  private static func distinct(_ places: [Int]) -> [Int] {
    Set(places).sorted()
  }
}
