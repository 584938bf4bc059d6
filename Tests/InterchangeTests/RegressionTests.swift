import Evidence
import Foundation
import GraphCore
import Testing

@testable import Interchange

/// Inputs by which the fuzzer of this project found a fault: each is refused with a place, or is a sound
/// graph that comes back the same from a file of its own format.
@Suite struct RegressionTests {
  static let folder = NativeWriterTests.package + "/Tests/InterchangeTests/Fixtures/regressions"

  /// The files, each in a folder that bears the name of its format.
  static let files: [String] = {
    let walk = FileManager.default.enumerator(atPath: folder)
    return (walk?.compactMap { $0 as? String } ?? []).filter { $0.contains("/") }.sorted()
  }()

  @Test func theFilesAreFound() { #expect(!Self.files.isEmpty) }

  @Test(arguments: files)
  func isRefusedWithAPlaceOrComesBackTheSame(_ file: String) throws {
    let format = try #require(GraphFormat(rawValue: String(file.prefix { $0 != "/" })))
    let data = try Data(contentsOf: URL(fileURLWithPath: Self.folder + "/" + file))
    let loaded = Self.read(Array(data), format)
    switch loaded {
    case .evidence(let reading):
      for finding in reading.findings {
        let location = try #require(finding.location)
        #expect(location.line >= 1 && location.column >= 1)
      }
      guard reading.graph != nil, reading.errors.isEmpty else { return }
    case .plain(let network):
      let nodes = network.nodes.indices
      #expect(network.edges.allSatisfy { nodes.contains($0.tail) && nodes.contains($0.head) })
    }
    guard format.isWritten, let once = Self.written(loaded, format) else { return }
    let again = Self.read(once, format)
    if case .plain(let network) = loaded {
      guard case .plain(let copy) = again else {
        Issue.record("what is written cannot be read")
        return
      }
      #expect(!GraphWriter(format).losses(network).isEmpty || network.holdsSame(as: copy))
    }
    #expect(Self.written(again, format) == once)
  }

  private static func read(_ bytes: [UInt8], _ format: GraphFormat) -> LoadedGraph {
    var options = NetworkOptions()
    options.mostUnnamedNodes = 1 << 16
    return GraphFile.readAny(
      bytes: bytes, path: "input", folder: ".", format: format, options: options)
  }

  /// What a file holds in a format; nil if the format cannot hold it.
  private static func written(_ loaded: LoadedGraph, _ format: GraphFormat) -> [UInt8]? {
    var bytes: [UInt8] = []
    do {
      switch loaded {
      case .plain(let network): try GraphWriter(format).write(network) { bytes += $0 }
      case .evidence(let reading):
        guard let graph = reading.graph else { return nil }
        try GraphWriter(format).write(graph, WritingContext(form: reading.form)) { bytes += $0 }
      }
      return bytes
    } catch {
      return nil
    }
  }
}
