import ArgumentParser

/// The formats that a verb writes; the ending of the output's name tells one, or `--format` does.
protocol FormatChoice: ExpressibleByArgument, CaseIterable, RawRepresentable
where RawValue == String {
  /// The format of an output whose name tells none.
  static var usual: Self { get }
}

extension OutputOptions {
  /// The formats by the endings that tell them, the usual ending of each first.
  private static let endings: [(ending: String, format: String)] = [
    ("txt", "text"), ("text", "text"), ("json", "json"), ("md", "markdown"),
    ("markdown", "markdown"), ("csv", "csv"),
    ("vl", "vega-lite"), ("svg", "svg"), ("png", "png"), ("pdf", "pdf"), ("html", "html"),
    ("htm", "html"), ("xhtml", "html"), ("dot", "dot"), ("gv", "dot"),
  ]

  /// The format that the user names, or that the ending of the output tells.
  ///
  /// - Parameter chosen: What the user names.
  /// - Returns: The format; the usual one if the name of the output has no ending.
  /// - Throws: `Failure` if the ending tells a format that the verb does not write, or none at all.
  func format<Format: FormatChoice>(_ chosen: Format?) throws -> Format {
    if let chosen { return chosen }
    // What begins with a digit is no ending but a date or a number, as in notes.2016-06.
    guard !isStandardOutput, let ending, ending.first?.isLetter == true else { return .usual }
    let told = isVegaLite ? "vega-lite" : Self.endings.first { $0.ending == ending }?.format
    if let told, let format = Format(rawValue: told) { return format }
    let own = Format.allCases.compactMap { format in
      Self.endings.first { $0.format == format.rawValue }.map { "." + $0.ending }
    }
    throw Failure(
      .usage,
      "there is no .\(ending) here: end the output in \(own.joined(separator: ", ")), or name one of "
        + "\(Format.allCases.map(\.rawValue).joined(separator: ", ")) with --format")
  }
}
