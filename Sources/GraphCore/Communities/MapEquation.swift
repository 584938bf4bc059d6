/// What is kept of each module while the map equation is made smaller: its flows.
struct ModuleFlows {
  /// The flow along edges that leave a module and that arrive at it, the visits in it, its leaps, and
  /// the share of leaps that end in it.
  struct Flow {
    var out = 0.0
    var into = 0.0
    var visits = 0.0
    var leaps = 0.0
    var landing = 0.0
  }

  private(set) var flows: [Flow]
  private(set) var sizes: [Int32]
  private let allLeaps: Double
  private let nodeTerm: Double
  /// The sum over modules of how often each is entered.
  private var entered = 0.0
  /// The sum over modules of their terms.
  private var terms = 0.0

  /// The flows of modules named by labels below the number of nodes.
  init(_ network: WalkNetwork, labels: [Int32]) {
    flows = Array(repeating: Flow(), count: network.nodeCount)
    sizes = [Int32](repeating: 0, count: network.nodeCount)
    allLeaps = network.leaps.reduce(0, +)
    nodeTerm = network.nodeTerm
    for node in labels.indices {
      let module = Int(labels[node])
      sizes[module] += 1
      flows[module].visits += network.visits[node]
      flows[module].leaps += network.leaps[node]
      flows[module].landing += network.landing[node]
      for entry in network.out.row(node) {
        let other = Int(labels[Int(network.out.targets[entry])])
        if other == module { continue }
        flows[module].out += network.out.flows[entry]
        flows[other].into += network.out.flows[entry]
      }
    }
    sumUp()
  }

  /// Sums up anew, so that rounding does not add up.
  mutating func sumUp() {
    entered = 0
    terms = 0
    for flow in flows {
      entered += enter(flow)
      terms += term(flow)
    }
  }

  /// The map equation of the division: bits for each step of the walk.
  var codelength: Double { WalkNetwork.h(entered) + terms - nodeTerm }

  /// How often a module is entered.
  @inline(__always)
  func enter(_ flow: Flow) -> Double {
    flow.into + flow.landing * max(allLeaps - flow.leaps, 0)
  }

  /// How often a module is left.
  @inline(__always)
  private func leave(_ flow: Flow) -> Double {
    flow.out + flow.leaps * max(1 - flow.landing, 0)
  }

  /// What a module adds to the map equation, but for the book of modules as a whole.
  @inline(__always)
  private func term(_ flow: Flow) -> Double {
    let left = leave(flow)
    return WalkNetwork.h(left + flow.visits) - WalkNetwork.h(left)
      - WalkNetwork.h(enter(flow))
  }

  /// How much the map equation grows by a change of two modules.
  @inline(__always)
  func change(_ first: Int, to one: Flow, _ second: Int, to other: Flow) -> Double {
    let enteredNow =
      entered - enter(flows[first]) - enter(flows[second]) + enter(one) + enter(other)
    return WalkNetwork.h(max(enteredNow, 0)) - WalkNetwork.h(entered) + term(one) + term(other)
      - term(flows[first]) - term(flows[second])
  }

  /// Moves a node from one module to another whose flows are known.
  mutating func move(from first: Int, to one: Flow, into second: Int, to other: Flow) {
    entered += enter(one) + enter(other) - enter(flows[first]) - enter(flows[second])
    terms += term(one) + term(other) - term(flows[first]) - term(flows[second])
    flows[first] = one
    flows[second] = other
    sizes[first] -= 1
    sizes[second] += 1
  }
}

extension Graph {
  /// The map equation of a division: how many bits each step of a random walk costs if its path is
  /// told with a book of names for the modules, and one for the nodes of each module.
  ///
  /// With p the visits of a node, and q in and q out how often the walk enters and leaves a module:
  /// h(sum of q in) - sum h(q in) - sum h(q out) + sum h(q out + visits of the module) - sum h(p), where
  /// h(x) = x log2 x [Rosvall2008]. In an undirected graph the walk follows edges by strength; in a
  /// directed one it also leaps, as the options say. Parallel edges add up; a loop counts once, as
  /// in other walks, and never leaves its module. A division in which the walk stays long in each
  /// module is short.
  ///
  /// - Parameters:
  ///   - groups: By node index, any number that names its module.
  ///   - options: Teleportation, damping, weights; the rest plays no part.
  /// - Returns: Bits for each step, 0 or more; nil if there are no edges, or only such of weight zero.
  /// - Throws: `GraphError` if there is not one group for each node, a weight that is used is
  ///   negative or the damping is out of range.
  /// - Complexity: O(n + m) time and space; in a directed graph as for `pageRank(_:)`.
  public func codelength(
    of groups: [Int], _ options: InfomapOptions = InfomapOptions()
  ) throws(GraphError) -> Double? {
    // p is `visits`, q in is `enter`, q out is `leave`; a module's book has p and q out.
    try options.check()
    let labels = try numbered(groups).groups
    let network = try WalkNetwork(self, options)
    guard network.hasFlow else { return nil }
    return max(ModuleFlows(network, labels: labels).codelength, 0)
  }
}
