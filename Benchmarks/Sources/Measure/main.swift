// Runs tasks on an edge list and prints one line of JSON for each: seconds, peak memory, and a short answer.
// Long answers go to FOLDER as doubles, so that they can be held against those of the peers.
//
//     Measure FILE FOLDER TASK,TASK,...
//
// peers/measure.py does the same for the other libraries.
import Foundation
import GraphCore
import Interchange

let arguments = CommandLine.arguments
guard arguments.count == 4 else { fatalError("usage: Measure FILE FOLDER TASKS") }
let path = arguments[1]
let meter = Meter(folder: arguments[2])
// Held by nobody while reading is measured.
var loaded: PlainNetwork?
var catalogue: CatalogueTasks?

for task in arguments[3].split(separator: ",").map(String.init) {
  if task == "hold" {
    loaded = nil
    let before = resident()
    let start = now()
    loaded = try readEdges(path)
    let seconds = now() - start
    meter.report(
      task, seconds: seconds, megabytes: resident() - before,
      answer: "\(loaded?.graph.nodeCount ?? 0) \(loaded?.graph.edgeCount ?? 0)")
    continue
  }
  if task == "read" || task == "map" {
    (loaded, catalogue) = (nil, nil)
    try meter.measure(task) {
      try task == "read" ? readEdges(path) : readBinary(path)
    } answer: {
      Answer(short: "\($0.graph.nodeCount) \($0.graph.edgeCount)")
    }
    continue
  }
  let network = try loaded ?? readEdges(path)
  loaded = network
  if task == "save" {
    try saveBinary(network, path)
  } else if try !runCoreTask(task, network.graph, meter) {
    let tasks = try catalogue ?? CatalogueTasks(network.graph)
    catalogue = tasks
    guard try tasks.run(task, meter) else { fatalError("no task \(task)") }
  }
}
