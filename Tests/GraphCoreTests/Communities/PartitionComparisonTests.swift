import Foundation
import GraphCore
import TestSupport
import Testing

/// Values of scikit-learn 1.9.1: mutual_info_score, normalized_mutual_info_score,
/// adjusted_mutual_info_score, rand_score, adjusted_rand_score.
private struct Row: Sendable {
  let first: [Int]
  let second: [Int]
  let values: [Double]
}

private let rows = [
  Row(first: [0, 0, 1, 1], second: [0, 0, 1, 1], values: [0.6931471805599453, 1, 1, 1, 1]),
  Row(
    first: [0, 0, 1, 2], second: [0, 0, 1, 1],
    values: [0.6931471805599452, 0.8, 0.5714285714285714, 0.8333333333333334, 0.5714285714285714]),
  Row(first: [0, 0, 0, 0], second: [0, 1, 2, 3], values: [0, 0, 0, 0, 0]),
  Row(first: [0, 1, 2, 3], second: [0, 1, 2, 3], values: [1.3862943611198906, 1, 1, 1, 1]),
  Row(first: [0, 0, 0, 0], second: [0, 0, 0, 0], values: [0, 1, 1, 1, 1]),
  Row(
    first: [0, 2, 0, 1, 0, 1, 1, 1, 2, 1], second: [0, 0, 1, 0, 1, 1, 2, 0, 2, 1],
    values: [
      0.19787639739263924, 0.18984835754048845, -0.11154381348685824, 0.5333333333333333,
      -0.11045828437132785,
    ]),
  Row(
    first: [
      2, 1, 0, 2, 0, 0, 0, 0, 3, 1, 3, 0, 1, 3, 3, 1, 2, 1, 1, 3, 2, 0, 3, 0, 1, 2, 0, 2, 3, 1,
    ],
    second: [
      2, 2, 4, 3, 4, 3, 4, 0, 3, 1, 5, 3, 3, 5, 1, 2, 4, 5, 5, 5, 2, 0, 3, 5, 4, 0, 1, 4, 3, 2,
    ],
    values: [
      0.38689704543194114, 0.24820181511919556, 0.05306398750639673, 0.6942528735632184,
      0.023461895518609166,
    ]),
  Row(
    first: (0..<40).map { $0 / 5 },
    second: (0..<40).map { $0 % 7 == 0 ? ($0 / 5 + 1) % 8 : $0 / 5 },
    values: [
      1.6940719672508502, 0.8166533498831631, 0.7157398915283302, 0.9358974358974359,
      0.6555987283645355,
    ]),
  // More pairs of groups than things.
  Row(
    first: (0..<60).map { $0 * $0 * 31 % 37 }, second: (0..<60).map { $0 * 17 % 41 / 2 },
    values: [
      1.880581782318953, 0.631934879681414, -0.02726188518881969, 0.9293785310734464,
      -0.020761245674740483,
    ]),
]

/// Every order of some things.
private func orders(_ things: [Int]) -> [[Int]] {
  guard !things.isEmpty else { return [[]] }
  return things.indices.flatMap { place -> [[Int]] in
    var rest = things
    let first = rest.remove(at: place)
    return orders(rest).map { [first] + $0 }
  }
}

@Suite struct PartitionComparisonTests {
  @Test(arguments: rows.indices)
  func agreesWithScikitLearn(row: Int) throws {
    let row = rows[row]
    for (first, second) in [(row.first, row.second), (row.second, row.first)] {
      let found = try PartitionComparison(of: first, and: second)
      let values = [
        found.mutualInformation, found.normalizedMutualInformation,
        found.adjustedMutualInformation(), found.randIndex, found.adjustedRandIndex,
      ]
      #expect(largestDifference(values, row.values) < 1e-12)
    }
  }

  /// From counts of things one by one and pair by pair, and the averages over all 720 orders.
  @Test func agreesWithCountsAndWithTheAverageOverAllOrders() throws {
    let divisions = Partitions.all(6).enumerated().filter { $0.offset % 17 == 0 }.map(\.element)
    let orders = orders(Array(0..<6))
    let n = 6.0
    func information(_ first: [Int], _ second: [Int]) -> Double {
      var sum = 0.0
      for thing in 0..<6 {
        let a = first.filter { $0 == first[thing] }.count
        let b = second.filter { $0 == second[thing] }.count
        let both = (0..<6).filter { first[$0] == first[thing] && second[$0] == second[thing] }.count
        sum += log(n * Double(both) / Double(a * b)) / n
      }
      return sum
    }
    func agreeing(_ first: [Int], _ second: [Int]) -> (both: Double, all: Double) {
      var counts = (both: 0.0, all: 0.0)
      for one in 0..<6 {
        for other in 0..<one {
          let (left, right) = (first[one] == first[other], second[one] == second[other])
          if left && right { counts.both += 1 }
          if left == right { counts.all += 1 }
        }
      }
      return counts
    }
    for first in divisions {
      for second in divisions {
        let found = try PartitionComparison(of: first, and: second)
        let own = information(first, second)
        #expect(abs(found.mutualInformation - own) < 1e-12)
        #expect(abs(found.firstEntropy - information(first, first)) < 1e-12)
        let distance = information(first, first) + information(second, second) - 2 * own
        #expect(abs(found.variationOfInformation - distance) < 1e-12)
        #expect(abs(found.randIndex - agreeing(first, second).all / 15) < 1e-12)
        var means = (information: 0.0, both: 0.0)
        for order in orders {
          let shuffled = order.map { second[$0] }
          means.information += information(first, shuffled) / 720
          means.both += agreeing(first, shuffled).both / 720
        }
        #expect(abs(found.expectedMutualInformation() - means.information) < 1e-12)
        let most = (agreeing(first, first).both + agreeing(second, second).both) / 2
        if most > means.both + 1e-9 {
          let expected = (agreeing(first, second).both - means.both) / (most - means.both)
          #expect(abs(found.adjustedRandIndex - expected) < 1e-12)
        }
      }
    }
  }

  @Test func variationOfInformationIsADistance() throws {
    let divisions = Partitions.all(5)
    func distance(_ first: [Int], _ second: [Int]) throws -> Double {
      try PartitionComparison(of: first, and: second).variationOfInformation
    }
    for first in divisions {
      for second in divisions {
        let direct = try distance(first, second)
        #expect((direct < 1e-12) == (first == second))
        for middle in divisions.prefix(12) {
          let detour = try distance(first, middle) + distance(middle, second)
          #expect(direct <= detour + 1e-12)
        }
      }
    }
  }

  @Test func namesMeanNothing() throws {
    let found = try PartitionComparison(of: [7, 7, -3, 9], and: [1, 1, 0, 0])
    #expect(try found == PartitionComparison(of: [0, 0, 1, 2], and: [0, 0, 1, 1]))
    #expect(try found != PartitionComparison(of: [0, 0, 1, 2], and: [0, 1, 1, 1]))
  }

  @Test func nothingAndLittle() throws {
    for things in [[], [4]] {
      let found = try PartitionComparison(of: things, and: things)
      #expect(found.count == things.count)
      #expect(found.mutualInformation == 0 && found.variationOfInformation == 0)
      #expect(found.normalizedMutualInformation == 1 && found.adjustedMutualInformation() == 1)
      #expect(found.randIndex == 1 && found.adjustedRandIndex == 1)
    }
    #expect(throws: GraphError.wrongCount(of: "groups", expected: 2, actual: 1)) {
      try PartitionComparison(of: [0, 1], and: [0])
    }
  }
}
