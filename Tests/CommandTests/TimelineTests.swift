import Foundation
import Testing

@Suite struct TimelineTests {
  @Test func `the articles' own list gives no p-value`() throws {
    let result = try Command.run(
      ["timeline", Command.articles, "--window", "30d", "--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    let value = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
    let association = try #require(value?["association"] as? [String: Any])
    #expect(association["p"] is NSNull)
    let refusals = try #require(association["refusals"] as? [[String: Any]])
    #expect(refusals.contains { $0["reason"] as? String == "frame" })
    let calls = try #require(value?["calls"] as? [[String: Any]])
    let may = try #require(calls.first { $0["id"] as? String == "adnani-audio-may-2016" })
    let followers = try #require(may["followers"] as? [[String: Any]])
    #expect(
      followers.compactMap { $0["attack"] as? String } == ["orlando-2016", "magnanville-2016"])
    // Orlando was on 12 June: 12 days after the last of May, 42 after the first.
    #expect(followers.first?["lag"] as? [Int] == [12, 42])
  }

  @Test(arguments: ["0d", "x", "30m", "", "99999999999999999999d", "30d,,4w"])
  func `a window that is none is refused`(window: String) throws {
    let result = try Command.run(["timeline", Command.articles, "--window", window])
    #expect(result.status == 64)
    #expect(result.errors.contains("is no window"))
  }

  @Test func `an open span is refused`() throws {
    let result = try Command.run(["timeline", Command.articles, "--span", "2014/.."])
    #expect(result.status == 64)
    #expect(result.errors.contains("has no first or no last day"))
  }

  @Test func `the picture is SVG`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("timeline.svg", "")
    let result = try Command.run(["timeline", Command.articles, "--window", "4w", "-o", path])
    #expect(result.status == 0)
    let svg = try String(contentsOfFile: path, encoding: .utf8)
    #expect(svg.hasPrefix("<svg"))
    #expect(svg.contains("within 28 days after"))
  }
}
