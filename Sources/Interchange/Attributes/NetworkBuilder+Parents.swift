extension NetworkBuilder {
  /// Makes sure that nothing lies in itself, over however many parents: whoever draws the groups, or
  /// walks up from a node, would never end.
  ///
  /// A parent is the group of its name or else the node. One that leads round is a bad record, and is
  /// dropped if those are left out; a name of nothing is told in a remark.
  ///
  /// - Throws: ``Fault`` for the first node or group whose parents lead back to it.
  /// - Complexity: O(nodes + groups).
  mutating func checkParents() throws(Fault) {
    let column = nodes.column(named: "parent", rowCount: nodeCount)
    var groups = NetworkGroups(attributes)
    guard column != nil || groups.parents.contains(where: { $0 != nil }) else { return }
    let wanted = (0..<nodeCount).map { column?[$0]?.text } + groups.parents
    var parents = parents(named: wanted, groups)
    /// The node or group from which each was first reached.
    var reached = [Int32](repeating: -1, count: parents.count)
    var hasChanged = false
    for start in parents.indices {
      var current = start
      while reached[current] < 0 {
        reached[current] = Int32(start)
        guard parents[current] >= 0 else { break }
        let next = Int(parents[current])
        guard reached[next] == Int32(start) else {
          current = next
          continue
        }
        // The way has come round; everything between is reached by now.
        try skip(ring(at: next, parent: Int(parents[next]), groups))
        parents[next] = -1
        if next < nodeCount {
          nodes.remove(column: nodes.column("parent"), row: next)
        } else {
          groups.removeParent(of: next - nodeCount)
          hasChanged = true
        }
        break
      }
    }
    if hasChanged, let place = attributes.firstIndex(where: { $0.name == NetworkGroups.name }) {
      attributes[place].value = groups.value
    }
  }

  /// What the names of parents mean: the index of a node, or after all nodes of a group; -1 for none.
  private mutating func parents(named wanted: [String?], _ groups: NetworkGroups) -> [Int32] {
    var numbers: [String: Int32] = [:]
    for node in 0..<nodeCount { numbers[name(of: node)] = Int32(node) }
    for (group, id) in groups.ids.enumerated().reversed() {
      if let id { numbers[id] = Int32(nodeCount + group) }
    }
    let parents = wanted.map { name in name.flatMap { numbers[$0] } ?? -1 }
    let strange = zip(wanted, parents).filter { name, parent in
      parent < 0 && name.map { !$0.isEmpty } ?? false
    }
    if let name = strange.first?.0 {
      remarks.append(
        strange.count == 1
          ? "the parent '\(Fault.cut(name))' is neither a node nor a group of the network"
          : "\(strange.count) parents are neither nodes nor groups of the network, the first of them "
            + "'\(Fault.cut(name))'")
    }
    return parents
  }

  private func ring(at place: Int, parent: Int, _ groups: NetworkGroups) -> Fault {
    let isNode = place < nodeCount
    let name = Fault.cut(isNode ? name(of: place) : groups.ids[place - nodeCount] ?? "")
    return Fault(
      offset: isNode ? self.place(of: place) : 0,
      message: place == parent
        ? "'\(name)' is its own parent" : "the parents of '\(name)' lead back to '\(name)'",
      mend: "leave out the parent of one of them")
  }
}

/// The groups that are no nodes, as the attribute of the whole network lists them.
struct NetworkGroups {
  /// The name of the attribute.
  static let name = "groups"

  private var nodes: [JSONNode]

  /// The groups of a network; none if the attribute is no list.
  init(_ attributes: [NamedAttribute]) {
    nodes = []
    guard let text = attributes.first(where: { $0.name == Self.name })?.value.text else { return }
    nodes = Array(text.utf8).withUnsafeBufferPointer { bytes in
      var cursor = JSONCursor(bytes, options: NetworkOptions())
      return (try? cursor.value())?.elements ?? []
    }
  }

  /// The id of each group, if it has one.
  var ids: [String?] { nodes.map { Self.text($0["id"]) } }

  /// The name of the parent of each group, if it has one.
  var parents: [String?] { nodes.map { Self.text($0["parent"]) } }

  /// Takes the parent of a group out.
  mutating func removeParent(of group: Int) {
    nodes[group].value = .object((nodes[group].members ?? []).filter { $0.key != "parent" })
  }

  /// The list as the value of the attribute.
  var value: AttributeValue {
    .json(JSONNode(offset: 0, value: .array(nodes)).compactText)
  }

  private static func text(_ node: JSONNode?) -> String? {
    if case .number(let text)? = node?.value { return text }
    return node?.text
  }
}
