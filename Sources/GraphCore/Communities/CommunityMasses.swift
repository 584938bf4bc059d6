/// The masses of the communities of a network, and what joining one costs.
struct CommunityMasses {
  private let coupling: Double
  private(set) var out: [Double]
  private(set) var into: [Double]
  private let isSymmetric: Bool

  /// The masses of communities named by labels below the number of nodes.
  init(_ network: CommunityNetwork, labels: [Int32]) {
    coupling = network.coupling
    isSymmetric = network.inMass == nil
    out = [Double](repeating: 0, count: labels.count)
    into = isSymmetric ? [] : out
    for node in labels.indices {
      out[Int(labels[node])] += network.outMass[node]
      if let inMass = network.inMass { into[Int(labels[node])] += inMass[node] }
    }
  }

  /// What it costs a node of these masses to be in a community.
  @inline(__always)
  func cost(_ node: (out: Double, into: Double), in community: Int) -> Double {
    isSymmetric
      ? coupling * node.out * out[community]
      : coupling / 2 * (node.out * into[community] + node.into * out[community])
  }

  /// Adds a node's masses to a community, or takes them away.
  @inline(__always)
  mutating func add(_ node: (out: Double, into: Double), to community: Int) {
    out[community] += node.out
    if !isSymmetric { into[community] += node.into }
  }

  /// Takes a node's masses from a community.
  @inline(__always)
  mutating func remove(_ node: (out: Double, into: Double), from community: Int) {
    out[community] -= node.out
    if !isSymmetric { into[community] -= node.into }
  }
}

extension CommunityNetwork {
  /// The masses of a node.
  @inline(__always)
  func mass(_ node: Int) -> (out: Double, into: Double) {
    (outMass[node], inMass?[node] ?? 0)
  }
}
