import GraphCore

/// What is wrong with a file that holds a plain network.
public struct NetworkError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The path as the user gave it.
  public var file: String
  /// The line, from 1; `nil` for a file that has no lines or a fault of the whole.
  public var line: Int?
  /// The column, from 1, in bytes.
  public var column: Int?
  /// What is wrong, with the offending text.
  public var message: String
  /// How to mend it.
  public var mend: String

  /// Describes a fault.
  ///
  /// - Parameters:
  ///   - file: The path as the user gave it.
  ///   - line: The line, from 1.
  ///   - column: The column, from 1, in bytes.
  ///   - message: What is wrong, with the offending text.
  ///   - mend: How to mend it.
  public init(
    file: String, line: Int? = nil, column: Int? = nil, message: String, mend: String
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.mend = mend
  }

  /// `file:line:column: message; mend`.
  public var description: String {
    let place = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
    return "\(file)\(place): \(message); \(mend)"
  }
}

/// What is wrong at a place of a file, before it is known in which line that is.
struct Fault: Error, Sendable, Equatable {
  /// The first byte of the offending text.
  var offset: Int
  var message: String
  var mend: String
}

extension Fault {
  /// A weight that is a number, and not one that can be computed with.
  static func unusable(
    weight: Double, needed: GraphError.NumberNeeded, offset: Int
  ) -> Fault {
    Fault(
      offset: offset,
      message: "the weight is \(NetworkNumber.text(weight)), and must be \(needed.rawValue) here",
      mend: "correct it, or take --weights none")
  }

  /// A text as the user may see it: not too long, and with no control characters.
  static func cut(_ text: String) -> String {
    let most = 40
    let shown = text.unicodeScalars.prefix(most).map { scalar in
      scalar.properties.generalCategory == .control ? "\u{FFFD}" : String(scalar)
    }.joined()
    return text.unicodeScalars.count > most ? shown + "..." : shown
  }

  /// The text of a fault as the user may see it: not too long, and with no line break.
  static func quoted(_ bytes: some Collection<UInt8>) -> String {
    let most = 40
    let text = String(decoding: bytes.prefix(most), as: UTF8.self)
    return "'" + text + (bytes.count > most ? "...'" : "'")
  }
}
