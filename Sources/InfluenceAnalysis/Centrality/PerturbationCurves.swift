public import GraphCore

/// How far a centrality can be relied on if the network has errors of its own.
///
/// After Borgatti, Carley and Krackhardt [BorgattiCarley2006]: errors of growing size are made at
/// random, the measure is taken again, and the two scores are compared over the nodes that are in both
/// networks. This is about people and ties that are missing from the evidence, or wrongly in it, which
/// the intervals over worlds say nothing of; the two belong in separate tables.
public struct PerturbationCurves: Sendable, Equatable {
  /// How many errors are made, and of which size.
  public struct Options: Sendable, Equatable {
    /// The kinds of error.
    public var kinds = Graph.Perturbation.allCases
    /// The parts of the nodes or edges that are wrong, each above 0 and at most 1.
    public var shares = [0.05, 0.1, 0.25, 0.5]
    /// How many errors of each kind and size.
    public var draws = 200
    /// The seed of the draws.
    public var seed: UInt64 = 0

    /// The defaults.
    public init() {}
  }

  /// The means over the errors of one kind and size.
  public struct Point: Sendable, Equatable {
    /// The kind of error.
    public let kind: Graph.Perturbation
    /// The part of the nodes or edges that is wrong.
    public let share: Double
    /// How often the true first is first; ties share.
    public let top1: Double
    /// How often the true first is among the first three; ties share.
    public let top3: Double
    /// The first tenths (at least one node): those in both by those in either, 0 to 1; nodes that tie
    /// across the border are in by a part.
    public let overlap: Double
    /// The square of the correlation of the scores, 0 to 1; `nil` if all scores of one side are equal
    /// in every draw.
    public let rSquared: Double?
    /// In what part of the draws that correlation was defined.
    public let definedIn: Double
  }

  /// The name of the measure.
  public let measure: String
  /// Which way the measure looks, in a sentence.
  public let meaning: String
  /// The points, by kind and share, in the order asked for.
  public let points: [Point]

  /// Makes errors in a network and measures what becomes of a centrality.
  ///
  /// - Parameters:
  ///   - graph: The network.
  ///   - measure: The name of the measure.
  ///   - options: How many errors, and of which size.
  /// - Throws: ``AnalysisError`` for an unknown measure, or a weight that it cannot use.
  /// - Complexity: One computation of the measure for each draw: 3,200 by the defaults.
  public init(
    _ graph: Graph, measure: String, options: Options = Options()
  ) throws(AnalysisError) {
    precondition(options.draws >= 1, "a curve needs at least one draw")
    precondition(
      options.shares.allSatisfy { $0 > 0 && $0 <= 1 }, "shares are above 0 and at most 1")
    guard let known = Measure.named(measure), known.subject == .nodes else {
      throw .unknownMeasure(measure, known: Measure.all.map(\.name))
    }
    var points: [Point] = []
    do {
      let truth = try known.compute(graph, Measure.Setting()).scores
      for kind in options.kinds {
        for share in options.shares {
          var generator = SeededGenerator(seed: options.seed)
          var sum = Comparison.Sum()
          for _ in 0..<options.draws {
            let changed = try graph.perturbed(kind, share: share, using: &generator)
            let scores = try known.compute(changed.graph, Measure.Setting()).scores
            sum.add(
              Comparison(
                truth: changed.kept.map { truth[$0] },
                observed: Array(scores.prefix(changed.kept.count))))
          }
          points.append(sum.point(kind, share))
        }
      }
    } catch {
      throw .unusableGraph(error)
    }
    self.measure = measure
    meaning = known.meaning
    self.points = points
  }
}

/// How alike two lists of scores of the same nodes are.
struct Comparison {
  /// How far the true first is first.
  let top1: Double
  /// How far the true first is among the first three.
  let top3: Double
  /// The first tenths: what is in both by what is in either.
  let overlap: Double
  /// The square of the correlation.
  let rSquared: Double?

  init(truth: [Double?], observed: [Double?]) {
    let (before, after) = (MeasureResult.midRanks(truth), MeasureResult.midRanks(observed))
    let first = MeasureResult.membership(of: before, top: 1)
    func chance(_ places: Int) -> Double {
      zip(first, MeasureResult.membership(of: after, top: places)).reduce(0) { $0 + $1.0 * $1.1 }
    }
    top1 = chance(1)
    top3 = chance(3)
    let tenth = max(1, Int((Double(truth.count) / 10).rounded()))
    let pairs = zip(
      MeasureResult.membership(of: before, top: tenth),
      MeasureResult.membership(of: after, top: tenth))
    let either = pairs.reduce(0) { $0 + max($1.0, $1.1) }
    overlap = either > 0 ? pairs.reduce(0) { $0 + min($1.0, $1.1) } / either : 0
    let both = zip(truth, observed).compactMap { a, b in a.flatMap { a in b.map { (a, $0) } } }
    rSquared = correlation(both.map(\.0), both.map(\.1)).map { $0 * $0 }
  }

  /// Sums of comparisons.
  struct Sum {
    private var count = 0.0
    private var (top1, top3, overlap) = (0.0, 0.0, 0.0)
    private var (rSquared, defined) = (0.0, 0.0)

    mutating func add(_ comparison: Comparison) {
      count += 1
      top1 += comparison.top1
      top3 += comparison.top3
      overlap += comparison.overlap
      if let value = comparison.rSquared {
        rSquared += value
        defined += 1
      }
    }

    func point(_ kind: Graph.Perturbation, _ share: Double) -> PerturbationCurves.Point {
      PerturbationCurves.Point(
        kind: kind, share: share, top1: top1 / count, top3: top3 / count,
        overlap: overlap / count, rSquared: defined > 0 ? rSquared / defined : nil,
        definedIn: defined / count)
    }
  }
}
