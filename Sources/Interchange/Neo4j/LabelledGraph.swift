import Evidence
import GraphCore

/// A network as Neo4j knows it: nodes with labels, relationships with a type, both with properties.
struct LabelledGraph {
  /// A property with its value.
  typealias Property = NamedAttribute

  /// A node.
  struct Node: Equatable {
    /// The id, no two alike.
    var id: String
    /// The labels; the first one says in what the id is unique.
    var labels: [String]
    /// The properties other than the id.
    var properties: [Property]
  }

  /// A relationship.
  struct Relationship: Equatable {
    /// The id, no two alike.
    var id: String
    /// The place of its first node.
    var tail: Int
    /// The place of its second node.
    var head: Int
    /// The type.
    var type: String
    /// The properties other than the id.
    var properties: [Property]
  }

  /// The nodes.
  var nodes: [Node] = []
  /// The relationships.
  var relationships: [Relationship] = []

  /// The label that every node has, in which ids are unique.
  static let everyNode = "Node"

  /// A name as Neo4j writes types: `pledged-allegiance` is `PLEDGED_ALLEGIANCE`.
  static func type(_ name: String) -> String {
    let out = String(
      String.UnicodeScalarView(
        name.uppercased().unicodeScalars.map {
          $0 == "-" || $0 == " " || $0.value < 0x20 ? "_" : $0
        }))
    return out.isEmpty ? "LINKED_TO" : out
  }

  /// A kind as Neo4j writes labels: `person` is `Person`.
  static func label(_ kind: String) -> String {
    var out = ""
    var startsWord = true
    for scalar in kind.unicodeScalars {
      if scalar == "-" || scalar == " " || scalar.value < 0x20 {
        startsWord = true
      } else {
        out += startsWord ? String(scalar).uppercased() : String(scalar)
        startsWord = false
      }
    }
    return out
  }
}

extension LabelledGraph {
  /// A plain network: the kind of a node is a label, that of an edge the type.
  init(_ network: PlainNetwork) {
    for (row, node) in network.nodes.enumerated() {
      var properties = [Property("name", .text(node.label))]
      var labels = [Self.everyNode]
      for attribute in network.nodeAttributes.attributes(of: row) {
        if attribute.name == "kind" {
          let label = Self.label(attribute.value.text)
          if !label.isEmpty, label != Self.everyNode { labels.append(label) }
        }
        properties.append(Self.renamed(attribute, taken: ["id", "name"]))
      }
      nodes.append(Node(id: node.id, labels: labels, properties: properties))
    }
    let ids = Self.ids(of: network)
    for (row, edge) in network.edges.enumerated() {
      var properties: [Property] = []
      if let weight = edge.weight { properties.append(Property("weight", .real(weight))) }
      var type = ""
      for attribute in network.edgeAttributes.attributes(of: row) {
        if attribute.name == "kind" { type = attribute.value.text }
        if attribute.name == "id", attribute.value.text == ids[row] { continue }
        properties.append(Self.renamed(attribute, taken: ["id", "weight"]))
      }
      relationships.append(
        Relationship(
          id: ids[row], tail: edge.tail, head: edge.head, type: Self.type(type),
          properties: properties))
    }
  }

  /// The ids of the edges if each has one of its own, else numbers.
  private static func ids(of network: PlainNetwork) -> [String] {
    let count = network.edges.count
    if let column = network.edgeAttributes["id"] {
      let ids = (0..<count).compactMap { column[$0]?.text }
      if ids.count == count, Set(ids).count == count { return ids }
    }
    return (0..<count).map { "e\($0 + 1)" }
  }

  /// An attribute whose name another property has already is set apart.
  private static func renamed(_ attribute: NamedAttribute, taken: [String]) -> Property {
    guard taken.contains(attribute.name) else { return attribute }
    return Property(attribute.name + "_2", attribute.value)
  }

  /// What is lost of a network.
  static func losses(_ network: PlainNetwork) -> [String] {
    var losses: [String] = []
    if !network.isDirected, !network.edges.isEmpty {
      losses.append(
        "relationships of Neo4j have a direction, the edges of this network have none; match them "
          + "without an arrow")
    }
    if !network.attributes.isEmpty {
      losses.append(
        "attributes of the whole are lost: "
          + network.attributes.map(\.name).joined(separator: ", "))
    }
    return losses
  }
}
