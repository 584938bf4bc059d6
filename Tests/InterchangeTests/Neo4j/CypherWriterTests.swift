import Testing

@testable import Interchange

@Suite struct CypherWriterTests {
  /// By hand.
  @Test func aNetworkIsWrittenStatementByStatement() throws {
    let network = try Text.network("source,target,weight\na`,\"b\"\"\",2\n", .csv)
    let text = String(decoding: try GraphWriterTests.bytes(network, .cypher), as: UTF8.self)
    #expect(
      text == """
        CREATE CONSTRAINT `throughline_node_id` IF NOT EXISTS FOR (n:`Node`) REQUIRE n.`id` IS UNIQUE;
        MERGE (n:`Node` {`id`: "a`"}) SET n.`name` = "a`";
        MERGE (n:`Node` {`id`: "b\\""}) SET n.`name` = "b\\"";
        MATCH (a:`Node` {`id`: "a`"}), (b:`Node` {`id`: "b\\""}) MERGE (a)-[r:`LINKED_TO` \
        {`id`: "e1"}]->(b) SET r.`weight` = 2.0;

        """)
  }

  @Test func everyStatementIsOneLine() throws {
    let text = String(
      decoding: try GraphWriterTests.bytes(try AwkwardNetwork.network(), .cypher), as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 1 + 14 + 9)
    #expect(lines.allSatisfy { $0.hasSuffix(";") })
  }
}
