/// A resource with what is said of it.
struct RDFNode: Sendable, Equatable {
  /// The name of the resource; `nil` for one without a name.
  var iri: RDFName?
  /// The classes that it belongs to.
  var types: [RDFName]
  /// What is said of it: properties in the order in which they are written, no two of one name.
  private(set) var properties: [Property] = []

  /// A property with its values.
  struct Property: Sendable, Equatable {
    /// The name.
    var name: RDFName
    /// The values, at least one.
    var values: [RDFValue]
  }

  /// Makes a resource.
  init(_ iri: RDFName?, _ types: [RDFName]) {
    self.iri = iri
    self.types = types
  }

  /// Adds values of a property.
  mutating func add(_ name: RDFName, _ values: [RDFValue]) {
    guard !values.isEmpty else { return }
    if let place = properties.firstIndex(where: { $0.name == name }) {
      for value in values where !properties[place].values.contains(value) {
        properties[place].values.append(value)
      }
    } else {
      properties.append(Property(name: name, values: values))
    }
  }

  /// Adds a value of a property, if there is one.
  mutating func add(_ name: RDFName, _ value: RDFValue?) {
    if let value { add(name, [value]) }
  }

  /// Adds a text, if there is one.
  mutating func add(_ name: RDFName, text: String?) { add(name, text.map(RDFValue.text)) }
}

/// A value of a property.
indirect enum RDFValue: Sendable, Equatable {
  /// A resource.
  case name(RDFName)
  /// A text.
  case text(String)
  /// A text of a type.
  case typed(String, RDFName)
  /// A whole number.
  case integer(Int)
  /// A truth value.
  case flag(Bool)
  /// A resource without a name.
  case node(RDFNode)
  /// Values in an order.
  case list([RDFValue])
}

/// The name of a resource: an IRI, or a word of a vocabulary.
enum RDFName: Sendable, Hashable {
  /// A whole IRI, escaped.
  case iri(String)
  /// A word of a vocabulary.
  case word(RDFVocabulary, String)
}

/// The vocabularies that are used.
enum RDFVocabulary: String, Sendable, CaseIterable {
  /// Dublin Core.
  case dcterms
  /// Web Annotation.
  case oa
  /// Provenance.
  case prov
  /// RDF itself.
  case rdf
  /// RDF Schema.
  case rdfs
  /// schema.org.
  case schema
  /// Our own.
  case tl
  /// The types of XML Schema.
  case xsd

  /// The IRI with which its words begin.
  var iri: String {
    switch self {
    case .dcterms: "http://purl.org/dc/terms/"
    case .oa: "http://www.w3.org/ns/oa#"
    case .prov: "http://www.w3.org/ns/prov#"
    case .rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    case .rdfs: "http://www.w3.org/2000/01/rdf-schema#"
    case .schema: "https://schema.org/"
    case .tl: "urn:throughline:ns:"
    case .xsd: "http://www.w3.org/2001/XMLSchema#"
    }
  }
}
