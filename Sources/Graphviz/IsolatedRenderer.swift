import Dispatch
import Foundation
import Synchronization

/// Draws in a child process, so that a layout that crashes, hangs or eats all memory takes nothing with
/// it. ``GraphvizRenderer`` draws in this process.
///
/// The child is a program that calls ``RenderingWorker/serve(_:input:output:errors:)`` with the arguments it was given; a
/// program may be its own child.
///
/// ```swift
/// let renderer = IsolatedRenderer(executable: "/usr/bin/throughline", arguments: ["render-worker"])
/// let svg = try renderer.render("digraph { a -> b }", by: .dot, as: .svg)
/// ```
public struct IsolatedRenderer: Sendable {
  /// What the child may use.
  public struct Limits: Sendable, Hashable {
    /// Seconds until it is ended, by the clock on the wall.
    public var seconds: Double
    /// Bytes of address space; 0 sets no limit. macOS does not keep it.
    public var memory: Int

    /// Sets limits.
    ///
    /// - Parameters:
    ///   - seconds: Seconds by the clock on the wall.
    ///   - memory: Bytes of address space; 0 sets no limit.
    public init(seconds: Double = 120, memory: Int = 4 << 30) {
      self.seconds = seconds
      self.memory = memory
    }
  }

  /// The path of the program.
  public var executable: String
  /// What the program needs to be told to serve; the rest follows them.
  public var arguments: [String]
  /// The variables of its environment; `nil` hands on those of this process.
  public var environment: [String: String]?
  /// What the child may use.
  public var limits: Limits

  /// Names the program.
  ///
  /// - Parameters:
  ///   - executable: The path of the program.
  ///   - arguments: What it needs to be told to serve.
  ///   - environment: The variables of its environment; `nil` hands on those of this process.
  ///   - limits: What the child may use.
  public init(
    executable: String, arguments: [String], environment: [String: String]? = nil,
    limits: Limits = Limits()
  ) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.limits = limits
  }

  /// Lays a DOT text out and draws it.
  ///
  /// - Parameters:
  ///   - text: The DOT text.
  ///   - engine: The layout.
  ///   - format: What to write.
  /// - Returns: The drawing and what was said about it.
  /// - Throws: ``GraphvizError``, of the kind `stopped` if the child crashed or went beyond a limit.
  public func render(
    _ text: String, by engine: GraphvizEngine, as format: GraphvizFormat
  ) throws(GraphvizError) -> Rendering {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments =
      arguments + [engine.rawValue, format.rawValue, String(limits.memory), cpuSeconds]
    if let environment { process.environment = environment }
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = try Self.unnamedFile(text)
    process.standardOutput = output
    process.standardError = errors
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do {
      try process.run()
    } catch {
      throw GraphvizError(
        .stopped, "The program that draws, \(executable), does not start: \(error).",
        mend: "Check the installation, or draw in this process.")
    }
    let picture = Gathered(output.fileHandleForReading)
    let said = Gathered(errors.fileHandleForReading)
    let isInTime = ended.wait(timeout: .now() + limits.seconds) == .success
    if !isInTime {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
    }
    let data = picture.wait()
    let report = WorkerReport(String(decoding: said.wait(), as: UTF8.self))
    guard isInTime else { throw .tooSlow(engine, seconds: limits.seconds) }
    if let error = report.error { throw error }
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw .crashed(engine, limits: limits, said: report.rest)
    }
    return Rendering(data: Array(data), messages: report.messages)
  }

  /// A file without a name that holds a text. A pipe would end this process, by a signal, if the child
  /// ends before it has read all.
  private static func unnamedFile(_ text: String) throws(GraphvizError) -> FileHandle {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("throughline-\(UUID().uuidString).dot")
    defer { try? FileManager.default.removeItem(at: file) }
    do {
      try Data(text.utf8).write(to: file)
      return try FileHandle(forReadingFrom: file)
    } catch {
      throw GraphvizError(
        .stopped, "The text to draw cannot be handed on: \(error).",
        mend: "Is there room in the folder for temporary files?")
    }
  }

  /// A layout that runs on several cores at once would be ended too early; one second more than the wall.
  private var cpuSeconds: String { String(Int(limits.seconds.rounded(.up)) + 1) }
}

/// What comes out of a pipe until it is closed, read on another thread so that the child never waits.
private final class Gathered: Sendable {
  private let data = Mutex(Data())
  private let done = DispatchGroup()

  init(_ handle: FileHandle) {
    done.enter()
    DispatchQueue.global().async { [self] in
      let all = (try? handle.readToEnd()) ?? Data()
      data.withLock { $0 = all }
      done.leave()
    }
  }

  func wait() -> Data {
    done.wait()
    return data.withLock { $0 }
  }
}

extension GraphvizError {
  static func tooSlow(_ engine: GraphvizEngine, seconds: Double) -> GraphvizError {
    GraphvizError(
      .stopped,
      "The layout \(engine.rawValue) took more than \(Int(seconds)) seconds and was ended.",
      mend: lighter(than: engine) + " or give it more time.")
  }

  static func crashed(
    _ engine: GraphvizEngine, limits: IsolatedRenderer.Limits, said: String
  ) -> GraphvizError {
    let reason = said.isEmpty ? "" : " (\(said))"
    return GraphvizError(
      .stopped,
      "The layout \(engine.rawValue) crashed, or needed more than \(limits.memory >> 20) MB\(reason).",
      mend: lighter(than: engine) + " or give it more memory.")
  }

  private static func lighter(than engine: GraphvizEngine) -> String {
    engine == .sfdp
      ? "Draw a part of the graph," : "Draw a part of the graph, take the layout sfdp,"
  }
}
