public import GraphCore

/// What is wrong with a path, for tests: nil if each edge joins its two nodes in the right
/// direction and the lengths add up.
public func flaw(
  of path: Path, in graph: Graph, from tail: Int, to head: Int, lengths: [Double]? = nil
) -> String? {
  guard path.nodes.first == tail, path.nodes.last == head else { return "wrong ends" }
  guard path.nodes.count == path.edges.count + 1 else { return "wrong number of edges" }
  for (step, edge) in path.edges.enumerated() {
    let near = path.nodes[step]
    let far = path.nodes[step + 1]
    let ends = graph.edges[edge]
    let runs = ends.tail == near && ends.head == far
    let runsBack = !graph.isDirected && ends.tail == far && ends.head == near
    if !runs && !runsBack { return "edge \(edge) does not lead from \(near) to \(far)" }
  }
  let sum = path.edges.reduce(0.0) { $0 + (lengths?[$1] ?? 1) }
  return sum == path.length ? nil : "the length is \(path.length), not \(sum)"
}
