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
  ///
  /// No context is ever freed. With it would go the name of the font that was last used, at which the plugin
  /// for Pango of Graphviz 2.43 still points: the next drawing would read freed memory.
  @safe struct State: ~Copyable {
    private var kept: OpaquePointer?

    /// The context of libgvc. There is one for all, because libgvc 2.43 loses 3.6 KB with each.
    mutating func context() -> OpaquePointer {
      if let context = unsafe kept { return unsafe context }
      guard let new = unsafe gvContext() else {
        preconditionFailure("no memory for a context of libgvc")
      }
      unsafe kept = new
      return unsafe new
    }

    /// Gives up the context after a failure, because libgvc leaves unfinished jobs in it.
    mutating func discardContext() {
      unsafe kept = nil
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
