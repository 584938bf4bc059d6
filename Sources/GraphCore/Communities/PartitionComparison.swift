/// How alike two divisions of the same things into groups are.
///
/// The names of the groups mean nothing: only which things are together counts. Information is
/// measured in nats.
public struct PartitionComparison: Sendable, Equatable {
  /// How many things are divided.
  public let count: Int
  /// The entropy of the first division, from 0 (one group) to ln n (each thing for itself).
  public let firstEntropy: Double
  /// The entropy of the second.
  public let secondEntropy: Double
  /// What one division tells about the other, from 0 to the smaller entropy.
  public let mutualInformation: Double
  /// The share of pairs of things on which the divisions agree, together in both or apart in both,
  /// from 0 to 1 [Rand1971]; 1 if there is no pair.
  public let randIndex: Double
  /// The Rand index less what chance gives divisions of these sizes, over its largest value less
  /// the same [Hubert1985]: 1 for equal divisions, 0 on average by chance, and never below -1/2;
  /// 1 if both are one group, or both groups of one.
  public let adjustedRandIndex: Double

  /// By size of a group, how many groups have it; of the first and of the second division.
  private let sizes: (first: [SizeCount], second: [SizeCount])

  private struct SizeCount: Equatable {
    let size: Int
    let groups: Int
  }

  /// Compares two divisions.
  ///
  /// - Parameters:
  ///   - first: By thing, any number that names its group.
  ///   - second: The same for the other division.
  /// - Throws: `GraphError.wrongCount` if one list is longer than the other.
  /// - Complexity: O(n) time and space.
  public init(of first: [Int], and second: [Int]) throws(GraphError) {
    guard first.count == second.count else {
      throw .wrongCount(of: "groups", expected: first.count, actual: second.count)
    }
    // a and b: the sizes of the groups of either division; n of both: the sizes of the cells.
    let (left, right) = (GroupNumbers(first), GroupNumbers(second))
    let cells = Self.cells(left, right)
    let n = Double(first.count)
    func entropy(_ sizes: [Int]) -> Double {
      sizes.reduce(0) { $0 - Double($1) / n * (Double($1) / n).naturalLogarithm }
    }
    var information = 0.0
    for cell in cells {
      let expected = Double(left.sizes[cell.first]) * Double(right.sizes[cell.second]) / n
      information += Double(cell.size) / n * (Double(cell.size) / expected).naturalLogarithm
    }
    count = first.count
    firstEntropy = max(entropy(left.sizes), 0)
    secondEntropy = max(entropy(right.sizes), 0)
    // Rounding alone can leave the bounds.
    mutualInformation = min(max(information, 0), min(firstEntropy, secondEntropy))
    func pairs(_ sizes: [Int]) -> Double {
      sizes.reduce(0) { $0 + Double($1) * Double($1 - 1) / 2 }
    }
    let (a, b, both) = (pairs(left.sizes), pairs(right.sizes), pairs(cells.map(\.size)))
    let all = n * (n - 1) / 2
    randIndex = all > 0 ? (all + 2 * both - a - b) / all : 1
    let byChance = all > 0 ? a * b / all : 0
    let most = (a + b) / 2
    adjustedRandIndex = most == byChance ? 1 : (both - byChance) / (most - byChance)
    func counts(_ sizes: [Int]) -> [SizeCount] {
      var counts: [SizeCount] = []
      for size in sizes.sorted() {
        let before = counts.last?.size == size ? counts.removeLast().groups : 0
        counts.append(SizeCount(size: size, groups: before + 1))
      }
      return counts
    }
    sizes = (counts(left.sizes), counts(right.sizes))
  }

  /// The mutual information over the mean of the two entropies: 1 for equal divisions, 0 where one
  /// tells nothing of the other; 1 if both are one group.
  ///
  /// It favors many groups: two divisions by chance come out far above 0 if their groups are small.
  public var normalizedMutualInformation: Double {
    let mean = (firstEntropy + secondEntropy) / 2
    return mean > 0 ? mutualInformation / mean : 1
  }

  /// The variation of information: how much must be told to make each division of the other, from
  /// 0 for equal ones to ln n. A distance: no detour is shorter [Meila2007].
  public var variationOfInformation: Double {
    max(firstEntropy + secondEntropy - 2 * mutualInformation, 0)
  }

  /// The mutual information that two divisions with groups of these sizes have on average by chance.
  ///
  /// - Returns: A number from 0 to the smaller entropy.
  /// - Complexity: O(n s) time at worst, for s different sizes of groups; O(1) space.
  public func expectedMutualInformation() -> Double {
    // The number of things in both a group of a and one of b is hypergeometric [Vinh2010].
    var sum = 0.0
    for left in sizes.first {
      for right in sizes.second {
        sum += Double(left.groups) * Double(right.groups) * expectedTerm(left.size, right.size)
      }
    }
    return sum
  }

  /// The mutual information less what chance gives, over the mean of the entropies less the same.
  ///
  /// - Returns: 1 for equal divisions, about 0 by chance, and a little below where they agree less
  ///   [Vinh2010]; 1 if both are one group, or both groups of one.
  /// - Complexity: As `expectedMutualInformation()`.
  public func adjustedMutualInformation() -> Double {
    let expected = expectedMutualInformation()
    let range = (firstEntropy + secondEntropy) / 2 - expected
    guard range > 1e-14 * max(firstEntropy + secondEntropy, 1) else { return 1 }
    return (mutualInformation - expected) / range
  }

  /// What a pair of groups of given sizes adds on average.
  private func expectedTerm(_ a: Int, _ b: Int) -> Double {
    let (low, high) = (max(a + b - count, 0), min(a, b))
    let n = Double(count)
    let expected = Double(a) * Double(b) / n
    func term(_ both: Int) -> Double {
      both == 0 ? 0 : Double(both) / n * (Double(both) / expected).naturalLogarithm
    }
    // From the most likely number outward, by the ratio of neighbors: nothing grows beyond 1.
    let mode = min(max(Int(Double(a + 1) * Double(b + 1) / Double(count + 2)), low), high)
    var (weight, sum) = (1.0, term(mode))
    var chance = 1.0
    for both in mode..<high {
      chance *=
        Double(a - both) * Double(b - both)
        / (Double(both + 1) * Double(count - a - b + both + 1))
      weight += chance
      sum += chance * term(both + 1)
      if chance < 1e-30 { break }
    }
    chance = 1
    for both in stride(from: mode, to: low, by: -1) {
      chance *=
        Double(both) * Double(count - a - b + both)
        / (Double(a - both + 1) * Double(b - both + 1))
      weight += chance
      sum += chance * term(both - 1)
      if chance < 1e-30 { break }
    }
    return sum / weight
  }

  /// The pairs of groups that have things in common, and how many.
  private static func cells(
    _ left: GroupNumbers, _ right: GroupNumbers
  ) -> [(first: Int, second: Int, size: Int)] {
    let members = GroupMembers(DenseLabels(left.labels), order: nil)
    var counts = [Int](repeating: 0, count: right.sizes.count)
    var cells: [(first: Int, second: Int, size: Int)] = []
    for group in left.sizes.indices {
      let start = cells.count
      for thing in members[group] {
        let other = Int(right.labels[Int(thing)])
        if counts[other] == 0 { cells.append((group, other, 0)) }
        counts[other] += 1
      }
      for place in start..<cells.count {
        cells[place].size = counts[cells[place].second]
        counts[cells[place].second] = 0
      }
    }
    return cells
  }

  /// Whether two comparisons say the same.
  ///
  /// - Parameters:
  ///   - left: A comparison.
  ///   - right: Another.
  /// - Returns: True if all their numbers are equal.
  public static func == (left: PartitionComparison, right: PartitionComparison) -> Bool {
    left.count == right.count && left.firstEntropy == right.firstEntropy
      && left.secondEntropy == right.secondEntropy
      && left.mutualInformation == right.mutualInformation && left.randIndex == right.randIndex
      && left.sizes == right.sizes
  }
}

/// Groups of any names, numbered from 0 by their first members, with their sizes.
struct GroupNumbers {
  /// By member, the number of its group.
  let labels: [Int32]
  /// By group, how many members it has.
  let sizes: [Int]

  /// Numbers groups.
  init(_ names: [Int]) {
    // Names are mostly small numbers themselves, so a table is enough.
    let (least, most) = names.reduce((Int.max, Int.min)) { (min($0.0, $1), max($0.1, $1)) }
    let (span, isTooWide) = most.subtractingReportingOverflow(least)
    let isTable = !names.isEmpty && !isTooWide && span <= 4 * names.count
    var table = [Int32](repeating: -1, count: isTable ? span + 1 : 0)
    var numbers: [Int: Int32] = [:]
    var sizes: [Int] = []
    labels = names.map { name in
      var number = isTable ? table[name - least] : numbers[name] ?? -1
      if number < 0 {
        number = Int32(truncatingIfNeeded: sizes.count)
        if isTable { table[name - least] = number } else { numbers[name] = number }
        sizes.append(0)
      }
      sizes[Int(number)] += 1
      return number
    }
    self.sizes = sizes
  }
}
