import Evidence
import Foundation
import GraphCore
import Testing

@testable import Interchange

@Suite struct PajekReaderTests {
  /// By hand from the manual of Pajek.
  @Test func readsNodesAndEdgesWithTheirParameters() throws {
    let network = try Text.network(
      """
      % a comment
      *Network Two kinds of ties
      *Vertices 4
      1 "Ä label" 0.1 0.2 0.5 box ic Red x_fact 2 [1-5]
      3 plain 0.5 0.25
      2 two words 0.5 0.25 ellipse bc Blue
      *Arcs :1 "knows"
      1 2 2.5 l "a tie" c Blue w 3 p Dashed [5-10,12-*]
      2 1
      *Edges :2
      2 3 1 k1 0.6
      """, .pajek)
    #expect(network.isDirected)
    #expect(network.ids == ["1", "2", "3", "4"])
    #expect(network.namesAreNumbers)
    #expect(network.nodes.map(\.label) == ["Ä label", "two words", "plain", "4"])
    #expect(network.lines == ["1>2:2.5", "2>1", "2>3:1", "3>2:1"])
    #expect(network.attributes == [NamedAttribute("name", .text("Two kinds of ties"))])
    #expect(
      network.nodeAttributes.attributes(of: 0) == [
        NamedAttribute("x", .real(0.1)), NamedAttribute("y", .real(0.2)),
        NamedAttribute("z", .real(0.5)), NamedAttribute("shape", .text("box")),
        NamedAttribute("color", .text("#ff0000")), NamedAttribute("x_fact", .integer(2)),
        NamedAttribute("start", .integer(1)), NamedAttribute("end", .integer(5)),
      ])
    #expect(network.nodeAttributes["bc"]?[1] == .text("Blue"))
    #expect(
      network.edgeAttributes.attributes(of: 0) == [
        NamedAttribute("kind", .text("knows")), NamedAttribute("label", .text("a tie")),
        NamedAttribute("color", .text("#0000ff")), NamedAttribute("width", .integer(3)),
        NamedAttribute("p", .text("Dashed")), NamedAttribute("start", .integer(5)),
        NamedAttribute("spells", .json("[[5,10],[12,null]]")),
      ])
    #expect(network.edgeAttributes["kind"]?[2] == .text("2"))
    #expect(network.remarks.count == 2)
  }

  /// igraph reads the lists and matrices so; old files mark the first node by a minus.
  @Test func readsListsAndMatrices() throws {
    let lists = try Text.network(
      "*Vertices 3\r\n*Arcslist\r\n1 2 3\r\n-3 1\r\n", .pajek)
    #expect(lists.lines == ["1>2", "1>3", "3>1"])
    let alone = try Text.network("*vertices 3\r1 \"a\"\r*edgeslist\r1 2 3\r", .pajek)
    #expect(alone.lines == ["1-2", "1-3"])
    let matrix = try Text.network("*Vertices 2\n*Matrix\n0 1\n2.5 0\n", .pajek)
    #expect(matrix.lines == ["1>2:1", "2>1:2.5"])
    let plain = try Text.network("*Vertices 2\n*Matrix\n0 1\n1 0\n", .pajek)
    #expect(plain.lines == ["1>2", "2>1"])
    let kinds = try Text.network("*Vertices 3 2\n*Matrix\n1\n0\n", .pajek)
    #expect(kinds.lines == ["1-3"])
    #expect((0..<3).map { kinds.nodeAttributes["mode"]?[$0]?.number } == [1, 1, 2])
    let numbered = try Text.network("*Vertices 2\n*Arcs\n7: 1 2 3\n", .pajek)
    #expect(numbered.edgeAttributes["kind"]?[0] == .text("7"))
  }

  /// Values belong to the last network of their size before them.
  @Test func readsProjects() throws {
    let text = """
      *Network first
      *Vertices 2
      1 "a"
      2 "b"
      *Arcs
      1 2
      *Network second
      *Vertices 3
      *Edges
      1 3
      *Partition kind of node
      *Vertices 3
      1
      0 2
      *Vector
      *Vertices 2
      0.5
      -1
      *Permutation turn
      *Vertices 2
      2 1
      *Partition kind of node
      *Vertices 3
      1 1 1
      *Cluster those
      *Vertices 1
      1
      *Partition none
      *Vertices 7
      1 1 1 1 1 1 1
      """
    let first = try Text.network(text, .pajek)
    #expect(first.lines == ["1>2"])
    #expect(first.nodeAttributes["vector"]?[1] == .real(-1))
    #expect(first.nodeAttributes["turn"]?[0] == .integer(2))
    #expect(
      first.remarks == [
        "the file holds 2 networks, and the first is read; choose one with --graph-name",
        "not read: *cluster", "partitions or vectors that fit no network are left out: none",
      ])
    var options = NetworkOptions()
    options.graph = "second"
    let second = try Text.network(bytes: Array(text.utf8), .pajek, options: options)
    #expect(second.lines == ["1-3"])
    #expect((0..<3).map { second.nodeAttributes["kind of node"]?[$0]?.number } == [1, 0, 2])
    #expect(second.nodeAttributes["kind of node 2"]?[2] == .integer(1))
    options.graph = "3"
    #expect(throws: Text.Refused.self) {
      _ = try Text.network(bytes: Array(text.utf8), .pajek, options: options)
    }
  }

  @Test(arguments: [
    ("", "1:1: there is no '*Vertices' in the file"),
    ("1 2\n", "1:1: '1 2' stands before '*Vertices'"),
    ("*Vertices\n", "1:1: '*Vertices' has no number of nodes"),
    ("*Vertices x\n", "1:11: 'x' after '*Vertices' is no number of nodes"),
    ("*Vertices 1 2\n", "1:1: '*Vertices' says 1 nodes, 2 of them of the first kind"),
    ("*Vertices 3000000000\n", "1:1: a graph cannot have 3000000000 nodes"),
    ("*Vertices 1\n*Foo\n", "2:1: '*Foo' is no part of a Pajek file"),
    ("*Arcs\n", "1:1: '*Arcs' comes before '*Vertices'"),
    ("*Vertices 1\n2 \"x\"\n", "2:1: '2' is not one of 1 to 1"),
    ("*Vertices 1\n1 \"x\n", "2:3: the text is not closed: '\"x'"),
    ("*Vertices 1\n1 \"x\" 1e999\n", "2:7: the number '1e999' is too large"),
    ("*Vertices 1\n1 \"x\" 0 0 box ic\n", "2:15: the parameter 'ic' has no value"),
    ("*Vertices 1\n1 \"x\" [a]\n", "2:7: '[a' are no times"),
    ("*Vertices 1\n*Arcs\n1\n", "3:2: '' is not one of 1 to 1"),
    ("*Vertices 1\n*Arcs\n1 2\n", "3:3: '2' is not one of 1 to 1"),
    ("*Vertices 1\n*Arcs :x\n1 1\n", "2:8: 'x' is no number of a relation"),
    ("*Vertices 1\n*Arcslist\n1 0\n", "3:3: '0' is not one of 1 to 1"),
    (
      "*Vertices 2\n*Matrix\n0 1\n1\n", "2:1: the matrix ends in row 2, column 2 of 2 x 2"
    ),
    ("*Vertices 2\n*Matrix\n0 x\n", "3:3: the entry 'x' of the matrix is no number"),
    ("*Vertices 1\n*Matrix\n0 0\n", "3:3: row 1 of the matrix has more than 1 entry"),
    ("*Vertices 1\n*Matrix\n0\n0\n", "4:1: the matrix has more than 1 row"),
    ("*Vertices 1\n*Partition p\n*Vertices 1\nx\n", "4:1: 'x' is no value of one of 1 nodes"),
    ("*Vertices 1\n*Partition p\n*Vertices 1\n0.5\n", "4:1: the value '0.5' does not fit"),
    ("*Vertices 1\n*Vector p\n*Vertices 1\n\n", "3:1: there are 0 values for 1 nodes"),
    ("*Vertices 1\n*Events\n", "2:1: a network as a list of events is not read"),
  ])
  func faultsSayWhereTheyAre(text: String, fault: String) {
    #expect(Text.fault(text, .pajek) == fault)
  }

  @Test func badRecordsCanBeLeftOut() throws {
    var options = NetworkOptions()
    options.isLenient = true
    let network = try Text.network(
      bytes: Array("*Vertices 2\n0 \"x\"\n1 \"a\"\n*Arcs\n1 2\n1 3\nx y\n".utf8), .pajek,
      options: options)
    #expect(network.lines == ["1>2"])
    #expect(network.skipped.count == 3)
  }

  /// igraph cuts the rows of a matrix so, without a word.
  @Test func leavesOutWhatFollowsTheRowsOfAMatrix() throws {
    var options = NetworkOptions()
    options.isLenient = true
    let network = try Text.network(
      bytes: Array("*Vertices 3 2\n*Matrix\n1 7 x\n0\n".utf8), .pajek, options: options)
    #expect(network.lines == ["1-3"])
    #expect(network.skipped.count == 1)
  }

  @Test func largeHeadersTakeNoMemory() {
    for text in [
      "*Vertices 1000000000\n", "*Vertices 2000000000 1000000000\n*Arcs\n1 2\n",
      "*Vertices 1000000000\n999999999 \"x\" 0.1 0.2 box\n",
      "*Vertices 2000000000\n*Partition p\n*Vertices 2000000000\n1\n",
    ] {
      #expect(Text.fault(text, .pajek) != nil)
    }
    var options = NetworkOptions()
    options.mostTextBytes = 100
    let long = "*Vertices 1\n1 \"" + String(repeating: "x", count: 1_000_000) + "\"\n"
    #expect(throws: Text.Refused.self) {
      _ = try Text.network(bytes: Array(long.utf8), .pajek, options: options)
    }
    options.mostAttributes = 10
    let wide = "*Vertices 1\n1 \"a\" " + (0..<20).map { "k\($0) 1 " }.joined() + "\n"
    #expect(throws: Text.Refused.self) {
      _ = try Text.network(bytes: Array(wide.utf8), .pajek, options: options)
    }
  }

  /// Files of other programs: NetworkX 3.6.1 has these counts for its own file. JUNG's begins with
  /// `*Nodes`, which both readers refuse; its own lines are 34 and 78.
  @Test(arguments: [("nx__test_unicode", 2, 1), ("jung__zachary", 34, 78)])
  func filesOfOthers(name: String, nodes: Int, edges: Int) throws {
    let file = NativeWriterTests.package + "/Tests/InterchangeTests/Fixtures/pajek/\(name).net"
    guard case .plain(let network) = try GraphFile.loadAny(file) else {
      Issue.record("\(name) is not read")
      return
    }
    #expect(network.nodes.count == nodes)
    #expect(network.edges.count == edges)
    #expect(!network.isDirected)
  }
}
