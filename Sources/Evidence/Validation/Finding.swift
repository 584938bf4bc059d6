/// Something wrong or doubtful in a graph: what, where, and how to mend it.
public struct Finding: Sendable, Equatable {
  /// How bad it is.
  public enum Severity: String, Sendable, Comparable {
    /// The graph cannot be relied on.
    case error
    /// A reader should look.
    case warning

    /// Orders errors before warnings.
    ///
    /// - Parameters:
    ///   - left: A severity.
    ///   - right: Another.
    /// - Returns: Whether the left one is worse.
    public static func < (left: Severity, right: Severity) -> Bool {
      left == .error && right == .warning
    }
  }

  /// How bad it is.
  public var severity: Severity
  /// The rule that was broken, a stable word in kebab case.
  public var rule: String
  /// What is wrong.
  public var message: String
  /// How to mend it.
  public var mend: String
  /// Which part of the graph it is about.
  public var place: Place
  /// Where that stands in a file, once a reader has filled it in.
  public var location: Location?

  /// Makes a finding.
  ///
  /// - Parameters:
  ///   - severity: How bad it is.
  ///   - rule: The rule that was broken.
  ///   - message: What is wrong.
  ///   - mend: How to mend it.
  ///   - place: Which part of the graph it is about.
  ///   - location: Where that stands in a file.
  public init(
    _ severity: Severity, rule: String, message: String, mend: String, place: Place = .document,
    location: Location? = nil
  ) {
    self.severity = severity
    self.rule = rule
    self.message = message
    self.mend = mend
    self.place = place
    self.location = location
  }
}

/// A place in a file.
public struct Location: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The path as the user gave it.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in Unicode scalars.
  public var column: Int

  /// Makes a location.
  ///
  /// - Parameters:
  ///   - file: The path.
  ///   - line: The line, from 1.
  ///   - column: The column, from 1.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file:line:column`.
  public var description: String { "\(file):\(line):\(column)" }

  /// Orders by file, line and column.
  ///
  /// - Parameters:
  ///   - left: A location.
  ///   - right: Another.
  /// - Returns: Whether the left one comes first.
  public static func < (left: Location, right: Location) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

/// A part of a graph, by its position in the graph's lists and perhaps a key of the entry.
public struct Place: Sendable, Hashable {
  /// The entry.
  public enum Item: Sendable, Hashable {
    /// The document as a whole.
    case document
    /// The source at an index.
    case source(Int)
    /// The declared asserter at an index.
    case asserter(Int)
    /// The entity at an index.
    case entity(Int)
    /// The statement at an index.
    case statement(Int)
  }

  /// The entry.
  public var item: Item
  /// The key of the long form within the entry, such as `when`.
  public var key: String?

  /// Makes a place.
  ///
  /// - Parameters:
  ///   - item: The entry.
  ///   - key: The key within it.
  public init(_ item: Item, _ key: String? = nil) {
    self.item = item
    self.key = key
  }

  /// The document as a whole.
  public static let document = Place(.document)
}
