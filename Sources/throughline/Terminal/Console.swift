import Foundation
import Reporting

/// Standard output and standard error: data on the one, words on the other.
struct Console {
  /// Whether words that are not errors are left out.
  var isQuiet = false
  /// Whether color is off by option.
  var isPlain = false

  /// Writes data to standard output, as it is.
  func write(_ bytes: Data) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: bytes)
    } catch {
      throw Failure(
        .cannotWrite, "standard output cannot be written: \(error.localizedDescription)")
    }
  }

  /// Writes text to standard output.
  func write(_ text: String) throws {
    try write(Data(text.utf8))
  }

  /// Says something on standard error, unless quiet.
  func say(_ text: String) {
    if !isQuiet { complain(text) }
  }

  /// Says what is wrong on standard error, even if quiet.
  func complain(_ text: String) {
    FileHandle.standardError.write(Data((Self.printable(text) + "\n").utf8))
  }

  /// Whether color may be used on standard output.
  var hasColor: Bool {
    let environment = ProcessInfo.processInfo.environment
    let declined = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return !isPlain && !declined && environment["TERM"] != "dumb" && isTerminal
  }

  /// How text looks on this console.
  var style: TerminalStyle {
    TerminalStyle(
      usesColour: hasColor, columns: isTerminal ? columns : 100,
      drawsBoxes: isTerminal && Self.knowsUnicode(ProcessInfo.processInfo.environment))
  }

  /// Whether a terminal shows what lies beyond ASCII, by the variables that say so.
  static func knowsUnicode(_ environment: [String: String]) -> Bool {
    guard environment["TERM"] != "dumb" else { return false }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    let name = locale?.lowercased() ?? ""
    return name.contains("utf-8") || name.contains("utf8")
  }

  /// The width of the terminal.
  private var columns: Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return Int(size.ws_col)
  }

  /// Whether standard output is a terminal.
  var isTerminal: Bool { isatty(1) == 1 }

  /// Text with control characters shown as escapes, so that no data steers the terminal.
  static func printable(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x09: out.append(scalar)
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069:
        out.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
