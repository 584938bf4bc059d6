import GraphCore
import TestSupport
import Testing

@Suite struct TemporalPathsTests {
  static let tried = SlowTemporal.sequences(count: 80, nodes: 1...6, seed: 901)
  static let windows: [ClosedRange<Double>?] = [nil, 2...7, 5...5]

  @Test func agreesWithAllPaths() throws {
    for sequence in Self.tried {
      for window in Self.windows {
        let all = SlowTemporal(sequence, within: window ?? -100...100)
        for source in sequence.nodes {
          let arrivals = sequence.earliestArrivals(from: source, within: window)
          #expect(arrivals.times == all.best(from: source, \.arrival))
          var contacts = all.best(from: source) { Double($0.contacts.count) }
          contacts[source] = 0
          #expect(
            sequence.fewestContacts(from: source, within: window).map { $0.map(Double.init) }
              == contacts)
          var durations = all.best(from: source) { $0.arrival - $0.departure }
          durations[source] = 0
          #expect(sequence.fastestDurations(from: source, within: window) == durations)
          let departures = sequence.latestDepartures(to: source, within: window)
          let latest = sequence.nodes.map { node in
            all.paths[node][source].map(\.departure).max()
          }
          #expect(departures == latest)
        }
      }
    }
  }

  @Test func pathsAreWhatTheySay() throws {
    for sequence in Self.tried {
      for source in sequence.nodes {
        let arrivals = sequence.earliestArrivals(from: source)
        for node in sequence.nodes {
          guard let path = arrivals.path(to: node) else {
            #expect(arrivals.times[node] == nil)
            continue
          }
          var place = source
          var last: ContactSequence.Contact?
          for contact in path.map({ sequence.contacts[$0] }) {
            if let last { #expect(contact.start >= last.end && contact.start > last.start) }
            #expect(contact.tail == place || (!sequence.isDirected && contact.head == place))
            place = contact.tail == place ? contact.head : contact.tail
            last = contact
          }
          #expect(place == node)
          #expect(last?.end == arrivals.times[node])
        }
      }
    }
  }

  /// On instants: earliest arrival and shortest time of time_respecting_paths in DyNetx 0.3.2, and the
  /// topological distance of shortest_temporal_path in Teneto 0.5.3, one step at a time.
  @Test func asInDyNetxAndTeneto() throws {
    let contacts = [
      (0, 1, 1.0), (1, 2, 2), (0, 2, 4), (2, 3, 4), (2, 3, 5), (3, 4, 6), (1, 4, 7), (4, 5, 7),
      (0, 5, 9), (1, 3, 3),
    ].map { ContactSequence.Contact($0.0, $0.1, start: $0.2) }
    let sequence = try ContactSequence(nodeCount: 6, contacts: contacts, isDirected: false)
    #expect(
      sequence.earliestArrivals(from: 0).times.dropFirst() == [1, 2, 3, 6, 7])
    #expect(sequence.fastestDurations(from: 0).dropFirst() == [0, 0, 1, 2, 0])
    #expect(sequence.fewestContacts(from: 0).dropFirst() == [1, 1, 2, 2, 1])
  }

  /// To arrive early, by few contacts and quickly are three different things.
  @Test func earliestFewestAndFastestDiffer() throws {
    let sequence = try ContactSequence(
      nodeCount: 4,
      contacts: [
        // Early by three contacts, late by one, quick by two.
        .init(0, 1, start: 0, duration: 1), .init(1, 2, start: 3, duration: 1),
        .init(2, 3, start: 5, duration: 1), .init(0, 3, start: 10, duration: 9),
        .init(0, 2, start: 7, duration: 1), .init(2, 3, start: 8, duration: 1),
      ], isDirected: true)
    #expect(sequence.earliestArrivals(from: 0).times[3] == 6)
    #expect(sequence.earliestArrivals(from: 0).path(to: 3) == [0, 1, 2])
    #expect(sequence.fewestContacts(from: 0)[3] == 1)
    #expect(sequence.fastestDurations(from: 0)[3] == 2)
    #expect(sequence.latestDepartures(to: 3)[0] == 10)
    #expect(sequence.latestDepartures(to: 3, within: 0...9)[0] == 7)
    #expect(sequence.earliestArrivals(from: 3).path(to: 0) == nil)
    #expect(sequence.earliestArrivals(from: 3).path(to: 3) == [])
  }

  @Test func whatTakesNoTimeDoesNotRunOn() throws {
    let sequence = try ContactSequence(
      nodeCount: 3, contacts: [.init(0, 1, start: 1), .init(1, 2, start: 1)], isDirected: true)
    #expect(sequence.earliestArrivals(from: 0).times == [nil, 1, nil])
    // A contact that takes time may be followed at once.
    let lasting = try ContactSequence(
      nodeCount: 3, contacts: [.init(0, 1, start: 0, duration: 1), .init(1, 2, start: 1)],
      isDirected: true)
    #expect(lasting.earliestArrivals(from: 0).times == [nil, 1, 1])
  }
}
