import ArgumentParser
import Evidence
import Foundation
import InfluenceAnalysis
import Interchange

/// What every verb understands.
struct CommonOptions: ParsableArguments {
  @Flag(name: .long, help: "Say nothing on standard error but errors.")
  var quiet = false

  @Flag(name: .long, help: "Use no color; the variable NO_COLOR does the same.")
  var noColor = false

  @Option(name: .long, help: "Words of your own, YAML or JSON, in place of the usual vocabulary.")
  var vocabulary: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Read GRAPH in this format, whatever it looks like.", valueName: "format"))
  var inputFormat: InputFormat?

  @Flag(help: "Take the edges of a plain network as they run, or without direction.")
  var direction: Direction?

  /// What ``NetworkOptions/Direction`` names.
  enum Direction: String, EnumerableFlag { case directed, undirected }

  @Flag(
    help: "Leave out bad records of a network and count them, instead of stopping at the first.")
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

  @OptionGroup(title: "Limits of files")
  var limits: FileLimits

  /// How plain networks are to be read.
  var network: NetworkOptions {
    get throws {
      var options = networkAlone
      if let nodes {
        guard let bytes = FileManager.default.contents(atPath: nodes) else {
          throw Failure(.noInput, "\(GraphFileError.noSuchFile(nodes))")
        }
        options.nodes = NetworkOptions.NodeTable(bytes: Array(bytes), path: nodes)
      }
      return options
    }
  }

  private var networkAlone: NetworkOptions {
    var options = NetworkOptions()
    options.direction = direction.flatMap { NetworkOptions.Direction(rawValue: $0.rawValue) }
    options.mostBytes = limits.mostBytes
    options.mostUnnamedNodes = limits.mostUnnamedNodes
    options.mostDepth = limits.mostDepth
    options.mostTextBytes = limits.mostTextBytes
    options.mostAttributes = limits.mostAttributes
    options.mostEmptyCells = limits.mostEmptyCells
    options.isLenient = lenient
    options.graph = graphName
    return options
  }

  /// The console that these options ask for.
  var console: Console { Console(isQuiet: quiet, isPlain: noColor) }

  /// The vocabulary that these options ask for.
  func loadVocabulary() throws -> Vocabulary {
    guard let path = vocabulary else { return .standard }
    return try Settings.load(Vocabulary.self, path: path, what: "vocabulary")
  }
}

/// A format to read. Those that are only written are taken too, for a better message than that there is no
/// such thing, and neither listed nor completed.
struct InputFormat: ExpressibleByArgument {
  let format: GraphFormat

  init?(argument: String) {
    guard let format = GraphFormat(rawValue: argument) else { return nil }
    self.format = format
  }

  static var allValueStrings: [String] {
    GraphFormat.allCases.filter(\.isRead).map(\.rawValue)
  }

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}

/// A format to write; those that are only read are taken and not listed, as in ``InputFormat``.
struct OutputFormat: ExpressibleByArgument {
  let format: GraphFormat

  init?(argument: String) {
    guard let format = GraphFormat(rawValue: argument) else { return nil }
    self.format = format
  }

  static var allValueStrings: [String] {
    GraphFormat.allCases.filter(\.isWritten).map(\.rawValue)
  }

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}

/// Options of the verbs that weigh evidence.
struct EvidenceOptions: ParsableArguments {
  @Option(name: .long, help: "How statements are weighed: a YAML or JSON file of your own.")
  var policy: String?

  @Option(name: .long, help: "Seed of everything random.")
  var seed: UInt64 = 1

  @Option(help: "Which links hold or fail together: those of one origin, or none (independent).")
  var dependence: DependenceName = .origins

  @Option(name: .long, help: "Know only what was published by this day, such as 2015-07-01.")
  var asOf: String?

  enum DependenceName: String, ExpressibleByArgument, CaseIterable {
    case origins, independent

    var value: Dependence { self == .origins ? .origins : .independent }
  }

  /// The policy that these options ask for. Its name tells what else was chosen, so that every result
  /// says so.
  func loadPolicy() throws -> Policy {
    var policy = try Settings.policy(policy)
    if let asOf { policy.name += ", as of \(try DayName.day(asOf))" }
    if dependence == .independent { policy.name += ", every link by itself" }
    return policy
  }

  /// A graph as it was known on the day that these options name.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - ids: The entities that are asked about: it must have been known that there are such.
  /// - Returns: The graph as it was known.
  /// - Throws: `Failure` if the day is none, or one of the entities was not known by then.
  func known(_ graph: InfluenceGraph, naming ids: [String] = []) throws -> InfluenceGraph {
    guard let asOf else { return graph }
    let known = graph.known(on: try DayName.day(asOf))
    if let missing = ids.first(where: { known.entity($0) == nil }) {
      throw Failure(
        .noResult, "nothing that had been published by \(asOf) names '\(graph.name(of: missing))'")
    }
    return known
  }

  /// The links of what was known of a graph, under this policy.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - remark: What else was chosen, for the name of the policy.
  /// - Returns: The links.
  /// - Throws: `Failure` if an option cannot be used.
  func table(of graph: InfluenceGraph, remark: String? = nil) throws -> LinkTable {
    var policy = try loadPolicy()
    if let remark { policy.name += ", " + remark }
    return LinkTable(try known(graph), policy: policy)
  }
}

extension EvidenceOptions {
  /// Refuses what a plain network gives no meaning to, rather than passing it over.
  func refuse(on plain: GraphInput) throws {
    try Self.refuse(
      [
        ("--policy", policy != nil), ("--as-of", asOf != nil),
        ("--dependence", dependence != .origins),
      ], on: plain)
  }

  /// Refuses the first option of a list that was given.
  static func refuse(_ options: [(name: String, isGiven: Bool)], on plain: GraphInput) throws {
    guard let option = options.first(where: \.isGiven)?.name else { return }
    throw Failure(
      .usage,
      "\(option) weighs evidence, and \(plain.name) is a plain network that records none; leave it out"
    )
  }
}

extension AnalysisOptions {
  /// Refuses what a plain network gives no meaning to, rather than passing it over.
  func refuse(on plain: GraphInput) throws {
    try evidence.refuse(on: plain)
    try EvidenceOptions.refuse([("--projection", projection != "influence")], on: plain)
  }
}

/// Days as the user names them.
enum DayName {
  /// A day from a date that names exactly one.
  static func day(_ text: String) throws -> Day {
    let days = try days(text)
    guard days.lowerBound == days.upperBound else {
      throw Failure(.usage, "'\(text)' is more than one day; write one, such as 2015-06-26")
    }
    return days.lowerBound
  }

  /// The first and the last day of a date or an interval that has both.
  static func days(_ text: String) throws -> ClosedRange<Day> {
    do throws(EDTFError) {
      let date = try EDTF(text)
      if let first = date.first, let last = date.last, first <= last { return first...last }
    } catch {
      throw Failure(.usage, "'\(text)' is no date: \(error.mend)")
    }
    throw Failure(
      .usage, "'\(text)' has no first or no last day; write both, such as 2014-06/2017-03")
  }
}

/// Options of the verbs that compute with a network of evidence.
struct AnalysisOptions: ParsableArguments {
  @OptionGroup var evidence: EvidenceOptions

  @Option(
    name: .long, help: "Which relations make arcs: influence, associations, opted-in, causes.")
  var projection = "influence"

  /// The seed of everything random.
  var seed: UInt64 { evidence.seed }

  /// The network of a graph under this policy and projection.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - remark: What else was chosen, for the name of the policy.
  /// - Returns: The network.
  /// - Throws: `Failure` if an option cannot be used.
  func network(of graph: InfluenceGraph, remark: String? = nil) throws -> InfluenceNetwork {
    try InfluenceNetwork(
      try evidence.table(of: graph, remark: remark), projection: projection,
      dependence: evidence.dependence.value)
  }
}

/// Where a verb writes.
struct OutputOptions: ParsableArguments {
  @Option(name: [.customShort("o"), .long], help: "Write to FILE instead of standard output.")
  var output: String?

  /// Whether data go to standard output.
  var isStandardOutput: Bool { output == nil || output == "-" }

  /// Writes the result of a verb.
  func write(_ bytes: Data, console: Console) throws {
    if let path = output, path != "-" {
      try AtomicFile.write(bytes, to: path)
      console.say("wrote \(path)")
    } else {
      try console.write(bytes)
    }
  }

  /// Writes the result of a verb.
  func write(_ text: String, console: Console) throws {
    try write(Data(text.utf8), console: console)
  }

  /// Writes a text that holds data as they are, such as a table of comma-separated values; on a terminal,
  /// control characters are shown and not obeyed.
  func write(data text: String, console: Console) throws {
    guard isStandardOutput, console.isTerminal else { return try write(text, console: console) }
    let lines = text.split(whereSeparator: \.isNewline).map { Console.printable(String($0)) }
    try write(lines.joined(separator: "\n") + "\n", console: console)
  }

  /// Writes the result of a verb that is made piece by piece.
  func write(
    console: Console, _ make: (@escaping (Data) throws -> Void) throws -> Void
  ) throws {
    if let path = output, path != "-" {
      try AtomicFile.write(to: path, make)
      console.say("wrote \(path)")
    } else {
      try make { piece in try console.write(piece) }
    }
  }

  /// The folder that files are to be written to, without a slash at its end: the output is one if it
  /// exists as one, or ends in a slash.
  var folder: String? {
    guard let path = output, path != "-" else { return nil }
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard path.hasSuffix("/") || (exists && isFolder.boolValue) else { return nil }
    var folder = path
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    return folder
  }

  /// Writes several files to ``folder``, which is made if it is not there; all of them or none.
  func write(_ members: [FileMember], console: Console) throws {
    guard let folder else { return }
    let isNew = !FileManager.default.fileExists(atPath: folder)
    do {
      if isNew {
        do {
          try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        } catch {
          throw Failure(.cannotWrite, "the folder \(folder) cannot be made")
        }
      }
      let stem = folder.hasSuffix("/") ? folder : folder + "/"
      try AtomicFile.write(members.map { (stem + $0.name, $0.write) })
    } catch {
      if isNew { rmdir(folder) }
      throw error
    }
    if members.count > 5 {
      console.say("wrote \(members.count) files to \(folder)")
    } else {
      for member in members { console.say("wrote \(folder)/\(member.name)") }
    }
  }

  /// Whether the output's name says that it is a plot for Vega-Lite.
  var isVegaLite: Bool {
    ending == "vl" || output?.lowercased().hasSuffix(".vl.json") == true
  }

  /// The ending of the output's name, in lower case.
  var ending: String? {
    guard let name = output?.split(separator: "/").last, let dot = name.lastIndex(of: ".") else {
      return nil
    }
    return name[name.index(after: dot)...].lowercased()
  }
}

/// Settings in files of the user.
enum Settings {
  /// The policy of a file, or the standard one without a file.
  static func policy(_ path: String?) throws -> Policy {
    guard let path else { return .standard }
    let policy = try load(Policy.self, path: path, what: "policy")
    guard policy.name == Policy.standard.name, policy != .standard else { return policy }
    // Numbers that differ must not go by the name of the standard.
    var changed = policy
    changed.name = "\(policy.name), changed by \(path)"
    return changed
  }

  /// Decodes a YAML or JSON file.
  static func load<T: Decodable>(_ type: T.Type, path: String, what: String) throws -> T {
    do {
      return try SettingsFile.decode(type, text: GraphFile.text(of: path))
    } catch let error as GraphFileError {
      throw Failure(.noInput, "\(error)")
    } catch {
      throw Failure(.malformedData, "\(path): this is no \(what): \(error)")
    }
  }
}
