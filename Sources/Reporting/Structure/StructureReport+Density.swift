internal import GraphCore
internal import InfluenceAnalysis

/// Dense places: censuses, cores, cliques, small worlds, core and periphery.
extension StructureReport {
  func census() throws(GraphError) -> [NetworkFindings.Section] {
    let dyads = graph.dyadCensus()
    var figures: [NetworkFindings.Figure] = [
      .init("mutual", "mutual", .integer(dyads.mutual), "pairs tied both ways")
    ]
    if graph.isDirected {
      figures.append(
        .init("asymmetric", "asymmetric", .integer(dyads.asymmetric), "pairs tied one way"))
    }
    figures.append(.init("null", "null", .integer(dyads.null), "pairs without a tie"))
    let triads = try graph.triadCensus(execution: execution)
    let kinds = Triad.allCases.filter { graph.isDirected || !$0.needsDirection }
    return [
      .init(key: "dyads", title: "Pairs of nodes", content: .figures(figures)),
      .init(
        key: "triads", title: "Triples of nodes",
        notes: [
          "Named by the pairs in them: mutual, asymmetric, null; then D for down, U for up, T for "
            + "transitive, C for cyclic or a chain."
        ],
        content: .rows(
          NetworkFindings.Rows(
            [.init("triad", "triad"), .init("count", "count", isNumber: true)],
            kinds.map { [.words($0.rawValue), .integer(triads[$0])] }))),
    ]
  }

  func cores() throws(GraphError) -> [NetworkFindings.Section] {
    let cores = graph.coreNumbers().values
    // Parallel edges are one tie, whose truss each of them has.
    let flat = graph.asUndirected().simplified()
    let trusses = try flat.trussNumbers(execution: execution).values.compactMap(\.self)
    let largestTruss = trusses.max()
    let deepest = cores.max()
    let members = deepest.map { most in graph.nodes.filter { cores[$0] == most } } ?? []
    return [
      .init(
        key: "cores", title: "Cores and trusses",
        content: .figures([
          .init(
            "largestCore", "largest core number", .count(deepest),
            "everyone in that core has so many ties within it"),
          .init("coreNodes", "nodes in that core", .integer(members.count)),
          .init(
            "largestTruss", "largest truss number", .count(largestTruss),
            "each tie in that truss is in so many triangles, and two more"),
          .init(
            "trussEdges", "ties in that truss",
            .integer(trusses.count { $0 == largestTruss })),
          .init(
            "coreMembers", "who is in that core",
            .names(members.prefix(Self.shown).map(name)),
            members.count > Self.shown ? "and \(members.count - Self.shown) more" : ""),
        ])),
      .init(
        key: "shells", title: "Nodes by core number",
        content: .rows(
          NetworkFindings.Rows(
            [
              .init("core", "core number", isNumber: true), .init("nodes", "nodes", isNumber: true),
            ],
            (0...(deepest ?? 0)).compactMap { core in
              let count = cores.count { $0 == core }
              return count > 0 ? [.integer(core), .integer(count)] : nil
            }))),
    ]
  }

  /// How many cliques there are, and the largest of them.
  func cliques() throws(GraphError) -> [NetworkFindings.Section] {
    var sizes: [Int: Int] = [:]
    var count = 0
    var largestFirst: [[Int]] = []
    func keepLargest() {
      largestFirst.sort { left, right in
        left.count != right.count ? left.count > right.count : left.lexicographicallyPrecedes(right)
      }
      largestFirst = Array(largestFirst.prefix(Self.mostListedCliques))
    }
    for clique in graph.maximalCliques(minimumSize: 2) {
      if count % 4_096 == 0 { try Execution.checkCancellation() }
      guard count < Self.mostCliques else { break }
      count += 1
      sizes[clique.count, default: 0] += 1
      largestFirst.append(clique)
      if largestFirst.count >= 2 * Self.mostListedCliques { keepLargest() }
    }
    keepLargest()
    let isWhole = count < Self.mostCliques
    let largest = try graph.maximumClique(execution: execution)
    return [
      .init(
        key: "cliques", title: "Cliques",
        notes: isWhole
          ? []
          : ["There are \(Self.mostCliques) maximal cliques or more; the count stopped there."],
        content: .figures([
          .init(
            "maximalCliques", "maximal cliques", .integer(count),
            "sets of two or more, all tied to each other, that nobody could join"),
          .init("isComplete", "all were counted", .flag(isWhole)),
          .init(
            "ofThreeOrMore", "of three or more",
            .integer(sizes.reduce(0) { $0 + ($1.key > 2 ? $1.value : 0) })),
          .init("maximum", "size of the largest", .integer(largest.count)),
          .init("members", "a largest one", .names(largest.map(name))),
          .init(
            "leftOut", "not listed", .integer(count - largestFirst.count),
            "the \(Self.mostListedCliques) largest are listed in json and csv"),
        ])),
      .init(
        key: "cliqueList", title: "The largest cliques",
        notes: count > Self.shown
          ? ["The \(Self.shown) largest; \(count - Self.shown) are left out here."] : [],
        content: firstRows(
          [
            .init("size", "size", isNumber: true), .init("names", "members"),
            .init("ids", "ids", isData: true),
          ],
          largestFirst.map { clique in
            [
              .integer(clique.count), .names(clique.map(name)),
              .names(clique.map { network.nodes[$0].id }),
            ]
          })),
    ]
  }

  /// The truss number of each edge.
  func trusses() throws(GraphError) -> NetworkFindings.Section {
    let numbers = try graph.trussNumbers(execution: execution).values
    let order = graph.edges.indices.sorted { (-(numbers[$0] ?? 0), $0) < (-(numbers[$1] ?? 0), $1) }
    return NetworkFindings.Section(
      key: "trusses", title: "Truss numbers of edges",
      notes: [
        "The largest k for which an edge is in the k-truss, where each edge is in k - 2 triangles or more of that "
          + "part. Direction is ignored; a loop has none, and parallel edges have the same."
      ] + listed(order.count, "edges"),
      content: firstRows(
        Self.ends + [.init("truss", "truss number", isNumber: true)],
        order.map { edge in
          cells(graph.edges[edge].tail, graph.edges[edge].head) + [.count(numbers[edge])]
        }))
  }

  func smallWorld() throws(GraphError) -> NetworkFindings.Section {
    let samples = smallWorldSamples
    let found = try graph.smallWorld(
      Graph.SmallWorldOptions(samples: samples, seed: seed, execution: execution))
    return NetworkFindings.Section(
      key: "smallWorld", title: "Small world",
      notes: [
        "Beside \(samples) random graphs of the same degrees, and as many lattices; direction is "
          + "ignored, and pairs without a path are left out."
          + (samples < self.samples
            ? " They are fewer than usual because more would take long on a network of this size; --samples "
              + "sets how many." : "")
      ],
      content: .figures([
        .init("clustering", "mean clustering", .number(found?.clustering)),
        .init("randomClustering", "  by chance", .number(found?.randomClustering)),
        .init("latticeClustering", "  in a lattice", .number(found?.latticeClustering)),
        .init("pathLength", "mean distance", .number(found?.pathLength), "edges"),
        .init("randomPathLength", "  by chance", .number(found?.randomPathLength), "edges"),
        .init(
          "sigma", "sigma", .number(found?.sigma),
          "above 1: more clustered than chance, and hardly longer ways"),
        .init(
          "omega", "omega", .number(found?.omega),
          "near 0: a small world; near 1: like chance; near -1: like a lattice"),
      ]))
  }

  /// The core of a sharp division, and how near each node is to the core without one.
  func corePeriphery() throws(GraphError) -> [NetworkFindings.Section] {
    let found = try graph.corePeriphery(seed: seed, execution: execution.part(0, of: 2))
    let coreness = try graph.continuousCoreness(execution: execution.part(1, of: 2))
    let values = coreness.values.values
    let hasSettled = coreness.values.convergence?.converged ?? true
    // What differs by rounding alone is the same.
    let places = values.map { -($0 * 1e9).rounded() }
    let order = graph.nodes.sorted { (places[$0], $0) < (places[$1], $1) }
    return [
      .init(
        key: "corePeriphery", title: "Core and periphery",
        content: .figures([
          .init(
            "correlation", "correlation", .number(found.correlation),
            "1 if the core is all tied, also to the periphery, which is not tied within"),
          .init("core", "nodes in the core", .integer(found.core.count)),
          .init(
            "members", "who is in the core", .names(found.core.prefix(Self.shown).map(name)),
            found.core.count > Self.shown ? "and \(found.core.count - Self.shown) more" : ""),
          .init(
            "corenessCorrelation", "correlation of coreness", .number(coreness.correlation),
            hasSettled
              ? "1 if the products of corenesses are the ties"
              : "it had not come to rest when the rounds were over"),
          .init("corenessConverged", "coreness came to rest", .flag(hasSettled)),
        ])),
      .init(
        key: "coreness", title: "How near to the core",
        notes: [
          "Coreness: numbers whose products come nearest to the ties, where there is no sharp line; their squares "
            + "sum to 1."
        ] + listed(order.count, "nodes"),
        content: firstRows(
          Self.who + [
            .init("coreness", "coreness", isNumber: true), .init("inCore", "in the core"),
          ],
          order.map { cells($0) + [.number(values[$0]), .flag(found.isCore[$0])] })),
    ]
  }
}

extension Triad {
  /// Whether it can only be told with direction.
  fileprivate var needsDirection: Bool {
    ![.empty, .mutual, .mutualPair, .complete].contains(self)
  }
}
