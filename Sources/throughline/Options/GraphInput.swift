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
      switch error {
      case .noSuchFile: throw Failure(.noInput, error.description)
      case .notText: throw Failure(.malformedData, error.description)
      }
    }
  }

  /// The folder from which the corpus folder is reckoned.
  var folder: String {
    guard graph != "-", let slash = graph.lastIndex(of: "/") else { return "." }
    return slash == graph.startIndex ? "/" : String(graph[..<slash])
  }

  /// Reads the graph with everything that is wrong with it.
  func read(_ options: CommonOptions) throws -> Reading {
    GraphFile.read(
      try text(), path: name, folder: folder, vocabulary: try options.loadVocabulary())
  }

  /// Reads a graph that can be relied on: any error ends the verb.
  func load(_ options: CommonOptions) throws -> InfluenceGraph {
    let reading = try read(options)
    let errors = reading.errors
    guard errors.isEmpty, let graph = reading.graph else {
      throw Failure(.malformedData, Self.summary(of: errors))
    }
    return graph
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

  private static func lines(_ ids: [String], in graph: InfluenceGraph) -> String {
    ids.map { id in
      let entity = graph.entity(id)
      return "  \(id)  (\(entity?.name ?? id), \(entity?.kind ?? "unknown"))"
    }.joined(separator: "\n")
  }
}
