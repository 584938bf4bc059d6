/// How uneven the times between events are.
public struct Burstiness: Sendable, Hashable {
  /// (s - m) / (s + m), for the mean m of the times between events and their standard deviation s, all
  /// of them being known [Goh2008]: -1 for even times, 0 for events at random, towards 1 for bursts.
  public let value: Double
  /// The same, corrected for the number of times: from -1 to 1 for any number, and 0 for events at
  /// random [Kim2016].
  public let corrected: Double
  /// The number of times between events.
  public let count: Int
}

extension Burstiness {
  /// The burstiness of times between events.
  ///
  /// With k times and r = s / m, the correction is
  /// (sqrt(k + 1) r - sqrt(k - 1)) / ((sqrt(k + 1) - 2) r + sqrt(k - 1)): r is sqrt(k - 1) at most,
  /// and sqrt((k - 1) / (k + 1)), in the mean of squares, for events at random.
  ///
  /// It is nil for fewer than two times, and if all are 0.
  ///
  /// - Parameter intervals: The times, 0 or more each.
  /// - Complexity: O(k).
  public init?(intervals: [Double]) {
    precondition(
      intervals.allSatisfy { $0 >= 0 && $0.isFinite }, "times between events are 0 or more")
    let k = Double(intervals.count)
    let mean = intervals.reduce(0, +) / k
    guard intervals.count >= 2, mean > 0 else { return nil }
    let deviation =
      (intervals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / k).squareRoot()
    let ratio = deviation / mean
    let (above, below) = ((k + 1).squareRoot(), (k - 1).squareRoot())
    value = (deviation - mean) / (deviation + mean)
    corrected = (above * ratio - below) / ((above - 2) * ratio + below)
    count = intervals.count
  }

  /// The burstiness of events; nil for fewer than three of them, and if all happened at once.
  ///
  /// - Parameter times: When they happened, in any order.
  /// - Complexity: O(k log k).
  public init?(times: [Double]) {
    let sorted = times.sorted()
    self.init(intervals: zip(sorted, sorted.dropFirst()).map { $1 - $0 })
  }
}

extension ContactSequence {
  /// The burstiness of each node: how uneven the times between the starts of its contacts are.
  ///
  /// All contacts of the node count, whatever their direction, a loop once.
  ///
  /// - Returns: By node; nil for nodes with fewer than three contacts, or all at once.
  /// - Complexity: O(n + c log c) time and O(n + c) space for c contacts.
  public func burstiness() -> NodeValues<Burstiness?> {
    var times = [[Double]](repeating: [], count: nodeCount)
    for contact in contacts {
      times[contact.tail].append(contact.start)
      if contact.head != contact.tail { times[contact.head].append(contact.start) }
    }
    return NodeValues(measure: "burstiness", values: times.map { Burstiness(times: $0) })
  }
}
