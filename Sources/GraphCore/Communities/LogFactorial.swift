/// Logarithms of factorials, the same bits on every machine.
struct LogFactorial: Sendable {
  private let table: [Double]

  /// - Parameter count: How many of the first numbers are looked up.
  init(upTo count: Int) {
    var table = [0.0]
    table.reserveCapacity(count + 1)
    for number in 1...max(count, 255) {
      table.append(
        number < 256 ? table[number - 1] + Double(number).naturalLogarithm : Self.series(number))
    }
    self.table = table
  }

  /// ln n!
  @inline(__always)
  subscript(number: Int) -> Double {
    number < table.count ? table[number] : Self.series(number)
  }

  /// The logarithm of the number of ways to choose some of a number of things.
  @inline(__always)
  func choose(_ count: Int, _ some: Int) -> Double {
    self[count] - self[some] - self[count - some]
  }

  /// The logarithm of the number of ways to put equal balls into a number of boxes, 0 for no box.
  @inline(__always)
  func spread(_ balls: Int, over boxes: Int) -> Double {
    boxes == 0 ? 0 : choose(boxes + balls - 1, balls)
  }

  /// Stirling's series; its third term is below 1e-16 from 256 on.
  private static func series(_ number: Int) -> Double {
    let x = Double(number)
    let logarithm = x.naturalLogarithm
    return x * logarithm - x + 0.5 * (logarithm + 1.837_877_066_409_345_3) + 1 / (12 * x)
      - 1 / (360 * x * x * x)
  }
}
