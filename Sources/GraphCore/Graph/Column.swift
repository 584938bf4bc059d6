/// Numbers in a row that never change: in memory of their own, or in a file that is mapped.
///
/// Reads like an array. It exists beside `Array` because a graph of many million edges is to be used
/// where it lies in a mapped file, and filled by several threads where it is read from text.
package struct Column<Element: BitwiseCopyable & Sendable & Equatable>: RandomAccessCollection,
  ExpressibleByArrayLiteral
{
  private let base: UnsafePointer<Element>
  /// Keeps the memory alive for as long as the column is used.
  private let owner: AnyObject
  /// How many numbers there are.
  package let count: Int

  /// Copies a list.
  ///
  /// - Parameter elements: The numbers.
  package init(_ elements: [Element]) {
    self.init(count: elements.count) { buffer in _ = buffer.update(fromContentsOf: elements) }
  }

  /// Copies a list.
  ///
  /// - Parameter elements: The numbers.
  package init(arrayLiteral elements: Element...) {
    self.init(elements)
  }

  /// Makes a column of a known length, to be filled before anyone else sees it.
  ///
  /// - Parameters:
  ///   - count: How many numbers there are.
  ///   - fill: Sets every one of them; what it leaves out is undefined.
  /// - Throws: What `fill` throws.
  package init<Failure: Error>(
    count: Int, fill: (UnsafeMutableBufferPointer<Element>) throws(Failure) -> Void
  ) throws(Failure) {
    try self.init(capacity: count) { buffer throws(Failure) in
      try fill(buffer)
      return count
    }
  }

  /// Makes a column whose length is known only when it is filled.
  ///
  /// Memory that is not touched is not taken from the system.
  ///
  /// - Parameters:
  ///   - capacity: The most numbers that there can be.
  ///   - fill: Sets the first numbers, and returns how many.
  /// - Throws: What `fill` throws.
  package init<Failure: Error>(
    capacity: Int, fill: (UnsafeMutableBufferPointer<Element>) throws(Failure) -> Int
  ) throws(Failure) {
    let memory = ColumnMemory<Element>(capacity: capacity)
    self = memory.column(count: try fill(memory.buffer))
  }

  /// Shows numbers that lie in memory of someone else.
  ///
  /// - Parameters:
  ///   - base: The first number; it must stay where it is, unchanged, while `owner` lives.
  ///   - count: How many there are.
  ///   - owner: What keeps the memory alive.
  package init(at base: UnsafePointer<Element>, count: Int, owner: any AnyObject & Sendable) {
    self.base = base
    self.count = count
    self.owner = owner
  }

  private init(at base: UnsafePointer<Element>, count: Int, keeping owner: AnyObject) {
    self.base = base
    self.count = count
    self.owner = owner
  }

  /// The column without its first numbers, in the same memory.
  ///
  /// - Parameter count: How many numbers to leave out, at most all.
  /// - Returns: The rest.
  package func dropped(_ count: Int) -> Column {
    precondition(count >= 0 && count <= self.count, "more left out than there are")
    return Column(at: base + count, count: self.count - count, keeping: owner)
  }

  /// The first position, 0.
  package var startIndex: Int { 0 }
  /// One past the last position.
  package var endIndex: Int { count }

  /// The number at a position.
  ///
  /// - Parameter position: `0 ..< count`; anything else stops the program.
  @inline(__always)
  package subscript(position: Int) -> Element {
    precondition(UInt(bitPattern: position) < UInt(bitPattern: count), "outside the column")
    return base[position]
  }

  /// Gives the numbers as memory, for loops that are to be fast.
  ///
  /// - Parameter body: Uses the memory; it must not keep it.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  @inline(__always)
  package func withUnsafeBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // The owner must live until the body is done with its memory.
    let keeper = owner
    defer { withExtendedLifetime(keeper) {} }
    return try body(UnsafeBufferPointer(start: base, count: count))
  }

  package func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    try withUnsafeBufferPointer(body)
  }
}

// The memory is written only before the initializer returns, so any thread may read it.
extension Column: @unchecked Sendable {}

extension Column: Equatable {
  /// Whether two columns hold the same numbers.
  ///
  /// - Parameters:
  ///   - left: A column.
  ///   - right: Another.
  /// - Returns: True if they are as long as each other and equal throughout.
  package static func == (left: Column, right: Column) -> Bool {
    guard left.count == right.count else { return false }
    return left.base == right.base || left.elementsEqual(right)
  }
}

/// Memory that is filled, perhaps by several threads, and then becomes a column.
package final class ColumnMemory<Element: BitwiseCopyable & Sendable & Equatable> {
  /// The memory; nothing may be written to it once ``column(count:)`` was called.
  package let buffer: UnsafeMutableBufferPointer<Element>
  private let base: UnsafeMutablePointer<Element>

  /// Reserves memory; what is not touched is not taken from the system.
  ///
  /// - Parameter capacity: The most numbers that there can be.
  package init(capacity: Int) {
    base = .allocate(capacity: Swift.max(capacity, 1))
    buffer = UnsafeMutableBufferPointer(start: base, count: capacity)
  }

  deinit { base.deallocate() }

  /// The memory as a column.
  ///
  /// - Parameter count: How many numbers were set.
  /// - Returns: The first numbers.
  package func column(count: Int) -> Column<Element> {
    precondition(count >= 0 && count <= buffer.count, "a column was filled beyond its end")
    return Column(at: base, count: count, owner: self)
  }
}

// Threads that fill it write to parts of their own, and when it is a column nobody writes.
extension ColumnMemory: @unchecked Sendable {}
