import Foundation
import Testing

@testable import GraphCore

@Suite struct NaturalExponentialTests {
  @Test func agreesWithTheCLibrary() {
    for step in -7_400...7_090 {
      let number = Double(step) / 10 + 0.0123
      let expected = exp(number)
      // Below the smallest normal number digits are lost.
      let margin = expected < 1e-300 ? Double.leastNormalMagnitude / 64 : expected * 4e-15
      #expect(abs(number.naturalExponential - expected) <= margin, "\(number)")
    }
    #expect(0.0.naturalExponential == 1)
    #expect((-800.0).naturalExponential == 0)
    #expect(800.0.naturalExponential == .infinity)
  }
}
