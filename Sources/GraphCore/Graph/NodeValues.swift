/// One value for each node, with the name of what was measured and how it was scaled.
public struct NodeValues<Value: Sendable>: Sendable {
  /// The name of the measure, such as `betweenness`.
  public let measure: String
  /// The values by node index.
  public let values: [Value]
  /// What the raw values were divided by.
  public let normalization: Normalization
  /// How the iteration ended, for measures that are computed by iteration.
  public let convergence: Convergence?
  /// Why no node has a value, where the measure is not defined on this graph.
  public let undefinedBecause: String?

  package init(
    measure: String, values: [Value], normalization: Normalization = .raw,
    convergence: Convergence? = nil, undefinedBecause: String? = nil
  ) {
    self.measure = measure
    self.values = values
    self.normalization = normalization
    self.convergence = convergence
    self.undefinedBecause = undefinedBecause
  }

  /// The value of a node.
  ///
  /// - Parameter node: A node index.
  /// - Returns: Its value.
  public subscript(node: Int) -> Value { values[node] }
}

extension NodeValues: Equatable where Value: Equatable {}

/// One value for each edge, with the name of what was measured and how it was scaled.
public struct EdgeValues<Value: Sendable>: Sendable {
  /// The name of the measure, such as `edge-betweenness`.
  public let measure: String
  /// The values by edge index.
  public let values: [Value]
  /// What the raw values were divided by.
  public let normalization: Normalization

  package init(measure: String, values: [Value], normalization: Normalization = .raw) {
    self.measure = measure
    self.values = values
    self.normalization = normalization
  }

  /// The value of an edge.
  ///
  /// - Parameter edge: An edge index.
  /// - Returns: Its value.
  public subscript(edge: Int) -> Value { values[edge] }
}

extension EdgeValues: Equatable where Value: Equatable {}

/// The rule by which raw values became the values shown.
public struct Normalization: Sendable, Hashable {
  /// The rule in words or as a formula in n, such as `n - 1`; `raw` where nothing was divided.
  public let rule: String
  /// The number by which each raw value was divided; 1 for raw values. Nil where each node has its
  /// own.
  public let denominator: Double?

  /// Nothing was divided.
  public static let raw = Normalization(rule: "raw", denominator: 1)

  package init(rule: String, denominator: Double?) {
    self.rule = rule
    self.denominator = denominator
  }
}

/// How an iteration ended.
public struct Convergence: Sendable, Hashable {
  /// Whether the residual came down to the tolerance.
  public let converged: Bool
  /// How many rounds were run.
  public let iterations: Int
  /// How far the last round still moved the values, in the norm that the measure's comment names.
  public let residual: Double

  package init(converged: Bool, iterations: Int, residual: Double) {
    self.converged = converged
    self.iterations = iterations
    self.residual = residual
  }
}
