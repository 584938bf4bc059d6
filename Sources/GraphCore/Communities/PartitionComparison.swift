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

  /// By group, how many things are in it; of the first and of the second division.
  private let sizes: (first: [Int], second: [Int])

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
    // a and b: pairs in the groups of either division; both: pairs in the cells, which are what two
    // groups have in common. Sums of s ln s over the sizes are all that entropies need, and most
    // cells are of one thing, of which it is 0.
    let (left, right) = (GroupNumbers(first), GroupNumbers(second))
    let cells = CellSums(left, right)
    let (ofFirst, ofSecond) = (CellSums(left.sizes), CellSums(right.sizes))
    let n = Double(first.count)
    let whole = n > 0 ? n.naturalLogarithm : 0
    func entropy(_ sums: CellSums) -> Double {
      n > 0 ? max(whole - sums.logarithms / n, 0) : 0
    }
    count = first.count
    firstEntropy = entropy(ofFirst)
    secondEntropy = entropy(ofSecond)
    // Rounding alone can leave the bounds.
    let joint = n > 0 ? whole - cells.logarithms / n : 0
    mutualInformation = min(
      max(firstEntropy + secondEntropy - joint, 0), min(firstEntropy, secondEntropy))
    let (a, b, both) = (ofFirst.pairs, ofSecond.pairs, cells.pairs)
    let all = n * (n - 1) / 2
    randIndex = all > 0 ? (all + 2 * both - a - b) / all : 1
    let byChance = all > 0 ? a * b / all : 0
    let most = (a + b) / 2
    adjustedRandIndex = most == byChance ? 1 : (both - byChance) / (most - byChance)
    sizes = (left.sizes, right.sizes)
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
    // Groups of one size are alike.
    func counts(_ sizes: [Int]) -> [(size: Int, groups: Int)] {
      var counts: [(size: Int, groups: Int)] = []
      for size in sizes.sorted() {
        let before = counts.last?.size == size ? counts.removeLast().groups : 0
        counts.append((size, before + 1))
      }
      return counts
    }
    let (first, second) = (counts(sizes.first), counts(sizes.second))
    var sum = 0.0
    for left in first {
      for right in second {
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
      && left.sizes.first.sorted() == right.sizes.first.sorted()
      && left.sizes.second.sorted() == right.sizes.second.sorted()
  }
}

/// Sums over sets of things that depend on their sizes alone.
private struct CellSums {
  /// Of s ln s.
  private(set) var logarithms = 0.0
  /// Of the pairs in each set.
  private(set) var pairs = 0.0

  /// Of small sets, which are most, s ln s by their size.
  private static let ofFew = (0..<64).map { size in
    size > 1 ? Double(size) * Double(size).naturalLogarithm : 0
  }

  /// Sums over sets of given sizes.
  init(_ sizes: [Int]) {
    let known = Self.ofFew
    for size in sizes { add(size, known) }
  }

  /// Sums over what each group of one division has in common with each of another.
  init(_ left: GroupNumbers, _ right: GroupNumbers) {
    let known = Self.ofFew
    let (rows, columns) = (left.sizes.count, right.sizes.count)
    // A table of all pairs of groups where it is small, else row by row.
    if rows * columns <= 4 * left.labels.count {
      var counts = [Int](repeating: 0, count: rows * columns)
      for thing in left.labels.indices {
        counts[Int(left.labels[thing]) * columns + Int(right.labels[thing])] += 1
      }
      for count in counts { add(count, known) }
      return
    }
    let members = GroupMembers(left.labels, groupCount: rows)
    var counts = [Int](repeating: 0, count: columns)
    for group in 0..<rows {
      let things = members[group]
      for thing in things { counts[Int(right.labels[Int(thing)])] += 1 }
      for thing in things {
        let other = Int(right.labels[Int(thing)])
        add(counts[other], known)
        counts[other] = 0
      }
    }
  }

  private mutating func add(_ size: Int, _ known: [Double]) {
    guard size > 1 else { return }
    logarithms +=
      size < known.count ? known[size] : Double(size) * Double(size).naturalLogarithm
    pairs += Double(size) * Double(size - 1) / 2
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
