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
      if found.hops.isEmpty {
        let others = found.evidence.vocabulary.projections.map(\.name).filter { name in
          name != found.projection.name
            && ((try? InfluenceNetwork(found.table, projection: name))?.hops.isEmpty == false)
        }
        throw Failure(
          .noResult,
          "\(input.name) has no link in the projection '\(found.projection.name)'"
            + (others.isEmpty
              ? ""
              : "; there are some with "
                + others.map { "--projection \($0)" }.joined(separator: " or ")))
      }
      source = .evidence(found)
      network = try StudiedNetwork(found, title: graph.title.isEmpty ? input.title : graph.title)
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
    let given = names.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
    guard !given.isEmpty else {
      throw Failure(.usage, "no node is named; give names with commas between them, such as A,B")
    }
    return try given.map { try node(named: $0) }
  }

  /// The two different nodes that an option names, with a comma between them.
  func pair(named names: String, of option: String) throws -> (tail: Int, head: Int) {
    let ends = try nodes(named: names)
    guard ends.count == 2 else {
      throw Failure(
        .usage, "\(option) needs two names with a comma between them, such as A,B")
    }
    guard ends[0] != ends[1] else {
      throw Failure(.usage, "\(option) needs two different nodes; both names are of one")
    }
    return (ends[0], ends[1])
  }

  /// What each node has of an attribute; `nil` where it has none, and as a whole if no node has.
  func attribute(_ name: String) -> [String?]? {
    if case .plain(let plain) = source, let column = plain.nodeAttributes[name] {
      return network.graph.nodes.map { column[$0]?.text }
    }
    guard name == "kind", network.nodes.contains(where: { !$0.kind.isEmpty }) else { return nil }
    return network.nodes.map { $0.kind.isEmpty ? nil : $0.kind }
  }

  /// What each node has of an attribute.
  ///
  /// - Throws: `Failure` with the attributes that there are, if no node has it.
  func attribute(named name: String) throws -> [String?] {
    if let values = attribute(name), values.contains(where: { $0 != nil }) { return values }
    var known: [String] = []
    if case .plain(let plain) = source {
      known = plain.nodeAttributes.columns.filter { column in
        network.graph.nodes.contains { column[$0] != nil }
      }.map(\.name)
    } else if attribute("kind") != nil {
      known = ["kind"]
    }
    throw Failure(
      .usage,
      "no node of \(input.name) has an attribute '\(name)'"
        + (known.isEmpty ? ", or any other" : "; there is \(known.joined(separator: ", "))"))
  }

  /// When each edge happened, by an attribute of the edges of a plain network.
  func times(_ name: String) throws -> [Double?] {
    guard case .plain(let plain) = source else {
      throw Failure(
        .usage, "--time is for plain networks; 'throughline timeline' puts evidence in order")
    }
    guard let column = plain.edgeAttributes[name] else {
      let known = plain.edgeAttributes.columns.map(\.name)
      throw Failure(
        .usage,
        "no edge of \(input.name) has an attribute '\(name)'"
          + (known.isEmpty ? "" : "; there is \(known.joined(separator: ", "))"))
    }
    return try network.graph.edges.indices.map { edge in
      guard let text = column[edge]?.text, !text.isEmpty else { return nil }
      guard let time = Double(text), time.isFinite else {
        throw Failure(
          .malformedData,
          "\(input.name): '\(text)' of the attribute '\(name)' is no number; write times as numbers, "
            + "such as days since a beginning")
      }
      return time
    }
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
