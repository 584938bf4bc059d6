import ArgumentParser
import Evidence
import Foundation
import Interchange

/// The graph that a verb works on.
struct GraphInput: ParsableArguments {
  @Argument(help: "The graph: a file, or - for standard input.")
  var graph: String

  /// The name to use in messages.
  var name: String { graph == "-" ? "standard input" : graph }

  /// The bytes as text.
  func text() throws -> String {
    do throws(GraphFileError) {
      if graph == "-" {
        let data = FileHandle.standardInput.readDataToEndOfFile()
        return try GraphFile.text(of: Array(data), path: name)
      }
      return try GraphFile.text(of: graph)
    } catch {
      throw Self.failure(error)
    }
  }

  private static func failure(_ error: GraphFileError) -> Failure {
    switch error {
    case .noSuchFile: Failure(.noInput, error.description)
    case .notText: Failure(.malformedData, error.description)
    }
  }

  /// The folder from which the corpus folder is reckoned.
  var folder: String {
    guard graph != "-", let slash = graph.lastIndex(of: "/") else { return "." }
    return slash == graph.startIndex ? "/" : String(graph[..<slash])
  }

  /// Reads the graph with everything that is wrong with it.
  func read(_ options: CommonOptions) throws -> Reading {
    if isTable(options) {
      guard case .evidence(let reading) = try loaded(options) else { throw plain }
      return reading
    }
    return GraphFile.read(
      try text(), path: name, folder: folder, vocabulary: try options.loadVocabulary())
  }

  /// Whether the graph is a table by its name or by what the user says.
  private func isTable(_ options: CommonOptions) -> Bool {
    if let format = options.inputFormat {
      return [.csv, .tsv, .statements, .tables].contains(format)
    }
    return ["csv", "tsv", "zip"].contains(URL(fileURLWithPath: graph).pathExtension.lowercased())
  }

  private var plain: Failure {
    Failure(
      .malformedData,
      "\(name) is a plain network without evidence; centrality, render and convert take it, this "
        + "verb needs statements")
  }

  /// Reads a graph of evidence or a plain network.
  func loadAny(_ options: CommonOptions) throws -> LoadedGraph {
    let loaded = try loaded(options)
    switch loaded {
    case .evidence(let reading): _ = try self.graph(of: reading)
    case .plain(let network):
      for remark in network.remarks { options.console.say("\(name): \(remark)") }
    }
    return loaded
  }

  private func loaded(_ options: CommonOptions) throws -> LoadedGraph {
    let vocabulary = try options.loadVocabulary()
    let network = try options.network
    let loaded: LoadedGraph
    do throws(GraphFileError) {
      loaded =
        graph == "-"
        ? GraphFile.readAny(
          bytes: Array(FileHandle.standardInput.readDataToEndOfFile()), path: name, folder: folder,
          format: options.inputFormat, options: network, vocabulary: vocabulary)
        : try GraphFile.loadAny(
          graph, format: options.inputFormat, options: network, vocabulary: vocabulary)
    } catch {
      throw Self.failure(error)
    }
    return loaded
  }

  /// The graph of a reading without errors.
  func graph(of reading: Reading) throws -> InfluenceGraph {
    guard reading.errors.isEmpty, let graph = reading.graph else {
      throw Failure(.malformedData, Self.summary(of: reading.errors))
    }
    return graph
  }

  /// Reads a graph that can be relied on: any error ends the verb.
  func load(_ options: CommonOptions) throws -> InfluenceGraph {
    switch try loadAny(options) {
    case .evidence(let reading): return try self.graph(of: reading)
    case .plain: throw plain
    }
  }

  /// The first errors, one a line, and how many more there are.
  static func summary(of errors: [Finding]) -> String {
    let shown = errors.prefix(20).map(FindingText.line)
    let more = errors.count - shown.count
    return (shown + (more > 0 ? ["... and \(more) more: see 'throughline validate'"] : []))
      .joined(separator: "\n")
  }
}

/// Entities as the user names them.
enum EntityName {
  /// The id that a name stands for.
  static func resolve(_ name: String, in graph: InfluenceGraph) throws -> String {
    switch graph.resolve(name) {
    case .one(let id): return id
    case .many(let ids):
      throw Failure(
        .usage,
        "'\(name)' fits several entities; name one of them:\n" + lines(ids, in: graph))
    case .none(let suggestions):
      let hint =
        suggestions.isEmpty
        ? "look for it with 'throughline centrality GRAPH --projection associations'"
        : "did you mean:\n" + lines(suggestions, in: graph)
      throw Failure(.usage, "'\(name)' is no entity of this graph; \(hint)")
    }
  }

  /// The id of an entity that may stand at an end of a chain: not a place, which nobody influences.
  static func resolveEnd(_ name: String, in graph: InfluenceGraph) throws -> String {
    let id = try resolve(name, in: graph)
    guard let kind = graph.entity(id)?.kind, graph.vocabulary.isKind(kind, a: "place") else {
      return id
    }
    let there = graph.statements.filter {
      $0.relation == "located-in" && $0.object?.id == id
        && $0.subject.id.flatMap { graph.entity($0)?.kind } == "attack"
    }
    let attacks = Set(there.compactMap(\.subject.id)).sorted()
    let hint = attacks.isEmpty ? "" : "; the attacks there:\n" + lines(attacks, in: graph)
    throw Failure(.usage, "'\(name)' is a place, and no chain begins or ends at a place\(hint)")
  }

  private static func lines(_ ids: [String], in graph: InfluenceGraph) -> String {
    ids.map { id in
      let entity = graph.entity(id)
      return "  \(id)  (\(entity?.name ?? id), \(entity?.kind ?? "unknown"))"
    }.joined(separator: "\n")
  }
}
