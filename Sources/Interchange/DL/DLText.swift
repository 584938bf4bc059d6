import GraphCore

/// Writes a network in the data language of UCINET, as a list of edges.
struct DLText {
  private let network: PlainNetwork
  private let isNumbered: Bool

  /// Prepares writing.
  init(_ network: PlainNetwork) {
    self.network = network
    isNumbered = network.nodes.enumerated().allSatisfy { $1.id == String($0 + 1) }
  }

  /// Writes the file.
  ///
  /// - Throws: ``GraphWriter/Refusal`` for a name that the format cannot hold.
  func write(to output: inout PiecedOutput) throws {
    try output.write("dl n=\(network.nodes.count)\nformat = edgelist1\n")
    var names: [String] = []
    if !isNumbered {
      names = try network.nodes.map { try Self.label($0.id) }
      try output.write("labels:\n")
      for name in names { try output.write(name + "\n") }
      try output.write("labels embedded:\n")
    }
    try output.write("data:\n")
    for edge in network.edges {
      let ends = isNumbered ? nil : (names[edge.tail], names[edge.head])
      let (tail, head) = ends ?? (String(edge.tail + 1), String(edge.head + 1))
      let weight = edge.weight.map { " " + NetworkNumber.text($0) } ?? ""
      try output.write("\(tail) \(head)\(weight)\n")
      // Edges of the format have a direction.
      if !network.isDirected, edge.tail != edge.head {
        try output.write("\(head) \(tail)\(weight)\n")
      }
    }
  }

  /// A name as a label.
  private static func label(_ name: String) throws -> String {
    let hasMark = name.contains("\"")
    let isPlain =
      !name.isEmpty
      && name.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
          || scalar == "-" || scalar == "."
      }
    if isPlain { return name }
    guard !name.isEmpty, !(hasMark && name.contains("'")),
      !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else {
      throw GraphWriter.Refusal(
        description: "UCINET holds no name such as '\(Fault.cut(name))'; names are not empty, and "
          + "hold no line breaks and not both marks of quotation; give the node another name")
    }
    return hasMark ? "'\(name)'" : "\"\(name)\""
  }

  /// What a reader of the file will miss.
  var losses: [String] {
    var losses: [String] = []
    if network.labels != nil { losses.append("labels beside names are lost") }
    if !network.isDirected, !network.edges.isEmpty {
      losses.append("that edges have no direction is lost: each is written once each way")
    }
    return losses + FormatEntry.attributeLosses(network)
  }
}
