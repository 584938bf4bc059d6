import Evidence

/// The IRIs of our things. They follow from our own ids, so that files written apart join up.
enum RDFIdentity {
  /// The IRI of a thing.
  ///
  /// - Parameters:
  ///   - sort: What it is, such as `entity`.
  ///   - parts: What tells it from others of the sort.
  /// - Returns: The IRI.
  static func name(_ sort: String, _ parts: String...) -> RDFName {
    .iri("urn:throughline:" + sort + ":" + parts.map(IRIText.part).joined(separator: ":"))
  }

  /// The IRI of a statement; the source is part of it, since other graphs may number alike.
  static func statement(_ statement: Statement) -> RDFName {
    name("statement", statement.citation.source, statement.id)
  }

  /// A word of our own vocabulary.
  static func word(_ word: String) -> RDFName { .word(.tl, word) }

  /// A date as EDTF has it.
  static func date(_ date: EDTF) -> RDFValue {
    .typed(date.text, .iri("http://id.loc.gov/datatypes/edtf/EDTF"))
  }

  /// An address: a resource if it is a whole address, else a text.
  static func address(_ address: String) -> RDFValue {
    let scheme = address.prefix { $0 != ":" }.lowercased()
    let isShortName = RDFVocabulary(rawValue: scheme) != nil
    guard IRIText.isAbsolute(address), !isShortName else { return .text(address) }
    return .name(.iri(IRIText.escaped(address)))
  }
}
