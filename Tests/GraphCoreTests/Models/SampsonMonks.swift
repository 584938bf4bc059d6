import GraphCore
import TestSupport

/// Eighteen novices of a monastery and whom of the others each liked most, at the last of three times: data
/// of S. F. Sampson (1969), as `samplk3` of the R package ergm 4.12.0 has them, in its order of names.
enum SampsonMonks {
  /// By novice, whom he likes.
  private static let liked = [
    [2, 11, 13], [0, 6, 11], [0, 12, 16, 17], [4, 5, 10], [3, 8, 10], [3, 4, 8], [1, 11, 15],
    [3, 5, 8], [4, 7, 11], [3, 4, 8, 12], [4, 7, 13], [0, 1, 6], [4, 6, 17], [0, 11, 14],
    [1, 6, 11], [1, 6, 14], [1, 2, 17], [1, 2, 16],
  ]

  static let graph = GraphFamilies.make(
    18, liked.indices.flatMap { tail in liked[tail].map { (tail, $0) } }, isDirected: true)

  /// The usual model of directed networks, and what R ergm 4.12.0 (R 4.6.1) says of it here: its summary,
  /// its maximum pseudo-likelihood, and its maximum likelihood with errors, which vary a little by chance.
  /// The values are those that the tests of the Python package ergmx hold; R was not run here.
  static let terms: [GraphTerm] = [.edges, .mutual, .sharedPartners(decay: 0.5)]
  static let statistics = [56, 15, 40.8764502051946]
  static let pseudoLikelihood = [-2.74240166167279, 1.9113066325342, 0.534200455826226]
  static let likelihood = [-2.62387651038295, 2.11447206885933, 0.386737827321816]
  static let errors = [0.259647595713201, 0.481866290821406, 0.15791344376968]
}
