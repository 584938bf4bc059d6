import Evidence
import GraphCore

/// The worlds in which a few links are each present or absent.
///
/// Every uniform matters only through finitely many bounds, so its range falls into cells within
/// which nothing changes. The product of the cells of all uniforms is enumerated where it is small
/// enough, with the product of the widths as weight; else worlds are drawn. Either way worlds come
/// in blocks of 64, one bit of a mask each.
struct WorldSpace: Sendable {
  /// Up to so many cells are enumerated.
  static let exactLimit = 1 << 20

  /// How worlds are chosen.
  enum Mode: Sendable, Equatable {
    /// All cells.
    case exact
    /// So many drawn worlds.
    case sampled(worlds: Int, seed: UInt64)
  }

  /// A block of up to 64 worlds.
  struct Block {
    /// By link, in which worlds it is present.
    var links: [UInt64]
    /// The weight of each world; all weights of all blocks sum to 1.
    var weights: [Double]

    /// The weight of some worlds of the block.
    func weight(of mask: UInt64) -> Double {
      var rest = mask
      var sum = 0.0
      while rest != 0 {
        sum += weights[rest.trailingZeroBitCount]
        rest &= rest - 1
      }
      return sum
    }
  }

  /// A uniform and where its range is cut.
  private struct Axis: Sendable {
    var name: String
    var cuts: [Double]
    var widths: [Double]
  }

  /// "This uniform is below this cut"; `never` and `always` need no uniform.
  private enum Test: Sendable {
    case never, always
    case below(axis: Int, cut: Int)
  }

  private struct Rule: Sendable {
    var affirming: [[Test]]
    var denying: [[Test]]
    var dispute: Test
    var prior: Test
  }

  private var axes: [Axis] = []
  private var rules: [Rule] = []

  /// Prepares the worlds of some links.
  ///
  /// - Parameter presences: How the presence of each link follows from the uniforms.
  init(_ presences: [Presence]) {
    var bounds: [Uniform: Set<Double>] = [:]
    func note(_ uniform: Uniform, _ bound: Double) {
      if bound > 0, bound < 1 { bounds[uniform, default: []].insert(bound) }
    }
    for presence in presences {
      for voice in presence.affirming + presence.denying {
        for (uniform, bound) in voice { note(uniform, bound) }
      }
      if !presence.affirming.isEmpty, !presence.denying.isEmpty {
        note(.dispute, presence.dispute)
      }
      if let prior = presence.prior { note(prior.uniform, prior.bound) }
    }
    let uniforms = bounds.keys.sorted { $0.name < $1.name }
    axes = uniforms.map { uniform in
      let cuts = bounds[uniform, default: []].sorted()
      return Axis(
        name: uniform.name, cuts: cuts, widths: zip([0] + cuts, cuts + [1]).map { $1 - $0 })
    }
    let axisOf = Dictionary(
      uniforms.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func test(_ uniform: Uniform, _ bound: Double) -> Test {
      if bound <= 0 { return .never }
      guard bound < 1, let axis = axisOf[uniform],
        let cut = axes[axis].cuts.firstIndex(of: bound)
      else { return .always }
      return .below(axis: axis, cut: cut)
    }
    rules = presences.map { presence in
      Rule(
        affirming: presence.affirming.map { $0.map { test($0.uniform, $0.bound) } },
        denying: presence.denying.map { $0.map { test($0.uniform, $0.bound) } },
        dispute: test(.dispute, presence.dispute),
        prior: presence.prior.map { test($0.uniform, $0.bound) } ?? .never)
    }
  }

  /// The number of cells; `exactLimit + 1` stands for any larger number.
  var cellCount: Int {
    var product = 1
    for axis in axes {
      product *= axis.widths.count
      if product > Self.exactLimit { return Self.exactLimit + 1 }
    }
    return product
  }

  /// Enumeration if there are few enough cells, else sampling.
  func mode(samples: Int, seed: UInt64) -> Mode {
    cellCount <= Self.exactLimit ? .exact : .sampled(worlds: samples, seed: seed)
  }

  /// Goes through the worlds, block by block.
  ///
  /// - Parameters:
  ///   - mode: How worlds are chosen.
  ///   - body: What to do with each block.
  /// - Complexity: O(w (u + l) / 64) word operations for w worlds, u uniforms and l links, and O(w u)
  ///   to place the worlds in their cells.
  func forEachBlock(_ mode: Mode, _ body: (Block) -> Void) {
    var digits = [[Int]](repeating: [Int](repeating: 0, count: 64), count: axes.count)
    switch mode {
    case .exact:
      let total = cellCount
      for start in stride(from: 0, to: total, by: 64) {
        let count = min(64, total - start)
        var weights = [Double](repeating: 0, count: 64)
        for bit in 0..<count {
          var rest = start + bit
          var weight = 1.0
          for (number, axis) in axes.enumerated() {
            let digit = rest % axis.widths.count
            rest /= axis.widths.count
            digits[number][bit] = digit
            weight *= axis.widths[digit]
          }
          weights[bit] = weight
        }
        body(Block(links: linkMasks(digits), weights: weights))
      }
    case .sampled(let worlds, let seed):
      var generators = axes.map { SeededGenerator(seed: seed ^ Self.hash($0.name)) }
      for start in stride(from: 0, to: worlds, by: 64) {
        let count = min(64, worlds - start)
        for (number, axis) in axes.enumerated() {
          for bit in 0..<count {
            let draw = generators[number].nextUnit()
            digits[number][bit] = axis.cuts.firstIndex { draw < $0 } ?? axis.cuts.count
          }
        }
        let weights = (0..<64).map { $0 < count ? 1 / Double(worlds) : 0 }
        body(Block(links: linkMasks(digits), weights: weights))
      }
    }
  }

  /// The chance of an event.
  ///
  /// - Parameters:
  ///   - mode: How worlds are chosen.
  ///   - event: In which worlds of a block it happens, from the masks of the links.
  /// - Returns: The chance, 0 to 1.
  func probability(_ mode: Mode, of event: ([UInt64]) -> UInt64) -> Double {
    var sum = 0.0
    forEachBlock(mode) { sum += $0.weight(of: event($0.links)) }
    return min(sum, 1)
  }

  private func linkMasks(_ digits: [[Int]]) -> [UInt64] {
    var below = axes.map { [UInt64](repeating: 0, count: $0.cuts.count) }
    for (number, axis) in axes.enumerated() {
      for bit in 0..<64 {
        for cut in digits[number][bit]..<axis.cuts.count { below[number][cut] |= 1 << UInt64(bit) }
      }
    }
    func mask(_ test: Test) -> UInt64 {
      switch test {
      case .never: 0
      case .always: .max
      case .below(let axis, let cut): below[axis][cut]
      }
    }
    func anyHolds(_ voices: [[Test]]) -> UInt64 {
      voices.reduce(0) { $0 | $1.reduce(.max) { $0 & mask($1) } }
    }
    return rules.map { rule in
      let affirmed = anyHolds(rule.affirming)
      let denied = anyHolds(rule.denying)
      return affirmed & (~denied | mask(rule.dispute)) | ~affirmed & ~denied & mask(rule.prior)
    }
  }

  /// A number from a name, the same on every machine (FNV-1a).
  private static func hash(_ name: String) -> UInt64 {
    name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
