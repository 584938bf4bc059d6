import Testing

@testable import Interchange

@Suite struct PlainNetworkTests {
  @Test(
    arguments: [
      (0.5, "0.5"), (3, "3"), (-2, "-2"), (1e15, "1000000000000000"), (1e16, "1e+16"),
      (999_999_999_999_999, "999999999999999"),
      (0.1 + 0.2, "0.30000000000000004"),
    ] as [(Double, String)])
  func numbersAreWrittenShortAndExact(number: Double, text: String) {
    #expect(NetworkNumber.text(number) == text)
    #expect(Double(text) == number)
  }
}
