// What libFuzzer calls with each input: one program for all readers, the format named by FUZZ_FORMAT, or
// told by content where that is unset.
//
// A reader may refuse anything, with a place; what it takes must be a sound graph, and must come back
// the same when it is written in its own format and read again.
import Foundation
import GraphCore
import Interchange

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let format = ProcessInfo.processInfo.environment["FUZZ_FORMAT"].flatMap(GraphFormat.init)
  var options = NetworkOptions()
  options.mostBytes = 16 << 20
  options.mostTextBytes = 1 << 20
  options.mostUnnamedNodes = 1 << 16
  options.isLenient = bytes.count % 2 == 1
  check(bytes, format, options)
  return 0
}

private func check(_ bytes: [UInt8], _ format: GraphFormat?, _ options: NetworkOptions) {
  func read(_ bytes: [UInt8]) -> LoadedGraph {
    GraphFile.readAny(bytes: bytes, path: "input", folder: ".", format: format, options: options)
  }
  switch read(bytes) {
  case .evidence(let reading):
    for finding in reading.findings {
      guard let location = finding.location, location.line >= 1, location.column >= 1 else {
        fatalError("a finding without a place: \(finding)")
      }
    }
  case .plain(let network):
    let nodes = network.nodes.indices
    guard network.edges.allSatisfy({ nodes.contains($0.tail) && nodes.contains($0.head) }),
      network.graph.weakComponents().count <= nodes.count
    else { fatalError("an unsound graph") }
    guard let format, format.isWritten, !options.isLenient, let once = written(network, format),
      case .plain(let again) = read(once)
    else { return }
    guard let twice = written(again, format), once == twice else {
      fatalError("written, read and written again it differs")
    }
  }
}

/// A network in a format; nil if the format cannot hold it.
private func written(_ network: PlainNetwork, _ format: GraphFormat) -> [UInt8]? {
  var bytes: [UInt8] = []
  do {
    try GraphWriter(format).write(network) { bytes += $0 }
    return bytes
  } catch {
    return nil
  }
}
