import Evidence
import Testing

@testable import Interchange

@Suite struct MermaidWriterTests {
  /// By hand from Mermaid's description of flowcharts.
  @Test func aNetworkIsAFlowchart() throws {
    let network = try Text.network("source,target,weight\nend,\"say \"\"hi\"\"\",2\n", .csv)
    #expect(
      String(decoding: try GraphWriterTests.bytes(network, .mermaid), as: UTF8.self) == """
        flowchart LR
          n0["end"]
          n1["say #quot;hi#quot;"]
          n0 -->|"2"| n1

        """)
  }

  /// By hand: only what is affirmed has an arrow.
  @Test func whatIsNotAffirmedHasNoArrow() throws {
    let lines = try SmallEvidence.text(try SmallEvidence.graph(), .mermaid).split(separator: "\n")
      .filter { $0.contains("|\"") }.map(String.init)
    #expect(
      lines == [
        "  n0 -->|\"member of\"| n2", "  n0 -.-x|\"denied: inspired\"| n1",
        "  n2 -.-x|\"claimed\"| n4", "  n2 -.-x|\"claimed only: directed\"| n4",
        "  n0 -->|\"inspired\"| n1", "  n1 -.-x|\"no evidence: perpetrated\"| n4",
        "  n3 -->|\"spokesman of\"| n2", "  n2 -.-x|\"claimed only: enabled\"| n4",
        "  n4 -->|\"located in\"| n5", "  n1 ---|\"related to\"| n0",
      ])
  }

  /// By hand: what is not plainly asserted is dotted and says why; a denial that somebody claimed is a
  /// denial.
  @Test func whatIsNotAssertedIsDottedAndSaysSo() throws {
    let lines = try SmallEvidence.text(try SmallEvidence.hedged(), .mermaid).split(separator: "\n")
      .filter { $0.contains("|\"") }.map(String.init).dropFirst(10)
    #expect(
      lines == [
        "  n0 -.->|\"inspired (suspected)\"| n1", "  n1 -.->|\"inspired (opinion)\"| n0",
        "  n0 -.-|\"contacted (reported)\"| n1", "  n0 -.-x|\"claimed only: directed\"| n4",
        "  n2 -.-x|\"denied: claimed\"| n4",
      ])
  }

  @Test(arguments: [
    ("a<b>&\"c\"", "a#60;b#62;#38;#quot;c#quot;"),
    ("#1; `x` |y|", "#35;1#59; #96;x#96; #124;y#124;"), ("", "#160;"),
    ("two\nlines", "two<br/>lines"), ("漢 é", "漢 é"),
    ("**b** _i_", "#42;#42;b#42;#42; #95;i#95;"),
  ])
  func labelsAreEscaped(text: String, expected: String) {
    #expect(MermaidWriter.escaped(text) == expected)
  }

  @Test func noMoreLinesAreDrawnThanMermaidDraws() throws {
    let network = try Text.network((1...600).map { "0 \($0)\n" }.joined())
    let text = String(decoding: try GraphWriterTests.bytes(network, .mermaid), as: UTF8.self)
    #expect(text.split(separator: "\n").count == 1 + 501 + 500)
    #expect(
      GraphWriter(.mermaid).losses(network).first?.hasPrefix("the first 500 of 600 lines are drawn")
        == true)
  }
}
