/// The task that asked for the work of a thread.
///
/// A thread of a queue has no current task, so `Task.isCancelled` is false there whatever happens:
/// whoever hands work to such threads tells them for which task it is.
struct AskingTask {
  /// What this thread was told, if it has no current task.
  @TaskLocal private static var told: AskingTask?

  private let task: UnsafeCurrentTask

  /// Whether nobody waits any more for what this thread does.
  static var isCurrentCancelled: Bool {
    withUnsafeCurrentTask { task in task?.isCancelled ?? told?.isCancelled ?? false }
  }

  /// Gives the task for which this thread works.
  ///
  /// - Parameter body: Uses the task, nil if there is none; it must not keep it.
  /// - Returns: What `body` does.
  static func withCurrent<Result>(_ body: (AskingTask?) -> Result) -> Result {
    withUnsafeCurrentTask { task in body(task.map(AskingTask.init) ?? told) }
  }

  /// Whether nobody waits for the result any more.
  var isCancelled: Bool { task.isCancelled }

  /// Does work for this task, on any thread.
  ///
  /// - Parameter work: What is done, and over before the task goes on.
  func run(_ work: () -> Void) {
    // A thread that has a current task is the one that handed out the work, and knows for whom.
    if withUnsafeCurrentTask(body: { $0 != nil }) { return work() }
    Self.$told.withValue(self, operation: work)
  }
}

// Other threads only ask whether it is cancelled, which the task allows, and only while the closure
// runs to which it was given.
extension AskingTask: @unchecked Sendable {}

extension AskingTask? {
  /// Does work for this task, if there is one.
  ///
  /// - Parameter work: What is done, and over before the task goes on.
  func run(_ work: () -> Void) {
    if let self { self.run(work) } else { work() }
  }
}
