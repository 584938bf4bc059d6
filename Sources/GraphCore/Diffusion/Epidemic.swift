/// One course of an epidemic.
public struct Epidemic: Sendable, Equatable {
  /// The times at which the numbers are given: each step, or each event.
  public let times: [Double]
  /// At each time, how many nodes can be infected.
  public let susceptible: [Int]
  /// At each time, how many nodes are infected.
  public let infected: [Int]
  /// At each time, how many nodes have recovered and are immune; 0 throughout for `.sis`.
  public let recovered: [Int]
  /// By node, when it was infected for the first time; nil if it never was.
  public let firstInfections: [Double?]

  /// Whether nobody is infected in the end, so that nothing more can happen.
  public var isOver: Bool { infected.last == 0 }
  /// How many nodes were ever infected.
  public var size: Int { firstInfections.reduce(0) { $0 + ($1 == nil ? 0 : 1) } }
}

extension Graph {
  /// How an infection passes and ends.
  public struct EpidemicOptions: Sendable {
    /// What becomes of the infected.
    public enum Kind: Sendable, Hashable, CaseIterable {
      /// They recover and are immune.
      case sir
      /// They recover and can be infected again.
      case sis
    }

    /// What becomes of the infected.
    public var kind: Kind
    /// How an infection passes along each edge: in steps the probability in one step, 0 to 1; in
    /// continuous time the rate, 0 or more.
    public var transmission: Double
    /// The same for each edge on its own, by edge index; nil for the same everywhere.
    public var transmissions: [Double]?
    /// How an infection ends: the probability in one step, 0 to 1, or the rate, 0 or more.
    public var recovery: Double
    /// The time at which to stop if it is not over before, 0 or more; in steps the number of steps.
    public var maximumTime: Double

    /// Makes options.
    ///
    /// - Parameters:
    ///   - kind: What becomes of the infected.
    ///   - transmission: How an infection passes along each edge.
    ///   - transmissions: The same for each edge on its own.
    ///   - recovery: How an infection ends.
    ///   - maximumTime: The time at which to stop.
    public init(
      kind: Kind = .sir, transmission: Double, transmissions: [Double]? = nil, recovery: Double,
      maximumTime: Double = 1_000
    ) {
      self.kind = kind
      self.transmission = transmission
      self.transmissions = transmissions
      self.recovery = recovery
      self.maximumTime = maximumTime
    }
  }

  /// One course of an epidemic in steps of equal length.
  ///
  /// In each step every node that is infected at its beginning infects each neighbour that can be
  /// infected, along each edge with its probability, and then ends its own infection with the
  /// probability of recovery [Kermack1927]. Who is infected in a step is infectious from the next on.
  /// Parallel edges try each; loops change nothing.
  ///
  /// - Parameters:
  ///   - seeds: The nodes that are infected at the beginning.
  ///   - options: Kind, transmission, recovery, largest time.
  ///   - generator: Draws the infections and recoveries.
  /// - Returns: The numbers after each step, from time 0.
  /// - Throws: `GraphError` if an option is outside its range or there is not one transmission for each
  ///   edge; `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: O(n) time at first and O(edges of the infected) for each step; O(n) space, and what
  ///   is given for each step.
  public func epidemic(
    from seeds: [Int], _ options: EpidemicOptions, using generator: inout SeededGenerator
  ) throws(GraphError) -> Epidemic {
    try options.check(self, most: 1)
    return try course(from: seeds, options, until: nil, using: &generator).epidemic
  }

  /// One course by options that have been checked; if it is known how many nodes can ever be infected,
  /// since only the size is asked for, it ends too once they have been, and is not written down.
  private func course(
    from seeds: [Int], _ options: EpidemicOptions, until most: Int?,
    using generator: inout SeededGenerator
  ) throws(GraphError) -> EpidemicCourse {
    var course = EpidemicCourse(
      self, seeds: seeds, kind: options.kind, isWrittenDown: most == nil)
    let rowEdges = outgoing.edges
    var step = 0.0
    while step < options.maximumTime, !course.infectious.isEmpty, course.size < most ?? Int.max {
      try Execution.checkCancellation()
      step += 1
      var caught: [Int] = []
      for node in course.infectious {
        for entry in outgoing.row(node) {
          let target = Int(outgoing.targets[entry])
          let chance = options.transmissions?[Int(rowEdges[entry])] ?? options.transmission
          if course.states[target] == .susceptible, generator.nextUnit() < chance {
            course.states[target] = .exposed
            caught.append(target)
          }
        }
      }
      var left: [Int] = []
      for node in course.infectious {
        if generator.nextUnit() < options.recovery {
          course.recover(node)
        } else {
          left.append(node)
        }
      }
      for node in caught { course.infect(node, at: step) }
      course.infectious = left + caught
      course.record(step)
    }
    return course
  }

  /// How many nodes an epidemic infects on average, over many courses.
  ///
  /// A course ends early once every node has been infected that has a way from the seeds along which
  /// an infection can pass: nothing that happens later changes the number.
  ///
  /// - Parameters:
  ///   - seeds: The nodes that are infected at the beginning.
  ///   - options: Kind, transmission, recovery, largest time.
  ///   - isContinuous: Whether it runs in continuous time, and not in steps.
  ///   - samples: How many courses are drawn, 1 or more.
  ///   - seed: Where the sequence of random choices begins.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Returns: The mean number of nodes ever infected, with its error.
  /// - Throws: `GraphError` if an option is outside its range, there is not one transmission for each
  ///   edge, or no run is allowed; `GraphError.cancelled` if the task has been cancelled.
  /// - Complexity: The time of one course for each run, and O(n + m) once; O(n) space for each thread,
  ///   since courses are not written down.
  public func epidemicSize(
    from seeds: [Int], _ options: EpidemicOptions, isContinuous: Bool = false, samples: Int = 1_000,
    seed: UInt64 = 0, execution: Execution = Execution()
  ) throws(GraphError) -> SpreadEstimate {
    try requireSamples(samples)
    try options.check(self, most: isContinuous ? .infinity : 1)
    let most = reachable(from: seeds, options)
    return try spreadEstimate(samples: samples, seed: seed, execution) {
      { generator in
        // A course that throws was cancelled, and its size does not count.
        let course =
          isContinuous
          ? try? courseInContinuousTime(from: seeds, options, until: most, using: &generator)
          : try? course(from: seeds, options, until: most, using: &generator)
        return course?.size ?? 0
      }
    }
  }

  /// How many nodes can ever be infected.
  private func reachable(from seeds: [Int], _ options: EpidemicOptions) -> Int {
    var isReached = membership(seeds)
    var queue = nodes.filter { isReached[$0] }
    let rowEdges = outgoing.edges
    var next = 0
    while next < queue.count {
      for entry in outgoing.row(queue[next]) {
        let target = Int(outgoing.targets[entry])
        let chance = options.transmissions?[Int(rowEdges[entry])] ?? options.transmission
        guard !isReached[target], chance > 0 else { continue }
        isReached[target] = true
        queue.append(target)
      }
      next += 1
    }
    return queue.count
  }
}

extension Graph.EpidemicOptions {
  /// Refuses numbers outside their range.
  func check(_ graph: Graph, most: Double) throws(GraphError) {
    let range = most.isFinite ? "0 to 1" : "zero or more"
    if let transmissions, transmissions.count != graph.edgeCount {
      throw .wrongCount(
        of: "transmissions", expected: graph.edgeCount, actual: transmissions.count)
    }
    func check(_ value: Double, _ name: @autoclosure () -> String) throws(GraphError) {
      guard value.isFinite, value >= 0, value <= most else {
        throw .optionOutOfRange(name: name(), value: value, range: range)
      }
    }
    try check(transmission, "the transmission")
    try check(recovery, "the recovery")
    for (edge, value) in (transmissions ?? []).enumerated() {
      try check(value, "the transmission of edge \(edge)")
    }
    guard maximumTime >= 0 else {
      throw .optionOutOfRange(name: "the largest time", value: maximumTime, range: "zero or more")
    }
  }
}

/// The states of all nodes while an epidemic runs, and what is written down of it.
struct EpidemicCourse {
  enum State { case susceptible, exposed, infected, recovered }

  private let kind: Graph.EpidemicOptions.Kind
  private let isWrittenDown: Bool
  var states: [State]
  /// The infected nodes, in the order of their infection.
  var infectious: [Int] = []
  /// How many nodes were ever infected.
  private(set) var size = 0
  private var counts: (susceptible: Int, infected: Int, recovered: Int)
  private var firstInfections: [Double?]
  private var times: [Double] = []
  private var susceptible: [Int] = []
  private var infected: [Int] = []
  private var recovered: [Int] = []

  init(_ graph: Graph, seeds: [Int], kind: Graph.EpidemicOptions.Kind, isWrittenDown: Bool) {
    self.kind = kind
    self.isWrittenDown = isWrittenDown
    states = [State](repeating: .susceptible, count: graph.nodeCount)
    firstInfections = [Double?](repeating: nil, count: graph.nodeCount)
    counts = (graph.nodeCount, 0, 0)
    for node in seeds {
      graph.requireNode(node)
      guard states[node] == .susceptible else { continue }
      infect(node, at: 0)
      infectious.append(node)
    }
    record(0)
  }

  mutating func infect(_ node: Int, at time: Double) {
    states[node] = .infected
    if firstInfections[node] == nil {
      firstInfections[node] = time
      size += 1
    }
    counts.susceptible -= 1
    counts.infected += 1
  }

  mutating func recover(_ node: Int) {
    counts.infected -= 1
    if kind == .sir {
      states[node] = .recovered
      counts.recovered += 1
    } else {
      states[node] = .susceptible
      counts.susceptible += 1
    }
  }

  mutating func record(_ time: Double) {
    guard isWrittenDown else { return }
    times.append(time)
    susceptible.append(counts.susceptible)
    infected.append(counts.infected)
    recovered.append(counts.recovered)
  }

  var epidemic: Epidemic {
    Epidemic(
      times: times, susceptible: susceptible, infected: infected, recovered: recovered,
      firstInfections: firstInfections)
  }
}
