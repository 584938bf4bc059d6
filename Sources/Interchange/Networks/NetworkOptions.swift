/// How a plain network is to be read.
public struct NetworkOptions: Sendable, Equatable {
  /// Whether edges have a direction, where the file leaves it open.
  public enum Direction: String, Sendable, CaseIterable {
    /// Each line is an edge from the first node to the second.
    case directed
    /// Each line is an edge between two nodes.
    case undirected
  }

  /// What the user says about direction. A file that says something itself can be read as
  /// undirected, never as directed if it says that it is not. A file that says nothing is directed.
  public var direction: Direction?

  /// A packed file that unpacks to more bytes is refused: 4 GiB unless set.
  public var mostBytes = 4 << 30

  /// A header may announce this many nodes beyond those that the lines name: 16,777,216 unless set.
  public var mostUnnamedNodes = 1 << 24

  /// Leaves everything to the file.
  public init() {}
}
