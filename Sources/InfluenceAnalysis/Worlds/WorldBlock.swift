/// A block of up to 64 worlds, one bit of a mask each.
struct WorldBlock {
  /// What the worlds of a block count.
  enum Weights {
    /// The worlds of a mask count alike; the others are not there.
    case even(Double, UInt64)
    /// Each world has a weight of its own, of 64.
    case cells([Double])
  }

  /// By link, in which worlds it is present.
  let links: [UInt64]
  /// By test, in which worlds it holds: see ``WorldSpace/tests(of:)``.
  let tests: [UInt64]
  /// All weights of all blocks sum to 1.
  let weights: Weights

  /// The weight of one world; 0 for a bit that stands for none.
  func weight(ofWorld bit: Int) -> Double {
    switch weights {
    case .even(let weight, let mask): mask >> UInt64(bit) & 1 == 1 ? weight : 0
    case .cells(let weights): weights[bit]
    }
  }

  /// The weight of some worlds of the block.
  func weight(of mask: UInt64) -> Double {
    switch weights {
    case .even(let weight, let valid):
      return Double((mask & valid).nonzeroBitCount) * weight
    case .cells(let weights):
      var rest = mask
      var sum = 0.0
      while rest != 0 {
        sum += weights[rest.trailingZeroBitCount]
        rest &= rest - 1
      }
      return sum
    }
  }
}
