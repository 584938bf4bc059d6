import CGraphviz
import Synchronization

/// The one way to libgvc and libcgraph, which keep their state in globals and are not safe for threads.
public enum GraphvizLibrary {
  /// The version of the Graphviz library in use, such as `2.43.0`.
  public static var version: String {
    exclusively { () throws(Never) in
      let context = unsafe ContextHandle(gvContext())
      return unsafe String(cString: gvcVersion(context.pointer))
    }
  }

  private static let lock = Mutex<Void>(())

  /// Runs work while nobody else is in the library. Calls do not nest.
  static func exclusively<Result: Sendable, Failure>(
    _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try lock.withLock { _ throws(Failure) in
      unsafe tl_catch_messages { text in
        if let text = unsafe text {
          let said = unsafe String(cString: text)
          caught.withLock { $0 += said }
        }
        return 0
      }
      defer { _ = takeMessages() }
      return try work()
    }
  }

  /// What was said since the last call. To be called inside ``exclusively(_:)``.
  static func takeMessages() -> [GraphvizMessage] {
    let log = caught.withLock { text in
      defer { text = "" }
      return text
    }
    return GraphvizMessage.parse(log)
  }
}

/// What libcgraph said and nobody has taken yet; its handler is a C function and can capture nothing.
private let caught = Mutex("")
