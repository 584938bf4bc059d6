import DOT
import Evidence

/// The groups of a network as the subgraphs of a file.
struct DOTGroupTree {
  /// A group.
  struct Group {
    var id: String
    var parent: String?
    var members: [(name: String, text: String)]
  }

  /// The groups in their order; none if the network has none, or they are not as they should be.
  let groups: [Group]
  /// Whether the subgraphs say all that the attribute `groups` says.
  let isWhole: Bool
  /// The numbers of the groups.
  let numbers: [String: Int]
  /// By group, the name of its subgraph.
  let names: [String]
  /// The groups that lie in no other.
  let tops: [Int]
  /// By group, whether it lies in no other.
  private let isTop: [Bool]
  /// By group, those right within it.
  let within: [[Int]]

  /// Subgraphs deeper in each other would be refused by readers; deeper groups name their parent.
  private static let mostDepth = 250

  init(_ network: PlainNetwork) {
    let groups = network.attribute("groups").flatMap { Self.groups($0.text) }
    isWhole = groups != nil
    let found = groups ?? []
    self.groups = found
    let numbers = Dictionary(
      found.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.numbers = numbers
    var taken: Set<String> = []
    names = found.map { group in
      var name = Self.bearsItsName(group) ? group.id : DOTGroups.prefix + "_" + group.id
      while !taken.insert(name).inserted { name += "_" }
      return name
    }
    var tops: [Int] = []
    var isTop = [Bool](repeating: false, count: found.count)
    var within = [[Int]](repeating: [], count: found.count)
    for (number, group) in found.enumerated() {
      if let parent = group.parent.flatMap({ numbers[$0] }),
        Self.ends(number, found, numbers)
      {
        within[parent].append(number)
      } else {
        tops.append(number)
        isTop[number] = true
      }
    }
    self.tops = tops
    self.isTop = isTop
    self.within = within
  }

  /// Whether the way up from a group ends, and soon.
  private static func ends(_ group: Int, _ groups: [Group], _ numbers: [String: Int]) -> Bool {
    var current = group
    for _ in 0..<mostDepth {
      guard let parent = groups[current].parent.flatMap({ numbers[$0] }) else { return true }
      current = parent
    }
    return false
  }

  private static func bearsItsName(_ group: Group) -> Bool {
    group.id.hasPrefix(DOTGroups.prefix)
      || group.members.contains { $0.name == DOTGroups.isDrawn && $0.text == "false" }
  }

  /// The attributes of the subgraph of a group, as they are written.
  func attributes(of number: Int) -> [String] {
    let group = groups[number]
    var written: [String] = []
    func write(_ name: String, _ value: String) {
      written.append("\(DOTEscaping.attributeName(name))=\(value)")
    }
    let values = Dictionary(group.members, uniquingKeysWith: { first, _ in first })
    func value(_ name: String) -> DOTWritten? {
      values[name].map {
        DOTWritten(
          name, $0, html: values[name + DOTValueText.html],
          escapes: values[name + DOTValueText.escapes])
      }
    }
    for (name, _) in group.members {
      if name == DOTGroups.isDrawn, values[name] == "false", !group.id.hasPrefix(DOTGroups.prefix) {
        continue
      }
      var isKept = false
      for ending in [DOTValueText.html, DOTValueText.escapes] where name.hasSuffix(ending) {
        let base: String = String(name.dropLast(ending.count))
        if value(base)?.used == ending { isKept = true }
      }
      if !isKept, let text = value(name)?.text { write(name, text) }
    }
    if names[number] != group.id {
      write(DOTGroups.id, DOTValue.text(group.id).written(attribute: DOTGroups.id))
    }
    if let parent = group.parent, isTop[number] {
      write("parent", DOTValue.text(parent).written(attribute: "parent"))
    }
    return written
  }

  /// The groups of the attribute, or `nil` if it is no list of objects with different ids.
  private static func groups(_ text: String) -> [Group]? {
    guard let tree = try? DocumentTree.parse(text), case .sequence(let items, _) = tree else {
      return nil
    }
    var ids: Set<String> = []
    var groups: [Group] = []
    for item in items {
      guard case .mapping(let entries, _) = item else { return nil }
      var group = Group(id: "", parent: nil, members: [])
      var hasID = false
      for entry in entries {
        guard case .scalar(let text, _) = entry.value else { return nil }
        switch entry.key {
        case "id":
          group.id = text
          hasID = true
        case "parent": group.parent = text
        default: group.members.append((entry.key, text))
        }
      }
      guard hasID, ids.insert(group.id).inserted else { return nil }
      groups.append(group)
    }
    return groups
  }
}
