import GraphCore
import Testing

@Suite struct ColumnTests {
  @Test(arguments: [[], [7], [3, -1, 3, Int32.max]] as [[Int32]])
  func readsLikeTheArray(list: [Int32]) {
    let column = Column(list)
    #expect(Array(column) == list)
    #expect(column.count == list.count)
    #expect(column == Column(list))
    #expect(column != Column(list + [0]))
    #expect(column.withUnsafeBufferPointer { Array($0) } == list)
  }

  @Test func aCapacityIsCutToWhatWasFilled() {
    let column = Column<Int>(capacity: 1_000_000) { buffer in
      buffer[0] = 4
      buffer[1] = 5
      return 2
    }
    #expect(column == [4, 5])
  }

  @Test func memoryOfOthersIsKeptWhileTheColumnLives() {
    // The memory is written in the initializer and, to be noticed, when it goes.
    final class Owner: @unchecked Sendable {
      let base: UnsafeMutablePointer<Int32>
      init() {
        base = .allocate(capacity: 2)
        base.initialize(to: 8)
        (base + 1).initialize(to: 9)
      }
      deinit {
        base.initialize(repeating: -1, count: 2)
        base.deallocate()
      }
    }
    func column() -> Column<Int32> {
      let owner = Owner()
      return Column(at: owner.base, count: 2, owner: owner)
    }
    #expect(column() == [8, 9])
  }
}
