import Evidence
import GraphCore
import InfluenceAnalysis
import Interchange
import Reporting

/// A network whose structure is asked about, with what its nodes are called and have.
struct StudiedInput {
  /// Where it came from.
  enum Source {
    case plain(PlainNetwork)
    case evidence(InfluenceNetwork)
  }

  let network: StudiedNetwork
  let source: Source
  let input: GraphInput
  private let common: any InputOptions

  /// Reads the network of a verb.
  ///
  /// - Parameters:
  ///   - input: The file.
  ///   - common: What every verb understands.
  ///   - study: Projection and policy, for evidence.
  /// - Throws: `Failure` if it cannot be read, or an option has no meaning for it.
  init(_ input: GraphInput, _ common: CommonOptions, _ study: StudyOptions) throws {
    self.input = input
    self.common = common
    switch try input.loadAny(common) {
    case .evidence(let reading):
      let graph = try input.graph(of: reading)
      let found = try study.network(of: graph)
      source = .evidence(found)
      network = StudiedNetwork(found, title: graph.title.isEmpty ? input.title : graph.title)
    case .plain(let plain):
      try study.refuse(on: input)
      source = .plain(plain)
      network = StudiedNetwork(plain.subject(input))
      common.console.say("\(input.name) is a plain network: no evidence recorded")
    }
  }

  /// Whether edges have probabilities from evidence.
  var isEvidence: Bool {
    if case .evidence = source { true } else { false }
  }

  /// The index of the node that a user names by id, name or alias.
  func node(named name: String) throws -> Int {
    switch source {
    case .plain(let plain): return try plain.node(named: name)
    case .evidence(let found):
      let id = try EntityName.resolve(name, in: found.evidence)
      guard let node = found.node(of: id) else {
        throw Failure(
          .noResult,
          "'\(found.evidence.name(of: id))' has no link in the projection "
            + "'\(found.projection.name)'; try another with --projection")
      }
      return node
    }
  }

  /// The nodes of a list of names with commas between them.
  func nodes(named names: String) throws -> [Int] {
    try names.split(separator: ",").map { try node(named: $0.trimmed) }
  }

  /// What each node has of an attribute; `nil` where it has none, and as a whole if no node has.
  func attribute(_ name: String) -> [String?]? {
    if case .plain(let plain) = source, let column = plain.nodeAttributes[name] {
      return network.graph.nodes.map { column[$0]?.text }
    }
    guard name == "kind", network.nodes.contains(where: { !$0.kind.isEmpty }) else { return nil }
    return network.nodes.map { $0.kind.isEmpty ? nil : $0.kind }
  }

  /// Does the work of a verb; what an algorithm cannot use is told with the names of the edge.
  func reckoned<Result>(
    _ title: String, _ console: Console, _ work: (Execution) throws -> Result
  ) throws -> Result {
    do {
      return try console.watched(title, work)
    } catch let error as GraphError {
      if case .plain(let plain) = source { throw plain.failure(error, input, common) }
      throw Failure(.malformedData, error.description)
    }
  }
}

extension Substring {
  /// Without spaces at either end.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
