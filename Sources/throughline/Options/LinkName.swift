import Evidence
import InfluenceAnalysis

/// Links as the user names them.
enum LinkName {
  /// How many links are offered for one that is not there.
  private static let most = 10

  /// The key of the link that a text names.
  static func resolve(_ text: String, in table: LinkTable) throws -> LinkKey {
    let graph = table.graph
    switch table.resolve(text) {
    case .one(let key): return key
    case .many(let keys):
      throw Failure(
        .usage, "'\(text)' fits several links; name one of them by ids:\n" + lines(keys, in: graph))
    case .noRelation(let suggestion):
      let hint = suggestion.map { "; did you mean '\($0)'?" } ?? ""
      throw Failure(
        .usage,
        "'\(text)' is neither the id of a statement nor SUBJECT relation OBJECT, such as "
          + "'isis directed orlando-2016'\(hint)")
    case .noEntity(let name, _):
      // Says what is wrong with the name as every verb does.
      _ = try EntityName.resolve(name, in: graph)
      throw Failure(.usage, "'\(name)' is no entity of this graph")
    case .noLink(let key, let near):
      throw Failure(
        .usage, "no statement speaks of the link '\(key)'" + offer(near, in: graph))
    case .noLinkOfStatement(let id, let near):
      let reason =
        graph.statement(id)?.object == nil
        ? "gives a value, and bears on no link; 'throughline contradictions' compares values"
        : "leaves open which of several entities it means, and counts for no link"
      throw Failure(.usage, "statement \(id) \(reason)" + offer(near, in: graph))
    }
  }

  private static func offer(_ keys: [LinkKey], in graph: InfluenceGraph) -> String {
    keys.isEmpty ? "" : "; links that come near:\n" + lines(keys, in: graph)
  }

  private static func lines(_ keys: [LinkKey], in graph: InfluenceGraph) -> String {
    let shown = keys.prefix(most).map { key in
      let names = [key.subject, key.object].map { graph.name(of: $0) }
      return "  \(key)  (\(names.joined(separator: ", ")))"
    }
    let more = keys.count - shown.count
    return (shown + (more > 0 ? ["  ... and \(more) more"] : [])).joined(separator: "\n")
  }
}
