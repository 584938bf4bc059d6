extension Double {
  /// e to the power of this number, the same bits on every machine; good to a few units in the last
  /// place.
  ///
  /// The number is written as k ln 2 + r with r from -0.35 to 0.35, where the power series is short.
  var naturalExponential: Double {
    if self > 709.79 { return .infinity }
    if self < -745 { return 0 }
    let power = (self * 1.442_695_040_888_963_4).rounded()
    // ln 2 in two parts, so that little is lost where they cancel.
    let rest = (self - power * 0.693_147_180_369_123_8) - power * 1.908_214_929_270_587_7e-10
    var sum = 1.0
    for term in stride(from: 14.0, to: 0, by: -1) { sum = 1 + rest / term * sum }
    // The ends of the range are reached in two steps, since 2 to the power lies beyond.
    if abs(power) > 1_000 {
      let most = power < 0 ? -1_000 : 1_000
      return sum * Double(sign: .plus, exponent: most, significand: 1)
        * Double(sign: .plus, exponent: Int(power) - most, significand: 1)
    }
    return sum * Double(sign: .plus, exponent: Int(power), significand: 1)
  }
}
