/// What is kept of each community while nodes move: its masses, its size, and the weight between it
/// and the node in hand.
struct CommunityTallies {
  /// Weight and outward mass lie side by side, since a gain needs both.
  struct Tally {
    /// The weight between the community and the node in hand.
    var weight = 0.0
    /// The sum of the outward masses of its nodes.
    var out = 0.0
  }

  private let network: CommunityNetwork
  private var tallies: [Tally]
  /// The sums of the inward masses; empty where they are the outward ones.
  private var into: [Double]
  /// By community, the number of its nodes.
  private(set) var sizes: [Int32]
  /// The communities that the node in hand has met.
  private var met: [Int32]

  /// The tallies of communities named by labels below the number of nodes.
  init(_ network: CommunityNetwork, labels: [Int32]) {
    self.network = network
    tallies = [Tally](repeating: Tally(), count: labels.count)
    into = [Double](repeating: 0, count: network.inMass == nil ? 0 : labels.count)
    sizes = [Int32](repeating: 0, count: labels.count)
    met = [Int32](repeating: 0, count: labels.count)
    for node in labels.indices {
      let label = Int(labels[node])
      tallies[label].out += network.outMass[node]
      if let inMass = network.inMass { into[label] += inMass[node] }
      sizes[label] += 1
    }
  }

  /// Gives the tallies as memory, for loops that are to be fast.
  mutating func withMemory<Result>(_ body: (inout Memory) -> Result) -> Result {
    network.outMass.withUnsafeBufferPointer { outMass in
      (network.inMass ?? []).withUnsafeBufferPointer { inMass in
        tallies.withUnsafeMutableBufferPointer { tallies in
          into.withUnsafeMutableBufferPointer { into in
            sizes.withUnsafeMutableBufferPointer { sizes in
              met.withUnsafeMutableBufferPointer { met in
                var memory = Memory(
                  isSymmetric: inMass.isEmpty, coupling: network.coupling, outMass: outMass,
                  inMass: inMass, tallies: tallies, into: into, sizes: sizes, met: met)
                return body(&memory)
              }
            }
          }
        }
      }
    }
  }

  /// The tallies as memory; it must not be kept.
  struct Memory {
    let isSymmetric: Bool
    let coupling: Double
    let outMass: UnsafeBufferPointer<Double>
    let inMass: UnsafeBufferPointer<Double>
    let tallies: UnsafeMutableBufferPointer<Tally>
    let into: UnsafeMutableBufferPointer<Double>
    let sizes: UnsafeMutableBufferPointer<Int32>
    let met: UnsafeMutableBufferPointer<Int32>
    /// How many communities the node in hand has met.
    var metCount = 0

    /// Notes that the node in hand has an edge of some weight, above zero, to a community.
    @inline(__always)
    mutating func meet(_ community: Int, _ weight: Double) {
      let known = tallies[community].weight
      if known == 0 {
        met[metCount] = Int32(truncatingIfNeeded: community)
        metCount += 1
      }
      tallies[community].weight = known + weight
    }

    /// Forgets what the node in hand has met.
    @inline(__always)
    mutating func forget() {
      for place in 0..<metCount { tallies[Int(met[place])].weight = 0 }
      metCount = 0
    }

    /// The weight between the node in hand and a community.
    @inline(__always)
    func weight(to community: Int) -> Double { tallies[community].weight }

    /// The masses of a community.
    @inline(__always)
    func mass(_ community: Int) -> (out: Double, into: Double) {
      (tallies[community].out, isSymmetric ? 0 : into[community])
    }

    /// What it costs one who has these masses to be in a community.
    @inline(__always)
    func cost(_ mass: (out: Double, into: Double), in community: Int) -> Double {
      isSymmetric
        ? coupling * mass.out * tallies[community].out
        : coupling / 2 * (mass.out * into[community] + mass.into * tallies[community].out)
    }

    /// What the node in hand, which is in no community, gains in one.
    @inline(__always)
    func gain(_ node: Int, in community: Int) -> Double {
      let mass = (outMass[node], isSymmetric ? 0 : inMass[node])
      return tallies[community].weight - cost(mass, in: community)
    }

    /// Adds a node to a community.
    @inline(__always)
    func add(_ node: Int, to community: Int) {
      tallies[community].out += outMass[node]
      if !isSymmetric { into[community] += inMass[node] }
      sizes[community] += 1
    }

    /// Takes a node from a community.
    @inline(__always)
    func remove(_ node: Int, from community: Int) {
      tallies[community].out -= outMass[node]
      if !isSymmetric { into[community] -= inMass[node] }
      sizes[community] -= 1
    }
  }
}
