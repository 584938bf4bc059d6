/// The distances between a node and others in hops, summed up in whole numbers.
///
/// Whole numbers can be added in any order, so the sums do not depend on which search found a
/// distance first, and nodes alike come out exactly equal.
struct DistanceTally: Sendable, Equatable, BitwiseCopyable {
  /// The bits of an inverse behind the point.
  private static let fractionBits: UInt64 = 63

  /// The nodes found, apart from the node itself.
  private(set) var count: Int32 = 0
  private(set) var largest: Int32 = 0
  private(set) var sum = 0
  /// The sum of one over each distance, times 2^63. Each inverse is rounded by less than 2^-63, so
  /// the sum of k of them is right to k / 2^63.
  private var inverses: UInt128 = 0

  /// A distance and its inverse.
  struct Level {
    let distance: Int
    fileprivate let inverse: UInt64

    init(_ distance: Int) {
      self.distance = distance
      let one: UInt64 = 1 << DistanceTally.fractionBits
      inverse = (one + UInt64(distance) / 2) / UInt64(distance)
    }
  }

  /// Adds some nodes at one distance.
  @inline(__always)
  mutating func add(_ found: Int, at level: Level) {
    count &+= Int32(truncatingIfNeeded: found)
    largest = max(largest, Int32(truncatingIfNeeded: level.distance))
    sum &+= found &* level.distance
    inverses &+=
      UInt128(truncatingIfNeeded: UInt64(truncatingIfNeeded: found))
      &* UInt128(truncatingIfNeeded: level.inverse)
  }

  /// Adds what another search found.
  mutating func add(_ other: DistanceTally) {
    count &+= other.count
    largest = max(largest, other.largest)
    sum &+= other.sum
    inverses &+= other.inverses
  }

  /// The sum of one over each distance.
  var sumOfInverses: Double {
    let whole = UInt64(truncatingIfNeeded: inverses >> UInt128(Self.fractionBits))
    let rest = UInt64(truncatingIfNeeded: inverses) & (1 << Self.fractionBits - 1)
    return Double(whole) + Double(rest) / Double(sign: .plus, exponent: 63, significand: 1)
  }
}
