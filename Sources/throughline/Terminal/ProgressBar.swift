import Foundation
import GraphCore
import Synchronization

/// A line on standard error that shows how far a work is that takes longer than a second.
///
/// Only on a terminal, and gone when the work ends: files and pipes never hold a trace of it.
final class ProgressBar: Sendable {
  /// What is drawn between the brackets.
  private static let width = 30

  private let title: String
  private let start = ContinuousClock.now
  private let drawn = Mutex<String>("")
  private let write: @Sendable (String) -> Void

  /// - Parameters:
  ///   - title: What is going on, as in "betweenness".
  ///   - write: Puts text on the terminal.
  init(_ title: String, write: @escaping @Sendable (String) -> Void) {
    self.title = title
    self.write = write
  }

  /// Shows a share of the work, from 0 to 1.
  func show(_ share: Double) { show(share, after: start.duration(to: .now)) }

  /// Shows a share of the work some time after its beginning.
  func show(_ share: Double, after elapsed: Duration) {
    guard elapsed > .seconds(1) else { return }
    let line = Self.line(title, share: share)
    drawn.withLock { last in
      guard line != last else { return }
      last = line
      write("\r" + line)
    }
  }

  /// Takes the line away.
  func clear() {
    drawn.withLock { last in
      if !last.isEmpty { write("\r" + String(repeating: " ", count: last.count) + "\r") }
      last = ""
    }
  }

  /// The line for a share.
  static func line(_ title: String, share: Double) -> String {
    let share = min(max(share, 0), 1)
    let full = Int(share * Double(width))
    let bar = String(repeating: "#", count: full) + String(repeating: "-", count: width - full)
    // Not done is never shown as done.
    return "\(title) [\(bar)] \(Int(share * 100)) %"
  }
}

extension Console {
  /// Runs a work that tells how far it is, with a bar on standard error if that is a terminal.
  func watched<Result>(_ title: String, _ work: (Execution) throws -> Result) rethrows -> Result {
    guard !isQuiet, isatty(2) == 1, ProcessInfo.processInfo.environment["TERM"] != "dumb" else {
      return try work(Execution())
    }
    let bar = ProgressBar(title) { FileHandle.standardError.write(Data($0.utf8)) }
    defer { bar.clear() }
    return try work(Execution { bar.show($0) })
  }
}
