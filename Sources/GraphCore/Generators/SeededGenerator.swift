/// A small random generator whose whole sequence follows from its seed, on every machine.
///
/// xoshiro256** with its state filled by SplitMix64 [Blackman2021]. Good for sampling and for
/// tests, not for secrets. Algorithms that use chance take a generator, so the caller can print the
/// seed and repeat a run.
public struct SeededGenerator: RandomNumberGenerator, Sendable, Equatable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// Starts the sequence of a seed.
  ///
  /// - Parameter seed: Any number; each gives its own sequence.
  public init(seed: UInt64) {
    var mixer = seed
    func mixed() -> UInt64 {
      mixer &+= 0x9E37_79B9_7F4A_7C15
      var word = mixer
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
    state = (mixed(), mixed(), mixed(), mixed())
  }

  /// The next 64 random bits.
  ///
  /// - Returns: A number, each of the 2^64 equally likely.
  public mutating func next() -> UInt64 {
    @inline(__always)
    func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 {
      (word << count) | (word >> (64 - count))
    }
    let result = rotated(state.1 &* 5, 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotated(state.3, 45)
    return result
  }

  /// A number drawn evenly from 0 up to, but not including, 1.
  ///
  /// - Returns: One of the 2^53 multiples of 2^-53.
  public mutating func nextUnit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Whether two generators will give the same numbers.
  ///
  /// - Parameters:
  ///   - left: A generator.
  ///   - right: Another.
  /// - Returns: True if their states are the same.
  public static func == (left: SeededGenerator, right: SeededGenerator) -> Bool {
    left.state == right.state
  }
}
