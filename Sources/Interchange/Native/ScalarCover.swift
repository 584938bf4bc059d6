/// Which parts of a YAML text stand within quotation marks or blocks, where a `#` begins no comment.
struct ScalarCover {
  private let lines: [[Unicode.Scalar]]
  private var ranges: [Int: [Range<Int>]] = [:]

  /// Finds the ends of all quoted and block scalars of a tree in the lines that it was parsed from.
  init(_ tree: DocumentTree, lines: [[Unicode.Scalar]]) {
    self.lines = lines
    cover(tree)
  }

  /// Where a comment begins in a line: at a `#` that begins the line or follows white space.
  func commentStart(in line: Int) -> Int? {
    let covered = ranges[line] ?? []
    let scalars = lines[line]
    return scalars.indices.first { column in
      scalars[column] == "#" && (column == 0 || scalars[column - 1].properties.isWhitespace)
        && !covered.contains { $0.contains(column) }
    }
  }

  private mutating func cover(_ tree: DocumentTree) {
    switch tree {
    case .scalar(_, let mark): cover(mark)
    case .sequence(let items, _): for item in items { cover(item) }
    case .mapping(let entries, _):
      for entry in entries {
        cover(entry.mark)
        cover(entry.value)
      }
    }
  }

  private mutating func cover(_ mark: DocumentTree.Mark) {
    switch mark.style {
    case .plain: break
    case .singleQuoted: coverQuoted(mark, by: "'")
    case .doubleQuoted: coverQuoted(mark, by: "\"")
    case .block: coverBlock(mark)
    }
  }

  private mutating func coverQuoted(_ mark: DocumentTree.Mark, by quote: Unicode.Scalar) {
    guard lines.indices.contains(mark.line - 1) else { return }
    var line = mark.line - 1
    // A tag or an anchor may stand before the quotation mark.
    var column = lines[line].dropFirst(mark.column - 1).firstIndex(of: quote) ?? 0
    var start = column
    column += 1
    while lines.indices.contains(line) {
      let scalars = lines[line]
      while column < scalars.count {
        if quote == "\"", scalars[column] == "\\" {
          column += 2
        } else if scalars[column] == quote {
          if quote == "'", column + 1 < scalars.count, scalars[column + 1] == quote {
            column += 2
          } else {
            ranges[line, default: []].append(start..<(column + 1))
            return
          }
        } else {
          column += 1
        }
      }
      ranges[line, default: []].append(start..<max(start, scalars.count))
      line += 1
      start = 0
      column = 0
    }
  }

  /// A block goes on as long as lines are blank or indented like its first one.
  private mutating func coverBlock(_ mark: DocumentTree.Mark) {
    var indent: Int?
    for line in lines.indices.dropFirst(mark.line) {
      let scalars = lines[line]
      guard let first = scalars.firstIndex(where: { $0 != " " }) else { continue }
      guard first >= indent ?? 1 else { return }
      indent = indent ?? first
      ranges[line, default: []].append(0..<scalars.count)
    }
  }
}
