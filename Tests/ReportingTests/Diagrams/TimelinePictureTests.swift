import Evidence
import Foundation
import InfluenceAnalysis
import Testing

@testable import Reporting

@Suite struct TimelinePictureTests {
  @Test func everyEventHasARowAndEveryCallItsLines() throws {
    let svg = TimelinePicture(try SampleTimeline.report()).svg()
    let names = try #require(XMLTree.elements(of: svg)).map(\.name)
    #expect(names.count { $0 == "rect" } == 1 + 5)
    // The call to the first and, since its month leaves that open, to the second.
    #expect(names.count { $0 == "path" } == 2)
    #expect(svg.contains("stroke-dasharray"))
    for name in ["The Call", "First", "Second", "Third", "The Loss", "summer 2014"] {
      #expect(svg.contains(">\(name)</text>"))
    }
    #expect(svg.contains("not evidence of direction"))
  }

  @Test(arguments: Sample.hostileNames)
  func namesStayText(name: String) throws {
    let svg = TimelinePicture(try SampleTimeline.report(callName: name)).svg()
    let names = try #require(XMLTree.elements(of: svg)).map(\.name)
    #expect(names.count { $0 == "script" } == 0)
    #expect(names.count { $0 == "rect" } == 1 + 5)
  }

  @Test func rowsDoNotOverlap() throws {
    let svg = TimelinePicture(try SampleTimeline.report()).svg()
    let tops = svg.split(separator: "\n").filter { $0.hasPrefix("<rect x=") }.compactMap { line in
      line.split(separator: "\"").enumerated().first { $0.element == " y=" }
        .flatMap { Double(line.split(separator: "\"")[$0.offset + 1]) }
    }
    #expect(tops.count == 5)
    #expect(zip(tops, tops.dropFirst()).allSatisfy { $1 - $0 >= 20 })
  }
}
