import Evidence

extension FormatEntry {
  /// STIX 2.1, in bundles or single objects; 2.0 is read too.
  static let stix = FormatEntry(
    .stix, title: "STIX", endings: ["stix", "stix2"], matches: { looksLikeSTIX($0) },
    read: { text, context throws(NetworkError) in try STIXReader(text, context).read() },
    writeNetwork: { network, output in try STIXNetworkExport(network).write(to: &output) },
    networkLosses: { _ in STIXNetworkExport.losses },
    writeEvidence: { graph, context, output in
      try STIXExport(graph, corpus: context.corpus).write(to: &output)
    })

  /// Whether a text is JSON whose first object bears the marks of STIX: the type `bundle`, a
  /// version of the specification, or an identifier that is its type and a UUID.
  static func looksLikeSTIX(_ beginning: FileBeginning) -> Bool {
    guard let first = beginning.trimmed.first, first == "{" || first == "[" else { return false }
    let packed = beginning.text.filter { !$0.isWhitespace }
    // A graph of ours in JSON may speak of anything further down.
    guard !packed.drop(while: { $0 == "\u{feff}" }).hasPrefix("{\"throughline\"") else {
      return false
    }
    if packed.contains("\"type\":\"bundle\"") || packed.contains("\"spec_version\":\"2.") {
      return true
    }
    return packed.contains("\"id\":\"") && namesIdentifier(packed)
  }

  /// Whether a text has a member `id` whose value is a type, two hyphens and a UUID, and a member
  /// `type` with that type: networks made of STIX have its identifiers as mere names.
  private static func namesIdentifier(_ text: String) -> Bool {
    var rest = text[...]
    while let found = rest.firstRange(of: "\"id\":\"") {
      rest = rest[found.upperBound...]
      let id = rest.prefix { $0 != "\"" }
      if STIXIdentifier.isWellFormed(Array(id.utf8)),
        text.contains("\"type\":\"\(id.dropLast(38))\"")
      {
        return true
      }
    }
    return false
  }
}
