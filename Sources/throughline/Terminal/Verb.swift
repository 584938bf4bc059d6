import ArgumentParser
import GraphCore
import InfluenceAnalysis

/// A verb of the command: does its work, and fails with a message and a status.
protocol Verb: ParsableCommand {
  /// Where words go.
  var console: Console { get }
  /// Finds out whether the result can be written where it is to go, before any work.
  func checkOutput() throws
  /// Does the work of the verb.
  func perform() throws
}

/// A verb that reads a graph and writes what it finds.
protocol ReadingVerb: Verb {
  associatedtype Options: InputOptions
  /// How the graph is read.
  var common: Options { get }
  /// Where the result goes.
  var output: OutputOptions { get }
}

extension ReadingVerb {
  var console: Console { common.console }
  func checkOutput() throws { try output.check() }
}

/// A verb that reads graphs of evidence and plain networks.
///
/// Its groups of options stand side by side: ArgumentParser goes over a group within a group many
/// times.
protocol NetworkVerb: ReadingVerb {
  /// How files are read.
  var reading: ReadingOptions { get }
  /// Whether the edges of a plain network have a direction.
  var ties: DirectionOptions { get }
}

extension NetworkVerb {
  var common: CommonOptions { CommonOptions(reading: reading, direction: ties.direction) }
}

/// A verb that computes with a network of evidence and with how probable its links are.
protocol AnalysisVerb {
  /// Which links make a network.
  var projection: ProjectionOptions { get }
  /// How evidence is weighed.
  var evidence: EvidenceOptions { get }
}

extension AnalysisVerb {
  /// Both together.
  var analysis: AnalysisOptions { AnalysisOptions(projection: projection, evidence: evidence) }
}

extension Verb {
  /// Runs the verb; what it fails with goes to standard error, and the status to the shell.
  func run() throws {
    do {
      try checkOutput()
      try perform()
    } catch let failure as Failure {
      throw complain(failure.message, failure.status)
    } catch let error as AnalysisError {
      if case .unusableGraph = error { throw complain(error.description, .malformedData) }
      throw complain(error.description, .usage)
    } catch let error as GraphError {
      throw complain(error.description, .malformedData)
    }
  }

  private func complain(_ message: String, _ status: ExitStatus) -> ExitCode {
    console.complain("throughline: \(message)")
    return status.code
  }
}
