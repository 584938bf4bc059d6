import Foundation
import Synchronization
import Testing

@testable import GraphCore

@Suite struct AskingTaskTests {
  /// Goes on until the check for cancellation ends it.
  @Sendable private static func endless(_ begun: borrowing Atomic<Int>) throws(GraphError) -> Int {
    begun.wrappingAdd(1, ordering: .releasing)
    while true { try Execution.checkCancellation() }
  }

  /// Cancels a task from a thread of its own once work is under way: tasks may have to wait for the
  /// very work that is to be cancelled.
  private static func cancel(
    _ task: Task<some Sendable, any Error>, after begun: Begun, _ count: Int
  ) {
    Thread.detachNewThread {
      // Not for ever: there may be no other thread.
      var patience = 500
      while begun.count.load(ordering: .acquiring) < (patience > 0 ? count : 1) {
        Thread.sleep(forTimeInterval: 0.001)
        patience -= 1
      }
      task.cancel()
    }
  }

  private final class Begun: Sendable {
    let count = Atomic<Int>(0)
  }

  @Test(arguments: [1, 2, 3, nil])
  func aCheckWithinTheWorkSeesTheTask(threads: Int?) async {
    let begun = Begun()
    let task = Task<Int, any Error> {
      let work = ChunkedWork(count: 8, execution: .init(threads: threads), smallestChunk: 1)
      return try work.results { _ throws(GraphError) in try Self.endless(begun.count) }.count
    }
    Self.cancel(task, after: begun, min(threads ?? 1, 2))
    await #expect(throws: GraphError.cancelled) { try await task.value }
  }

  @Test(arguments: [1, 2])
  func workWithinWorkSeesItToo(threads: Int) async {
    let begun = Begun()
    let task = Task<Int, any Error> {
      let outer = ChunkedWork(count: 4, execution: .init(threads: 2), smallestChunk: 1)
      return try outer.results { _ throws(GraphError) in
        let inner = ChunkedWork(count: 4, execution: .init(threads: threads), smallestChunk: 1)
        return try inner.results { _ throws(GraphError) in try Self.endless(begun.count) }.count
      }.count
    }
    Self.cancel(task, after: begun, 2)
    await #expect(throws: GraphError.cancelled) { try await task.value }
  }

  @Test func piecesInParallelSeeIt() async {
    let begun = Begun()
    let task = Task<Void, any Error> {
      inParallel(4) { _ in _ = try? Self.endless(begun.count) }
      try Execution.checkCancellation()
    }
    Self.cancel(task, after: begun, 1)
    await #expect(throws: GraphError.cancelled) { try await task.value }
  }

  /// A thread forgets the task when the work is done, and work outside of tasks goes on.
  @Test func otherWorkIsNotCancelled() async throws {
    let task = Task<Int, any Error> {
      while !Task.isCancelled { await Task.yield() }
      return try ChunkedWork(count: 100, execution: .init(threads: 3)).map { Array($0) }.count
    }
    task.cancel()
    await #expect(throws: GraphError.cancelled) { try await task.value }
    let work = ChunkedWork(count: 100, execution: .init(threads: 3))
    let isCancelled = try work.map { chunk in chunk.map { _ in Execution.isCancelled } }
    #expect(isCancelled == [Bool](repeating: false, count: 100))
  }
}
