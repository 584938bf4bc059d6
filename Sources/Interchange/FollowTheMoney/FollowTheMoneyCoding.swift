import Evidence
import GraphCore

/// Makes a graph of evidence of a network that was read from FollowTheMoney.
///
/// Every statement cites the source that its link or entity names, and is graded F6: nobody judged it.
struct FollowTheMoneyCoding {
  /// A link that has a word, before it has its sources.
  struct Link {
    /// The edge.
    let edge: Int
    /// Its schema, or the property that it is.
    let schema: String
    /// The word for it.
    let relation: String
    /// The node that the statement is about.
    let subject: Int
    /// The node at the other end.
    let object: Int
    /// Whether it is an entity of its own, and no property of its tail.
    let isEntity: Bool
  }

  /// The network.
  let network: PlainNetwork
  /// The words that the graph may use.
  let vocabulary: Vocabulary
  /// The collection that counts as the source of what names none.
  let dataset: String?
  /// The schema of each node.
  private(set) var schemata: [String?] = []
  /// The kind of each node that has one.
  private(set) var kinds: [String?] = []
  /// The sources that statements cite.
  var sources: FollowTheMoneySources
  /// The links that have a word and a source.
  var links: [Link] = []
  /// The ids of the entities, by node.
  var ids: [String?] = []
  /// The entities.
  var entities: [Entity] = []
  /// What the graph does not hold.
  var leftOut = FollowTheMoneyLeftOut()
  private var statements: [Statement] = []
  private var proofs: [Int: [String]] = [:]
  private let nodeColumns: [String: AttributeColumn]
  private let edgeColumns: [String: AttributeColumn]

  /// Prepares the making.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - dataset: The collection to name as the source of what names none.
  ///   - vocabulary: The words that the graph may use.
  init(_ network: PlainNetwork, dataset: String?, vocabulary: Vocabulary) {
    func byName(_ table: AttributeTable) -> [String: AttributeColumn] {
      Dictionary(table.columns.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
    self.network = network
    self.vocabulary = vocabulary
    self.dataset = dataset
    nodeColumns = byName(network.nodeAttributes)
    edgeColumns = byName(network.edgeAttributes)
    sources = FollowTheMoneySources(documents: [])
  }

  /// The graph; `nil` if no entity of the network is of FollowTheMoney.
  ///
  /// - Complexity: O(nodes and edges, times their attributes).
  mutating func graph(title: String) -> InfluenceGraph? {
    guard readKinds() else { return nil }
    readDocuments()
    readLinks()
    addEntities()
    for link in links { addStatements(link) }
    countDocuments()
    return InfluenceGraph(
      title: title,
      about:
        "Taken from FollowTheMoney as it stands. Every statement is graded F6, since nobody has "
        + "judged its source or what it says.",
      sources: sources.sources, entities: entities, statements: statements, vocabulary: vocabulary)
  }

  /// The attributes of a node.
  func node(_ index: Int) -> FollowTheMoneyRow {
    FollowTheMoneyRow(columns: nodeColumns, row: index)
  }

  /// The attributes of an edge.
  func edge(_ index: Int) -> FollowTheMoneyRow {
    FollowTheMoneyRow(columns: edgeColumns, row: index)
  }

  /// Where a node says that it comes from.
  func provenance(ofNode index: Int) -> FollowTheMoneyProvenance {
    node(index).provenance(proofs: proofs[index] ?? [], dataset: dataset)
  }
}

extension FollowTheMoneyCoding {
  /// Finds out what each node is. Returns whether any is of FollowTheMoney.
  private mutating func readKinds() -> Bool {
    let model = FollowTheMoneyModel.standard
    var isKnown = false
    for index in network.nodes.indices {
      let name = node(index)["kind"].first
      let schema = name.flatMap { model[$0] }
      isKnown = isKnown || schema != nil
      schemata.append(name)
      kinds.append(
        schema.flatMap(FollowTheMoneyWords.kind).flatMap { vocabulary.kind($0)?.name })
    }
    ids = [String?](repeating: nil, count: kinds.count)
    return isKnown
  }

  /// Whether a node is a document.
  func isDocument(_ index: Int) -> Bool {
    schemata[index].flatMap { FollowTheMoneyModel.standard[$0] }?.isA("Document") == true
  }

  /// Collects the documents, which are sources and not what sources speak of, and what they prove.
  private mutating func readDocuments() {
    var documents: [(String, FollowTheMoneySources.Document)] = []
    for (index, entry) in network.nodes.enumerated() where isDocument(index) {
      let row = node(index)
      let published = ["publishedAt", "date", "authoredAt"].lazy
        .compactMap { FollowTheMoneyTime.date(row[$0]) }.first
      documents.append(
        (
          entry.id,
          FollowTheMoneySources.Document(
            title: entry.label.isEmpty ? entry.id : entry.label, author: Self.list(row["author"]),
            publisher: Self.list(row["publisher"]) ?? Self.list(row["datasets"]),
            published: published, url: row["sourceUrl"].first)
        ))
    }
    sources = FollowTheMoneySources(documents: documents)
    for (index, ends) in network.edges.enumerated() where edge(index)["kind"] == ["proof"] {
      proofs[ends.tail, default: []].append(network.nodes[ends.head].id)
    }
  }

  private mutating func countDocuments() {
    for index in network.nodes.indices
    where isDocument(index) && !sources.usedDocuments.contains(network.nodes[index].id) {
      leftOut.add(.document, schemata[index] ?? "Document")
    }
  }

  /// Adds a statement of whatever source, graded 6.
  mutating func add(_ statement: Statement, note: String) {
    var statement = statement
    let number = String(statements.count + 1)
    statement.id = "s" + String(repeating: "0", count: max(0, 3 - number.count)) + number
    statement.credibility = .unknown
    statement.note = note
    statements.append(statement)
  }

  /// Values as one text.
  static func list(_ values: [String]) -> String? {
    values.isEmpty ? nil : values.joined(separator: ", ")
  }
}
