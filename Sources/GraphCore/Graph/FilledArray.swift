extension Array {
  /// Makes an array with room for some elements and has it filled.
  ///
  /// As `init(unsafeUninitializedCapacity:initializingWith:)`, but with room for one element at least:
  /// of an array without room the standard library sets the count in the one empty array that all
  /// threads share, which the thread sanitizer reports.
  ///
  /// - Parameters:
  ///   - capacity: How many elements there are to be at most.
  ///   - fill: Initializes elements from the first on, and says how many they are; the memory can be
  ///     larger than was asked for.
  /// - Complexity: That of `fill`.
  package init(
    filling capacity: Int,
    _ fill: (_ memory: inout UnsafeMutableBufferPointer<Element>, _ count: inout Int) -> Void
  ) {
    self.init(unsafeUninitializedCapacity: Swift.max(capacity, 1), initializingWith: fill)
  }
}
