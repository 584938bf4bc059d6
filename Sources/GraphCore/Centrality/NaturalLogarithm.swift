extension Double {
  /// The natural logarithm of a number above 0, the same bits on every machine.
  ///
  /// The number is written as f 2^e with f near 1, and ln f = 2 artanh((f - 1) / (f + 1)) is summed
  /// as its power series; good to 2 units in the last place.
  @inline(__always)
  var naturalLogarithm: Double {
    // The bits are taken apart here, since searches spend their time in this function.
    let bits = bitPattern
    let isNormal = self >= .leastNormalMagnitude
    var fraction =
      isNormal ? Double(bitPattern: bits & 0x000F_FFFF_FFFF_FFFF | 0x3FF0 << 48) : significand
    var power = isNormal ? Double(Int(bits >> 52) - 1023) : Double(exponent)
    if fraction > 1.414_213_562_373_095 {
      fraction /= 2
      power += 1
    }
    return power * 0.693_147_180_559_945_3 + Self.twiceArtanh((fraction - 1) / (fraction + 1))
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
    let square = ratio * ratio
    var sum = 1.0 / 21
    sum = sum * square + 1.0 / 19
    sum = sum * square + 1.0 / 17
    sum = sum * square + 1.0 / 15
    sum = sum * square + 1.0 / 13
    sum = sum * square + 1.0 / 11
    sum = sum * square + 1.0 / 9
    sum = sum * square + 1.0 / 7
    sum = sum * square + 1.0 / 5
    sum = sum * square + 1.0 / 3
    sum = sum * square + 1.0
    return 2 * ratio * sum
  }
}
