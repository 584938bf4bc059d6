public import Evidence

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Writes graphs of evidence and plain networks in any format that is written.
public struct GraphWriter: Sendable {
  /// The format to write.
  public let format: GraphFormat

  /// Chooses a format.
  ///
  /// - Parameter format: The format to write.
  public init(_ format: GraphFormat) {
    self.format = format
  }

  /// Why a format cannot hold what is to be written.
  public struct Refusal: Error, Equatable, CustomStringConvertible {
    /// What is wrong and how to mend it.
    public let description: String
  }

  /// What a reader of the file will miss of a plain network, one sentence each.
  ///
  /// - Parameter network: The network.
  /// - Returns: The losses; empty if there are none.
  public func losses(_ network: PlainNetwork) -> [String] { format.entry.networkLosses(network) }

  /// What a reader of the file will miss of a graph of evidence, one sentence each.
  ///
  /// - Parameter graph: The graph.
  /// - Returns: The losses; empty if there are none.
  public func losses(_ graph: InfluenceGraph) -> [String] { format.entry.evidenceLosses(graph) }

  /// What a user should know of the file, though nothing is lost, one sentence each.
  ///
  /// - Parameter graph: The graph of evidence that is written.
  /// - Returns: The sentences; empty if there are none.
  public func cautions(_ graph: InfluenceGraph) -> [String] {
    format.entry.carriesEvidence ? EvidenceNetwork.cautions(graph) : []
  }

  /// Writes a plain network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - sink: Takes the file piece by piece.
  /// - Throws: ``Refusal`` if the format cannot hold the network at all, and what `sink` throws.
  /// - Complexity: O(n + m) time, and a piece of about a megabyte, unless the format says otherwise.
  public func write(_ network: PlainNetwork, to sink: @escaping (Data) throws -> Void) throws {
    guard let write = format.entry.writeNetwork else {
      throw Refusal(
        description: format.isWritten
          ? "a plain network names no sources, and \(format.title) holds nothing without one; use it as "
            + "it is with centrality and render, code its sources, or let a file of FollowTheMoney name "
            + "its own with --as-evidence"
          : "\(format.title) is only read; choose another format")
    }
    var output = PiecedOutput(sink)
    try write(network, &output)
    try output.flush()
  }

  /// Writes a graph of evidence.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - context: How to write it.
  ///   - sink: Takes the file piece by piece.
  /// - Throws: ``Refusal`` if the format cannot hold evidence at all, and what `sink` throws.
  /// - Complexity: O(size of the graph).
  public func write(
    _ graph: InfluenceGraph, _ context: WritingContext = WritingContext(),
    to sink: @escaping (Data) throws -> Void
  ) throws {
    guard let write = format.entry.writeEvidence else {
      throw Refusal(
        description: format.isWritten
          ? "this is a graph of evidence, and \(format.title) holds plain networks only; GraphML or "
            + "DOT keep the evidence"
          : "\(format.title) is only read; choose another format")
    }
    var output = PiecedOutput(sink)
    try write(graph, context, &output)
    try output.flush()
  }
}

/// Collects bytes and hands them on in pieces.
struct PiecedOutput {
  private static let pieceSize = 1 << 20
  private let sink: (Data) throws -> Void
  private var piece: [UInt8] = []

  init(_ sink: @escaping (Data) throws -> Void) {
    self.sink = sink
    piece.reserveCapacity(Self.pieceSize + 4096)
  }

  /// Appends text.
  mutating func write(_ text: String) throws { try write(bytes: text.utf8) }

  /// Appends bytes.
  mutating func write(bytes: some Collection<UInt8>) throws {
    piece.append(contentsOf: bytes)
    if piece.count >= Self.pieceSize { try flush() }
  }

  /// Appends a whole number, zero or more.
  mutating func write(number: Int) throws {
    var rest = number
    let start = piece.count
    repeat {
      piece.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    piece[start...].reverse()
    if piece.count >= Self.pieceSize { try flush() }
  }

  /// Hands on what is left.
  mutating func flush() throws {
    if !piece.isEmpty { try sink(Data(piece)) }
    piece.removeAll(keepingCapacity: true)
  }
}
