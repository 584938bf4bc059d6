/// The colours of a page that is no report, light and dark; those of a report stand in its template.
enum PageStyle {
  /// A colour of the page in the light and in the dark scheme.
  struct Tone: Sendable {
    let name: String
    let light: Colour
    let dark: Colour
  }

  static let paper = Tone(name: "paper", light: Colour(0xFFFFFF), dark: Colour(0x14171A))
  static let ink = Tone(name: "ink", light: Colour(0x1B1F23), dark: Colour(0xE6E8EA))
  static let quiet = Tone(name: "quiet", light: Colour(0x57606A), dark: Colour(0xA3ABB3))
  static let link = Tone(name: "link", light: Colour(0x005A9C), dark: Colour(0x7FC1F2))
  static let panel = Tone(name: "panel", light: Colour(0xF4F6F8), dark: Colour(0x1E2226))
  static let rule = Tone(name: "rule", light: Colour(0xC9D1D9), dark: Colour(0x3D444B))

  static let tones = [paper, ink, quiet, link, panel, rule]

  /// The tones as variables, for screens that are light or dark, for pages switched to either, and for print.
  static let variables: String = {
    func values(_ tone: (Tone) -> Colour) -> String {
      tones.map { "--\($0.name): \(tone($0).hex);" }.joined(separator: " ")
    }
    return """
      :root { color-scheme: light; \(values(\.light)) }
      @media screen and (prefers-color-scheme: dark) {
        :root:not([data-theme="light"]) { color-scheme: dark; \(values(\.dark)) }
      }
      @media screen { :root[data-theme="dark"] { color-scheme: dark; \(values(\.dark)) } }
      """
  }()
}
