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

  /// What the map equation makes of the flows of a module: how often it is entered, and what it adds
  /// but for the book of modules as a whole.
  struct Share {
    var entered = 0.0
    var term = 0.0
  }

  private(set) var flows: [Flow]
  private(set) var sizes: [Int32]
  /// By module, kept with its flows: logarithms take most of the time.
  private(set) var shares: [Share]
  /// Whether as much arrives as leaves, and nothing leaps.
  private let isSymmetric: Bool
  private let allLeaps: Double
  private let nodeTerm: Double
  /// The sum over modules of how often each is entered, and its logarithm times itself.
  private var entered = 0.0
  private var enteredTerm = 0.0
  /// The sum over modules of their terms.
  private var terms = 0.0

  /// The flows of modules named by labels below the number of nodes.
  init(_ network: WalkNetwork, labels: [Int32]) {
    var flows = Array(repeating: Flow(), count: network.nodeCount)
    var sizes = [Int32](repeating: 0, count: network.nodeCount)
    let isSymmetric = network.into == nil
    network.out.withUnsafeRows { starts, targets, along in
      for node in labels.indices {
        let module = Int(labels[node])
        sizes[module] += 1
        var flow = flows[module]
        flow.visits += network.visits[node]
        flow.leaps += network.leaps[node]
        flow.landing += network.landing[node]
        for entry in starts[node]..<starts[node + 1] {
          let other = Int(labels[Int(targets[entry])])
          if other == module { continue }
          flow.out += along[entry]
          if !isSymmetric { flows[other].into += along[entry] }
        }
        flows[module] = flow
        if isSymmetric { flows[module].into = flow.out }
      }
    }
    (self.flows, self.sizes, self.isSymmetric) = (flows, sizes, isSymmetric)
    shares = Array(repeating: Share(), count: network.nodeCount)
    allLeaps = network.leaps.reduce(0, +)
    nodeTerm = network.nodeTerm
    for module in flows.indices where sizes[module] > 0 { shares[module] = share(flows[module]) }
    sumUp()
  }

  /// Sums up anew, so that rounding does not add up.
  mutating func sumUp() {
    entered = 0
    terms = 0
    for module in shares.indices where sizes[module] > 0 {
      entered += shares[module].entered
      terms += shares[module].term
    }
    enteredTerm = WalkNetwork.h(entered)
  }

  /// The map equation of the division: bits for each step of the walk.
  var codelength: Double { enteredTerm + terms - nodeTerm }

  /// What the map equation makes of flows.
  @inline(__always)
  func share(_ flow: Flow) -> Share {
    if isSymmetric {
      let crossing = WalkNetwork.h(flow.out)
      return Share(
        entered: flow.out, term: WalkNetwork.h(flow.out + flow.visits) - 2 * crossing)
    }
    let entered = flow.into + flow.landing * max(allLeaps - flow.leaps, 0)
    let left = flow.out + flow.leaps * max(1 - flow.landing, 0)
    let term =
      WalkNetwork.h(left + flow.visits) - WalkNetwork.h(left) - WalkNetwork.h(entered)
    return Share(entered: entered, term: term)
  }

  /// How much the map equation grows if two modules come to have other shares.
  @inline(__always)
  func change(_ first: Int, to one: Share, _ second: Int, to other: Share) -> Double {
    let (left, joined) = (shares[first], shares[second])
    let enteredNow = entered + (one.entered - left.entered) + (other.entered - joined.entered)
    return WalkNetwork.h(max(enteredNow, 0)) - enteredTerm + (one.term - left.term)
      + (other.term - joined.term)
  }

  /// Moves a node from one module to another whose flows and shares are known.
  mutating func move(
    from first: Int, to one: (flow: Flow, share: Share), into second: Int,
    to other: (flow: Flow, share: Share)
  ) {
    for (module, new) in [(first, one), (second, other)] {
      entered += new.share.entered - shares[module].entered
      terms += new.share.term - shares[module].term
      flows[module] = new.flow
      shares[module] = new.share
    }
    enteredTerm = WalkNetwork.h(max(entered, 0))
    sizes[first] -= 1
    sizes[second] += 1
    // What is left of the flows of an empty module is rounding.
    if sizes[first] == 0 { (flows[first], shares[first]) = (Flow(), Share()) }
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
