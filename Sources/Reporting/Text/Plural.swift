/// Counts in words.
enum Plural {
  /// A count with its noun.
  ///
  /// - Parameters:
  ///   - count: The count.
  ///   - one: The noun for one.
  ///   - many: The noun for any other number.
  /// - Returns: For example `2 links`.
  static func text(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
