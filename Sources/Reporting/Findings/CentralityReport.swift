internal import Evidence
public import InfluenceAnalysis

/// Scores of the nodes or ties of a network, ready to be shown.
public struct CentralityReport: Sendable {
  /// The network that was scored.
  public struct Setting: Sendable, Equatable {
    /// The projection, or what the file declares of a plain network.
    public var projection: String
    /// How many nodes there are.
    public var nodes: Int
    /// How many edges there are.
    public var edges: Int
    /// Whether the edges have a direction.
    public var isDirected: Bool
    /// The seed of random steps.
    public var seed: UInt64
    /// How many worlds were drawn for intervals; 0 for none.
    public var samples: Int

    /// Makes a setting.
    ///
    /// - Parameters:
    ///   - projection: The projection.
    ///   - nodes: How many nodes there are.
    ///   - edges: How many edges there are.
    ///   - isDirected: Whether the edges have a direction.
    ///   - seed: The seed of random steps.
    ///   - samples: How many worlds were drawn for intervals; 0 for none.
    public init(
      projection: String, nodes: Int, edges: Int, isDirected: Bool, seed: UInt64, samples: Int = 0
    ) {
      self.projection = projection
      self.nodes = nodes
      self.edges = edges
      self.isDirected = isDirected
      self.seed = seed
      self.samples = samples
    }
  }

  /// The scores.
  public let table: MeasureTable
  /// The network that was scored.
  public let setting: Setting
  /// How many scores of each measure are shown; all if `nil`.
  public let top: Int?
  /// What becomes of the first places if the network has errors, for each measure that was asked for.
  public let curves: [PerturbationCurves]

  /// Makes a report of scores.
  ///
  /// - Parameters:
  ///   - table: The scores.
  ///   - setting: The network that was scored.
  ///   - top: How many scores of each measure are shown; all if `nil`.
  ///   - curves: What becomes of the first places if the network has errors.
  public init(
    _ table: MeasureTable, setting: Setting, top: Int? = nil, curves: [PerturbationCurves] = []
  ) {
    self.table = table
    self.setting = setting
    self.top = top
    self.curves = curves
  }

  func shown(_ measure: MeasureResult) -> ArraySlice<MeasureResult.Score> {
    top.map { measure.scores.prefix(max(0, $0)) } ?? measure.scores[...]
  }

  /// A score to four significant places, as people read them.
  static func text(_ number: Double?) -> String {
    guard let number, number.isFinite else { return "-" }
    if number == 0 { return "0" }
    var scaled = abs(number)
    var places = 3
    while scaled < 1, places < 9 {
      scaled *= 10
      places += 1
    }
    while scaled >= 10, places > 0 {
      scaled /= 10
      places -= 1
    }
    var power = 1.0
    for _ in 0..<places { power *= 10 }
    let rounded = (number * power).rounded() / power
    if rounded == rounded.rounded(), abs(rounded) < 1e15 { return "\(Int64(rounded))" }
    return "\(rounded)"
  }

  /// A rank: whole, or the mean place of ties.
  static func rank(_ rank: Double?) -> String {
    guard let rank, rank.isFinite else { return "-" }
    return rank == rank.rounded() ? "\(Int(rank))" : "\(rank)"
  }

  /// How a score and its rank vary over the worlds.
  static func text(_ spread: MeasureResult.Spread?) -> String {
    guard let spread else { return "undefined in more than 5 % of the worlds" }
    return "mean \(text(spread.mean)) [\(text(spread.low)), \(text(spread.high))], "
      + "rank \(rank(spread.rankLow)) to \(rank(spread.rankHigh)), "
      + "first \(Phrase.percent(spread.first))"
  }

  var summary: String {
    let kind = setting.isDirected ? "directed" : "undirected"
    return "projection \(setting.projection): \(Plural.text(setting.nodes, "node", "nodes")), "
      + "\(Plural.text(setting.edges, "edge", "edges")), "
      + "\(kind); seed \(setting.seed)"
      + (setting.samples > 0 ? ", \(Plural.text(setting.samples, "world", "worlds"))" : "")
  }
}

extension CentralityReport {
  /// The scores as tables of text for a terminal; control characters from data are shown as escapes.
  ///
  /// - Parameter style: How it looks.
  /// - Returns: The text, ending in a line end.
  public func text(_ style: TerminalStyle = TerminalStyle()) -> String {
    var lines = [style.quiet(VisibleText.line(summary))]
    for measure in table.measures {
      lines += ["", style.bold(measure.name) + ", " + measure.normalization]
      lines += VisibleText.wrapped("Says \(measure.meaning).", columns: style.columns)
      if !measure.converged { lines.append(style.warning("The computation did not converge.")) }
      if let reason = measure.undefinedBecause {
        lines += VisibleText.wrapped("Undefined: \(reason)", columns: style.columns)
        continue
      }
      lines += scoreLines(measure, style)
    }
    lines += errorLines(style)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The scores as comma-separated values, one row a measure and node or tie, as RFC 4180 has it; a cell that a
  /// spreadsheet would compute is kept text by an apostrophe.
  ///
  /// - Returns: The text with CRLF line ends, a header first.
  public func csv() -> String {
    let header = ["measure", "normalization", "rank", "id", "name", "kind", "score"]
    let intervals = ["mean", "low", "high", "rank-low", "rank-high", "first"]
    var out = CSVText.row((header + (setting.samples > 0 ? intervals : [])).map { .text($0) })
    for measure in table.measures {
      for score in shown(measure) {
        let spread = score.spread
        let interval: [CSVText.Cell] = [
          .number(spread?.mean), .number(spread?.low), .number(spread?.high),
          .number(spread?.rankLow), .number(spread?.rankHigh), .number(spread?.first),
        ]
        out += CSVText.row(
          [
            .text(measure.name), .text(measure.normalization), .number(score.rank),
            .text(score.id), .text(score.name), .text(score.kind), .number(score.score),
          ] + (setting.samples > 0 ? interval : []))
      }
    }
    return out
  }

  /// The scores as JSON, the keys in the order of the command's contract.
  ///
  /// - Parameter pretty: Whether it is spread over lines.
  /// - Returns: The text, ending in a line end.
  public func json(pretty: Bool = true) -> String { value.text(pretty: pretty) + "\n" }

  /// The scores as a JSON value.
  var value: JSONValue {
    guard case .object(let members) = scores, !curves.isEmpty else { return scores }
    return .object(members + [.init("perturbation", errorValue)])
  }

  private var scores: JSONValue {
    .object([
      "projection": .string(setting.projection), "nodes": .integer(setting.nodes),
      "edges": .integer(setting.edges), "directed": .bool(setting.isDirected),
      "seed": .string64(setting.seed), "samples": .integer(setting.samples),
      "measures": .array(
        table.measures.map { measure in
          .object([
            "name": .string(measure.name), "normalization": .string(measure.normalization),
            "converged": .bool(measure.converged),
            "scores": .array(
              shown(measure).map { .object(members(of: $0)) }),
          ])
        }),
    ])
  }

  private func members(of score: MeasureResult.Score) -> [JSONValue.Member] {
    let plain: [JSONValue.Member] = [
      .init("id", .string(score.id)), .init("name", .string(score.name)),
      .init("kind", .string(score.kind)), .init("score", .optional(score.score)),
      .init("rank", .optional(score.rank)),
    ]
    guard setting.samples > 0 else { return plain }
    let spread = score.spread
    return plain + [
      .init("low", .optional(spread?.low)), .init("high", .optional(spread?.high)),
      .init("rankLow", .optional(spread?.rankLow)),
      .init("rankHigh", .optional(spread?.rankHigh)), .init("mean", .optional(spread?.mean)),
      .init("first", .optional(spread?.first)), .init("definedIn", .optional(spread?.definedIn)),
    ]
  }

  /// The scores as a page, for Markdown or HTML.
  ///
  /// - Returns: The page.
  public func page() -> Page {
    var blocks: [Block] = [
      .heading(1, id: "title", ["Centrality"]), .paragraph([.text("Reckoned on \(summary).")]),
    ]
    for measure in table.measures {
      blocks.append(.heading(2, id: Anchor.id("measure", measure.name), [.text(measure.name)]))
      blocks += self.blocks(measure)
    }
    blocks += errorBlocks
    return Page(title: "Centrality", blocks: blocks)
  }

  /// One measure as blocks: what it means, then its table or why there is none.
  func blocks(_ measure: MeasureResult) -> [Block] {
    var blocks: [Block] = [
      .paragraph([
        .text("Says \(measure.meaning). Scale: "), .emphasis([.text(measure.normalization)]), ".",
      ])
    ]
    if !measure.converged { blocks.append(.paragraph(["The computation did not converge."])) }
    if let reason = measure.undefinedBecause {
      blocks.append(.paragraph([.text("Undefined: \(reason)")]))
      return blocks
    }
    blocks.append(
      .table(
        Table(
          columns: [
            .init("Name"), .init("Kind"), .init("Rank", .trailing), .init("Score", .trailing),
          ] + (setting.samples > 0 ? [.init("Over the worlds")] : []),
          rows: shown(measure).map { score in
            [
              [.name(score.name)], [.text(score.kind)], [.text(Self.rank(score.rank))],
              [.text(Self.text(score.score))],
            ] + (setting.samples > 0 ? [[.text(Self.text(score.spread))]] : [])
          })))
    return blocks
  }

  /// The scores as CommonMark with pipe tables.
  ///
  /// - Returns: The text, ending in a line end.
  public func markdown() -> String { page().markdown() }
}
