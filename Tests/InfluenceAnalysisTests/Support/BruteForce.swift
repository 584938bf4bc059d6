import Evidence

@testable import InfluenceAnalysis

/// Random evidence on a few nodes, for comparison with slow twins.
struct RandomEvidence {
  /// A statement by its numbers.
  struct Row {
    var tail: Int
    var head: Int
    var denies: Bool
    var origin: Int
    var letter: Reliability
    var digit: Credibility
  }

  var rows: [Row]

  /// Draws statements on a few random arcs.
  init(seed: UInt64, nodes: Int = 4, arcs: Int = 5, rows count: Int = 7, origins: Int = 3) {
    var random = Draw(seed: seed)
    let pairs = (0..<arcs).map { _ -> (Int, Int) in
      let tail = random.below(nodes)
      return (tail, (tail + 1 + random.below(nodes - 1)) % nodes)
    }
    rows = (0..<count).map { _ in
      let pair = pairs[random.below(pairs.count)]
      let letters: [Reliability] = [.a, .b, .c, .d, .e, .f]
      let digits: [Credibility] = [.probable, .possible, .doubtful, .unknown]
      return Row(
        tail: pair.0, head: pair.1, denies: random.below(4) == 0, origin: random.below(origins),
        letter: letters[random.below(letters.count)], digit: digits[random.below(digits.count)])
    }
  }

  /// The evidence as a graph; node 0 is `n0` and so on.
  var graph: InfluenceGraph {
    InfluenceGraph(
      rows.map { row in
        Said(
          "\(row.denies ? "not " : "")n\(row.tail) inspired n\(row.head)", "voice \(row.origin)",
          "\(row.letter.rawValue)\(row.digit.rawValue)")
      })
  }
}

/// A small random generator of the tests' own: a 64-bit linear congruence, its high bits.
struct Draw {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    _ = below(2)
  }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}

/// The worlds of some evidence, gone through one by one: each voice has one number, drawn from a grid
/// that has every bound on a cell's edge, and everything is looked up by its definition.
struct BruteForce {
  private struct Voice: Hashable {
    var tail: Int
    var head: Int
    var denies: Bool
    var origin: Int
  }

  private struct Trust {
    var rho: Double
    var kappa: Double
    var isWeak: Bool
    var size: Double { rho * kappa }
  }

  private var verdicts: [Voice: Trust] = [:]

  init(_ evidence: RandomEvidence) {
    let rho: [Reliability: Double] = [.a: 1, .b: 0.9, .c: 0.75, .d: 0.5, .e: 0.2, .f: 0.5]
    let kappa: [Credibility: Double] = [
      .confirmed: 0.95, .probable: 0.75, .possible: 0.5, .doubtful: 0.25, .unknown: 0.5,
    ]
    for row in evidence.rows {
      let trust = Trust(
        rho: rho[row.letter, default: 0], kappa: kappa[row.digit, default: 0],
        isWeak: [.d, .e, .f].contains(row.letter))
      let voice = Voice(tail: row.tail, head: row.head, denies: row.denies, origin: row.origin)
      // Of equal trusts the first counts, as the library has it: D and F halves differ in cells only.
      if let known = verdicts[voice], known.size >= trust.size { continue }
      verdicts[voice] = trust
    }
    for (voice, _) in verdicts {
      var other = voice
      other.denies.toggle()
      if verdicts[other] != nil {
        verdicts[voice] = nil
        verdicts[other] = nil
      }
    }
  }

  /// The links that some voice affirms.
  var arcs: [(tail: Int, head: Int)] {
    Set(verdicts.keys.filter { !$0.denies }.map { [$0.tail, $0.head] })
      .map { ($0[0], $0[1]) }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
  }

  /// Calls a body with every world and its weight: which of the arcs are present.
  func forEachWorld(_ body: (Double, [Bool]) -> Void) {
    let arcs = arcs
    let settled = arcs.map { probability(of: $0) }
    let origins = Set(verdicts.keys.map(\.origin)).sorted()
    var bounds = origins.map { origin in
      verdicts.filter { $0.key.origin == origin }.map {
        $0.value.isWeak ? $0.value.kappa : $0.value.size
      }
    }
    bounds.append(verdicts.values.filter(\.isWeak).map(\.rho))
    bounds.append(settled)
    let grids = bounds.map { Array(Set($0 + [0, 1])).filter { $0 >= 0 && $0 <= 1 }.sorted() }
    let voices = arcs.map { arc in
      verdicts.filter { $0.key.tail == arc.tail && $0.key.head == arc.head }.map {
        (denies: $0.key.denies, axis: origins.firstIndex(of: $0.key.origin) ?? 0, trust: $0.value)
      }
    }
    func present(_ number: Int, _ drawn: [Double]) -> Bool {
      let (doubt, dispute) = (drawn[origins.count], drawn[origins.count + 1])
      var affirmed = false
      var denied = false
      for (denies, axis, trust) in voices[number] {
        let holds =
          trust.isWeak
          ? drawn[axis] < trust.kappa && doubt < trust.rho : drawn[axis] < trust.size
        if holds, denies { denied = true }
        if holds, !denies { affirmed = true }
      }
      return affirmed && (!denied || dispute < settled[number])
    }
    func go(_ axis: Int, _ drawn: [Double], _ weight: Double) {
      guard axis < grids.count else {
        return body(weight, arcs.indices.map { present($0, drawn) })
      }
      for (low, high) in zip(grids[axis], grids[axis].dropFirst()) {
        go(axis + 1, drawn + [(low + high) / 2], weight * (high - low))
      }
    }
    go(0, [], 1)
  }

  /// Established, by counting every way in which the voices on one link can be right or wrong.
  func probability(of arc: (tail: Int, head: Int)) -> Double {
    let own = verdicts.filter { $0.key.tail == arc.tail && $0.key.head == arc.head }
      .map { ($0.key.denies, $0.value) }
    var yes = 0.0
    var both = 0.0
    let cuts = [0, 0.2, 0.5, 1]
    for (low, high) in zip(cuts, cuts.dropFirst()) {
      for right in 0..<(1 << own.count) {
        var weight = high - low
        var sides = (affirmed: false, denied: false)
        for (number, (denies, trust)) in own.enumerated() {
          let chance = trust.isWeak ? (low < trust.rho ? trust.kappa : 0) : trust.size
          let isRight = right >> number & 1 == 1
          weight *= isRight ? chance : 1 - chance
          if isRight { if denies { sides.denied = true } else { sides.affirmed = true } }
        }
        if sides.affirmed && !sides.denied { yes += weight }
        if sides.affirmed && sides.denied { both += weight }
      }
    }
    return yes / (1 - both)
  }

  /// The chance that some way leads from one node to another.
  func connection(from: Int, to: Int) -> Double {
    let arcs = arcs
    var sum = 0.0
    forEachWorld { weight, present in
      if Self.reaches(from, to, arcs, present) { sum += weight }
    }
    return sum
  }

  /// Whether some way leads from one node to another in a world.
  static func reaches(
    _ from: Int, _ to: Int, _ arcs: [(tail: Int, head: Int)], _ present: [Bool]
  ) -> Bool {
    var reached: Set<Int> = [from]
    var grew = true
    while grew {
      grew = false
      for (number, arc) in arcs.enumerated()
      where present[number] && reached.contains(arc.tail) && !reached.contains(arc.head) {
        reached.insert(arc.head)
        grew = true
      }
    }
    return reached.contains(to)
  }

  /// The chance of the most probable way from one node to another, all its arcs present at once.
  func bestChain(from: Int, to: Int) -> Double {
    let arcs = arcs
    var ways: [[Int]] = []
    func extend(_ way: [Int], at node: Int, been: Set<Int>) {
      if node == to { return ways.append(way) }
      for (number, arc) in arcs.enumerated() where arc.tail == node && !been.contains(arc.head) {
        extend(way + [number], at: arc.head, been: been.union([arc.head]))
      }
    }
    extend([], at: from, been: [from])
    var sums = ways.map { _ in 0.0 }
    forEachWorld { weight, present in
      for (number, way) in ways.enumerated() where way.allSatisfy({ present[$0] }) {
        sums[number] += weight
      }
    }
    return sums.max() ?? 0
  }
}
