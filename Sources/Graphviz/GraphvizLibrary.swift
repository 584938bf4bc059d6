import CGraphviz
import Synchronization

/// The one way to libgvc and libcgraph, which keep their state in globals and are not safe for threads.
public enum GraphvizLibrary {
  /// The version of the Graphviz library in use, such as `2.43.0`.
  public static var version: String {
    exclusively { (state) throws(Never) in
      unsafe String(cString: gvcVersion(state.context()))
    }
  }

  private static let state = Mutex(State())

  /// What is kept between calls.
  struct State: ~Copyable {
    private var kept: ContextHandle?

    /// The context of libgvc. There is one for all, because libgvc 2.43 loses 3.6 KB with each.
    mutating func context() -> OpaquePointer {
      if let pointer = unsafe kept?.pointer { return unsafe pointer }
      let new = unsafe ContextHandle(gvContext())
      let pointer = unsafe new.pointer
      kept = consume new
      return unsafe pointer
    }

    /// Gives up the context after a failure, because libgvc leaves unfinished jobs in it.
    mutating func discardContext() {
      kept = nil
    }
  }

  /// Runs work while nobody else is in the library. Calls do not nest.
  static func exclusively<Result: Sendable, Failure>(
    _ work: (inout State) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try state.withLock { state throws(Failure) in
      unsafe tl_catch_messages { text in
        if let text = unsafe text {
          let said = unsafe String(cString: text)
          caught.withLock { $0 += said }
        }
        return 0
      }
      defer { _ = takeMessages() }
      do throws(Failure) {
        return try work(&state)
      } catch {
        state.discardContext()
        throw error
      }
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
