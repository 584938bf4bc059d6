/// What FollowTheMoney knows of things and links: its schemata by name.
struct FollowTheMoneyModel: Sendable {
  /// A schema with everything that it inherits.
  struct Schema: Sendable {
    /// The name.
    let name: String
    /// Whether nothing may be of this schema alone.
    let isAbstract: Bool
    /// The properties of the two ends, if it is a link.
    let link: Link?
    /// The properties by which an entity is called, the first that is there.
    let caption: [String]
    /// The types of the properties by name.
    let types: [String: String]
    /// The schema itself and all that it extends.
    let kinds: Set<String>
  }

  /// How a schema joins two entities.
  struct Link: Sendable {
    /// The property of the one end.
    let source: String
    /// The property of the other.
    let target: String
    /// Whether it runs from the one to the other.
    let isDirected: Bool
  }

  /// The schemata by name.
  let schemata: [String: Schema]

  /// The schemata of FollowTheMoney itself.
  static let standard = FollowTheMoneyModel(FollowTheMoneySchemata.lines)

  /// Reads schemata as ``FollowTheMoneySchemata/lines`` has them.
  init(_ text: String) {
    var joined: [String] = []
    for line in text.split(separator: "\n") {
      if line.first == " ", let last = joined.indices.last {
        joined[last] += " " + line.drop(while: { $0 == " " })
      } else {
        joined.append(String(line))
      }
    }
    let lines = joined.map(Line.init)
    let byName = Dictionary(lines.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var schemata: [String: Schema] = [:]
    for line in lines {
      // Ancestors, nearest first.
      var order = [line.name]
      var next = 0
      while next < order.count {
        for parent in byName[order[next]]?.parents ?? [] where !order.contains(parent) {
          order.append(parent)
        }
        next += 1
      }
      let chain = order.compactMap { byName[$0] }
      var types: [String: String] = [:]
      for ancestor in chain {
        for (name, type) in ancestor.properties where types[name] == nil { types[name] = type }
      }
      schemata[line.name] = Schema(
        name: line.name, isAbstract: line.isAbstract, link: line.link,
        caption: chain.first { !$0.caption.isEmpty }?.caption ?? [], types: types,
        kinds: Set(order))
    }
    self.schemata = schemata
  }

  subscript(name: String) -> Schema? { schemata[name] }

  /// A line as it stands.
  private struct Line {
    var name = ""
    var isAbstract = false
    var parents: [String] = []
    var link: Link?
    var caption: [String] = []
    var properties: [(name: String, type: String)] = []

    init(_ text: String) {
      let halves = text.split(separator: "|", maxSplits: 1)
      for (index, word) in (halves.first ?? "").split(separator: " ").enumerated() {
        if index == 0 {
          let parts = word.split(separator: ":")
          isAbstract = parts.first?.last == "*"
          name = String((parts.first ?? "").filter { $0 != "*" })
          parents = parts.count > 1 ? parts[1].split(separator: ",").map(String.init) : []
        } else if word.first == "!" {
          caption = word.dropFirst().split(separator: ",").map(String.init)
        } else if let mark = word.firstIndex(where: { $0 == ">" || $0 == "-" }) {
          link = Link(
            source: String(word[..<mark]), target: String(word[word.index(after: mark)...]),
            isDirected: word[mark] == ">")
        }
      }
      guard halves.count > 1 else { return }
      for word in halves[1].split(separator: " ") {
        switch word.last {
        case "@": properties.append((String(word.dropLast()), "entity"))
        case "#": properties.append((String(word.dropLast()), "date"))
        default:
          let parts = word.split(separator: "/")
          properties.append((String(parts[0]), parts.count > 1 ? String(parts[1]) : "string"))
        }
      }
    }
  }
}

extension FollowTheMoneyModel.Schema {
  /// Whether an entity of this schema may stand where another one is asked for.
  func isA(_ name: String) -> Bool { kinds.contains(name) }
}
