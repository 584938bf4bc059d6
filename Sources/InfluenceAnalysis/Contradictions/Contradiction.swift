/// Statements that cannot all be right, or a noted error of a source.
public struct Contradiction: Sendable, Equatable {
  /// What is contradicted.
  public enum Kind: String, Sendable, CaseIterable {
    /// A link with weight on both sides.
    case link
    /// An attribute with values that exclude each other.
    case attribute
    /// A value or link that the coder marked as the source's error.
    case sic
  }

  /// What one side says, and where.
  public struct Position: Sendable, Equatable {
    /// What it says: `affirms`, `denies`, a value, or the right value of a noted error.
    public let says: String
    /// The ids of the statements that say so, in the order of the graph.
    public let statements: [String]
  }

  /// What is contradicted.
  public let kind: Kind
  /// The id of the subject.
  public let subject: String
  /// The name of the relation or attribute.
  public let predicate: String
  /// The id of the object of a link; what is counted (`of`) for an attribute.
  public let object: String?
  /// The link, if it is one.
  public let link: LinkKey?
  /// The positions, in the order of their first statements; for a link affirmations first.
  public let positions: [Position]
  /// The ids of statements on the matter that count for no side, in the order of the graph: what is
  /// only supposed, foretold or asked, what judges other statements, and what has no weight.
  public let unweighed: [String]
}
