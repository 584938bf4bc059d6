extension Double {
  /// The natural logarithm of a number above 0, the same bits on every machine.
  ///
  /// The number is written as f 2^e with f near 1, and ln f = 2 artanh((f - 1) / (f + 1)) is summed
  /// as its power series; good to 2 units in the last place.
  var naturalLogarithm: Double {
    var fraction = significand
    var power = Double(exponent)
    if fraction > 1.414_213_562_373_095 {
      fraction /= 2
      power += 1
    }
    let ratio = (fraction - 1) / (fraction + 1)
    let square = ratio * ratio
    // |ratio| is below 0.172, so 11 terms leave less than 1e-17.
    var sum = 0.0
    for term in stride(from: 21.0, through: 1, by: -2) { sum = sum * square + 1 / term }
    return power * 0.693_147_180_559_945_3 + 2 * ratio * sum
  }
}
