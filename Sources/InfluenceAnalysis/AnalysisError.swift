public import GraphCore

/// What an analysis cannot do, and how to mend it.
public enum AnalysisError: Error, Equatable, CustomStringConvertible {
  /// There is no such projection.
  case unknownProjection(String, known: [String])
  /// There is no such relation.
  case unknownRelation(String, known: [String])
  /// There is no such measure.
  case unknownMeasure(String, known: [String])
  /// Players of several kinds would take credit from each other.
  case mixedKinds([String])
  /// The graph is too large, or a number in it cannot be used.
  case unusableGraph(GraphError)

  /// What is wrong and how to mend it.
  public var description: String {
    switch self {
    case .unknownProjection(let name, let known):
      "'\(name)' is no projection; use one of \(known.joined(separator: ", "))"
    case .unknownRelation(let name, let known):
      "'\(name)' is no relation; use one of \(known.joined(separator: ", "))"
    case .unknownMeasure(let name, let known):
      "'\(name)' is no measure; use one of \(known.joined(separator: ", "))"
    case .mixedKinds(let kinds):
      "credit is shared among players of one kind, not among \(kinds.joined(separator: ", ")); "
        + "ask for each kind by itself"
    case .unusableGraph(let error):
      "\(error)"
    }
  }
}
