/// Labels renumbered from 0 in the order of their first nodes.
struct DenseLabels {
  /// By node, its number.
  let labels: [Int32]
  /// How many numbers there are.
  let count: Int

  /// Renumbers labels.
  ///
  /// - Parameter rough: By node, a label from 0 to n - 1.
  init(_ rough: [Int32]) {
    var number = [Int32](repeating: -1, count: rough.count)
    var labels = [Int32](repeating: 0, count: rough.count)
    var count: Int32 = 0
    for node in rough.indices {
      let label = Int(rough[node])
      if number[label] < 0 {
        number[label] = count
        count += 1
      }
      labels[node] = number[label]
    }
    self.labels = labels
    self.count = Int(count)
  }
}
