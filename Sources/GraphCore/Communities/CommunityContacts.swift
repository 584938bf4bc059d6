/// The communities to which a node, or a group of nodes, has edges, and the weight to each of them.
///
/// Made once for each worker, filled and cleared for one node after the other.
final class CommunityContacts {
  // Memory of its own, freed with it: the loop over the entries of a row is where the search for
  // communities spends its time.
  private let weights: UnsafeMutablePointer<Double>
  private let met: UnsafeMutablePointer<Int32>
  private let labelCount: Int
  /// How many communities were met.
  private(set) var count = 0

  /// - Parameter labelCount: Communities are numbered below this.
  init(labelCount: Int) {
    self.labelCount = labelCount
    weights = .allocate(capacity: labelCount)
    weights.initialize(repeating: 0, count: labelCount)
    // One place more: what is met again is written there, and not counted.
    met = .allocate(capacity: labelCount + 1)
  }

  deinit {
    weights.deallocate()
    met.deallocate()
  }

  /// The communities in the order in which they were met.
  @inline(__always)
  subscript(place: Int) -> Int { Int(met[place]) }

  /// The weight to a community.
  @inline(__always)
  func weight(to community: Int) -> Double { weights[community] }

  /// Adds the entries of a node's row, all of them or those within one community.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - rows: The rows of the network.
  ///   - labels: By node, its community.
  /// - Returns: The weight of the row.
  @inline(__always)
  func add(
    rowOf node: Int, _ rows: CommunityNetwork.Rows, labels: UnsafeMutableBufferPointer<Int32>
  ) -> Double {
    let row = rows.row(node)
    var count = count
    if rows.areEqual {
      for entry in row {
        let label = Int(labels[rows.target(entry)])
        let known = weights[label]
        // Without a branch, which would be guessed wrong half the time.
        met[count] = Int32(truncatingIfNeeded: label)
        count &+= known == 0 ? 1 : 0
        weights[label] = known + 1
      }
      self.count = count
      return Double(row.count)
    }
    var all = 0.0
    for entry in row {
      let label = Int(labels[rows.target(entry)])
      let weight = rows.weight(entry)
      let known = weights[label]
      met[count] = Int32(truncatingIfNeeded: label)
      count &+= known == 0 ? 1 : 0
      weights[label] = known + weight
      all += weight
    }
    self.count = count
    return all
  }

  /// Notes an edge of some weight to a community; one of weight zero does not count.
  @inline(__always)
  func add(_ weight: Double, to community: Int) {
    let known = weights[community]
    met[count] = Int32(truncatingIfNeeded: community)
    let now = known + weight
    count &+= (known == 0) != (now == 0) ? 1 : 0
    weights[community] = now
  }

  /// The communities with most weight, in the order in which they were met; forgets all that was met.
  ///
  /// Weights that differ by rounding are equal: a change that gains nothing might otherwise go round
  /// forever.
  ///
  /// - Parameter best: Is filled with the communities; stays empty if none was met.
  func takeHeaviest(into best: inout [Int32]) {
    var most = 0.0
    for place in 0..<count { most = max(most, weights[Int(met[place])]) }
    most -= CommunityNetwork.margin * most
    best.removeAll(keepingCapacity: true)
    for place in 0..<count where weights[Int(met[place])] >= most { best.append(met[place]) }
    clear()
  }

  /// Forgets all that was met.
  @inline(__always)
  func clear() {
    for place in 0..<count { weights[Int(met[place])] = 0 }
    count = 0
  }
}

// Each is used by one worker alone.
extension CommunityContacts: @unchecked Sendable {}
