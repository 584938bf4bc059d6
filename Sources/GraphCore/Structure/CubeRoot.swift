extension Double {
  /// The real cube root, right but for the last bit; the standard library has none.
  ///
  /// A third of the exponent is within a factor of two of the root, from where Newton's iteration
  /// doubles the number of right digits in each round.
  var cubeRoot: Double {
    guard self != 0, isFinite else { return self }
    let size = magnitude
    var root = Double(sign: .plus, exponent: size.exponent / 3, significand: 1)
    for _ in 0..<8 { root -= (root - size / (root * root)) / 3 }
    return self < 0 ? -root : root
  }
}
