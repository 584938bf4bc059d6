import DOT
import Evidence
import Graphviz
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct ChainViewTests {
  private func view(_ network: InfluenceNetwork, _ pairs: [(String, String)]) -> Diagram {
    let tracer = Tracer(network)
    return ChainView(pairs.map { tracer.chains(from: $0.0, to: $0.1) }, in: network).diagram()
  }

  @Test func nodesStandInTheOrderOfTheChain() throws {
    let diagram = view(try Sample.network(), [("preacher", "attack")])
    let columns = Dictionary(uniqueKeysWithValues: diagram.nodes.map { ($0.id, $0.column) })
    #expect(columns == ["preacher": 0, "sermons": 1, "doer": 2, "attack": 3])
    #expect(diagram.nodes.first { $0.id == "attack" }?.detail == "2 December 2015")
    // No neighbours: the group that is said to have directed the attack is none of the chain.
    #expect(diagram.lines.map(\.head).sorted() == ["attack", "doer", "sermons"])
  }

  @Test func everyLinkHasItsEvidence() throws {
    let diagram = view(try Sample.network(), [("preacher", "attack")])
    let line = try #require(diagram.lines.first { $0.tail == "sermons" })
    let note = try #require(line.note)
    let percent = Phrase.percent(try #require(line.probability))
    #expect(note.mark == "2" && line.words == ["2 inspired", percent])
    #expect(note.heading.hasPrefix("inspired: ") && note.heading.contains(percent))
    #expect(
      note.lines == ["inspires", "\u{2022} s2 indictment via Paper, 14 June 2016, B2", "paper ¶25"])
  }

  @Test func theWeakestLinkIsMarked() throws {
    let network = try Sample.network()
    let chain = try #require(Tracer(network).chains(from: "preacher", to: "attack").chains.first)
    let diagram = view(network, [("preacher", "attack")])
    let marked = diagram.lines.filter { $0.note?.isStrong == true }
    #expect(marked.map(\.tail) == [chain.hops[chain.weakest].tail])
    #expect(marked.first?.note?.heading.hasSuffix(", the weakest link") == true)
  }

  @Test func alternativeChainsShareTheirNodes() throws {
    let network = try Sample.network()
    let diagram = view(
      network, [("preacher", "attack"), ("sermons", "attack"), ("group", "attack")])
    #expect(diagram.nodes.map(\.id) == ["attack", "doer", "group", "preacher", "sermons"])
    #expect(diagram.lines.count == 4)
    #expect(Set(diagram.lines.compactMap { $0.note?.mark }) == ["1", "2", "3", "4"])
    // The second chain is a part of the first: both have their weakest link named after them.
    #expect(diagram.notes[0].hasPrefix("Chain 1, The Preacher \u{2192} Sermons"))
    // A disputed link says who denies it.
    let disputed = try #require(diagram.lines.first { $0.tail == "group" })
    #expect(disputed.standing == .disputed)
    #expect(disputed.note?.lines.contains { $0.contains("Radio") && $0.contains("denies") } == true)
  }

  @Test func whatMakesNoChainIsSaidBelow() throws {
    let graph = try Sample.graph().changed {
      $0.append(Sample.statement("s9", "sermons", "inspired", "other"))
    }
    let network = try InfluenceNetwork(LinkTable(graph))
    let tracer = Tracer(network)
    let traces = [("preacher", "other"), ("group", "other")].map {
      tracer.chains(from: $0.0, to: $0.1)
    }
    let diagram = ChainView(traces, in: network).diagram()
    let first = try #require(traces.flatMap(\.refusals).first)
    #expect(
      diagram.notes.last?.hasPrefix("Said of the two and no chain: \(first.sentence)") == true)
  }

  @Test func chainsAgainstEachOtherEnd() throws {
    let graph = try Sample.graph().changed {
      $0.append(Sample.statement("s9", "doer", "inspired", "preacher"))
    }
    let network = try InfluenceNetwork(LinkTable(graph))
    let diagram = view(network, [("preacher", "doer"), ("doer", "sermons")])
    let columns = diagram.nodes.compactMap(\.column)
    #expect(Set(columns) == Set(0..<(Set(columns).count)))
    #expect(try diagram.rendered(as: .svg).text.contains("<svg"))
  }

  /// A long chain runs down, and each note lies between the ends of its line, beside its words.
  @Test func notesOfALongChainLieBesideTheirLines() throws {
    let ids = (0...6).map { "n\($0)" }
    let diagram = Diagram(
      title: "",
      nodes: ids.enumerated().map { place, id in
        var node = Diagram.Node(id: id, name: id, kind: "person")
        node.column = place
        return node
      },
      lines: zip(ids, ids.dropFirst()).map { tail, head in
        var line = Diagram.Line(
          tail: tail, head: head, relation: "inspired", degree: .inspires, standing: .influence,
          probability: 0.5)
        line.note = Diagram.Note(mark: tail, heading: "inspired", lines: ["by a source"])
        return line
      })
    let graph = diagram.dot()
    let hidden = graph.subgraphs.flatMap(\.edges).filter { $0.attributes["style"] == "invis" }
    for line in diagram.lines {
      let note = try #require(
        hidden.first { $0.tail == line.tail && $0.head.hasPrefix("note ") }?.head)
      #expect(hidden.contains { $0.tail == note && $0.head == line.head })
    }
    let layers = graph.subgraphs.flatMap(\.subgraphs).filter { $0.attributes["rank"] == "same" }
    #expect(layers.count == 7 && layers.allSatisfy { $0.nodes.count == 1 })
    #expect(try diagram.rendered(as: .svg).text.contains("by a source"))
  }

  @Test(arguments: Sample.hostileNames)
  func hostileNamesAreText(name: String) throws {
    let network = try Sample.network(preacherName: name)
    let svg = try view(network, [("preacher", "attack")]).rendered(as: .svg).text
    let elements = try #require(XMLTree.elements(of: svg))
    #expect(!elements.contains { $0.name == "script" || $0.name == "image" })
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    // Four entities and three notes.
    #expect(elements.count { $0.attributes["class"] == "node" } == 7)
  }
}
