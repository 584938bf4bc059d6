@testable import Reporting

/// What can be measured on a sheet.
struct CanvasFacts {
  /// The rectangle that something takes.
  struct Frame {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    func meets(_ other: Frame) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  private(set) var labels: [Canvas.Label] = []
  private(set) var boxes: [Frame] = []
  private(set) var lines: [[Canvas.Point]] = []
  private(set) var circles = 0
  private(set) var marks = 0
  private(set) var groups: [String: String] = [:]
  private(set) var groupIDs: [String] = []

  init(_ canvas: Canvas) { gather(canvas.elements) }

  /// What is in one group.
  init(_ canvas: Canvas, group: String) {
    func find(_ elements: [Canvas.Element]) -> [Canvas.Element]? {
      for element in elements {
        guard case .group(let id, _, let inner) = element else { continue }
        if id == group { return inner }
        if let found = find(inner) { return found }
      }
      return nil
    }
    gather(find(canvas.elements) ?? [])
  }

  private mutating func gather(_ elements: [Canvas.Element]) {
    for element in elements {
      switch element {
      case .box(let corner, let width, let height, _, _, _):
        boxes.append(
          Frame(
            left: corner.x, top: corner.y, right: corner.x + width, bottom: corner.y + height))
      case .circle: circles += 1
      case .mark: marks += 1
      case .line(let points, _, _), .curve(let points, _): lines.append(points)
      case .label(let label): labels.append(label)
      case .group(let id, let tooltip, let inner):
        groups[id] = tooltip
        groupIDs.append(id)
        gather(inner)
      }
    }
  }

  var texts: [String] { labels.map(\.text) }

  /// Where the letters of a label are: from the height of a capital above their line to just below it.
  static func frame(_ label: Canvas.Label) -> Frame {
    let width = LetterWidths.width(of: label.text, size: label.size, isBold: label.isBold)
    let left =
      switch label.anchor {
      case .start: label.at.x
      case .middle: label.at.x - width / 2
      case .end: label.at.x - width
      }
    return Frame(
      left: left, top: label.at.y - 0.72 * label.size, right: left + width,
      bottom: label.at.y + 0.1 * label.size)
  }

  /// Pairs of words of which one lies on the other.
  var collisions: [String] {
    let frames = labels.filter { !$0.text.isEmpty }.map { ($0.text, Self.frame($0)) }
    var found: [String] = []
    for (index, one) in frames.enumerated() {
      for other in frames[(index + 1)...] where one.1.meets(other.1) {
        found.append("\(one.0) | \(other.0)")
      }
    }
    return found
  }

  /// Words that leave a sheet.
  func strays(on canvas: Canvas) -> [String] {
    labels.filter { label in
      let frame = Self.frame(label)
      return frame.left < 0 || frame.right > canvas.width || frame.top < 0
        || frame.bottom > canvas.height
    }.map(\.text)
  }
}
