/// How a long computation is run: on how many threads, and who is told how far it is.
///
/// It never changes a result. A long computation also stops when the task in which it was called is
/// cancelled, and then throws `GraphError.cancelled`.
public struct Execution: Sendable {
  /// The number of threads, or nil for as many as the machine has cores. The result is the same.
  public var threads: Int?
  /// Is told now and then which share of the work is done, from 0 to 1: on any thread, never two
  /// calls at once, and never less than before. The work waits meanwhile, so it should be quick.
  public var progress: (@Sendable (Double) -> Void)?

  /// Makes a way of running.
  ///
  /// - Parameters:
  ///   - threads: The number of threads, or nil for as many as the machine has cores.
  ///   - progress: Is told now and then which share of the work is done, from 0 to 1.
  public init(threads: Int? = nil, progress: (@Sendable (Double) -> Void)? = nil) {
    self.threads = threads
    self.progress = progress
  }

  /// The way to run one of several computations of about the same length.
  ///
  /// - Parameters:
  ///   - number: Which one, from 0.
  ///   - count: How many there are.
  /// - Returns: The same threads, and progress within its share of the whole.
  package func part(_ number: Int, of count: Int) -> Execution {
    part(Double(number) / Double(count)...Double(number + 1) / Double(count))
  }

  /// The way to run one part of a longer computation.
  ///
  /// - Parameter share: From where to where the part brings the whole.
  /// - Returns: The same threads, and progress within that share.
  func part(_ share: ClosedRange<Double>) -> Execution {
    guard let progress else { return self }
    return Execution(threads: threads) { done in
      progress(share.lowerBound + done * (share.upperBound - share.lowerBound))
    }
  }

  /// Ends a computation whose result nobody waits for any more.
  ///
  /// It can be called in the parts of a work that are done on other threads too.
  ///
  /// - Throws: `GraphError.cancelled` if the task has been cancelled in which the computation was
  ///   called.
  package static func checkCancellation() throws(GraphError) {
    if isCancelled { throw .cancelled }
  }

  /// Whether nobody waits any more for the result of the computation in hand.
  static var isCancelled: Bool { AskingTask.isCurrentCancelled }
}
