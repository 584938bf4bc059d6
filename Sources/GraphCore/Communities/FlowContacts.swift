/// The modules to which a node of a walk has flow, or from which flow comes to it.
///
/// Made once for each search, filled and cleared for one node after the other.
final class FlowContacts {
  /// The flow between the node in hand and a module.
  struct Flow {
    var to = 0.0
    var from = 0.0
  }

  // Memory of its own, freed with it: the loop over the entries of a row is where the search for
  // modules spends its time.
  private let flows: UnsafeMutablePointer<Flow>
  private let met: UnsafeMutablePointer<Int32>
  /// How many modules were met.
  private(set) var count = 0

  /// - Parameter moduleCount: Modules are numbered below this.
  init(moduleCount: Int) {
    flows = .allocate(capacity: moduleCount)
    flows.initialize(repeating: Flow(), count: moduleCount)
    // One place more: what is met again is written there, and not counted.
    met = .allocate(capacity: moduleCount + 1)
  }

  deinit {
    flows.deallocate()
    met.deallocate()
  }

  /// The modules in the order in which they were met.
  @inline(__always)
  subscript(place: Int) -> Int { Int(met[place]) }

  /// The flow to a module and from it.
  @inline(__always)
  func flow(with module: Int) -> Flow { flows[module] }

  /// Adds the flow along the entries of a row, all of it above 0.
  ///
  /// - Parameters:
  ///   - row: The entries of the node in hand.
  ///   - rows: The rows of the network.
  ///   - labels: By node, its module.
  ///   - side: Whether the flow leaves for the module or comes from it.
  /// - Returns: The flow of the row.
  @inline(__always)
  func add(
    _ row: Range<Int>, of rows: WalkNetwork.Rows, labels: [Int32],
    _ side: WritableKeyPath<Flow, Double>
  ) -> Double {
    var count = count
    var sum = 0.0
    for entry in row {
      let label = Int(labels[Int(rows.targets[entry])])
      let isNew = flows[label].to + flows[label].from == 0
      // Without a branch, which would be guessed wrong half the time.
      met[count] = Int32(truncatingIfNeeded: label)
      count &+= isNew ? 1 : 0
      flows[label][keyPath: side] += rows.flows[entry]
      sum += rows.flows[entry]
    }
    self.count = count
    return sum
  }

  /// Meets a module to which there is no flow, and which was not met before.
  @inline(__always)
  func meet(_ module: Int) {
    met[count] = Int32(truncatingIfNeeded: module)
    count += 1
  }

  /// Forgets all that was met.
  @inline(__always)
  func clear() {
    for place in 0..<count { flows[Int(met[place])] = Flow() }
    count = 0
  }
}
