// Runs tasks on an edge list and prints one line of JSON for each: seconds, peak memory, and a short answer.
// Long answers go to FOLDER as doubles, so that they can be held against those of the peers.
//
//     Measure FILE FOLDER TASK,TASK,...
//
// peers/measure.py does the same for the other libraries.
import Foundation
import GraphCore
import Interchange

/// A clock that only goes forward.
func now() -> Double { Double(DispatchTime.now().uptimeNanoseconds) * 1e-9 }

/// Forgets the peak of memory so far, where the system can (Linux).
func resetPeak() {
  if let handle = FileHandle(forWritingAtPath: "/proc/self/clear_refs") {
    try? handle.write(contentsOf: Data("5".utf8))
  }
}

/// The peak of memory since then in megabytes, or 0 where the system does not say.
func peak() -> Double { memory("VmHWM:") }

/// The memory of the process at this moment in megabytes, or 0 where the system does not say.
func resident() -> Double { memory("VmRSS:") }

private func memory(_ field: String) -> Double {
  guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
    let line = status.split(separator: "\n").first(where: { $0.hasPrefix(field) }),
    let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Double($0) })
  else { return 0 }
  return kilobytes / 1000
}

struct Answer {
  var short: String
  var values: [Double] = []
}

/// Runs a task, up to three times if it is short, and prints the best time.
func measure(_ name: String, folder: String, _ task: () throws -> Answer) throws {
  resetPeak()
  var best = Double.infinity
  var answer = Answer(short: "")
  for _ in 0..<3 {
    let start = now()
    answer = try task()
    best = min(best, now() - start)
    if best > 1 { break }
  }
  let memory = peak()
  if !answer.values.isEmpty {
    let data = answer.values.withUnsafeBytes { Data($0) }
    try data.write(to: URL(fileURLWithPath: folder + "/ours-\(name).f64"))
  }
  report(name, seconds: best, megabytes: memory, answer: answer.short)
}

func report(_ task: String, seconds: Double, megabytes: Double, answer: String) {
  print(
    "{\"task\": \"\(task)\", \"seconds\": \(seconds), \"megabytes\": \(megabytes), "
      + "\"answer\": \"\(answer)\"}")
}

func read(_ path: String) throws -> PlainNetwork {
  var options = NetworkOptions()
  options.direction = .undirected
  guard case .plain(let network) = try GraphFile.loadAny(path, format: .edges, options: options)
  else { fatalError("\(path) is no edge list") }
  return network
}

let arguments = CommandLine.arguments
guard arguments.count == 4 else { fatalError("usage: Measure FILE FOLDER TASKS") }
let (path, folder) = (arguments[1], arguments[2])
// Held by nobody while reading is measured.
var loaded: PlainNetwork?

for task in arguments[3].split(separator: ",").map(String.init) {
  if task == "hold" {
    loaded = nil
    let before = resident()
    let start = now()
    loaded = try read(path)
    let seconds = now() - start
    report(
      task, seconds: seconds, megabytes: resident() - before,
      answer: "\(loaded?.graph.nodeCount ?? 0) \(loaded?.graph.edgeCount ?? 0)")
    continue
  }
  if task == "read" || task == "map" {
    loaded = nil
  } else if loaded == nil {
    loaded = try read(path)
  }
  let graph = try loaded?.graph ?? Graph(nodeCount: 0, edges: [], isDirected: false)
  try measure(task, folder: folder) {
    switch task {
    case "read":
      let network = try read(path)
      return Answer(short: "\(network.graph.nodeCount) \(network.graph.edgeCount)")
    case "save":
      let target = path + ".tlg"
      try Data().write(to: URL(fileURLWithPath: target))
      guard let handle = FileHandle(forWritingAtPath: target) else { fatalError(target) }
      guard let loaded else { fatalError("nothing was read") }
      try GraphWriter(.tlg).write(loaded) { try handle.write(contentsOf: $0) }
      try handle.close()
      return Answer(short: "\(graph.nodeCount) \(graph.edgeCount)")
    case "map":
      guard case .plain(let network) = try GraphFile.loadAny(path + ".tlg") else {
        fatalError("no binary file")
      }
      return Answer(short: "\(network.graph.nodeCount) \(network.graph.edgeCount)")
    case "components":
      let components = graph.weakComponents()
      return Answer(short: "\(components.count) \(components.largest?.count ?? 0)")
    case "pagerank":
      let scores = try graph.pageRank(.init(limits: IterationLimits(tolerance: 1e-8)))
      return Answer(short: "", values: scores.values)
    case "cores":
      return Answer(short: "", values: graph.coreNumbers().values.map(Double.init))
    case "betweenness":
      let options = Graph.BetweennessOptions(isNormalized: false)
      return Answer(short: "", values: try graph.betweenness(options).values)
    case "harmonic":
      return Answer(short: "", values: try graph.harmonic().values)
    case "triangles":
      return Answer(short: "", values: [graph.transitivity() ?? 0])
    case "louvain":
      return Answer(short: "\(try graph.louvain().quality ?? 0)")
    case "leiden":
      return Answer(short: "\(try graph.leiden().quality ?? 0)")
    case "paths":
      let paths = try graph.shortestSimplePaths(from: 0, to: graph.nodeCount - 1).prefix(100)
      return Answer(short: "", values: paths.map { Double($0.edges.count) })
    default: fatalError("no task \(task)")
    }
  }
}
