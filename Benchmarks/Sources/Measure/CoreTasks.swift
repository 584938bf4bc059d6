import Foundation
import GraphCore
import Interchange

/// Reads an edge list.
func readEdges(_ path: String) throws -> PlainNetwork {
  var options = NetworkOptions()
  options.direction = .undirected
  guard case .plain(let network) = try GraphFile.loadAny(path, format: .edges, options: options)
  else { fatalError("\(path) is no edge list") }
  return network
}

/// Opens the binary file beside an edge list.
func readBinary(_ path: String) throws -> PlainNetwork {
  guard case .plain(let network) = try GraphFile.loadAny(path + ".tlg") else {
    fatalError("no binary file")
  }
  return network
}

/// Writes that file.
func saveBinary(_ network: PlainNetwork, _ path: String) throws {
  let target = path + ".tlg"
  try Data().write(to: URL(fileURLWithPath: target))
  guard let handle = FileHandle(forWritingAtPath: target) else { fatalError(target) }
  try GraphWriter(.tlg).write(network) { try handle.write(contentsOf: $0) }
  try handle.close()
}

/// Runs a task of `run.py --family core`.
///
/// - Returns: Whether there is one of that name.
func runCoreTask(_ task: String, _ graph: Graph, _ meter: Meter) throws -> Bool {
  let run: () throws -> Answer
  switch task {
  case "components":
    run = {
      let components = graph.weakComponents()
      return Answer(short: "\(components.count) \(components.largest?.count ?? 0)")
    }
  case "pagerank":
    run = {
      let limits = IterationLimits(tolerance: 1e-8)
      return Answer(values: try graph.pageRank(.init(limits: limits)).values)
    }
  case "cores":
    run = { Answer(values: graph.coreNumbers().values.map(Double.init)) }
  case "betweenness":
    run = {
      let options = Graph.BetweennessOptions(isNormalized: false)
      return Answer(values: try graph.betweenness(options).values)
    }
  case "harmonic":
    run = { Answer(values: try graph.harmonic().values) }
  case "triangles":
    run = { Answer(values: [try graph.transitivity() ?? 0]) }
  case "louvain":
    run = { Answer(short: "\(try graph.louvain().quality ?? 0)") }
  case "leiden":
    run = { Answer(short: "\(try graph.leiden().quality ?? 0)") }
  case "paths":
    run = {
      let paths = try graph.shortestSimplePaths(from: 0, to: graph.nodeCount - 1).prefix(100)
      return Answer(values: paths.map { Double($0.edges.count) })
    }
  default: return false
  }
  try meter.measure(task, run) { $0 }
  return true
}
