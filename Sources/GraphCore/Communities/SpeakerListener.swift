extension Graph {
  /// How nodes speak and listen.
  public struct SpeakerListenerOptions: Sendable {
    /// How often each node listens, 1 to 10,000; results settle beyond 20.
    public var rounds: Int
    /// The least share of what a node has heard that makes it a member of a community, from 0 to 1;
    /// from 1/2 on communities hardly overlap.
    public var threshold: Double
    /// Where the sequence of random choices begins: the same seed gives the same result.
    public var seed: UInt64
    /// Whether what is heard counts by the weight of the edge, 0 or more; evenly otherwise.
    public var usesWeights: Bool
    /// Who is told how far it is; it runs on one thread.
    public var execution: Execution

    /// Makes options.
    ///
    /// - Parameters:
    ///   - rounds: How often each node listens.
    ///   - threshold: The least share that makes a member, from 0 to 1.
    ///   - seed: Where the sequence of random choices begins.
    ///   - usesWeights: Whether what is heard counts by the weight of the edge.
    ///   - execution: Who is told how far it is.
    public init(
      rounds: Int = 100, threshold: Double = 0.1, seed: UInt64 = 0, usesWeights: Bool = false,
      execution: Execution = Execution()
    ) {
      self.rounds = rounds
      self.threshold = threshold
      self.seed = seed
      self.usesWeights = usesWeights
      self.execution = execution
    }
  }

  /// Communities that may overlap, by nodes that speak and listen and remember.
  ///
  /// Each node remembers labels, at first its own. In an order by chance each listens once a round:
  /// every neighbor says one label of those that it remembers, and the listener adds the one that
  /// was said most, by lot among equals. In the end a node belongs to each label that makes up the
  /// threshold of what it remembers, or to its commonest one if none does; a community within
  /// another is left out [Xie2011]. Direction is ignored, parallel edges speak each, loops are left
  /// out, and an isolate is a community of its own.
  ///
  /// - Parameter options: Rounds, threshold, seed, weights, execution.
  /// - Returns: The communities; every node is in one at least.
  /// - Throws: `GraphError` if an option is out of range, a weight that is used is negative, or the
  ///   task has been cancelled.
  /// - Complexity: O((n + m) t) time for t rounds; O(n t + m) space.
  public func speakerListener(
    _ options: SpeakerListenerOptions = SpeakerListenerOptions()
  ) throws(GraphError) -> CommunityCover {
    // T is `rounds`, r is `threshold`.
    try GraphError.require(options.rounds, "the number of rounds", in: 1...10_000)
    try GraphError.requireProbability(options.threshold, "the threshold")
    let network = try CommunityNetwork(self, CommunityOptions(usesWeights: options.usesWeights))
    var generator = SeededGenerator(seed: options.seed)
    let room = options.rounds + 1
    // By node, the labels that it remembers; as many for all, but for isolates.
    var memory = [Int32](repeating: -1, count: nodeCount * room)
    var known = [Int](repeating: 1, count: nodeCount)
    for node in nodes { memory[node * room] = Int32(node) }
    let contacts = CommunityContacts(labelCount: nodeCount)
    var heard: [Int32] = []
    for round in 0..<options.rounds {
      try Execution.checkCancellation()
      for listener in network.nodeOrder(using: &generator) {
        let listener = Int(listener)
        network.withRows { rows in
          for entry in rows.row(listener) {
            let speaker = rows.target(entry)
            let place = Int.random(in: 0..<known[speaker], using: &generator)
            contacts.add(rows.weight(entry), to: Int(memory[speaker * room + place]))
          }
        }
        contacts.takeHeaviest(into: &heard)
        guard !heard.isEmpty else { continue }
        let drawn = heard.count == 1 ? 0 : Int.random(in: 0..<heard.count, using: &generator)
        memory[listener * room + known[listener]] = heard[drawn]
        known[listener] += 1
      }
      options.execution.progress?(Double(round + 1) / Double(options.rounds))
    }
    var members = [[Int]](repeating: [], count: nodeCount)
    for node in nodes {
      for place in 0..<known[node] { contacts.add(1, to: Int(memory[node * room + place])) }
      let least = options.threshold * Double(known[node])
      var most = (count: 0.0, label: 0)
      var isMember = false
      for place in 0..<contacts.count {
        let label = contacts[place]
        let count = contacts.weight(to: label)
        if count > most.count || (count == most.count && label < most.label) {
          most = (count, label)
        }
        if count >= least {
          members[label].append(node)
          isMember = true
        }
      }
      if !isMember { members[most.label].append(node) }
      contacts.clear()
    }
    let cover = members.filter { !$0.isEmpty }
    return CommunityCover(
      Self.withoutNested(cover, nodeCount: nodeCount), nodeCount: nodeCount,
      method: "speaker-listener")
  }

  /// The communities that lie within no other; of equal ones the first stays.
  private static func withoutNested(_ communities: [[Int]], nodeCount: Int) -> [[Int]] {
    var memberships = [[Int]](repeating: [], count: nodeCount)
    for (community, members) in communities.enumerated() {
      for node in members { memberships[node].append(community) }
    }
    return communities.indices.filter { community in
      let members = communities[community]
      // Whoever holds all of it holds the member that is in fewest.
      let rarest = members.min { memberships[$0].count < memberships[$1].count } ?? members[0]
      return !memberships[rarest].contains { other in
        let size = communities[other].count
        guard other != community,
          size > members.count || (size == members.count && other < community)
        else { return false }
        return members.allSatisfy { memberships[$0].contains(other) }
      }
    }.map { communities[$0] }
  }
}
