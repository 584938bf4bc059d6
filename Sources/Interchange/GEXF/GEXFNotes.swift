/// What a user should know of a GEXF file, counted while it is read.
struct GEXFNotes: Sendable {
  /// How many nodes have a second element.
  var repeatedNodes = 0
  /// How many values of one attribute an element gives beside the one that counts.
  var repeatedValues = 0
  /// How many colors, sizes, positions or shapes are none.
  var badLooks = 0
  private var passed: [String] = []
  private var passedAttributes: [String] = []
  private var types: [String] = []

  /// An element that GEXF does not know.
  mutating func passOver(_ name: String) { Self.add(name, to: &passed) }

  /// An attribute of a tag that GEXF does not know.
  mutating func passOverAttribute(_ name: String) { Self.add(name, to: &passedAttributes) }

  /// A type that GEXF does not know.
  mutating func unknownType(_ name: String) { Self.add(name, to: &types) }

  private static func add(_ name: String, to list: inout [String]) {
    if list.count < 6, !list.contains(name) { list.append(name) }
  }

  private static func shown(_ list: [String]) -> String {
    list.prefix(5).map { Fault.cut($0) }.joined(separator: ", ") + (list.count > 5 ? ", ..." : "")
  }

  /// One sentence each.
  var remarks: [String] {
    var remarks: [String] = []
    func add(_ count: Int, _ one: String, _ many: String) {
      if count > 0 { remarks.append(count == 1 ? one : "\(count) \(many)") }
    }
    add(
      repeatedNodes, "one element repeats a node; what it says is joined",
      "elements repeat a node; what they say is joined")
    add(
      repeatedValues, "one value is given again in its element; the last counts",
      "values are given again in their element; the last counts")
    add(
      badLooks, "one color, size, position or shape is not valid and left out",
      "colors, sizes, positions or shapes are not valid and left out")
    if !types.isEmpty {
      remarks.append("unknown types of attributes are taken as text: \(Self.shown(types))")
    }
    if !passed.isEmpty {
      remarks.append("elements that GEXF does not know are passed over: \(Self.shown(passed))")
    }
    if !passedAttributes.isEmpty {
      remarks.append(
        "attributes of tags that GEXF does not know are passed over: \(Self.shown(passedAttributes))"
      )
    }
    return remarks
  }
}
