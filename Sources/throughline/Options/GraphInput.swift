import ArgumentParser
import Evidence
import Foundation
import GraphCore
import Interchange

/// The graph that a verb works on.
struct GraphInput: ParsableArguments {
  @Argument(help: "The graph: a file, or - for standard input.")
  var graph: String

  /// The name to use in messages.
  var name: String { graph == "-" ? "standard input" : graph }

  /// The name to use as a title: that of the file, without its folder.
  var title: String {
    graph == "-" ? name : graph.split(separator: "/").last.map(String.init) ?? graph
  }

  /// The name without its folder, for titles.
  var fileName: String { name.split(separator: "/").last.map(String.init) ?? name }

  /// The bytes of the file.
  func bytes() throws -> [UInt8] {
    do throws(GraphFileError) {
      return graph == "-"
        ? Array(FileHandle.standardInput.readDataToEndOfFile()) : try GraphFile.bytes(of: graph)
    } catch {
      throw Self.failure(error)
    }
  }

  /// A file that cannot be read as the failure of a verb.
  static func failure(_ error: GraphFileError) -> Failure {
    switch error {
    case .noSuchFile, .folder: Failure(.noInput, error.description)
    case .notText: Failure(.malformedData, error.description)
    }
  }

  /// The folder from which the corpus folder is reckoned.
  var folder: String {
    guard graph != "-", let slash = graph.lastIndex(of: "/") else { return "." }
    return slash == graph.startIndex ? "/" : String(graph[..<slash])
  }

  /// Reads a graph of evidence, with whatever is wrong with it, or a plain network.
  func readAny(_ options: any InputOptions) throws -> LoadedGraph {
    let vocabulary = try options.loadVocabulary()
    let network = try options.network
    do throws(GraphFileError) {
      return
        graph == "-"
        ? GraphFile.readAny(
          bytes: Array(FileHandle.standardInput.readDataToEndOfFile()), path: name, folder: folder,
          format: options.reading.inputFormat?.format, options: network, vocabulary: vocabulary)
        : try GraphFile.loadAny(
          graph, format: options.reading.inputFormat?.format, options: network,
          vocabulary: vocabulary)
    } catch {
      throw Self.failure(error)
    }
  }

  /// The first weight of a plain network that an algorithm cannot use, with its place. The file is read again: where
  /// each of many million weights stands is not kept.
  func place(
    ofWeightsThatAreNot needed: GraphError.NumberNeeded, _ options: any InputOptions
  ) -> Finding? {
    guard graph != "-", var network = try? options.network else { return nil }
    network.neededWeights = needed
    let again = try? GraphFile.loadAny(
      graph, format: options.reading.inputFormat?.format, options: network)
    guard case .evidence(let reading)? = again else { return nil }
    return reading.errors.first
  }

  /// Reads a graph of evidence without errors, or a plain network.
  func loadAny(_ options: any InputOptions) throws -> LoadedGraph {
    let loaded = try readAny(options)
    switch loaded {
    case .evidence(let reading):
      _ = try self.graph(of: reading)
      if let direction = options.direction {
        throw Failure(
          .usage,
          "--\(direction.rawValue) is for plain networks, and \(name) records evidence, whose relations have "
            + "directions of their own; leave it out")
      }
      // What is missing from the graph changes every answer; other warnings are for validate.
      for finding in reading.warnings where finding.rule == "left-out" {
        options.console.say(FindingText.line(finding))
      }
    case .plain(let network):
      // From standard input nothing tells the format, so that nothing is no network there; nor is it in a file.
      guard !network.isOfEmptyFile else {
        throw Failure(
          .malformedData,
          "\(name): the file is empty; write a line for each edge into it, or name another file")
      }
      for remark in network.remarks { options.console.say("\(name): \(remark)") }
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

  /// Reads a graph of evidence that can be relied on: any error ends the verb.
  ///
  /// - Parameters:
  ///   - options: What every verb understands.
  ///   - need: Why a plain network will not do, as the end of a sentence.
  /// - Returns: The graph.
  /// - Throws: `Failure` if there is anything wrong, or no evidence.
  func load(_ options: any InputOptions, need: String) throws -> InfluenceGraph {
    switch try loadAny(options) {
    case .evidence(let reading): return try self.graph(of: reading)
    case .plain:
      throw Failure(
        .malformedData,
        "\(name) is a plain network and records no evidence: \(need); trace, centrality, structure, "
          + "report, render, convert and others take it as it is, or code its sources as statements"
      )
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
