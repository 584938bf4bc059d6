internal import Evidence
public import GraphCore
internal import InfluenceAnalysis

/// What leads from one node of a plain network to another, or what is near one: ways, and nothing on
/// why they are there.
public struct PlainTraceReport: Sendable {
  /// What was asked.
  public enum Question: Sendable, Equatable {
    /// The shortest ways between two nodes.
    case ways(from: Int, to: Int, [Path])
    /// What a node reaches, nearest first.
    case reached(from: Int, [Path])
    /// What reaches a node, nearest first.
    case reaching(to: Int, [Path])
  }

  /// The network.
  public let network: PlainSubject
  /// What was asked, and the answer.
  public let question: Question
  /// What the length of a way is, such as `hops`.
  public let lengths: String
  /// The most edges of a way.
  public let maximumHops: Int
  /// The seed, for the record; nothing here is random.
  public let seed: UInt64

  /// Makes a report.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - question: What was asked, and the answer.
  ///   - lengths: What the length of a way is.
  ///   - maximumHops: The most edges of a way.
  ///   - seed: The seed, for the record.
  public init(
    _ network: PlainSubject, _ question: Question, lengths: String, maximumHops: Int, seed: UInt64
  ) {
    self.network = network
    self.question = question
    self.lengths = lengths
    self.maximumHops = maximumHops
    self.seed = seed
  }

  /// The ways.
  public var paths: [Path] {
    switch question {
    case .ways(_, _, let paths), .reached(_, let paths), .reaching(_, let paths): paths
    }
  }

  private var title: String {
    switch question {
    case .ways(let from, let to, _): "\(network.name(from)) -> \(network.name(to))"
    case .reached(let from, _): "What \(network.name(from)) reaches"
    case .reaching(let to, _): "What reaches \(network.name(to))"
    }
  }

  private var summary: String {
    let most = Plural.text(maximumHops, "edge", "edges")
    switch question {
    case .ways(_, _, let paths):
      return paths.isEmpty
        ? "No way of at most \(most) leads from the one to the other."
        : "\(Plural.text(paths.count, "way", "ways")) shown, the shortest first."
    case .reached(_, let paths), .reaching(_, let paths):
      return paths.isEmpty
        ? "Nothing within \(most)."
        : "\(Plural.text(paths.count, "node", "nodes")) within \(most), the nearest first."
    }
  }

  /// What the reader must know before taking a way for influence.
  private var caution: String {
    "A plain network: \(PlainSubject.noEvidence) for any link, so no probability is given, and nothing "
      + "is said about why a link exists."
  }

  private func length(_ path: Path) -> String {
    let hops = Plural.text(path.hops, "edge", "edges")
    return lengths == "hops" ? hops : "length \(CentralityReport.text(path.length)), \(hops)"
  }

  private func link(_ edge: Int, from tail: Int) -> String {
    let name = network.edgeName(edge).map { "\($0), " } ?? ""
    let weight =
      network.graph.edges[edge].weight.map { "weight \(CentralityReport.text($0)), " } ?? ""
    return name + weight + PlainSubject.noEvidence
  }

  private func far(_ path: Path) -> Int {
    if case .reaching = question { return path.nodes.first ?? 0 }
    return path.nodes.last ?? 0
  }

  private func way(_ path: Path) -> String {
    path.nodes.map(network.name).joined(separator: network.graph.isDirected ? " -> " : " -- ")
  }
}

extension PlainTraceReport {
  /// The report as text for a terminal; control characters from data are shown as escapes.
  ///
  /// - Parameter style: How it looks.
  /// - Returns: The text, ending in a line end.
  public func text(_ style: TerminalStyle = TerminalStyle()) -> String {
    var lines = [style.bold(VisibleText.line(title)), summary]
    lines += Passage.wrapped(caution, style).map(style.quiet)
    if case .ways = question {
      for (number, path) in paths.enumerated() {
        lines += ["", style.bold("\(number + 1). \(length(path))")]
        for (place, edge) in path.edges.enumerated() {
          lines.append("   " + style.bold(VisibleText.line(network.name(path.nodes[place]))))
          lines.append("     | " + VisibleText.line(link(edge, from: path.nodes[place])))
        }
        if let last = path.nodes.last {
          lines.append("   " + style.bold(VisibleText.line(network.name(last))))
        }
      }
    } else {
      let names = paths.map { VisibleText.line(network.name(far($0))) }
      let width = min(48, names.map(VisibleText.width).max() ?? 0)
      for (number, path) in paths.enumerated() {
        lines.append(
          VisibleText.leftPadded("\(number + 1)", to: 3) + ". "
            + style.bold(VisibleText.padded(names[number], to: width)) + "  " + length(path))
        if path.hops > 1 {
          lines += VisibleText.wrapped(VisibleText.line(way(path)), columns: style.columns - 7)
            .map { "       " + style.quiet($0) }
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The report as JSON: the fields that a trace of evidence has, `null` where they would need
  /// evidence.
  ///
  /// - Parameter pretty: Whether it is spread over lines.
  /// - Returns: The text, ending in a line end.
  public func json(pretty: Bool = true) -> String {
    var members: [JSONValue.Member] = []
    switch question {
    case .ways(let from, let to, _):
      members = [.init("from", named(from)), .init("to", named(to))]
    case .reached(let from, _): members = [.init("from", named(from))]
    case .reaching(let to, _): members = [.init("to", named(to))]
    }
    members += [
      .init("policy", .null), .init("projection", .string("as it stands")),
      .init("seed", .string64(seed)), .init("evidence", .string(PlainSubject.noEvidence)),
      .init("lengths", .string(lengths)),
    ]
    if case .ways = question {
      members += [
        .init("connection", .null), .init("chains", .array(paths.map(chain))),
        .init("refusals", .array([])), .init("check", .null),
      ]
    } else {
      let reached = paths.map { path in
        JSONValue.object([
          "id": .string(network.nodes[far(path)].id), "name": .string(network.name(far(path))),
          "kind": .string(network.nodes[far(path)].kind), "connection": .null,
          "length": .number(path.length), "best": chain(path),
        ])
      }
      members += [
        .init("reached", .array(reached)), .init("refusals", .array([])),
        .init("credits", .array([])),
      ]
    }
    return JSONValue.object(members).text(pretty: pretty) + "\n"
  }

  private func named(_ node: Int) -> JSONValue {
    .object(["id": .string(network.nodes[node].id), "name": .string(network.name(node))])
  }

  private func chain(_ path: Path) -> JSONValue {
    let nodes = path.nodes.map { node in
      JSONValue.object([
        "id": .string(network.nodes[node].id), "name": .string(network.name(node)),
        "kind": .string(network.nodes[node].kind),
      ])
    }
    let links = path.edges.map { edge in
      let ends = network.graph.edges[edge]
      return JSONValue.object([
        "relation": .optional(network.edgeName(edge)),
        "tail": .string(network.nodes[ends.tail].id), "head": .string(network.nodes[ends.head].id),
        "degree": .null, "status": .string(PlainSubject.noEvidence), "probability": .null,
        "when": .null, "weight": .optional(ends.weight), "statements": .array([]),
      ])
    }
    return .object([
      "probability": .null, "product": .null, "phrase": .null, "degree": .null, "order": .null,
      "throughGroup": .null, "weakest": .null, "length": .number(path.length),
      "hops": .integer(path.hops), "nodes": .array(nodes), "links": .array(links),
    ])
  }

  /// The report as a page, for Markdown or HTML.
  ///
  /// - Returns: The page.
  public func page() -> Page {
    var blocks: [Block] = [
      .heading(1, id: "title", [.name(title)]), .paragraph([.text(summary)]),
      .paragraph([.text(caution)]),
    ]
    if case .ways = question {
      for (number, path) in paths.enumerated() {
        blocks.append(
          .heading(2, id: "way-\(number + 1)", [.text("\(number + 1). \(length(path))")]))
        blocks.append(
          .table(
            Table(
              columns: [.init("From"), .init("To"), .init("Link")],
              rows: path.edges.enumerated().map { place, edge in
                [
                  [.name(network.name(path.nodes[place]))],
                  [.name(network.name(path.nodes[place + 1]))],
                  [.name(link(edge, from: path.nodes[place]))],
                ]
              })))
      }
    } else if !paths.isEmpty {
      blocks.append(
        .table(
          Table(
            columns: [
              .init("Node"), .init("Edges", .trailing), .init("Length", .trailing), .init("Way"),
            ],
            rows: paths.map { path in
              [
                [.name(network.name(far(path)))], [.text("\(path.hops)")],
                [.text(CentralityReport.text(path.length))], [.name(way(path))],
              ]
            })))
    }
    return Page(title: title, blocks: blocks)
  }

  /// The report as CommonMark.
  ///
  /// - Returns: The text, ending in a line end.
  public func markdown() -> String { page().markdown() }

  /// The ways as a diagram; of a question without an answer, its nodes alone.
  ///
  /// - Returns: The diagram.
  public func diagram() -> Diagram {
    var ends: Set<Int>
    switch question {
    case .ways(let from, let to, _): ends = [from, to]
    case .reached(let node, _), .reaching(let node, _): ends = [node]
    }
    let nodes = paths.reduce(into: ends) { $0.formUnion($1.nodes) }
    let edges = paths.reduce(into: Set<Int>()) { $0.formUnion($1.edges) }
    return network.diagram(title: title, of: nodes, edges: edges, strong: ends)
  }
}
