/// Random words of 64 bits for one uniform in one block of worlds.
///
/// SplitMix64 [Steele2014], started from the seed, the uniform and the block, so that a block can be
/// drawn without those before it, and a uniform has the same numbers whatever else is drawn.
struct WordStream: Sendable {
  private var state: UInt64

  /// Starts a stream.
  ///
  /// - Parameters:
  ///   - seed: The seed of the draws.
  ///   - name: A number made from the name of the uniform.
  ///   - block: The number of the block.
  init(seed: UInt64, name: UInt64, block: UInt64) {
    state = Self.mixed(Self.mixed(seed ^ name) &+ block)
  }

  /// The next 64 random bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    var word = word
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
