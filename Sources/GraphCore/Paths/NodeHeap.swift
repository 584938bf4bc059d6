/// A binary heap of nodes by key, smallest first, equal keys by node, in which a key can be
/// lowered.
struct NodeHeap {
  private var heap: [Int32] = []
  private var keys: [Double]
  /// By node, its place in the heap, or -1.
  private var places: [Int32]

  init(nodeCount: Int) {
    keys = [Double](repeating: .infinity, count: nodeCount)
    places = [Int32](repeating: -1, count: nodeCount)
  }

  var isEmpty: Bool { heap.isEmpty }

  /// The key at the top.
  var smallestKey: Double? { heap.first.map { keys[Int($0)] } }

  /// Puts a node in, or lowers its key; a key that is not lower is ignored.
  mutating func push(_ node: Int, key: Double) {
    if places[node] < 0 {
      keys[node] = key
      places[node] = Int32(heap.count)
      heap.append(Int32(node))
    } else if key < keys[node] {
      keys[node] = key
    } else {
      return
    }
    siftUp(Int(places[node]))
  }

  /// Takes the node with the smallest key out.
  mutating func pop() -> Int? {
    guard let top = heap.first, let last = heap.popLast() else { return nil }
    places[Int(top)] = -1
    if top != last {
      heap[0] = last
      places[Int(last)] = 0
      siftDown(0)
    }
    return Int(top)
  }

  /// Takes everything out.
  mutating func removeAll() {
    for node in heap { places[Int(node)] = -1 }
    heap.removeAll(keepingCapacity: true)
  }

  private func precedes(_ left: Int32, _ right: Int32) -> Bool {
    let leftKey = keys[Int(left)]
    let rightKey = keys[Int(right)]
    return leftKey < rightKey || (leftKey == rightKey && left < right)
  }

  private mutating func siftUp(_ start: Int) {
    var place = start
    let node = heap[place]
    while place > 0 {
      let above = (place - 1) / 2
      guard precedes(node, heap[above]) else { break }
      heap[place] = heap[above]
      places[Int(heap[place])] = Int32(place)
      place = above
    }
    heap[place] = node
    places[Int(node)] = Int32(place)
  }

  private mutating func siftDown(_ start: Int) {
    var place = start
    let node = heap[place]
    while true {
      var below = 2 * place + 1
      guard below < heap.count else { break }
      if below + 1 < heap.count, precedes(heap[below + 1], heap[below]) { below += 1 }
      guard precedes(heap[below], node) else { break }
      heap[place] = heap[below]
      places[Int(heap[place])] = Int32(place)
      place = below
    }
    heap[place] = node
    places[Int(node)] = Int32(place)
  }
}
