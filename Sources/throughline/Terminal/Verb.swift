import ArgumentParser
import GraphCore
import InfluenceAnalysis

/// A verb of the command: does its work, and fails with a message and a status.
protocol Verb: ParsableCommand {
  /// What every verb understands.
  var common: CommonOptions { get }
  /// Does the work of the verb.
  func perform() throws
}

extension Verb {
  /// Runs the verb; what it fails with goes to standard error, and the status to the shell.
  func run() throws {
    do {
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
    common.console.complain("throughline: \(message)")
    return status.code
  }
}
