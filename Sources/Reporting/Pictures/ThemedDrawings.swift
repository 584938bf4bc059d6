/// Pictures of a page that are drawn once and follow the page from light to dark.
///
/// A picture is drawn in both themes. Wherever the two drawings differ in a colour, the mark of the light one gets a
/// class, and a style sheet for all pictures of the page gives the class its dark colour. Without the sheet, and in
/// print, the picture is the light one.
struct ThemedDrawings {
  /// What changes at a mark: the colours of the dark drawing.
  struct Change: Hashable {
    var fill: String?
    var stroke: String?

    /// The declarations of a style sheet.
    fileprivate var declarations: String {
      [fill.map { "fill: \($0);" }, stroke.map { "stroke: \($0);" }].compactMap { $0 }
        .joined(separator: " ")
    }
  }

  /// The changes in the order in which they were first met; the class of one is its place.
  private(set) var changes: [Change] = []
  private var places: [Change: Int] = [:]

  /// Joins the two drawings of a picture.
  ///
  /// - Parameters:
  ///   - light: The picture as SVG on a light ground.
  ///   - dark: The same picture on a dark ground.
  /// - Returns: The light one with classes; as it was where the two differ in more than colours.
  /// - Complexity: O(n) in the length of the texts.
  mutating func joined(light: String, dark: String) -> String {
    let (own, others) = (Self.pieces(of: light), Self.pieces(of: dark))
    guard own.count == others.count else { return light }
    var found: [Change?] = []
    for (piece, other) in zip(own, others) {
      guard piece != other else {
        found.append(nil)
        continue
      }
      guard let change = Self.change(from: piece, to: other) else { return light }
      found.append(change)
    }
    return zip(own, found).map { piece, change in
      change.map { Self.classed(piece, "tone-\(place(of: $0))") } ?? String(piece)
    }.joined()
  }

  /// The rules of the page, for screens that ask for dark and for pages that were switched to it.
  var sheet: String {
    guard !changes.isEmpty else { return "" }
    func rules(_ root: String) -> String {
      changes.enumerated().map { place, change in
        "  \(root) .picture .tone-\(place) { \(change.declarations) }"
      }.joined(separator: "\n")
    }
    return """
      @media screen and (prefers-color-scheme: dark) {
      \(rules(":root:not([data-theme=\"light\"])"))
      }
      @media screen {
      \(rules(":root[data-theme=\"dark\"]"))
      }
      """
  }

  private mutating func place(of change: Change) -> Int {
    if let known = places[change] { return known }
    places[change] = changes.count
    changes.append(change)
    return changes.count - 1
  }

  /// The tags of a text and what stands between them; a value of an attribute holds no angle bracket.
  private static func pieces(of text: String) -> [Substring] {
    var pieces: [Substring] = []
    var start = text.startIndex
    while start < text.endIndex {
      let isTag = text[start] == "<"
      let rest = text[text.index(after: start)...]
      let end =
        isTag
        ? rest.firstIndex(of: ">").map { text.index(after: $0) } ?? text.endIndex
        : rest.firstIndex(of: "<") ?? text.endIndex
      pieces.append(text[start..<end])
      start = end
    }
    return pieces
  }

  /// The colours in which two tags differ; `nil` if they differ in anything else.
  private static func change(from light: Substring, to dark: Substring) -> Change? {
    guard light.first == "<", dark.first == "<" else { return nil }
    // The values stand at the odd places, each after its name.
    let own = light.split(separator: "\"", omittingEmptySubsequences: false)
    let others = dark.split(separator: "\"", omittingEmptySubsequences: false)
    guard own.count == others.count else { return nil }
    var change = Change()
    for place in own.indices where own[place] != others[place] {
      guard place % 2 == 1, isColour(others[place]) else { return nil }
      switch own[place - 1] {
      case let name where name.hasSuffix(" fill="): change.fill = String(others[place])
      case let name where name.hasSuffix(" stroke="): change.stroke = String(others[place])
      default: return nil
      }
    }
    return change
  }

  /// Whether a text is a colour as Graphviz and the canvas write it: nothing else gets into a style sheet.
  private static func isColour(_ text: Substring) -> Bool {
    guard text.first == "#" else { return text.utf8.allSatisfy { (0x61...0x7A).contains($0) } }
    return text.utf8.count == 7 && text.dropFirst().allSatisfy(\.isHexDigit)
  }

  private static func classed(_ tag: Substring, _ name: String) -> String {
    if let own = tag.firstRange(of: " class=\"") {
      return tag[..<own.upperBound] + "\(name) " + tag[own.upperBound...]
    }
    let end =
      tag.hasSuffix("/>") ? tag.index(tag.endIndex, offsetBy: -2) : tag.index(before: tag.endIndex)
    return tag[..<end] + " class=\"\(name)\"" + tag[end...]
  }
}
