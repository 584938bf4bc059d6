import DOT
import Evidence
import InfluenceAnalysis
import Testing

@testable import Reporting

/// What each node and line shows, derived by hand from the sample: the preacher's sermons inspired the doer,
/// who perpetrated the attack that the group is said and denied to have directed; the other attack is claimed
/// and denied only.
@Suite struct DiagramEncodingsTests {
  private func fills(_ options: DiagramOptions) throws -> [String: String] {
    let graph = Diagram(try Sample.network()).dot(options)
    let nodes = graph.subgraphs.flatMap(\.nodes) + graph.nodes
    return Dictionary(
      uniqueKeysWithValues: nodes.map { ($0.name, $0.attributes["fillcolor"]?.plain ?? "") })
  }

  @Test func involvementIsTheStrongestDegreeAtANode() throws {
    let groups = Diagram(try Sample.network()).involvement()
    let names = groups.values.mapValues { groups.titles[$0] }
    #expect(
      names == [
        "preacher": "carries", "sermons": "inspires", "doer": "inspires", "attack": "directs",
        "group": "directs",
      ])
  }

  @Test func theWorstStatusAtANode() throws {
    let groups = Diagram(try Sample.network()).worstStatuses()
    let names = groups.values.mapValues { groups.titles[$0] }
    #expect(
      names == [
        "preacher": "supported", "sermons": "supported", "doer": "supported",
        "attack": "disputed", "group": "denied", "other": "denied",
      ])
  }

  @Test func theStrongestProbabilityAtANode() throws {
    let network = try Sample.network()
    let values = Diagram(network).strongestProbabilities().values
    func probability(_ relation: String) -> Double? {
      network.arcs.first { $0.relation == relation }?.probability
    }
    #expect(values["preacher"] == probability("authored"))
    #expect(values["group"] == probability("directed"))
    #expect(
      values["doer"]
        == [probability("inspired"), probability("perpetrated")].compactMap { $0 }.max())
    #expect(values["other"] == nil)
  }

  @Test func connectionsFromAnEntity() throws {
    let network = try Sample.network()
    let values = DiagramOptions.Scores.connections(in: network, from: "preacher").values
    #expect(values["preacher"] == 1)
    #expect(
      values["attack"] == Tracer(network).connection(from: "preacher", to: "attack").probability)
    #expect(values["group"] == nil)
  }

  /// 2015-12-02 is the 336th day of its year: 335 days after the first, of 365.
  @Test func datesAreYearsWithTheirFraction() throws {
    let values = DiagramOptions.Scores.dates(of: try Sample.graph()).values
    #expect(values == ["attack": 2015 + 335.0 / 365])
    #expect(Diagram.year(try EDTF("2016")) == 2016 + (365.0 / 366) / 2)
  }

  @Test func whatHasNoNumberIsGrey() throws {
    let scores = DiagramOptions.Scores(name: "reach", values: ["preacher": 4, "doer": 0])
    let fills = try fills(DiagramOptions(colouring: .scores(scores)))
    #expect(fills["preacher"] == ColourScale.viridis.fill(1, on: .light).hex)
    #expect(fills["doer"] == ColourScale.viridis.fill(0, on: .light).hex)
    #expect(fills["attack"] == Palette.grey.hex)
  }

  @Test func groupsBeyondTheEighthAreGrey() {
    #expect(Set((0..<8).map(Palette.group)).count == 8)
    #expect(Palette.group(8) == Palette.grey && Palette.group(-1) == Palette.grey)
  }

  @Test func aScaleHasNumbersAtItsEndsAndInTheMiddle() {
    typealias Scale = DiagramOptions.Scale
    #expect(Scale([0, 0.5, 12], unit: .number).marks == ["0", "6", "12"])
    #expect(Scale([1.23456, 3.3333], unit: .number).marks == ["1.23", "2.28", "3.33"])
    #expect(Scale([0.2], unit: .probability).marks == ["0 %", "50 %", "100 %"])
    #expect(Scale([2010.5, 2016.9], unit: .year).marks == ["2010", "2013", "2016"])
    #expect(Scale([2015.0, 2016.999], unit: .year).marks == ["2015-01", "2015-12", "2016-12"])
    #expect(
      Scale([2016.0, 2016.1], unit: .year).marks == ["2016-01-01", "2016-01-19", "2016-02-06"])
    #expect(Scale([7, 7, .nan], unit: .number).marks == ["7"])
  }

  @Test(arguments: DiagramOptions.LineColouring.allCases, Theme.all)
  func everyLineIsReadable(colouring: DiagramOptions.LineColouring, theme: Theme) throws {
    let options = DiagramOptions(lineColouring: colouring, theme: theme)
    let graph = Diagram(try Sample.network()).dot(options)
    let edges = graph.subgraphs.flatMap(\.edges) + graph.edges
    for edge in edges {
      let first = try #require(edge.attributes["color"]?.plain).split(separator: ":")[0]
      let rgb = try #require(UInt32(first.dropFirst().prefix(6), radix: 16))
      #expect(first.hasSuffix("FF"), "no line that counts is pale")
      #expect(Colour(rgb).contrast(with: theme.paper) >= 4.5, "\(first)")
    }
  }

  @Test func linesTellTheirProbability() throws {
    let graph = Diagram(try Sample.network()).dot(DiagramOptions(lineColouring: .probability))
    let edges = graph.subgraphs.flatMap(\.edges) + graph.edges
    // The claim is bundled with what is claimed only, and named after it.
    let claim = edges.first { $0.attributes["id"] == "arc-group-inspired-other" }
    let inspired = try #require(edges.first { $0.attributes["id"] == "arc-sermons-inspired-doer" })
    let probability = try #require(
      try Sample.network().arcs.first { $0.relation == "inspired" }?.probability)
    let expected = ColourScale.viridis.line(probability, on: .light)
    #expect(inspired.attributes["color"]?.plain == expected.hex(opacity: 1))
    #expect(claim?.attributes["color"]?.plain == Theme.light.quietInk.hex(opacity: 1))
  }
}

extension DOTValue {
  /// The text of a plain value.
  var plain: String? {
    if case .text(let text) = self { text } else { nil }
  }
}
