/// Finds, one at a time, the maximal cliques whose first node in an order of degeneracy is a given
/// one.
///
/// The later neighbors of the first node are numbered from 0, and sets of them are bits; what
/// forbids a clique to be maximal are later neighbors that were tried before, and the earlier
/// neighbors of the first node.
struct CliqueSearch: Sendable {
  private let rows: CliqueRows
  private let minimumSize: Int
  /// Whether it ends early, as if there were no more, once nobody waits for the result any more.
  private let endsIfCancelled: Bool
  private var root: Int32 = 0
  /// By number, the node; the later neighbors first, then the earlier ones.
  private var members: [Int32] = []
  private var laterCount = 0
  /// By node, its number, or -1.
  private var numbers: [Int32]
  /// By number, the later neighbors that it is joined to.
  private var joined = BitRows()
  /// By depth three sets: those that can still be added, those tried before, those to try here.
  private var sets = BitRows()
  /// By depth, the earlier neighbors that are joined to all chosen, one list after the other.
  private var earlier: [Int32] = []
  private var earlierStarts: [Int] = []
  private var chosen: [Int32] = []
  private var isRootAlone = false
  private var steps = 0

  /// - Parameters:
  ///   - rows: The graph.
  ///   - minimumSize: Smaller cliques are left out.
  ///   - endsIfCancelled: Whether it ends early, as if there were no more cliques, once nobody waits
  ///     for the result any more; whoever asks for that checks for it at the end.
  init(_ rows: CliqueRows, minimumSize: Int, endsIfCancelled: Bool = false) {
    self.rows = rows
    self.minimumSize = minimumSize
    self.endsIfCancelled = endsIfCancelled
    numbers = [Int32](repeating: -1, count: rows.order.count)
  }

  /// Begins with the cliques whose first node is the one at a place of the order.
  mutating func begin(at place: Int) {
    root = rows.order[place]
    chosen.removeAll(keepingCapacity: true)
    earlierStarts.removeAll(keepingCapacity: true)
    earlier.removeAll(keepingCapacity: true)
    isRootAlone = false
    let later = rows.entries(of: Int(root))
    laterCount = later.count
    guard laterCount + 1 >= minimumSize else { return }
    guard laterCount > 0 else {
      isRootAlone = rows.graph.outgoing.row(Int(root)).isEmpty
      return
    }
    number(later)
    // By depth: 0 can still be added, 1 was tried, 2 is to be tried.
    sets.reset(rows: 3, width: laterCount)
    for number in 0..<laterCount { sets.insert(number, intoRow: 0) }
    earlierStarts.append(0)
    for number in laterCount..<members.count { earlier.append(Int32(truncatingIfNeeded: number)) }
    chooseWhatToTry()
  }

  /// Numbers the neighbors and notes which of them are joined: each edge is seen from its earlier
  /// end, so a row is no longer than the degeneracy.
  private mutating func number(_ later: Range<Int>) {
    members.removeAll(keepingCapacity: true)
    for entry in later {
      numbers[Int(rows.later[entry])] = Int32(truncatingIfNeeded: members.count)
      members.append(rows.later[entry])
    }
    let place = rows.places[Int(root)]
    rows.graph.outgoing.withUnsafeRows { offsets, targets in
      for entry in offsets[Int(root)]..<offsets[Int(root) + 1]
      where rows.places[Int(targets[entry])] < place {
        members.append(targets[entry])
      }
    }
    joined.reset(rows: members.count, width: laterCount)
    for number in members.indices {
      for entry in rows.entries(of: Int(members[number])) {
        let other = Int(numbers[Int(rows.later[entry])])
        guard other >= 0 else { continue }
        joined.insert(other, intoRow: number)
        if number < laterCount { joined.insert(number, intoRow: other) }
      }
    }
    for entry in later { numbers[Int(rows.later[entry])] = -1 }
  }

  /// Leaves out, of those that can be added, the neighbors of a pivot: a maximal clique without the
  /// pivot has one that is no neighbor of it. The pivot is the one with most neighbors among them.
  private mutating func chooseWhatToTry() {
    let depth = earlierStarts.count - 1
    let (possible, tried, left) = (3 * depth, 3 * depth + 1, 3 * depth + 2)
    var pivot = -1
    var most = -1
    func consider(_ number: Int) {
      var count = 0
      for word in 0..<joined.words {
        count += (joined[number, word] & sets[possible, word]).nonzeroBitCount
      }
      if count > most { (pivot, most) = (number, count) }
    }
    for word in 0..<sets.words {
      var bits = sets[possible, word] | sets[tried, word]
      while bits != 0 {
        consider(word << 6 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    for index in earlierStarts[depth]..<earlier.count { consider(Int(earlier[index])) }
    for word in 0..<sets.words {
      sets[left, word] = sets[possible, word] & (pivot < 0 ? .max : ~joined[pivot, word])
    }
  }

  /// The next clique, ascending; nil after the last.
  mutating func next() -> [Int]? {
    if isRootAlone {
      isRootAlone = false
      return minimumSize <= 1 ? [Int(root)] : nil
    }
    while let earlierStart = earlierStarts.last {
      steps &+= 1
      if endsIfCancelled, steps % 256 == 0, Execution.isCancelled { return nil }
      let depth = earlierStarts.count - 1
      let (possible, tried, left) = (3 * depth, 3 * depth + 1, 3 * depth + 2)
      guard let number = sets.first(inRow: left) else {
        earlier.removeLast(earlier.count - earlierStart)
        earlierStarts.removeLast()
        if !chosen.isEmpty { chosen.removeLast() }
        continue
      }
      sets.remove(number, fromRow: left)
      sets.grow(toRows: 3 * depth + 6)
      var (anyPossible, anyTried): (UInt64, UInt64) = (0, 0)
      for word in 0..<sets.words {
        let near = joined[number, word]
        sets[possible + 3, word] = sets[possible, word] & near
        sets[tried + 3, word] = sets[tried, word] & near
        anyPossible |= sets[possible + 3, word]
        anyTried |= sets[tried + 3, word]
      }
      sets.remove(number, fromRow: possible)
      sets.insert(number, intoRow: tried)
      let end = earlier.count
      for index in earlierStart..<end where joined.contains(number, inRow: Int(earlier[index])) {
        earlier.append(earlier[index])
      }
      if anyPossible == 0 {
        let isMaximal = anyTried == 0 && earlier.count == end
        earlier.removeLast(earlier.count - end)
        if isMaximal, chosen.count + 2 >= minimumSize { return clique(with: number) }
      } else if chosen.count + 2 + sets.count(inRow: possible + 3) < minimumSize {
        earlier.removeLast(earlier.count - end)
      } else {
        chosen.append(Int32(truncatingIfNeeded: number))
        earlierStarts.append(end)
        chooseWhatToTry()
      }
    }
    return nil
  }

  private func clique(with number: Int) -> [Int] {
    // One list and no other: a network can have millions of cliques.
    var clique = [Int](filling: chosen.count + 2) { clique, count in
      clique.initializeElement(at: 0, to: Int(root))
      clique.initializeElement(at: 1, to: Int(members[number]))
      for place in chosen.indices {
        clique.initializeElement(at: place + 2, to: Int(members[Int(chosen[place])]))
      }
      count = chosen.count + 2
    }
    clique.sort()
    return clique
  }
}
