/// The look of a page.
enum PageStyle {
  /// Forbids every request; only the style sheet in the page itself counts.
  static let securityPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

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

  /// The style sheet; it holds neither `<` nor `&`, so that HTML and XML read it alike.
  static let sheet: String = """
    :root { color-scheme: light dark;
    \(tones.map { "  --\($0.name): \($0.light.hex);" }.joined(separator: "\n")) }
    @media (prefers-color-scheme: dark) { :root {
    \(tones.map { "  --\($0.name): \($0.dark.hex);" }.joined(separator: "\n")) } }
    * { box-sizing: border-box; }
    html { scroll-behavior: auto; }
    body { margin: 0 auto; padding: 1.5rem; max-width: 72rem; background: var(--paper);
      color: var(--ink); font: 1rem/1.55 Helvetica, Arial, "Noto Sans", sans-serif;
      overflow-wrap: break-word; }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 0.5rem; }
    h2 { font-size: 1.4rem; margin: 2.5rem 0 0.75rem; padding-bottom: 0.25rem;
      border-bottom: 1px solid var(--rule); }
    h3 { font-size: 1.1rem; margin: 1.75rem 0 0.5rem; }
    h4 { font-size: 1rem; margin: 1rem 0 0.25rem; }
    p, li, figcaption { max-width: 46rem; }
    p { margin: 0.5rem 0; }
    a { color: var(--link); text-underline-offset: 0.15em; }
    a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    header p, figcaption, caption { color: var(--quiet); }
    code { font: 0.9em "DejaVu Sans Mono", Menlo, Consolas, monospace; }
    ul, ol { padding-left: 1.5rem; margin: 0.5rem 0; }
    li { margin: 0.2rem 0; }
    nav { background: var(--panel); padding: 0.75rem 1.25rem; margin: 1.5rem 0; }
    nav h2 { font-size: 1rem; margin: 0; border: 0; padding: 0; }
    nav ol { columns: 16rem; margin: 0.5rem 0 0; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: 0.5rem; background: var(--paper); padding: 0.5rem; }
    .table { overflow-x: auto; margin: 1rem 0; }
    table { border-collapse: collapse; font-size: 0.925rem; }
    caption { text-align: left; padding-bottom: 0.4rem; max-width: 46rem; }
    th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.9rem 0.35rem 0;
      border-bottom: 1px solid var(--rule); }
    tbody th { font-weight: 600; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    figure { margin: 1rem 0; }
    .picture { background: #FFFFFF; border: 1px solid var(--rule); padding: 0.5rem;
      overflow: auto; max-height: 90vh; }
    .picture svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }
    .zoom:checked ~ .picture svg { max-width: none; }
    .entry { margin: 0.9rem 0; padding-left: 0.9rem; border-left: 3px solid var(--rule); }
    .entry p { margin: 0.15rem 0; }
    .entry:target { border-left-color: var(--link); background: var(--panel); }
    @media print {
      :root { color-scheme: light;
    \(tones.map { "    --\($0.name): \($0.light.hex);" }.joined(separator: "\n")) }
      body { max-width: none; padding: 0; font-size: 10pt; }
      nav, .skip, .zoom, .zoom + label { display: none; }
      h2, h3, h4 { break-after: avoid; }
      tr, figure, .entry { break-inside: avoid; }
      .picture, .table { overflow: visible; max-height: none; }
      a { color: inherit; }
    }
    """
}
