extension FoldedGraph {
  /// The most places to which distances are compared.
  private static let mostLandmarks = 16

  /// Roots in an order in which neighbours are at about the same distance from all places, so that
  /// searches from them share their levels.
  ///
  /// They are sorted by their distances to the places with the most edges, through which most
  /// shortest paths run.
  ///
  /// - Parameters:
  ///   - roots: Places in ascending order.
  ///   - lowDegreesFirst: Whether to sort by the order of magnitude of their degrees first.
  /// - Returns: The roots, in an order that depends on nothing else.
  func sideBySide(_ roots: [Int32], lowDegreesFirst: Bool) -> [Int32] {
    let landmarks = min(Self.mostLandmarks, roots.count / LaneLevels.width, nodes.count)
    guard landmarks > 0 else { return roots }
    // Four bits for each landmark, the first one's highest: 15 for far, or no path.
    var distances = [UInt64](repeating: ~0, count: nodes.count)
    var levels = LaneLevels(incoming)
    levels.search(from: (0..<Int32(landmarks))[...].map { $0 }[...])
    for distance in 0..<min(levels.count, 15) {
      for index in levels.level(distance) {
        var left = levels.lanes[index]
        while left != 0 {
          let shift = UInt64(60 - 4 * left.trailingZeroBitCount)
          distances[Int(levels.places[index])] ^= UInt64(15 ^ distance) << shift
          left &= left - 1
        }
      }
    }
    func key(_ root: Int32) -> (Int, UInt64, Int32) {
      let degree = outgoing.offsets[Int(root) + 1] - outgoing.offsets[Int(root)]
      let magnitude = lowDegreesFirst ? Int.bitWidth - degree.leadingZeroBitCount : 0
      return (magnitude, distances[Int(root)], root)
    }
    return roots.map(key).sorted { $0 < $1 }.map(\.2)
  }
}
