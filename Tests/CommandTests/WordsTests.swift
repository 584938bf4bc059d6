import Foundation
import Testing

/// A lint over what the command says: the words of likelihood are one row of ICD 203, never beside words of
/// confidence, and nothing is ever certain to the percent.
@Suite struct WordsTests {
  static let runs: [[String]] = [
    ["trace", "--from", "Awlaki", "--to", "Farook", "--explain"],
    ["trace", "--from", "Adnani", "--to", "Magnanville"], ["trace", "--from", "isis"],
    ["trace", "--to", "orlando-2016", "--explain"],
    ["trace", "--from", "isis", "--to", "westminster-2017"],
    ["attribute", "--draws", "5"], ["attribute", "sousse-2015", "--draws", "40"],
    ["attribute", "orlando-2016", "--draws", "5"], ["contradictions"], ["timeline"],
    ["explain", "isis directed sousse-2015"], ["explain", "seifeddine-rezgui trained-in libya"],
    ["report", "--format", "markdown", "--samples", "10", "--draws", "3"],
    ["centrality", "--measures", "reach", "--samples", "100", "--perturb"],
  ]

  private static let likelihood = [
    "almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely",
    "almost certain",
  ]

  /// Words of other scales, or of the other rows of that one.
  private static let others = [
    "highly likely", "highly unlikely", "highly probable", "highly improbable", "nearly certain",
    "virtually certain", "remote chance", "roughly even odds", "chances are", "probably",
  ]

  @Test(arguments: runs)
  func `likelihood has its own words`(run: [String]) throws {
    let result = try Command.run([run[0], Command.articles] + run.dropFirst())
    #expect([0, 1].contains(result.status), "\(result.errors)")
    // What sources say stands in quotes, and may use any word.
    let text = result.text.split(separator: "\n").joined(separator: " ")
      .replacing(#/“[^”]*”/#, with: "")
    for sentence in text.split(separator: #/[.;:] /#) {
      let lower = sentence.lowercased()
      #expect(!lower.contains(#/(^|[^\d.,])(0|100)(\.0)? %/#), "\(sentence)")
      for word in Self.others {
        #expect(!lower.contains(word), "\(sentence)")
      }
      if lower.contains("confidence") {
        #expect(!Self.likelihood.contains { lower.contains($0) }, "\(sentence)")
      }
    }
  }
}
