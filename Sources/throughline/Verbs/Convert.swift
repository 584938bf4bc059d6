import ArgumentParser
import Evidence
import Foundation
import Interchange

/// `convert`: between formats, saying what the target cannot hold.
struct Convert: ParsableCommand, NetworkVerb {
  static let configuration = CommandConfiguration(
    abstract: "Convert a graph between formats.",
    discussion: """
      The format follows from the ending of the output or from --to; a folder, or a name that ends in a \
      slash, takes tables of the nodes and the edges. What the target cannot hold is \
      said on standard error; --strict makes it an error.

      Examples:
        throughline convert attacks.yaml -o attacks.gexf
        throughline convert edges.csv --nodes nodes.csv -o network.graphml
        throughline convert attacks.yaml --to dot
        throughline convert meetings.gml --project side=person -o people.gexf
      """)

  @OptionGroup var input: GraphInput
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var ties: DirectionOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "The format; needed where the output has no known ending.", valueName: "format"))
  var to: OutputFormat?

  @Option(help: "The form of native YAML: long or short. (default: long)")
  var form: Fmt.FormName?

  @Flag(help: "Fail instead of losing anything.")
  var strict = false

  @Flag(
    help: """
      Take a file of FollowTheMoney as evidence: each link and value with the source that it names, \
      graded F6; what names none is left out.
      """)
  var asEvidence = false

  @Option(
    help: ArgumentHelp(
      "With --as-evidence, the collection that counts as the source of what names none.",
      valueName: "name"))
  var dataset: String?

  @Option(
    help: ArgumentHelp(
      "Of a plain network with two sides, the nodes with this value alone, joined where they share neighbors.",
      valueName: "attribute=value"))
  var project: String?

  @Option(
    help: ArgumentHelp(
      """
      What the weight of an edge of --project is: collaboration (each shared neighbor counts one over \
      its neighbors less one), shared (their number) or jaccard (their share). (default: collaboration)
      """, valueName: "weight"))
  var projectWeight: ProjectionWeightName?

  func validate() throws {
    guard projectWeight == nil || project != nil else {
      throw ValidationError("--project-weight goes with --project.")
    }
    guard project == nil || !asEvidence else {
      throw ValidationError("--project is of plain networks, and --as-evidence makes none of one.")
    }
    guard let dataset else { return }
    guard asEvidence else { throw ValidationError("--dataset goes with --as-evidence") }
    if dataset.isEmpty { throw ValidationError("--dataset needs a name") }
  }

  func checkOutput() throws {
    let target = try target()
    try output.check(takesFolder: true)
    guard form == nil || target == .native else {
      throw Failure(
        .usage, "--form is of native YAML, and \(target.rawValue) has no such forms; leave it out")
    }
  }

  func perform() throws {
    let writer = GraphWriter(try target())
    do {
      switch try loaded() {
      case .plain(let whole):
        let network = try projected(whole)
        // What was not read as it stands is lost too; it has been said already.
        guard network.remarks.isEmpty || !strict else {
          throw Failure(
            .noResult,
            (network.remarks + writer.losses(network)).joined(separator: "\n")
              + "\nnothing written (--strict)")
        }
        try report(writer.losses(network), writer.format)
        if let members = output.folder == nil ? nil : try writer.members(network) {
          return try output.write(members, console: common.console)
        }
        try output.write(console: common.console) { try writer.write(network, to: $0) }
      case .evidence(let reading):
        guard project == nil else {
          throw Failure(
            .usage,
            "--project is for plain networks, and \(input.name) records evidence; leave it out")
        }
        let graph = try input.graph(of: reading)
        let context = WritingContext(
          corpus: corpus(named: reading.corpus), form: form == .short ? .short : .long)
        try report(writer.losses(graph), writer.format)
        for caution in writer.cautions(graph) {
          common.console.say("\(writer.format.rawValue): \(caution)")
        }
        if let members = output.folder == nil ? nil : try writer.members(graph, context) {
          return try output.write(members, console: common.console)
        }
        try output.write(console: common.console) { try writer.write(graph, context, to: $0) }
      }
    } catch let refusal as GraphWriter.Refusal {
      throw Failure(.malformedData, "\(input.name): \(refusal.description)")
    }
  }

  /// The graph, as evidence if the user asked for that.
  private func loaded() throws -> LoadedGraph {
    let loaded = try input.loadAny(common)
    guard asEvidence, case .plain(let network) = loaded else { return loaded }
    let vocabulary = try common.loadVocabulary()
    let reading: Reading
    do throws(NetworkError) {
      reading = try network.asEvidence(
        path: input.name, dataset: dataset, vocabulary: vocabulary)
    } catch {
      throw Failure(.malformedData, error.description)
    }
    let leftOut = reading.warnings.filter { $0.rule == "left-out" }
    guard leftOut.isEmpty || !strict else {
      throw Failure(
        .noResult,
        leftOut.map(FindingText.line).joined(separator: "\n") + "\nnothing written (--strict)")
    }
    for finding in leftOut { common.console.say(FindingText.line(finding)) }
    return .evidence(reading)
  }

  /// Says what the target cannot hold, or fails because of it.
  private func report(_ losses: [String], _ format: GraphFormat) throws {
    guard losses.isEmpty || !strict else {
      throw Failure(.noResult, losses.joined(separator: "\n") + "\nnothing written (--strict)")
    }
    for loss in losses { common.console.say("\(format.rawValue): \(loss)") }
  }

  private func target() throws -> GraphFormat {
    if let to = to?.format {
      guard to.isWritten else { throw Failure(.usage, "\(to.title) is only read; choose another") }
      return to
    }
    if output.folder != nil { return .tables }
    if let ending = output.ending, let format = GraphFormat.written(ending: ending) {
      return format
    }
    let written = GraphFormat.allCases.filter(\.isWritten)
    let known = written.compactMap(\.endings.first)
    let others = written.filter(\.endings.isEmpty).map(\.rawValue)
    throw Failure(
      .usage,
      "the format of the output is not clear: end its name in one of ."
        + known.joined(separator: " .") + ", or name one with --to"
        + (others.isEmpty ? "" : ", as for " + others.joined(separator: ", ")))
  }

  /// The corpus folder as seen from the output, if that is not the usual one.
  private func corpus(named: String?) -> String? {
    let corpus = GraphFile.corpusFolder(of: input.folder, named: named)
    let folder =
      output.isStandardOutput ? "." : output.folder ?? GraphFile.folder(of: output.output ?? ".")
    let here = FileManager.default.currentDirectoryPath
    let way = GraphFile.way(
      from: GraphFile.path(folder, in: here), to: GraphFile.path(corpus, in: here))
    return way == GraphFile.usualCorpus ? nil : way
  }
}
