import ArgumentParser
import Interchange

/// What a file that may come from anyone is allowed to ask for.
struct FileLimits: ParsableArguments {
  @Option(
    parsing: .unconditional, help: "Bytes that a packed file, an archive or a sheet may unpack to.")
  var mostBytes = NetworkOptions().mostBytes

  @Option(
    parsing: .unconditional, help: "Nodes that a header may announce beyond those that are named.")
  var mostUnnamedNodes = NetworkOptions().mostUnnamedNodes

  @Option(
    parsing: .unconditional, help: "How deep elements, lists or groups may lie in each other.")
  var mostDepth = NetworkOptions().mostDepth

  @Option(parsing: .unconditional, help: "Bytes that one attribute, name or text may have.")
  var mostTextBytes = NetworkOptions().mostTextBytes

  @Option(
    parsing: .unconditional, help: "How many different attributes nodes, and edges, may have.")
  var mostAttributes = NetworkOptions().mostAttributes

  @Option(parsing: .unconditional, help: "How many cells of attributes may be empty.")
  var mostEmptyCells = NetworkOptions().mostEmptyCells

  func validate() throws {
    for (name, limit) in [
      ("bytes", mostBytes), ("unnamed-nodes", mostUnnamedNodes), ("depth", mostDepth),
      ("text-bytes", mostTextBytes), ("attributes", mostAttributes),
      ("empty-cells", mostEmptyCells),
    ] where limit < 1 {
      throw ValidationError("--most-\(name) must be 1 or more.")
    }
  }
}
