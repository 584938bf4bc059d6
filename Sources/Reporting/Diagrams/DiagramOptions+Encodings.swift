internal import Evidence

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension DiagramOptions {
  /// Numbers by node id, shown by a scale of colours or by size.
  public struct Scores: Sendable, Equatable {
    /// What the numbers are, which decides the scale and how its ends are written.
    public enum Unit: Sendable, Equatable {
      /// Scores of a measure or numbers of an attribute, from the least to the largest.
      case number
      /// Probabilities, from 0 to 1.
      case probability
      /// Dates as years with their fraction, from the first to the last.
      case year
    }

    /// The measure's name.
    public var name: String
    /// The numbers; a node without one is grey, and as small as can be.
    public var values: [String: Double]
    /// What they are.
    public var unit: Unit

    /// Makes scores.
    ///
    /// - Parameters:
    ///   - name: The measure's name.
    ///   - values: The numbers by node id.
    ///   - unit: What they are.
    public init(name: String, values: [String: Double], unit: Unit = .number) {
      self.name = name
      self.values = values
      self.unit = unit
    }

    /// A score as a share of the largest one, from 0 to 1, for sizes.
    func share(of id: String) -> Double {
      let largest = values.values.reduce(0) { $1.isFinite ? max($0, $1) : $0 }
      guard largest > 0, let value = values[id], value.isFinite else { return 0 }
      return max(0, value / largest)
    }

    /// The scale that they lie on.
    var scale: Scale { Scale(values.values, unit: unit) }
  }

  /// A division of the nodes into groups, numbered from 0.
  public struct Groups: Sendable, Equatable {
    /// How groups are coloured.
    public enum Colours: Sendable, Equatable {
      /// Each differently, the first eight; the others grey.
      case apart
      /// By a scale, the first group as the most.
      case ordered
      /// As the statuses of links, in the order of ``Diagram/statusOrder``.
      case status
    }

    /// What the groups are, such as `community`.
    public var name: String
    /// The group of each node.
    public var values: [String: Int]
    /// What each group is called; `community 1` and so on where there is nothing.
    public var titles: [String]
    /// How they are coloured.
    public var colours: Colours

    /// Makes groups.
    ///
    /// - Parameters:
    ///   - name: What the groups are, such as `community`.
    ///   - values: The group of each node.
    ///   - titles: What each group is called.
    ///   - colours: How they are coloured.
    public init(
      name: String, values: [String: Int], titles: [String] = [], colours: Colours = .apart
    ) {
      self.name = name
      self.values = values
      self.titles = titles
      self.colours = colours
    }

    /// What a group is called.
    func title(of group: Int) -> String {
      titles.indices.contains(group)
        ? VisibleText.line(titles[group]) : "\(name) \(group + 1)"
    }

    /// The fill of a group, before the theme washes it.
    func fill(of group: Int, on theme: Theme) -> Colour {
      switch colours {
      case .apart: return Palette.group(group)
      case .ordered:
        let last = Double(max(titles.count - 1, 1))
        return ColourScale.viridis.fill(1 - Double(group) / last, on: theme)
      case .status:
        return Diagram.statusOrder.indices.contains(group)
          ? Palette.status(Diagram.statusOrder[group]) : Palette.grey
      }
    }
  }

  /// What the fill of a node shows.
  public enum Colouring: Sendable, Equatable {
    /// Its kind.
    case kind
    /// A score.
    case scores(Scores)
    /// Its group.
    case groups(Groups)
  }

  /// What the colour of a line shows.
  public enum LineColouring: String, Sendable, CaseIterable {
    /// The degree of the relation, and claims, denials and leads apart.
    case degree
    /// The probability.
    case probability
    /// The status of the link.
    case status
    /// When the fact held.
    case date
  }

  /// The numbers that a scale of colours runs over.
  struct Scale: Equatable {
    /// The number at the low end.
    let low: Double
    /// The number at the high end.
    let high: Double
    /// What the numbers are.
    let unit: Scores.Unit

    init(_ values: some Sequence<Double>, unit: Scores.Unit) {
      let finite = values.filter(\.isFinite)
      low = unit == .probability ? 0 : finite.min() ?? 0
      high = unit == .probability ? 1 : finite.max() ?? 0
      self.unit = unit
    }

    /// The colours; those of dates differ from those of scores.
    var colours: ColourScale { unit == .year ? .cividis : .viridis }

    /// Where a number lies, from 0 to 1; the middle where all numbers are one.
    func share(of value: Double) -> Double {
      high > low ? min(max((value - low) / (high - low), 0), 1) : 0.5
    }

    /// The numbers at the ends and in the middle, as they are written; one where all are one.
    var marks: [String] {
      high > low ? [low, (low + high) / 2, high].map(text) : [text(low)]
    }

    private func text(_ value: Double) -> String {
      switch unit {
      case .probability: return "\(Int((value * 100).rounded())) %"
      case .year:
        let year = Int(value.rounded(.down))
        guard high - low < 4, let start = Day(year: year, month: 1, day: 1) else {
          return "\(year)"
        }
        let days = (value - Double(year)) * (Day.isLeap(year) ? 366 : 365)
        let day = "\(start.adding(days: Int(days)))"
        return high - low < 0.5 ? day : String(day.dropLast(3))
      case .number:
        guard value != 0 else { return "0" }
        let digits = 2 - Int(log10(abs(value)).rounded(.down))
        let factor = pow(10, Double(min(max(digits, 0), 300)))
        return JSONValue.number((value * factor).rounded() / factor).text()
      }
    }
  }
}
