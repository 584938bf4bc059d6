import Evidence

/// What a GEXF document says of the whole network.
///
/// A file of ours says it in one instruction, which holds every attribute with its type; then the
/// elements and attributes for other programs, which repeat some of it, do not count.
struct GEXFHeader: Sendable {
  /// The direction of edges that say nothing themselves.
  enum Direction: String, Sendable {
    /// From source to target.
    case directed
    /// None.
    case undirected
    /// One edge each way.
    case mutual
  }

  /// The direction of edges that say nothing themselves: undirected if the file says nothing either.
  private(set) var direction = Direction.undirected
  /// What the times are.
  private(set) var timeFormat: String?
  /// Whether the ids of nodes are said to be numbers.
  private(set) var idsAreNumbers = false
  private var found: [(name: String, value: AttributeValue, lines: [String])] = []
  private var places: [String: Int] = [:]
  private var choices: [(isOfEdges: Bool, title: String, text: String)] = []
  private var instructed: [NamedAttribute]?

  /// The attributes of the whole network.
  var attributes: [NamedAttribute] {
    if let instructed { return instructed }
    var all = found.map { name, value, lines in
      NamedAttribute(
        name, lines.isEmpty ? value : .text(([value.text] + lines).joined(separator: "\n")))
    }
    for (isOfEdges, name) in [(false, "node options"), (true, "edge options")] {
      var titles: Set<String> = []
      let members = choices.filter { $0.isOfEdges == isOfEdges && titles.insert($0.title).inserted }
        .map { JSONValue.Member($0.title, .string($0.text)) }
      if !members.isEmpty {
        all.append(NamedAttribute(name, .json(JSONValue.object(members).text())))
      }
    }
    return all
  }

  /// Takes an attribute that is text, if it is there and not empty. The first of a name counts.
  mutating func attribute(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    set(name, .text(text))
  }

  private mutating func set(_ name: String, _ value: AttributeValue) {
    guard places[name] == nil else { return }
    places[name] = found.count
    found.append((name, value, []))
  }

  /// Takes what `meta` says; a second element of a name is another line.
  mutating func meta(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    if let place = places[name] {
      found[place].lines.append(text)
    } else {
      set(name, .text(text))
    }
  }

  /// Takes what the tag of the graph says.
  mutating func takeGraph(_ element: borrowing XMLElementEvent) throws(Fault) {
    if let text = element.text("defaultedgetype") {
      guard let known = Direction(rawValue: text.lowercased()) else {
        throw Fault(
          offset: 0, message: "the defaultedgetype '\(Fault.cut(text))' is not known",
          mend: "write directed, undirected or mutual")
      }
      direction = known
    }
    let ids = element.text("idtype")?.lowercased()
    idsAreNumbers = ids == "integer" || ids == "long"
    attribute("name", element.text("name"))
    attribute("mode", element.text("mode"))
    // Version 1.1 calls it timetype.
    let format = element.text("timeformat") ?? element.text("timetype")
    attribute("timeformat", format)
    timeFormat = format?.lowercased()
    // Whole numbers are written as `double`, which more programs know.
    let original = instructed?.first { $0.name == "timeformat" }?.value.text.lowercased()
    if timeFormat == "double", GEXFTime.isWhole(original) { timeFormat = original }
    attribute("timerepresentation", element.text("timerepresentation"))
    attribute("timezone", element.text("timezone"))
    for (name, bytes) in [
      ("start", element.attribute("start")), ("startopen", element.attribute("startopen")),
      ("end", element.attribute("end")), ("endopen", element.attribute("endopen")),
      ("timestamp", element.attribute("timestamp")),
    ] {
      if let bytes, !bytes.isEmpty { set(name, GEXFTime.value(bytes, format: timeFormat)) }
    }
  }

  /// Takes the values that an attribute offers.
  mutating func options(_ text: String, title: String, ofEdges: Bool) {
    if !text.isEmpty { choices.append((ofEdges, title, text)) }
  }

  /// Takes an instruction, if it is the one that holds attributes.
  mutating func takeInstruction(_ target: String, _ text: String) throws(Fault) {
    guard target == XMLInstruction.target, instructed == nil else { return }
    instructed = try XMLInstruction.attributes(text)
  }
}
