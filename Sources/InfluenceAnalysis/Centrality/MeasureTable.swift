/// Scores of the nodes of one network by several measures.
public struct MeasureTable: Sendable, Equatable {
  /// The measures, in the order asked for.
  public let measures: [MeasureResult]
}

/// The scores by one measure.
public struct MeasureResult: Sendable, Equatable {
  /// The score of one node.
  public struct Score: Sendable, Equatable {
    /// The id of the node.
    public let id: String
    /// The name to print.
    public let name: String
    /// The kind of entity; empty in a plain network.
    public let kind: String
    /// The score, or `nil` where the measure is undefined.
    public let score: Double?
    /// The place, 1 for the highest score; ties share the mean of their places.
    public let rank: Double?
  }

  /// The name of the measure.
  public let name: String
  /// What raw scores were divided by, in words.
  public let normalization: String
  /// Whether the computation came to rest; true where nothing is iterated.
  public let converged: Bool
  /// Which way the measure looks and what a high score means, in a sentence.
  public let meaning: String
  /// Why there are no scores, if the measure is undefined on this network.
  public let undefinedBecause: String?
  /// The scores, highest first; ties by id, undefined ones last.
  public let scores: [Score]
}
