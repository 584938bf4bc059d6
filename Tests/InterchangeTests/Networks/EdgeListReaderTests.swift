import GraphCore
import Testing

@testable import Interchange

@Suite struct EdgeListReaderTests {
  /// Texts that all hold the edges 1 2, 2 3, 3 1 and the node 7 alone.
  @Test(arguments: [
    "1 2\n2 3\n3 1\n7\n", "1\t2\n2\t3\n3\t1\n7", "1,2\n2,3\n3,1\n7,\n", "1;2\n2;3\n3;1\n7\n",
    "  1   2  \n\n\n2\t 3\n3 1 \n 7 \n", "1 2\r\n2 3\r\n\r\n3 1\r\n7\r\n", "1 2\r2 3\r3 1\r7",
    "\u{feff}1 2\n2 3\n3 1\n7\n", "# a\n% b\n1 2\n# c 9 9\n2 3\n3 1\n7\n#",
    "1, 2\n2 ,3\n3 , 1\n7 ,\n",
    "source,target\n1,2\n2,3\n3,1\n7,\n", "Source;Target\n1;2\n2;3\n3;1\n7\n",
    "FromNodeId\tToNodeId\n1\t2\n2\t3\n3\t1\n7\t\n", "\"source\",\"target\"\n1,2\n2,3\n3,1\n7,\n",
  ])
  func separatorsCommentsAndLineEndsDoNotMatter(text: String) throws {
    let network = try Text.network(text)
    #expect(network.lines == ["1>2", "2>3", "3>1"])
    #expect(network.ids == ["1", "2", "3", "7"])
    #expect(network.remarks == [])
    try network.graph.checkInvariants()
  }

  /// By hand; NetworkX 3.6.1 reads the same weights by `read_weighted_edgelist`.
  @Test func weightsAreReadExactlyAndMissingOnesAreOne() throws {
    let network = try Text.network("# c\n1 2 0.5\n2 3 4\n3 1 1e2\n\n1 2 8\n2 1\n3 3 -1.25E-2\n")
    #expect(network.edges.map(\.weight) == [0.5, 4, 100, 8, 1, -0.0125])
    // A weight that comes late makes the whole file weighted.
    let late = try Text.network("1 2\n2 3 7\n")
    #expect(late.edges.map(\.weight) == [1, 7])
    #expect(try Text.network("a b\nb c 7\n").lines == ["a>b:1", "b>c:7"])
  }

  @Test func wholeNumbersAreOrderedByNumberAndNamesByAppearance() throws {
    #expect(try Text.network("30 4\n4 100\n").ids == ["4", "30", "100"])
    #expect(try Text.network("5 6\n6 7\n").names == .range(first: 5, count: 3))
    #expect(try Text.network("b a\na c\n").ids == ["b", "a", "c"])
    // Far apart: looked up instead of marked.
    #expect(
      try Text.network("2147483647 0\n0 1000000000\n").ids == ["0", "1000000000", "2147483647"])
    // Columns in another order are read as fields, and ordered by number all the same.
    #expect(try Text.network("target,source\n4,30\n100,4\n").lines == ["30>4", "4>100"])
    #expect(try Text.network("target,source\n4,30\n100,4\n").ids == ["4", "30", "100"])
  }

  /// Each is no number that stands for itself alone, so it is a name.
  @Test(arguments: ["007", "-1", "2147483648", "1.0", "+3", "12x", "ä"])
  func whatIsNoPlainNumberIsAName(name: String) throws {
    let network = try Text.network("1 2\n2 \(name)\n")
    #expect(network.ids == ["1", "2", name])
    #expect(
      network.remarks == [
        "the nodes are read as names, since line 2 has one that is no whole number"
      ])
  }

  @Test func columnsAreFoundByTheirNames() throws {
    let network = try Text.network(
      """
      Id,Type,Source,Target,Weight,Label
      1,Directed,"Smith, J.","Doe ""X"" A",2,x
      2,Directed,Doe,"Smith, J.",,"y, z"
      3,Directed,Lone,,,
      """)
    #expect(network.lines == ["Smith, J.>Doe \"X\" A:2", "Doe>Smith, J.:1"])
    #expect(network.ids == ["Smith, J.", "Doe \"X\" A", "Doe", "Lone"])
  }

  @Test func tabsKeepNamesWithBlanksTogether() throws {
    let network = try Text.network("Anwar al-Awlaki\tSyed Farook\t0.5\nSyed Farook\tX\t1\n")
    #expect(network.lines == ["Anwar al-Awlaki>Syed Farook:0.5", "Syed Farook>X:1"])
  }

  @Test(arguments: [
    ("# Undirected graph: a.txt\n1 2\n", false), ("# Directed graph (each pair once)\n1 2\n", true),
    ("% sym unweighted\n1 2\n", false), ("% asym positive\n1 2\n", true), ("1 2\n", true),
    ("# undirected\n1 2\n", true),
  ])
  func commentsOfSNAPAndKONECTSayDirection(text: String, isDirected: Bool) throws {
    #expect(try Text.network(text).isDirected == isDirected)
    #expect(try !Text.network(text, direction: .undirected).isDirected)
    if isDirected {
      #expect(try Text.network(text, direction: .directed).isDirected)
    } else {
      #expect(
        Text.fault(text, direction: .directed)
          == "1:1: the file says that its edges have no direction")
    }
  }

  @Test func countsInCommentsThatDoNotFitAreRemarked() throws {
    let network = try Text.network("# Nodes: 5 Edges: 9\n1 2\n")
    #expect(
      network.remarks == [
        "a comment says 5 nodes, the lines name 2", "a comment says 9 edges, the file has 1",
      ])
    #expect(try Text.network("# Nodes: 2 Edges: 1\n1 2\n").remarks == [])
  }

  @Test(arguments: [
    ("1 2 x\n", "1:5: the third column is a weight, and 'x' is no number"),
    ("1 2\n# c\n2 3 NaN\n", "3:5: the third column is a weight, and 'NaN' is no number"),
    ("1 2 inf\n", "1:5: the third column is a weight, and 'inf' is no number"),
    (
      "1 2\n1 2 {'weight': 3}\n", "2:5: the third column is a weight, and '{'weight':' is no number"
    ),
    ("a;b;1\na;b;1,5,2\n", "2:5: the third column is a weight, and '1,5,2' is no number"),
    ("a,b\na,\"b\",\"2,5\"\n", "2:8: the third column is a weight, and '2,5' is no number"),
    ("0 1\n1 {}\n", "2:3: after one node there is a dictionary, as in NetworkX's multiline"),
    ("1 2 1e999\n", "1:5: the weight '1e999' is too large for a number"),
    ("a b 1e999\n", "1:5: the weight '1e999' is too large for a number"),
    ("1 2 3 4\n", "1:6: the line has more than three columns"),
    ("a b c d\n", "1:6: the line has more than three columns"),
    ("1,2,3,4\n", "1:6: the line has more than three columns"),
    ("a,b\n,c\n", "2:1: the line begins with an empty field"),
    ("a,\"b\nc,d\n", "1:3: a quotation mark is opened and not closed on its line"),
    ("a,\"b\"c\n", "1:6: there is text after a closing quotation mark"),
    ("a b\nb \u{0}c\n", "2:3: the name of a node holds a byte of value 0"),
    ("% bip\n1 2\n", "1:1: the file is a network of two kinds of nodes, numbered apart"),
  ])
  func whatIsWrongIsSaidWithItsPlace(text: String, fault: String) {
    #expect(Text.fault(text)?.hasPrefix(fault) == true, "\(Text.fault(text) ?? "none")")
  }

  /// The same names as in tables of edges; each text holds the edge from a to b.
  @Test(arguments: [
    "Sender,Receiver\na,b\n", "Node1,Node2\na,b\n", "Subject;Object\na;b\n",
    "Origin\tDestination\na\tb\n", "Parent,Child\na,b\n", "actor1,actor2\na,b\n",
    "Source_Id,Target_Id\na,b\n", "sender receiver\na b\n", "sep=;\nSource;Target\na;b\n",
  ])
  func endsAreFoundByTheNamesThatTablesKnow(text: String) throws {
    #expect(try Text.network(text).lines == ["a>b"])
    #expect(try Text.network(text, .csv).lines == ["a>b"])
    let weighted = "sender,receiver,weight\na,b,2\n"
    #expect(try Text.network(weighted, .csv).lines == ["a>b:2"])
  }

  @Test func nodesWithNumbersAreNoNamesOfColumns() throws {
    for format in [GraphFormat.edges, .csv] {
      #expect(try Text.network("n1,n2\nn2,n3\n", format).lines == ["n1>n2", "n2>n3"])
      #expect(
        try Text.network("node1,node2\nx,node3\n", format).lines == ["node1>node2", "x>node3"])
      #expect(try Text.network("21,22\n35,36\n", format).lines == ["21>22", "35>36"])
    }
    #expect(try Text.network("a1 a2\nb1 b2\n").lines == ["a1>a2", "b1>b2"])
    // Here nothing tells, and a remark does.
    let network = try Text.network("a1,a2\nb1,b2\n", .csv)
    #expect(network.lines == ["b1>b2"])
    #expect(
      network.remarks.first?.hasPrefix("the first line, 'a1', 'a2', is taken as the names") == true)
  }

  @Test func weightsMayHaveACommaWhereSemicolonsSeparate() throws {
    #expect(try Text.network("a;b;1,5\nb;c;2\n").lines == ["a>b:1.5", "b>c:2"])
    #expect(try Text.network("10;2;1,5\n2;3;0.5\n").lines == ["10>2:1.5", "2>3:0.5"])
    #expect(try Text.network("10;2;1,5\n2;3;0.5\n").ids == ["2", "3", "10"])
    for format in [GraphFormat.edges, .csv] {
      #expect(
        try Text.network("Source;Target;Weight\nA;B;1,5\n", format).lines == ["A>B:1.5"])
      #expect(
        try Text.network("sep=;\r\nSource;Target;Weight\r\nA;B;1,5\r\n", format).lines == [
          "A>B:1.5"
        ])
    }
  }

  @Test func threeRowsOfThreeNumbersMayBeAMatrix() throws {
    for text in ["0,1,0\n1,0,1\n0,1,0\n", "0 0.5 0\n1 0 1\n0 1 0"] {
      #expect(
        try Text.network(text).remarks.last?.hasPrefix("three rows of three numbers are") == true)
    }
    for text in ["1,2,3\n2,3,4\n", "a,b,1\nb,c,1\nc,a,1\n", "1,2,1\n2,3\n3,1,1\n"] {
      #expect(!(try Text.network(text).remarks.contains { $0.hasPrefix("three rows") }))
    }
  }

  /// By hand; a line that is left out names no node.
  @Test(arguments: [1, 1 << 20])
  func badLinesAreLeftOutIfAsked(chunkSize: Int) throws {
    var options = NetworkOptions()
    options.isLenient = true
    func read(_ text: String) throws -> PlainNetwork {
      let text = NetworkText(bytes: Column(Array(text.utf8)), path: "f")
      return try EdgeListReader(text: text, options: options, chunkSize: chunkSize).read()
    }
    let names = try read("a b\nq r s t\nb c 2\n\"x\" y z\nc d\n")
    #expect(names.lines == ["a>b:1", "b>c:2", "c>d:1"])
    #expect(names.ids == ["a", "b", "c", "d"])
    #expect(names.skipped.count == 2)
    let numbers = try read("5 1 0.5\n7 8 x\n1 2 1e999\n\n9\n1 5 3 4\n1 5 2\n")
    #expect(numbers.lines == ["5>1:0.5", "1>5:2"])
    #expect(numbers.ids == ["1", "5", "9"])
    #expect(numbers.skipped.count == 3)
    let commas = try read("a,b\n,c\nd,\"e\nf,\"g\"h\ni,j\n")
    #expect(commas.lines == ["a>b", "i>j"])
    let loaded = try Text.network(
      bytes: Array("Source,Target,Weight\na,b,1\nb,c,x\n".utf8), .csv, options: options)
    #expect(loaded.lines == ["a>b:1"])
    #expect(
      loaded.remarks == [
        "1 bad record was left out, at 3:5 (the third column is a weight, and 'x' is no number)"
      ])
  }

  @Test func bytesThatAreNoTextAreRefused() {
    let error = #expect(throws: Text.Refused.self) {
      try Text.network(bytes: Array("a b\nb ".utf8) + [0xE9, 0x0A], .edges)
    }
    #expect(error?.description == "2:3: the name '\u{FFFD}' is no UTF-8 text")
    #expect(error?.mend.contains("iconv") == true)
  }

  @Test func aVeryLongLineIsRefused() {
    let name = String(repeating: "a", count: 70_000)
    #expect(Text.fault("x \(name)\n") == "1:1: the line is longer than 65536 bytes")
  }

  @Test func emptyFilesAreEmptyNetworks() throws {
    for text in ["", "\n\n", "# only a comment"] {
      let network = try Text.network(text)
      #expect(network.graph.nodeCount == 0)
      #expect(network.graph.edgeCount == 0)
    }
  }

  /// Several chunks: the same as reading it line by line.
  @Test(arguments: [true, false])
  func chunksGiveWhatLinesGive(asNames: Bool) throws {
    var generator = SeededGenerator(seed: 3)
    var text = ""
    var expected: [String] = []
    for line in 0..<9_000 {
      if line % 100 == 7 { text += "# comment \(line)\n\n" }
      let ends = (Int(generator.next() % 3_000), Int(generator.next() % 3_000))
      let names = asNames ? ("n\(ends.0)", "n\(ends.1)") : ("\(ends.0)", "\(ends.1)")
      text += "\(names.0) \(names.1)\n"
      expected.append("\(names.0)>\(names.1)")
    }
    let file = NetworkText(bytes: Column(Array(text.utf8)), path: "f")
    for chunkSize in [1, 1000, 20_000, 1 << 20] {
      let network = try EdgeListReader(text: file, options: .init(), chunkSize: chunkSize).read()
      #expect(network.lines == expected)
      try network.graph.checkInvariants()
      if asNames {
        var seen: Set<String> = []
        let order = expected.flatMap { $0.split(separator: ">").map(String.init) }
          .filter { seen.insert($0).inserted }
        #expect(network.ids == order)
      } else {
        #expect(network.ids.compactMap(Int.init) == network.ids.compactMap(Int.init).sorted())
      }
    }
    // A fault far down has its own line.
    let lineCount = text.utf8.count { $0 == UInt8(ascii: "\n") }
    #expect(
      Text.fault(text + "1 2 3 4\n") == "\(lineCount + 1):6: the line has more than three columns")
  }

  /// Lines with more or fewer cells than the first line names columns; a node alone and an empty cell at the end
  /// are no mistakes.
  @Test(arguments: [
    ("source,target\na,b\nb,c,3\nc,d,4,extra\n", 2, "2 lines have", ", the first of them line 3;"),
    ("source,target,weight\na,b,1\nb,c,2,9\n", 2, "1 line has", ", the first of them line 3;"),
    ("source,target\n1,2\n2,3,7\n", 2, "1 line has", "taken for their weight"),
    ("source,target,weight\na,b,1\nc\nb,c,\nb,d\n", 3, nil, ""),
    ("source,target\na,b\n", 1, nil, ""),
    ("a,b\nc\n", 1, nil, ""),
  ])
  func raggedLinesAreTold(text: String, edges: Int, count: String?, words: String) throws {
    let network = try Text.network(text)
    let remark = network.remarks.first { $0.hasPrefix("the first line names") }
    #expect((remark == nil) == (count == nil), "\(network.remarks)")
    if let count {
      #expect(remark?.contains(count) == true && remark?.contains(words) == true, "\(remark ?? "")")
    }
    if edges != 2 || count == nil { #expect(network.graph.edgeCount == edges) }
  }
}
