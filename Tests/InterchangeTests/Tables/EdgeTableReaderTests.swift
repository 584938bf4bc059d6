import Evidence
import Foundation
import GraphCore
import Testing

@testable import Interchange

@Suite struct EdgeTableReaderTests {
  private func network(_ text: String, options: NetworkOptions = .init()) throws -> PlainNetwork {
    try Text.network(bytes: Array(text.utf8), .csv, options: options)
  }

  /// By hand, from Gephi's description of its tables of edges.
  @Test func aTableOfGephiIsReadWithItsAttributes() throws {
    let network = try network(
      #"""
      Source,Target,Type,Kind,Id,Label,Weight,Since,code,share,sure,empty
      a,b,Directed,knows,e1,"x ""y""",1.5,2001,007,0.5,true,
      b,"c, d",directed,met,e2,'=1+1,2,2002,010,1,false,
      lone,,,,,,,,,,,
      """#)
    #expect(network.lines == ["a>b:1.5", "b>c, d:2"])
    #expect(network.ids == ["a", "b", "c, d", "lone"])
    #expect(
      network.edgeAttributes.attributes(of: 0) == [
        NamedAttribute("kind", .text("knows")), NamedAttribute("id", .text("e1")),
        NamedAttribute("label", .text("x \"y\"")), NamedAttribute("Since", .integer(2001)),
        NamedAttribute("code", .text("007")), NamedAttribute("share", .real(0.5)),
        NamedAttribute("sure", .flag(true)),
      ])
    #expect(network.edgeAttributes["label"]?[1] == .text("=1+1"))
    #expect(network.edgeAttributes["share"]?[1] == .real(1))
    #expect(network.remarks == [])
  }

  @Test(arguments: [
    "from;to;note\na;b;x\n", "note\tTarget\tSource\nx\tb\ta\n", "node1,node2,note\na,b,x\n",
    "Subject,Object,note\na,b,x\n", "actor1|actor2|note\na|b|x\n", "sep=;\nsrc;dst;note\na;b;x",
    "\u{feff}\"Source\",\"Target\",\"note\"\r\"a\",\"b\",\"x\"\r",
  ])
  func endsAreFoundByManyNames(text: String) throws {
    let network = try network(text)
    #expect(network.lines == ["a>b"])
    #expect(network.edgeAttributes["note"]?[0] == .text("x"))
  }

  /// A file that says nothing is directed; one kind of edges decides; two kinds are joined by opposites.
  @Test func typesOfEdgesSayTheirDirection() throws {
    #expect(try network("Source,Target,Type\na,b,Undirected\n").lines == ["a-b"])
    #expect(try network("Source,Target,Type\na,b,Directed\n").lines == ["a>b"])
    let mixed = try network("Source,Target,Type,Id\na,b,Directed,1\nb,c,Undirected,2\n")
    #expect(mixed.lines == ["a>b", "b>c", "c>b"])
    #expect(mixed.remarks.count == 1)
    // Words that are no direction are the kind of the edge.
    let kinds = try network("Source,Target,Type\na,b,friend\nb,c,Directed\n")
    #expect(kinds.edgeAttributes["kind"]?[1] == .text("Directed"))
    #expect(kinds.lines == ["a>b", "b>c"])
    #expect(
      try network("source,relation,target\na,met,b\n").edgeAttributes["kind"]?[0] == .text("met"))
  }

  @Test func aFirstLineThatMayBeNamesIsTold() throws {
    let network = try network("Person,Knows\nanna,boris\n")
    #expect(network.lines == ["Person>Knows", "anna>boris"])
    #expect(
      network.remarks == [
        "the first line, 'Person', 'Knows', is taken as an edge; if it names the columns, "
          + "name them Source and Target"
      ])
    #expect(try self.network("1,2\n2,3\n").remarks == [])
  }

  @Test func statementsWithoutASourceAreTold() throws {
    let network = try network("subject,relation,object,quote,sourcetitel\na,met,b,x,y\n")
    #expect(network.remarks.first?.hasPrefix("the columns are those of statements, but") == true)
    #expect(try self.network("subject,relation,object,note\na,met,b,x\n").remarks == [])
  }

  @Test func emptyFilesAreTold() throws {
    for text in ["", "\n\r\n", "\u{feff}\n"] {
      #expect(try network(text).remarks == ["the file holds nothing"])
      #expect(try network(text).isOfEmptyFile)
    }
    #expect(try network("Source,Target\n").remarks == [])
    #expect(try !network("Source,Target\n").isOfEmptyFile)
  }

  /// Columns that only look like a pair, further on, are none.
  @Test func pairsOfNumberedNamesStandFirst() {
    #expect(
      Text.fault("person,age,ref1,ref2\na,1,b,c\n", .csv)
        == "1:1: the first line names no columns for the two ends of an edge")
  }

  @Test func weightsMayHaveACommaWhereSemicolonsSeparate() throws {
    #expect(
      try network("Source;Target;Weight;note\na;b;0,5;x\na;c;1.25;y\n").lines == [
        "a>b:0.5", "a>c:1.25",
      ])
  }

  @Test(arguments: [
    (
      "Source,Target,x\na,\"b\nc,d,e\n", "2:3: a quotation mark is opened and never closed"
    ),
    ("Source,Target,x,x\na,b,1,2\n", "1:17: a second column is named 'x'"),
    ("Source,Target,x\na,b\n", "2:1: the record has 2 cells, the first line 3"),
    ("Source,Target,x\na,b,c,d\n", "2:7: the record has more than 3 cells"),
    ("Source,Target,x\n,b,c\n", "2:1: the record has no source"),
    ("Source,Target,x\na,,c\n", "2:3: the record has no target"),
    ("Source,Target,x\na,b\u{0},c\n", "2:4: there is a byte of value 0"),
    (
      "Source,Target,Weight,x\na,b,1e999,c\n", "2:5: the weight '1e999' is no finite number"
    ),
    ("Source,Target,Weight,x\na,b,NaN,c\n", "2:5: the weight 'NaN' is no finite number"),
    (
      "Source,Target,Type\na,b,Directed\nb,c,sideways\n",
      "3:5: the type 'sideways' is neither Directed nor Undirected"
    ),
    ("a,b,c,d\n1,2,3,x\n", "1:1: the first line names no columns for the two ends of an edge"),
    ("\"a\"x,b\nc,d\n", "1:4: there is text after a closing quotation mark"),
    ("a,\"b\nc,d\n", "1:3: a quotation mark is opened and never closed"),
  ])
  func whatIsWrongIsSaidWithItsPlace(text: String, fault: String) {
    #expect(Text.fault(text, .csv) == fault)
  }

  @Test func bytesThatAreNoTextAreToldWithTheirPlace() {
    let error = #expect(throws: Text.Refused.self) {
      try Text.network(bytes: Array("Source,Target,x\na,b,".utf8) + [0xE9, 0x0A], .csv)
    }
    #expect(error?.description == "2:5: '\u{FFFD}' is no UTF-8 text")
    #expect(error?.mend.contains("iconv") == true)
  }

  @Test func badRecordsAreLeftOutIfAsked() throws {
    var options = NetworkOptions()
    options.isLenient = true
    let network = try network(
      "Source,Target,Weight,x\na,b,1,y\nc,,1,z\n\"d\"e,f,1,z\ng,h,heavy,z\ni,j,2,z,too,many\nk,l,3,w\n",
      options: options)
    #expect(network.lines == ["a>b:1", "k>l:3"])
    #expect(network.ids == ["a", "b", "k", "l"])
    #expect(network.skipped.count == 4)
    #expect(network.remarks.first?.hasPrefix("4 bad records were left out, at 3:3") == true)
    // A text that breaks off is no bad record.
    #expect(throws: Text.Refused.self) {
      try self.network("Source,Target,x\na,b,\"c\n", options: options)
    }
  }

  @Test func limitsHold() {
    var options = NetworkOptions()
    options.mostTextBytes = 1000
    let long = String(repeating: "x", count: 2_000_000)
    #expect(throws: Text.Refused.self) {
      try network("Source,Target,x\na,b,\(long)\n", options: options)
    }
    options = NetworkOptions()
    options.mostAttributes = 10
    let wide = (0..<100_000).map { "c\($0)" }.joined(separator: ",")
    let error = #expect(throws: Text.Refused.self) {
      try network("Source,Target,\(wide)\na,b\n", options: options)
    }
    #expect(error?.description == "1:39: the first line has 100002 columns")
  }

  /// Nodes of a table come first, in its order; what the edges name beyond them is told.
  @Test func aTableOfNodesGoesBeforeTheEdges() throws {
    var options = NetworkOptions()
    options.nodes = NetworkOptions.NodeTable(
      bytes: Array("Id,Label,kind,age\nb,Bravo,person,30\na,Alpha,,\nc,c,group,5\n".utf8),
      path: "nodes.csv")
    let network = try network("Source,Target\na,b\nb,d\n", options: options)
    #expect(network.ids == ["b", "a", "c", "d"])
    #expect(network.nodes.map(\.label) == ["Bravo", "Alpha", "c", "d"])
    #expect(network.nodeAttributes["age"]?[2] == .integer(5))
    #expect(network.nodeAttributes["kind"]?[1] == nil)
    #expect(
      network.remarks == [
        "1 node of the edges is not in the table of nodes, the first of them 'd'"
      ])
    options.nodes = NetworkOptions.NodeTable(bytes: Array("Id\na\na\n".utf8), path: "nodes.csv")
    let twice = GraphFile.readAny(
      bytes: Array("a,b\n".utf8), path: "e.csv", folder: ".", options: options)
    guard case .evidence(let reading) = twice else {
      Issue.record("a second row of a node is refused")
      return
    }
    #expect(reading.errors.first?.location?.file == "nodes.csv")
    #expect(reading.errors.first?.message == "a second row has the node 'a'")
    #expect(reading.errors.first?.location?.line == 3)
  }

  @Test func aTableOfNodesAloneHasNoEdges() throws {
    let network = try network("ID;Name;x\n1;One;0.5\n2;Two;\n")
    #expect(network.ids == ["1", "2"])
    #expect(network.nodes.map(\.label) == ["One", "Two"])
    #expect(network.edges.isEmpty)
  }

  /// Names of files, and the numbers of nodes and edges that their lines give by hand.
  @Test(arguments: [
    ("MATRIX,a,b\na,0,1\nb,2,0\n", "a>b:1 b>a:2"), (",a,b\na,,1\nb,1,\n", "a-b"),
    ("0,1,0,0\n0,0,1,0\n0,0,0,1\n0,0,0,0\n", "1>2 2>3 3>4"),
    ("\"\";\"x y\";z\n\"x y\";0;0,5\nz;0,5;0\n", "x y-z:0.5"),
  ])
  func aMatrixIsTold(text: String, lines: String) throws {
    #expect(try network(text).lines.joined(separator: " ") == lines)
  }

  @Test(arguments: [
    (",a,b\na,0,1\nb,1\n", "3:1: the row has 2 cells, the first line 3"),
    (",a,b\na,0,1\n", "3:1: the matrix has 2 columns and 1 rows"),
    (",a,b\na,0,1\nc,1,0\n", "3:1: row 2 is named 'c', column 2 'b'"),
    (",a,b\na,0,x\nb,1,0\n", "2:5: the entry 'x' is no finite number"),
    (",a,b\na,0,1\nb,1,0\nc,1,1\n", "4:1: the matrix has 2 columns and more rows"),
    (",a,a\na,0,1\na,1,0\n", "1:4: a second column is named 'a'"),
  ])
  func aBrokenMatrixIsToldWhereItBreaks(text: String, fault: String) {
    #expect(Text.fault(text, .matrix) == fault)
  }

  /// From the file `adj_list.csv` of Gephi's tests, by hand.
  @Test func adjacencyListsAreReadByName() throws {
    let network = try Text.network("a;b\nb;c;d\ne\nf; a ;g;h; i  ", .adjacency)
    #expect(network.lines == ["a>b", "b>c", "b>d", "f>a", "f>g", "f>h", "f>i"])
    #expect(network.ids == ["a", "b", "e", "f", "c", "d", "g", "h", "i"])
  }
}
