extension Graph {
  /// One course of an epidemic in continuous time.
  ///
  /// Each edge from an infected node to one that can be infected passes the infection on at its rate,
  /// and each infection ends at the rate of recovery; the next event is drawn by the direct
  /// method of Gillespie [Gillespie1977]. Parallel edges add up; loops change nothing.
  ///
  /// - Parameters:
  ///   - seeds: The nodes that are infected at the beginning.
  ///   - options: Kind, rates, largest time.
  ///   - generator: Draws the events and the times between them.
  /// - Returns: The numbers after each event, from time 0. The last event is before that time.
  /// - Throws: `GraphError` if an option is outside its range or there is not one rate for each edge;
  ///   `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(m + n log n) time at first and O(d log n) for each event at a node of degree d; a
  ///   recovery adds up anew what infects each of its neighbours, by all their edges, so O(d log n + s)
  ///   where s is the sum of their degrees. O(n) space, and what is given for each event.
  public func epidemicInContinuousTime(
    from seeds: [Int], _ options: EpidemicOptions, using generator: inout SeededGenerator
  ) throws(GraphError) -> Epidemic {
    try options.check(self, most: .infinity)
    return try courseInContinuousTime(from: seeds, options, until: nil, using: &generator).epidemic
  }

  /// One course by options that have been checked; if it is known how many nodes can ever be infected,
  /// since only the size is asked for, it ends too once they have been, and is not written down.
  func courseInContinuousTime(
    from seeds: [Int], _ options: EpidemicOptions, until most: Int?,
    using generator: inout SeededGenerator
  ) throws(GraphError) -> EpidemicCourse {
    var course = EpidemicCourse(
      self, seeds: seeds, kind: options.kind, isWrittenDown: most == nil)
    // By node, the rate at which it is infected or recovers.
    var rates = RateTree(count: nodeCount)
    let (outEdges, inEdges) = (outgoing.edges, incoming.edges)
    func rate(_ edge: Int32) -> Double { options.transmissions?[Int(edge)] ?? options.transmission }
    /// The rate at which those around infect a node; added up anew, so that nothing is left over.
    func pressure(_ node: Int) -> Double {
      var sum = 0.0
      for entry in incoming.row(node)
      where course.states[Int(incoming.targets[entry])] == .infected {
        sum += rate(inEdges[entry])
      }
      return sum
    }
    func update(_ node: Int) {
      switch course.states[node] {
      case .susceptible, .exposed: rates.set(node, pressure(node))
      case .infected: rates.set(node, options.recovery)
      case .recovered: rates.set(node, 0)
      }
    }
    func updateAround(_ node: Int, by sign: Double) {
      update(node)
      for entry in outgoing.row(node) {
        let target = Int(outgoing.targets[entry])
        guard course.states[target] == .susceptible, target != node else { continue }
        if sign > 0 {
          rates.set(target, rates[target] + rate(outEdges[entry]))
        } else {
          rates.set(target, pressure(target))
        }
      }
    }
    for node in nodes { update(node) }
    var time = 0.0
    var events = 0
    while rates.total > 0, course.size < most ?? Int.max {
      if events % 256 == 0 { try Execution.checkCancellation() }
      events += 1
      time -= (1 - generator.nextUnit()).naturalLogarithm / rates.total
      if time >= options.maximumTime { break }
      let node = rates.find(generator.nextUnit() * rates.total)
      if course.states[node] == .infected {
        course.recover(node)
        updateAround(node, by: -1)
      } else {
        course.infect(node, at: time)
        updateAround(node, by: 1)
      }
      course.record(time)
    }
    return course
  }
}

/// Numbers of which one is drawn with a probability in proportion to it: a tree of sums.
struct RateTree {
  private let width: Int
  /// The root at 1; the children of i are 2 i and 2 i + 1.
  private var sums: [Double]

  init(count: Int) {
    var width = 1
    while width < count { width *= 2 }
    self.width = width
    sums = [Double](repeating: 0, count: 2 * width)
  }

  var total: Double { sums[1] }

  subscript(index: Int) -> Double { sums[width + index] }

  mutating func set(_ index: Int, _ value: Double) {
    var place = width + index
    sums[place] = value
    while place > 1 {
      place /= 2
      sums[place] = sums[2 * place] + sums[2 * place + 1]
    }
  }

  /// The number in which a position from 0 to the total lies, if they are laid end to end.
  func find(_ position: Double) -> Int {
    var place = 1
    var left = position
    while place < width {
      place *= 2
      // The right child only if something is there: rounding must not lead to a number of 0.
      if left >= sums[place], sums[place + 1] > 0 {
        left -= sums[place]
        place += 1
      }
    }
    return place - width
  }
}
