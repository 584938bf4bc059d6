/// A node or an edge whose element is open.
struct GEXFOpenElement: Sendable {
  /// Whether it is an edge.
  let isEdge: Bool
  /// Its row in the table; -1 if it is left out.
  var row: Int
  /// Its number among the elements of the file.
  let number: Int
  /// The row of the edge the other way, if the edge goes both ways; else -1.
  var opposite = -1
  /// Whether its tag gives a text to print.
  var hasLabel = false
  /// Whether its tag gives a weight.
  var hasWeight = false
  /// The relation in the tag, until the values are known.
  var kind: String?
  /// The relations among the values.
  var kinds: [String] = []
  /// Whether one of them is called `kind`.
  var hasKind = false
  /// When the statement holds, among the values.
  var when: String?
  /// The time in the tag.
  var span = GEXFSpan()
  /// The times in elements of their own.
  var spells: [GEXFSpan] = []
  /// The nodes from which the node comes.
  var parents: [String] = []
  /// Values that hold for a time, as JSON objects, by the place of the attribute.
  private(set) var dynamic: [Int: [String]] = [:]

  /// Adds a value that holds for a time.
  mutating func add(_ entry: String, to attribute: Int) {
    dynamic[attribute, default: []].append(entry)
  }
}
