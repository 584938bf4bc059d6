import Synchronization
import Testing

@testable import GraphCore

@Suite struct WorkMonitorTests {
  @Test func tellsNoShareTwice() {
    let told = Mutex<[Double]>([])
    let monitor = WorkMonitor(
      count: 100_000, progress: { share in told.withLock { $0.append(share) } }, task: nil)
    for _ in 0..<100_000 { monitor.advance(by: 1) }
    let shares = told.withLock { $0 }
    #expect(shares == (1..<1_000).map { Double($0) / 1_000 })
    #expect(!monitor.isCancelled)
  }

  @Test func skipsSharesThatPassAtOnce() {
    let told = Mutex<[Double]>([])
    let monitor = WorkMonitor(
      count: 10, progress: { share in told.withLock { $0.append(share) } }, task: nil)
    for _ in 0..<2 { monitor.advance(by: 5) }
    // What was begun before the second five.
    #expect(told.withLock { $0 } == [0.5])
  }
}
