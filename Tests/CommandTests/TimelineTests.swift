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

  /// Text and JSON have the pairs of a call and an attack; so has the table.
  @Test func `the table has the pairs`() throws {
    let table = try Command.run(["timeline", Command.articles, "--format", "csv"]).text
    let rows = table.components(separatedBy: "\r\n").dropLast().map {
      $0.components(separatedBy: ",")
    }
    #expect(
      rows[0].suffix(6) == ["row", "after", "after-name", "least-days", "most-days", "certain"])
    let pairs = rows.filter { $0.contains("followed") }
    let json = try Command.run(["timeline", Command.articles, "--format", "json"])
    let value = try #require(
      try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
    let calls = try #require(value["calls"] as? [[String: Any]])
    let followers = calls.flatMap { call in
      (call["followers"] as? [[String: Any]] ?? []).map { follower in
        [
          follower["attack"] as? String ?? "", call["id"] as? String ?? "",
          (follower["lag"] as? [Int] ?? []).map(String.init).joined(separator: "-"),
          follower["certain"] as? Bool == true ? "yes" : "no",
        ]
      }
    }
    #expect(!followers.isEmpty)
    #expect(
      Set(
        pairs.map {
          [
            $0[0], $0[$0.count - 5], $0.suffix(3).prefix(2).joined(separator: "-"),
            $0[$0.count - 1],
          ]
        })
        == Set(followers))
    // Orlando was on 12 June 2016: 12 days after the last of May, 42 after the first.
    #expect(pairs.contains { $0.first == "orlando-2016" && $0.suffix(3) == ["12", "42", "no"] })
    let events = try #require(value["events"] as? [[String: Any]])
    #expect(rows.count { $0.contains("event") && $0.contains("") } >= events.count)
  }

  /// People read words; machines read the date as it was given.
  @Test func `dates are words for people and EDTF for machines`() throws {
    let scratch = try Scratch()
    let graph = try scratch.file(
      "g.yaml",
      """
      throughline: 1
      title: Dates
      entities:
        - {id: a, kind: attack, name: First, date: 2015-01/2015-03}
        - {id: b, kind: attack, name: Second, date: ../2015-12}
        - {id: c, kind: attack, name: Third, date: 2014-22}

      """)
    let text = try Command.run(["timeline", graph]).text
    for words in ["between January and March 2015", "before 2016", "summer 2014"] {
      #expect(text.contains(words), "\(text)")
    }
    #expect(!text.contains("2015-01/2015-03") && !text.contains("../"))
    #expect(try Command.run(["timeline", graph, "-f", "markdown"]).text.contains("before 2016"))
    for format in ["csv", "json"] {
      let data = try Command.run(["timeline", graph, "-f", format]).text
      for date in ["2015-01/2015-03", "../2015-12", "2014-22"] { #expect(data.contains(date)) }
    }
  }
}
