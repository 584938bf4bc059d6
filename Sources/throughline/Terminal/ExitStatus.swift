import ArgumentParser

/// The exit statuses of the command, those of sysexits.
enum ExitStatus: Int32, CaseIterable {
  case fine = 0
  case noResult = 1
  case usage = 64
  case malformedData = 65
  case noInput = 66
  case unavailable = 69
  case internalFailure = 70
  case cannotWrite = 73

  /// The status as ArgumentParser throws it.
  var code: ExitCode { ExitCode(rawValue) }

  /// What the status means.
  var meaning: String {
    switch self {
    case .fine: "fine"
    case .noResult: "no result, or a check failed"
    case .usage: "wrong usage, or a name that is unknown or ambiguous"
    case .malformedData: "malformed data"
    case .noInput: "no such input"
    case .unavailable: "a program that is needed is not there"
    case .internalFailure: "a failure of the tool or of Graphviz"
    case .cannotWrite: "the output cannot be written"
    }
  }

  /// All of them in one line, for the help.
  static var table: String {
    allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: "; ") + "."
  }
}

/// Ends the command with a message on standard error and a status.
struct Failure: Error {
  /// What is wrong and how to mend it.
  var message: String
  /// The exit status.
  var status: ExitStatus

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}
