import Foundation
import Synchronization
import Testing

@testable import GraphCore

@Suite struct ChunkedWorkTests {
  @Test(arguments: [0, 1, 15, 16, 17, 100, 1_024, 1_025, 5_000])
  func joinsEachIndexOnceAndInOrder(count: Int) {
    for threads in [1, 2, 5, nil] {
      let found = ChunkedWork(count: count, threads: threads).map { Array($0) }
      #expect(found == Array(0..<count))
    }
  }

  @Test func chunksDependOnTheCountAlone() {
    func chunks(threads: Int?) -> [Range<Int>] {
      ChunkedWork(count: 3_000, threads: threads).joined(into: []) {
        [$0]
      } join: {
        $0.append(contentsOf: $1)
      }
    }
    let alone = chunks(threads: 1)
    #expect(alone.count <= ChunkedWork.mostChunks)
    #expect(chunks(threads: 3) == alone)
    #expect(chunks(threads: nil) == alone)
  }

  @Test func aLateFirstChunkIsStillJoinedFirst() {
    let finished = Atomic<Int>(0)
    let found = ChunkedWork(count: 100, threads: 2).joined(into: [Range<Int>]()) { chunk in
      // Wait for a later chunk, but not for ever: on one core there may be no other thread.
      var patience = 500
      while chunk.lowerBound == 0, patience > 0, finished.load(ordering: .acquiring) < 3 {
        Thread.sleep(forTimeInterval: 0.001)
        patience -= 1
      }
      finished.wrappingAdd(1, ordering: .releasing)
      return chunk
    } join: {
      $0.append($1)
    }
    #expect(found == found.sorted { $0.lowerBound < $1.lowerBound })
    #expect(found.flatMap { Array($0) } == Array(0..<100))
  }
}
