import Dispatch
import Synchronization

/// Work on `0 ..< count` in fixed chunks, on several threads, with the parts joined in chunk order.
///
/// The chunks depend on `count` alone and are joined from the first to the last, so one thread and
/// many give the same bits. Parts that are done early wait only until those before them are done.
struct ChunkedWork {
  /// There are at most this many chunks, enough to keep many cores busy to the end.
  static let mostChunks = 64
  /// Smaller chunks of searches from one node would cost more to hand out than to do.
  static let smallestChunk = 16

  let count: Int
  let execution: Execution
  /// How many indices a chunk has at least.
  var smallestChunk = Self.smallestChunk

  /// Joins what `part` makes of each chunk.
  ///
  /// - Parameters:
  ///   - start: What the first part is joined to.
  ///   - part: Computes one chunk; called on any thread.
  ///   - join: Adds a part to the whole; called in chunk order, one at a time.
  /// - Returns: The whole.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  func joined<Whole: Sendable, Part: Sendable>(
    into start: Whole, part: @Sendable (Chunk) -> Part,
    join: @Sendable (inout Whole, Part) -> Void
  ) throws(GraphError) -> Whole {
    let size = max(smallestChunk, (count + Self.mostChunks - 1) / Self.mostChunks)
    let chunks = stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
    let workers = min(max(execution.threads ?? chunks.count, 1), chunks.count)
    let whole = AskingTask.withCurrent { task in
      let monitor = WorkMonitor(count: count, progress: execution.progress, task: task)
      if workers <= 1 {
        return chunks.reduce(into: start) { whole, chunk in
          join(&whole, part(Chunk(range: chunk, monitor: monitor)))
        }
      }
      let nextChunk = Atomic<Int>(0)
      // A queue and not a mutex, since the thread sanitizer sees what a queue guards.
      let queue = DispatchQueue(label: "throughline.joining")
      // Touched on that queue only, and by this thread once the workers have ended.
      nonisolated(unsafe) var joining = Joining<Whole, Part>(whole: start)
      DispatchQueue.concurrentPerform(iterations: workers) { _ in
        task.run {
          while !monitor.isCancelled {
            let index = nextChunk.wrappingAdd(1, ordering: .relaxed).oldValue
            guard index < chunks.count else { return }
            let finished = part(Chunk(range: chunks[index], monitor: monitor))
            queue.sync { joining.add(finished, index: index, join: join) }
          }
        }
      }
      return queue.sync { joining.whole }
    }
    // Chunks that were cut short have given wrong parts.
    try Execution.checkCancellation()
    return whole
  }

  /// The whole so far, and the parts that cannot be joined yet.
  private struct Joining<Whole: Sendable, Part: Sendable>: Sendable {
    var whole: Whole
    var joinedCount = 0
    var waiting: [Int: Part] = [:]

    mutating func add(_ part: Part, index: Int, join: (inout Whole, Part) -> Void) {
      waiting[index] = part
      while let next = waiting.removeValue(forKey: joinedCount) {
        join(&whole, next)
        joinedCount += 1
      }
    }
  }

  /// The results for each index, in order.
  ///
  /// - Parameter part: Computes the results of one chunk, in order; called on any thread.
  /// - Returns: One result for each index.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  func map<Result: Sendable>(
    _ part: @Sendable (Chunk) -> [Result]
  ) throws(GraphError) -> [Result] {
    try joined(into: [], part: part) { $0.append(contentsOf: $1) }
  }

  /// The results for each index, in order, where one may fail.
  ///
  /// - Parameter result: Computes the result of one index; called on any thread.
  /// - Returns: One result for each index.
  /// - Throws: The error of the first index that has one; `GraphError.cancelled` if the task has been
  ///   cancelled.
  func results<Result: Sendable>(
    _ result: @Sendable (Int) throws(GraphError) -> Result
  ) throws(GraphError) -> [Result] {
    let found = try map { chunk in
      chunk.map { index in
        Swift.Result { () throws(GraphError) -> Result in try result(index) }
      }
    }
    var results: [Result] = []
    results.reserveCapacity(found.count)
    for one in found { results.append(try one.get()) }
    return results
  }
}

/// Some of the indices of a chunked work, handed out until the task is cancelled.
///
/// Whoever goes over it needs no other care for progress and cancellation: what was made of a chunk
/// that was cut short is thrown away.
struct Chunk: Sequence {
  let range: Range<Int>
  fileprivate let monitor: WorkMonitor

  func makeIterator() -> Iterator { Iterator(left: range, monitor: monitor) }

  struct Iterator: IteratorProtocol {
    fileprivate var left: Range<Int>
    fileprivate let monitor: WorkMonitor

    mutating func next() -> Int? {
      guard !left.isEmpty, !monitor.isCancelled else { return nil }
      monitor.advance(by: 1)
      defer { left = left.lowerBound + 1..<left.upperBound }
      return left.lowerBound
    }
  }

  /// The indices in batches, for work that takes many at once.
  ///
  /// - Parameter size: The number of indices in each batch but the last, 1 or more.
  /// - Returns: The batches, in order.
  func batches(of size: Int) -> UnfoldSequence<Range<Int>, Range<Int>> {
    let monitor = monitor
    return sequence(state: range) { left in
      guard !left.isEmpty, !monitor.isCancelled else { return nil }
      let batch = left.prefix(size)
      monitor.advance(by: batch.count)
      left = batch.upperBound..<left.upperBound
      return batch
    }
  }
}
