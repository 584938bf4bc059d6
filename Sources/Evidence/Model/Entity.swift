/// What statements are about: a person, a group, an attack, a message, a place.
public struct Entity: Sendable, Equatable {
  /// The id, kebab case.
  public var id: String
  /// The kind, a word of the vocabulary.
  public var kind: String
  /// The name to print.
  public var name: String
  /// Other spellings and names, true in every source.
  public var aliases: [String]
  /// Names that hold in one source only: "Paris" for Magnanville.
  public var sourceAliases: [SourceAlias]
  /// Set if the entity stands for several: "the Tsarnaev brothers", "analysts".
  public var collective: Collective?
  /// When a person was born.
  public var born: EDTF?
  /// When a person died.
  public var died: EDTF?
  /// When an attack or event happened, or a publication came out.
  public var date: EDTF?
  /// When a group or organisation began.
  public var founded: EDTF?
  /// When a group or organisation ended.
  public var dissolved: EDTF?
  /// Anything that a reader should know about the coding.
  public var note: String?

  /// Makes an entity.
  ///
  /// - Parameters:
  ///   - id: The id.
  ///   - kind: The kind.
  ///   - name: The name to print; defaults to the id.
  ///   - aliases: Other names.
  ///   - sourceAliases: Names that hold in one source only.
  ///   - collective: Set if the entity stands for several.
  ///   - born: When a person was born.
  ///   - died: When a person died.
  ///   - date: When it happened or came out.
  ///   - founded: When it began.
  ///   - dissolved: When it ended.
  ///   - note: A note on the coding.
  public init(
    id: String, kind: String, name: String? = nil, aliases: [String] = [],
    sourceAliases: [SourceAlias] = [], collective: Collective? = nil, born: EDTF? = nil,
    died: EDTF? = nil, date: EDTF? = nil, founded: EDTF? = nil, dissolved: EDTF? = nil,
    note: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.name = name ?? id
    self.aliases = aliases
    self.sourceAliases = sourceAliases
    self.collective = collective
    self.born = born
    self.died = died
    self.date = date
    self.founded = founded
    self.dissolved = dissolved
    self.note = note
  }

  /// A name that holds in one source only.
  public struct SourceAlias: Sendable, Hashable {
    /// The id of the source.
    public var source: String
    /// The name.
    public var name: String

    /// Makes an alias of one source.
    ///
    /// - Parameters:
    ///   - source: The id of the source.
    ///   - name: The name.
    public init(source: String, name: String) {
      self.source = source
      self.name = name
    }
  }

  /// What makes an entity stand for several.
  public struct Collective: Sendable, Equatable {
    /// The ids of the members known by name.
    public var members: [String]
    /// How many there are.
    public var size: Quantity?

    /// Makes a collective.
    ///
    /// - Parameters:
    ///   - members: The ids of the members known by name.
    ///   - size: How many there are.
    public init(members: [String] = [], size: Quantity? = nil) {
      self.members = members
      self.size = size
    }
  }
}

/// A voice that is graded by the graph but is no entity of it, such as "federal indictment".
public struct DeclaredAsserter: Sendable, Equatable {
  /// The id: of its own, or of the entity that is graded here.
  public var id: String
  /// The name to print.
  public var name: String
  /// Other names.
  public var aliases: [String]
  /// How far the voice can be relied on; `nil` leaves it to the document.
  public var reliability: Reliability?
  /// The entities that gain if the voice is believed.
  public var interestIn: [String]

  /// Makes an asserter.
  ///
  /// - Parameters:
  ///   - id: The id.
  ///   - name: The name to print; defaults to the id.
  ///   - aliases: Other names.
  ///   - reliability: How far the voice can be relied on.
  ///   - interestIn: The ids of the entities that gain if the voice is believed.
  public init(
    id: String, name: String? = nil, aliases: [String] = [], reliability: Reliability? = nil,
    interestIn: [String] = []
  ) {
    self.id = id
    self.name = name ?? id
    self.aliases = aliases
    self.reliability = reliability
    self.interestIn = interestIn
  }
}
