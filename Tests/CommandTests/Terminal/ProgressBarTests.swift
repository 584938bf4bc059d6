import Synchronization
import Testing

@testable import throughline

@Suite struct ProgressBarTests {
  private final class Screen: Sendable {
    private let text = Mutex("")
    var all: String { text.withLock { $0 } }
    func write(_ more: String) { text.withLock { $0 += more } }
  }

  @Test func showsNothingInTheFirstSecond() {
    let screen = Screen()
    let bar = ProgressBar("betweenness") { screen.write($0) }
    bar.show(0.5, after: .milliseconds(900))
    bar.clear()
    #expect(screen.all.isEmpty)
  }

  @Test func drawsEachLineOnceAndTakesItAway() {
    let screen = Screen()
    let bar = ProgressBar("pagerank") { screen.write($0) }
    bar.show(0.5, after: .seconds(2))
    bar.show(0.501, after: .seconds(2))
    bar.clear()
    bar.clear()
    let line = "pagerank [###############---------------] 50 %"
    #expect(screen.all == "\r\(line)\r" + String(repeating: " ", count: line.count) + "\r")
  }

  @Test func timeIsShownWhereNoShareIsKnown() {
    let screen = Screen()
    let bar = ProgressBar("drawing") { screen.write($0) }
    bar.showTime(after: .milliseconds(900))
    bar.showTime(after: .milliseconds(4_200))
    bar.showTime(after: .milliseconds(4_700))
    #expect(screen.all == "\rdrawing | 4 s")
    #expect(ProgressBar.line("drawing", after: .seconds(63)) == "drawing \\ 1 min 3 s")
    bar.clear()
    #expect(screen.all.hasSuffix("\r"))
    // Of two minutes a quarter is over: seven of thirty marks and a half.
    #expect(
      ProgressBar.line("drawing", after: .seconds(30), of: 120)
        == "drawing [#######-----------------------] 30 s of at most 2 min 0 s")
    #expect(
      ProgressBar.line("drawing", after: .seconds(9), of: 3).contains(
        "[" + String(repeating: "#", count: 30)))
  }

  @Test(arguments: [(-1.0, "0 %"), (0.999, "99 %"), (1, "100 %"), (7, "100 %")])
  func staysWithinTheBar(share: Double, end: String) {
    let line = ProgressBar.line("x", share: share)
    #expect(line.hasSuffix("] " + end))
    #expect(line.filter { "#-".contains($0) }.count == 30)
  }
}
