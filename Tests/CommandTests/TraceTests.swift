import Foundation
import Testing

@Suite struct TraceTests {
  /// The JSON of a trace of the bundled graph.
  static func trace(_ arguments: [String]) throws -> (status: Int32, value: [String: Any]) {
    let result = try Command.run(["trace", Command.articles, "--format", "json"] + arguments)
    let value = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
    return (result.status, try #require(value, "\(result.errors)"))
  }

  static func chains(_ value: [String: Any]) throws -> [[String: Any]] {
    try #require(value["chains"] as? [[String: Any]])
  }

  static func ids(_ chain: [String: Any]) throws -> [String] {
    try #require(chain["nodes"] as? [[String: Any]]).compactMap { $0["id"] as? String }
  }

  static func statements(_ chain: [String: Any]) throws -> [[String: Any]] {
    try #require(chain["links"] as? [[String: Any]]).flatMap {
      $0["statements"] as? [[String: Any]] ?? []
    }
  }

  @Test func `Awlaki reaches Farook by the indictment, with its grade`() throws {
    let (status, value) = try Self.trace(
      ["--from", "Anwar al Awlaki", "--to", "Syed Rizwan Farook"])
    #expect(status == 0)
    let chain = try #require(try Self.chains(value).first)
    #expect(
      try Self.ids(chain) == ["anwar-al-awlaki", "awlaki-lectures", "syed-rizwan-farook"])
    let indictment = try Self.statements(chain).first {
      $0["asserter"] as? String == "federal indictment"
    }
    #expect(indictment?["grade"] as? String == "B2")
    #expect(indictment?["source"] as? String == "cnn-2016-06-14")
    #expect(indictment?["paragraph"] as? Int == 25)
    // B1 of a usual relation .9 * .95, B2 .9 * .75, two origins (reasoning, section 1).
    #expect(abs((chain["probability"] as? Double ?? 0) - 0.855 * 0.675) < 1e-12)
    #expect(chain["degree"] as? String == "inspires")
    #expect(chain["weakest"] as? Int == 1)
  }

  /// The sources say "the Tsarnaev brothers"; a member's name leads to the collective.
  @Test(arguments: [
    ("Omar Mateen", "omar-mateen"), ("Tamerlan Tsarnaev", "tsarnaev-brothers"),
    ("Dzhokhar Tsarnaev", "tsarnaev-brothers"), ("Abdulazeez", "muhammad-abdulazeez"),
    ("orlando-2016", "orlando-2016"), ("boston-2013", "boston-2013"),
    ("chattanooga-2015", "chattanooga-2015"), ("san-bernardino-2015", "san-bernardino-2015"),
  ])
  func `Awlaki's recordings reach those whom the sources name and their attacks`(
    target: String, end: String
  ) throws {
    let (status, value) = try Self.trace(["--from", "Awlaki", "--to", target])
    #expect(status == 0)
    let chain = try #require(try Self.chains(value).first)
    let ids = try Self.ids(chain)
    #expect(ids.first == "anwar-al-awlaki")
    #expect(ids.last == end)
    // He was dead: the influence passes through a recording.
    let kinds = try #require(chain["nodes"] as? [[String: Any]]).map { $0["kind"] as? String }
    #expect(kinds.contains("publication"))
    #expect(chain["order"] as? String != "impossible")
  }

  @Test func `Adnani reaches Magnanville through his message and Abballa`() throws {
    let (status, value) = try Self.trace(["--from", "Adnani", "--to", "Magnanville"])
    #expect(status == 0)
    #expect(
      try Self.chains(value).map(Self.ids).contains([
        "abu-muhammad-al-adnani", "adnani-audio-may-2016", "larossi-abballa", "magnanville-2016",
      ]))
  }

  @Test(arguments: [
    ("Adnani", "queens-2014"), ("Adnani", "canada-attacks"), ("Adnani", "australia-attacks"),
    ("al-Qaeda", "orlando-2016"), ("isis", "Westminster attack"), ("isis", "egypt-train-2015"),
  ])
  func `what only the credited party says, what is denied or asked makes no chain`(
    from: String, to: String
  ) throws {
    let (status, value) = try Self.trace(["--from", from, "--to", to])
    #expect(status == 1)
    #expect(try Self.chains(value).isEmpty)
  }

  @Test func `Westminster is said to be claimed, and denied, and no more`() throws {
    let result = try Command.run(["trace", Command.articles, "--to", "Westminster attack"])
    #expect(result.status == 1)
    #expect(result.text.contains("No chain of influence leads to it."))
    #expect(result.text.contains("claimed Westminster attack"))
    #expect(result.text.contains("Charlie Winter"))
  }

  @Test func `no chain rests on a claim or on what an interested party says`() throws {
    for end in ["--from", "--to"] {
      for name in ["isis", "adnani", "awlaki", "orlando-2016", "sousse-2015", "nice-2016"] {
        let result = try Command.run(
          ["trace", Command.articles, end, name, "--format", "json"])
        guard result.status == 0 else { continue }
        let value = try #require(
          try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
        for reached in try #require(value["reached"] as? [[String: Any]]) {
          let best = try #require(reached["best"] as? [String: Any])
          for link in try #require(best["links"] as? [[String: Any]]) {
            #expect(link["relation"] as? String != "claimed")
            #expect(link["status"] as? String != "claimed only")
          }
        }
      }
    }
  }

  @Test func `the keys stand in the order of the contract`() throws {
    let result = try Command.run(
      ["trace", Command.articles, "--from", "Awlaki", "--to", "Farook", "--format", "json"])
    let keys = ["from", "to", "policy", "projection", "seed", "connection", "chains"]
    let places = try keys.map { key in
      try #require(result.text.range(of: "\n  \"\(key)\":")?.lowerBound, "\(key)")
    }
    #expect(places == places.sorted())
    let chain = ["probability", "product", "phrase", "degree", "order", "throughGroup", "weakest"]
    let inner = try chain.map { key in
      try #require(result.text.range(of: "\n      \"\(key)\":")?.lowerBound, "\(key)")
    }
    #expect(inner == inner.sorted())
  }

  @Test(arguments: ["1", ""])
  func `two runs are the same bytes, whatever the hashing`(hashing: String) throws {
    let arguments = ["trace", Command.articles, "--from", "isis", "--format", "json"]
    let first = try Command.run(arguments)
    let second = try Command.run(
      arguments, environment: ["SWIFT_DETERMINISTIC_HASHING": hashing])
    let isSame = first.output == second.output
    #expect(isSame)
    #expect(!first.output.isEmpty)
  }

  @Test func `an unknown name is status 64 with what is near`() throws {
    let result = try Command.run(["trace", Command.articles, "--from", "Anwar Alwaki"])
    #expect(result.status == 64)
    #expect(result.errors.contains("anwar-al-awlaki"))
    #expect(try Command.run(["trace", Command.articles]).status == 64)
    #expect(
      try Command.run(["trace", Command.articles, "--from", "isis", "--at", "2015"]).status == 64)
  }

  @Test func `a graph through standard input, and one with errors`() throws {
    let text = ValidateTests.sound
    let fine = try Command.run(["trace", "-", "--from", "ann", "--to", "act"], input: text)
    #expect(fine.status == 0, "\(fine.errors)")
    let bad = try Command.run(
      ["trace", "-", "--from", "ann"],
      input: text.replacingOccurrences(of: "subject: ann", with: "subject: bob"))
    #expect(bad.status == 65)
    #expect(bad.errors.contains("standard input:9:"))
  }

  @Test func `explain shows the arithmetic`() throws {
    let result = try Command.run(
      ["trace", Command.articles, "--from", "Awlaki", "--to", "Farook", "--explain"])
    #expect(result.text.contains("0.9 x 0.75 = 0.675"))
  }

  @Test func `chains come as a table and as a plot`() throws {
    let ends = [
      "trace", Command.articles, "--from", "Anwar al-Awlaki", "--to", "Syed Rizwan Farook",
    ]
    let table = try Command.run(ends + ["--format", "csv"])
    #expect(table.status == 0)
    let rows = table.text.components(separatedBy: "\r\n")
    #expect(rows.count == 1 + 2 + 1)
    #expect(rows[2].contains(",inspired,syed-rizwan-farook,"))
    let scratch = try Scratch()
    let path = scratch.path("chain.vl.json")
    #expect(try Command.run(ends + ["-o", path]).status == 0)
    let plot = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(
      (plot as? [String: Any])?["$schema"] as? String
        == "https://vega.github.io/schema/vega-lite/v6.json")
  }

  @Test func `ways of a plain network have nothing to plot`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("way.txt", "a b\nb c\n")
    let ends = ["trace", path, "--from", "a", "--to", "c"]
    let table = try Command.run(ends + ["--format", "csv"])
    #expect(table.text.components(separatedBy: "\r\n").count == 1 + 2 + 1)
    let plot = try Command.run(ends + ["--format", "vega-lite"])
    #expect(plot.status == 64)
    #expect(plot.errors.contains("no probability to plot"))
  }

  /// Where there is no chain, the table keeps the claims and the denials that the text lists.
  @Test(arguments: [["--to", "Westminster"], ["--from", "ISIS", "--to", "Westminster"]])
  func theTableKeepsWhatMakesNoChain(ends: [String]) throws {
    let json = try Command.run(["trace", Command.articles] + ends + ["--format", "json"])
    let value = try #require(
      try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
    let refusals = try #require(value["refusals"] as? [[String: Any]])
    #expect(!refusals.isEmpty)
    let result = try Command.run(["trace", Command.articles] + ends + ["--format", "csv"])
    #expect(result.status == 1)
    let rows = result.text.components(separatedBy: "\r\n").dropLast()
    #expect(rows[0].hasSuffix("statements,reason,sentence"))
    #expect(rows.count == refusals.count + 1)
    for refusal in refusals {
      let reason = try #require(refusal["reason"] as? String)
      let link = try #require(refusal["link"] as? [String: String])
      let statements = (refusal["statements"] as? [[String: Any]] ?? [])
        .compactMap { $0["id"] as? String }.joined(separator: " ")
      #expect(
        rows.contains {
          $0.contains(",\(statements),\(reason),") && $0.contains(",\(link["relation"] ?? ""),")
        })
    }
    #expect(rows.contains { $0.contains(",denied,") } && rows.contains { $0.contains(",claimed,") })
  }

  @Test func datesAreWordsForPeople() throws {
    let ends = ["trace", Command.articles, "--from", "Awlaki", "--to", "Syed Rizwan Farook"]
    let text = try Command.run(ends).text
    #expect(text.contains("before 2016") && !text.contains("../2015-12"))
    #expect(try Command.run(ends + ["-f", "markdown"]).text.contains("before 2016"))
    #expect(try Command.run(ends + ["-f", "json"]).text.contains("../2015-12"))
    #expect(try Command.run(ends + ["-f", "csv"]).text.contains("../2015-12"))
  }
}
