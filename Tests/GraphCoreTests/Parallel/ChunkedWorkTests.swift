import Testing

@testable import GraphCore

@Suite struct ChunkedWorkTests {
  @Test(arguments: [0, 1, 15, 16, 17, 100, 1_024, 1_025, 5_000])
  func joinsEachIndexOnceAndInOrder(count: Int) {
    for threads in [1, 2, 5, nil] {
      let found = ChunkedWork(count: count, threads: threads).map { Array($0) }
      #expect(found == Array(0..<count))
    }
  }

  @Test func chunksDependOnTheCountAlone() {
    func chunks(threads: Int?) -> [Range<Int>] {
      ChunkedWork(count: 3_000, threads: threads).joined(into: []) {
        [$0]
      } join: {
        $0.append(contentsOf: $1)
      }
    }
    let alone = chunks(threads: 1)
    #expect(alone.count <= ChunkedWork.mostChunks)
    #expect(chunks(threads: 3) == alone)
    #expect(chunks(threads: nil) == alone)
  }
}
