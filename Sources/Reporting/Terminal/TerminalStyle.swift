/// How text looks on a terminal.
public struct TerminalStyle: Sendable, Equatable {
  /// Whether escape sequences for bold and colour are written.
  public var usesColour: Bool
  /// The columns of a line.
  public var columns: Int
  /// Whether chains and scores are drawn with box and block characters beside their words.
  public var drawsBoxes: Bool

  /// Makes a style.
  ///
  /// - Parameters:
  ///   - usesColour: Whether escape sequences for bold and colour are written.
  ///   - columns: The columns of a line, 40 or more.
  ///   - drawsBoxes: Whether box and block characters are drawn, which not every terminal can.
  public init(usesColour: Bool = false, columns: Int = 100, drawsBoxes: Bool = false) {
    self.usesColour = usesColour
    self.drawsBoxes = drawsBoxes
    self.columns = max(40, columns)
  }

  /// Text in bold.
  func bold(_ text: String) -> String { wrapped(text, in: "1") }

  /// Text of less weight.
  func quiet(_ text: String) -> String { wrapped(text, in: "2") }

  /// Text that warns.
  func warning(_ text: String) -> String { wrapped(text, in: "1;33") }

  private func wrapped(_ text: String, in code: String) -> String {
    usesColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
