import ArgumentParser
import Foundation
import Graphviz
import Reporting

/// How and where pictures are drawn: options of the verbs that write a picture.
struct DrawingOptions: ParsableArguments {
  @Option(
    name: .customLong("theme"),
    help: ArgumentHelp(
      "light, dark or print: the ground that a picture is drawn on. (default: light)",
      valueName: "theme"))
  var chosenTheme: ThemeName?

  @OptionGroup(title: "Limits of drawing", visibility: .hidden) var limits: DrawingLimits

  /// The ground that a picture is drawn on.
  var theme: ThemeName {
    get { chosenTheme ?? .light }
    set { chosenTheme = newValue }
  }

  enum ThemeName: String, ExpressibleByArgument, CaseIterable {
    case light, dark, print

    var theme: Theme {
      switch self {
      case .light: .light
      case .dark: .dark
      case .print: .print
      }
    }
  }

  /// Refuses a ground for what is no picture.
  func refuseTheme(for format: String) throws {
    guard chosenTheme != nil else { return }
    throw Failure(
      .usage, "--theme is the ground of a picture, and \(format) is none; leave it out")
  }
}

/// Where pictures are drawn, and what that may take: options of every verb that draws.
struct DrawingLimits: ParsableArguments {
  @Flag(help: "Let Graphviz draw in this process, without limits of time and memory.")
  var inProcess = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Seconds that a layout may take; then it is ended, with status 1 (default: 120).",
      valueName: "seconds"))
  var drawingTime: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Megabytes that a layout may take; then it is ended, with status 1 (default: 4096).",
      valueName: "MB"))
  var drawingMemory: Int?

  /// After how many seconds a layout is ended; nil if it is not.
  var allowedTime: Double? { inProcess ? nil : seconds }

  private var seconds: Double { drawingTime ?? 120 }
  private var megabytes: Int { drawingMemory ?? 4096 }

  func validate() throws {
    guard !inProcess || drawingTime == nil && drawingMemory == nil else {
      throw ValidationError(
        "--drawing-time and --drawing-memory hold a process of its own back, and --in-process takes none; "
          + "leave one or the other out.")
    }
    guard (0.1...86_400).contains(seconds) else {
      throw ValidationError("--drawing-time must be from 0.1 to 86400 seconds.")
    }
    guard (64...1_048_576).contains(megabytes) else {
      throw ValidationError("--drawing-memory must be from 64 to 1048576 megabytes.")
    }
  }

  /// Where Graphviz draws: in a child of this program that calls itself, unless asked otherwise.
  var backend: GraphvizBackend {
    guard !inProcess, let program = Bundle.main.executablePath else { return .inProcess() }
    return .isolated(
      IsolatedRenderer(
        executable: program, arguments: ["render-worker"], environment: Self.environment,
        limits: IsolatedRenderer.Limits(seconds: seconds, memory: megabytes << 20)))
  }

  /// What the child finds around it: nobody wants to read its stack if it crashes.
  private static var environment: [String: String] {
    ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
  }

  /// Runs a work that lays out, with the seconds on standard error if that is a terminal and it takes long.
  ///
  /// - Parameters:
  ///   - console: Where words go; what Graphviz says goes there too.
  ///   - work: The work, told where to draw.
  /// - Returns: The drawing.
  /// - Throws: `Failure` that says why there is none.
  func draw(
    _ console: Console, _ work: (GraphvizBackend) throws(GraphvizError) -> Rendering
  ) throws -> Rendering {
    do throws(GraphvizError) {
      let rendering = try console.waiting("drawing", atMost: allowedTime) {
        () throws(GraphvizError) in
        try work(backend)
      }
      for message in rendering.messages { console.say("graphviz: \(message.text)") }
      return rendering
    } catch {
      throw Failure(error)
    }
  }
}

extension Failure {
  /// What Graphviz could not do. A limit that the user sets is no failure of the tool: without it there might be a
  /// picture, so there is no result.
  init(_ error: GraphvizError) {
    let status: ExitStatus =
      switch error.kind {
      case .overLimit, .tooLarge: .noResult
      case .syntax, .noGraph, .tooDeep, .ambiguousName: .malformedData
      case .missingPlugin, .layoutFailed, .renderingFailed, .stopped: .internalFailure
      }
    self.init(status, error.description)
  }
}
