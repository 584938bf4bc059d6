import Foundation
import Testing

@testable import GraphCore

@Suite struct NaturalLogarithmTests {
  @Test func agreesWithTheMathematicsLibrary() {
    var generator = SeededGenerator(seed: 641)
    let numbers = (0..<2_000).map { _ in
      Double(sign: .plus, exponent: Int.random(in: -300...300, using: &generator), significand: 1)
        * (1 + generator.nextUnit())
    }
    for number in numbers + [
      1, 2, 0.5, 1.5, 10, .pi, 1e-300, 1e300, 1.0.nextUp, 1.0.nextDown,
      .leastNormalMagnitude, .leastNonzeroMagnitude, 2.0.squareRoot(), 0.5.squareRoot(),
    ] {
      let expected = Foundation.log(number)
      #expect(abs(number.naturalLogarithm - expected) <= max(abs(expected), 1e-3) * 1e-15)
    }
    #expect(1.0.naturalLogarithm == 0)
  }

  @Test func nearOneNothingIsLost() {
    var generator = SeededGenerator(seed: 642)
    let numbers = (0..<2_000).map { _ in
      (generator.nextUnit() * 2 - 1)
        * Double(
          sign: .plus,
          exponent: Int.random(
            in: -60...0, using: &generator), significand: 1)
    }
    for number in numbers + [0.25, -0.25, 0.25.nextDown, -0.9999, 1e-300, -1e-300, 7] {
      let expected = Foundation.log1p(number)
      #expect(abs(Double.naturalLogarithm(onePlus: number) - expected) <= abs(expected) * 1e-15)
    }
    #expect(Double.naturalLogarithm(onePlus: 0) == 0)
  }
}
