import Evidence
import GraphCore

/// Writes a network as a flowchart of Mermaid, which Markdown pages draw.
///
/// A solid arrow is what somebody asserts. What is suspected, held as an opinion or passed on is a dotted arrow
/// and says so; what is denied or only claimed is a dotted line with a cross at its end and says so.
struct MermaidWriter {
  /// A line between two nodes.
  struct Line {
    var tail: Int
    var head: Int
    var label: String
    var arrow: String
  }

  /// Mermaid draws no more lines than this unless it is told to, and browsers would not draw them either.
  static let mostLines = 500
  /// As many nodes without a line.
  static let mostNodes = 500

  private var nodes: [(label: String, shape: Shape)] = []
  private var lines: [Line] = []

  /// The outline of a node.
  private enum Shape {
    case box, round, hexagon, slanted
  }

  /// A plain network.
  init(_ network: PlainNetwork) {
    nodes = network.nodes.map { ($0.label, .box) }
    let kinds = network.edgeAttributes["label"] ?? network.edgeAttributes["kind"]
    lines = network.edges.enumerated().map { row, edge in
      let label = [kinds?[row]?.text, edge.weight.map(NetworkNumber.text)].compactMap { $0 }
      return Line(
        tail: edge.tail, head: edge.head, label: label.joined(separator: " "),
        arrow: network.isDirected ? "-->" : "---")
    }
  }

  /// A graph of evidence: a line for each link that a statement affirms or denies, whatever the number of
  /// statements.
  init(_ graph: InfluenceGraph) {
    var places: [String: Int] = [:]
    for entity in graph.entities {
      places[entity.id] = nodes.count
      func isKind(_ kind: String) -> Bool { graph.vocabulary.isKind(entity.kind, a: kind) }
      nodes.append(
        (
          entity.name,
          isKind("person")
            ? .round : isKind("attack") ? .hexagon : isKind("publication") ? .slanted : .box
        ))
    }
    let bearings = StatementBearings(graph)
    var drawn: Set<String> = []
    for statement in graph.statements {
      guard let relation = statement.relation,
        let tail = statement.subject.id.flatMap({ places[$0] }),
        let head = (statement.object?.id).flatMap({ places[$0] }),
        let (mark, arrow) = Self.marks[bearings.bearing(of: statement)]
      else { continue }
      let label =
        (relation == "claimed" && mark == Self.claimMark ? "" : mark)
        + StatementWords.hedged(relation, statement.modality)
      let key = "\(tail) \(head) \(label)"
      guard drawn.insert(key).inserted else { continue }
      let isSymmetric = graph.vocabulary.relation(relation)?.isSymmetric == true
      lines.append(
        Line(
          tail: tail, head: head, label: label,
          arrow: arrow ?? Self.arrow(statement.modality, isSymmetric: isSymmetric)))
    }
  }

  private static let claimMark = "claimed only: "

  /// How statements are drawn that say something of a link; the others are not. The arrow of a link
  /// follows from its modality.
  private static let marks: [StatementBearing: (mark: String, arrow: String?)] = [
    .link: ("", nil), .claim: (claimMark, "-.-x"), .denial: ("denied: ", "-.-x"),
    .noEvidence: ("no evidence: ", "-.-x"),
  ]

  /// The arrow of a link: dotted unless it is plainly asserted, without a head if it holds both ways.
  private static func arrow(_ modality: Modality, isSymmetric: Bool) -> String {
    if modality == .asserted { return isSymmetric ? "---" : "-->" }
    return isSymmetric ? "-.-" : "-.->"
  }

  /// Writes the flowchart.
  func write(to output: inout PiecedOutput) throws {
    try output.write("flowchart LR\n")
    let drawn = lines.prefix(Self.mostLines)
    var isUsed = [Bool](repeating: false, count: nodes.count)
    for line in drawn {
      isUsed[line.tail] = true
      isUsed[line.head] = true
    }
    var lonely = 0
    for (number, node) in nodes.enumerated() {
      if !isUsed[number] {
        // Nodes of lines that are left out would look as if they had none.
        guard lines.count <= Self.mostLines, lonely < Self.mostNodes else { continue }
        lonely += 1
      }
      try output.write("  n\(number)\(Self.outline(node.label, node.shape))\n")
    }
    for line in drawn {
      let label = line.label.isEmpty ? "" : "|\"\(Self.escaped(line.label))\"|"
      try output.write("  n\(line.tail) \(line.arrow)\(label) n\(line.head)\n")
    }
  }

  private static func outline(_ label: String, _ shape: Shape) -> String {
    let text = "\"" + escaped(label) + "\""
    return switch shape {
    case .box: "[\(text)]"
    case .round: "([\(text)])"
    case .hexagon: "{{\(text)}}"
    case .slanted: "[/\(text)/]"
    }
  }

  /// A text within quotation marks. Letters, digits and blanks stand as they are, everything else of ASCII
  /// as its number: Mermaid would take a good part of it for its own marks, for Markdown or for HTML.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", ",", ".", ":", "-", "(", ")", "/", "'", "?", "=":
        out.unicodeScalars.append(scalar)
      case "\n": out += "<br/>"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": out += " "
      case "\"": out += "#quot;"
      case "\u{21}"..."\u{7E}": out += "#\(scalar.value);"
      default: out.unicodeScalars.append(scalar)
      }
    }
    // An empty label is a syntax error.
    return out.allSatisfy({ $0 == " " }) ? "#160;" : out
  }

  /// What is not drawn.
  var losses: [String] {
    var losses: [String] = []
    if lines.count > Self.mostLines {
      losses.append(
        "the first \(Self.mostLines) of \(lines.count) lines are drawn, which is what Mermaid draws at most; "
          + "render draws all of them")
    } else {
      var isUsed = [Bool](repeating: false, count: nodes.count)
      for line in lines {
        isUsed[line.tail] = true
        isUsed[line.head] = true
      }
      let lonely = isUsed.count { !$0 }
      if lonely > Self.mostNodes {
        losses.append("the first \(Self.mostNodes) of \(lonely) nodes without a line are drawn")
      }
    }
    return losses
  }
}
