import Evidence
import Foundation
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct TraceReportTests {
  /// What is read is one statement per hop, B1 or B2 with the usual caps: the joint and the product are worked
  /// out by hand from the trusts in the policy's table.
  @Test func textOfAChain() throws {
    let text = Sample.trace(try Sample.network(), from: "preacher", to: "attack").text()
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.first == "The Preacher -> The Attack (2 December 2015)")
    #expect(lines.contains { $0.hasSuffix("<- weakest link") })
    #expect(
      text.contains("s2 indictment via Paper, B2, paper \u{00B6}25 \u{201C}first & last\u{201D}"))
    // The least of three hops of trust 0.9 x 0.75: all are 0.675, so the first is the weakest.
    #expect(lines.count { $0.contains("weakest link") } == 1)
    #expect(!text.contains("\u{1B}"))
  }

  @Test func weakestLinkIsMarkedOnceInColourToo() throws {
    let text = Sample.trace(try Sample.network(), from: "preacher", to: "attack")
      .text(TerminalStyle(usesColour: true))
    #expect(text.contains("\u{1B}[1;33m<- weakest link\u{1B}[0m"))
  }

  @Test(arguments: Sample.hostileNames)
  func nothingFromDataSteersATerminal(name: String) throws {
    let network = try Sample.network(preacherName: name)
    let report = Sample.trace(network, from: "preacher", to: "attack")
    let list = ReachReport(
      of: "doer", .influencers, reached: Tracer(network).influencers(of: "doer"),
      context: FindingContext(network, seed: 0))
    for text in [report.text(), list.text()] {
      #expect(
        text.unicodeScalars.allSatisfy {
          $0 == "\n" || $0.properties.generalCategory != .control && $0 != "\u{202E}"
        })
    }
  }

  /// The order of keys is that of the command's contract.
  @Test func keysOfTheJSON() throws {
    let report = Sample.trace(try Sample.network(), from: "preacher", to: "attack")
    let json = report.json()
    let keys = [
      "from", "to", "policy", "projection", "seed", "connection", "chains", "probability",
      "product", "phrase", "degree", "order", "throughGroup", "weakest", "nodes", "links",
      "relation", "tail", "head", "degree", "status", "probability", "when", "statements", "id",
      "stance", "asserter", "grade", "source", "paragraph", "quote", "refusals",
    ]
    var place = json.startIndex
    for key in keys {
      let found = json.range(of: "\"\(key)\":", range: place..<json.endIndex)
      place = try #require(found, "\(key)").upperBound
    }
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "from", "to", "policy", "projection", "seed", "connection", "chains", "refusals",
        "check",
      ])
    #expect(object["seed"] as? Int == 7)
    let chains = try #require(object["chains"] as? [[String: Any]])
    #expect(chains.count == 1)
    #expect((chains.first?["links"] as? [Any])?.count == 3)
  }

  @Test func whatMakesNoChainIsSaid() throws {
    let report = Sample.trace(try Sample.network(), from: "group", to: "other")
    #expect(report.trace.chains.isEmpty)
    let text = report.text()
    #expect(text.contains("No chain leads from the one to the other."))
    for reason in ["claimed only", "denied", "no influence"] { #expect(text.contains(reason)) }
    #expect(text.contains("s8 Paper, B2, paper \u{00B6}8 (denies)"))
    #expect(report.markdown().contains("## Said of the two, and no chain"))
  }

  @Test func disputesAreNamed() throws {
    let text = Sample.trace(try Sample.network(), from: "group", to: "attack").text()
    #expect(text.contains("disputed"))
    #expect(text.contains("s5 Radio, B2, radio \u{00B6}5 (denies)"))
  }

  @Test func noPercentageIsCertain() throws {
    let report = Sample.trace(try Sample.network(), from: "preacher", to: "attack")
    for text in [report.text(), report.markdown()] {
      #expect(!text.contains(" 0 %") && !text.contains("100 %"))
    }
  }

  /// Drawn, a chain begins with a dot, and every further node is the end of an arrow; the words are the same.
  @Test func boxesChangeTheMarksAndNotTheWords() throws {
    let report = Sample.trace(try Sample.network(), from: "preacher", to: "attack")
    let plain = report.text()
    let drawn = report.text(TerminalStyle(drawsBoxes: true))
    #expect(drawn.filter { $0 == "\u{25CF}" }.count == 1)
    #expect(drawn.filter { $0 == "\u{25BC}" }.count == 3)
    let marks = "\u{25CF}\u{25BC}\u{2502}\u{254E}|"
    func words(_ text: String) -> [Substring] {
      text.filter { !marks.contains($0) && !("\u{2580}"..."\u{259F}").contains($0) }
        .split(whereSeparator: \.isWhitespace)
    }
    #expect(words(drawn) == words(plain))
  }

  @Test func disputedLinksHaveABrokenRail() throws {
    let report = Sample.trace(try Sample.network(), from: "group", to: "attack")
    #expect(report.text(TerminalStyle(drawsBoxes: true)).contains("\u{254E}   directed"))
  }
}
