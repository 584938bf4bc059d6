import ArgumentParser
import DOT
import Evidence
import Foundation
import Interchange

/// `convert`: between formats, saying what the target cannot hold.
struct Convert: ParsableCommand, Verb {
  static let configuration = CommandConfiguration(
    abstract: "Convert a graph between formats.",
    discussion: """
      The format follows from the ending of the output (.yaml, .json, .dot; for plain networks also \
      .edges, .csv, .tsv, .mtx, .metis, .tlg) or from --to. What the target cannot hold is said on \
      standard error.
      """)

  @OptionGroup var input: GraphInput
  @OptionGroup var common: CommonOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The format, named as its ending; needed where the output has no such ending.")
  var to: Target?

  @Option(help: "The form of YAML: long or short.")
  var form: Fmt.FormName = .long

  @Flag(help: "Fail instead of losing anything.")
  var strict = false

  enum Target: String, ExpressibleByArgument, CaseIterable {
    case yaml, json, dot, edges, csv, tsv, mtx, metis, tlg

    /// The format of a plain network, if it is one of those.
    var network: NetworkFormat? { NetworkFormat(rawValue: rawValue) }
  }

  func perform() throws {
    let target = try target()
    let loaded = try input.loadAny(common)
    switch (loaded, target) {
    case (.evidence(let reading), _):
      try write(reading, as: target)
    case (.plain(let network), .dot):
      try output.write(DOTWriter().write(network.dot), console: common.console)
    case (.plain, .yaml), (.plain, .json):
      throw Failure(
        .malformedData,
        "\(input.name) is a plain network: it names no sources, and the native format holds nothing "
          + "without one; use it as it is with centrality and render, or code its sources")
    case (.plain(let network), _):
      if let format = target.network { try write(network, as: format) }
    }
  }

  private func write(_ network: PlainNetwork, as format: NetworkFormat) throws {
    let writer = NetworkWriter(format)
    try report(writer.losses(network), format.rawValue)
    do {
      try output.write(console: common.console) { try writer.write(network, to: $0) }
    } catch let refusal as NetworkWriter.Refusal {
      throw Failure(.malformedData, refusal.description)
    }
  }

  /// Says what the target cannot hold, or fails because of it.
  private func report(_ losses: [String], _ format: String) throws {
    guard losses.isEmpty || !strict else {
      throw Failure(.noResult, losses.joined(separator: "\n") + "\nnothing written (--strict)")
    }
    for loss in losses { common.console.say("\(format): \(loss)") }
  }

  private func write(_ reading: Reading, as target: Target) throws {
    guard reading.errors.isEmpty, let graph = reading.graph else {
      throw Failure(.malformedData, GraphInput.summary(of: reading.errors))
    }
    let corpus = corpus(named: reading.corpus)
    let writer = NativeWriter(form: form == .long ? .long : .short, corpus: corpus)
    switch target {
    case .yaml: try output.write(writer.yaml(graph), console: common.console)
    case .json: try output.write(writer.json(graph), console: common.console)
    case .dot:
      try report(DOTExport.losses(graph), "dot")
      try output.write(
        DOTWriter().write(DOTExport.document(graph, corpus: corpus)), console: common.console)
    case .edges, .csv, .tsv, .mtx, .metis, .tlg:
      throw Failure(
        .malformedData,
        "\(input.name) is a graph of evidence, and .\(target.rawValue) holds plain networks only; "
          + "convert it to .dot, which keeps the evidence")
    }
  }

  private func target() throws -> Target {
    if let to { return to }
    switch output.ending {
    case "yaml", "yml": return .yaml
    case "json": return .json
    case "dot", "gv": return .dot
    case "graph": return .metis
    case "edgelist", "txt": return .edges
    case let ending?: if let target = Target(rawValue: ending) { return target }
    case nil: break
    }
    throw Failure(
      .usage,
      "the format of the output is not clear: end its name in .yaml, .json or .dot, or "
        + "give --to")
  }

  /// The corpus folder as seen from the output, if that is not the usual one.
  private func corpus(named: String?) -> String? {
    let corpus = GraphFile.corpusFolder(of: input.folder, named: named)
    let folder = output.isStandardOutput ? "." : GraphFile.folder(of: output.output ?? ".")
    let here = FileManager.default.currentDirectoryPath
    let way = GraphFile.way(
      from: GraphFile.path(folder, in: here), to: GraphFile.path(corpus, in: here))
    return way == GraphFile.usualCorpus ? nil : way
  }
}
