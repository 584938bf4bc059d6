import ArgumentParser
import Foundation
import Graphviz

/// `render-worker`: the child process in which pictures are drawn. The command calls itself so; nobody else
/// needs to.
struct RenderWorker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render-worker",
    abstract: "Draw DOT from standard input within limits: the child of render and report.",
    shouldDisplay: false)

  @Argument(help: "Layout, format, bytes of memory, seconds of work, process that waits.")
  var limits: [String]

  func run() throws {
    let status = RenderingWorker.serve(
      limits, input: .standardInput, output: .standardOutput, errors: .standardError)
    if status != 0 { throw ExitCode(status) }
  }
}
