import Testing

@testable import Interchange

/// Expected values are by hand, from the GEXF 1.3 schema and primer and from what Gephi's importer and
/// networkx 3.6.1 make of the same.
@Suite struct GEXFReaderTests {
  /// A document around what is in its graph.
  static func document(_ inside: String, graph: String = "defaultedgetype=\"directed\"") -> String {
    "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">"
      + "<graph \(graph)>\(inside)</graph></gexf>"
  }

  private func read(
    _ inside: String, graph: String = "defaultedgetype=\"directed\"",
    options: NetworkOptions = NetworkOptions()
  ) throws -> PlainNetwork {
    try Text.network(
      bytes: Array(Self.document(inside, graph: graph).utf8), .gexf, options: options)
  }

  private static let pair = "<nodes><node id='a' label='A'/><node id='b'/></nodes>"

  @Test func nodesAndEdges() throws {
    let network = try read(
      Self.pair
        + "<edges><edge id='7' source='a' target='b' weight='2.5' label='knows' kind='k'/></edges>")
    #expect(network.lines == ["a>b:2.5"])
    #expect(network.nodes.map(\.label) == ["A", "b"])
    #expect(network.edgeAttributes["id"]?[0] == .text("7"))
    #expect(network.edgeAttributes["label"]?[0] == .text("knows"))
    #expect(network.edgeAttributes["kind"]?[0] == .text("k"))
    #expect(network.remarks == [])
  }

  @Test func aGraphThatSaysNothingHasNoDirection() throws {
    let network = try read(Self.pair + "<edges><edge source='a' target='b'/></edges>", graph: "")
    #expect(network.lines == ["a-b"])
    #expect(network.edgeAttributes["id"] == nil)
  }

  /// As networkx does: an edge of the other direction is told apart, a mutual one is two.
  @Test func edgesHaveADirectionOfTheirOwn() throws {
    let mutual = try read(
      Self.pair + "<edges><edge id='1' source='a' target='b' type='mutual' weight='2'/></edges>")
    #expect(mutual.lines == ["a>b:2", "b>a:2"])
    #expect(mutual.edgeAttributes["id"]?[1] == nil)
    let mixed = try read(
      Self.pair
        + "<edges><edge source='a' target='b'/><edge source='b' target='b' type='undirected'/>"
        + "<edge source='b' target='a' type='undirected'/></edges>")
    #expect(mixed.lines == ["a>b", "b>b", "b>a", "a>b"])
    #expect(mixed.remarks.count == 1)
    let undirected = try read(
      Self.pair + "<edges><edge source='a' target='b' type='undirected'/></edges>")
    #expect(undirected.lines == ["a-b"])
    let all = try read(
      Self.pair + "<edges><edge source='a' target='b'/><edge source='a' target='a'/></edges>",
      graph: "defaultedgetype='mutual'")
    #expect(all.lines == ["a>b", "b>a", "a>a"])
  }

  @Test func valuesHaveTypesAndDefaults() throws {
    let network = try read(
      """
      <attributes class='node' mode='static'>
        <attribute id='0' title='url' type='string'/>
        <attribute id='1' title='degree' type='integer'/>
        <attribute id='2' title='french' type='boolean'><default>true</default></attribute>
        <attribute id='3' title='tags' type='liststring'><options>a|b</options></attribute>
        <attribute id='4' title='size limit' type='double'/>
      </attributes>
      <attributes class='edge'><attribute id='0' title='sure' type='boolean'/></attributes>
      <nodes>
        <node id='a'><attvalues>
          <attvalue for='0' value='http://a.example/?x=1&amp;y=2'/>
          <attvalue for='1' value='3'/><attvalue for='3' value='[x, y]'/>
          <attvalue for='4' value='INF'/>
        </attvalues></node>
        <node id='b'><attvalue for='2' value='false'/><attvalue for='4' value='2'/></node>
      </nodes>
      <edges><edge source='a' target='b'><attvalues><attvalue for='0' value='1'/></attvalues></edge>
      <edge source='b' target='c'/></edges>
      """)
    let nodes = network.nodeAttributes
    #expect(nodes["url"]?[0] == .text("http://a.example/?x=1&y=2"))
    #expect(nodes["degree"]?[0] == .integer(3))
    #expect(nodes["degree"]?[1] == nil)
    #expect((0..<3).map { nodes["french"]?[$0] } == [.flag(true), .flag(false), .flag(true)])
    #expect(nodes["tags"]?[0] == .json("[\"x\",\"y\"]"))
    #expect(nodes["size limit"]?[0] == .text("INF"))
    #expect(nodes["size limit"]?[1] == .real(2))
    #expect(network.edgeAttributes["sure"]?[0] == .flag(true))
    #expect(network.ids == ["a", "b", "c"])
    #expect(network.attribute("node options") == .json("{\"tags\":\"a|b\"}"))
  }

  /// networkx writes an attribute with values of two types as two of one title.
  @Test func attributesOfOneTitleAreOneColumn() throws {
    let network = try read(
      """
      <attributes class='node'><attribute id='0' title='v' type='string'/>
      <attribute id='1' title='v' type='long'/></attributes>
      <nodes><node id='a'><attvalues><attvalue for='1' value='1'/></attvalues></node>
      <node id='b'><attvalues><attvalue for='0' value='x'/></attvalues></node></nodes>
      """)
    #expect(network.nodeAttributes["v"]?[0] == .integer(1))
    #expect(network.nodeAttributes["v"]?[1] == .text("x"))
  }

  /// Version 1.1 names the attribute by id, the mode by type, and spells are slices.
  @Test func oldFilesAreRead() throws {
    let network = try Text.network(
      """
      <gexf version="1.1" xmlns="http://www.gexf.net/1.1draft"><meta>
      <Creator>Alpha</Creator></meta><graph defaultedgetype="undirected" timetype="date">
      <attributes class="node" type="dynamic"><attribute id="0" title="v" type="integer"/></attributes>
      <nodes><node id="a"><attvalues><attvalue id="0" value="1" start="2001-01-01"/></attvalues>
      <slices><slice start="2001-01-01" end="2002-01-01"/></slices></node></nodes>
      </graph></gexf>
      """, .gexf)
    #expect(network.nodeAttributes["v"]?[0] == .json(#"[{"value":1,"start":"2001-01-01"}]"#))
    #expect(network.nodeAttributes["start"]?[0] == .text("2001-01-01"))
    #expect(network.nodeAttributes["end"]?[0] == .text("2002-01-01"))
    #expect(network.nodeAttributes["spells"] == nil)
    #expect(network.attribute("creator") == .text("Alpha"))
    #expect(network.attribute("timeformat") == .text("date"))
  }

  @Test func timesAreNumbersOrTexts() throws {
    let network = try read(
      """
      <nodes><node id='a' start='2004' end='2005.5'/>
      <node id='b'><spells><spell start='1' endopen='2'/><spell start='3'/></spells></node>
      <node id='c' timestamp='7' timestamps='&lt;[1, 2]&gt;'/></nodes>
      """, graph: "mode='dynamic' timeformat='double' start='1' timezone='UTC'")
    let nodes = network.nodeAttributes
    #expect(nodes["start"]?[0] == .real(2004))
    #expect(nodes["end"]?[0] == .real(2005.5))
    #expect(nodes["spells"]?[0] == nil)
    #expect(nodes["start"]?[1] == .real(1))
    #expect(nodes["end"]?[1] == nil)
    #expect(nodes["spells"]?[1] == .json(#"[{"start":1.0,"endopen":2.0},{"start":3.0}]"#))
    #expect(nodes["timestamp"]?[2] == .real(7))
    #expect(nodes["timestamps"]?[2] == .text("<[1, 2]>"))
    #expect(network.attribute("mode") == .text("dynamic"))
    #expect(network.attribute("start") == .real(1))
    #expect(network.attribute("timezone") == .text("UTC"))
    let whole = try read("<nodes><node id='a' start='5'/></nodes>", graph: "timeformat='integer'")
    #expect(whole.nodeAttributes["start"]?[0] == .integer(5))
    let dates = try read(
      "<nodes><node id='a' start='2012-01-12T15:00:00'/></nodes>", graph: "timeformat='dateTime'")
    #expect(dates.nodeAttributes["start"]?[0] == .text("2012-01-12T15:00:00"))
  }

  @Test func looksBecomeAttributes() throws {
    let network = try read(
      """
      <nodes><node id='a'><viz:color r='1' g='255' b='16' a='0.5'/><viz:size value='10'/>
      <viz:position x='1.5' y='-2' z='0.0'/><viz:shape value='disc'/></node>
      <node id='b'><viz:color hex='#AABBCC'/><viz:size value='2.5'/></node>
      <node id='c'><viz:color r='256'/><viz:size value='x'/></node></nodes>
      <edges><edge source='a' target='b'><viz:thickness value='3'/><viz:shape value='dotted'/>
      <viz:color r='0' g='0' b='0'/></edge></edges>
      """)
    let nodes = network.nodeAttributes
    #expect(nodes["color"]?[0] == .text("#01ff1080"))
    #expect(nodes["color"]?[1] == .text("#aabbcc"))
    #expect(nodes["size"]?[0] == .real(10))
    #expect(nodes["x"]?[0] == .real(1.5))
    #expect(nodes["y"]?[0] == .integer(-2))
    #expect(nodes["z"]?[0] == .real(0))
    #expect(nodes["shape"]?[0] == .text("disc"))
    #expect(nodes["color"]?[2] == nil)
    #expect(network.edgeAttributes["thickness"]?[0] == .integer(3))
    #expect(network.edgeAttributes["shape"]?[0] == .text("dotted"))
    #expect(network.edgeAttributes["color"]?[0] == .text("#000000"))
    #expect(
      network.remarks == ["2 colors, sizes, positions or shapes are not valid and left out"])
  }

  @Test func nodesLieInNodes() throws {
    let network = try read(
      """
      <nodes><node id='a'><nodes><node id='b'><nodes><node id='c'/></nodes></node></nodes>
      <edges><edge source='b' target='c'/></edges></node>
      <node id='d' pid='a'><parents><parent for='b'/><parent for='c'/></parents></node></nodes>
      """)
    let parents = network.nodeAttributes["parent"]
    #expect((0..<4).map { parents?[$0] } == [nil, .text("a"), .text("b"), .text("a")])
    #expect(network.nodeAttributes["parents"]?[3] == .json("[\"b\",\"c\"]"))
    #expect(network.lines == ["b>c"])
  }

  @Test func weightsAreAttributesOfTheTagOrValues() throws {
    let network = try read(
      """
      <attributes class='edge'><attribute id='w' title='weight' type='double'/></attributes>
      <edges><edge source='a' target='b'><attvalues><attvalue for='w' value='-1'/></attvalues></edge>
      <edge source='a' target='b' weight='0'><attvalue for='w' value='5'/></edge>
      <edge source='a' target='b'/></edges>
      """)
    #expect(network.lines == ["a>b:-1", "a>b:0", "a>b"])
    #expect(network.edgeAttributes.columns.isEmpty)
    let early = try read(
      "<edges><edge source='a' target='b'><attvalue for='weight' value='2'/></edge></edges>")
    #expect(early.lines == ["a>b:2"])
  }

  /// A weight that changes is no weight of the edge.
  @Test func weightsOverTimeAreAnAttribute() throws {
    let network = try read(
      """
      <attributes class='edge' mode='dynamic'>
      <attribute id='weight' title='weight' type='double'/></attributes>
      <edges><edge source='a' target='b'><attvalues>
      <attvalue for='weight' value='1' timestamp='2004'/>
      <attvalue for='weight' value='2' timestamp='2005'/></attvalues></edge></edges>
      """)
    #expect(network.lines == ["a>b"])
    #expect(
      network.edgeAttributes["weights"]?[0]
        == .json(#"[{"value":1.0,"timestamp":2004.0},{"value":2.0,"timestamp":2005.0}]"#))
  }

  @Test func whatTheFileSaysOfItselfIsKept() throws {
    let network = try Text.network(
      """
      <gexf version="1.3" variant="v"><meta lastmodifieddate="2009-03-20"><creator>Alpha</creator>
      <description>A &lt;b></description><keywords>x, y</keywords><title>T</title></meta>
      <graph mode="static" idtype="integer" name="net"><nodes><node id="1"/></nodes></graph></gexf>
      """, .gexf)
    #expect(
      network.attributes == [
        NamedAttribute("variant", .text("v")),
        NamedAttribute("lastmodifieddate", .text("2009-03-20")),
        NamedAttribute("creator", .text("Alpha")), NamedAttribute("description", .text("A <b>")),
        NamedAttribute("keywords", .text("x, y")), NamedAttribute("title", .text("T")),
        NamedAttribute("name", .text("net")), NamedAttribute("mode", .text("static")),
      ])
    #expect(network.namesAreNumbers)
  }

  @Test func repeatedNodesAreJoinedAndStrangersPassedOver() throws {
    let network = try read(
      "<nodes><node id='a' label='A'/><node id='a'><halo/></node></nodes><legend><x/></legend>")
    #expect(network.nodes.map(\.label) == ["A"])
    #expect(
      network.remarks == [
        "one element repeats a node; what it says is joined",
        "elements that GEXF does not know are passed over: halo, legend, x",
      ])
  }

  @Test func strangeAttributesOfTagsAreTold() throws {
    let network = try read(
      "<nodes><node id='a' rank='1'/></nodes><edges><edge id='1' source='a' target='a' x:y='' "
        + "xmlns:x='x' rank='2'/></edges>")
    #expect(
      network.remarks == ["attributes of tags that GEXF does not know are passed over: rank, y"])
  }

  /// A small file may ask for many values.
  @Test func defaultsAreBounded() throws {
    let declared = (0..<5000).map {
      "<attribute id='\($0)' title='t\($0)'><default>x</default></attribute>"
    }.joined()
    let nodes = (0..<20_000).map { "<node id='\($0)'/>" }.joined()
    let found = Text.fault(
      Self.document("<attributes class='node'>\(declared)</attributes><nodes>\(nodes)</nodes>"),
      .gexf)
    #expect(found?.contains("defaults would give more than") == true)
  }

  @Test func oneOfSeveralGraphsIsPicked() throws {
    let text =
      "<gexf><graph name='one'><nodes><node id='a'/></nodes></graph>"
      + "<graph name='two' defaultedgetype='directed'><nodes><node id='b'/></nodes></graph></gexf>"
    let first = try Text.network(text, .gexf)
    #expect(first.ids == ["a"])
    #expect(first.remarks.count == 1)
    for wanted in ["two", "2"] {
      var options = NetworkOptions()
      options.graph = wanted
      let second = try Text.network(bytes: Array(text.utf8), .gexf, options: options)
      #expect(second.ids == ["b"])
      #expect(second.isDirected)
    }
    var options = NetworkOptions()
    options.graph = "three"
    #expect(throws: Text.Refused.self) {
      try Text.network(bytes: Array(text.utf8), .gexf, options: options)
    }
  }

  @Test func theRootTellsTheFormat() throws {
    let text =
      "<!-- x --><g:gexf xmlns:g='http://gexf.net/1.3'><g:graph><g:nodes><g:node id='a'/>"
      + "</g:nodes></g:graph></g:gexf>"
    #expect(try Text.network(bytes: Array(text.utf8), nil, path: "net.xml").ids == ["a"])
  }

  @Test(arguments: [
    ("<edge target='a'/>", "1:119: an edge has no source"),
    ("<edge source='a'/>", "1:119: an edge has no target"),
    ("<edge source='a' target=''/>", "1:119: an edge has no target"),
    ("<node/>", "1:119: a node has no id"),
    (
      "<edge source='a' target='b' weight='INF'/>",
      "1:119: the weight 'INF' is no finite number"
    ),
    (
      "<edge source='a' target='b' weight='1e999'/>",
      "1:119: the weight '1e999' is no finite number"
    ),
    (
      "<edge source='a' target='b' type='both'/>",
      "1:119: the type 'both' of an edge is not known"
    ),
    (
      "<node id='a'><attvalue for='x' value='1'/></node>",
      "1:132: the attribute 'x' is not declared for nodes"
    ),
    ("<node id='a'><attvalue value='1'/></node>", "1:132: a value names no attribute"),
    (
      "<attributes class='node'><attribute id='0' type='integer'/></attributes><node id='a'>"
        + "<attvalue for='0' value='x'/></node>",
      "1:204: the value 'x' of '0' does not fit its type"
    ),
    ("<attributes class='arc'/>", "1:119: attributes of the class 'arc' are not known"),
    (
      "<attributes><attribute title='t'/></attributes>",
      "1:131: an attribute is declared without an id"
    ),
    (
      "<attributes><attribute id='t'/><attribute id='t'/></attributes>",
      "1:150: the attribute 't' is declared twice"
    ),
    (
      "<attributes><attribute id='t' type='long'><default>x</default></attribute></attributes>",
      "1:161: the value 'x' of 't' does not fit its type"
    ),
    ("<graph/>", "1:119: a graph lies in a graph"),
    ("<?throughline {?>", "1:136: the instruction 'throughline' holds no JSON object"),
  ])
  func whatIsIllFormedIsLocated(_ row: (String, String)) throws {
    let found = Text.fault(Self.document(row.0), .gexf) ?? ""
    #expect(found.hasPrefix(row.1), "\(found)")
  }

  @Test(arguments: [
    ("<gexf/>", "1:1: the file holds no element 'graph'"),
    ("<graphml/>", "1:1: the root element is 'graphml', not 'gexf'"),
    (
      "<gexf><graph defaultedgetype='x'/></gexf>", "1:7: the defaultedgetype 'x' is not known"
    ),
  ])
  func filesThatAreNoneAreRefused(_ row: (String, String)) throws {
    #expect(Text.fault(row.0, .gexf) == row.1)
  }

  @Test func badRecordsMayBeLeftOut() throws {
    var options = NetworkOptions()
    options.isLenient = true
    let network = try read(
      "<nodes><node id='a'><attvalue for='x' value='1'/></node><node/></nodes><edges>"
        + "<edge source='a' target='b'/><edge source='a'><attvalue for='x' value='1'/></edge>"
        + "<edge source='a' target='b' weight='NaN'/></edges>", options: options)
    #expect(network.lines == ["a>b"])
    #expect(network.skipped.count == 4)
  }

  @Test func hostileFilesEndInAFault() throws {
    let deep = String(repeating: "<nodes><node id='a'>", count: 100_000)
    #expect(Text.fault(Self.document(deep), .gexf)?.contains("deep") == true)
    let cut = "<gexf><graph><nodes><node id='a'><attvalues><attvalue for='x'"
    #expect(Text.fault(cut, .gexf) != nil)
    var options = NetworkOptions()
    options.mostTextBytes = 1000
    let long =
      "<nodes><node id='a' label='" + String(repeating: "x", count: 5_000_000) + "'/></nodes>"
    #expect(throws: Text.Refused.self) { try read(long, options: options) }
    options.mostAttributes = 10
    let many = (0..<11).map { "<attribute id='\($0)' title='t\($0)'/>" }.joined()
    #expect(throws: Text.Refused.self) {
      try read("<attributes class='node'>\(many)</attributes>", options: options)
    }
    let times = String(repeating: "<spell start='1'/>", count: 10_000)
    #expect(try read("<nodes><node id='a'>\(times)</node></nodes>").nodes.count == 1)
  }
}
