import Evidence

/// The sources that entities and links of FollowTheMoney name, each once, in the order of their first use.
///
/// Nobody graded them, so all are graded F. The voice of a source is its publisher, or the collection that
/// holds it where no publisher is named: many addresses of one collection stay one voice.
struct FollowTheMoneySources {
  /// What the file says of a document.
  struct Document {
    /// The title.
    var title: String
    /// Who wrote it.
    var author: String?
    /// Who published it.
    var publisher: String?
    /// When it was published.
    var published: EDTF?
    /// Where it can be found.
    var url: String?
  }

  /// The sources so far.
  private(set) var sources: [Source] = []
  /// The ids of the documents that are sources.
  private(set) var usedDocuments: Set<String> = []
  private let documents: [String: Document]
  private let documentsByUrl: [String: String]
  private var idsByKey: [[String]: String] = [:]
  private var ids = NameIds(used: [])

  /// The most characters of a name of which an id is made.
  private static let mostOfName = 80

  /// Starts without a source.
  ///
  /// - Parameter documents: The documents of the file by their ids, in its order.
  init(documents: [(id: String, document: Document)]) {
    self.documents = Dictionary(
      documents.map { ($0.id, $0.document) }, uniquingKeysWith: { first, _ in first })
    documentsByUrl = Dictionary(
      documents.compactMap { entry in entry.document.url.map { ($0, entry.id) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The sources of a link: one for each address, else each publisher, else each document, else the
  /// collections as one.
  mutating func ids(of provenance: FollowTheMoneyProvenance) -> [String] {
    if !provenance.urls.isEmpty {
      return provenance.urls.map { address($0, provenance) }
    }
    if !provenance.publishers.isEmpty {
      return provenance.publishers.map { publisher($0, provenance) }
    }
    if !provenance.proofs.isEmpty { return provenance.proofs.map { document($0, provenance) } }
    return provenance.datasets.isEmpty ? [] : [together(provenance.datasets, provenance)]
  }

  /// The source of a value of an entity.
  ///
  /// Of several sources FollowTheMoney does not say which one gives which value. The collection that put
  /// them together gives all.
  mutating func id(ofValue provenance: FollowTheMoneyProvenance) -> String? {
    let named =
      [provenance.urls, provenance.publishers, provenance.proofs].first { !$0.isEmpty }
      ?? provenance.datasets
    if named.count < 2 { return ids(of: provenance).first }
    return together(provenance.datasets.isEmpty ? named : provenance.datasets, provenance)
  }

  private mutating func address(
    _ url: String, _ provenance: FollowTheMoneyProvenance
  ) -> String {
    if let id = documentsByUrl[url] { return document(id, provenance) }
    let voice = provenance.voice
    return source(["address", url, voice ?? ""], name: Self.withoutScheme(url)) { id in
      Source(
        id: id, title: url, publisher: voice, accessed: Self.first(provenance.retrieved), url: url)
    }
  }

  private mutating func publisher(
    _ name: String, _ provenance: FollowTheMoneyProvenance
  ) -> String {
    source(["publisher", name], name: name) { id in
      Source(
        id: id, title: name, publisher: name, accessed: Self.first(provenance.retrieved),
        url: provenance.publishers.count == 1 ? provenance.publisherUrl : nil)
    }
  }

  private mutating func document(
    _ name: String, _ provenance: FollowTheMoneyProvenance
  ) -> String {
    usedDocuments.insert(name)
    let document = documents[name] ?? Document(title: name)
    let note =
      documents[name] == nil
      ? "the document \(name) is not in the file" : "the document \(name) of FollowTheMoney"
    return source(["document", name], name: document.title) { id in
      Source(
        id: id, title: document.title, publisher: document.publisher ?? provenance.voice,
        author: document.author, published: document.published,
        accessed: Self.first(provenance.retrieved), url: document.url, note: note)
    }
  }

  private mutating func together(
    _ names: [String], _ provenance: FollowTheMoneyProvenance
  ) -> String {
    let name = names.joined(separator: ", ")
    return source(["together"] + names, name: name) { id in
      Source(
        id: id, title: name, publisher: name,
        note: names.count > 1 ? "FollowTheMoney does not tell which of these says what" : nil)
    }
  }

  /// The id of a source that is made if it is not there yet.
  private mutating func source(
    _ key: [String], name: String, _ make: (String) -> Source
  ) -> String {
    if let id = idsByKey[key] { return id }
    let id = ids.take(String(name.prefix(Self.mostOfName)))
    idsByKey[key] = id
    var source = make(id)
    source.url = source.url.flatMap(Self.web)
    source.reliability = .f
    source.why = "cannot be judged: it comes from FollowTheMoney, which grades no source"
    sources.append(source)
    return id
  }

  private static func first(_ dates: [String]) -> EDTF? {
    dates.compactMap { FollowTheMoneyTime.date($0) }.first
  }

  /// An address of the web; others are no links to offer a reader, and stay in the title.
  private static func web(_ url: String) -> String? {
    url.hasPrefix("https://") || url.hasPrefix("http://") ? url : nil
  }

  private static func withoutScheme(_ url: String) -> String {
    guard let slashes = url.firstRange(of: "://") else { return url }
    return String(url[slashes.upperBound...])
  }
}
