/// What came of a test whether attacks follow calls. An association is not evidence of direction.
public struct AssociationResult: Sendable, Equatable {
  /// Why there is no p-value.
  public enum Refusal: String, Sendable, Codable, CaseIterable {
    /// The list of attacks is not declared complete for the span.
    case frame
    /// There are fewer than three calls.
    case calls
    /// There are fewer than five attacks.
    case attacks
    /// More than a fifth of the dates are wider than half the window.
    case wideDates = "wide dates"
    /// The windows cover more than half of the span.
    case coverage
    /// Even the best possible outcome would have a p-value above 0.05.
    case power
    /// Within the bounds of the dates the p-value lies on both sides of 0.05.
    case straddles
    /// The window was chosen after a look at the data.
    case searchedWindow = "searched window"

    /// The reason in a sentence.
    public var sentence: String {
      switch self {
      case .frame:
        "the list of attacks is not declared complete for the span: attacks that were listed because "
          + "of the calls would show an association that is not there"
      case .calls: "there are fewer than \(AssociationTest.leastCalls) calls"
      case .attacks: "there are fewer than \(AssociationTest.leastAttacks) attacks in the span"
      case .wideDates: "more than one date in five is vaguer than half the window"
      case .coverage: "the windows after the calls cover more than half of the span"
      case .power: "no outcome at all could have a p-value of 0.05 or less"
      case .straddles: "within the bounds of the dates the p-value lies on both sides of 0.05"
      case .searchedWindow:
        "the window was chosen after a look at the data; give all windows that were tried"
      }
    }
  }

  /// What has to be said beside the numbers.
  public enum Caveat: String, Sendable, Codable, CaseIterable {
    /// An association does not say who moved whom.
    case notDirection = "not direction"
    /// Calls and attacks may follow the same season.
    case season
    /// Calls and attacks may follow the same trend.
    case trend
    /// Small counts make the test cautious.
    case discreteness
    /// Some dates are vague; the midpoint was taken.
    case vagueDates = "vague dates"

    /// The caveat in a sentence.
    public var sentence: String {
      switch self {
      case .notDirection: "association, not evidence of direction"
      case .season:
        "valid only if attack rates do not move with the calls for another reason: a common season such "
          + "as Ramadan makes the test reject a true null in 26 to 58 % of cases"
      case .trend:
        "a common steep trend makes it reject a true null in 11 to 26 % of cases; permuting attacks "
          + "instead of shifting calls would be worse"
      case .discreteness:
        "with few calls and attacks it rejects a true null in less than 5 % of cases"
      case .vagueDates:
        "vague dates were taken at their midpoint; the range says what they leave open"
      }
    }
  }

  /// What one length of window gave.
  public struct Count: Sendable, Equatable {
    /// The window: days 1 to this one after a call.
    public let window: Int
    /// How many attacks fall into the window of some call, each once, dates at their midpoints.
    public let observed: Int
    /// How many do at the least and at the most within the bounds of the dates.
    public let range: ClosedRange<Int>
    /// How many would on average over all shifts of the calls.
    public let expected: Double
    /// Which share of the days of the span lies in some window, 0 to 1.
    public let covered: Double
    /// How many attacks fall on the very day of a call; they do not count.
    public let onTheDay: Int
  }

  /// The windows, in the order given; one unless several were tried.
  public let counts: [Count]
  /// How many calls lie in the span.
  public let calls: Int
  /// How many attacks lie in the span.
  public let attacks: Int
  /// How many calls and attacks lie outside the span and were left out.
  public let leftOut: Int
  /// The number of days of the span.
  public let days: Int
  /// The p-value, or `nil` if there is a reason against it.
  public let p: Double?
  /// The p-values with the most and with the fewest attacks that the dates allow, under the same
  /// conditions.
  public let pRange: ClosedRange<Double>?
  /// The smallest p-value that any outcome could have.
  public let attainable: Double
  /// Why there is no p-value, in the order of ``Refusal``; empty if there is one.
  public let refusals: [Refusal]
  /// What has to be said beside the numbers, in the order of ``Caveat``.
  public let caveats: [Caveat]
}
