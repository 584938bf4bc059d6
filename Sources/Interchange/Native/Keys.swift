/// The keys of the native format, in the order in which they are written.
enum Keys {
  static let document = [
    "throughline", "title", "about", "depth", "corpus", "sources", "asserters", "entities",
    "source", "statements",
  ]
  static let source = [
    "id", "title", "publisher", "author", "published", "accessed", "language", "url",
    "reliability", "why", "origin", "content", "note",
  ]
  static let asserter = ["id", "name", "aliases", "reliability", "interest-in"]
  static let entity = [
    "id", "kind", "name", "aliases", "aliases-in", "collective", "born", "died", "date", "founded",
    "dissolved", "note",
  ]
  static let collective = ["members", "size"]
  static let statement = [
    "id", "subject", "relation", "object", "attribute", "value", "stance", "so-far", "modality",
    "asserter", "via", "credibility", "confirmed-by", "interested", "when", "said", "through",
    "about", "share", "of", "role", "words", "sic", "note", "cite",
  ]
  static let citation = ["source", "paragraph", "quote", "at"]
  static let relative = ["before", "after", "by"]
}
