import Foundation
import Synchronization
import Testing

@testable import GraphCore

@Suite struct ChunkedWorkTests {
  @Test(arguments: [0, 1, 15, 16, 17, 100, 1_024, 1_025, 5_000])
  func joinsEachIndexOnceAndInOrder(count: Int) throws {
    for threads in [1, 2, 5, nil] {
      let found = try ChunkedWork(count: count, execution: .init(threads: threads)).map {
        Array($0)
      }
      #expect(found == Array(0..<count))
    }
  }

  @Test func chunksDependOnTheCountAlone() throws {
    func chunks(threads: Int?) throws -> [Range<Int>] {
      try ChunkedWork(count: 3_000, execution: .init(threads: threads)).joined(into: []) {
        [$0.range]
      } join: {
        $0.append(contentsOf: $1)
      }
    }
    let alone = try chunks(threads: 1)
    #expect(alone.count <= ChunkedWork.mostChunks)
    #expect(try chunks(threads: 3) == alone)
    #expect(try chunks(threads: nil) == alone)
  }

  @Test func aLateFirstChunkIsStillJoinedFirst() throws {
    let finished = Atomic<Int>(0)
    let work = ChunkedWork(count: 100, execution: .init(threads: 2))
    let found = try work.joined(into: [Range<Int>]()) { chunk in
      // Wait for a later chunk, but not for ever: on one core there may be no other thread.
      var patience = 500
      while chunk.range.lowerBound == 0, patience > 0, finished.load(ordering: .acquiring) < 3 {
        Thread.sleep(forTimeInterval: 0.001)
        patience -= 1
      }
      finished.wrappingAdd(1, ordering: .releasing)
      return chunk.range
    } join: {
      $0.append($1)
    }
    #expect(found == found.sorted { $0.lowerBound < $1.lowerBound })
    #expect(found.flatMap { Array($0) } == Array(0..<100))
  }

  @Test(arguments: [1, 3, 4, 16, 40])
  func batchesHoldEachIndexOnceAndInOrder(size: Int) throws {
    for threads in [1, 3] {
      let batches = try ChunkedWork(count: 1_500, execution: .init(threads: threads)).map {
        Array($0.batches(of: size))
      }
      #expect(batches.flatMap { Array($0) } == Array(0..<1_500))
      #expect(batches.allSatisfy { !$0.isEmpty && $0.count <= size })
    }
  }

  @Test func aCancelledTaskGetsNoResult() async {
    for threads in [1, 3] {
      let task = Task<Int, any Error> {
        // Long enough to be cancelled first, and in the end given up by patience alone.
        while !Task.isCancelled { await Task.yield() }
        return try ChunkedWork(count: 10_000, execution: .init(threads: threads)).map {
          Array($0)
        }.count
      }
      task.cancel()
      await #expect(throws: GraphError.cancelled) { try await task.value }
    }
  }

  @Test func cancellationEndsWorkThatIsUnderWay() async throws {
    for threads in [1, 3] {
      let begun = Atomic<Bool>(false)
      let visited = Atomic<Int>(0)
      let cancelled = Atomic<Bool>(false)
      let visitedLate = Atomic<Int>(0)
      let task = Mutex<Task<Int, any Error>?>(nil)
      let found = Task<Int, any Error> {
        while !begun.load(ordering: .acquiring) { await Task.yield() }
        return try ChunkedWork(count: 100_000, execution: .init(threads: threads)).map { chunk in
          chunk.map { index in
            if cancelled.load(ordering: .acquiring) {
              visitedLate.wrappingAdd(1, ordering: .relaxed)
            } else if visited.wrappingAdd(1, ordering: .relaxed).newValue == 100 {
              task.withLock { $0?.cancel() }
              cancelled.store(true, ordering: .releasing)
            }
            return index
          }
        }.count
      }
      task.withLock { $0 = found }
      begun.store(true, ordering: .releasing)
      await #expect(throws: GraphError.cancelled) { try await found.value }
      // The thread that cancels ends there; each other one may finish the index in hand.
      #expect(visitedLate.load(ordering: .relaxed) < threads)
    }
  }
}
