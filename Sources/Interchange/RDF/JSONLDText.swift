import Evidence

/// Writes resources as JSON-LD 1.1: an object a resource, all in one list.
struct JSONLDText {
  /// The beginning of a file, with the short names explained.
  static var beginning: String {
    let context = JSONValue.object(
      RDFVocabulary.allCases.map { .init($0.rawValue, .string($0.iri)) })
    return "{\"@context\":\(context.text()),\n\"@graph\":["
  }

  /// The end of a file.
  static let end = "\n]}\n"

  /// A resource with all that is said of it.
  static func object(_ node: RDFNode) -> String { json(node).text() }

  private static func json(_ node: RDFNode) -> JSONValue {
    var members: [JSONValue.Member] = []
    if let iri = node.iri { members.append(.init("@id", .string(name(iri)))) }
    if !node.types.isEmpty {
      members.append(.init("@type", .array(node.types.map { .string(name($0)) })))
    }
    for property in node.properties {
      let values = property.values.map(value)
      members.append(
        .init(name(property.name), values.count == 1 ? values[0] : .array(values)))
    }
    return .object(members)
  }

  private static func name(_ name: RDFName) -> String {
    switch name {
    case .iri(let iri): iri
    case .word(let vocabulary, let word): "\(vocabulary.rawValue):\(word)"
    }
  }

  private static func value(_ value: RDFValue) -> JSONValue {
    switch value {
    case .name(let name): .object(["@id": .string(Self.name(name))])
    case .text(let text): .string(text)
    case .typed(let text, let type):
      .object(["@value": .string(text), "@type": .string(name(type))])
    case .integer(let number): .integer(number)
    case .flag(let flag): .bool(flag)
    case .node(let node): json(node)
    case .list(let values): .object(["@list": .array(values.map(Self.value))])
    }
  }
}
