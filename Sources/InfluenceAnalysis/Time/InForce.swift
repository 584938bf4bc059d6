public import Evidence

/// Whether a link is in force on a day.
public enum InForce: String, Sendable, Codable {
  /// On every reading of the dates.
  case certainly
  /// On some reading of the dates.
  case possibly
  /// On no reading of the dates.
  case notInForce = "not in force"
}

/// The arcs of a network that are in force on a day.
public struct ArcsInForce: Sendable, Equatable {
  /// The day.
  public let day: Day
  /// Those that are in force on every reading of the dates, in the order of the network.
  public let certainly: [Arc]
  /// Those that are in force on some reading only, in the same order.
  public let possibly: [Arc]
}

extension InfluenceNetwork {
  /// The arcs that are in force on a day: the clock of the facts, not of the sources.
  ///
  /// A link that began on some day `s` and ended on some day `e` is in force certainly if
  /// `last(s) <= day <= first(e)`, possibly if `first(s) <= day <= last(e)`. A state without a date
  /// (`leads`, `spokesman-of`) may have gone on after it was reported, until a death ends it.
  ///
  /// - Parameter day: The day.
  /// - Returns: The arcs by how surely they are in force; the rest is left out.
  /// - Complexity: O(a + n) for a arcs and n statements on them.
  public func arcs(inForceOn day: Day) -> ArcsInForce {
    let timeline = Timeline(self)
    return ArcsInForce(
      day: day, certainly: arcs.filter { timeline.inForce($0, on: day) == .certainly },
      possibly: arcs.filter { timeline.inForce($0, on: day) == .possibly })
  }

  /// The network as it was on a day.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - certainOnly: Whether to keep only what is certainly in force; else what may be is kept too.
  /// - Returns: The network of the arcs that are left, and of no claims; its nodes are the ends of
  ///   these arcs.
  /// - Throws: ``AnalysisError`` if a number in the graph cannot be used.
  /// - Complexity: As ``InfluenceNetwork/init(_:projection:dependence:)``.
  public func restricted(
    to day: Day, certainOnly: Bool = false
  ) throws(AnalysisError) -> InfluenceNetwork {
    let timeline = Timeline(self)
    return try InfluenceNetwork(self) { arc in
      switch timeline.inForce(arc, on: day) {
      case .certainly: true
      case .possibly: !certainOnly
      case .notInForce: false
      }
    }
  }
}
