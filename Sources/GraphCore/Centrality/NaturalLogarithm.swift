extension Double {
  /// The natural logarithm of a number above 0, the same bits on every machine.
  ///
  /// The number is written as f 2^e with f near 1, and ln f = 2 artanh((f - 1) / (f + 1)) is summed
  /// as its power series; good to 2 units in the last place.
  @inline(__always)
  var naturalLogarithm: Double {
    // The bits are taken apart here and without a branch on the fraction, since searches spend their
    // time in this function.
    guard self >= .leastNormalMagnitude else {
      return (self * 0x1p54).naturalLogarithmOfNormal - 54 * 0.693_147_180_559_945_3
    }
    return naturalLogarithmOfNormal
  }

  /// The same for a number that has all its digits.
  @inline(__always)
  private var naturalLogarithmOfNormal: Double {
    // As far as the bits of the root of one half: f is from there up to the root of two.
    let power = Int64(bitPattern: bitPattern &- 0x3FE6_A09E_667F_3BCD) >> 52
    let fraction = Double(bitPattern: bitPattern &- UInt64(bitPattern: power << 52))
    return Double(power) * 0.693_147_180_559_945_3
      + Self.twiceArtanh((fraction - 1) / (fraction + 1))
  }

  /// The natural logarithm of 1 + x for an x above -1, without the loss that 1 + x has for a small
  /// x; the same bits on every machine.
  static func naturalLogarithm(onePlus x: Double) -> Double {
    abs(x) < 0.25 ? twiceArtanh(x / (2 + x)) : (1 + x).naturalLogarithm
  }

  /// 2 artanh(ratio) as its power series 2 (ratio + ratio^3 / 3 + ratio^5 / 5 + ...).
  ///
  /// The ratio is below 0.172 either way, so 11 terms leave less than 1e-17.
  @inline(__always)
  private static func twiceArtanh(_ ratio: Double) -> Double {
    // By pairs, pairs of pairs and so on, of which a processor sums several at once.
    let square = ratio * ratio
    let fourth = square * square
    let eighth = fourth * fourth
    let low = (1.0 + 1.0 / 3 * square) + (1.0 / 5 + 1.0 / 7 * square) * fourth
    let middle = (1.0 / 9 + 1.0 / 11 * square) + (1.0 / 13 + 1.0 / 15 * square) * fourth
    let high = (1.0 / 17 + 1.0 / 19 * square) + 1.0 / 21 * fourth
    let sum = low + (middle + high * eighth) * eighth
    return 2 * ratio * sum
  }
}
