import Testing

@testable import Interchange

@Suite struct FollowTheMoneyNetworkTests {
  @Test(arguments: [true, false])
  func theAwkwardNetworkComesBack(isDirected: Bool) throws {
    let network = try AwkwardNetwork.network(isDirected: isDirected)
    for format in [GraphFormat.ftm, .ftmStatements] {
      let bytes = try GraphWriterTests.bytes(network, format)
      let back = try Text.network(bytes: bytes)
      #expect(back.holdsSame(as: network))
      #expect(try GraphWriterTests.bytes(back, format) == bytes)
    }
  }

  /// By hand: names that may be ids stay, others are made fit.
  @Test func idsAreThoseThatTheModelTakes() {
    var ids = FollowTheMoneyIds()
    #expect(ids.id(for: "a-b.c1") == "a-b.c1")
    #expect(ids.id(for: "a b") == "a-b")
    #expect(ids.id(for: "a/b") == "a-b-2")
    #expect(ids.id(for: "-") == "node")
    #expect(ids.id(for: "漢字") == "node-2")
    #expect(ids.id(for: "_x_") == "x")
    #expect(!FollowTheMoneyIds.isId("-a"))
    #expect(!FollowTheMoneyIds.isId(""))
    #expect(!FollowTheMoneyIds.isId(String(repeating: "a", count: 121)))
  }

  @Test func whatWasReadGoesBackIntoItsSchema() throws {
    let text = """
      {"id":"a","schema":"Person","properties":{"name":["Alpha"],"birthDate":["1970"],"topics":["poi"]},\
      "datasets":["one"]}
      {"id":"b","schema":"Company","properties":{"name":["Bravo"]},"datasets":["one"]}
      {"id":"o","schema":"Ownership","properties":{"owner":["a"],"asset":["b"],"startDate":["2001"]},\
      "datasets":["one"]}
      """
    let network = try Text.network(text, .ftm)
    let written = String(decoding: try GraphWriterTests.bytes(network, .ftm), as: UTF8.self)
    let lines = written.split(separator: "\n")
    #expect(lines.count == 4)
    for part in [
      "\"schema\":\"Person\"", "\"birthDate\":[\"1970\"]", "\"topics\":[\"poi\"]",
      "\"datasets\":[\"one\"]",
    ] { #expect(lines[1].contains(part), "\(part)") }
    for part in [
      "\"id\":\"o\"", "\"schema\":\"Ownership\"", "\"owner\":[\"a\"]", "\"asset\":[\"b\"]",
      "\"startDate\":[\"2001\"]",
    ] { #expect(lines[3].contains(part), "\(part)") }
  }

  @Test func whatHasNoPropertyIsSaid() throws {
    let losses = GraphWriter(.ftm).losses(try AwkwardNetwork.network())
    #expect(losses.count == 1)
    #expect(losses[0].contains("weight"))
    #expect(losses[0].contains("score"))
  }
}
