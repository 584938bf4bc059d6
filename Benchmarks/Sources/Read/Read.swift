// Reads a file once and prints one line of JSON: seconds, peak memory, nodes and edges.
//
//     Read FILE [FORMAT]
//
// peers/read.py does the same with the other libraries.
import Foundation
import GraphCore
import Interchange

/// The peak of memory of this process in megabytes, or 0 where the system does not say.
func peak() -> Double {
  guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
    let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
    let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Double($0) })
  else { return 0 }
  return kilobytes / 1000
}

let arguments = CommandLine.arguments
guard arguments.count >= 2 else { fatalError("usage: Read FILE [FORMAT]") }
let format = arguments.count > 2 ? GraphFormat(rawValue: arguments[2]) : nil
let start = DispatchTime.now().uptimeNanoseconds
switch try GraphFile.loadAny(arguments[1], format: format) {
case .plain(let network):
  let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9
  print(
    "{\"seconds\": \(seconds), \"megabytes\": \(peak()), \"nodes\": \(network.graph.nodeCount), "
      + "\"edges\": \(network.graph.edgeCount)}")
case .evidence(let reading):
  fatalError(reading.findings.first.map { "\($0)" } ?? "this is a graph of evidence")
}
