/// What is kept of each community while nodes move: its masses and its size.
final class CommunityMasses {
  // Memory of its own, freed with it, since it is read for every community that a node meets.
  private let out: UnsafeMutablePointer<Double>
  private let into: UnsafeMutablePointer<Double>
  private let sizes: UnsafeMutablePointer<Int32>
  private let network: CommunityNetwork
  private let isSymmetric: Bool

  /// The masses of communities named by labels below the number of nodes.
  init(_ network: CommunityNetwork, labels: UnsafeMutableBufferPointer<Int32>) {
    self.network = network
    isSymmetric = network.inMass == nil
    let count = labels.count
    out = .allocate(capacity: count)
    out.initialize(repeating: 0, count: count)
    into = .allocate(capacity: isSymmetric ? 0 : count)
    into.initialize(repeating: 0, count: isSymmetric ? 0 : count)
    sizes = .allocate(capacity: count)
    sizes.initialize(repeating: 0, count: count)
    for node in labels.indices { add(node, to: Int(labels[node])) }
  }

  deinit {
    out.deallocate()
    into.deallocate()
    sizes.deallocate()
  }

  /// The number of nodes of a community.
  @inline(__always)
  func size(_ community: Int) -> Int { Int(sizes[community]) }

  /// The masses of a community, outward and inward; the latter is 0 where both are the same.
  @inline(__always)
  func mass(_ community: Int) -> (out: Double, into: Double) {
    (out[community], isSymmetric ? 0 : into[community])
  }

  /// The masses of a node.
  @inline(__always)
  func mass(ofNode node: Int) -> (out: Double, into: Double) {
    (network.outMass[node], network.inMass?[node] ?? 0)
  }

  /// What it costs one who has these masses to be in a community.
  @inline(__always)
  func cost(_ mass: (out: Double, into: Double), in community: Int) -> Double {
    cost(mass, of: (out[community], isSymmetric ? 0 : into[community]))
  }

  /// What it costs one who has these masses to be with those masses.
  @inline(__always)
  func cost(_ mass: (out: Double, into: Double), of rest: (out: Double, into: Double)) -> Double {
    isSymmetric
      ? network.coupling * mass.out * rest.out
      : network.coupling / 2 * (mass.out * rest.into + mass.into * rest.out)
  }

  /// What it costs one who is in a community, and has these masses, to stay there.
  @inline(__always)
  func cost(_ mass: (out: Double, into: Double), staying community: Int) -> Double {
    let all = self.mass(community)
    return cost(mass, of: (all.out - mass.out, all.into - mass.into))
  }

  /// Adds a node to a community.
  @inline(__always)
  func add(_ node: Int, to community: Int) {
    let mass = mass(ofNode: node)
    out[community] += mass.out
    if !isSymmetric { into[community] += mass.into }
    sizes[community] += 1
  }

  /// Takes a node from a community.
  @inline(__always)
  func remove(_ node: Int, from community: Int) {
    let mass = mass(ofNode: node)
    out[community] -= mass.out
    if !isSymmetric { into[community] -= mass.into }
    sizes[community] -= 1
  }
}

// While several threads look for moves they only read it; while parts grow, each thread changes the
// parts of communities of its own.
extension CommunityMasses: @unchecked Sendable {}
