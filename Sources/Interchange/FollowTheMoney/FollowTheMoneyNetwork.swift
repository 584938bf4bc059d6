import Evidence
import GraphCore

/// A plain network as entities of FollowTheMoney: a node an entity, an edge a link.
///
/// A node whose `kind` is a schema is of that schema, and its attributes that are properties of it are
/// these; so what was read from FollowTheMoney goes back into it.
struct FollowTheMoneyNetwork {
  private let network: PlainNetwork
  private let model = FollowTheMoneyModel.standard

  init(_ network: PlainNetwork) { self.network = network }

  /// The head, the nodes and the edges.
  func entities(_ each: (FollowTheMoneyEntity) throws -> Void) throws {
    var ids = FollowTheMoneyIds()
    // Names that may be ids keep theirs, whatever comes before them.
    var nodeIds = [String](repeating: "", count: network.nodes.count)
    for isPlain in [true, false] {
      for row in 0..<network.nodes.count
      where FollowTheMoneyIds.isId(network.names[row]) == isPlain {
        nodeIds[row] = ids.id(for: network.names[row])
      }
    }
    var head = FollowTheMoneyEntity(
      id: ids.id(for: "throughline"), schema: "Note", datasets: ["throughline"])
    head.add("description", "A network written by Throughline.")
    head.add("notes", FollowTheMoneyMark.network(network))
    for (number, attribute) in network.attributes.enumerated() {
      head.add("notes", FollowTheMoneyMark.attribute(attribute, number: number))
    }
    try each(head)
    for row in 0..<network.nodes.count { try each(thing(row, id: nodeIds[row])) }
    let edgeIds = network.edgeAttributes["id"]
    for (row, edge) in network.edges.enumerated() {
      let id = ids.id(for: edgeIds?[row].map(\.text) ?? "edge-\(row + 1)")
      try each(link(row, edge, id: id, nodeIds))
    }
  }

  private func thing(_ row: Int, id: String) -> FollowTheMoneyEntity {
    let attributes = network.nodeAttributes.attributes(of: row)
    let kind = attributes.first { $0.name == "kind" }?.value.text ?? ""
    var entity = FollowTheMoneyEntity(
      id: id, schema: schema(kind), datasets: datasets(attributes))
    let types = model[entity.schema]?.types ?? [:]
    let label = network.nodes[row].label
    let caption = model[entity.schema]?.caption.first ?? "name"
    entity.add(types[caption] == "string" || caption == "full" ? caption : "name", label)
    entity.add("name", types["name"] == nil ? nil : label)
    add(attributes, types, to: &entity)
    if entity.schema != kind { entity.add("keywords", kind) }
    entity.add("notes", FollowTheMoneyMark.node(network, row))
    return entity
  }

  /// The schema of a node: that which it names, or one that says no more than its kind.
  private func schema(_ kind: String) -> String {
    if let schema = model[kind], !schema.isAbstract, schema.types["notes"] != nil { return kind }
    switch kind.lowercased() {
    case "person", "ideologue": return "Person"
    case "group", "organisation", "organization", "outlet": return "Organization"
    case "authority": return "PublicBody"
    case "event", "attack": return "Event"
    case "publication", "article": return "Article"
    case "place": return "Address"
    default: return "LegalEntity"
    }
  }

  private func link(
    _ row: Int, _ edge: Graph.Edge, id: String, _ nodeIds: [String]
  ) -> FollowTheMoneyEntity {
    let attributes = network.edgeAttributes.attributes(of: row)
    func text(_ name: String) -> String? { attributes.first { $0.name == name }?.value.text }
    let kind = text("kind") ?? ""
    let tie = model[kind].flatMap(FollowTheMoneyTie.tie(schema:)) ?? .unknown
    var entity = FollowTheMoneyEntity(id: id, schema: tie.schema, datasets: datasets(attributes))
    entity.add(tie.source, nodeIds[edge.tail])
    entity.add(tie.target, nodeIds[edge.head])
    if tie.schema != kind { entity.add(tie.label, kind) }
    entity.add(tie.label, text("label"))
    for (name, property) in [("start", "startDate"), ("end", "endDate")] {
      if let date = text(name), FollowTheMoneyDate.isDate(date) { entity.add(property, date) }
    }
    add(attributes, model[entity.schema]?.types ?? [:], to: &entity)
    entity.add("description", FollowTheMoneyMark.edge(network, row))
    return entity
  }

  /// Adds the attributes that are properties; references to other entities are edges already.
  private func add(
    _ attributes: [NamedAttribute], _ types: [String: String],
    to entity: inout FollowTheMoneyEntity
  ) {
    for attribute in attributes {
      guard let type = types[attribute.name], type != "entity" else { continue }
      for text in Self.texts(attribute.value) {
        if type == "date", !FollowTheMoneyDate.isDate(text) { continue }
        if type == "url" {
          entity.add(url: attribute.name, text)
        } else {
          entity.add(attribute.name, text)
        }
      }
    }
  }

  private func datasets(_ attributes: [NamedAttribute]) -> [String] {
    let named = attributes.first { $0.name == "datasets" }.map { Self.texts($0.value) } ?? []
    let datasets = named.filter { !$0.isEmpty }.map(FollowTheMoneyEvidence.dataset)
    return datasets.isEmpty ? ["throughline"] : datasets
  }

  /// A value as texts: those of a list, or itself.
  private static func texts(_ value: AttributeValue) -> [String] {
    guard case .json(let text) = value else { return [value.text] }
    return FollowTheMoneyMarkReader.texts(ofList: text) ?? []
  }

  /// What a user of FollowTheMoney misses of a network.
  static func losses(_ network: PlainNetwork) -> [String] {
    var names: [String] = network.graph.isWeighted ? ["weight"] : []
    let known: Set<String> = ["kind", "id", "label", "start", "end", "datasets"]
    let types = FollowTheMoneyModel.standard.schemata.values
    for column in network.nodeAttributes.columns + network.edgeAttributes.columns
    where !known.contains(column.name) && !names.contains(column.name)
      && !types.contains(where: { $0.types[column.name] != nil })
    {
      names.append(column.name)
    }
    return names.isEmpty
      ? []
      : [
        "FollowTheMoney has no property for these attributes, they stand in notes as JSON, which other "
          + "programs do not read: " + names.joined(separator: ", ")
      ]
  }
}
