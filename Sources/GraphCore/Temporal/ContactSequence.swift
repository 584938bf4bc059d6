/// Contacts between nodes, each with the time at which it begins and how long it lasts: a temporal
/// network.
///
/// Times are numbers in any unit; the sequence knows no dates. A *time-respecting path* is a list of
/// contacts, each of which begins where the one before ended and
/// - not before the one before was over: start + duration of the one is at most the start of the next;
/// - later than the one before began, so that what takes no time does not run through several nodes at
///   once.
///
/// Along an undirected contact a path can go either way. Loops are on no shortest path.
public struct ContactSequence: Sendable, Equatable {
  /// One contact.
  public struct Contact: Sendable, Hashable {
    /// The node at which it begins.
    public let tail: Int
    /// The node at which it ends.
    public let head: Int
    /// When it begins.
    public let start: Double
    /// How long it lasts: what passes along it arrives at start + duration.
    public let duration: Double

    /// Makes a contact; the sequence that takes it checks the ends and the times.
    ///
    /// - Parameters:
    ///   - tail: The node at which it begins.
    ///   - head: The node at which it ends.
    ///   - start: When it begins, any finite number.
    ///   - duration: How long it lasts, 0 or more.
    public init(_ tail: Int, _ head: Int, start: Double, duration: Double = 0) {
      self.tail = tail
      self.head = head
      self.start = start
      self.duration = duration
    }

    /// When it is over.
    public var end: Double { start + duration }
  }

  /// The number of nodes.
  public let nodeCount: Int
  /// Whether contacts lead from tail to head only.
  public let isDirected: Bool
  /// The contacts in the order in which they were given.
  public let contacts: [Contact]

  /// The ways along contacts by start, then by contact, the given direction first.
  let arcs: [Arc]

  /// One way along a contact.
  struct Arc: Sendable, Hashable {
    let tail: Int32
    let head: Int32
    let start: Double
    let end: Double
    let contact: Int32
  }

  /// Freezes a list of contacts.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes, 0 to 2,147,483,647.
  ///   - contacts: The contacts in any order; the position in the list becomes the contact index.
  ///   - isDirected: Whether contacts lead from tail to head only.
  /// - Throws: `GraphError` if an end is outside, a time is not finite, a duration is negative, or a
  ///   count is too large.
  /// - Complexity: O(c log c) time and O(c) space for c contacts.
  public init(
    nodeCount: Int, contacts: some Sequence<Contact>, isDirected: Bool
  ) throws(GraphError) {
    guard nodeCount >= 0, nodeCount <= Int(Int32.max) else { throw .nodeCount(nodeCount) }
    let contacts = Array(contacts)
    guard contacts.count <= Int(Int32.max) / 2 else { throw .tooManyEdges(contacts.count) }
    var arcs: [Arc] = []
    for (index, contact) in contacts.enumerated() {
      for end in [contact.tail, contact.head] where end < 0 || end >= nodeCount {
        throw .endpointOutOfRange(edge: index, node: end, nodeCount: nodeCount)
      }
      guard contact.start.isFinite else {
        throw .optionOutOfRange(
          name: "the start of contact \(index)", value: contact.start, range: "finite")
      }
      guard contact.duration >= 0, contact.end.isFinite else {
        throw .optionOutOfRange(
          name: "the duration of contact \(index)", value: contact.duration, range: "zero or more")
      }
      let arc = Arc(
        tail: Int32(contact.tail), head: Int32(contact.head), start: contact.start,
        end: contact.end, contact: Int32(index))
      arcs.append(arc)
      if !isDirected, contact.tail != contact.head {
        arcs.append(
          Arc(
            tail: arc.head, head: arc.tail, start: arc.start, end: arc.end, contact: arc.contact))
      }
    }
    // The list is in order of contacts, so the position breaks ties.
    self.arcs = arcs.indices.sorted { (arcs[$0].start, $0) < (arcs[$1].start, $1) }
      .map { arcs[$0] }
    self.nodeCount = nodeCount
    self.isDirected = isDirected
    self.contacts = contacts
  }

  /// The nodes, `0 ..< nodeCount`.
  public var nodes: Range<Int> { 0..<nodeCount }

  /// From the start of the first contact to the end of the last; nil without contacts.
  public var span: ClosedRange<Double>? {
    guard let first = arcs.first, let last = arcs.map(\.end).max() else { return nil }
    return first.start...last
  }

  /// Stops the program if a node is not of this sequence.
  func requireNode(_ node: Int) {
    precondition(
      node >= 0 && node < nodeCount, "node \(node) is outside the \(nodeCount) nodes")
  }

  /// The arcs that begin and end within some time.
  func arcs(within window: ClosedRange<Double>?) -> some BidirectionalCollection<Arc> {
    let window = window ?? -Double.infinity...Double.infinity
    return arcs.lazy.filter { $0.start >= window.lowerBound && $0.end <= window.upperBound }
  }
}
