import Evidence

/// Tells which statements come from one voice.
///
/// The origin of a statement is the declared origin of its source, else its asserter, else the
/// author of the source, else the publisher, each under its folded name. Voices that name nobody
/// ("officials") are kept apart by document.
struct VoiceBook: Sendable {
  /// A voice that was recognised.
  struct Identity: Sendable, Hashable {
    /// The key by which copies are recognised.
    var id: String
    /// The name to print.
    var name: String
    /// The entity that speaks, if it is one.
    var entity: String?
    /// The declared asserter, if it is one.
    var asserter: String?
  }

  private var graph: InfluenceGraph
  private let declared: NameIndex
  private let generic: Set<String>

  /// Who speaks where an entry names a voice by words: to find out takes longer than all else.
  private var known: [Words: Identity] = [:]

  private struct Words: Hashable {
    let words: String
    let source: String
  }

  init(_ graph: InfluenceGraph, policy: Policy) {
    self.graph = graph
    generic = Set(policy.generic.map(Self.fold))
    declared = NameIndex(
      graph.asserters.flatMap { asserter in
        ([asserter.id, asserter.name] + asserter.aliases).map {
          NameIndex.Row(id: asserter.id, name: $0, scope: nil)
        }
      })
    for statement in graph.statements {
      let source = statement.citation.source
      let document = graph.source(source)
      for case .words(let words) in [statement.asserter].compactMap(\.self) + statement.via {
        learn(words, in: source)
      }
      for words in [document?.origin, document?.author ?? document?.publisher ?? source] {
        if let words { learn(words, in: source) }
      }
    }
  }

  /// The voices of a graph of the same entities and asserters, with other statements.
  init(_ other: VoiceBook, graph: InfluenceGraph) {
    self = other
    self.graph = graph
  }

  private mutating func learn(_ words: String, in source: String) {
    let key = Words(words: words, source: source)
    if known[key] == nil { known[key] = identity(of: words, in: source) }
  }

  /// The voice that counts as the origin of a statement.
  func origin(of statement: Statement) -> Identity {
    let source = graph.source(statement.citation.source)
    if let origin = source?.origin { return identity(of: origin, in: statement.citation.source) }
    return speaker(of: statement)
  }

  /// The voice that says it: the asserter, else the author of the source, else the publisher.
  func speaker(of statement: Statement) -> Identity {
    let source = statement.citation.source
    if let voice = statement.asserter { return identity(of: voice, in: source) }
    let document = graph.source(source)
    return identity(of: document?.author ?? document?.publisher ?? source, in: source)
  }

  /// The voice behind an entry of a statement.
  func identity(of voice: Voice, in source: String) -> Identity {
    switch voice {
    case .words(let words): return identity(of: words, in: source)
    case .entity(let id):
      return scoped(entity(id), in: source, if: graph.entity(id)?.collective != nil)
    case .declared(let id):
      if graph.entity(id) != nil { return entity(id) }
      let name = graph.asserter(id)?.name ?? id
      return Identity(id: Self.fold(id), name: name, entity: nil, asserter: id)
    }
  }

  private func entity(_ id: String) -> Identity {
    Identity(
      id: Self.fold(id), name: graph.name(of: id), entity: id,
      asserter: graph.asserter(id).map(\.id))
  }

  private func identity(of words: String, in source: String) -> Identity {
    if let identity = known[Words(words: words, source: source)] { return identity }
    if case .one(let id) = graph.resolve(words, in: source, suggestionLimit: 0) {
      return entity(id)
    }
    if case .one(let id) = declared.resolve(words, suggestionLimit: 0) {
      return identity(of: .declared(id), in: source)
    }
    let plain = Identity(id: Self.fold(words), name: words, entity: nil, asserter: nil)
    return scoped(plain, in: source, if: true)
  }

  /// Adds the document to a name that names nobody.
  private func scoped(_ identity: Identity, in source: String, if mayBeGeneric: Bool) -> Identity {
    guard mayBeGeneric, namesNobody(Self.fold(identity.name)) else { return identity }
    var scoped = identity
    scoped.id += " (\(source))"
    scoped.name += " (\(source))"
    return scoped
  }

  /// Whether a voice is generic: as a whole, by its last word ("intelligence officials"), or by the word
  /// before the first preposition ("officials in Paris").
  private func namesNobody(_ name: String) -> Bool {
    let words = name.split(separator: " ").map(String.init)
    let end = words.dropFirst().firstIndex(where: Self.prepositions.contains) ?? words.endIndex
    return generic.contains(name) || words.last.map(generic.contains) == true
      || words[..<end].last.map(generic.contains) == true
  }

  private static let prepositions: Set<String> = [
    "at", "by", "close", "familiar", "for", "from", "in", "inside", "near", "of", "on", "to", "who",
    "with",
  ]

  /// The key of a name: what is left when case, marks, punctuation and articles are taken off.
  static func fold(_ name: String) -> String { FoldedName(name).key }
}
