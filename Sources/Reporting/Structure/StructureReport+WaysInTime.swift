internal import GraphCore
internal import InfluenceAnalysis

/// How one node reaches another by contacts that follow each other.
extension StructureReport {
  /// The ways in time from one node to another: that which arrives first, leaves last, has the fewest contacts,
  /// or takes the shortest time.
  func waysInTime(
    _ tail: Int, _ head: Int, _ times: [Double?]
  ) throws(GraphError) -> [NetworkFindings.Section] {
    let sequence = try self.sequence(times)
    let found: [(key: String, title: String, contacts: [Int]?)] = [
      (
        "earliestArrival", "arrives first", sequence.earliestArrivals(from: tail).path(to: head)
      ),
      ("latestDeparture", "leaves last", sequence.latest(from: tail, to: head)),
      ("fewestContacts", "fewest contacts", sequence.fewest(from: tail, to: head)),
      ("fastest", "fastest", try sequence.fastest(from: tail, to: head)),
    ]
    var (ways, steps): ([[NetworkFindings.Cell]], [[NetworkFindings.Cell]]) = ([], [])
    for way in found {
      let contacts = (way.contacts ?? []).map { sequence.contacts[$0] }
      guard let first = contacts.first, let last = contacts.last else { continue }
      var nodes = [tail]
      for contact in contacts {
        let here = nodes[nodes.count - 1]
        let next = contact.tail == here ? contact.head : contact.tail
        nodes.append(next)
        steps.append(
          [.words(way.key), .words(way.title)] + cells(here, next) + [.number(contact.start)])
      }
      ways.append([
        .words(way.key), .words(way.title), .number(first.start), .number(last.end),
        .number(last.end - first.start), .integer(contacts.count), .names(nodes.map(name)),
        .names(nodes.map { network.nodes[$0].id }),
      ])
    }
    return [
      .init(
        key: "betweenInTime", title: "From one to the other in time",
        notes: [
          ways.isEmpty
            ? "No way in time leads from \(VisibleText.line(name(tail))) to \(VisibleText.line(name(head)))."
            : "By contacts that follow each other, from \(VisibleText.line(name(tail))) to "
              + "\(VisibleText.line(name(head))); of several as good, one."
        ],
        content: .rows(
          NetworkFindings.Rows(
            [
              .init("what", "what", isData: true), .init("label", "way"),
              .init("departure", "leaves", isNumber: true),
              .init("arrival", "arrives", isNumber: true),
              .init("duration", "takes", isNumber: true),
              .init("contacts", "contacts", isNumber: true), .init("names", "by"),
              .init("ids", "ids", isData: true),
            ], ways))),
      .init(
        key: "betweenContacts", title: "Contact by contact", notes: listed(steps.count, "contacts"),
        content: firstRows(
          [.init("what", "what", isData: true), .init("label", "way")] + Self.ends + [
            .init("time", "when", isNumber: true)
          ], steps)),
    ]
  }
}

/// The contacts of the best ways from one node to another, nil if there is none. Every contact takes no time.
extension ContactSequence {
  /// Of the ways that leave last, one that arrives first.
  fileprivate func latest(from source: Int, to target: Int) -> [Int]? {
    latestDepartures(to: target)[source].flatMap { start in
      earliestArrivals(from: source, within: start...(.infinity)).path(to: target)
    }
  }

  /// Of the ways that take the shortest time, one that leaves first.
  fileprivate func fastest(from source: Int, to target: Int) throws(GraphError) -> [Int]? {
    guard let shortest = fastestDurations(from: source)[target] else { return nil }
    let starts = contacts.filter { $0.tail == source || (!isDirected && $0.head == source) }
      .map(\.start)
    for start in Set(starts).sorted() {
      try Execution.checkCancellation()
      // One that arrives so early left then: if it had left later, it would be faster than the fastest.
      let found = earliestArrivals(from: source, within: start...(.infinity))
      if let arrival = found.times[target], arrival - start <= shortest {
        return found.path(to: target)
      }
    }
    return nil
  }

  /// Of the ways of the fewest contacts, one that arrives first: round by round, when each node is reached by so
  /// many contacts at most.
  fileprivate func fewest(from source: Int, to target: Int) -> [Int]? {
    guard let count = fewestContacts(from: source)[target] else { return nil }
    let order = contacts.indices.sorted { (contacts[$0].start, $0) < (contacts[$1].start, $1) }
    // By node, when it was reached earlier than in all rounds before: in which round, by which contact, from whom.
    var steps = [[(round: Int, contact: Int, from: Int)]](repeating: [], count: nodeCount)
    var before = [Double](repeating: .infinity, count: nodeCount)
    before[source] = -.infinity
    for round in 1...max(count, 1) {
      var after = before
      for index in order {
        let contact = contacts[index]
        var ways = [(contact.tail, contact.head)]
        if !isDirected { ways.append((contact.head, contact.tail)) }
        for (from, to) in ways where before[from] < contact.start && contact.start < after[to] {
          after[to] = contact.start
          if steps[to].last?.round == round { steps[to].removeLast() }
          steps[to].append((round, index, from))
        }
      }
      before = after
    }
    var (path, place, round): ([Int], Int, Int) = ([], target, count)
    while place != source {
      // What was known of the node when the next contact was taken.
      guard let step = steps[place].last(where: { $0.round <= round }) else { return nil }
      path.append(step.contact)
      (place, round) = (step.from, step.round - 1)
    }
    return path.reversed()
  }
}
