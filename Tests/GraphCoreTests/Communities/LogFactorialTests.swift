import Foundation
import Testing

@testable import GraphCore

@Suite struct LogFactorialTests {
  @Test func agreesWithSumsOfLogarithmsInTheTableAndBeyond() {
    let tables = [LogFactorial(upTo: 0), LogFactorial(upTo: 1_000)]
    // What rounding loses in each addition is kept, and added to the next.
    var (sum, lost) = (0.0, 0.0)
    for number in 0..<20_000 {
      if number > 1 {
        let term = log(Double(number)) + lost
        let next = sum + term
        lost = term - (next - sum)
        sum = next
      }
      guard number < 600 || number % 997 < 3 else { continue }
      for logs in tables { #expect(abs(logs[number] - sum) <= 1e-14 * max(sum, 1)) }
    }
  }

  @Test func countsChoices() {
    let logs = LogFactorial(upTo: 20)
    #expect(abs(logs.choose(10, 3) - log(120)) < 1e-12)
    // Two balls over three boxes: three with both in one, three with two boxes.
    #expect(abs(logs.spread(2, over: 3) - log(6)) < 1e-12)
    #expect(logs.spread(0, over: 3) == 0 && logs.spread(0, over: 0) == 0)
  }
}
