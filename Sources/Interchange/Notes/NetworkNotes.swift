import GraphCore

/// A plain network as notes that link to each other, one for each node.
struct NetworkNotes {
  private let network: PlainNetwork
  private let names: [String]

  /// A folder with more notes is of no use to anybody.
  static let most = 20_000

  /// Gives every note its name.
  init(_ network: PlainNetwork) throws(GraphWriter.Refusal) {
    guard network.nodes.count <= Self.most else {
      throw GraphWriter.Refusal(
        description: "\(network.nodes.count) nodes would be as many notes, and \(Self.most) are "
          + "the most; choose another format")
    }
    self.network = network
    var names = NoteNames()
    self.names = network.nodes.map { names.name(for: $0.label, id: $0.id) }
  }

  /// The files.
  var members: [ZipArchive.Member] {
    var out = [[Int]](repeating: [], count: names.count)
    var inward = out
    for (row, edge) in network.edges.enumerated() {
      out[edge.tail].append(row)
      inward[edge.head].append(row)
    }
    return names.indices.map { node in
      let text = text(node, out[node], inward[node])
      return ZipArchive.Member(name: names[node] + ".md") { output in try output.write(text) }
    }
  }

  private func text(_ node: Int, _ out: [Int], _ inward: [Int]) -> String {
    let fields =
      [Field("id", .text(network.names[node]))]
      + network.nodeAttributes.attributes(of: node).filter { $0.name != "id" }
      .map { Field($0.name, Self.value($0.value)) }
    var text = NoteText.head(fields) + "# " + NoteText.escaped(network.nodes[node].label) + "\n"
    let edges = Array(network.edges)
    func section(_ title: String, _ rows: [Int], _ other: (Graph.Edge) -> Int) {
      guard !rows.isEmpty else { return }
      text += "\n## \(title)\n\n"
      for row in rows {
        let end = other(edges[row])
        text += "- " + NoteText.link(names[end], label: network.nodes[end].label)
        var details = network.edgeAttributes.attributes(of: row).map {
          "\($0.name): \($0.value.text)"
        }
        if let weight = edges[row].weight {
          details.insert("weight: \(NetworkNumber.text(weight))", at: 0)
        }
        if !details.isEmpty {
          text += ", " + details.map(NoteText.escaped).joined(separator: "; ")
        }
        text += "\n"
      }
    }
    if network.isDirected {
      section("To", out) { $0.head }
      section("From", inward) { $0.tail }
    } else {
      section("With", out + inward.filter { edges[$0].tail != edges[$0].head }) {
        $0.tail == node ? $0.head : $0.tail
      }
    }
    return text
  }

  private static func value(_ value: AttributeValue) -> FieldValue {
    switch value {
    case .integer(let number): .number(number)
    case .flag(let flag): .flag(flag)
    case .text, .real, .json: .text(value.text)
    }
  }
}
