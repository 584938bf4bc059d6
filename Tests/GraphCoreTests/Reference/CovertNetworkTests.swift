import GraphCore
import TestSupport
import Testing

/// Figures that papers print of covert networks, with their misprints.
@Suite struct CovertNetworkTests {
  /// Degree, betweenness and closeness in per cent, by person: Koschade (2006), Table 4.
  private static let bali: [(degree: Double, betweenness: Double, closeness: Double)] =
    [(93.75, 50.972, 94.118), (62.5, 5.139, 72.727), (56.25, 1.944, 69.565)]
    + [(Double, Double, Double)](repeating: (56.25, 1.389, 69.565), count: 6)
    + [(37.5, 0, 48.485)]
    + [(Double, Double, Double)](repeating: (31.25, 0, 57.143), count: 4)
    + [(31.25, 0, 57.153), (25, 0.278, 55.172), (18.75, 0, 53.333)]

  @Test func theCellOfBaliHasThePrintedCentralities() throws {
    let graph = CovertNetworkTies.bali
    let degree = graph.degree().values
    let betweenness = try graph.betweenness().values
    let closeness = try graph.closeness().values
    for (person, printed) in Self.bali.enumerated() {
      #expect(abs(100 * degree[person] - printed.degree) <= 0.0005)
      #expect(abs(100 * betweenness[person] - printed.betweenness) <= 0.0005)
      // Person 14 has the ties that 10 to 13 have, so 57.143 too; 57.153 is a misprint.
      let right = person == 14 ? 57.143 : printed.closeness
      #expect(abs(100 * closeness[person] - right) <= 0.0005)
    }
    #expect(Self.bali[14].closeness == 57.153)
  }

  @Test func theCellOfBaliHasMoreTiesThanItsTable3Says() throws {
    // Koschade (2006), Table 3, prints a density of 43.382 % and a mean degree of 6.941, which are
    // those of 59 ties; its Table 1 has 63.
    let graph = CovertNetworkTies.bali
    #expect(graph.edgeCount == 63)
    #expect(abs(100 * (try #require(graph.density())) - 46.324) <= 0.0005)
    let degrees = graph.degree(isNormalized: false).values
    #expect(abs(degrees.reduce(0, +) / 17 - 7.412) <= 0.0005)
    let printed = GraphFamilies.make(17, Array(graph.edges.prefix(59)), isDirected: false)
    #expect(abs(100 * (try #require(printed.density())) - 43.382) <= 0.0005)
  }

  @Test func september11HasThePrintedMeans() throws {
    // D. Penzar and A. Srbljinovic, About modelling of complex networks with applications to terrorist
    // group modelling, Interdisciplinary Description of Complex Systems 3 (2005) 27-43: mean closeness
    // and betweenness, 40 persons with a betweenness below 0.01 and 6 above 0.1.
    let graph = CovertNetworkTies.september11
    let closeness = try graph.closeness().values
    let betweenness = try graph.betweenness().values
    #expect(abs(closeness.reduce(0, +) / 62 - 0.35) <= 0.005)
    #expect(abs(betweenness.reduce(0, +) / 62 - 0.032) <= 0.0005)
    #expect(betweenness.filter { $0 < 0.01 }.count == 40)
    #expect(betweenness.filter { $0 > 0.1 }.count == 6)
    // The largest is printed as 0.589. Copies of the list differ in a tie, and this one has 0.588.
    #expect(betweenness.max() == betweenness[0])
    #expect(abs(betweenness[0] - 0.588) <= 0.0005)
    #expect(abs(betweenness[0] - 0.589) <= 0.0015)
  }

  @Test func september11HasThePrintedRow() throws {
    // Table 4 of [Gutfraind2017], whose copy has 152 ties, one fewer.
    let graph = CovertNetworkTies.september11
    #expect(graph.nodeCount == 62)
    #expect(graph.edgeCount == 153)
    #expect(graph.weakComponents().count == 1)
    #expect(try graph.diameter() == 5)
    #expect(abs(try #require(graph.density()) - 0.08) <= 0.005)
    #expect(abs(graph.degree(isNormalized: false).values.reduce(0, +) / 62 - 4.9) <= 0.05)
    #expect(abs(try #require(try graph.transitivity()) - 0.36) <= 0.005)
    #expect(abs(try #require(try graph.efficiency()) - 0.4) <= 0.005)
    #expect(abs(try #require(graph.secrecy()) - 0.9) <= 0.05)
    // The printed division is one of many; none that is found here may be worse.
    let groups = try graph.leiden().groups
    #expect(try #require(try graph.modularity(of: groups)) >= 0.525)
  }
}
