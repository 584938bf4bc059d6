#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How uncertain it is whether something is so.
enum Entropy {
  /// The entropy of a yes or no.
  ///
  /// - Parameter probability: The chance of yes, 0 to 1.
  /// - Returns: From 0 bits for certainty to 1 bit for an even chance.
  static func bits(_ probability: Double) -> Double {
    [probability, 1 - probability].reduce(0) { $1 > 0 ? $0 - $1 * log2($1) : $0 }
  }
}
