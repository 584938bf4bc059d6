import ArgumentParser
import Interchange

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
