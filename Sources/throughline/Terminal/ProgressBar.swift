import Dispatch
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

  /// Shows how long a work has taken that cannot tell how far it is, of the time that it may take if there is a limit.
  func showTime(after elapsed: Duration, of limit: Double? = nil) {
    guard elapsed > .seconds(1) else { return }
    let line = Self.line(title, after: elapsed, of: limit)
    drawn.withLock { last in
      guard line != last else { return }
      last = line
      write("\r" + line)
    }
  }

  /// Shows how long a work has taken up to now.
  func showTime(of limit: Double?) { showTime(after: start.duration(to: .now), of: limit) }

  /// The line after some time: of a limited one a bar that is full when the limit is reached.
  static func line(_ title: String, after elapsed: Duration, of limit: Double? = nil) -> String {
    func words(_ seconds: Int) -> String {
      seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
    }
    let seconds = Int(elapsed.components.seconds)
    guard let limit else {
      return "\(title) \(["|", "/", "-", "\\"][seconds % 4]) \(words(seconds))"
    }
    let share = min(Double(seconds) / limit, 1)
    return "\(title) [\(bar(share))] \(words(seconds)) of at most \(words(Int(limit.rounded(.up))))"
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
    // Not done is never shown as done.
    return "\(title) [\(bar(share))] \(Int(share * 100)) %"
  }

  private static func bar(_ share: Double) -> String {
    let full = Int(share * Double(width))
    return String(repeating: "#", count: full) + String(repeating: "-", count: width - full)
  }
}

extension Console {
  /// Whether a line that changes may stand on standard error.
  private var isWatched: Bool {
    !isQuiet && isatty(2) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Runs a work that cannot tell how far it is, with the time on standard error if that is a terminal.
  ///
  /// - Parameters:
  ///   - title: What is going on.
  ///   - limit: After how many seconds the work is ended; nil if it is not.
  ///   - work: The work.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  func waiting<Result, Failure>(
    _ title: String, atMost limit: Double? = nil, _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard isWatched else { return try work() }
    let bar = shownBar(title)
    let clock = DispatchSource.makeTimerSource(queue: .global())
    clock.setEventHandler { bar.showTime(of: limit) }
    clock.schedule(deadline: .now() + 1, repeating: 0.5)
    clock.resume()
    defer {
      clock.cancel()
      takeAway(bar)
    }
    return try work()
  }

  /// Runs a work that tells how far it is, with a bar on standard error if that is a terminal.
  func watched<Result>(_ title: String, _ work: (Execution) throws -> Result) rethrows -> Result {
    guard isWatched else { return try work(Execution()) }
    let bar = shownBar(title)
    defer { takeAway(bar) }
    return try work(Execution { bar.show($0) })
  }

  /// A bar on standard error, which goes away too if the user ends the command.
  private func shownBar(_ title: String) -> ProgressBar {
    let bar = ProgressBar(title) { FileHandle.standardError.write(Data($0.utf8)) }
    Interruption.note { $0.clear = { bar.clear() } }
    return bar
  }

  private func takeAway(_ bar: ProgressBar) {
    bar.clear()
    Interruption.note { $0.clear = nil }
  }
}
