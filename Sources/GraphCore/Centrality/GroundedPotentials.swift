/// The potentials in a connected network of conductances of which one node is grounded: the inverse
/// of its Laplacian without the row and column of that node.
///
/// Entry (u, v) is the potential of u when a current of 1 enters at v and leaves at the grounded
/// node, the last one. Found by the factors of Cholesky: the matrix is symmetric and positive
/// definite, and no entry of its inverse is negative.
struct GroundedPotentials {
  private let count: Int
  /// Row by row, with a row and a column of zeros for the grounded node.
  private let values: [Double]

  /// The potential of one place for a current into another.
  subscript(first: Int, second: Int) -> Double {
    @inline(__always) get { values[first * count + second] }
  }

  /// Solves the network of some nodes; each place is that of a node in the list.
  ///
  /// - Parameters:
  ///   - network: A simple undirected graph whose weights are conductances above 0.
  ///   - nodes: The nodes of one of its components.
  ///   - execution: On how many threads it runs, and who is told how far it is.
  /// - Throws: `GraphError.cancelled` if the task has been cancelled.
  init(_ network: Graph, nodes: [Int], execution: Execution) throws(GraphError) {
    count = nodes.count
    let size = max(count - 1, 0)
    let factor = try Self.factor(Self.laplacian(network, nodes: nodes, size: size), size: size)
    values = try Self.inverse(factor, size: size, execution: execution)
  }

  /// By node of the network, its place in a list; -1 for nodes that are not in it.
  static func places(of nodes: [Int], nodeCount: Int) -> [Int] {
    var places = [Int](repeating: -1, count: nodeCount)
    for (place, node) in nodes.enumerated() { places[node] = place }
    return places
  }

  private static func laplacian(_ network: Graph, nodes: [Int], size: Int) -> [Double] {
    let places = places(of: nodes, nodeCount: network.nodeCount)
    var matrix = [Double](repeating: 0, count: size * size)
    for edge in network.edges {
      let ends = (places[edge.tail], places[edge.head])
      guard ends.0 >= 0 else { continue }
      let conductance = edge.weight ?? 1
      if ends.0 < size { matrix[ends.0 * size + ends.0] += conductance }
      if ends.1 < size { matrix[ends.1 * size + ends.1] += conductance }
      if ends.0 < size, ends.1 < size {
        matrix[ends.0 * size + ends.1] -= conductance
        matrix[ends.1 * size + ends.0] -= conductance
      }
    }
    return matrix
  }

  /// The lower factor L of a matrix L L^T, row by row in the place of the matrix.
  private static func factor(_ matrix: [Double], size: Int) throws(GraphError) -> [Double] {
    var matrix = matrix
    try matrix.withUnsafeMutableBufferPointer { buffer throws(GraphError) in
      guard let rows = buffer.baseAddress else { return }
      // Some rows at a time, so that each row above is fetched from memory once for all of them.
      for start in stride(from: 0, to: size, by: 16) {
        try Execution.checkCancellation()
        let end = min(start + 16, size)
        for column in 0..<end {
          let other = rows + column * size
          for row in max(start, column)..<end {
            let current = rows + row * size
            let rest = current[column] - dot(current, other, count: column)
            current[column] = row == column ? rest.squareRoot() : rest / other[column]
          }
        }
      }
    }
    return matrix
  }

  /// Eight columns side by side.
  private typealias Lanes = SIMD8<Double>

  /// The inverse of L L^T, column by column, with a zero for the grounded node.
  private static func inverse(
    _ factor: [Double], size: Int, execution: Execution
  ) throws(GraphError) -> [Double] {
    let zero = [Double](repeating: 0, count: (size + 1) * (size + 1))
    let width = Lanes.scalarCount
    let groups = (size + width - 1) / width
    return try ChunkedWork(count: groups, execution: execution).joined(into: zero) { chunk in
      chunk.map { columns(of: factor, from: $0 * width, size: size) }
    } join: { whole, part in
      for entries in part {
        // The columns have their entries from the first one's diagonal on; the matrix is symmetric.
        let first = size - entries.count
        for (step, lanes) in entries.enumerated() {
          for lane in 0..<min(width, size - first) where lane <= step {
            whole[(first + step) * (size + 1) + first + lane] = lanes[lane]
            whole[(first + lane) * (size + 1) + first + step] = lanes[lane]
          }
        }
      }
    }
  }

  /// Eight columns of the inverse, or as many as there are, from the diagonal entry of the first on.
  private static func columns(of factor: [Double], from first: Int, size: Int) -> [Lanes] {
    var entries = [Lanes](repeating: .zero, count: size - first)
    for lane in 0..<min(Lanes.scalarCount, size - first) { entries[lane][lane] = 1 }
    entries.withUnsafeMutableBufferPointer { buffer in
      factor.withUnsafeBufferPointer { factor in
        guard let entries = buffer.baseAddress, let rows = factor.baseAddress else { return }
        // L y = e, and then L^T x = y; entries before the columns are 0 in the first and not needed
        // in the second.
        for step in 0..<(size - first) {
          let row = rows + (first + step) * size + first
          var even = entries[step]
          var odd = Lanes.zero
          for before in stride(from: 0, to: step - 1, by: 2) {
            even -= row[before] * entries[before]
            odd -= row[before + 1] * entries[before + 1]
          }
          if !step.isMultiple(of: 2) { even -= row[step - 1] * entries[step - 1] }
          entries[step] = (even + odd) / row[step]
        }
        for step in stride(from: size - first - 1, through: 0, by: -1) {
          let row = rows + (first + step) * size + first
          let value = entries[step] / row[step]
          entries[step] = value
          for before in 0..<step { entries[before] -= row[before] * value }
        }
      }
    }
    return entries
  }

  /// The scalar product of two stretches, in eight sums so that they need not wait for each other.
  @inline(__always)
  private static func dot(
    _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>, count: Int
  ) -> Double {
    var sums = SIMD8<Double>.zero
    var step = 0
    while step + 8 <= count {
      let first = UnsafeRawPointer(left + step).loadUnaligned(as: SIMD8<Double>.self)
      let second = UnsafeRawPointer(right + step).loadUnaligned(as: SIMD8<Double>.self)
      sums += first * second
      step += 8
    }
    var sum = sums.sum()
    while step < count {
      sum += left[step] * right[step]
      step += 1
    }
    return sum
  }
}
