import Evidence
import GraphCore

/// The parts of a network as JSON texts, one in a note of each entity that we write, so that the whole
/// comes back from a file that holds what FollowTheMoney has no place for.
///
/// Each begins with ``beginning``. Numbers keep the order, which other programs change.
enum FollowTheMoneyMark {
  /// What each of the texts begins with.
  static let beginning = "{\"throughline\":\""

  /// What belongs to no part: the direction of the edges.
  static func network(_ network: PlainNetwork) -> String {
    text("network", [("directed", network.isDirected ? "true" : "false")])
  }

  /// An attribute of the whole.
  static func attribute(_ attribute: NamedAttribute, number: Int) -> String {
    text(
      "attribute",
      [
        ("number", String(number)), ("name", quoted(attribute.name)),
        ("value", JSONCell.text(of: attribute.value)),
      ])
  }

  /// A node with its attributes.
  static func node(_ network: PlainNetwork, _ row: Int) -> String {
    let node = network.nodes[row]
    var parts = [("number", String(row)), ("name", quoted(node.id))]
    if node.label != node.id { parts.append(("label", quoted(node.label))) }
    return text("node", parts + attributes(network.nodeAttributes, row))
  }

  /// An edge with its weight and attributes.
  static func edge(_ network: PlainNetwork, _ row: Int) -> String {
    let edge = network.edges[row]
    var parts = [
      ("number", String(row)), ("tail", quoted(network.names[edge.tail])),
      ("head", quoted(network.names[edge.head])),
    ]
    if let weight = edge.weight { parts.append(("weight", String(weight))) }
    return text("edge", parts + attributes(network.edgeAttributes, row))
  }

  private static func attributes(_ table: AttributeTable, _ row: Int) -> [(String, String)] {
    let attributes = table.attributes(of: row)
    guard !attributes.isEmpty else { return [] }
    let inner = attributes.map { "\(quoted($0.name)):\(JSONCell.text(of: $0.value))" }
    return [("attributes", "{" + inner.joined(separator: ",") + "}")]
  }

  private static func text(_ part: String, _ members: [(String, String)]) -> String {
    beginning + part + "\"" + members.map { ",\"\($0.0)\":\($0.1)" }.joined() + "}"
  }

  private static func quoted(_ text: String) -> String { JSONValue.string(text).text() }
}
