/// Sorts numbers into rows by counting, on several threads.
///
/// The entries are cut into a few blocks. Each block counts its entries by row; from the counts
/// follows where its entries begin in each row; then each block puts its own into place. Entries of
/// one row so keep their order, whatever the number of threads.
enum RowSort {
  /// Entries that are to be sorted into rows, in an order of their own.
  protocol Entries: Sendable {
    /// The number of things over which `visit` runs.
    var count: Int { get }
    /// The most entries that there can be.
    var entryCount: Int { get }

    /// Visits the entries of some of them, in order.
    func visit(_ block: Range<Int>, _ body: (_ row: Int32, _ value: Int32) -> Void)
  }

  /// Sorts entries into rows.
  ///
  /// - Parameters:
  ///   - entries: The entries; every row is in `0 ..< rowCount`.
  ///   - rowCount: The number of rows.
  ///   - isSortedByValue: Whether each row is to be sorted by value in the end.
  /// - Returns: Where each row begins, with one more at the end, and the values row by row.
  static func rows(
    of entries: some Entries, rowCount: Int, isSortedByValue: Bool = false
  ) -> (offsets: Column<Int>, values: Column<Int32>) {
    let blocks = blocks(of: entries, rowCount: rowCount)
    // By block and row: first the number of entries, then the place of the next one.
    let memory = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: blocks.count * rowCount)
    defer { memory.deallocate() }
    let places = SharedMemory(memory)
    inParallel(blocks.count) { block in
      let own = places.part(block * rowCount..<(block + 1) * rowCount)
      own.initialize(repeating: 0)
      entries.visit(blocks[block]) { row, _ in own[Int(row)] &+= 1 }
    }
    var total = 0
    let offsets = Column<Int>(count: rowCount + 1) { offsets in
      for row in 0..<rowCount {
        offsets[row] = total
        for block in blocks.indices {
          let found = memory[block * rowCount + row]
          memory[block * rowCount + row] = UInt32(truncatingIfNeeded: total)
          total += Int(found)
        }
      }
      offsets[rowCount] = total
    }
    let values = Column<Int32>(count: total) { values in
      let shared = SharedMemory(values)
      inParallel(blocks.count) { block in
        let own = places.part(block * rowCount..<(block + 1) * rowCount)
        entries.visit(blocks[block]) { row, value in
          let place = own[Int(row)]
          shared.buffer[Int(place)] = value
          own[Int(row)] = place &+ 1
        }
      }
      if isSortedByValue { sortEachRow(of: values, offsets: offsets) }
    }
    return (offsets, values)
  }

  /// Two blocks where rows are short, up to eight where they are long: what the blocks count must
  /// stay small beside the entries.
  private static func blocks(of entries: some Entries, rowCount: Int) -> [Range<Int>] {
    let perRow = entries.entryCount / max(rowCount, 1)
    let wanted =
      entries.entryCount < 1 << 16 ? 1 : perRow < 16 ? 2 : perRow < 64 ? 4 : 8
    return (0..<wanted).map { block in
      entries.count * block / wanted..<entries.count * (block + 1) / wanted
    }
  }

  /// Sorts each row by value, all values being below the number of rows.
  private static func sortEachRow(
    of values: UnsafeMutableBufferPointer<Int32>, offsets: Column<Int>
  ) {
    let rowCount = offsets.count - 1
    // About as many entries in each part; a part is whole rows.
    let partCount = values.count < 1 << 16 ? 1 : 64
    let bounds =
      (0..<partCount).map { firstRow(at: values.count * $0 / partCount, in: offsets) } + [rowCount]
    let shared = SharedMemory(values)
    inParallel(partCount) { part in
      var sorter = RowSorter(bound: rowCount)
      for row in bounds[part]..<bounds[part + 1] {
        sorter.sort(shared.part(offsets[row]..<offsets[row + 1]))
      }
    }
  }

  /// The first row that begins at an entry or after it.
  private static func firstRow(at entry: Int, in offsets: Column<Int>) -> Int {
    var low = 0
    var high = offsets.count - 1
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < entry { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Sorts rows of nodes one after the other, with memory that it keeps in between.
private struct RowSorter {
  /// Shorter rows are sorted by insertion; counting 256 buckets costs more there.
  private static let shortRow = 64

  private let digits: Int
  private var scratch: [Int32] = []

  /// - Parameter bound: The values are `0 ..< bound`.
  init(bound: Int) {
    digits = (bound.bitWidth - max(bound - 1, 1).leadingZeroBitCount + 7) / 8
  }

  mutating func sort(_ row: UnsafeMutableBufferPointer<Int32>) {
    if row.count < Self.shortRow { return Self.insert(row) }
    // Files are often sorted already.
    guard zip(row, row.dropFirst()).contains(where: { $0 > $1 }) else { return }
    if scratch.count < row.count { scratch = Array(repeating: 0, count: row.count * 2) }
    let digits = digits
    scratch.withUnsafeMutableBufferPointer { scratch in
      var from = row
      var to = UnsafeMutableBufferPointer(rebasing: scratch[..<row.count])
      for digit in 0..<digits {
        Self.distribute(from, to, shift: Int32(8 * digit))
        swap(&from, &to)
      }
      if digits % 2 == 1 { _ = row.update(fromContentsOf: from) }
    }
  }

  private static func insert(_ row: UnsafeMutableBufferPointer<Int32>) {
    var next = 1
    while next < row.count {
      let value = row[next]
      var place = next
      while place > 0, row[place - 1] > value {
        row[place] = row[place - 1]
        place -= 1
      }
      row[place] = value
      next += 1
    }
  }

  /// One pass of a radix sort, from the lowest byte up.
  private static func distribute(
    _ from: UnsafeMutableBufferPointer<Int32>, _ to: UnsafeMutableBufferPointer<Int32>, shift: Int32
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { places in
      places.initialize(repeating: 0)
      for value in from { places[Int((value &>> shift) & 0xFF)] &+= 1 }
      var total = 0
      for bucket in 0..<256 {
        let count = places[bucket]
        places[bucket] = total
        total += count
      }
      for value in from {
        let bucket = Int((value &>> shift) & 0xFF)
        to[places[bucket]] = value
        places[bucket] &+= 1
      }
    }
  }
}
