import GraphCore
import Testing

@testable import Interchange

@Suite struct DLTextTests {
  /// By hand.
  @Test func aListOfEdgesIsWritten() throws {
    let network = try Text.network("a,b,2\n\"c d\",a,0.5\n", .csv)
    let bytes = try GraphWriterTests.bytes(network, .dl)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "dl n=3\nformat = edgelist1\nlabels:\na\nb\n\"c d\"\ndata:\n1 2 2\n3 1 0.5\n")
    #expect(try Text.network(bytes: bytes).holdsSame(as: network))
    let numbered = try Text.network("1 2\n2 2\n", direction: .undirected)
    #expect(
      String(decoding: try GraphWriterTests.bytes(numbered, .dl), as: UTF8.self)
        == "dl n=2\nformat = edgelist1\ndata:\n1 2\n2 1\n2 2\n")
    #expect(
      GraphWriter(.dl).losses(numbered) == [
        "that edges have no direction is lost: each is written once each way"
      ])
  }

  @Test func theAwkwardNetworkLosesWhatIsDeclared() throws {
    let awkward = try AwkwardNetwork.network()
    #expect(GraphWriter(.dl).losses(awkward).first == "labels beside names are lost")
    #expect(GraphWriter(.dl).losses(awkward).count == 4)
    let bytes = try GraphWriterTests.bytes(awkward, .dl)
    let again = try Text.network(bytes: bytes)
    #expect(again.ids == awkward.ids)
    #expect(again.edges.elementsEqual(awkward.edges))
    #expect(try GraphWriterTests.bytes(again, .dl) == bytes)
  }

  @Test(arguments: ["a\nb", "a\"b'c", ""])
  func someNamesAreRefused(name: String) throws {
    var builder = NetworkBuilder(options: NetworkOptions())
    _ = builder.node(name)
    let network = try builder.network()
    #expect(throws: GraphWriter.Refusal.self) { _ = try GraphWriterTests.bytes(network, .dl) }
  }
}
