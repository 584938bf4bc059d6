import ArgumentParser
import Foundation

/// The command.
@main
struct Throughline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "throughline",
    abstract: "Trace how influence reached an act, link by link, and see what each link rests on.",
    discussion: """
      GRAPH is a file in the native format (YAML or JSON) or one that carries evidence, such as DOT, \
      or - for standard input; trace, centrality, structure, communities, robustness, spread, compare, \
      report, render, convert and validate also take plain networks, such as edge lists.
      An entity is named by id, name or alias; case, accents, punctuation and the article al- do \
      not matter. Limits of what a file or a drawing may take are shown by VERB --help-hidden.

      Exit status: \(ExitStatus.table)
      """,
    version: version,
    subcommands: [
      Trace.self, Explain.self, Attribute.self, Timeline.self, Contradictions.self, Centrality.self,
      Structure.self, Communities.self, Robustness.self, Spread.self, Compare.self, Report.self,
      Template.self, Render.self, Diff.self, Validate.self, Convert.self, Number.self, Fmt.self,
      RenderWorker.self,
    ])

  /// The version of the command, as in CHANGELOG.md.
  static let version = "0.1.0"

  /// Runs the command. A stream that the caller has closed is opened first: otherwise the next file to be opened
  /// would take its number, and words would be written into it. Nothing can be written to the output then.
  static func main() {
    for (descriptor, mode) in [(Int32(0), O_RDONLY), (1, O_RDONLY), (2, O_WRONLY)]
    where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", mode)
    }
    Interruption.listen()
    main(nil)
  }
}
