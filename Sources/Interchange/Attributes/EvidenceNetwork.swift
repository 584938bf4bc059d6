import Evidence
import GraphCore

/// Carries a graph of evidence through any format that knows attributes: entities as nodes, statements
/// of a relation as edges, and what is no edge as attributes of the whole network, so that nothing is
/// lost but comments.
///
/// Attributes bear the names of the native format's keys; the name of an entity is the label of its
/// node, and the label and the kind of an edge name its relation, with what the statement does
/// with it if it does not affirm it. A list or mapping, and a text
/// that would look like one, is written as JSON text. Attributes of the network that hold an entry are
/// named `source:ID`, `asserter:ID` and `statement:ID`; `order` lists the statements where their order
/// would not follow from that.
enum EvidenceNetwork {
  /// The attribute of the network that marks it as ours.
  static let mark = "throughline"

  /// The network of a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph; the ends of its statements are among its entities.
  ///   - corpus: The corpus folder to name in the file; `nil` leaves the usual one.
  /// - Returns: A directed network, a node an entity, an edge a statement of a relation.
  /// - Throws: ``Fault`` if there are more edges than a graph can have.
  static func network(_ graph: InfluenceGraph, corpus: String? = nil) throws(Fault) -> PlainNetwork
  {
    var builder = NetworkBuilder(options: NetworkOptions())
    builder.isDirected = true
    builder.attributes = header(graph, corpus: corpus)
    for entity in graph.entities {
      let node = builder.node(entity.id)
      builder.setLabel(entity.name, of: node)
      for field in NativeFields.entity(entity) where field.key != "id" && field.key != "name" {
        builder.set(field.key, cell(field.value), ofNode: node)
      }
    }
    let bearings = StatementBearings(graph)
    for statement in graph.statements {
      guard let tail = statement.subject.id, let head = statement.object?.id,
        let relation = statement.relation
      else { continue }
      let edge = builder.addEdge(builder.node(tail), builder.node(head))
      let bearing = bearings.bearing(of: statement)
      try builder.set(
        "label", .text(label(relation, bearing, statement.modality)), ofEdge: edge, offset: 0)
      try builder.set(
        "kind", .text(bearing.prefix.isEmpty ? relation : bearing.prefix + "-" + relation),
        ofEdge: edge, offset: 0)
      for field in NativeFields.statement(statement)
      where field.key != "subject" && field.key != "object" {
        try builder.set(field.key, cell(field.value), ofEdge: edge, offset: 0)
      }
    }
    return try builder.network()
  }

  /// What an edge says where it is drawn: never the relation alone where the statement does not affirm
  /// it, since a program that knows no stance draws every edge as a fact.
  private static func label(
    _ relation: String, _ bearing: StatementBearing, _ modality: Modality
  ) -> String {
    let hedge = modality == .asserted ? "" : " (\(modality.rawValue))"
    return bearing.prefix.isEmpty ? relation + hedge : "\(bearing.prefix): \(relation)\(hedge)"
  }

  /// What a user should know before a graph of evidence goes to a program that knows only edges; empty if
  /// every edge is affirmed.
  static func cautions(_ graph: InfluenceGraph) -> [String] {
    let bearings = StatementBearings(graph)
    let count = graph.statements.count { statement in
      statement.subject.id != nil && statement.object?.id != nil
        && !bearings.bearing(of: statement).prefix.isEmpty
    }
    guard count > 0 else { return [] }
    return [
      "\(count) statements that deny, claim, suppose or leave open are edges too, labelled so, such as "
        + "'denies: directed'; a program that counts edges counts them as links"
    ]
  }

  private static func header(_ graph: InfluenceGraph, corpus: String?) -> [NamedAttribute] {
    var header = [
      NamedAttribute(mark, .text("1")), NamedAttribute("title", cell(.text(graph.title))),
    ]
    if let about = graph.about { header.append(NamedAttribute("about", cell(.text(about)))) }
    if let corpus { header.append(NamedAttribute("corpus", cell(.text(corpus)))) }
    if let depth = graph.depth { header.append(NamedAttribute("depth", .text(depth.rawValue))) }
    for source in graph.sources {
      let fields = source.home == .corpus ? [] : NativeFields.source(source)
      header.append(NamedAttribute("source:\(source.id)", cell(.mapping(fields))))
    }
    for asserter in graph.asserters {
      header.append(
        NamedAttribute("asserter:\(asserter.id)", cell(.mapping(NativeFields.asserter(asserter)))))
    }
    let isEdge = graph.statements.map { $0.subject.id != nil && $0.object?.id != nil }
    for (statement, isEdge) in zip(graph.statements, isEdge) where !isEdge {
      header.append(
        NamedAttribute(
          "statement:\(statement.id)", cell(.mapping(NativeFields.statement(statement)))))
    }
    if zip(isEdge, isEdge.dropFirst()).contains(where: { $0 && !$1 }) {
      header.append(NamedAttribute("order", cell(.list(graph.statements.map(\.id)))))
    }
    return header
  }

  /// A value as the cell of an attribute.
  static func cell(_ value: FieldValue) -> AttributeValue {
    switch value {
    case .text(let text):
      if let first = text.first, "[{\"".contains(first) {
        .text(JSONValue.string(text).text())
      } else {
        .text(text)
      }
    case .number(let number): .integer(number)
    case .flag(let flag): .text(flag ? "yes" : "no")
    case .list, .mapping: .text(NativeWriter.json(value).text())
    }
  }
}

extension EvidenceNetwork {
  /// Whether a network holds a graph of evidence.
  static func isEvidence(_ network: PlainNetwork) -> Bool { network.attribute(mark) != nil }

  /// A network as the tree of the native format, for the native reader, and the names of attributes
  /// that the native format does not know: other programs add some.
  static func tree(
    _ network: PlainNetwork
  ) throws(DocumentTree.Failure) -> (tree: DocumentTree, strange: [String]) {
    var header: [DocumentTree.Entry] = [entry("throughline", .scalar("1", place))]
    var sources: [DocumentTree] = []
    var asserters: [DocumentTree] = []
    var hidden: [DocumentTree] = []
    var order: [String] = []
    for attribute in network.attributes {
      let text = attribute.value.text
      if ["title", "about", "depth", "corpus"].contains(attribute.name) {
        header.append(entry(attribute.name, try value(attribute.value)))
      } else if attribute.name == "order" {
        if case .sequence(let ids, _) = try value(attribute.value) {
          order = ids.compactMap { if case .scalar(let id, _) = $0 { id } else { nil } }
        }
      } else if let colon = attribute.name.firstIndex(of: ":") {
        let id = String(attribute.name[attribute.name.index(after: colon)...])
        switch attribute.name[..<colon] {
        case "source":
          sources.append(text == "{}" ? .scalar(id, place) : try value(attribute.value))
        case "asserter": asserters.append(try value(attribute.value))
        case "statement": hidden.append(try value(attribute.value))
        default: break
        }
      }
    }
    var strange: [String] = []
    func known(_ table: AttributeTable, _ keys: [String]) -> [AttributeColumn] {
      table.columns.filter { column in
        if keys.contains(column.name) { return true }
        // What edges are called and sorted by follows from the statements.
        if column.name != "label" && column.name != "kind" { strange.append(column.name) }
        return false
      }
    }
    let entityColumns = known(network.nodeAttributes, Keys.entity.filter { $0 != "name" })
    let statementColumns = known(network.edgeAttributes, Keys.statement)
    var entities: [DocumentTree] = []
    for (row, node) in network.nodes.enumerated() {
      var entries = [entry("id", .scalar(node.id, place))]
      if node.label != node.id { entries.append(entry("name", .scalar(node.label, place))) }
      entities.append(.mapping(entries + (try cells(entityColumns, row: row)), place))
    }
    var statements = hidden
    for (row, edge) in network.edges.enumerated() {
      let ends = [
        entry("subject", .scalar(network.names[edge.tail], place)),
        entry("object", .scalar(network.names[edge.head], place)),
      ]
      statements.append(.mapping(ends + (try cells(statementColumns, row: row)), place))
    }
    let parts = [
      ("sources", sources), ("asserters", asserters), ("entities", entities),
      ("statements", sorted(statements, by: order)),
    ]
    let filled = parts.filter { !$0.1.isEmpty }.map { entry($0.0, .sequence($0.1, place)) }
    return (.mapping(header + filled, place), strange)
  }

  /// Statements in the order of a list of ids; those that it does not name come last.
  private static func sorted(_ statements: [DocumentTree], by order: [String]) -> [DocumentTree] {
    let ranks = Dictionary(
      order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func rank(_ tree: DocumentTree) -> Int {
      guard case .mapping(let entries, _) = tree,
        case .scalar(let id, _)? = entries.first(where: { $0.key == "id" })?.value
      else { return order.count }
      return ranks[id] ?? order.count
    }
    return statements.enumerated().map { (rank($1), $0, $1) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  private static func cells(
    _ columns: [AttributeColumn], row: Int
  ) throws(DocumentTree.Failure) -> [DocumentTree.Entry] {
    var entries: [DocumentTree.Entry] = []
    for column in columns {
      // Programs that know no empty cells write empty texts.
      guard let cell = column[row], cell.text != "" else { continue }
      entries.append(entry(column.name, try value(cell)))
    }
    return entries
  }

  /// Other formats give no places within their attributes.
  private static let place = DocumentTree.Mark(line: 1, column: 1)

  private static func entry(_ key: String, _ value: DocumentTree) -> DocumentTree.Entry {
    DocumentTree.Entry(key: key, mark: place, value: value)
  }

  private static func value(
    _ cell: AttributeValue
  ) throws(DocumentTree.Failure) -> DocumentTree {
    // Programs that know no whole numbers give them back as fractions.
    if case .real(let number) = cell { return .scalar(NetworkNumber.text(number), place) }
    let text = cell.text
    guard let first = text.first, "[{\"".contains(first) else { return .scalar(text, place) }
    return try DocumentTree.parse(text)
  }
}
