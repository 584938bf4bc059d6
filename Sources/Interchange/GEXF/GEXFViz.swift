/// How nodes and edges look, between the elements of the `viz` namespace and our attributes.
enum GEXFViz {
  /// The shapes of nodes that the schema knows.
  static let nodeShapes: Set<String> = [
    "disc", "triangle", "square", "diamond", "star", "pentagon", "hexagon", "cross",
  ]
  /// The shapes of edges that the schema knows.
  static let edgeShapes: Set<String> = ["solid", "dotted", "dashed", "double"]

  /// A color as four channels from 0 to 255.
  struct Color: Equatable {
    var red: Int
    var green: Int
    var blue: Int
    var alpha = 255

    /// `#rrggbb`, or `#rrggbbaa` if it can be seen through.
    var text: String {
      let channels = [red, green, blue] + (alpha == 255 ? [] : [alpha])
      return "#"
        + channels.map { channel in
          let digits = String(channel, radix: 16)
          return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
    }

    /// Reads `#rrggbb`, `#rrggbbaa` or `#rgb`, in any case, with or without the first mark.
    init?(_ text: String) {
      let digits = text.utf8.drop { $0 == UInt8(ascii: "#") }.map { byte in
        Character(Unicode.Scalar(byte)).hexDigitValue
      }
      guard [3, 6, 8].contains(digits.count), text.utf8.count <= digits.count + 1 else {
        return nil
      }
      let values = digits.compactMap { $0 }
      guard values.count == digits.count else { return nil }
      let channels =
        values.count == 3
        ? values.map { $0 * 17 }
        : stride(from: 0, to: values.count, by: 2).map { values[$0] * 16 + values[$0 + 1] }
      self.init(channels, alpha: channels.count == 4 ? channels[3] : 255)
    }

    /// Takes channels, which must be from 0 to 255.
    init(_ channels: [Int], alpha: Int = 255) {
      (red, green, blue) = (channels[0], channels[1], channels[2])
      self.alpha = alpha
    }
  }

  /// The color of a value if the text that comes back from `viz:color` is the same.
  static func color(_ value: AttributeValue?) -> Color? {
    guard case .text(let text)? = value, let color = Color(text), color.text == text else {
      return nil
    }
    return color
  }

  /// A number as an attribute of `viz` holds it; it comes back as the same type.
  static func number(_ value: AttributeValue?) -> String? {
    switch value {
    case .integer(let number)?: String(number)
    case .real(let number)?: number.isFinite ? AttributeValue.real(number).text : nil
    case .text?, .flag?, .json?, nil: nil
    }
  }

  /// A number that is not below zero.
  static func size(_ value: AttributeValue?) -> String? {
    guard let number = value?.number, number >= 0 else { return nil }
    return self.number(value)
  }

  /// A number of a file: whole if it is written so.
  static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> AttributeValue? {
    if let number = GEXFType.integer(bytes) { return .integer(number) }
    guard let number = GEXFType.number(bytes), number.isFinite else { return nil }
    return .real(number)
  }
}
