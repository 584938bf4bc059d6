import GraphCore

extension NetworkOptions {
  /// A table of nodes that goes with a table of edges.
  public struct NodeTable: Sendable, Equatable {
    /// The bytes of the table.
    public var bytes: [UInt8]
    /// The path to name in messages.
    public var path: String

    /// Takes a table as it is in its file.
    ///
    /// - Parameters:
    ///   - bytes: The bytes of the table.
    ///   - path: The path to name in messages.
    public init(bytes: [UInt8], path: String) {
      self.bytes = bytes
      self.path = path
    }
  }

  /// The table of nodes as a text, if there is one.
  var nodesText: NetworkText? {
    nodes.map { NetworkText(bytes: Column($0.bytes), path: $0.path) }
  }
}
