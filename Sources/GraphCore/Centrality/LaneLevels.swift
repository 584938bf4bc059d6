/// The levels of breadth-first searches from up to 64 roots at once [Then2014].
///
/// Each search has a lane, one bit of a set of lanes. A level is a list of places, each with the
/// lanes in which it is first met at that distance.
struct LaneLevels {
  static let width = 64

  /// The places of all levels, level by level.
  private(set) var places: [Int32] = []
  /// The lanes of each.
  private(set) var lanes: [UInt64] = []
  /// Those of the lanes in which a shortest path to an end goes on from it; known after `keep`.
  private(set) var onward: [UInt64] = []
  /// Where each level begins, and where the last one ends.
  private(set) var starts: [Int] = []

  private let rows: FoldedGraph.Rows
  private var seen: [UInt64]
  /// The lanes of the level in hand; all empty between calls.
  private var fresh: [UInt64]
  private var touched: [Int32]

  /// - Parameter rows: The rows along which to search.
  init(_ rows: FoldedGraph.Rows) {
    self.rows = rows
    seen = [UInt64](repeating: 0, count: rows.offsets.count - 1)
    fresh = seen
    touched = [Int32](repeating: 0, count: rows.offsets.count)
  }

  /// The places of a level.
  func level(_ distance: Int) -> Range<Int> { starts[distance]..<starts[distance + 1] }

  /// The number of levels; level 0 holds the roots.
  var count: Int { starts.count - 1 }

  /// Searches from other roots, all different.
  mutating func search(from roots: ArraySlice<Int32>) {
    for place in places { seen[Int(place)] = 0 }
    places.removeAll(keepingCapacity: true)
    lanes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    for (lane, root) in roots.enumerated() {
      places.append(root)
      lanes.append(1 << UInt64(lane))
      seen[Int(root)] = 1 << UInt64(lane)
    }
    starts.append(0)
    while places.count > starts[starts.count - 1] {
      starts.append(places.count)
      let last = level(count - 1)
      let touchedCount = Self.push(
        places[last].span, lanes[last].span, rows, fresh: &fresh, touched: &touched)
      // Levels are in the order of places, which is that of degrees: the loops over rows that
      // follow each other are equally long.
      if touchedCount > seen.count / 16 {
        for place in seen.indices { meet(place) }
      } else {
        touched[..<touchedCount].sort()
        for index in 0..<touchedCount { meet(Int(touched[index])) }
      }
    }
  }

  /// Takes a place into the new level if some lane has not seen it.
  @inline(__always)
  private mutating func meet(_ place: Int) {
    let new = fresh[place] & ~seen[place]
    fresh[place] = 0
    if new != 0 {
      seen[place] |= new
      places.append(Int32(truncatingIfNeeded: place))
      lanes.append(new)
    }
  }

  /// Gives the lanes of a level to all next places.
  ///
  /// - Returns: How many places are touched.
  private static func push(
    _ places: borrowing Span<Int32>, _ lanes: borrowing Span<UInt64>, _ rows: FoldedGraph.Rows,
    fresh: inout [UInt64], touched: inout [Int32]
  ) -> Int {
    let (offsets, targets) = (rows.offsets.span, rows.targets.span)
    var fresh = fresh.mutableSpan
    var touched = touched.mutableSpan
    var count = 0
    for index in 0..<places.count {
      let place = Int(places[index])
      let new = lanes[index]
      for entry in offsets[unchecked: place]..<offsets[unchecked: place &+ 1] {
        let target = targets[unchecked: entry]
        let before = fresh[unchecked: Int(target)]
        fresh[unchecked: Int(target)] = before | new
        touched[unchecked: count] = target
        count &+= before == 0 ? 1 : 0
      }
    }
    return count
  }

  /// Keeps of each level only the lanes in which a place is an end or lies on a shortest path to
  /// one.
  ///
  /// - Parameter ends: By place, more than 0 for an end.
  mutating func keep(ends: [Double]) {
    while onward.count < places.count { onward.append(0) }
    for distance in (0..<count).reversed() {
      Self.lookOnward(
        level(distance), places, lanes, rows, fresh: fresh, onward: &onward)
      if distance + 1 < count {
        for index in level(distance + 1) { fresh[Int(places[index])] = 0 }
      }
      for index in level(distance) {
        let place = Int(places[index])
        let kept = ends[place] > 0 ? lanes[index] : onward[index]
        lanes[index] = kept
        fresh[place] = kept
      }
    }
    for place in places.prefix(starts.count > 1 ? starts[1] : 0) { fresh[Int(place)] = 0 }
  }

  /// Finds the lanes of a level that some next place has kept.
  private static func lookOnward(
    _ level: Range<Int>, _ places: [Int32], _ lanes: [UInt64], _ rows: FoldedGraph.Rows,
    fresh: [UInt64], onward: inout [UInt64]
  ) {
    let (offsets, targets, fresh) = (rows.offsets.span, rows.targets.span, fresh.span)
    for index in level {
      let place = Int(places[index])
      let all = lanes[index]
      var found: UInt64 = 0
      for entry in offsets[unchecked: place]..<offsets[unchecked: place &+ 1] {
        found |= fresh[unchecked: Int(targets[unchecked: entry])] & all
        if found == all { break }
      }
      onward[index] = found
    }
  }
}
