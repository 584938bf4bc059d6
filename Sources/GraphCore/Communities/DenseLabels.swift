/// Labels renumbered from 0 in the order of their first nodes.
struct DenseLabels {
  /// By node, its number.
  let labels: [Int32]
  /// How many numbers there are.
  let count: Int

  /// Renumbers labels.
  ///
  /// - Parameter rough: By node, a label from 0 to n - 1, which is not checked.
  init(_ rough: [Int32]) {
    var number = [Int32](repeating: -1, count: rough.count)
    var next: Int32 = 0
    labels = rough.withUnsafeBufferPointer { rough in
      number.withUnsafeMutableBufferPointer { number in
        [Int32](filling: rough.count) { labels, count in
          for node in rough.indices {
            let label = Int(rough[node])
            if number[label] < 0 {
              number[label] = next
              next += 1
            }
            labels[node] = number[label]
          }
          count = rough.count
        }
      }
    }
    count = Int(next)
  }
}
