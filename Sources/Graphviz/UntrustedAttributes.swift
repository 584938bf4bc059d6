import CGraphviz

/// Attributes of a text that is not trusted: those through which a drawing reads files, or makes its reader
/// fetch some, and those that could break out of their place in SVG.
enum UntrustedAttributes {
  private static let attributes: [(kind: ObjectKind, name: String)] = [
    (.node, "image"), (.node, "shapefile"),
    (.graph, "imagepath"), (.graph, "fontpath"), (.graph, "stylesheet"), (.graph, "_background"),
    (.graph, "background"),
  ]

  /// Takes the attributes away.
  ///
  /// - Parameter graph: The root graph.
  /// - Returns: A message for each attribute that had a value.
  static func removeFiles(from graph: GraphPointer) -> [GraphvizMessage] {
    var messages: [GraphvizMessage] = []
    for (kind, name) in attributes {
      if unsafe clear(name, of: kind, in: graph, where: { !$0.isEmpty }) {
        messages.append(
          GraphvizMessage(
            .warning, "The attribute \(name) was left out, because it would read a file."))
      }
    }
    // The gd plugin opens a font name with a slash as a file.
    let hadPath = ObjectKind.allCases.map { kind in
      unsafe clear("fontname", of: kind, in: graph, where: { $0.contains("/") })
    }
    if hadPath.contains(true) {
      messages.append(
        GraphvizMessage(
          .warning, "A fontname that is a path was left out, because it would read a file."))
    }
    return messages
  }

  /// Escapes the addresses of a graph as SVG needs them, because Graphviz 2.43 copies them into it: a quote
  /// would end the attribute and begin another. What is escaped already stays.
  static func escapeAddresses(in graph: GraphPointer) {
    let names = ["", "edge", "head", "label", "tail"].flatMap { [$0 + "URL", $0 + "href"] }
    for kind in ObjectKind.allCases {
      for name in names {
        guard let attribute = unsafe tl_attribute(graph, kind.rawValue, name) else { continue }
        unsafe objects(kind, of: graph).forEach { object in
          let address = unsafe GraphObjects.value(of: object, attribute)
          let escaped = escape(address)
          if escaped != address { unsafe tl_set_value(object, attribute, escaped) }
        }
      }
    }
  }

  private static func escape(_ address: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in address.unicodeScalars {
      switch scalar {
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  private static func clear(
    _ name: String, of kind: ObjectKind, in graph: GraphPointer, where isUnwanted: (String) -> Bool
  ) -> Bool {
    guard let attribute = unsafe tl_attribute(graph, kind.rawValue, name) else { return false }
    var found = false
    unsafe objects(kind, of: graph).forEach { object in
      guard unsafe isUnwanted(GraphObjects.value(of: object, attribute)) else { return }
      unsafe tl_set_value(object, attribute, "")
      found = true
    }
    // A default without an object of its kind is never drawn, yet it costs nothing to be thorough.
    if let value = unsafe attribute.pointee.defval, unsafe isUnwanted(String(cString: value)) {
      unsafe tl_set_default(graph, kind.rawValue, name, "")
      found = true
    }
    return found
  }

  private static func objects(
    _ kind: ObjectKind, of graph: GraphPointer
  ) -> [UnsafeMutableRawPointer] {
    switch kind {
    case .graph: unsafe subgraphs(from: graph).map { UnsafeMutableRawPointer($0) }
    case .node: unsafe GraphObjects.nodes(of: graph).map { UnsafeMutableRawPointer($0) }
    case .edge: unsafe GraphObjects.edges(of: graph).map { UnsafeMutableRawPointer($0) }
    }
  }

  private static func subgraphs(from graph: GraphPointer) -> [GraphPointer] {
    var all: [GraphPointer] = unsafe [graph]
    var next = 0
    while unsafe next < all.count {
      unsafe all += GraphObjects.subgraphs(of: all[next])
      next += 1
    }
    return unsafe all
  }
}
