/// Positions sorted by their values.
enum ValueOrder {
  /// Fewer are sorted by comparing.
  private static let fewest = 512

  /// The positions of a list in the order of its values; those of equal values stay in order.
  ///
  /// Sorted by the digits of their bits, the last digit first: numbers above zero are in the order
  /// of their bits. Digits that all have in common are left out, so whole numbers of a few digits
  /// take few passes.
  ///
  /// - Parameters:
  ///   - values: Numbers, none of them NaN; fewer than 2^31.
  ///   - isSmallestFirst: Whether they rise; they fall otherwise.
  /// - Returns: The positions.
  /// - Complexity: O(n) time, at most eight passes, and space.
  static func positions(of values: [Double], isSmallestFirst: Bool = true) -> [Int32] {
    var order = values.indices.map { Int32(truncatingIfNeeded: $0) }
    guard values.count >= fewest else {
      order.sort {
        let (left, right) = (values[Int($0)], values[Int($1)])
        return left == right ? $0 < $1 : (left < right) == isSmallestFirst
      }
      return order
    }
    let keys = values.map { key($0, isSmallestFirst: isSmallestFirst) }
    let varying = keys.reduce(0) { $0 | ($1 ^ keys[0]) }
    var next = order
    keys.withUnsafeBufferPointer { keys in
      for shift in stride(from: UInt64(0), to: 64, by: 8) where varying >> shift & 0xFF != 0 {
        // By digit, the place of the next position that has it.
        var starts = [Int](repeating: 0, count: 257)
        for key in keys { starts[Int(key >> shift & 0xFF) + 1] += 1 }
        for digit in 0..<256 { starts[digit + 1] += starts[digit] }
        next.withUnsafeMutableBufferPointer { next in
          starts.withUnsafeMutableBufferPointer { starts in
            for position in order {
              let digit = Int(keys[Int(position)] >> shift & 0xFF)
              next[starts[digit]] = position
              starts[digit] += 1
            }
          }
        }
        swap(&order, &next)
      }
    }
    return order
  }

  /// Bits whose order as whole numbers is that of the values: -0 and 0 are the same, and numbers
  /// below zero are turned round.
  private static func key(_ value: Double, isSmallestFirst: Bool) -> UInt64 {
    let bits = (value + 0).bitPattern
    let rising = bits >> 63 == 0 ? bits | 1 << 63 : ~bits
    return isSmallestFirst ? rising : ~rising
  }
}
