/// The distance of two texts: the least number of letters to insert, delete or replace and of
/// neighbours to swap, no stretch being edited twice (Damerau-Levenshtein, the form called optimal
/// string alignment).
///
/// Only a band of the table is filled, since cells further than the bound from the diagonal are
/// beyond it: time is the shorter length times the bound, space three rows, kept between calls.
struct EditDistance {
  // Row i of the table holds the distances of the first i letters of `a` to the first j of `b`.
  private var beforeLast: [Int] = []
  private var last: [Int] = []
  private var row: [Int] = []

  /// The distance, or nil if it is beyond the bound.
  mutating func between(
    _ a: [UInt32], _ b: ArraySlice<UInt32>, atMost bound: Int
  ) -> Int? {
    if abs(a.count - b.count) > bound { return nil }
    let beyond = bound + 1
    last = (0...b.count).map { min($0, beyond) }
    beforeLast = last
    row = last
    for i in 0..<a.count {
      let low = max(1, i + 1 - bound)
      let high = min(b.count, i + 1 + bound)
      // The cells on both sides of the band are read. The one on the right is still as it was
      // made, beyond the bound; the one on the left held a distance three rows ago.
      row[low - 1] = low == 1 ? min(i + 1, beyond) : beyond
      var least = row[low - 1]
      for j in stride(from: low, through: high, by: 1) {
        let at = b.startIndex + j - 1
        var cost = min(last[j - 1] + (a[i] == b[at] ? 0 : 1), last[j] + 1, row[j - 1] + 1)
        if i > 0, j > 1, a[i] == b[at - 1], a[i - 1] == b[at] {
          cost = min(cost, beforeLast[j - 2] + 1)
        }
        row[j] = min(cost, beyond)
        least = min(least, row[j])
      }
      if least > bound { return nil }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count] <= bound ? last[b.count] : nil
  }
}
