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
