import Testing

@testable import GraphCore

@Suite struct FilledArrayTests {
  @Test(arguments: [0, 1, 2, 7])
  func holdsWhatWasFilledIn(size: Int) {
    let squares = [Int](filling: size) { memory, count in
      #expect(memory.count >= size)
      for index in 0..<size { memory.initializeElement(at: index, to: index * index) }
      count = size
    }
    #expect(squares == (0..<size).map { $0 * $0 })
  }

  @Test func mayHoldFewer() {
    let one = [String](filling: 3) { memory, count in
      memory.initializeElement(at: 0, to: "first")
      count = 1
    }
    #expect(one == ["first"])
    #expect([String](filling: 3) { _, _ in }.isEmpty)
  }
}
