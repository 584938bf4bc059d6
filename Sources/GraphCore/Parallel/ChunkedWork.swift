import Dispatch
import Synchronization

/// Work on `0 ..< count` in fixed chunks, on several threads, with the parts joined in chunk order.
///
/// The chunks depend on `count` alone and are joined from the first to the last, so one thread and
/// many give the same bits. Parts that are done early wait only until those before them are done.
struct ChunkedWork {
  /// There are at most this many chunks, enough to keep many cores busy to the end.
  static let mostChunks = 64
  /// Smaller chunks would cost more to hand out than to do.
  static let smallestChunk = 16

  let count: Int
  /// Nil for as many as the machine has cores.
  let threads: Int?

  /// Joins what `part` makes of each chunk.
  ///
  /// - Parameters:
  ///   - start: What the first part is joined to.
  ///   - part: Computes one chunk; called on any thread.
  ///   - join: Adds a part to the whole; called in chunk order, one at a time.
  /// - Returns: The whole.
  func joined<Whole: Sendable, Part: Sendable>(
    into start: Whole, part: @Sendable (Range<Int>) -> Part,
    join: @Sendable (inout Whole, Part) -> Void
  ) -> Whole {
    let size = max(Self.smallestChunk, (count + Self.mostChunks - 1) / Self.mostChunks)
    let chunks = stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
    let workers = min(max(threads ?? chunks.count, 1), chunks.count)
    if workers <= 1 {
      return chunks.reduce(into: start) { whole, chunk in join(&whole, part(chunk)) }
    }
    let nextChunk = Atomic<Int>(0)
    let progress = Mutex<Progress<Whole, Part>>(Progress(whole: start))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let index = nextChunk.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < chunks.count else { return }
        let finished = part(chunks[index])
        progress.withLock { $0.add(finished, index: index, join: join) }
      }
    }
    return progress.withLock { $0.whole }
  }

  /// The whole so far, and the parts that cannot be joined yet.
  private struct Progress<Whole: Sendable, Part: Sendable>: Sendable {
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
  func map<Result: Sendable>(_ part: @Sendable (Range<Int>) -> [Result]) -> [Result] {
    joined(into: [], part: part) { $0.append(contentsOf: $1) }
  }
}
