internal import GraphCore

/// Nodes that are like each other, by three ways to see that.
extension StructureReport {
  /// The nodes divided by each kind of likeness.
  struct Classes {
    /// Each kind, and its classes; nil if it took too long to find them.
    let kinds: [(key: String, title: String, found: NodeClasses?)]
    /// How many there are of each kind.
    let figures: NetworkFindings.Section
    /// The classes of more than one node, the largest first.
    let list: NetworkFindings.Section

    /// The numbers of the classes of a node, one for each kind.
    func cells(_ node: Int) -> [NetworkFindings.Cell] {
      kinds.map { kind in .count(kind.found.map { $0.labels[node] + 1 }) }
    }
  }

  /// Structural, automorphic and regular classes.
  func classes() throws(GraphError) -> Classes {
    let kinds: [(key: String, title: String, found: NodeClasses?)] = [
      ("structural", "structural", graph.structuralClasses()),
      ("automorphic", "automorphic", try graph.automorphicClasses()),
      ("regular", "regular", try graph.regularClasses()),
    ]
    let words = [
      "nodes of a class have the very same neighbours",
      "nodes of a class cannot be told apart without names; - if it took too long",
      "nodes of a class have ties to the same classes, however many",
    ]
    let figures = zip(kinds, words).map { kind, words in
      NetworkFindings.Figure(kind.key, "\(kind.title) classes", .count(kind.found?.count), words)
    }
    // Of each kind people see the first few.
    let most = Self.shown / 4
    var (rows, shown): ([[NetworkFindings.Cell]], [Int]) = ([], [])
    for kind in kinds {
      let classes = (kind.found?.members ?? []).enumerated().filter { $0.element.count > 1 }
        .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      shown += (0..<min(classes.count, most)).map { rows.count + $0 }
      rows += classes.map { number, members in
        [
          .words(kind.key), .integer(number + 1), .integer(members.count),
          .names(members.prefix(Self.shown).map(name)),
        ]
      }
    }
    return Classes(
      kinds: kinds,
      figures: NetworkFindings.Section(
        key: "classes", title: "Who is like whom", content: .figures(figures)),
      list: NetworkFindings.Section(
        key: "classList", title: "Classes of more than one node",
        notes: shown.count < rows.count
          ? [
            "The \(most) largest of each kind, \(shown.count) of \(rows.count) classes; json and csv have all, and by "
              + "node the class of each."
          ] : [],
        content: .rows(
          NetworkFindings.Rows(
            [
              .init("by", "by"), .init("class", "class", isNumber: true),
              .init("size", "size", isNumber: true), .init("first", "members"),
            ], rows, shown: shown))))
  }
}
