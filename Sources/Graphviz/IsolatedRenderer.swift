import Dispatch
import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

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
    /// Bytes of address space beyond what the program itself takes; 0 sets no limit. macOS does not keep it.
    public var memory: Int

    /// Sets limits.
    ///
    /// - Parameters:
    ///   - seconds: Seconds by the clock on the wall.
    ///   - memory: Bytes of address space beyond the program itself; 0 sets no limit.
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
  /// - Throws: ``GraphvizError``, of the kind `overLimit` if the child went beyond one, of the kind `stopped` if it
  ///   crashed or did not start.
  public func render(
    _ text: String, by engine: GraphvizEngine, as format: GraphvizFormat
  ) throws(GraphvizError) -> Rendering {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments =
      arguments + [
        engine.rawValue, format.rawValue, String(limits.memory), cpuSeconds, String(getpid()),
      ]
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
    guard process.terminationReason == .exit, process.terminationStatus == 0,
      !data.isEmpty
    else {
      throw .crashed(
        engine, limits: limits, said: report.rest,
        signal: process.terminationReason == .exit
          ? nil : process.terminationStatus)
    }
    return Rendering(data: Array(data), messages: report.messages)
  }

  /// A file without a name that holds a text. A pipe would end this process, by a signal, if the child
  /// ends before it has read all.
  private static func unnamedFile(_ text: String) throws(GraphvizError) -> FileHandle {
    let folder = FileManager.default.temporaryDirectory.path
    var template = Array("\(folder)/throughline-XXXXXX".utf8CString)
    let descriptor = unsafe template.withUnsafeMutableBufferPointer { buffer -> Int32 in
      guard let start = buffer.baseAddress else { return -1 }
      let descriptor = unsafe mkstemp(start)
      // The name goes before anything is written: whatever ends this process, no file is left.
      if descriptor >= 0 { unsafe unlink(start) }
      return descriptor
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
      try file.write(contentsOf: Data(text.utf8))
      try file.seek(toOffset: 0)
      return file
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
    let limit = seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
    return GraphvizError(
      .overLimit,
      "The layout \(engine.rawValue) took more than \(limit) seconds and was ended.",
      mend: lighter(than: engine) + " or give it more time (--drawing-time).")
  }

  /// The child ended without a picture: by a signal, if there is one.
  static func crashed(
    _ engine: GraphvizEngine, limits: IsolatedRenderer.Limits, said: String, signal: Int32?
  ) -> GraphvizError {
    let reason = said.isEmpty ? "" : " (\(said))"
    let memory = "needed more than \(limits.memory >> 20) MB"
    let ranOut = ["memory", "alloc"].contains { said.lowercased().contains($0) }
    if ranOut || signal == SIGKILL || signal == SIGXCPU {
      let what = signal == SIGXCPU ? "took more than \(Int(limits.seconds)) seconds" : memory
      return GraphvizError(
        .overLimit, "The layout \(engine.rawValue) \(what) and was ended\(reason).",
        mend: lighter(than: engine) + " or give it more (--drawing-memory, --drawing-time).")
    }
    let how = signal.map { " by signal \($0)" } ?? ""
    return GraphvizError(
      .stopped, "The layout \(engine.rawValue) crashed\(how), or \(memory)\(reason).",
      mend: lighter(than: engine) + " or give it more memory (--drawing-memory).")
  }

  private static func lighter(than engine: GraphvizEngine) -> String {
    engine == .sfdp
      ? "Draw a part of the graph,"
      : "Draw a part of the graph, take the layout sfdp (--layout sfdp),"
  }
}
