import Dispatch
import Synchronization

/// Memory that several threads fill together, each a part of its own.
package struct SharedMemory<Element: BitwiseCopyable> {
  /// The memory.
  package let buffer: UnsafeMutableBufferPointer<Element>

  /// Shares memory.
  ///
  /// - Parameter buffer: The memory; whoever uses it keeps it alive meanwhile.
  package init(_ buffer: UnsafeMutableBufferPointer<Element>) {
    self.buffer = buffer
  }

  /// A part of the memory, for one thread.
  ///
  /// - Parameter range: The positions of the part.
  /// - Returns: The part, with positions from 0.
  package func part(_ range: Range<Int>) -> UnsafeMutableBufferPointer<Element> {
    UnsafeMutableBufferPointer(rebasing: buffer[range])
  }
}

// No position is written by two threads, nor written by one while another reads it: whoever shares
// memory sees to that.
extension SharedMemory: @unchecked Sendable {}

/// Runs numbered pieces of work on several threads.
///
/// - Parameters:
///   - count: How many pieces there are; a single one stays on this thread.
///   - threads: The number of threads, or nil for as many as the machine offers.
///   - work: Does the piece of a number; called on any thread, in any order.
package func inParallel(_ count: Int, threads: Int? = nil, _ work: @Sendable (Int) -> Void) {
  let workers = min(max(threads ?? count, 1), count)
  if workers <= 1 {
    for piece in 0..<count { work(piece) }
  } else {
    let nextPiece = Atomic<Int>(0)
    AskingTask.withCurrent { task in
      DispatchQueue.concurrentPerform(iterations: workers) { _ in
        task.run {
          while true {
            let piece = nextPiece.wrappingAdd(1, ordering: .relaxed).oldValue
            guard piece < count else { return }
            work(piece)
          }
        }
      }
    }
  }
}
