import Foundation
import Testing

@testable import GraphCore

@Suite struct CubeRootTests {
  @Test func agreesWithTheMathLibrary() {
    var generator = SeededGenerator(seed: 111)
    for exponent in -300...300 {
      let number = Double(sign: .plus, exponent: exponent, significand: 1 + generator.nextUnit())
      let expected = cbrt(number)
      // The C library's own root may be four units of the last place off.
      #expect(abs(number.cubeRoot - expected) <= 5 * expected.ulp)
      #expect((-number).cubeRoot == -number.cubeRoot)
    }
    #expect(0.0.cubeRoot == 0)
    #expect(1.0.cubeRoot == 1)
    #expect(27.0.cubeRoot == 3)
  }
}
