public import Graphviz

/// A page of its own with one interactive figure: a single file that loads nothing.
public struct InteractivePage: Sendable {
  /// The scheme that a page opens in.
  public enum Scheme: String, Sendable {
    /// As the reader's system has it.
    case system = ""
    /// Light.
    case light
    /// Dark.
    case dark
  }

  /// The figure.
  public var figure: InteractiveFigure
  /// The scheme that it opens in; the reader may switch.
  public var scheme: Scheme

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - figure: The figure.
  ///   - scheme: The scheme that it opens in.
  public init(_ figure: InteractiveFigure, scheme: Scheme = .system) {
    self.figure = figure
    self.scheme = scheme
  }

  /// The page as one self-contained HTML file, written so that an XML parser reads it too.
  ///
  /// Its policy forbids every request, and of scripts all but the one that comes with the figure.
  ///
  /// - Parameter backend: Where Graphviz draws.
  /// - Returns: The text, ending in a line end, and what Graphviz said about the drawing.
  /// - Throws: An error of the drawing.
  public func html(
    by backend: GraphvizBackend = .inProcess()
  ) throws(GraphvizError) -> (text: String, messages: [GraphvizMessage]) {
    let pieces = try figure.pieces(by: backend)
    let title = FigureTables.text(figure.picture.title)
    let language = MarkupText.escaped(figure.words.language)
    // What stands between the tags is what the policy names, to the letter.
    let style = "\n\(PageStyle.variables)\n\(Self.sheet)\n\(pieces.style)\n"
    let script = "\n//<![CDATA[\n\(pieces.script)\n//]]>\n"
    let policy = MarkupText.escaped(ContentPolicy.text(styles: [style], scripts: [script]))
    let scheme = scheme == .system ? "" : " data-theme=\"\(scheme.rawValue)\""
    let text = """
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml" lang="\(language)" xml:lang="\(language)"\(scheme)>
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="\(policy)"/>
      <meta name="referrer" content="no-referrer"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>\(title)</title>
      <style>\(style)</style>
      </head>
      <body>
      <a class="skip" href="#main">\(FigureTables.text(figure.words.plain("page.skip")))</a>
      <header>
      <h1><bdi>\(title)</bdi></h1>
      </header>
      <main id="main">
      \(pieces.html)</main>
      <script>\(script)</script>
      </body>
      </html>

      """
    return (text, pieces.messages)
  }

  /// The rules of the page around the figure.
  private static let sheet = """
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1rem clamp(0.75rem, 2vw, 2rem) 3rem; max-width: 110rem;
      background: var(--paper); color: var(--ink);
      font: 1rem/1.5 Helvetica, Arial, "Noto Sans", sans-serif; overflow-wrap: break-word; }
    h1 { font-size: clamp(1.25rem, 2.2vw, 1.75rem); line-height: 1.2; margin: 0 0 0.75rem; }
    h2 { font-size: 1.25rem; margin: 2.5rem 0 0.75rem; padding-bottom: 0.25rem;
      border-bottom: 1px solid var(--rule); }
    a { color: var(--link); text-underline-offset: 0.15em; }
    code { font: 0.9em "DejaVu Sans Mono", Menlo, Consolas, monospace; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: 0.5rem; background: var(--paper); padding: 0.5rem; z-index: 9; }
    @page { margin: 15mm; }
    @media print {
      body { max-width: none; padding: 0; font-size: 10pt; }
      header { page: tl-wide; }
      .skip { display: none; }
    }
    """
}
