public import ArgumentParser
import GraphCore
public import Reporting

/// `spread`: how far something would get if it passed from node to node.
struct Spread: ParsableCommand, NetworkVerb {
  static let configuration = CommandConfiguration(
    abstract: "Let something spread in a network by a simple rule, and say how far it gets.",
    discussion: """
      A model, no statement about people. In a graph of evidence an edge passes with the probability of \
      its link; in a plain network --probability says with which, or else its weights, if all lie from 0 \
      to 1. --from asks how far it gets, with --block what would keep it back; --best from where it gets \
      farthest, --everyone how far from each; --between how likely there is a path, --joining how likely \
      all of some hold together; --reached where it may have begun.

      Examples:
        throughline spread attacks.yaml --from "Anwar al-Awlaki"
        throughline spread network.csv --best 3 --probability 0.1
      """)

  @OptionGroup var input: GraphInput
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var ties: DirectionOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  @Option(
    name: .customLong("model"),
    help: ArgumentHelp(
      """
      cascade (each edge is tried once), threshold (many are needed to convince), sir or sis (in steps, \
      with recovery), contagion (as many are needed as --needed says). (default: cascade)
      """, valueName: "model"))
  var chosenModel: SpreadReport.Model?

  var model: SpreadReport.Model { chosenModel ?? .cascade }

  @Option(help: ArgumentHelp("Where it begins, with commas between several.", valueName: "nodes"))
  var from: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Find the K nodes from which it gets farthest.", valueName: "k"))
  var best: Int?

  @Option(
    help: ArgumentHelp(
      "Find K nodes, and K edges, without which it gets least far from --from.", valueName: "k"))
  var block = 0

  @Flag(help: "Say how far it gets from each node (cascade).")
  var everyone = false

  @Option(
    help: ArgumentHelp("Where it may have begun that has reached these.", valueName: "nodes"))
  var reached: String?

  @Option(help: ArgumentHelp("How likely there is a path from A to B.", valueName: "a,b"))
  var between: String?

  @Option(
    help: ArgumentHelp(
      "How likely these are all joined; 'all' for the whole network.", valueName: "nodes"))
  var joining: String?

  @Option(
    parsing: .unconditional,
    help: "From how many edges a node must hear of it (contagion). (default: 2)")
  var needed: Int?

  @Option(parsing: .unconditional, help: "The probability of every edge, from 0 to 1.")
  var probability: Double?

  @Option(
    parsing: .unconditional, help: "The chance to recover in a step (sir, sis). (default: 0.5)")
  var recovery: Double?

  @Option(parsing: .unconditional, help: "The most steps (sir, sis). (default: 1000)")
  var steps: Int?

  @Option(
    parsing: .unconditional,
    help: """
      How many courses are drawn. (default: 10000; 1000 for sis; 2000 for --best, --block and --everyone)
      """)
  var samples: Int?

  @Option(name: [.short, .long], help: "text, json, csv or markdown.")
  var format: TabularFormat?

  func validate() throws {
    guard
      from != nil || best != nil || between != nil || everyone || reached != nil || joining != nil
    else {
      throw ValidationError(
        "Ask something: --from NODES, --best K, --everyone, --between A,B, --joining NODES or --reached NODES."
      )
    }
    guard block >= 0 else { throw ValidationError("--block must be 1 or more.") }
    guard block == 0 || from != nil else {
      throw ValidationError("--block needs --from: it asks what keeps something back from there.")
    }
    guard needed.map({ $0 >= 1 }) ?? true else {
      throw ValidationError("--needed must be 1 or more.")
    }
    guard !everyone || model == .cascade else {
      throw ValidationError("--everyone is for the model cascade.")
    }
    guard best.map({ $0 >= 1 }) ?? true else { throw ValidationError("--best must be 1 or more.") }
    guard probability.map({ (0...1).contains($0) }) ?? true else {
      throw ValidationError("--probability must be from 0 to 1.")
    }
    guard recovery.map({ model.isEpidemic && (0...1).contains($0) }) ?? true else {
      throw ValidationError("--recovery is for sir and sis, from 0 to 1.")
    }
    guard samples.map((1...10_000_000).contains) ?? true else {
      throw ValidationError("--samples must be from 1 to 10000000.")
    }
    guard steps.map({ model.isEpidemic && (0...1_000_000).contains($0) }) ?? true else {
      throw ValidationError("--steps is for sir and sis, from 0 to 1000000.")
    }
    guard (best == nil && block == 0) || model == .cascade || model == .threshold else {
      throw ValidationError("--best and --block are for the models cascade and threshold.")
    }
    try refuseIdleOptions()
  }

  func perform() throws {
    let format = try output.format(format)
    let studied = try StudiedInput(input, common, study)
    try requireProbabilities(studied)
    var questions = SpreadReport.Questions()
    if let from { questions.from = try studied.nodes(named: from) }
    guard best ?? 0 <= studied.network.graph.nodeCount else {
      throw Failure(
        .usage,
        "--best \(best ?? 0) is more than the \(studied.network.graph.nodeCount) nodes there are"
      )
    }
    try requireMemory(studied)
    questions.best = best ?? 0
    questions.block = block
    questions.everyone = everyone
    if let reached {
      // The shape of a network is no evidence of who began what.
      guard !studied.isEvidence else {
        throw Failure(
          .usage,
          "--reached guesses by the shape of a network alone, and is for plain networks; what sources say "
            + "of who was behind something tell 'throughline attribute' and 'throughline trace'")
      }
      questions.reached = try studied.nodes(named: reached)
    }
    if let between { questions.between = try studied.pair(named: between, of: "--between") }
    if let joining {
      questions.joining =
        joining == "all"
        ? Array(studied.network.graph.nodes) : try studied.nodes(named: joining)
    }
    var options = SpreadReport.Options()
    options.model = model
    options.probability = probability
    if let recovery { options.recovery = recovery }
    if let needed { options.needed = needed }
    options.steps = steps ?? 1_000
    options.samples = samples
    options.seed = study.seed
    let findings = try studied.reckoned("spread", common.console) {
      [options, questions] execution in
      try SpreadReport.findings(on: studied.network, options, questions, execution: execution)
    }
    try output.write(findings, as: format, console: common.console)
  }
}

extension SpreadReport.Model: ExpressibleByArgument {}
