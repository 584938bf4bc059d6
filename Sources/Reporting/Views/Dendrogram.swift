/// How a network falls apart into ever smaller groups, as a tree to be drawn.
struct Dendrogram: Sendable, Equatable {
  /// A division of the nodes.
  struct Level: Sendable, Equatable {
    /// From where on the axis it holds.
    let position: Double
    /// By node, the number of its group.
    let groups: [Int]
  }

  /// More names cannot be read.
  static let mostNodes = 400

  /// What it shows, in a few words.
  let title: String
  /// By node, what it is called.
  let names: [String]
  /// The divisions from coarse to fine, one or more; each divides groups of the one before it.
  let levels: [Level]
  /// What the axis counts.
  let axis: String
  /// The level whose groups are told apart.
  let chosen: Int
  /// What is said of that level.
  let words: String

  /// A line of the tree: where a group is divided, or a group until it is.
  struct Branch: Equatable {
    /// On the axis; beyond the end for what is never divided.
    let from, to: Double
    /// In rows from the top.
    let y: (from: Double, to: Double)
    /// The group of the chosen level that all of it is in; nil before the cut.
    let group: Int?

    static func == (left: Branch, right: Branch) -> Bool {
      left.from == right.from && left.to == right.to && left.y == right.y
        && left.group == right.group
    }
  }

  /// The nodes from top to bottom: groups side by side, at each level in the order of their first nodes.
  var order: [Int] {
    var keys = [[Int]](repeating: [], count: names.count)
    for level in levels {
      var first: [Int: Int] = [:]
      for (node, group) in level.groups.enumerated() where first[group] == nil {
        first[group] = node
      }
      for (node, group) in level.groups.enumerated() { keys[node].append(first[group] ?? node) }
    }
    return names.indices.sorted { left, right in
      keys[left].lexicographicallyPrecedes(keys[right])
        || (keys[left] == keys[right] && left < right)
    }
  }

  /// Where the axis ends: a little beyond the last division, where names stand.
  var end: Double {
    let (first, last) = (levels[0].position, levels[levels.count - 1].position)
    return last + max((last - first) * 0.05, 0.5)
  }

  /// Where the tree is cut into the groups of the chosen level: halfway to the next division.
  var cut: Double {
    guard levels.count > 1 else { return levels[0].position }
    let next = chosen + 1 < levels.count ? levels[chosen + 1].position : end
    return (levels[chosen].position + next) / 2
  }

  /// All lines of the tree; one that crosses the cut is two, since it has a group only from there on.
  func branches() -> [Branch] {
    var row = [Double](repeating: 0, count: names.count)
    for (place, node) in order.enumerated() { row[node] = Double(place) }
    // What is not divided yet, from the finest up: its node, its row, and where its line begins.
    var open = names.indices.map { (node: $0, y: row[$0], start: end) }
    var branches: [Branch] = []
    let (cut, groups) = (cut, levels[chosen].groups)
    func add(_ from: Double, _ to: Double, _ y: (from: Double, to: Double), _ node: Int) {
      let ends = from < cut && cut < to ? [from, cut, to] : [from, to]
      for (from, to) in zip(ends, ends.dropFirst()) {
        branches.append(Branch(from: from, to: to, y: y, group: from < cut ? nil : groups[node]))
      }
    }
    for level in levels.indices.reversed() {
      // Nodes that no level divides are parted where the names stand.
      let at = level == levels.count - 1 ? end : levels[level + 1].position
      var byGroup: [Int: [(node: Int, y: Double, start: Double)]] = [:]
      for part in open { byGroup[levels[level].groups[part.node], default: []].append(part) }
      open = byGroup.values.map { parts -> (node: Int, y: Double, start: Double) in
        guard parts.count > 1 else { return parts[0] }
        let ys = parts.map(\.y).sorted()
        for part in parts where part.start > at { add(at, part.start, (part.y, part.y), part.node) }
        add(at, at, (ys[0], ys[ys.count - 1]), parts[0].node)
        return (parts.map(\.node).min() ?? 0, (ys[0] + ys[ys.count - 1]) / 2, at)
      }
    }
    let start = levels[0].position
    for part in open where part.start > start {
      add(start, part.start, (part.y, part.y), part.node)
    }
    return branches.sorted {
      ($0.from, $0.y.from, $0.to, $0.y.to) < ($1.from, $1.y.from, $1.to, $1.y.to)
    }
  }
}

extension Dendrogram {
  private static let rowHeight = 15.0
  /// Names take no more than this; a number stands before each.
  private static let mostNameRoom = 220.0
  private static let numberRoom = 34.0

  /// Draws the tree below what is on the sheet: names on the right, the whole on the left.
  func draw(on sheet: inout Sheet) {
    let theme = sheet.theme
    sheet.write(title, Sheet.head, theme.ink)
    sheet.write(words, Sheet.note)
    sheet.top += 10
    let widest = names.map { Sheet.note.width(of: $0) * 1.03 }.max() ?? 0
    let nameRoom = min(widest + Self.numberRoom, Self.mostNameRoom)
    let (left, right) = (Sheet.margin, sheet.right - nameRoom)
    let start = levels[0].position
    let top = sheet.top + Self.rowHeight / 2
    func x(_ position: Double) -> Double {
      left + (position - start) / (end - start) * (right - left)
    }
    func y(_ row: Double) -> Double { top + row * Self.rowHeight }
    let bottom = y(Double(max(names.count - 1, 0))) + Self.rowHeight

    if levels.count > 1 {
      let cut = x(cut)
      sheet.elements.append(
        .line(
          [Canvas.Point(cut, sheet.top), Canvas.Point(cut, bottom)],
          Canvas.Stroke(theme.quietInk, width: 1, style: .dashed), hasArrowhead: false))
    }
    for branch in branches() {
      let ink = branch.group.map { theme.line(Self.colour($0)) } ?? theme.quietInk
      sheet.elements.append(
        .line(
          [
            Canvas.Point(x(branch.from), y(branch.y.from)),
            Canvas.Point(x(branch.to), y(branch.y.to)),
          ], Canvas.Stroke(ink, width: 1.2), hasArrowhead: false))
    }
    let groups = levels[chosen].groups
    for (row, node) in order.enumerated() {
      let ink = theme.line(Self.colour(groups[node]))
      let level = y(Double(row)) + 3.5
      sheet.elements += [
        .label(
          Canvas.Label(
            "\(groups[node] + 1)", at: Canvas.Point(right + 22, level), anchor: .end,
            size: Sheet.note.size, isBold: true, colour: ink)),
        .label(
          Canvas.Label(
            Sheet.note.lines(of: names[node], width: nameRoom - Self.numberRoom, limit: 1).first
              ?? "",
            at: Canvas.Point(right + 28, level), size: Sheet.note.size, colour: theme.ink)),
      ]
    }
    drawAxis(at: bottom, x, right, on: &sheet)
    sheet.top = bottom + 38
  }

  private func drawAxis(
    at bottom: Double, _ x: (Double) -> Double, _ right: Double, on sheet: inout Sheet
  ) {
    let stroke = Canvas.Stroke(sheet.theme.quietInk, width: 1)
    let scale = Axis(levels.map(\.position), isBars: false)
    sheet.elements.append(
      .line(
        [Canvas.Point(x(levels[0].position), bottom), Canvas.Point(right, bottom)], stroke,
        hasArrowhead: false))
    func text(_ words: String, _ x: Double, _ y: Double, _ anchor: Canvas.Anchor) {
      sheet.elements.append(
        .label(
          Canvas.Label(
            words, at: Canvas.Point(x, y), anchor: anchor, size: Sheet.note.size,
            colour: sheet.theme.quietInk)))
    }
    for tick in scale.ticks where tick <= end {
      let at = x(tick)
      sheet.elements.append(
        .line(
          [Canvas.Point(at, bottom), Canvas.Point(at, bottom + 4)], stroke, hasArrowhead: false))
      text(scale.words(tick), at, bottom + 15, .middle)
    }
    text(axis, right, bottom + 30, .end)
  }

  /// After the eighth group all are grey.
  private static func colour(_ group: Int) -> Colour {
    group < Palette.groupCount ? Palette.group(group) : Palette.quietInk
  }
}
