import Foundation
import GraphCore
import TestSupport
import Testing

/// A row of Tables 3 and 4 of [Gutfraind2017], the columns that follow from nodes and edges alone.
struct CovertNetworkRow: Sendable, CustomTestStringConvertible {
  let name: String
  let nodeCount: Int
  let edgeCount: Int
  let density: Double
  let meanDegree: Double?
  let secrecy: Double
  /// Half a unit of the last printed digit of density, mean degree and secrecy.
  let rounding: (density: Double, meanDegree: Double, secrecy: Double)

  var testDescription: String { name }

  init(
    _ name: String, _ nodeCount: Int, _ edgeCount: Int, _ density: Double, _ meanDegree: Double?,
    _ secrecy: Double,
    rounding: (density: Double, meanDegree: Double, secrecy: Double) = (0.005, 0.005, 0.005)
  ) {
    self.name = name
    self.nodeCount = nodeCount
    self.edgeCount = edgeCount
    self.density = density
    self.meanDegree = meanDegree
    self.secrecy = secrecy
    self.rounding = rounding
  }

  static let all = [
    CovertNetworkRow("IS-E", 71, 146, 0.059, 4.11, 0.93, rounding: (0.0005, 0.005, 0.005)),
    CovertNetworkRow("IS-E extended", 71, 222, 0.089, 6.25, 0.9, rounding: (0.0005, 0.005, 0.005)),
    CovertNetworkRow("IS-E restricted", 71, 117, 0.047, 3.3, 0.94, rounding: (0.0005, 0.05, 0.005)),
    CovertNetworkRow("17N", 18, 46, 0.3, nil, 0.66),
    CovertNetworkRow("al-Qaida", 368, 1481, 0.02, 8.05, 0.98),
    CovertNetworkRow("FTP", 174, 264, 0.02, 3.03, 0.98),
    CovertNetworkRow("JI", 79, 623, 0.2, 15.77, 0.79),
    CovertNetworkRow(
      "IS-E supercell", 49, 109, 0.093, 4.449, 0.889, rounding: (0.0005, 0.0005, 0.0005)),
    CovertNetworkRow("9/11", 62, 152, 0.08, 4.9, 0.9, rounding: (0.005, 0.05, 0.005)),
    // Printed with 17 nodes, which have only 136 pairs.
    CovertNetworkRow("Bali 2002", 27, 158, 0.45, 11.7, 0.53, rounding: (0.005, 0.05, 0.005)),
    CovertNetworkRow("Jakarta 2009", 28, 38, 0.1, 2.71, 0.87),
    CovertNetworkRow("Madrid M11", 70, 240, 0.1, 6.86, 0.89),
    CovertNetworkRow("Strasbourg", 18, 26, 0.17, 2.89, 0.78),
  ]
}

@Suite struct PublishedTablesTests {
  @Test(arguments: CovertNetworkRow.all)
  func covertNetworksHaveThePrintedDensityDegreeAndSecrecy(row: CovertNetworkRow) throws {
    // Which edges there are makes no difference to these columns.
    let pairs = (0..<row.nodeCount).flatMap { first in (0..<first).map { (first, $0) } }
    let graph = GraphFamilies.make(
      row.nodeCount, Array(pairs.prefix(row.edgeCount)), isDirected: false)
    #expect(graph.edgeCount == row.edgeCount)
    #expect(abs(try #require(graph.density()) - row.density) <= row.rounding.density)
    #expect(abs(try #require(graph.secrecy()) - row.secrecy) <= row.rounding.secrecy)
    if let printed = row.meanDegree {
      let degrees = graph.degree(isNormalized: false).values
      let mean = degrees.reduce(0, +) / Double(row.nodeCount)
      #expect(abs(mean - printed) <= row.rounding.meanDegree)
    }
  }

  private func load(_ name: String) throws -> Graph {
    let url = try #require(
      Bundle.module.url(
        forResource: name, withExtension: "json", subdirectory: "Fixtures/networks"))
    return try ReferenceNetwork.load(url).graph
  }

  @Test func theKiteHasThreeCentres() throws {
    // The kite of Krackhardt (1990) with the figures of Krebs's introduction (orgnet.com/sna.html):
    // degree Diane (3), closeness Fernando and Garth (5, 6), betweenness Heather (7).
    let kite = try load("kite10")
    let degree = kite.degree().values
    let closeness = try kite.closeness().values
    let betweenness = try kite.betweenness().values
    #expect(kite.nodes.filter { degree[$0] == degree.max() } == [3])
    #expect(abs(degree[3] - 0.667) <= 0.0005)
    #expect(kite.nodes.filter { closeness[$0] == closeness.max() } == [5, 6])
    #expect(abs(closeness[5] - 0.643) <= 0.0005)
    #expect(kite.nodes.filter { betweenness[$0] == betweenness.max() } == [7])
    #expect(abs(betweenness[7] - 0.389) <= 0.0005)
  }

  @Test func theMediciStandBetweenTheFamilies() throws {
    // M. O. Jackson, Social and Economic Networks (2008), section 1.2: betweenness among the families that are joined.
    let families = try load("florentine_marriage16")
    let joined = families.subgraph(of: try #require(families.weakComponents().largest))
    let betweenness = try joined.graph.betweenness()
    // Medici, Guadagni, Strozzi.
    let printed = [(8, 0.522), (6, 0.255), (14, 0.103)]
    for (family, value) in printed {
      let node = try #require(joined.nodes.firstIndex(of: family))
      #expect(abs(betweenness[node] - value) <= 0.0005)
    }
  }
}
