#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A colour of the sRGB space.
public struct Colour: Sendable, Hashable {
  /// Red, from 0 to 255.
  public let red: UInt8
  /// Green, from 0 to 255.
  public let green: UInt8
  /// Blue, from 0 to 255.
  public let blue: UInt8

  /// Makes a colour.
  ///
  /// - Parameter rgb: Red, green and blue as `0xRRGGBB`; higher bits are ignored.
  public init(_ rgb: UInt32) {
    red = UInt8(truncatingIfNeeded: rgb >> 16)
    green = UInt8(truncatingIfNeeded: rgb >> 8)
    blue = UInt8(truncatingIfNeeded: rgb)
  }

  /// White.
  public static let white = Colour(0xFFFFFF)
  /// Black.
  public static let black = Colour(0x000000)

  /// The colour as `#RRGGBB`.
  public var hex: String { "#" + [red, green, blue].map(Self.digits).joined() }

  /// The colour as `#RRGGBBAA`.
  ///
  /// - Parameter opacity: From 0, which shows nothing, to 1.
  /// - Returns: The text.
  public func hex(opacity: Double) -> String {
    hex + Self.digits(UInt8((min(max(opacity, 0), 1) * 255).rounded()))
  }

  private static func digits(_ byte: UInt8) -> String {
    let text = String(byte, radix: 16, uppercase: true)
    return text.count == 1 ? "0" + text : text
  }

  /// Mixes this colour with another.
  ///
  /// - Parameters:
  ///   - other: The other colour.
  ///   - share: The share of the other, from 0 to 1.
  /// - Returns: The mixture, channel by channel.
  public func mixed(with other: Colour, share: Double) -> Colour {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt32 {
      UInt32((Double(a) + (Double(b) - Double(a)) * min(max(share, 0), 1)).rounded())
    }
    return Colour(
      mix(red, other.red) << 16 | mix(green, other.green) << 8 | mix(blue, other.blue))
  }

  /// The relative luminance by WCAG 2.2: 0 for black, 1 for white.
  public var luminance: Double {
    func linear(_ byte: UInt8) -> Double {
      let value = Double(byte) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast ratio by WCAG 2.2, from 1 to 21.
  ///
  /// - Parameter other: The other colour.
  /// - Returns: The ratio; the order of the two does not matter.
  public func contrast(with other: Colour) -> Double {
    let (low, high) = (min(luminance, other.luminance), max(luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)
  }

  /// Black or white, whichever is read better on this colour; one of the two always has a contrast of at
  /// least 4.58.
  public var text: Colour {
    contrast(with: .black) >= contrast(with: .white) ? .black : .white
  }
}
