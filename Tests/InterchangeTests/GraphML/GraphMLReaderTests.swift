import Evidence
import GraphCore
import Testing

@testable import Interchange

@Suite struct GraphMLReaderTests {
  private static let space = "xmlns='http://graphml.graphdrawing.org/xmlns'"

  private func read(
    _ body: String, direction: NetworkOptions.Direction? = nil,
    options: NetworkOptions = NetworkOptions()
  ) throws -> PlainNetwork {
    try Text.network(
      bytes: Array("<graphml \(Self.space)>\(body)</graphml>".utf8), .graphml,
      direction: direction, options: options)
  }

  private func fault(_ body: String, _ options: NetworkOptions = NetworkOptions()) -> String? {
    do {
      _ = try read("\n" + body, options: options)
      return nil
    } catch {
      return "\(error)"
    }
  }

  // Expected values in this suite are by hand from the GraphML primer, and where it says nothing from
  // what the named program writes.

  @Test func defaultsFillWhatIsMissing() throws {
    let network = try read(
      """
      <key id='d0' for='node' attr.name='color' attr.type='string'><default>yellow</default></key>
      <key id='d1' for='edge' attr.name='weight' attr.type='double'><default>2</default></key>
      <key id='d2' for='all' attr.name='ok' attr.type='boolean'><default>true</default></key>
      <key id='d3' for='node' attr.name='label' attr.type='string'><default>none</default></key>
      <key id='d4' for='node' attr.name='r' attr.type='int'><default>1</default></key>
      <graph edgedefault='directed'>
      <node id='a'><data key='d0'>green</data></node><node id='b'><data key='d2'>0</data></node>
      <edge source='a' target='b'/><edge source='a' target='c'><data key='d1'>5</data></edge>
      </graph>
      """)
    #expect(network.lines == ["a>b:2", "a>c:5"])
    #expect(
      (0..<3).map { network.nodeAttributes["color"]?[$0]?.text } == ["green", "yellow", "yellow"])
    #expect(
      (0..<3).map { network.nodeAttributes["ok"]?[$0] } == [.flag(true), .flag(false), .flag(true)])
    #expect(network.edgeAttributes["ok"]?[1] == .flag(true))
    #expect(network.attribute("ok") == .flag(true))
    #expect(network.nodes.map(\.label) == ["none", "none", "none"])
    #expect(network.remarks == ["1 node is named by edges only"])
  }

  @Test func graphsWithinNodesGiveParents() throws {
    let network = try read(
      """
      <key id='p' for='node' attr.name='r' attr.type='int'/>
      <graph edgedefault='undirected'><node id='g'><data key='p'>1</data><graph edgedefault='undirected'>
      <node id='a'/><node id='h'><graph><node id='b'><data key='p'>16</data></node></graph></node>
      <edge source='a' target='b'/></graph></node><edge source='g' target='x'/></graph>
      """)
    #expect(network.lines == ["a-b", "g-x"])
    #expect(network.ids == ["g", "a", "h", "b", "x"])
    #expect(
      (0..<5).map { network.nodeAttributes["parent"]?[$0]?.text } == [nil, "g", "g", "h", nil])
    #expect(
      (0..<5).map { network.nodeAttributes["color"]?[$0]?.text }
        == ["#010000", nil, nil, "#100000", nil])
  }

  @Test func oneOfSeveralGraphsIsRead() throws {
    let body =
      "<graph id='one'><node id='a'/></graph><graph id='two'><node id='b'/></graph><graph><node id='c'/></graph>"
    let first = try read(body)
    #expect(first.ids == ["a"])
    #expect(
      first.remarks == [
        "the file holds 3 graphs, of which the first is read; --graph-name picks another"
      ])
    var options = NetworkOptions()
    for (wanted, id) in [("two", "b"), ("3", "c"), ("1", "a")] {
      options.graph = wanted
      #expect(try read(body, options: options).ids == [id])
    }
    options.graph = "four"
    #expect(
      fault(body, options)?.hasPrefix("there is no graph 'four' among the 3") == true
        || fault(body, options)?.contains("there is no graph 'four' among the 3") == true)
  }

  @Test func directionsMayBeMixed() throws {
    let body =
      "<graph edgedefault='undirected'><edge source='a' target='b'/><edge source='b' target='c' directed='true'/></graph>"
    #expect(try read(body).lines == ["a>b", "b>c", "b>a"])
    #expect(try read(body, direction: .undirected).lines == ["a-b", "b-c"])
    let all = "<graph edgedefault='directed'><edge source='a' target='b' directed='false'/></graph>"
    #expect(try read(all).lines == ["a-b"])
  }

  /// What yEd 3 writes: graphics in values, keys without names, groups with realizers.
  @Test func drawingsOfYEdAreRead() throws {
    let text = """
      <graphml \(Self.space) xmlns:y='http://www.yworks.com/xml/graphml'>
      <key for='node' id='d6' yfiles.type='nodegraphics'/><key for='graphml' id='d7' yfiles.type='resources'/>
      <key for='edge' id='d10' yfiles.type='edgegraphics'/>
      <graph edgedefault='directed' id='G'>
      <node id='n0' yfiles.foldertype='group'><data key='d6'><y:ProxyAutoBoundsNode><y:Realizers active='0'>
      <y:GroupNode><y:Geometry height='50' width='60.5' x='-1.5' y='2'/><y:Fill color='#F5F5F5' transparent='false'/>
      <y:NodeLabel>Group &amp; <y:LabelModel>no</y:LabelModel>no</y:NodeLabel><y:Shape type='roundrectangle'/></y:GroupNode>
      <y:GroupNode><y:Geometry x='9' y='9'/><y:NodeLabel>second</y:NodeLabel></y:GroupNode></y:Realizers>
      </y:ProxyAutoBoundsNode></data>
      <graph id='n0:' edgedefault='directed'><node id='n0::n0'><data key='d6'><y:ShapeNode>
      <y:Fill color='#FFCC0080'/><y:NodeLabel hasText='false'/></y:ShapeNode></data></node></graph></node>
      <edge id='e0' source='n0::n0' target='n0' sourceport='p'><data key='d10'><y:PolyLineEdge>
      <y:LineStyle color='#000000'/><y:EdgeLabel>says</y:EdgeLabel></y:PolyLineEdge></data></edge>
      </graph><data key='d7'><y:Resources/></data></graphml>
      """
    let network = try Text.network(text, .graphml)
    #expect(network.nodes.map(\.label) == ["Group & ", "n0::n0"])
    let nodes = network.nodeAttributes
    #expect(nodes["x"]?[0] == .real(-1.5))
    #expect(nodes["y"]?[0] == .real(2))
    #expect(nodes["width_px"]?[0] == .real(60.5))
    #expect(nodes["shape"]?[0] == .text("roundrectangle"))
    #expect(nodes["color"]?[0] == .text("#f5f5f5"))
    #expect(nodes["color"]?[1] == .text("#ffcc0080"))
    #expect(nodes["parent"]?[1] == .text("n0"))
    let edges = network.edgeAttributes
    #expect(edges["label"]?[0] == .text("says"))
    #expect(edges["color"]?[0] == .text("#000000"))
    #expect(edges["sourceport"]?[0] == .text("p"))
    #expect(
      network.remarks == [
        "of drawings within values the label, place, size, color and shape are kept, no more"
      ])
  }

  /// graph-tool writes lists with commas, numbers in base 16 and truth values as 0 and 1; Gephi
  /// `integer`; igraph names as an attribute.
  @Test func otherTypesAreRead() throws {
    let network = try read(
      """
      <key id='v' for='node' attr.name='pos' attr.type='vector_double'/>
      <key id='w' for='node' attr.name='words' attr.type='vector_string'/>
      <key id='h' for='node' attr.name='h' attr.type='double'/>
      <key id='f' for='node' attr.name='f' attr.type='boolean'/>
      <key id='i' for='node' attr.name='i' attr.type='integer'/>
      <key id='n' for='node' attr.name='name' attr.type='string'/>
      <key id='e' for='edge' attr.name='Edge Label'/>
      <graph edgedefault='directed'><node id='n0'><data key='v'>1, 0x1.8p+1, -2.5</data>
      <data key='w'>a\\, b, c</data><data key='h'>0x1p-1</data><data key='f'>1</data><data key='i'> 7
      </data><data key='n'>Alpha</data></node><node id='n1'><data key='h'>nan</data><data key='h'></data></node>
      <edge source='n0' target='n1'><desc> why </desc><data key='e'>x</data></edge><desc>all</desc></graph>
      """)
    let nodes = network.nodeAttributes
    #expect(nodes["pos"]?[0] == .json("[1,3,-2.5]"))
    #expect(nodes["words"]?[0] == .json("[\"a, b\",\"c\"]"))
    #expect(nodes["h"]?[0] == .real(0.5))
    #expect(nodes["h"]?[1] == nil)
    #expect(nodes["f"]?[0] == .flag(true))
    #expect(nodes["i"]?[0] == .integer(7))
    #expect(network.nodes.map(\.label) == ["Alpha", "n1"])
    #expect(network.edgeAttributes["label"]?[0] == .text("x"))
    #expect(network.edgeAttributes["desc"]?[0] == .text("why"))
    #expect(network.attribute("desc") == .text("all"))
    #expect(
      network.remarks == [
        "labels are taken from the attribute 'name' of nodes",
        "1 value is not finite (NaN, Infinity) and left out",
      ])
  }

  /// igraph writes numbers of nodes as the data `id` of edges, which comes last.
  @Test func theIdOfAnEdgeIsFound() throws {
    let network = try read(
      """
      <key id='k' for='edge' attr.name='edge_id' attr.type='string'/>
      <key id='i' for='edge' attr.name='id' attr.type='string'/>
      <graph edgedefault='directed'><edge id='x' source='a' target='b'><data key='k'>e1</data></edge>
      <edge source='a' target='b'><data key='k'>e2</data><data key='i'>n0</data></edge>
      <edge id='x3' source='a' target='b'><data key='i'>n1</data></edge>
      <edge source='a' target='b'><data key='i'>e4</data></edge></graph>
      """)
    #expect((0..<4).map { network.edgeAttributes["id"]?[$0]?.text } == ["e1", "e2", "x3", "e4"])
  }

  @Test func theRestIsToldOf() throws {
    let network = try read(
      """
      <graph edgedefault='directed'><node id='a'><port name='p'/><locator xmlns:l='urn:l' l:href='x'/></node>
      <node id='a'/><hyperedge><endpoint node='a'/></hyperedge><hyperedge/></graph>
      """)
    #expect(
      network.remarks == [
        "1 node is declared more than once; later values win",
        "2 'hyperedge' elements are left out",
        "1 'locator' element is left out", "1 'port' element is left out",
      ])
    let bare = try Text.network("<graphml><graph><node id='a'/></graph></graphml>", .graphml)
    #expect(bare.ids == ["a"])
    #expect(bare.remarks.count == 1)
    let prefixed = try Text.network(
      "<g:graphml xmlns:g='http://graphml.graphdrawing.org/xmlns'><g:graph><g:node id='a'/></g:graph></g:graphml>",
      .graphml)
    #expect(prefixed.ids == ["a"])
  }

  private static let keys =
    "<key id='i' for='node' attr.name='i' attr.type='int'/><key id='w' for='edge' attr.name='weight' attr.type='double'/><key id='b' for='node' attr.name='b' attr.type='boolean'/>"

  @Test(arguments: [
    ("", "1:1: there is no graph in the file"),
    ("<graph><node/></graph>", "2:8: a node has no id"),
    ("<graph><edge source='a'/></graph>", "2:8: an edge has no target"),
    ("<graph><node id='a'><data>1</data></node></graph>", "2:21: a value names no key"),
    ("<graph><node id='a'><data key='x'/></node></graph>", "2:21: the key 'x' is not declared"),
    ("<key for='node'/>", "2:1: a key has no id"),
    ("<key id='a' for='nodd'/>", "2:1: the key 'a' is for 'nodd', which nothing is"),
    ("<key id='a' for='node'/><key id='a'/>", "2:25: the key 'a' is declared twice"),
    ("<key id='a' attr.type='date'/>", "2:1: the key 'a' has the unknown type 'date'"),
    (
      "\(keys)\n<graph><node id='a'><data key='i'>1.5</data></node></graph>",
      "3:21: the value '1.5' is no whole number of 64 bits"
    ),
    (
      "\(keys)\n<graph><node id='a'><data key='i'>99999999999999999999</data></node></graph>",
      "3:21: the value '99999999999999999999' is no whole number of 64 bits"
    ),
    (
      "\(keys)\n<graph><node id='a'><data key='b'>maybe</data></node></graph>",
      "3:21: the value 'maybe' is neither true nor false"
    ),
    (
      "\(keys)\n<graph><edge source='a' target='b'><data key='w'>heavy</data></edge></graph>",
      "3:36: the weight 'heavy' is no number"
    ),
    (
      "\(keys)\n<graph><edge source='a' target='b'><data key='w'>1e999</data></edge></graph>",
      "3:36: the weight inf is not finite"
    ),
    (
      "\(keys)\n<graph><edge source='a' target='b'><data key='w'>NaN</data></edge></graph>",
      "3:36: the weight nan is not finite"
    ),
    (
      "<graph><edge source='a' target='b' directed='perhaps'/></graph>",
      "2:8: directed='perhaps' is neither true nor false"
    ),
    ("<graph><node id='a'>", "2:22: the element 'node' is not closed where 'graphml' ends"),
  ])
  func malformedFilesAreRefused(body: String, message: String) {
    let message = message.replacing("2:22", with: "2:31")
    #expect(fault(body) == message)
  }

  @Test func badRecordsAreLeftOutOnRequest() throws {
    var options = NetworkOptions()
    options.isLenient = true
    let network = try read(
      Self.keys
        + "\n<graph><node/><node id='a'><data key='i'>x</data><data key='q'>1</data></node><edge source='a'/><edge source='a' target='a'><data key='w'>heavy</data></edge></graph>",
      options: options)
    #expect(network.ids == ["a"])
    #expect(network.lines == ["a>a"] || network.lines == ["a-a"])
    #expect(network.skipped.count == 5)
    #expect(
      network.remarks.last?.contains("5 bad records were left out, at 2:8 (a node has no id), 2:28")
        == true)
  }

  @Test func hostileFilesAreRefusedAtOnce() {
    let deep = String(repeating: "<graph><node id='a'>", count: 100_000)
    #expect(fault(deep)?.contains("more than 256 deep") == true)
    var options = NetworkOptions()
    options.mostTextBytes = 100
    options.mostAttributes = 10
    let long = String(repeating: "x", count: 3_000_000)
    #expect(
      fault("<key id='a'/><graph><data key='a'>\(long)</data></graph>", options)?
        .contains("a text has more than 100 bytes") == true)
    #expect(
      fault("<graph><node id='\(long)'/></graph>", options)?
        .contains("an attribute has more than 100 bytes") == true)
    let many = (0..<20).map { "<key id='k\($0)' for='node'/>" }.joined()
    #expect(fault(many, options)?.contains("there are more than 10 keys") == true)
    // 5,000 defaults for 5,000 nodes would fill 25 million cells.
    let defaults = (0..<5000).map { "<key id='k\($0)' for='node'><default>x</default></key>" }
    let nodes = (0..<5000).map { "<node id='\($0)'/>" }
    #expect(
      fault(defaults.joined() + "<graph>" + nodes.joined() + "</graph>")?
        .contains("defaults of keys fill more than") == true)
  }

  /// Bytes that nobody would write: each is read or refused with a place, and nothing stops the program.
  @Test func changedFilesAreReadOrRefused() throws {
    let seed = Array(
      """
      <?xml version='1.0'?><graphml \(Self.space) xmlns:y='urn:y'>\(Self.keys)<key id='l' for='all' attr.name='label'>
      <default>x</default></key><key id='g' for='node' yfiles.type='nodegraphics'/><graph edgedefault='directed'>
      <node id='a'><data key='i'>1</data><graph><node id='b'><data key='g'><y:N><y:Geometry x='1'/></y:N></data></node>
      </graph></node><edge id='e' source='a' target='b' directed='false'><data key='w'>2</data><desc>d</desc></edge>
      </graph></graphml>
      """.utf8)
    let odd = Array("<>/&;='\"!?-[] \n0x".utf8) + [0, 0xFF, 0xC3, 0xEF]
    var generator = SeededGenerator(seed: 20)
    for round in 0..<1500 {
      var bytes = seed
      for _ in 0..<(1 + generator.next() % 4) {
        let place = Int(generator.next() % UInt64(bytes.count))
        let other = Int(generator.next() % UInt64(bytes.count))
        switch generator.next() % 5 {
        case 0: bytes[place] = odd[other % odd.count]
        case 1: bytes.insert(odd[other % odd.count], at: place)
        case 2:
          bytes.removeSubrange(min(place, other)..<min(max(place, other), min(place, other) + 40))
        case 3: bytes.insert(contentsOf: bytes[min(place, other)..<max(place, other)], at: place)
        default: if bytes.count > 300 { bytes.removeLast(other % 100) }
        }
      }
      var options = NetworkOptions()
      options.isLenient = round.isMultiple(of: 2)
      switch GraphFile.readAny(
        bytes: bytes, path: "f", folder: ".", format: .graphml, options: options)
      {
      case .plain(let network):
        #expect(throws: Never.self) { try network.graph.checkInvariants() }
      case .evidence(let reading):
        let location = reading.findings.first?.location
        let lines = bytes.count { $0 == 10 || $0 == 13 } + 1
        #expect((1...lines).contains(location?.line ?? 0))
        #expect((1...bytes.count + 1).contains(location?.column ?? 0))
      }
    }
  }

  @Test func theContentTellsTheFormat() {
    func format(_ text: String, _ path: String = "x") -> GraphFormat {
      GraphFormat.detect(
        NetworkText(bytes: Column(Array(text.utf8)), path: path), isPacked: false)
    }
    #expect(format("<graphml/>") == .graphml)
    #expect(
      format(
        "\u{FEFF}<?xml version='1.0'?>\n<!-- <a> --><!DOCTYPE graphml [<!ENTITY a '>'>]>\n<g:graphml x=''/>"
      ) == .graphml)
    #expect(format("<html/>") != .graphml)
    #expect(format("", "x.graphml") == .graphml)
  }

  /// The declaration still names the encoding that the file had.
  @Test func encodingsAreRead() throws {
    let text =
      "<?xml version='1.0' encoding='UTF-16'?><graphml \(Self.space)><graph><node id='Ä'/></graph></graphml>"
    let wide =
      [0xFF, 0xFE]
      + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 255), UInt8(unit >> 8)] }
    #expect(try Text.network(bytes: wide).ids == ["Ä"])
    let latin = text.replacing("UTF-16", with: "ISO-8859-1").unicodeScalars.map { UInt8($0.value) }
    #expect(try Text.network(bytes: latin).ids == ["Ä"])
  }
}
