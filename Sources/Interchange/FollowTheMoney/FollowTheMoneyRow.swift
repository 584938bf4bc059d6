/// The attributes of a node or an edge that came from FollowTheMoney, as lists of texts.
struct FollowTheMoneyRow {
  /// The columns by name.
  let columns: [String: AttributeColumn]
  /// The row.
  let row: Int

  /// The values of a property, each once; empty ones are none.
  subscript(name: String) -> [String] {
    switch columns[name]?[row] {
    case nil: return []
    case .json(let list)?:
      let texts = FollowTheMoneyMarkReader.texts(ofList: list) ?? [list]
      var seen: Set<String> = []
      return texts.filter { !$0.isEmpty && seen.insert($0).inserted }
    case let value?: return value.text.isEmpty ? [] : [value.text]
    }
  }

  /// Where what is said here comes from.
  ///
  /// - Parameters:
  ///   - proofs: The ids of documents that prove it.
  ///   - dataset: The collection to name if the file names none.
  /// - Returns: What is named, and nothing if nothing is.
  func provenance(proofs: [String], dataset: String?) -> FollowTheMoneyProvenance {
    let datasets = self["datasets"] + self["dataset"]
    return FollowTheMoneyProvenance(
      urls: self["sourceUrl"], publishers: self["publisher"],
      publisherUrl: self["publisherUrl"].first, proofs: proofs,
      datasets: datasets.isEmpty ? [dataset].compactMap { $0 } : datasets,
      retrieved: self["retrievedAt"])
  }
}

/// Where an entity or a link says that it comes from.
struct FollowTheMoneyProvenance {
  /// Addresses on the web.
  var urls: [String]
  /// Who published it.
  var publishers: [String]
  /// Where the publisher can be found.
  var publisherUrl: String?
  /// The ids of documents that prove it.
  var proofs: [String]
  /// The collections that hold it.
  var datasets: [String]
  /// When it was seen.
  var retrieved: [String]

  /// Whether nothing says where it comes from.
  var isEmpty: Bool {
    urls.isEmpty && publishers.isEmpty && proofs.isEmpty && datasets.isEmpty
  }

  /// Who speaks, unless a document names its own publisher: the one publisher, or else the collection.
  var voice: String? {
    publishers.count == 1
      ? publishers[0] : datasets.isEmpty ? nil : datasets.joined(separator: ", ")
  }
}
