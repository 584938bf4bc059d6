import Evidence
import Testing

@testable import InfluenceAnalysis

/// The smallest sets that change the first place, against all subsets.
@Suite struct HypothesisFlipTests {
  /// The first hypotheses by the table of the specification, typed in anew.
  private func totals(_ items: [HypothesisMatrix.Item]) -> [Double] {
    let table: [String: [Double]] = [
      "affirms directed": [0, 1, 1, 2], "affirms enabled": [0, 0, 1, 2],
      "affirms inspired": [0, 0, 0, 1], "affirms contact": [0, 0, 0, 1],
      "denies directed": [2, 0, 0, 0], "denies enabled": [1, 2, 0, 0],
      "denies inspired": [1, 1, 2, 0], "denies contact": [1, 1, 0, 0],
    ]
    var totals = [0.0, 0.0, 0.0, 0.0]
    for item in items {
      let row = table["\(item.side.rawValue) \(item.content.rawValue)"] ?? [0, 0, 0, 0]
      for place in totals.indices { totals[place] += row[place] * item.weight }
    }
    return totals
  }

  private func first(_ items: [HypothesisMatrix.Item]) -> [Hypothesis] {
    let totals = totals(items)
    let least = totals.min() ?? 0
    return Hypothesis.allCases.enumerated().filter { totals[$0.offset] - least < 1e-9 }
      .map(\.element)
  }

  @Test("first place and smallest flips are those of all subsets", arguments: 0..<60)
  func twin(seed: Int) throws {
    let graph = RandomAttack(seed: UInt64(700 + seed), count: 10).graph
    let matrix = try need(Attributor(graph).hypotheses(on: "t"))
    let items = matrix.items
    #expect(matrix.first == first(items))
    for (hypothesis, total) in zip(Hypothesis.allCases, totals(items)) {
      #expect(abs(matrix.inconsistency(with: hypothesis) - total) < 1e-9)
    }
    var smallest: [Set<String>] = []
    for subset in 1..<(1 << items.count) {
      let taken = Set(items.indices.filter { subset >> $0 & 1 == 1 }.map { items[$0].statement })
      guard taken.count <= (smallest.first?.count ?? HypothesisMatrix.sizeLimit),
        first(items.filter { !taken.contains($0.statement) }) != matrix.first
      else { continue }
      if taken.count < smallest.first?.count ?? .max { smallest = [] }
      smallest.append(taken)
    }
    #expect(Set(matrix.smallestFlips.map { Set($0) }) == Set(smallest))
    #expect(matrix.smallestFlips.count == smallest.count)
  }

  @Test("an item of a voice counts once, claims weigh nothing and tell nothing apart")
  func items() throws {
    let graph = InfluenceGraph(
      [
        Said("g directed t", "X", "B2"), Said("g directed p", "X", "B3"),
        Said("p perpetrated t", "X", "B2"), Said("g claimed t", "X", "B2"),
        Said("h inspired t", "X", "B2") { $0.isInterested = true },
        Said("not g linked-to p", "Y", "B2"), Said("not g knew-of t", "Z", "B2"),
        Said("q enabled t", "Z", "B2"), Said("not s knew-of t", "Z", "B2"),
      ],
      entities: [
        Entity(id: "g", kind: "group"), Entity(id: "h", kind: "group"),
        Entity(id: "t", kind: "attack"), Entity(id: "s", kind: "authority"),
      ])
    let matrix = try need(Attributor(graph).hypotheses(on: "t"))
    #expect(matrix.items.map(\.statement) == ["s1", "s4", "s6", "s7"])
    #expect(matrix.items.map(\.content) == [.directed, .claim, .contact, .directed])
    #expect(matrix.items.map(\.side) == [.affirms, .affirms, .denies, .denies])
    #expect(matrix.items[1].diagnosticity == 0)
    #expect(abs(matrix.items[0].diagnosticity - 2 * 0.675) < 1e-12)
  }
}
