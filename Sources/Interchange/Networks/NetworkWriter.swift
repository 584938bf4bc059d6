#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The formats to which a plain network is written.
public enum NetworkFormat: String, Sendable, CaseIterable {
  /// An edge list with blanks, whose comments say direction and size.
  case edges
  /// An edge list with commas and a line of column names.
  case csv
  /// An edge list with tabs and a line of column names.
  case tsv
  /// A Matrix Market file in coordinate form.
  case mtx
  /// A METIS file.
  case metis
  /// The binary file that is mapped without being parsed.
  case tlg
}

/// Writes plain networks.
public struct NetworkWriter: Sendable {
  /// The format to write.
  public let format: NetworkFormat

  /// Chooses a format.
  ///
  /// - Parameter format: The format to write.
  public init(_ format: NetworkFormat) {
    self.format = format
  }

  /// What is wrong with a network for a format.
  public struct Refusal: Error, Equatable, CustomStringConvertible {
    /// What is wrong and how to mend it.
    public let description: String
  }

  /// What a reader of the file will miss, one sentence each.
  ///
  /// - Parameter network: The network.
  /// - Returns: The losses; empty if there are none.
  public func losses(_ network: PlainNetwork) -> [String] {
    switch format {
    case .edges, .csv, .tsv: EdgeListText(network, format).losses
    case .mtx: MatrixMarketText(network).losses
    case .metis: METISText(network).losses
    case .tlg: []
    }
  }

  /// Writes a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - sink: Takes the file piece by piece.
  /// - Throws: ``Refusal`` if the format cannot hold the network at all, and what `sink` throws.
  /// - Complexity: O(n + m) time, and a piece of about a megabyte.
  public func write(_ network: PlainNetwork, to sink: @escaping (Data) throws -> Void) throws {
    var output = PiecedOutput(sink)
    switch format {
    case .edges, .csv, .tsv: try EdgeListText(network, format).write(to: &output)
    case .mtx: try MatrixMarketText(network).write(to: &output)
    case .metis: try METISText(network).write(to: &output)
    case .tlg: try BinaryNetworkWriter(network).write(to: &output)
    }
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
