/// The types that an attribute may have.
public enum AttributeType: String, Sendable, CaseIterable {
  /// Text.
  case text
  /// Whole numbers of 64 bits.
  case integer
  /// Finite numbers.
  case real
  /// Truth values.
  case flag
  /// Any JSON value, such as a list, or values of several types.
  case json
}

/// A value of an attribute of a node, an edge or a whole network.
public enum AttributeValue: Sendable, Hashable {
  /// Text.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A finite number.
  case real(Double)
  /// A truth value.
  case flag(Bool)
  /// A list, an object or null, as JSON text.
  case json(String)

  /// The type that holds exactly this value.
  public var type: AttributeType {
    switch self {
    case .text: .text
    case .integer: .integer
    case .real: .real
    case .flag: .flag
    case .json: .json
    }
  }

  /// The value as text: a number as the shortest text that reads back as it, `true` or `false`.
  public var text: String {
    switch self {
    case .text(let text), .json(let text): text
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    }
  }

  /// The value as a number, if it is one.
  public var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .real(let number): number
    case .text, .flag, .json: nil
    }
  }
}

/// An attribute of a whole network.
public struct NamedAttribute: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The value.
  public var value: AttributeValue

  /// Makes an attribute.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - value: The value.
  public init(_ name: String, _ value: AttributeValue) {
    self.name = name
    self.value = value
  }
}
