/// A set of pairs of nodes, to ask quickly whether two nodes are joined already.
///
/// Open addressing with linear probing in a table at most half full: O(1) expected for each call.
struct PairSet {
  private static let free = UInt64.max

  private let isDirected: Bool
  private let shift: UInt64
  private var slots: [UInt64]

  /// Makes an empty set.
  ///
  /// - Parameters:
  ///   - capacity: The most pairs that will be in the set at a time.
  ///   - isDirected: Whether the order of the two nodes counts.
  init(capacity: Int, isDirected: Bool) {
    self.isDirected = isDirected
    var bits = 4
    while 1 << bits < 2 * capacity { bits += 1 }
    shift = UInt64(64 - bits)
    slots = Array(repeating: Self.free, count: 1 << bits)
  }

  /// Whether a pair is in the set.
  @inline(__always)
  func contains(_ first: Int, _ second: Int) -> Bool {
    let key = key(first, second)
    return slots[slot(of: key)] == key
  }

  /// Puts a pair into the set.
  ///
  /// - Returns: Whether it was not there before.
  @inline(__always)
  mutating func insert(_ first: Int, _ second: Int) -> Bool {
    let key = key(first, second)
    let slot = slot(of: key)
    if slots[slot] == key { return false }
    slots[slot] = key
    return true
  }

  /// Takes a pair out of the set.
  @inline(__always)
  mutating func remove(_ first: Int, _ second: Int) {
    let key = key(first, second)
    var hole = slot(of: key)
    if slots[hole] != key { return }
    // Later keys of the run move up, so that no search ends before it finds them.
    var next = following(hole)
    while slots[next] != Self.free {
      let wanted = home(of: slots[next])
      // How far a key stands from where it belongs must not be less than how far from the hole.
      if (next &- wanted) & (slots.count - 1) >= (next &- hole) & (slots.count - 1) {
        slots[hole] = slots[next]
        hole = next
      }
      next = following(next)
    }
    slots[hole] = Self.free
  }

  @inline(__always)
  private func key(_ first: Int, _ second: Int) -> UInt64 {
    let (low, high) = isDirected || first < second ? (first, second) : (second, first)
    return UInt64(truncatingIfNeeded: low) << 32 | UInt64(truncatingIfNeeded: high)
  }

  /// Where a key belongs: the upper bits of a multiple by 2^64 over the golden ratio.
  @inline(__always)
  private func home(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
  }

  @inline(__always)
  private func following(_ slot: Int) -> Int { (slot &+ 1) & (slots.count - 1) }

  /// Where a key is, or where it would be put.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    var slot = home(of: key)
    while slots[slot] != key, slots[slot] != Self.free { slot = following(slot) }
    return slot
  }
}
