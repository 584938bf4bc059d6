import Dispatch

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

/// Runs numbered pieces of work on as many threads as the machine offers.
///
/// - Parameters:
///   - count: How many pieces there are; a single one stays on this thread.
///   - work: Does the piece of a number; called on any thread, in any order.
package func inParallel(_ count: Int, _ work: @Sendable (Int) -> Void) {
  if count == 1 {
    work(0)
  } else {
    DispatchQueue.concurrentPerform(iterations: count, execute: work)
  }
}
