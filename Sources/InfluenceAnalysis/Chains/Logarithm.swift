#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension ChainSearch {
  /// The natural logarithm of a probability; that of 0 is taken as that of the least number.
  static func logarithm(_ probability: Double) -> Double {
    log(max(probability, .leastNormalMagnitude))
  }
}
