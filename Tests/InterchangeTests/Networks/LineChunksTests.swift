import GraphCore
import Testing

@testable import Interchange

@Suite struct LineChunksTests {
  /// A line ends at a line feed, at a carriage return alone, or at both together; what is left over
  /// is a line too.
  private func lineCount(_ text: ArraySlice<UInt8>) -> Int {
    var count = 0
    var rest = text
    while !rest.isEmpty {
      rest = rest.drop { $0 != 10 && $0 != 13 }
      count += 1
      rest = rest.starts(with: [13, 10]) ? rest.dropFirst(2) : rest.dropFirst()
    }
    return count
  }

  @Test func countsTheLinesOfEachChunk() {
    var generator = SeededGenerator(seed: 3)
    for round in 0..<300 {
      let length = Int(generator.next() % (round < 290 ? 200 : 20_000))
      // Texts of few line ends, of many, and of nothing else.
      let others = [40, 3, 0][round % 3]
      let text = (0..<length).map { _ -> UInt8 in
        [10, 13].randomElement(using: &generator).flatMap {
          Int.random(in: 0...others, using: &generator) > 1 ? 120 : $0
        } ?? 0
      }
      for size in [1, 50, 1 << 20] {
        let chunks = LineChunks(
          NetworkText(bytes: Column(text), path: "text"), from: 0, size: size)
        // Answers of many numbers are compared outside the expectation, which would print them.
        let isWhole = chunks.ranges.flatMap { Array($0) } == Array(0..<length)
        #expect(isWhole, "round \(round), chunks of \(size)")
        let lines = chunks.lineCounts()
        let isRight = lines.counts == chunks.ranges.map { lineCount(text[$0]) }
        #expect(isRight, "round \(round), chunks of \(size)")
        #expect(lines.starts.last == lines.counts.reduce(0, +))
      }
    }
  }
}
