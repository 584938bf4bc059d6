/// What the reader makes of the properties of one schema; found out once for each property.
struct FollowTheMoneyShape {
  /// What becomes of a property.
  enum Use {
    /// It is an attribute in this column.
    case column(Int)
    /// It refers to other entities: an edge for each.
    case reference
    /// It is an end of the link itself.
    case end
  }

  /// The name of the schema.
  let name: String
  private let schema: FollowTheMoneyModel.Schema?
  private var asNode: [Int: Use] = [:]
  private var asLink: [Int: Use] = [:]

  /// Describes a schema; `nil` for one that nobody knows.
  init(name: String, schema: FollowTheMoneyModel.Schema?) {
    self.name = name
    self.schema = schema
  }

  /// Whether FollowTheMoney has such a schema.
  var isKnown: Bool { schema != nil }

  /// How it joins two entities, if it is a link.
  var link: FollowTheMoneyModel.Link? { schema?.link }

  /// Whether a link without a direction is read as one from its first end to the second all the same: a
  /// document and what it tells of are no equals.
  var keepsDirection: Bool { name == "Documentation" }

  /// The properties by which an entity is called.
  var caption: [String] { schema?.caption ?? ["name", "title"] }

  /// What becomes of a property.
  ///
  /// - Parameters:
  ///   - number: Its number among all.
  ///   - property: Its name.
  ///   - isLink: Whether the entity is an edge.
  ///   - builder: Makes a column for it.
  /// - Returns: What becomes of it.
  mutating func use(
    of number: Int, _ property: String, asLink isLink: Bool, _ builder: inout NetworkBuilder
  ) -> Use {
    if let use = isLink ? asLink[number] : asNode[number] { return use }
    let use = found(property, isLink, &builder)
    if isLink { asLink[number] = use } else { asNode[number] = use }
    return use
  }

  private func found(
    _ property: String, _ isLink: Bool, _ builder: inout NetworkBuilder
  ) -> Use {
    if isLink {
      if let link, property == link.source || property == link.target { return .end }
      switch property {
      case "startDate": return .column(builder.edges.column("start"))
      case "endDate": return .column(builder.edges.column("end"))
      // The names that mean something else in a network.
      case "weight", "id", "kind", "label": return .column(builder.edges.column("ftm:" + property))
      default: return .column(builder.edges.column(property))
      }
    }
    if schema?.types[property] == "entity" { return .reference }
    let isTaken = property == "kind" || property == "label"
    return .column(builder.nodes.column(isTaken ? "ftm:" + property : property))
  }
}
