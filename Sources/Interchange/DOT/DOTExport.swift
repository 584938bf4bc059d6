public import DOT
public import Evidence

/// Carries a graph of evidence through DOT: entities as nodes, statements of a relation as edges, and
/// what is no edge as attributes of the graph, so that nothing but the order of the file is lost.
///
/// Attributes bear the names of the native format's keys. A list or mapping, and a text that would
/// look like one, is written as JSON. Attributes of the graph that hold an entry are named
/// `source:ID`, `asserter:ID` and `statement:ID`.
public enum DOTExport {
  /// The attribute of the graph that marks it as ours.
  static let mark = "throughline"
  /// The keys of a statement that an edge has as its ends.
  static let ends: Set<String> = ["subject", "object"]

  /// Makes the DOT document.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - corpus: The corpus folder to name in the file; `nil` leaves the usual one.
  /// - Returns: A directed document, a node an entity, an edge a statement of a relation.
  public static func document(_ graph: InfluenceGraph, corpus: String? = nil) -> DOTGraph {
    var dot = DOTGraph(isDirected: true, name: graph.title.isEmpty ? nil : graph.title)
    dot.attributes[mark] = "1"
    dot.attributes["title"] = .text(graph.title)
    if let about = graph.about { dot.attributes["about"] = text(.text(about)) }
    if let corpus { dot.attributes["corpus"] = text(.text(corpus)) }
    if let depth = graph.depth { dot.attributes["depth"] = .text(depth.rawValue) }
    for source in graph.sources {
      let fields = source.home == .corpus ? [] : NativeFields.source(source)
      dot.attributes["source:\(source.id)"] = text(.mapping(fields))
    }
    for asserter in graph.asserters {
      dot.attributes["asserter:\(asserter.id)"] = text(.mapping(NativeFields.asserter(asserter)))
    }
    for entity in graph.entities {
      var node = DOTNode(entity.id)
      node.attributes["label"] = .text(entity.name)
      for field in NativeFields.entity(entity) where field.key != "id" && field.key != "name" {
        node.attributes[field.key] = text(field.value)
      }
      dot.nodes.append(node)
    }
    for statement in graph.statements {
      let fields = NativeFields.statement(statement)
      guard let tail = statement.subject.id, let head = statement.object?.id,
        let relation = statement.relation
      else {
        dot.attributes["statement:\(statement.id)"] = text(.mapping(fields))
        continue
      }
      var edge = DOTEdge(from: tail, to: head)
      edge.attributes["label"] = .text(relation)
      for field in fields where !ends.contains(field.key) {
        edge.attributes[field.key] = text(field.value)
      }
      dot.edges.append(edge)
    }
    return dot
  }

  /// What a reader of the DOT file will miss, one sentence each.
  ///
  /// - Parameter graph: The graph.
  /// - Returns: The losses; empty if there are none.
  public static func losses(_ graph: InfluenceGraph) -> [String] {
    let hidden = graph.statements.count { $0.subject.id == nil || $0.object?.id == nil }
    var losses: [String] = []
    if hidden > 0 {
      losses.append(
        "\(hidden) statements have a value or alternatives instead of two ends; DOT has no edge for "
          + "them, they travel as attributes of the graph")
    }
    let edges = graph.statements.map { $0.subject.id != nil && $0.object?.id != nil }
    if zip(edges, edges.dropFirst()).contains(where: { !$0 && $1 }) {
      losses.append("the order of the statements is lost: those without an edge come first")
    }
    return losses
  }

  private static func text(_ value: FieldValue) -> DOTValue {
    switch value {
    case .text(let text):
      if let first = text.first, "[{\"".contains(first) {
        .text(JSONValue.string(text).text())
      } else {
        .text(text)
      }
    case .number(let number): .text(String(number))
    case .flag(let flag): .text(flag ? "yes" : "no")
    case .list, .mapping: .text(NativeWriter.json(value).text())
    }
  }
}

/// Reads back what ``DOTExport`` wrote.
enum DOTImport {
  /// Whether a document holds a graph of evidence.
  static func isEvidence(_ dot: DOTGraph) -> Bool { dot.attributes[DOTExport.mark] != nil }

  /// The document as the tree of the native format, for the native reader.
  static func tree(_ dot: DOTGraph) throws(DocumentTree.Failure) -> DocumentTree {
    var header: [DocumentTree.Entry] = [entry("throughline", .scalar("1", mark))]
    var sources: [DocumentTree] = []
    var asserters: [DocumentTree] = []
    var statements: [DocumentTree] = []
    for attribute in dot.attributes {
      let text = attribute.value.plainText
      if ["title", "about", "depth", "corpus"].contains(attribute.name) {
        header.append(entry(attribute.name, try value(text)))
      } else if let colon = attribute.name.firstIndex(of: ":") {
        let id = String(attribute.name[attribute.name.index(after: colon)...])
        switch attribute.name[..<colon] {
        case "source": sources.append(text == "{}" ? .scalar(id, mark) : try value(text))
        case "asserter": asserters.append(try value(text))
        case "statement": statements.append(try value(text))
        default: break
        }
      }
    }
    var entities: [DocumentTree] = []
    for node in dot.nodes {
      var entries = [entry("id", .scalar(node.name, mark))]
      for attribute in node.attributes {
        let key = attribute.name == "label" ? "name" : attribute.name
        entries.append(entry(key, try value(attribute.value.plainText, isText: key == "name")))
      }
      entities.append(.mapping(entries, mark))
    }
    for edge in dot.edges {
      var entries = [
        entry("subject", .scalar(edge.tail, mark)), entry("object", .scalar(edge.head, mark)),
      ]
      for attribute in edge.attributes where attribute.name != "label" {
        entries.append(entry(attribute.name, try value(attribute.value.plainText)))
      }
      statements.append(.mapping(entries, mark))
    }
    let parts = [
      ("sources", sources), ("asserters", asserters), ("entities", entities),
      ("statements", statements),
    ]
    return .mapping(
      header + parts.filter { !$0.1.isEmpty }.map { entry($0.0, .sequence($0.1, mark)) }, mark)
  }

  /// libcgraph gives no places.
  private static let mark = DocumentTree.Mark(line: 1, column: 1)

  private static func entry(_ key: String, _ value: DocumentTree) -> DocumentTree.Entry {
    DocumentTree.Entry(key: key, mark: mark, value: value)
  }

  private static func value(
    _ text: String, isText: Bool = false
  ) throws(DocumentTree.Failure) -> DocumentTree {
    guard !isText, let first = text.first, "[{\"".contains(first) else {
      return .scalar(text, mark)
    }
    return try DocumentTree.parse(text)
  }
}
