import GraphCore

/// Writes a network in the data language of UCINET, as a list of edges.
///
/// A node has one label: its name, or the text to print if the names are mere numbers.
struct DLText {
  private let network: PlainNetwork
  private let isNumbered: Bool
  private let usesLabels: Bool

  /// Prepares writing.
  init(_ network: PlainNetwork) {
    self.network = network
    let areNumbers = network.nodes.allSatisfy { Int($0.id) != nil }
    usesLabels =
      network.labels != nil && areNumbers
      && Set(network.nodes.map(\.label)).count == network.nodes.count
    isNumbered = !usesLabels && network.nodes.enumerated().allSatisfy { $1.id == String($0 + 1) }
  }

  /// Writes the file.
  ///
  /// The edges name nodes by their numbers, since igraph reads no labels there that are numbers or have
  /// blanks.
  ///
  /// - Throws: ``GraphWriter/Refusal`` for a name that the format cannot hold.
  func write(to output: inout PiecedOutput) throws {
    try output.write("dl n=\(network.nodes.count)\nformat = edgelist1\n")
    if !isNumbered {
      try output.write("labels:\n")
      for node in network.nodes {
        try output.write(try Self.label(usesLabels ? node.label : node.id) + "\n")
      }
    }
    try output.write("data:\n")
    for edge in network.graph.edges {
      try write(edge.tail, edge.head, edge.weight, to: &output)
      // Edges of the format have a direction.
      if !network.isDirected, edge.tail != edge.head {
        try write(edge.head, edge.tail, edge.weight, to: &output)
      }
    }
  }

  private func write(
    _ tail: Int, _ head: Int, _ weight: Double?, to output: inout PiecedOutput
  ) throws {
    try output.write(number: tail + 1)
    try output.write(" ")
    try output.write(number: head + 1)
    if let weight { try output.write(" " + NetworkNumber.text(weight)) }
    try output.write("\n")
  }

  /// A name as a label.
  private static func label(_ name: String) throws -> String {
    let hasMark = name.contains("\"")
    // igraph takes quotation marks for a part of the label, so there are none without need.
    let isPlain =
      !name.isEmpty
      && name.unicodeScalars.allSatisfy { scalar in
        !scalar.properties.isWhitespace && scalar.value > 0x20 && scalar.value != 0x7F
          && !",=:!\"'".unicodeScalars.contains(scalar)
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
    if usesLabels {
      losses.append("the numbers of the nodes are lost: their labels are their names")
    } else if network.labels != nil {
      losses.append("labels beside names are lost")
    }
    if !network.isDirected, !network.edges.isEmpty {
      losses.append("that edges have no direction is lost: each is written once each way")
    }
    return losses + network.weightLosses + FormatEntry.attributeLosses(network)
  }
}
