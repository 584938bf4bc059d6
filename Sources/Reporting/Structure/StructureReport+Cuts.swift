internal import GraphCore
internal import InfluenceAnalysis

/// Where the network could break.
extension StructureReport {
  func cuts() -> [NetworkFindings.Section] {
    let blocks = graph.biconnectedComponents()
    let points = blocks.articulationPoints
    let bridges = blocks.bridges
    let most = { (count: Int) -> [Int]? in
      count > Self.shown ? Array(0..<Self.shown) : nil
    }
    let more = { (count: Int) -> [String] in
      count > Self.shown ? ["\(count) in all; the first \(Self.shown) are shown."] : []
    }
    return [
      .init(
        key: "cuts", title: "Cut points and bridges",
        content: .figures([
          .init(
            "cutPoints", "cut points", .integer(points.count),
            "nodes whose loss leaves more parts than before"),
          .init("bridges", "bridges", .integer(bridges.count), "edges whose loss does"),
          .init("blocks", "blocks", .integer(blocks.count), "parts that no single node could cut"),
        ])),
      .init(
        key: "cutPointNodes", title: "Cut points", notes: more(points.count),
        content: .rows(
          NetworkFindings.Rows(
            [.init("id", "id"), .init("name", "name"), .init("kind", "kind")],
            points.map { node in
              let named = network.nodes[node]
              return [.name(named.id), .name(named.name), .name(named.kind)]
            }, shown: most(points.count)))),
      .init(
        key: "bridgeEdges", title: "Bridges", notes: more(bridges.count),
        content: .rows(
          NetworkFindings.Rows(
            [
              .init("tail", "id"), .init("head", "id"), .init("tailName", "from"),
              .init("headName", "to"),
            ],
            bridges.map { edge in
              let ends = graph.edges[edge]
              return [
                .name(network.nodes[ends.tail].id), .name(network.nodes[ends.head].id),
                .name(name(ends.tail)), .name(name(ends.head)),
              ]
            }, shown: most(bridges.count)))),
    ]
  }

  /// Of the largest component: the whole is cut already if there are several.
  func connectivity() throws(GraphError) -> NetworkFindings.Section {
    let weak = graph.weakComponents()
    let members = weak.largest ?? []
    let part = graph.subgraph(of: members).graph.asUndirected()
    return NetworkFindings.Section(
      key: "connectivity", title: "Connectivity of the largest component",
      notes: ["Direction is ignored."],
      content: .figures([
        .init("componentNodes", "nodes", .integer(members.count)),
        .init(
          "nodeConnectivity", "node connectivity",
          .count(try part.nodeConnectivity(execution: execution.part(0, of: 2))),
          "so many nodes must go to take it apart"),
        .init(
          "edgeConnectivity", "edge connectivity",
          .count(try part.edgeConnectivity(execution: execution.part(1, of: 2))),
          "so many edges must go"),
      ]))
  }
}
