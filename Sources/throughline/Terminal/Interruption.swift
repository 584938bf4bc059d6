import Foundation
import Synchronization

/// What happens when the user ends the command, by Ctrl-C or another signal: what is half-made goes away, whoever
/// works for the command ends with it, and the command ends by the signal, which a shell tells as 130 for Ctrl-C.
enum Interruption {
  /// What must not be left behind.
  struct Traces {
    /// Files that are not whole yet.
    var files: Set<String> = []
    /// Folders that go if they are empty.
    var folders: Set<String> = []
    /// Folders that go with all that is in them.
    var trees: Set<String> = []
    /// Programs that work for the command.
    var children: Set<pid_t> = []
    /// Takes a line away that changes on standard error.
    var clear: (@Sendable () -> Void)?
  }

  private static let traces = Mutex(Traces())
  /// The ends of the pipe that leads from the handler, which may do next to nothing, to a thread that may.
  private static let pipe: (reading: Int32, writing: Int32) = {
    var ends: [Int32] = [-1, -1]
    _ = ends.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { Foundation.pipe($0) }
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }()

  /// Notes or forgets what must not be left behind. What is made in the body is noted before a signal can count.
  static func note<Result: ~Copyable>(_ body: (inout Traces) throws -> sending Result) rethrows
    -> sending Result
  {
    try traces.withLock { try body(&$0) }
  }

  /// Listens for the signals that end a command, but for those that its caller has told it to ignore, as `nohup` does.
  static func listen() {
    guard pipe.writing >= 0 else { return }
    // A program that starts others from a thread of its own may hand on that signals wait.
    var set = sigset_t()
    sigemptyset(&set)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&set, number) }
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
      signal(number) { number in
        var byte = UInt8(truncatingIfNeeded: number)
        _ = Foundation.write(Interruption.pipe.writing, &byte, 1)
      }
    }
    Thread.detachNewThread {
      var byte: UInt8 = 0
      while read(pipe.reading, &byte, 1) != 1 {}
      end(by: Int32(byte))
    }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    // SIG_IGN is no function but the number 1.
    return unsafeBitCast(handler, to: Int.self) == 1
  }

  private static func end(by number: Int32) -> Never {
    // Whoever would make something more waits for the lock, and is gone before it gets it.
    traces.withLock { traces in
      for child in traces.children { kill(getpgid(child) == child ? -child : child, SIGKILL) }
      for file in traces.files { unlink(file) }
      for folder in traces.folders { rmdir(folder) }
      for tree in traces.trees { removed(tree) }
      traces.clear?()
      signal(number, SIG_DFL)
      kill(getpid(), number)
      // The first process of a container is not ended by a signal.
      usleep(100_000)
      _exit(128 + number)
    }
  }

  /// Removes a folder into which a program that was just ended may have written for a moment yet.
  private static func removed(_ tree: String) {
    for _ in 0..<20 {
      try? FileManager.default.removeItem(atPath: tree)
      guard FileManager.default.fileExists(atPath: tree) else { return }
      usleep(10_000)
    }
  }
}
