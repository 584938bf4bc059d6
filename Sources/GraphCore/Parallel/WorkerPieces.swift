import Synchronization

/// The most workers that have memory of their own for each node of a graph.
private let mostWorkers = 8

extension Execution {
  /// How many workers share a work in which each has memory of its own.
  var workers: Int { min(max(threads ?? mostWorkers, 1), mostWorkers) }
}

/// Runs numbered pieces of work on several workers, each of which may have memory of its own.
///
/// Which worker does which piece is a matter of chance, so a piece must not depend on what its
/// worker did before.
///
/// - Parameters:
///   - count: How many pieces there are; they are begun in order.
///   - workers: How many workers there are; a single one stays on this thread.
///   - work: Does a piece; called on any thread, never twice at once for one worker.
package func inParallel(
  _ count: Int, workers: Int, _ work: @Sendable (_ piece: Int, _ worker: Int) -> Void
) {
  if min(count, workers) <= 1 {
    for piece in 0..<count { work(piece, 0) }
    return
  }
  let next = Atomic<Int>(0)
  inParallel(min(count, workers)) { worker in
    while true {
      let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard piece < count else { return }
      work(piece, worker)
    }
  }
}
