internal import Evidence
public import InfluenceAnalysis

/// What leads from one entity to another, ready to be shown.
///
/// Its forms are in the extensions: text for a terminal, JSON, and a page for Markdown and HTML.
public struct TraceReport: Sendable {
  /// The trace.
  public let trace: Trace
  /// What it is written with.
  public let context: FindingContext
  /// What the connection hangs on, if that was asked for.
  public let check: ConnectionCheck?

  /// Makes a report of a trace.
  ///
  /// - Parameters:
  ///   - trace: The trace.
  ///   - context: What it is written with.
  ///   - check: What the connection hangs on.
  public init(_ trace: Trace, context: FindingContext, check: ConnectionCheck? = nil) {
    self.trace = trace
    self.context = context
    self.check = check
  }

  /// The chain in a sentence: how probable it is and what kind of influence.
  static func summary(_ chain: Chain) -> String {
    "\(chain.phrase) (\(Phrase.percent(chain.probability))), \(degreeWords(of: chain))"
  }

  static func degreeWords(of chain: Chain) -> String {
    chain.degree == .carries ? "carries on only" : chain.degree.rawValue
  }

  /// What a reader must know of a chain before believing it.
  static func remarks(_ chain: Chain) -> [String] {
    var remarks = [FindingContext.words(chain.order)]
    if chain.crossesGroup {
      remarks.append("it passes through a group by its leader or spokesman, which no source says")
    }
    if abs(chain.product - chain.probability) >= 0.005 {
      remarks.append(
        "its links share evidence: taken as independent they would give "
          + Phrase.percent(chain.product))
    }
    return remarks
  }

  /// The connection in a sentence.
  var connectionWords: String {
    let connection = trace.connection
    let chains = trace.chains.count == 1 ? "1 chain" : "\(trace.chains.count) chains"
    var words =
      "Some chain holds: \(Phrase.likelihood(connection.probability)) "
      + "(\(Phrase.percent(connection.probability)), \(connection.method)"
    if connection.low != connection.high {
      words += ", 95 % interval \(Self.range(connection.low, connection.high))"
    }
    return words + "); \(chains) shown."
  }

  private static func range(_ low: Double, _ high: Double) -> String {
    let (first, last) = (Phrase.percent(low), Phrase.percent(high))
    return first == last ? first : "\(first) to \(last)"
  }

  /// The choices in a line.
  var choices: String {
    "projection \(context.projection), policy \(context.policy), seed \(context.seed)"
  }
}
