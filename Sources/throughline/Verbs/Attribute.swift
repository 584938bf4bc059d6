import ArgumentParser
import Evidence
import Foundation
import InfluenceAnalysis
import Reporting

/// `attribute`: who directed, enabled or inspired attacks, and who only claimed them.
struct Attribute: ParsableCommand, ReadingVerb {
  static let configuration = CommandConfiguration(
    abstract: "Say who directed, enabled or inspired attacks, and who only claimed them.",
    discussion: """
      Claimed, assessed, and what it rests on are three things apart: a claim never adds to a \
      verdict. A verdict needs the chance of one half that somebody reaches the attack on that rung \
      or a closer one; below it the likeliest is given as tentative. Without ATTACK all attacks in a \
      table; with one, its claims, candidates, statements for and against, and a second look by \
      competing hypotheses.

      Examples:
        throughline attribute attacks.yaml
        throughline attribute attacks.yaml Westminster --draws 1000
      """)

  @OptionGroup var input: GraphInput

  @Argument(help: "An attack, by id, name or alias.")
  var attack: String?

  @Flag(help: "List entries that stand for several attacks too, as calls and threats speak of.")
  var all = false

  @Option(
    parsing: .unconditional,
    help: "Move all grades at random N times, to see which verdicts hang on them; 0 for not.")
  var draws = 200

  @OptionGroup var common: ReadingOptions
  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var output: OutputOptions

  @Option(name: [.short, .long], help: "table, json or markdown.")
  var format: Format?

  enum Format: String, FormatChoice {
    case table, json, markdown

    static let usual = Format.table
  }

  func validate() throws {
    guard attack == nil || !all else {
      throw ValidationError("--all lists more attacks; leave it out, or leave out ATTACK.")
    }
    guard (0...100_000).contains(draws) else {
      throw ValidationError("--draws must be from 0 to 100000.")
    }
  }

  func perform() throws {
    let format = try output.format(format)
    let whole = try input.load(
      common, need: "there is no statement on who was behind an act")
    let attacks = try attack.map { [try Self.resolve($0, in: whole)] }
    let graph = try evidence.known(whole, naming: attacks ?? [])
    let attributor = Attributor(
      graph, policy: try evidence.loadPolicy(), dependence: evidence.dependence.value,
      seed: evidence.seed)
    let report = AttributionReport(
      attributor, attacks: attacks, includesCollectives: all, draws: draws)
    switch format {
    case .table: try output.write(report.text(common.console.style), console: common.console)
    case .json: try output.write(report.json(), console: common.console)
    case .markdown: try output.write(report.markdown(), console: common.console)
    }
    if report.findings.isEmpty { throw ExitStatus.noResult.code }
  }

  /// The id of the attack that a user names.
  static func resolve(_ name: String, in graph: InfluenceGraph) throws -> String {
    let id = try EntityName.resolve(name, in: graph)
    guard let kind = graph.entity(id)?.kind, !graph.vocabulary.isKind(kind, a: "attack") else {
      return id
    }
    throw Failure(
      .usage, "'\(name)' is no attack but a \(kind); without a name all attacks are listed")
  }

}
