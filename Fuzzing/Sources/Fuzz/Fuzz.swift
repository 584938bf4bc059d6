// One program for all readers, built with libFuzzer, which brings its own main and calls in with each
// input.
//
// The variable FUZZ_FORMAT names the format; unset, it is told by content; `list` prints the names of all
// formats that are read, for scripts/fuzz.sh.
import Evidence
import Foundation
import GraphCore
import Interchange

/// What libFuzzer calls once before all inputs.
///
/// - Parameters:
///   - count: How many arguments there are.
///   - arguments: The arguments of the command line.
/// - Returns: 0.
@_cdecl("LLVMFuzzerInitialize")
public func prepare(
  _ count: UnsafeMutablePointer<CInt>?, _ arguments: UnsafeMutableRawPointer?
) -> CInt {
  guard let name = ProcessInfo.processInfo.environment["FUZZ_FORMAT"] else { return 0 }
  if name == "list" {
    for format in GraphFormat.allCases where format.isRead { print(format.rawValue) }
    exit(0)
  }
  guard GraphFormat(rawValue: name)?.isRead == true else {
    FileHandle.standardError.write(Data("fuzz: no format that is read is called '\(name)'\n".utf8))
    exit(64)
  }
  return 0
}

/// What libFuzzer calls with each input.
///
/// A reader may refuse anything, with a place. What it takes must be a sound graph, and if it is written in
/// its own format it must be read again, and give the same bytes when it is written once more.
///
/// - Parameters:
///   - start: The first byte of the input.
///   - count: How many bytes there are.
/// - Returns: 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let format = ProcessInfo.processInfo.environment["FUZZ_FORMAT"].flatMap(GraphFormat.init)
  var options = NetworkOptions()
  options.mostBytes = 16 << 20
  options.mostTextBytes = 1 << 20
  options.mostUnnamedNodes = 1 << 16
  options.mostEmptyCells = 1 << 24
  options.isLenient = bytes.count % 2 == 1
  check(bytes, format, options)
  return 0
}

private func check(_ bytes: [UInt8], _ format: GraphFormat?, _ options: NetworkOptions) {
  let loaded = GraphFile.readAny(
    bytes: bytes, path: "input", folder: ".", format: format, options: options)
  switch loaded {
  case .evidence(let reading):
    for finding in reading.findings {
      guard let location = finding.location, location.line >= 1, location.column >= 1 else {
        fatalError("a finding without a place: \(finding)")
      }
    }
    guard reading.graph != nil, reading.errors.isEmpty else { return }
  case .plain(let network):
    let nodes = network.nodes.indices
    guard network.edges.allSatisfy({ nodes.contains($0.tail) && nodes.contains($0.head) }),
      network.graph.weakComponents().count <= nodes.count
    else { fatalError("an unsound graph") }
  }
  // A bad record that was left out, or one that the writer cannot help writing, is another matter.
  guard let format, format.isWritten, !options.isLenient, let once = written(loaded, format) else {
    return
  }
  let again = GraphFile.readAny(
    bytes: once, path: "written", folder: ".", format: format, options: options)
  if case .evidence(let reading) = again, let error = reading.errors.first {
    fatalError("what is written cannot be read: \(error)\n\(String(decoding: once, as: UTF8.self))")
  }
  if case .plain(let network) = loaded, case .plain(let copy) = again, listsNodes(format),
    GraphWriter(format).losses(network).isEmpty, !network.holdsSame(as: copy)
  {
    // The writer says that nothing is lost.
    fatalError("written and read it differs\n\(String(decoding: once, as: UTF8.self))")
  }
  guard let twice = written(again, format), once == twice else {
    fatalError("written, read and written again it differs")
  }
}

/// Whether a format has a list of nodes. In the others nodes come in the order of the edges that name them, and
/// those without edges last, which is no loss but another order.
private func listsNodes(_ format: GraphFormat) -> Bool {
  ![.csv, .tsv, .edges, .adjacency].contains(format)
}

/// What a file holds in a format; nil if the format cannot hold it.
private func written(_ loaded: LoadedGraph, _ format: GraphFormat) -> [UInt8]? {
  var bytes: [UInt8] = []
  do {
    switch loaded {
    case .plain(let network):
      try GraphWriter(format).write(network) { bytes += $0 }
    case .evidence(let reading):
      guard let graph = reading.graph else { return nil }
      try GraphWriter(format).write(graph, WritingContext(form: reading.form)) { bytes += $0 }
    }
    return bytes
  } catch {
    return nil
  }
}
