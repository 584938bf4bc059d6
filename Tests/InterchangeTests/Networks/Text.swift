import Evidence
import GraphCore
import Testing

@testable import Interchange

/// Reads texts as files of a format.
enum Text {
  /// The network that a text holds.
  static func network(
    _ text: String, _ format: GraphFormat = .edges, direction: NetworkOptions.Direction? = nil,
    path: String = "net"
  ) throws -> PlainNetwork {
    try network(bytes: Array(text.utf8), format, direction: direction, path: path)
  }

  /// The network that bytes hold.
  static func network(
    bytes: [UInt8], _ format: GraphFormat? = nil, direction: NetworkOptions.Direction? = nil,
    path: String = "net", options: NetworkOptions = NetworkOptions()
  ) throws -> PlainNetwork {
    var options = options
    options.direction = direction ?? options.direction
    let loaded = GraphFile.readAny(
      bytes: bytes, path: path, folder: ".", format: format, options: options)
    switch loaded {
    case .plain(let network): return network
    case .evidence(let reading): throw Refused(reading)
    }
  }

  /// Why a text was refused: `line:column: message`, and the mend.
  struct Refused: Error, CustomStringConvertible {
    var description: String
    var mend: String

    init(_ reading: Reading) {
      let finding = reading.errors.first
      let place = finding?.location.map { "\($0.line):\($0.column): " } ?? ""
      description = place + (finding?.message ?? "this is a graph of evidence")
      mend = finding?.mend ?? ""
    }
  }

  /// What is wrong with a text.
  static func fault(
    _ text: String, _ format: GraphFormat = .edges, direction: NetworkOptions.Direction? = nil
  ) -> String? {
    do {
      _ = try network(text, format, direction: direction)
      return nil
    } catch {
      return "\(error)"
    }
  }
}

extension PlainNetwork {
  /// The edges by the names of their ends, with weights, as `a>b:2` or `a-b`.
  var lines: [String] {
    edges.map { edge in
      nodes[edge.tail].id + (isDirected ? ">" : "-") + nodes[edge.head].id
        + (edge.weight.map { ":\(NetworkNumber.text($0))" } ?? "")
    }
  }

  /// The names of the nodes.
  var ids: [String] { nodes.map(\.id) }
}
