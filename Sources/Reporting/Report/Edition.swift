internal import Evidence
public import InfluenceAnalysis

extension Report {
  /// What made the report, when, and under which conditions beside those that the network itself knows.
  public struct Edition: Sendable, Equatable {
    /// The version of the program.
    public var version: String
    /// The day, as it is to be printed.
    public var date: String
    /// The seed of random steps.
    public var seed: UInt64
    /// The day by which a source must have been published to count, if one was named.
    public var asOf: String?

    /// Makes an edition.
    ///
    /// - Parameters:
    ///   - version: The version of the program.
    ///   - date: The day, as it is to be printed.
    ///   - seed: The seed of random steps.
    ///   - asOf: The day by which a source must have been published to count.
    public init(version: String, date: String, seed: UInt64, asOf: String? = nil) {
      self.version = version
      self.date = date
      self.seed = seed
      self.asOf = asOf
    }
  }

  /// All that must be known to make the same report again, in one value.
  public struct Conditions: Sendable, Equatable {
    /// What made the report, and when.
    public let edition: Edition
    /// The name of the policy.
    public let policy: String
    /// The name of the projection.
    public let projection: String
    /// Which links hold or fail together.
    public let dependence: Dependence
    /// How many worlds were drawn for intervals.
    public let samples: Int
    /// How often the grades were moved.
    public let draws: Int
    /// How many days after a call count.
    public let window: Int
  }

  /// Under which conditions the report was made.
  public var conditions: Conditions {
    Conditions(
      edition: edition, policy: network.policy.name, projection: network.projection.name,
      dependence: network.dependence, samples: options.samples, draws: options.draws,
      window: options.window)
  }
}

extension Report.Conditions {
  /// The conditions as JSON.
  var value: JSONValue {
    .object([
      "version": .string(edition.version), "date": .string(edition.date),
      "seed": .string64(edition.seed), "policy": .string(policy),
      "projection": .string(projection), "dependence": .string(dependence.rawValue),
      "asOf": .optional(edition.asOf), "samples": .integer(samples), "draws": .integer(draws),
      "window": .integer(window),
    ])
  }
}
