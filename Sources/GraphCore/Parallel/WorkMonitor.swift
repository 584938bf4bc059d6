import Dispatch
import Synchronization

/// Counts how much of a work is done, tells it on, and asks whether the work is still wanted.
final class WorkMonitor: Sendable {
  /// There are at most this many reports.
  private static let steps = 1_000

  private let count: Int
  private let done = Atomic<Int>(0)
  private let reported = Atomic<Int>(0)
  /// Lets one report through at a time. A queue and not a mutex, since the thread sanitizer sees what
  /// a queue guards.
  private let queue: DispatchQueue?
  private let progress: (@Sendable (Double) -> Void)?
  private let task: AskingTask?

  /// - Parameters:
  ///   - count: How much there is to do.
  ///   - progress: Is told which share is done.
  ///   - task: The task for which it is done.
  init(count: Int, progress: (@Sendable (Double) -> Void)?, task: AskingTask?) {
    self.count = count
    self.progress = progress
    queue = progress == nil ? nil : DispatchQueue(label: "throughline.progress")
    self.task = task
  }

  /// Whether nobody waits for the result any more.
  var isCancelled: Bool { task?.isCancelled ?? false }

  /// Notes that more is about to be done.
  func advance(by more: Int) {
    guard let progress, let queue else { return }
    let before = done.wrappingAdd(more, ordering: .relaxed).oldValue
    let step = before * Self.steps / max(count, 1)
    guard step > reported.load(ordering: .relaxed) else { return }
    queue.sync {
      guard step > reported.load(ordering: .relaxed) else { return }
      reported.store(step, ordering: .relaxed)
      progress(Double(step) / Double(Self.steps))
    }
  }
}
