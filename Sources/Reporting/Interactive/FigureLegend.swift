internal import Evidence

/// The legend of an interactive figure: the marks that occur in it, each with its meaning, and no others.
struct FigureLegend {
  private let legend: Legend
  private let options: DiagramOptions
  private let words: Words

  init(_ diagram: Diagram, _ options: DiagramOptions, vocabulary: Vocabulary) {
    legend = Legend(Drawing(diagram: diagram, options: options, vocabulary: vocabulary))
    self.options = options
    words = diagram.words
  }

  /// The marks as two lists and a note; nothing where there is nothing to explain.
  var html: String {
    guard !legend.isEmpty else { return "" }
    var out =
      "<div class=\"tl-legend\" role=\"group\" aria-label=\"\(MarkupText.escaped(words.plain("viewer.legend")))\">\n"
    if !legend.swatches.isEmpty {
      out += "<ul>\(legend.swatches.map(item).joined())</ul>\n"
    }
    if !legend.samples.isEmpty { out += "<ul>\(legend.samples.map(item).joined())</ul>\n" }
    if !legend.scales.isEmpty { out += "<ul>\(legend.scales.map(item).joined())</ul>\n" }
    if !legend.lineKeys.isEmpty { out += "<ul>\(legend.lineKeys.map(item).joined())</ul>\n" }
    if !legend.notes.isEmpty {
      out += "<p>\(MarkupText.escaped(Self.sentence(legend.notes)))</p>\n"
    }
    return out + "</div>\n"
  }

  /// The colours of the marks in the dark theme, in addition to those of the picture.
  var changes: [Recolouring.Change] {
    let light = options.theme
    func change(_ mark: Recolouring.Mark, _ from: Colour, _ to: Colour) -> Recolouring.Change {
      Recolouring.Change(mark: mark, light: from.hex, dark: to.hex)
    }
    return legend.swatches.flatMap { swatch in
      let (own, other) = (swatch.fill(on: light), swatch.fill(on: .dark))
      return [
        change(.nodeFill, own, other),
        change(.nodeOutline, light.outline(of: own), Theme.dark.outline(of: other)),
      ]
    }
      + legend.lineKeys.map { change(.line, light.line($0.colour), Theme.dark.line($0.colour)) }
      + legend.samples.map { change(.line, light.line($0.colour), Theme.dark.line($0.colour)) }
  }

  private static func sentence(_ notes: [String]) -> String {
    let text = notes.joined(separator: "; ")
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  private func item(_ swatch: Legend.Swatch) -> String {
    let fill = swatch.fill(on: options.theme)
    let paint =
      " fill=\"\(fill.hex)\" stroke=\"\(options.theme.outline(of: fill).hex)\" stroke-width=\"1.2\""
      + (swatch.isCollective ? " stroke-dasharray=\"4 2\"" : "")
    var shape = Self.shape(swatch.mark, paint)
    if swatch.mark.outlines > 1 {
      shape += "<ellipse cx=\"16\" cy=\"10\" rx=\"11\" ry=\"5.5\"\(paint)/>"
    }
    return Self.item("<g class=\"node\">\(shape)</g>", swatch.label)
  }

  private static func shape(_ mark: KindMark, _ paint: String) -> String {
    func polygon(_ points: String) -> String { "<polygon points=\"\(points)\"\(paint)/>" }
    switch mark.shape {
    case "ellipse": return "<ellipse cx=\"16\" cy=\"10\" rx=\"14\" ry=\"8\"\(paint)/>"
    case "hexagon": return polygon("8,2 24,2 31,10 24,18 8,18 1,10")
    case "octagon": return polygon("8,2 24,2 30,7 30,13 24,18 8,18 2,13 2,7")
    case "note": return polygon("2,2 24,2 30,8 30,18 2,18") + polygon("24,2 24,8 30,8")
    case "component":
      return polygon("4,2 30,2 30,18 4,18") + polygon("1,5 7,5 7,8 1,8")
        + polygon("1,12 7,12 7,15 1,15")
    case "box3d":
      return polygon("2,5 26,5 26,18 2,18") + polygon("2,5 6,2 30,2 26,5")
        + polygon("26,5 30,2 30,15 26,18")
    case "parallelogram": return polygon("8,2 31,2 24,18 1,18")
    default:
      return "<rect x=\"2\" y=\"2\" width=\"28\" height=\"16\""
        + "\(mark.isRounded ? " rx=\"4\"" : "")\(paint)/>"
    }
  }

  /// A scale: its colours side by side, its numbers in words.
  private func item(_ key: Legend.ColourKey) -> String {
    let patches = key.colours.enumerated().map { index, colour in
      "<rect x=\"\(index * 9)\" y=\"4\" width=\"9\" height=\"12\" fill=\"\(colour.hex)\"/>"
    }
    let words = "\(key.title): \(key.marks.joined(separator: " \u{2013} "))"
    return Self.item(patches.joined(), words, width: key.colours.count * 9)
  }

  /// The colour of some lines, with the sign that goes before their words.
  private func item(_ key: Legend.LineKey) -> String {
    let colour = options.theme.line(key.colour).hex
    let line =
      "<line x1=\"0\" y1=\"10\" x2=\"30\" y2=\"10\" stroke=\"\(colour)\" stroke-width=\"2.4\"/>"
    let sign = key.sign.isEmpty ? "" : key.sign + " "
    return Self.item("<g class=\"edge\">\(line)</g>", sign + key.meaning)
  }

  private func item(_ mark: LineMark) -> String {
    let colour = options.theme.line(mark.colour).hex
    let dash =
      switch mark.style {
      case "dashed": " stroke-dasharray=\"5 3\""
      case "dotted": " stroke-dasharray=\"1.5 3\""
      default: ""
      }
    let width = Canvas.text(min(mark.width, 2.4))
    func line(_ y: String, to end: String) -> String {
      "<line x1=\"0\" y1=\"\(y)\" x2=\"\(end)\" y2=\"\(y)\" stroke=\"\(colour)\" "
        + "stroke-width=\"\(width)\"\(dash)/>"
    }
    let stroke =
      mark.isDouble ? line("8.3", to: "24") + line("11.7", to: "24") : line("10", to: "26")
    return Self.item(
      "<g class=\"edge\">\(stroke)\(Self.arrowhead(mark.arrowhead, colour))</g>",
      mark.meaning(in: words))
  }

  private static func arrowhead(_ name: String, _ colour: String) -> String {
    func polygon(_ points: String, fill: String? = nil) -> String {
      "<polygon points=\"\(points)\" fill=\"\(fill ?? colour)\" stroke=\"\(colour)\"/>"
    }
    switch name {
    case "none": return ""
    case "normalnormal": return polygon("16,6 24,10 16,14") + polygon("23,6 31,10 23,14")
    case "diamond": return polygon("19,10 25,6 31,10 25,14")
    case "vee": return polygon("21,5 31,10 21,15 25,10")
    case "dot":
      return "<circle cx=\"27\" cy=\"10\" r=\"3.4\" fill=\"\(colour)\" stroke=\"\(colour)\"/>"
    case "onormal": return polygon("22,6 31,10 22,14", fill: "none")
    case "tee": return polygon("27,4 29,4 29,16 27,16")
    case "lvee": return polygon("22,10 31,10 22,5 25,10")
    default: return polygon("22,6 31,10 22,14")
    }
  }

  private static func item(_ mark: String, _ words: String, width: Int = 32) -> String {
    "<li><svg class=\"tl-mark\" width=\"\(width)\" height=\"20\" viewBox=\"0 0 \(width) 20\" "
      + "aria-hidden=\"true\">"
      + "\(mark)</svg> \(MarkupText.escaped(VisibleText.line(words)))</li>"
  }
}
