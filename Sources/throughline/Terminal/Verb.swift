import ArgumentParser

/// A verb of the command: does its work, and fails with a message and a status.
protocol Verb: ParsableCommand {
  var common: CommonOptions { get }
  func perform() throws
}

extension Verb {
  /// Runs the verb; what it fails with goes to standard error, and the status to the shell.
  func run() throws {
    do {
      try perform()
    } catch let failure as Failure {
      common.console.complain("throughline: \(failure.message)")
      throw failure.status.code
    }
  }
}
