public import GraphCore

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

  /// Whether a bad record is left out and counted instead of ending the reading. What is no record,
  /// such as a file that breaks off, ends it all the same.
  public var isLenient = false

  /// Of a file with several networks, the one to read: its name or its number from 1. Unset, it is the
  /// first, and a remark tells that there are more.
  public var graph: String?

  /// Elements, lists or groups may lie in each other this deep: 256 unless set.
  public var mostDepth = 256

  /// One attribute, name or text may have this many bytes: 64 MiB unless set.
  public var mostTextBytes = 64 << 20

  /// Nodes, and edges, may each have this many different attributes: 10,000 unless set.
  public var mostAttributes = 10_000

  /// Of the cells of the attributes of nodes, and of edges, so many may be empty: 268,435,456 unless set.
  public var mostEmptyCells = 1 << 28

  /// What every weight must be; one that is not is an error with its place. Unset, any finite number will do.
  ///
  /// A reader checks the weights that stand in a place of their own; those that a format gives to several edges at
  /// once, such as a row of a matrix, it leaves to whoever computes with them.
  public var neededWeights: GraphError.NumberNeeded?

  /// A table of nodes to be read before a table of edges; only tables of edges take one.
  public var nodes: NodeTable?

  /// Leaves everything to the file.
  public init() {}
}
