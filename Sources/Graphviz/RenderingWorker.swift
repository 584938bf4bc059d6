internal import CGraphviz
public import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The child's side of ``IsolatedRenderer``.
public enum RenderingWorker {
  /// Draws what comes in.
  ///
  /// - Parameters:
  ///   - arguments: Layout, format, bytes of memory, seconds of work and the process that waits, as ``IsolatedRenderer`` gives
  ///     them.
  ///   - input: Where the DOT text comes from: standard input.
  ///   - output: Where the picture goes: standard output.
  ///   - errors: Where what there is to say goes: standard error.
  /// - Returns: The exit status: 0 if there is a picture, 1 if Graphviz could not make one, 64 if the
  ///   arguments are not as they should be.
  public static func serve(
    _ arguments: [String], input: FileHandle, output: FileHandle, errors: FileHandle
  ) -> Int32 {
    guard arguments.count == 5, let engine = GraphvizEngine(rawValue: arguments[0]),
      let format = GraphvizFormat(rawValue: arguments[1]), let memory = Int(arguments[2]),
      let seconds = Int(arguments[3]), let parent = Int32(arguments[4])
    else { return 64 }
    // If the parent dies, nobody waits for the picture.
    tl_end_with_parent()
    guard getppid() == parent else { return 1 }
    tl_tell_crashes()
    if engine == .fdp { tl_keep_objects_in_order() }
    func say(_ line: String) { try? errors.write(contentsOf: Data((line + "\n").utf8)) }
    // Its plugins are part of the program: the limit is for what the drawing takes beyond that.
    _ = try? GraphvizRenderer(engine: engine).render("graph { a }", as: format)
    limit(memory: memory > 0 ? ownSize() + memory : 0, seconds: seconds)
    let text = (try? input.readToEnd()) ?? Data()
    do throws(GraphvizError) {
      let rendering = try GraphvizRenderer(engine: engine).render(
        String(decoding: text, as: UTF8.self), as: format)
      for message in rendering.messages { say(WorkerReport.line(message)) }
      try? output.write(contentsOf: Data(rendering.data))
      return 0
    } catch {
      say(WorkerReport.line(error))
      return 1
    }
  }

  /// The address space of this process in bytes; 0 where the system does not tell.
  private static func ownSize() -> Int {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
      let pages = text.split(separator: " ").first.flatMap({ Int($0) })
    else { return 0 }
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }

  /// Neither memory nor time without end, no dump of memory, and no file is written.
  private static func limit(memory: Int, seconds: Int) {
    #if canImport(Darwin)
      let (space, work, dump, file) = (RLIMIT_AS, RLIMIT_CPU, RLIMIT_CORE, RLIMIT_FSIZE)
    #else
      let (space, work, dump, file) = (
        __rlimit_resource_t(RLIMIT_AS.rawValue), __rlimit_resource_t(RLIMIT_CPU.rawValue),
        __rlimit_resource_t(RLIMIT_CORE.rawValue), __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
      )
    #endif
    if memory > 0 { set(space, memory) }
    set(work, seconds)
    set(dump, 0)
    set(file, 0)
  }

  #if canImport(Darwin)
    private static func set(_ resource: Int32, _ value: Int) {
      var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
      unsafe setrlimit(resource, &limit)
    }
  #else
    private static func set(_ resource: __rlimit_resource_t, _ value: Int) {
      var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
      unsafe setrlimit(resource, &limit)
    }
  #endif
}

/// What a child says on standard error: a line each, fields parted by tabs.
struct WorkerReport {
  private(set) var messages: [GraphvizMessage] = []
  private(set) var error: GraphvizError?
  /// What is of no known form, such as the last words of a crash.
  private(set) var rest = ""

  /// Takes apart what was said.
  init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch (fields.first, fields.count) {
      case ("message", 4):
        messages.append(
          GraphvizMessage(
            fields[1] == "error" ? .error : .warning, fields[3], line: Int(fields[2])))
      case ("failure", 5):
        let kind = GraphvizError.Kind(rawValue: fields[1]) ?? .renderingFailed
        error = GraphvizError(kind, fields[3], line: Int(fields[2]), mend: fields[4])
      default: if rest.isEmpty { rest = String(line.prefix(200)) }
      }
    }
  }

  /// A message as a line.
  static func line(_ message: GraphvizMessage) -> String {
    [
      "message", message.severity == .error ? "error" : "warning",
      message.line.map(String.init) ?? "", flat(message.text),
    ].joined(separator: "\t")
  }

  /// An error as a line.
  static func line(_ error: GraphvizError) -> String {
    [
      "failure", error.kind.rawValue, error.line.map(String.init) ?? "", flat(error.message),
      flat(error.mend),
    ].joined(separator: "\t")
  }

  private static func flat(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}
