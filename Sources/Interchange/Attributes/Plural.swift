/// Counts in sentences.
enum Plural {
  /// A count with what it counts.
  ///
  /// - Parameters:
  ///   - count: The count.
  ///   - one: What follows one, such as `edge has`.
  ///   - many: What follows any other number, such as `edges have`.
  /// - Returns: For example `2 edges have`.
  static func text(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
