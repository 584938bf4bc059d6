import Evidence

@testable import InfluenceAnalysis

/// Random evidence on one attack: two groups, an ideologue, two people and a message.
struct RandomAttack {
  /// A statement by its parts.
  struct Row {
    var subject: String
    var relation: String
    var object: String
    var denies: Bool
    var isInterested: Bool
    var voice: Int
    var letter: Reliability
    var digit: Credibility
  }

  static let kinds = [
    "g": "group", "h": "group", "i": "ideologue", "p": "person", "q": "person",
    "m": "publication", "t": "attack",
  ]

  private static let phrases = [
    "g directed t", "g directed p", "h directed q", "g enabled t", "h trained p", "h enabled t",
    "g inspired t", "i inspired p", "i directed t", "i inspired t", "m inspired t", "m inspired q",
    "p consumed m", "p pledged-allegiance g", "q pledged-allegiance h", "i authored m",
    "g published m", "i spokesman-of g", "i leads h", "p perpetrated t", "q perpetrated t",
    "g perpetrated t", "i perpetrated t", "g contacted p", "h claimed t", "p inspired q",
    "p accomplice-of q", "t responded-to m",
    "g directed p", "h enabled q", "p inspired q", "q directed p", "m inspired p", "i trained q",
    "p perpetrated t", "q perpetrated t",
  ]

  var rows: [Row]

  init(seed: UInt64, count: Int = 14, voices: Int = 3) {
    var random = Draw(seed: seed)
    let letters: [Reliability] = [.a, .b, .c, .d, .f]
    let digits: [Credibility] = [.probable, .possible, .doubtful]
    rows = (0..<count).map { _ in
      let words = Self.phrases[random.below(Self.phrases.count)].split(separator: " ")
      return Row(
        subject: String(words[0]), relation: String(words[1]), object: String(words[2]),
        denies: random.below(5) == 0, isInterested: random.below(6) == 0,
        voice: random.below(voices), letter: letters[random.below(letters.count)],
        digit: digits[random.below(digits.count)])
    }
  }

  /// The evidence as a graph, by the standard vocabulary.
  var graph: InfluenceGraph {
    InfluenceGraph(
      rows.map { row in
        Said(
          "\(row.denies ? "not " : "")\(row.subject) \(row.relation) \(row.object)",
          "voice \(row.voice)", "\(row.letter.rawValue)\(row.digit.rawValue)"
        ) { $0.isInterested = row.isInterested }
      },
      entities: Self.kinds.sorted { $0.key < $1.key }.map { Entity(id: $0.key, kind: $0.value) })
  }
}

/// The chances of the rungs by going through every world one by one, and in each through every way.
///
/// Written from the definition, with names and tables of its own: a relation is looked up in a list,
/// the chance of a link is counted over all ways in which its voices can be right.
struct AttributionTwin {
  private struct Voice: Hashable {
    var link: String
    var number: Int
    var denies: Bool
  }

  private struct Trust {
    var rho: Double
    var kappa: Double
    var isWeak: Bool
    var size: Double { rho * kappa }
  }

  private struct Way {
    var tail: String
    var head: String
    /// 0, 1 or 2; -1 for a carrier.
    var rung: Int
    var link: String
  }

  private var trusts: [Voice: Trust] = [:]
  private var ways: [Way] = []

  init(_ evidence: RandomAttack) {
    let rho: [Reliability: Double] = [.a: 1, .b: 0.9, .c: 0.75, .d: 0.5, .e: 0.2, .f: 0.5]
    let kappa: [Credibility: Double] = [.probable: 0.75, .possible: 0.5, .doubtful: 0.25]
    // In the standard vocabulary who directs, trains or joins in an attack is in contact: a denial of
    // contact denies that too. An affirmation of a part makes contact likelier, but contact is no way.
    let needsContact = ["directed", "trained", "accomplice-of"]
    for row in evidence.rows where !row.isInterested {
      let own = "\(row.subject) \(row.relation) \(row.object)"
      var links = [own]
      if row.relation == "contacted", row.denies {
        links += needsContact.map { "\(row.subject) \($0) \(row.object)" }
      }
      for link in links {
        let voice = Voice(link: link, number: row.voice, denies: row.denies)
        let trust = Trust(
          rho: rho[row.letter, default: 0], kappa: kappa[row.digit, default: 0],
          isWeak: [.d, .e, .f].contains(row.letter))
        if let known = trusts[voice], known.size >= trust.size { continue }
        trusts[voice] = trust
      }
    }
    for voice in Array(trusts.keys) {
      var other = voice
      other.denies.toggle()
      if trusts[other] != nil {
        trusts[voice] = nil
        trusts[other] = nil
      }
    }
    for link in Set(trusts.keys.filter { !$0.denies }.map(\.link)).sorted() {
      let words = link.split(separator: " ").map(String.init)
      let (a, relation, b) = (words[0], words[1], words[2])
      func add(_ tail: String, _ head: String, _ rung: Int) {
        ways.append(Way(tail: tail, head: head, rung: rung, link: link))
      }
      switch relation {
      case "directed": add(a, b, 0)
      case "enabled", "trained": add(a, b, 1)
      case "inspired": add(a, b, 2)
      case "consumed", "pledged-allegiance", "responded-to": add(b, a, 2)
      case "accomplice-of":
        add(a, b, 1)
        add(b, a, 1)
      case "authored", "published": add(a, b, -1)
      case "spokesman-of", "leads": add(b, a, -1)
      case "perpetrated": add(a, b, RandomAttack.kinds[a] == "group" ? 0 : -1)
      default: break
      }
    }
  }

  /// The chances that a principal reaches the attack on each rung or a closer one.
  func atLeast(_ principal: String) -> [Double] {
    let links = Set(ways.map(\.link)).sorted()
    let settled = links.map { probability(of: $0) }
    let numbers = Set(trusts.keys.map(\.number)).sorted()
    var bounds = numbers.map { number in
      trusts.filter { $0.key.number == number }.flatMap { [$0.value.size, $0.value.kappa] }
    }
    bounds.append(trusts.values.filter(\.isWeak).map(\.rho))
    bounds.append(settled)
    let grids = bounds.map { Array(Set($0 + [0, 1])).filter { $0 >= 0 && $0 <= 1 }.sorted() }
    var sums = [0.0, 0.0, 0.0]
    func go(_ axis: Int, _ drawn: [Double], _ weight: Double) {
      guard axis < grids.count else {
        var present: Set<String> = []
        for (place, link) in links.enumerated() {
          var affirmed = false
          var denied = false
          for (voice, trust) in trusts where voice.link == link {
            let own = drawn[numbers.firstIndex(of: voice.number) ?? 0]
            let holds =
              trust.isWeak
              ? own < trust.kappa && drawn[numbers.count] < trust.rho : own < trust.size
            if holds, voice.denies { denied = true }
            if holds, !voice.denies { affirmed = true }
          }
          if affirmed && (!denied || drawn[numbers.count + 1] < settled[place]) {
            present.insert(link)
          }
        }
        for rung in 0...2 where reaches(principal, rung: rung, present: present) {
          sums[rung] += weight
        }
        return
      }
      for (low, high) in zip(grids[axis], grids[axis].dropFirst()) {
        go(axis + 1, drawn + [(low + high) / 2], weight * (high - low))
      }
    }
    go(0, [], 1)
    return sums
  }

  /// Whether some way of up to five arcs that are present leads to the attack, none looser than a rung
  /// and, unless a group acts through its leader, at least one of them on a rung.
  private func reaches(_ start: String, rung: Int, present: Set<String>) -> Bool {
    func go(_ node: String, _ passed: [String], _ rungs: Int) -> Bool {
      if node == "t" {
        return rungs > 0 || RandomAttack.kinds[start] == "group" && passed.count > 2
      }
      if passed.count == 6 { return false }
      return ways.contains { way in
        way.tail == node && way.rung <= rung && present.contains(way.link)
          && !passed.contains(way.head)
          && go(way.head, passed + [way.head], rungs + (way.rung >= 0 ? 1 : 0))
      }
    }
    return go(start, [start], 0)
  }

  private func probability(of link: String) -> Double {
    let own = trusts.filter { $0.key.link == link }.map { ($0.key.denies, $0.value) }
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
}
