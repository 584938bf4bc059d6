import ArgumentParser
import Evidence
import Foundation
import Interchange

/// How a verb speaks.
struct ConsoleOptions: ParsableArguments {
  @Flag(name: .long, help: "Say nothing on standard error but errors.")
  var quiet = false

  @Flag(name: .long, help: "Use no color; the variable NO_COLOR does the same.")
  var noColor = false

  /// The console that these options ask for.
  var console: Console { Console(isQuiet: quiet, isPlain: noColor) }
}

/// What the verbs understand that read graphs of evidence.
struct ReadingOptions: ParsableArguments {
  @OptionGroup var speech: ConsoleOptions

  @OptionGroup var words: VocabularyOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Read GRAPH in this format, whatever it looks like.", valueName: "format"))
  var inputFormat: InputFormat?

  @Flag(
    help: "Leave out bad records and count them, instead of stopping at the first.")
  var lenient = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Of a file with several networks, read the one of this name or number.", valueName: "name"))
  var graphName: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A table of nodes that goes with GRAPH, a table of edges.", valueName: "file"))
  var nodes: String?

  @OptionGroup(title: "Limits of files", visibility: .hidden)
  var limits: FileLimits
}

/// The words that a graph is read with.
struct VocabularyOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Words of your own, YAML or JSON, in place of the usual vocabulary.", valueName: "file"))
  var vocabulary: String?

  /// The vocabulary that these options ask for.
  func load() throws -> Vocabulary {
    guard let path = vocabulary else { return .standard }
    return try Settings.load(Vocabulary.self, path: path, what: "vocabulary")
  }
}

/// Whether the edges of a plain network have a direction.
struct DirectionOptions: ParsableArguments {
  @Flag(help: "Take the edges of a plain network as they run, or without direction.")
  var direction: Direction?

  /// What ``NetworkOptions/Direction`` names.
  enum Direction: String, EnumerableFlag { case directed, undirected }
}

/// What the verbs understand that read graphs of evidence and plain networks.
struct CommonOptions: InputOptions {
  var reading: ReadingOptions
  var direction: DirectionOptions.Direction?
}

/// How the graph of a verb is read.
protocol InputOptions {
  /// What graphs of evidence are read by.
  var reading: ReadingOptions { get }
  /// Whether the edges of a plain network have a direction, where the user says so.
  var direction: DirectionOptions.Direction? { get }
}

extension ReadingOptions: InputOptions {
  var reading: ReadingOptions { self }
  var direction: DirectionOptions.Direction? { nil }
}

extension InputOptions {
  /// The console that these options ask for.
  var console: Console { reading.speech.console }

  /// The vocabulary that these options ask for.
  func loadVocabulary() throws -> Vocabulary { try reading.words.load() }

  /// How plain networks are to be read.
  var network: NetworkOptions {
    get throws {
      var options = networkAlone
      if let nodes = reading.nodes {
        guard let bytes = FileManager.default.contents(atPath: nodes) else {
          throw Failure(.noInput, "\(GraphFileError.noSuchFile(nodes))")
        }
        options.nodes = NetworkOptions.NodeTable(bytes: Array(bytes), path: nodes)
      }
      return options
    }
  }

  private var networkAlone: NetworkOptions {
    let limits = reading.limits
    var options = NetworkOptions()
    options.direction = direction.flatMap { NetworkOptions.Direction(rawValue: $0.rawValue) }
    options.mostBytes = limits.mostBytes
    options.mostUnnamedNodes = limits.mostUnnamedNodes
    options.mostDepth = limits.mostDepth
    options.mostTextBytes = limits.mostTextBytes
    options.mostAttributes = limits.mostAttributes
    options.mostEmptyCells = limits.mostEmptyCells
    options.isLenient = reading.lenient
    options.graph = reading.graphName
    return options
  }
}
