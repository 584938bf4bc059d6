import Synchronization
import Testing

@testable import GraphCore

@Suite struct SharedMemoryTests {
  @Test(arguments: [nil, 1, 2, 5, 200] as [Int?], [0, 1, 2, 100])
  func eachPieceIsDoneOnce(threads: Int?, count: Int) {
    let done = Mutex([Int](repeating: 0, count: count))
    inParallel(count, threads: threads) { piece in done.withLock { $0[piece] += 1 } }
    #expect(done.withLock { $0 } == [Int](repeating: 1, count: count))
  }
}
