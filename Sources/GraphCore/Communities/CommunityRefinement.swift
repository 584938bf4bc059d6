extension CommunityNetwork {
  /// Divides each community into parts that hang together.
  ///
  /// Every node begins as a part of its own. In turn, a node that is still alone and well joined to
  /// the rest of its community enters the well joined part of it, among those that it has an edge
  /// to, where it gains most, if that is no loss [Traag2019]. So every part is connected.
  ///
  /// Communities do not touch each other's parts, so they are divided on several threads.
  ///
  /// - Parameters:
  ///   - communities: By node, its community.
  ///   - order: The nodes in the order in which they take their turns.
  ///   - workers: How many workers share the work; the result is the same.
  /// - Returns: By node, its part, from 0 to n - 1.
  /// - Complexity: O(n + m) time, O(n) space for each worker.
  func refined(_ communities: DenseLabels, order: [Int32], workers: Int) -> [Int32] {
    let members = GroupMembers(communities, order: order)
    let pieces = members.pieces(upTo: 64)
    var parts = communities.labels.indices.map { Int32($0) }
    var labels = communities.labels
    parts.withUnsafeMutableBufferPointer { parts in
      labels.withUnsafeMutableBufferPointer { labels in
        withRows { rows in
          let division = Division(
            rows: rows, labels: SharedMemory(labels), parts: SharedMemory(parts),
            wholes: CommunityMasses(self, labels: labels),
            masses: CommunityMasses(self, labels: parts),
            weightOut: ColumnMemory(capacity: nodeCount))
          let contacts = (0..<workers).map { _ in CommunityContacts(labelCount: nodeCount) }
          inParallel(pieces.count, workers: workers) { piece, worker in
            for community in pieces[piece] {
              division.divide(community, members[community], contacts[worker])
            }
          }
        }
      }
    }
    return parts
  }
}

/// The division of communities into parts.
private struct Division: Sendable {
  let rows: CommunityNetwork.Rows
  let labels: SharedMemory<Int32>
  let parts: SharedMemory<Int32>
  let wholes: CommunityMasses
  let masses: CommunityMasses
  /// By part, the weight between it and the rest of its community.
  let weightOut: ColumnMemory<Double>

  /// Divides one community.
  func divide(_ community: Int, _ members: ArraySlice<Int32>, _ contacts: CommunityContacts) {
    let label = Int32(truncatingIfNeeded: community)
    for node in members.lazy.map({ Int($0) }) {
      var weight = 0.0
      for entry in rows.row(node) {
        weight += labels.buffer[rows.target(entry)] == label ? rows.weight(entry) : 0
      }
      weightOut.buffer[node] = weight
    }
    for node in members.lazy.map({ Int($0) }) {
      guard masses.size(node) == 1, parts.buffer[node] == node,
        isWellJoined(node, in: community)
      else { continue }
      for entry in rows.row(node) {
        let target = rows.target(entry)
        let isInside = labels.buffer[target] == label
        // Without a branch; parts of other communities are not read, since others change them.
        contacts.add(
          isInside ? rows.weight(entry) : 0, to: Int(parts.buffer[isInside ? target : node]))
      }
      let mass = masses.mass(ofNode: node)
      var best = -CommunityNetwork.margin * weightOut.buffer[node]
      var choice = node
      for place in 0..<contacts.count {
        let part = contacts[place]
        let gain = contacts.weight(to: part) - masses.cost(mass, in: part)
        if gain > best, isWellJoined(part, in: community) {
          best = gain
          choice = part
        }
      }
      if choice != node {
        weightOut.buffer[choice] +=
          weightOut.buffer[node] - 2 * contacts.weight(to: choice)
        masses.remove(node, from: node)
        masses.add(node, to: choice)
        parts.buffer[node] = Int32(truncatingIfNeeded: choice)
      }
      contacts.clear()
    }
  }

  /// Whether a part is joined to the rest of its community by as much as that rest costs.
  @inline(__always)
  private func isWellJoined(_ part: Int, in community: Int) -> Bool {
    let mass = masses.mass(part)
    let rest = wholes.cost(mass, in: community) - masses.cost(mass, in: part)
    return weightOut.buffer[part] >= rest - CommunityNetwork.margin * rest.magnitude
  }
}
