internal import GraphCore
internal import InfluenceAnalysis

/// What stands where in a matrix: the rows in order, the cells between them, and what was left out.
struct MatrixPlan {
  /// A tie or a link between two nodes, before it has a place.
  struct Entry {
    let tail: String
    let head: String
    /// The probability or the weight; `nil` for what is no influence.
    let value: Double?
    let standing: Standing
    let tooltip: String
  }

  /// A row, which is a column too.
  struct Row {
    let id: String
    let name: String
    let tooltip: String
    /// The number of its community, from 0; `nil` where it has none.
    let group: Int?
    /// How many it influences, and how many influence it, those left out included.
    let gives: Int
    let gets: Int
  }

  /// A field of the matrix.
  struct Cell {
    let row: Int
    let column: Int
    let value: Double?
    /// What is said besides, or instead.
    let standings: [Standing]
    let tooltip: String
  }

  let rows: [Row]
  let cells: [Cell]
  /// How many nodes there are in all.
  let nodeCount: Int
  /// How many cells have a value, those left out included.
  let valueCount: Int
  /// The largest value in a cell that is shown, whatever its sign.
  let largest: Double

  /// - Parameters:
  ///   - nodes: The nodes.
  ///   - entries: What is between them; several with the same ends share a cell.
  ///   - groups: The community of each node by id.
  ///   - order: The order of the rows.
  ///   - limit: The most rows.
  ///   - value: The value of a cell from its ends and the values of its entries.
  init(
    nodes: [Diagram.Node], entries: [Entry], groups: [String: Int], order: MatrixPicture.Order,
    limit: Int, value: (Entry, [Double]) -> Double
  ) {
    let gathered = Self.gather(entries)
    var gives: [String: Int] = [:]
    var gets: [String: Int] = [:]
    var partners: [String: Set<String>] = [:]
    var strength: [String: Double] = [:]
    var values: [[String]: Double] = [:]
    for (ends, entries) in gathered {
      let own = entries.compactMap(\.value)
      guard let first = entries.first, !own.isEmpty else { continue }
      let sum = value(first, own)
      values[ends] = sum
      gives[ends[0], default: 0] += 1
      gets[ends[1], default: 0] += 1
      if ends[0] != ends[1] {
        partners[ends[0], default: []].insert(ends[1])
        partners[ends[1], default: []].insert(ends[0])
      }
      strength[ends[0], default: 0] += sum
      strength[ends[1], default: 0] += sum
    }
    func rank(_ id: String) -> (Int, Double) {
      (-(partners[id]?.count ?? 0), -(strength[id] ?? 0))
    }
    let byDegree = nodes.sorted { left, right in
      let (a, b) = (rank(left.id), rank(right.id))
      return a == b ? left.id < right.id : a < b
    }
    let shown = Self.sorted(
      Array(byDegree.prefix(limit)), order, groups: groups, strength: strength)
    let placed = shown.map { node in
      Row(
        id: node.id, name: node.name, tooltip: node.tooltip, group: groups[node.id],
        gives: gives[node.id] ?? 0, gets: gets[node.id] ?? 0)
    }
    let places = Dictionary(placed.enumerated().map { ($1.id, $0) }) { first, _ in first }
    cells = gathered.compactMap { ends, entries in
      guard let row = places[ends[0]], let column = places[ends[1]] else { return nil }
      return Cell(
        row: row, column: column, value: values[ends],
        standings: Standing.allCases.filter { standing in
          entries.contains { $0.standing == standing }
        },
        tooltip: entries.map(\.tooltip).joined(separator: "\n"))
    }
    rows = placed
    nodeCount = nodes.count
    valueCount = values.count
    largest = cells.compactMap { $0.value.map(abs) }.max() ?? 0
  }

  /// The entries with the same ends together, by tail, then by head.
  private static func gather(_ entries: [Entry]) -> [(ends: [String], entries: [Entry])] {
    var cells: [[String]: [Entry]] = [:]
    for entry in entries { cells[[entry.tail, entry.head], default: []].append(entry) }
    return cells.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { (ends: $0.key, entries: $0.value) }
  }

  /// The rows in order: communities by their strength, and in each the strong before the weak.
  private static func sorted(
    _ nodes: [Diagram.Node], _ order: MatrixPicture.Order, groups: [String: Int],
    strength: [String: Double]
  ) -> [Diagram.Node] {
    switch order {
    case .degree: return nodes
    case .name: return nodes.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    case .community:
      var sums: [Int: Double] = [:]
      for node in nodes {
        if let group = groups[node.id] { sums[group, default: 0] += strength[node.id] ?? 0 }
      }
      func key(_ node: Diagram.Node) -> (Double, Int, Double) {
        guard let group = groups[node.id] else { return (.infinity, 0, 0) }
        return (-(sums[group] ?? 0), group, -(strength[node.id] ?? 0))
      }
      return nodes.sorted { left, right in
        let (a, b) = (key(left), key(right))
        return a == b ? left.id < right.id : a < b
      }
    }
  }

  /// The runs of rows with one community, if the order is by community.
  func runs() -> [(group: Int?, range: Range<Int>)] {
    var runs: [(group: Int?, range: Range<Int>)] = []
    for (index, row) in rows.enumerated() {
      if let last = runs.last, last.group == row.group {
        runs[runs.count - 1].range = last.range.lowerBound..<(index + 1)
      } else {
        runs.append((row.group, index..<(index + 1)))
      }
    }
    return runs
  }
}
