import Evidence
import GraphCore

/// The worlds in which a few links are each present or absent.
///
/// Every uniform matters only through finitely many bounds, so its range falls into cells within
/// which nothing changes. The product of the cells of all uniforms is enumerated where it is small
/// enough, with the product of the widths as weight; else worlds are drawn. Either way worlds come
/// in blocks of 64, one bit of a mask each: "this uniform is below this bound" is a mask, a voice is
/// the AND of one or two, a link the OR of its voices AND NOT those against it.
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

  /// A uniform and where its range is cut.
  private struct Axis: Sendable {
    var uniform: Uniform
    /// A number made from its name, for drawing the same numbers each time.
    var name: UInt64
    /// The bounds within 0 and 1, ascending.
    var cuts: [Double]
    /// The number of the first test; "below the n-th cut" is the n-th after it.
    var firstTest: Int
  }

  /// A voice: two tests that must both hold.
  private struct Voice: Sendable {
    var one: Int32
    var other: Int32
  }

  /// A link: its voices, first those for it, and two single tests.
  private struct Rule: Sendable {
    var affirming: Range<Int32>
    var denying: Range<Int32>
    var dispute: Int32
    var prior: Int32
  }

  /// The tests that need no uniform: one never holds, the other always.
  private static let never: Int32 = 0
  private static let always: Int32 = 1

  private var axes: [Axis] = []
  private var testCount = 2
  private var voices: [Voice] = []
  private var rules: [Rule] = []

  /// Prepares the worlds of some links.
  ///
  /// - Parameter presences: How the presence of each link follows from the uniforms.
  /// - Complexity: O(v log v) for v voices of all links.
  init(_ presences: [Presence]) {
    axes = Self.axes(of: presences)
    for number in axes.indices {
      axes[number].firstTest = testCount
      testCount += axes[number].cuts.count
    }
    let numbers = Dictionary(
      axes.enumerated().map { ($1.uniform, $0) }, uniquingKeysWith: { first, _ in first })
    let axes = axes
    func test(_ uniform: Uniform, _ bound: Double) -> Int32 {
      if bound <= 0 { return Self.never }
      guard bound < 1, let number = numbers[uniform],
        let cut = axes[number].cuts.firstIndex(of: bound)
      else { return Self.always }
      return Int32(axes[number].firstTest + cut)
    }
    rules.reserveCapacity(presences.count)
    for presence in presences {
      func add(_ own: [Presence.Voice]) -> Range<Int32> {
        let start = Int32(voices.count)
        for voice in own {
          let tests = voice.map { test($0.uniform, $0.bound) }
          voices.append(
            Voice(one: tests.first ?? Self.always, other: tests.dropFirst().first ?? Self.always))
        }
        return start..<Int32(voices.count)
      }
      let affirming = add(presence.affirming)
      rules.append(
        Rule(
          affirming: affirming, denying: add(presence.denying),
          dispute: presence.denying.isEmpty ? Self.never : test(.dispute, presence.dispute),
          prior: presence.prior.map { test($0.uniform, $0.bound) } ?? Self.never))
    }
  }

  /// The uniforms with their cuts, in the order of their first appearance.
  private static func axes(of presences: [Presence]) -> [Axis] {
    var axes: [Axis] = []
    var numbers: [Uniform: Int] = [:]
    func note(_ uniform: Uniform, _ bound: Double) {
      guard bound > 0, bound < 1 else { return }
      if let number = numbers[uniform] {
        axes[number].cuts.append(bound)
      } else {
        numbers[uniform] = axes.count
        axes.append(
          Axis(uniform: uniform, name: hash(uniform.name), cuts: [bound], firstTest: 0))
      }
    }
    for presence in presences {
      for voice in presence.affirming + presence.denying {
        precondition(voice.count <= 2, "a voice needs at most two uniforms")
        for (uniform, bound) in voice { note(uniform, bound) }
      }
      if !presence.affirming.isEmpty, !presence.denying.isEmpty {
        note(.dispute, presence.dispute)
      }
      if let prior = presence.prior { note(prior.uniform, prior.bound) }
    }
    for number in axes.indices where axes[number].cuts.count > 1 {
      axes[number].cuts = Set(axes[number].cuts).sorted()
    }
    return axes
  }

  /// The number of cells; `exactLimit + 1` stands for any larger number.
  var cellCount: Int {
    var product = 1
    for axis in axes {
      product *= axis.cuts.count + 1
      if product > Self.exactLimit { return Self.exactLimit + 1 }
    }
    return product
  }

  /// Enumeration if there are few enough cells, else sampling.
  func mode(samples: Int, seed: UInt64) -> Mode {
    cellCount <= Self.exactLimit ? .exact : .sampled(worlds: samples, seed: seed)
  }

  /// The keys of the voices on which something hangs, sorted.
  var origins: [String] {
    axes.compactMap { if case .origin(let id) = $0.uniform { id } else { nil } }.sorted()
  }

  /// The numbers of the tests "this voice's uniform is below a bound", by ascending bound.
  func tests(of origin: String) -> Range<Int> {
    guard let axis = axes.first(where: { $0.uniform == .origin(origin) }) else { return 0..<0 }
    return axis.firstTest..<(axis.firstTest + axis.cuts.count)
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

  /// A number from a name, the same on every machine (FNV-1a).
  private static func hash(_ name: String) -> UInt64 {
    name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

extension WorldSpace {
  /// Goes through the worlds, block by block.
  ///
  /// - Parameters:
  ///   - mode: How worlds are chosen.
  ///   - body: What to do with each block.
  /// - Complexity: O(w (b + v) / 64) word operations for w worlds, b bounds and v voices; to draw a
  ///   bound takes some eight random words. Enumeration adds O(w u) for u uniforms.
  func forEachBlock(_ mode: Mode, _ body: (WorldBlock) -> Void) {
    switch mode {
    case .exact: forEachCell(body)
    case .sampled(let worlds, let seed):
      let weight = 1 / Double(worlds)
      for start in stride(from: 0, to: worlds, by: 64) {
        let valid: UInt64 = worlds - start >= 64 ? .max : (1 << UInt64(worlds - start)) - 1
        let tests = drawnTests(block: UInt64(start / 64), seed: seed)
        body(
          WorldBlock(links: links(tests), tests: tests, weights: .even(weight, valid)))
      }
    }
  }

  /// Counts through the cells of all axes like the digits of a number.
  private func forEachCell(_ body: (WorldBlock) -> Void) {
    let total = cellCount
    let widths = axes.map { axis in zip([0] + axis.cuts, axis.cuts + [1]).map { $1 - $0 } }
    var digits = [Int](repeating: 0, count: axes.count)
    for start in stride(from: 0, to: total, by: 64) {
      let count = min(64, total - start)
      var weights = [Double](repeating: 0, count: 64)
      var tests = [UInt64](repeating: 0, count: testCount)
      tests[Int(Self.always)] = .max
      for bit in 0..<count {
        var weight = 1.0
        for (number, digit) in digits.enumerated() {
          weight *= widths[number][digit]
          let first = axes[number].firstTest
          for cut in digit..<axes[number].cuts.count { tests[first + cut] |= 1 << UInt64(bit) }
        }
        weights[bit] = weight
        for number in digits.indices {
          digits[number] += 1
          if digits[number] < widths[number].count { break }
          digits[number] = 0
        }
      }
      body(WorldBlock(links: links(tests), tests: tests, weights: .cells(weights)))
    }
  }

  /// Draws each uniform in 64 worlds at once: a random word holds one binary digit of it in each, and
  /// the digits are compared with those of every bound, the highest first, until all worlds are
  /// settled. So the chance of being below a bound is exact to 2^-53.
  private func drawnTests(block: UInt64, seed: UInt64) -> [UInt64] {
    [UInt64](filling: testCount) { tests, filled in
      tests.initialize(repeating: 0)
      tests[Int(Self.always)] = .max
      for axis in axes {
        var stream = WordStream(seed: seed, name: axis.name, block: block)
        if axis.cuts.count == 1 {
          tests[axis.firstTest] = Self.below(axis.cuts[0], &stream)
        } else {
          Self.below(axis.cuts, &stream, into: tests, at: axis.firstTest)
        }
      }
      filled = testCount
    }
  }

  /// The digits of a bound as an integer of 53 digits.
  private static func digits(_ bound: Double) -> UInt64 { UInt64((bound * 0x1p53).rounded()) }

  private static func below(_ bound: Double, _ stream: inout WordStream) -> UInt64 {
    var rest = digits(bound) << 11
    var less: UInt64 = 0
    var equal: UInt64 = .max
    while rest != 0, equal != 0 {
      let word = stream.next()
      if rest >> 63 == 1 {
        less |= equal & ~word
        equal &= word
      } else {
        equal &= ~word
      }
      rest <<= 1
    }
    return less
  }

  private static func below(
    _ bounds: [Double], _ stream: inout WordStream, into tests: UnsafeMutableBufferPointer<UInt64>,
    at first: Int
  ) {
    var rest = bounds.map { digits($0) << 11 }
    var equal = [UInt64](repeating: .max, count: bounds.count)
    var isOpen = true
    while isOpen {
      isOpen = false
      let word = stream.next()
      for cut in bounds.indices where rest[cut] != 0 && equal[cut] != 0 {
        if rest[cut] >> 63 == 1 {
          tests[first + cut] |= equal[cut] & ~word
          equal[cut] &= word
        } else {
          equal[cut] &= ~word
        }
        rest[cut] <<= 1
        isOpen = true
      }
    }
  }

  /// By link, in which worlds it is present.
  private func links(_ tests: [UInt64]) -> [UInt64] {
    [UInt64](filling: rules.count) { links, filled in
      tests.withUnsafeBufferPointer { tests in
        voices.withUnsafeBufferPointer { voices in
          for (number, rule) in rules.enumerated() {
            var affirmed: UInt64 = 0
            for voice in rule.affirming {
              affirmed |= tests[Int(voices[Int(voice)].one)] & tests[Int(voices[Int(voice)].other)]
            }
            var denied: UInt64 = 0
            for voice in rule.denying {
              denied |= tests[Int(voices[Int(voice)].one)] & tests[Int(voices[Int(voice)].other)]
            }
            links.initializeElement(
              at: number,
              to: affirmed & (~denied | tests[Int(rule.dispute)])
                | ~affirmed & ~denied & tests[Int(rule.prior)])
          }
        }
      }
      filled = rules.count
    }
  }
}
