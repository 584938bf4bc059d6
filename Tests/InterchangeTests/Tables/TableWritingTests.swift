import Foundation
import GraphCore
import Testing

@testable import Interchange

@Suite struct TableWritingTests {
  private func text(_ network: PlainNetwork, _ format: GraphFormat) throws -> String {
    String(decoding: try GraphWriterTests.bytes(network, format), as: UTF8.self)
  }

  /// By hand: the columns are those that Gephi names.
  @Test func edgesAreWrittenWithTheNamesOfGephi() throws {
    let network = try Text.network(
      "Source,Target,Type,x,Kind,Weight\na,b,Undirected,-5,-x,2\nb,c d,Undirected,,007,1\ne,,,,,\n",
      .csv)
    #expect(
      try text(network, .csv)
        == "Source,Target,Type,Kind,Weight,x\na,b,Undirected,'-x,2,-5\n"
        + "b,c d,Undirected,\"007\",1,\ne,,,,,\n")
    #expect(GraphWriter(.csv).losses(network) == [])
    #expect(
      try text(network, .tsv)
        == "Source\tTarget\tType\tKind\tWeight\tx\na\tb\tUndirected\t'-x\t2\t-5\n"
        + "b\tc d\tUndirected\t\"007\"\t1\t\ne\t\t\t\t\t\n")
  }

  /// Everything but what is declared: JSON in the attributes of the whole is kept, types are told anew.
  @Test(arguments: [true, false])
  func theAwkwardNetworkComesBackFromTables(isDirected: Bool) throws {
    let network = try AwkwardNetwork.network(isDirected: isDirected)
    #expect(GraphWriter(.tables).losses(network) == [])
    let bytes = try GraphWriterTests.bytes(network, .tables)
    let again = try Text.network(bytes: bytes, path: "net.zip")
    #expect(again.holdsSame(as: network))
    #expect(try GraphWriterTests.bytes(again, .tables) == bytes)
    #expect(try Text.network(bytes: bytes, path: "no-name").holdsSame(as: network))
  }

  @Test(arguments: [GraphFormat.csv, .tsv])
  func edgesOfTheAwkwardNetworkComeBack(format: GraphFormat) throws {
    let network = try AwkwardNetwork.network()
    let bytes = try GraphWriterTests.bytes(network, format)
    let again = try Text.network(bytes: bytes, format)
    #expect(again.lines == network.lines)
    #expect(Set(again.ids) == Set(network.ids))
    #expect(again.edgeAttributes.holdsSame(as: network.edgeAttributes))
    #expect(try GraphWriterTests.bytes(again, format) == bytes)
    #expect(
      GraphWriter(format).losses(network) == [
        "labels that are not the names of nodes are lost",
        "attributes of the whole are lost: title, version, scale, open, tags",
        "attributes of nodes are lost: kind, count, score, known, note, color, parent; "
          + "--to tables keeps a table of the nodes too",
      ])
  }

  @Test(arguments: [true, false])
  func matricesAndListsComeBack(isDirected: Bool) throws {
    let network = try AwkwardNetwork.network(isDirected: isDirected)
    for format in [GraphFormat.matrix, .adjacency] {
      let bytes = try GraphWriterTests.bytes(network, format)
      let again = try Text.network(
        bytes: bytes, format, direction: isDirected ? .directed : .undirected)
      #expect(again.ids == network.ids)
      #expect(try GraphWriterTests.bytes(again, format) == bytes)
      // Two parallel edges are one in a matrix; without direction, a third one joins them.
      let merged = format == .adjacency ? 0 : isDirected ? 1 : 2
      #expect(again.graph.edgeCount == network.graph.edgeCount - merged)
      #expect(GraphWriter(format).losses(network).count >= 4)
    }
    let small = try Text.network("a,b,2\nb,a,2\nb,b,1\n", .csv, direction: .undirected)
    #expect(try text(small, .matrix) == ",a,b\na,0,4\nb,4,1\n")
    #expect(try text(small, .adjacency) == "a,b\nb,a,b\n")
  }

  /// What cannot come back is said.
  @Test func lossesAreSaid() throws {
    var builder = NetworkBuilder(options: NetworkOptions())
    let edge = builder.addEdge(builder.node("a"), builder.node("b"))
    for (name, value) in [
      ("code", AttributeValue.text("12")), ("list", .json("[1]")), ("none", .text("")),
      ("Source", .text("x")), ("yes", .text("true")),
    ] { try builder.set(name, value, ofEdge: edge, offset: 0) }
    let network = try builder.network()
    #expect(
      GraphWriter(.csv).losses(network) == [
        "the attribute 'Source' of edges is called 'Source_', as another column has its name",
        "the texts of the attribute 'code' of edges look like numbers and come back as such",
        "the attribute 'list' of edges comes back as text: a table knows no lists and no columns of "
          + "several types",
        "empty texts of the attribute 'none' of edges are lost",
        "the texts of the attribute 'yes' of edges look like truth values and come back as such",
      ])
    #expect(
      try text(network, .csv)
        == "Source,Target,Type,code,list,none,Source_,yes\na,b,Directed,12,[1],,x,true\n")
  }

  @Test(arguments: ["florentine-families", "isis-inspired-attacks", "is-network-in-europe"])
  func evidenceComesBackFromTables(name: String) throws {
    let reading = try GraphFile.load("graphs/\(name).yaml")
    let graph = try #require(reading.graph)
    let sink = Sink()
    try GraphWriter(.tables).write(graph, WritingContext(corpus: reading.corpus)) {
      sink.bytes += $0
    }
    let loaded = GraphFile.readAny(bytes: sink.bytes, path: "g.zip", folder: "graphs")
    guard case .evidence(let again) = loaded else {
      Issue.record("read as a plain network")
      return
    }
    #expect(again.errors.isEmpty, "\(again.errors.prefix(3))")
    #expect(again.graph == graph)
  }

  private final class Sink {
    var bytes: [UInt8] = []
  }

  @Test func archivesThatAreBrokenAreRefused() throws {
    let bytes = try GraphWriterTests.bytes(try AwkwardNetwork.network(), .tables)
    for length in stride(from: 4, to: bytes.count, by: 37) {
      #expect(throws: Text.Refused.self) {
        try Text.network(bytes: Array(bytes[..<length]), .tables)
      }
    }
    var changed = bytes
    changed[60] ^= 1
    let error = #expect(throws: Text.Refused.self) { try Text.network(bytes: changed, .tables) }
    #expect(error?.description.hasPrefix("1:1: the zip archive is broken: ") == true)
    // Anything may stand in the directory.
    for place in (bytes.count - 200)..<bytes.count {
      var odd = bytes
      odd[place] = 0xFF
      _ = GraphFile.readAny(bytes: odd, path: "x.zip", folder: ".", format: .tables)
    }
    var options = NetworkOptions()
    options.mostBytes = 10
    #expect(throws: Text.Refused.self) {
      try Text.network(bytes: bytes, .tables, options: options)
    }
  }

  @Test func tablesOfAFolderAreReadTogether() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("throughline-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("Id,Label\na,Alpha\n".utf8).write(to: URL(fileURLWithPath: folder + "/nodes.csv"))
    try Data("Source,Target\na,b\n".utf8).write(to: URL(fileURLWithPath: folder + "/edges.csv"))
    guard case .plain(let network) = try GraphFile.loadAny(folder) else {
      Issue.record("not read as a network")
      return
    }
    #expect(network.lines == ["a>b"])
    #expect(network.nodes.map(\.label) == ["Alpha", "b"])
  }
}
