import Evidence

/// What would move the connection between two entities most if it were checked.
public struct WhatToCheck: Sendable, Equatable {
  /// A statement, and the connection as it would be after a check of it.
  public struct Statement: Sendable, Equatable {
    /// The id of the statement.
    public let id: String
    /// Whether it affirms or denies.
    public let side: Side
    /// The connection if one more independent voice, graded A1, said the same.
    public let confirmed: Double
    /// The connection if the statement were struck out.
    public let struck: Double

    /// How far apart the two are.
    public var swing: Double { abs(confirmed - struck) }
  }

  /// A voice, and how much it would tell to know whether it is right.
  public struct Origin: Sendable, Equatable {
    /// The key of the voice.
    public let id: String
    /// Its name.
    public let name: String
    /// The entropy of "connected" less what is left of it, on average, once it is known how far the
    /// voice can be trusted; 0 to 1.
    public let bits: Double
  }

  /// The connection as it is.
  public let connection: Connection
  /// The statements that bear on some chain, the largest swing first, ties by id.
  public let statements: [Statement]
  /// The voices on which the connection hangs, the most bits first, ties by key.
  public let origins: [Origin]
}

extension Tracer {
  /// What to check next about two entities.
  ///
  /// The statements are those on the links of chains, and on links that would make a chain if somebody
  /// else than the party that they credit affirmed them. For each, the graph is weighed again with
  /// one more voice for it, and without it.
  ///
  /// - Parameters:
  ///   - from: The id of the entity that may have influenced.
  ///   - to: The id of the entity that may have been influenced.
  ///   - links: Only statements on these links are tried; on all that bear on it unless given.
  /// - Returns: Statements and voices.
  /// - Complexity: Two traces of the whole graph for each statement.
  public func whatToCheck(
    from: String, to: String, links: Set<LinkKey>? = nil
  ) -> WhatToCheck {
    let map = map(from: from, to: to)
    let chains = solver.fitting(map).drafts
    let keys = Set(chains.flatMap { $0.hops.flatMap { $0.arcs.map(\.link) } })
      .union(claims(from: from, to: to)).filter { links?.contains($0) ?? true }.sorted()
    let table = network.table
    let numbers = keys.reduce(into: Set<Int>()) { all, key in
      let found = table.draft.statements(on: key)
      all.formUnion(found.own + found.implied)
    }
    let statements = numbers.sorted().compactMap { number -> WhatToCheck.Statement? in
      let statement = table.graph.statements[number]
      guard let weight = table.weight(of: statement.id) else { return nil }
      return WhatToCheck.Statement(
        id: statement.id, side: weight.side,
        confirmed: connection(from, to, in: table.graph.confirming(statement)),
        struck: connection(from, to, in: table.graph.striking(statement)))
    }
    func rounded(_ value: Double) -> Double { (value * 1e9).rounded() }
    return WhatToCheck(
      connection: solver.solve(map, skippingCarriers: false).connection,
      statements: statements.sorted {
        (-rounded($0.swing), $0.id) < (-rounded($1.swing), $1.id)
      },
      origins: origins(chains).sorted {
        (-rounded($0.bits), $0.id) < (-rounded($1.bits), $1.id)
      })
  }

  /// The connection in another graph, by the same rules.
  private func connection(_ from: String, _ to: String, in graph: InfluenceGraph) -> Double {
    do {
      let other = try InfluenceNetwork(
        network.table.replacing(graph), projection: network.projection.name,
        dependence: network.dependence)
      return Tracer(other, options: options).connection(from: from, to: to).probability
    } catch {
      // The same vocabulary has the same projections, and one statement more is no larger a graph.
      preconditionFailure("the changed graph makes no network: \(error)")
    }
  }

  /// The links that are claimed only, and lie on some way between the two that is short enough.
  private func claims(from: String, to: String) -> [LinkKey] {
    let arcs = network.arcs + network.claims
    func distances(_ start: [String], _ next: [String: [String]]) -> [String: Int] {
      var distance = Dictionary(start.map { ($0, 0) }, uniquingKeysWith: { first, _ in first })
      var queue = start
      var place = 0
      while place < queue.count {
        let node = queue[place]
        place += 1
        for other in next[node, default: []] where distance[other] == nil {
          distance[other] = distance[node, default: 0] + 1
          queue.append(other)
        }
      }
      return distance
    }
    let forward = Dictionary(grouping: arcs, by: \.tail).mapValues { $0.map(\.head) }
    let backward = Dictionary(grouping: arcs, by: \.head).mapValues { $0.map(\.tail) }
    let after = distances(ends(of: from), forward)
    let before = distances(ends(of: to), backward)
    return network.claims.filter { arc in
      guard let start = after[arc.tail], let rest = before[arc.head] else { return false }
      return start + 1 + rest <= options.maxHops
    }.map(\.link)
  }

  /// What each voice would tell.
  private func origins(_ chains: [ChainFactory.Draft]) -> [WhatToCheck.Origin] {
    guard !chains.isEmpty else { return [] }
    var event = ChainEvent(network)
    for chain in chains { event.add(chain.hops) }
    let space = event.space
    let ids = space.origins
    let tests = ids.map(space.tests)
    // By voice, the weight of each cell of its uniform, and the part of it that is connected.
    var cells = tests.map {
      [(all: Double, connected: Double)](repeating: (0, 0), count: $0.count + 1)
    }
    space.forEachBlock(space.mode(samples: options.samples, seed: options.seed)) { block in
      let connected = event.happens(block.links)
      for voice in ids.indices {
        var below: UInt64 = 0
        for (cell, mask) in (tests[voice].map { block.tests[$0] } + [.max]).enumerated() {
          cells[voice][cell].all += block.weight(of: mask & ~below)
          cells[voice][cell].connected += block.weight(of: mask & ~below & connected)
          below = mask
        }
      }
    }
    let names = Dictionary(
      network.table.links.flatMap(\.origins).map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first })
    return ids.indices.map { voice in
      let total = cells[voice].reduce(0) { $0 + $1.connected }
      let rest = cells[voice].reduce(0) { sum, cell in
        sum + (cell.all > 0 ? cell.all * Entropy.bits(cell.connected / cell.all) : 0)
      }
      return WhatToCheck.Origin(
        id: ids[voice], name: names[ids[voice]] ?? ids[voice],
        bits: max(0, Entropy.bits(total) - rest))
    }
  }
}

extension InfluenceGraph {
  /// The graph without a statement.
  func striking(_ statement: Statement) -> InfluenceGraph {
    replacing(statements: statements.filter { $0.id != statement.id })
  }

  /// The graph with one more independent voice that says the same, outright and graded A1.
  func confirming(_ statement: Statement) -> InfluenceGraph {
    let name = "check of \(statement.id)"
    var more = Statement(
      id: name, subject: statement.subject, predicate: statement.predicate,
      stance: statement.stance.isDenial ? .denies : .affirms, asserter: .declared(name),
      credibility: .confirmed, citation: Citation(source: name))
    more.confirmedBy = name
    more.isInterested = false
    more.share = statement.share
    return replacing(
      statements: statements + [more], sources: sources + [Source(id: name, reliability: .a)])
  }
}
