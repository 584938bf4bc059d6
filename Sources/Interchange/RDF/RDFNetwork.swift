import GraphCore

/// Says a plain network in RDF: nodes and edges are resources, since an edge has attributes and may
/// have parallels, which triples know not.
struct RDFNetwork {
  /// The network.
  let network: PlainNetwork

  /// Prepares a writer.
  init(_ network: PlainNetwork) { self.network = network }

  /// Calls `body` with each resource: the network, its nodes, its edges.
  func each(_ body: (RDFNode) throws -> Void) throws {
    var whole = RDFNode(.iri("urn:throughline:network"), [RDFIdentity.word("Network")])
    whole.add(RDFIdentity.word("directed"), .flag(network.isDirected))
    Self.add(network.attributes, to: &whole)
    try body(whole)
    for (index, node) in network.nodes.enumerated() {
      var resource = RDFNode(RDFIdentity.name("node", node.id), [RDFIdentity.word("Node")])
      resource.add(.word(.dcterms, "identifier"), text: node.id)
      resource.add(.word(.rdfs, "label"), text: node.label)
      Self.add(network.nodeAttributes.attributes(of: index), to: &resource)
      try body(resource)
    }
    for (index, edge) in network.edges.enumerated() {
      var resource = RDFNode(.iri("urn:throughline:edge:\(index)"), [RDFIdentity.word("Edge")])
      resource.add(
        RDFIdentity.word("tail"), .name(RDFIdentity.name("node", network.names[edge.tail])))
      resource.add(
        RDFIdentity.word("head"), .name(RDFIdentity.name("node", network.names[edge.head])))
      resource.add(RDFIdentity.word("weight"), edge.weight.map { Self.value(.real($0)) })
      Self.add(network.edgeAttributes.attributes(of: index), to: &resource)
      try body(resource)
    }
  }

  private static func add(_ attributes: [NamedAttribute], to node: inout RDFNode) {
    for attribute in attributes {
      node.add(RDFIdentity.name("attribute", attribute.name), value(attribute.value))
    }
  }

  private static func value(_ value: AttributeValue) -> RDFValue {
    switch value {
    case .text(let text): .text(text)
    case .integer(let number): .integer(number)
    case .real(let number): .typed(String(number), .word(.xsd, "double"))
    case .flag(let flag): .flag(flag)
    case .json(let text): .typed(text, .word(.rdf, "JSON"))
    }
  }
}
